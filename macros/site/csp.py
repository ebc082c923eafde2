"""The Content-Security-Policy of a page: nothing from elsewhere, nothing sent out, only the scripts we know.

The policy stands in the page itself, because many free hosts let a school set no headers. Inline scripts of the
theme are allowed one by one, by their hash; a page with any other script in it is refused, so that no text of a school
can ever become one. Source: https://www.w3.org/TR/CSP3/ (meta delivery in 3.3).
"""

import base64
import hashlib
import re
from functools import lru_cache
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

# A script without src. HTML knows no nesting here: the first closing tag ends it.
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SRC = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""(?:^|\s)type\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_CHARSET = re.compile(r"<meta\s+charset\s*=[^>]*>", re.IGNORECASE)
_RUNS = {"", "module", "text/javascript", "application/javascript"}
# What might run without being a script element: a handler in a tag, or an address that is a script.
_MIGHT_RUN = re.compile(r"""[\s"'/]on[a-z]+\s*=|javascript\s*:""", re.IGNORECASE)
_HOLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_IN_A_HOLE = r"[\w./:%~-]*"  # an address: no quote, so that it cannot end the text it stands in
_OWN_THEME = Path(__file__).parent.parent / "theme"


class UnknownScript(ValueError):
    """A page holds something that runs and that is not of the theme; the message is for whoever builds the site."""


def finish(html: str) -> str:
    """The finished page with its policy and a no-referrer rule right after the charset.

    Raises ValueError when the page has no `<meta charset>`: then nothing would protect it.
    """
    charset = _CHARSET.search(html)
    if not charset:
        raise ValueError("the page has no <meta charset>, so there is no place for its Content-Security-Policy")
    tags = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}"><meta name="referrer" content="no-referrer">'
    return html[: charset.end()] + tags + html[charset.end() :]


def policy(html: str) -> str:
    """The policy for one page, with a hash for each inline script that runs in it."""
    return allowing(inline_hashes(html))


def allowing(hashes: list[str]) -> str:
    """The policy that lets inline scripts with these hashes run."""
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


def inline_hashes(html: str) -> list[str]:
    """The base64 SHA-256 of every inline script that a browser would run, each once, in the order of the page."""
    return list(dict.fromkeys(base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in _inline(html)))


def _inline(html: str) -> list[str]:
    """The text of every inline script that a browser would run, with line ends as a browser reads them."""
    found = []
    for script in _SCRIPT.finditer(html):
        attributes = script["attributes"]
        kind = _TYPE.search(attributes)
        if not _SRC.search(attributes) and (kind[1].lower() if kind else "") in _RUNS:
            found.append(script["code"].replace("\r\n", "\n").replace("\r", "\n"))
    return found


# ---- only what the theme itself puts in a page ----


def check(html: str, ours: tuple[str, ...] = ()) -> None:
    """Raises UnknownScript when the page runs anything that is not in the templates of the theme, and is none of `ours`."""
    for code in _inline(html):
        if code not in ours and not any(pattern.fullmatch(code) for pattern in theme_scripts()):
            raise UnknownScript(f"een script dat niet van het thema is: {' '.join(code.split())[:60]!r}")
    if _MIGHT_RUN.search(html):
        tags = _Tags()
        tags.feed(html)
        if tags.runs:
            raise UnknownScript(f"een tag die iets uitvoert: {tags.runs[0]}")


@lru_cache(maxsize=1)
def theme_scripts() -> tuple[re.Pattern, ...]:
    """The inline scripts in the templates of Material and of ours; where a template fills something in, an address may stand."""
    material = find_spec("material")
    places = material.submodule_search_locations if material else None
    folders = [*(Path(place) / "templates" for place in places or []), _OWN_THEME]
    found: dict[str, None] = {}
    for template in sorted(path for folder in folders for path in folder.rglob("*.html")):
        for code in _inline(template.read_text(encoding="utf-8")):
            if "{%" not in code:
                found[_IN_A_HOLE.join(re.escape(part) for part in _HOLE.split(code))] = None
    return tuple(re.compile(pattern) for pattern in found)


class _Tags(HTMLParser):
    """Collects the tags with a handler or with a script as an address."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.runs.append(f"<{tag} {name}=…>")
