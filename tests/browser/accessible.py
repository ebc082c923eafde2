"""What axe finds on a page, beside what it cannot see: whether anybody can use it without a mouse, a sharp eye or a steady
hand."""

from axe_playwright_python.base import AXE_SCRIPT

# Only what is wrong is worked out in full: on a long page that saves half the time.
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "rules": {"color-contrast": {"enabled": False}},
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
WITH_CONTRAST = {**AXE_OPTIONS, "rules": {}}

# A link of the menu that is scrolled half out of sight is not a small target: these are measured by themselves.
LOW_MENU_LINKS = """() => [...document.querySelectorAll(".md-sidebar a.md-nav__link")]
    .filter(link => link.checkVisibility() && link.getBoundingClientRect().height < 24).map(link => link.innerText.trim())"""
_RUN = """([part, options]) => axe.run(part, options).then(found => found.violations.flatMap(
    violation => violation.nodes.map(node => [violation.id, node.html])))"""


def violations(page, options: dict, part: str = "html") -> list[str]:
    """What axe has against a page, or against what fits the selector `part`: the rule and the element, each as a line."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{rule}: {html[:200]}"
        for rule, html in page.evaluate(_RUN, [part, options])
        if not (rule == "target-size" and 'class="md-nav__link' in html)
    ] + page.evaluate(LOW_MENU_LINKS)
