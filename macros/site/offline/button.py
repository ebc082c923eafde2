"""The button to keep the site on a device. Without its script it only says where the button works."""

from macros.content.model import Content
from macros.publish.links import Links
from macros.site.offline.worker import MARK, WORKER
from widgets.core.html import el, to_html

ELSEWHERE = "Hier komt een knop als je deze pagina op internet opent, met JavaScript aan."
SWITCHED_OFF = "De school heeft dit uitgezet. Wat een apparaat eerder bewaarde, verdwijnt bij het volgende bezoek met internet."


def keep_button(content: Content, links: Links) -> str:
    """The place of the button, as HTML. Empty of buttons when the school keeps nothing on devices."""
    if not content.school.keep:
        return to_html(el("p", {"class": "notice"}, SWITCHED_OFF))
    return to_html(
        el(
            "div",
            {"class": "keep", MARK: links.asset(WORKER)},
            el("p", {"class": "notice", "role": "status", "data-part": "status"}, ELSEWHERE),
            el(
                "button",
                {"type": "button", "class": "main-button", "data-part": "go", "hidden": True},
                "Bewaar deze site op dit apparaat",
            ),
            el("progress", {"data-part": "progress", "aria-label": "Bewaren", "hidden": True}),
            el(
                "button",
                {"type": "button", "class": "quiet-button", "data-part": "away", "hidden": True},
                "Haal de site van dit apparaat",
            ),
        )
    )
