"""The page for acute danger: numbers to tap first, then per reader every situation with what to do and whom to call."""

from macros.checks.contacts import dialled
from macros.content.languages import left_to_right, say
from macros.content.model import Content
from macros.content.origin import source_years
from macros.content.translation import dutch_part
from macros.publish.helplines import helpline_data
from macros.publish.links import Links
from macros.publish.questionnaires import words_of_widget
from macros.render.shared import page_link, partly_dutch
from macros.schema.school import Danger, Helpline
from widgets.core.help_lines import help_list
from widgets.core.html import el, to_html

STAFF = "personeel"
THOUGHTS_OF_DEATH = "Denken aan zelfdoding"
TALK = " emergency-call--talk"  # a quieter button than those of the emergency numbers


def emergency(content: Content) -> str:
    """Buttons to tap: the emergency numbers, each with who comes, then the line for thoughts of death with its hours."""
    shown = [line for line in content.helplines.values() if line.phone and line.shown]
    now = [_button(line, content, line.for_whom, dutch_part(line, "voor_wie")) for line in shown if "nood" in line.groups]
    talk = [
        _button(line, content, f"{say(content, THOUGHTS_OF_DEATH)}: {line.hours}", dutch_part(line, "uren"), TALK)
        for line in shown
        if "zelfdoding" in line.groups and line.hours
    ]
    return to_html(el("p", {"class": "emergency"}, now, talk))


def _button(line: Helpline, content: Content, text: str, dutch: dict | None, kind: str = "") -> tuple:
    return el(
        "a",
        {"class": "emergency-call" + kind, "href": "tel:" + dialled(line.phone or "")},
        el("strong", None, say(content, "Bel {1}", left_to_right(content, line.phone or ""))),
        " ",
        el("span", dutch, text),
    )


def dangers(content: Content, reader: str = STAFF, links: Links | None = None) -> str:
    """Every situation for one reader ("leerling", "ouder" or "personeel"), folded: its name is a button.

    What is for staff stays off a site in another language, which only parents and pupils read; with `links` it leads to
    the Dutch page.
    """
    if reader == STAFF and content.translation:
        way = page_link("nu-gevaar", say(content, "Wat het schoolteam doet"), content, links, dutch=True) if links else ""
        return f"<p>{way}</p>" if way else ""
    found = [danger for danger in content.dangers if danger.reader == reader]
    intro = el("p", {"class": "lead"}, content.danger_intro) if reader == STAFF else None
    html = to_html(el("div", {"class": "dangers"}, intro, [_situation(danger, content) for danger in found]))
    return partly_dutch(content) + html if _any_dutch(found) else html


def anchor(danger: Danger) -> str:
    """The id of a situation on its page."""
    return f"gevaar-{danger.id}"


def _situation(danger: Danger, content: Content) -> tuple:
    lines = [content.helplines[name] for name in danger.call if content.helplines[name].shown]
    first = next((line for line in lines if line.phone and line.hours), None)
    button = _button(first, content, first.hours or "", dutch_part(first, "uren"), TALK) if first else None
    return el(
        "details",
        {"class": "danger-box"},
        el("summary", None, el("h3", {"id": anchor(danger), **(_dutch(danger) or {})}, danger.situation)),
        el("p", {"class": "emergency"}, button) if button else None,
        el("ol", None, [el("li", dutch_part(danger, "doe", number), text) for number, text in enumerate(danger.do)]),
        help_list(
            {"help": {"bel": [helpline_data(line, content, brief=True) for line in lines]}, **words_of_widget(content)}, ["bel"]
        ),
    )


def _dutch(danger: Danger) -> dict | None:
    return dutch_part(danger, "situatie")


def _any_dutch(found: list[Danger]) -> bool:
    """Whether a text of these situations was not translated, on a page in another language."""
    return any(_dutch(danger) or dutch_part(danger, "doe", number) for danger in found for number in range(len(danger.do)))


def numbers_note(content: Content) -> str:
    """Where the numbers come from: they were read, not called. A school that called says so beside the number."""
    years = source_years(line for line in content.helplines.values() if line.shown)
    text = (
        say(
            content,
            "De telefoonnummers en openingsuren komen van de website van de hulplijn zelf of, als die ze niet vermeldt, "
            "uit een andere bron. We hebben de nummers niet zelf gebeld.",
        )
        if content.school.country == "vl"
        else say(
            content,
            "De telefoonnummers en openingstijden komen van de website van de hulplijn zelf of, als die ze niet vermeldt, "
            "uit een andere bron. We hebben de nummers niet zelf gebeld.",
        )
    )
    when = (
        say(
            content,
            "Van sommige bronnen is het jaar niet bekend. De andere zijn van {1} tot en met {2}.",
            str(years[0]),
            str(years[-1]),
        )
        if years
        else ""
    )
    return to_html(el("p", {"class": "checked"}, " ".join(part for part in (text, when) if part)))
