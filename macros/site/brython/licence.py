"""The licence of Brython, which must go with every copy of it."""

from pathlib import Path

from widgets.core.html import el, to_html


def licence_text() -> str:
    """The licence as HTML."""
    text = Path(__file__).with_name("LICENSE-brython.txt").read_text(encoding="utf-8")
    return to_html(el("pre", {"class": "licence", "lang": "en", "tabindex": "0"}, text))
