"""One colour of a school, readable on every ground of the site, in its light and in its dark scheme.

Contrast is that of WCAG 2.2 (1.4.3): 4.5 to 1 for text. Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

ENOUGH = 4.5
# The grounds on which links and headings stand, as in docs/assets/css/site.css.
LIGHT, DARK = ("#ffffff", "#f1f7f7"), ("#11191d", "#18242a", "#1e2c33")
WHITE, INK = "#ffffff", "#062229"
STEPS = 100


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white), for colours as "#0e5f6f"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    found = 0.0
    for part, weight in zip(_parts(colour), (0.2126, 0.7152, 0.0722)):
        value = part / 255
        found += weight * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return found


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with this share (0 to 1) of another in it."""
    return "#" + "".join(f"{round(mine + (its - mine) * share):02x}" for mine, its in zip(_parts(colour), _parts(other)))


def is_readable(colour: str, grounds: tuple[str, ...]) -> bool:
    return all(contrast(colour, ground) >= ENOUGH for ground in grounds)


def nearest_readable(colour: str, grounds: tuple[str, ...], towards: str) -> str:
    """The first colour on the way to `towards` (which is readable) that can be read on all grounds."""
    for step in range(STEPS + 1):
        found = mixed(colour, towards, step / STEPS)
        if is_readable(found, grounds):
            return found
    return towards


def style_sheet(colour: str) -> str:
    """The style sheet of a site with this colour, which `is_readable` on LIGHT: in the dark scheme a lighter one."""
    dark = nearest_readable(colour.lower(), (*DARK, INK), WHITE)
    schemes = (
        (':root, [data-md-color-scheme="default"]', colour.lower(), mixed(colour.lower(), "#000000", 0.25), WHITE),
        ('[data-md-color-scheme="slate"]', dark, mixed(dark, WHITE, 0.4), INK),
    )
    return "".join(
        f"{where} {{ --vw-brand: {brand}; --vw-brand-strong: {strong}; --vw-on-brand: {on}; }}\n"
        for where, brand, strong, on in schemes
    )
