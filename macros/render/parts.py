"""Pages made from a list: helplines, roles, terms, and the cards that lead to routes and guides."""

from pathlib import Path

from macros.checks.contacts import dialled
from macros.content.calendar import known_holidays, region_of
from macros.content.languages import say
from macros.content.model import Content
from macros.content.origin import origin
from macros.content.translation import dutch_part
from macros.publish.helplines import helplines_data
from macros.publish.links import Links
from macros.publish.phrases import date_text
from macros.publish.questionnaires import words_of_widget
from macros.publish.routes import role_names, route_path
from macros.render.danger import numbers_note
from macros.render.shared import bullets, capital
from macros.schema.countries import REGION_NAMES
from macros.schema.people import Role
from macros.upkeep.facts import to_look_up
from widgets.core.help_lines import help_list
from widgets.core.html import el, to_html

GROUP_TITLES = {
    "direct": "Nu gevaar",
    "praten": "Praten met iemand",
    "zelfdoding": "Denken aan zelfdoding",
    "online": "Online",
    "seksueel": "Seksueel geweld",
    "thuis": "Onveilig thuis",
    "discriminatie": "Discriminatie",
    "politie": "Politie",
    "ouders": "Voor ouders",
    "klacht": "Klachten",
    "school": "Voor het schoolteam",
}


def helplines(content: Content, groups: list[str] | None = None, headings: bool = True) -> str:
    """Helplines by subject. Without headings: one list, each line once."""
    chosen = groups or list(GROUP_TITLES)
    data = {"help": {group: helplines_data(group, content) for group in chosen}, **words_of_widget(content)}
    if not headings:
        return to_html(el("div", {"class": "helplines-page"}, help_list(data, chosen)))
    parts = [
        el(
            "section",
            {"class": "helpline-group"},
            el("h2", {"id": f"hulp-{group}"}, say(content, GROUP_TITLES[group])),
            help_list(data, [group]),
        )
        for group in chosen
        if data["help"][group]
    ]
    return to_html(el("div", {"class": "helplines-page"}, parts)) + numbers_note(content)


def board(content: Content) -> str:
    """Who answers at the board of the school; empty when the school did not fill that in."""
    line = _board_line(content)
    return to_html(line) if line else ""


def _board_line(content: Content) -> tuple | None:
    found = content.school.board
    if not found:
        return None
    ways = [el("a", {"href": "tel:" + dialled(found.phone)}, found.phone)] if found.phone else []
    ways += [el("a", {"href": f"mailto:{found.mail}"}, found.mail)] if found.mail else []
    return el("p", None, el("strong", None, found.name), f": {found.person}", [part for way in ways for part in (", ", way)], ".")


def other_protocols(content: Content, links: Links) -> str:
    """A part of a page with the protocols that the school does not follow; empty when there are none."""
    if len(content.protocols) < 2:
        return ""
    return "\n\n".join(
        [
            "## Andere protocollen om van te leren { #andere-protocollen }",
            "Deze protocollen volgt jullie school niet. Je kunt er stappen en ideeën uit halen.",
            cards(content, links, "protocollen", "andere"),
        ]
    )


def cards(content: Content, links: Links, kind: str, which: str = "") -> str:
    """Links with a summary: kind is "protocollen", "wegwijzers", "gesprekken", "vragenlijsten" or "lijsten".

    The protocol of the school comes first, and talks in the order in which that protocol has them. `which`: "eigen" for only the
    protocol of the school, "andere" for all but that.
    """
    first = content.school.protocol
    kept = {"eigen": [True], "andere": [False]}.get(which, [True, False])
    pages = {name: page for name, page in content.folders[kind].items() if (name == first) in kept}
    order = [first, *(step.guide for step in content.protocols[first].steps if step.guide)]
    items = []
    for page in sorted(pages.values(), key=lambda page: (order.index(page.id) if page.id in order else len(order), page.title)):
        path = f"{kind}/{page.id}" if kind not in ("protocollen", "wegwijzers") else route_path(page, content)
        own = el("span", {"class": "badge"}, "Dit protocol volgt onze school") if page.id == first else None
        items.append(
            el(
                "li",
                {"class": "card"},
                el("a", {**links.attributes(path), **(dutch_part(page, "titel") or {})}, page.title),
                " ",
                own,
                el("p", dutch_part(page, "kort"), page.summary),
            )
        )
    return to_html(el("ul", {"class": "cards"}, items))


def _for_board(role_id: str, content: Content) -> tuple | None:
    """With the tasks of the board: who answers there, and when staff go there."""
    if role_id != "bestuur" or not content.school.board:
        return None
    return el("div", {"class": "board"}, _board_line(content), el("p", None, content.school.board.escalation))


def roles(content: Content) -> str:
    """Everybody who has a part, with tasks, below each other: in the policy document."""
    return to_html(el("div", {"class": "roles-page"}, [role_part(role, content) for role in content.roles.values()]))


def role_part(role: Role, content: Content, *more: tuple | None) -> tuple | None:
    """One role with its tasks; nothing for a role without tasks. `more` stands below them."""
    if not role.tasks:
        return None
    return el(
        "section",
        None,
        el("h2", {"id": f"rol-{role.id}"}, capital(role_names([role.id], content))),
        bullets(role.tasks),
        list(more),
        _for_board(role.id, content),
    )


def terms(content: Content) -> str:
    """All terms with their meaning."""
    items = []
    for term in sorted(content.terms.values(), key=lambda term: term.term.lower()):
        items.append(el("dt", {"id": f"begrip-{term.id}"}, term.term))
        items.append(
            el(
                "dd",
                None,
                el("p", None, term.meaning),
                el("p", {"class": "example"}, "Bijvoorbeeld: " + term.example) if term.example else None,
            )
        )
    return to_html(el("dl", {"class": "terms"}, items))


def to_check(content: Content) -> str:
    """What the school must look up before it publishes: helplines, and the school holidays of its own region."""
    items = [
        el("li", None, el("strong", None, line.name), f": {line.for_whom} ", _sources(line.sources), f" {capital(origin(line))}.")
        for line in content.helplines.values()
        if not line.shown
    ]
    items += _holidays_to_check(content)
    return (
        to_html(el("ul", {"class": "to-check"}, items)) if items else to_html(el("p", None, "Er staat nu niets op deze lijst."))
    )


def looked_up_by_school(root: Path, content: Content) -> str:
    """What may have changed since the sources were written: a question each, with the addresses that answer it."""
    points = [
        el("li", None, f"{point.question} Kijk op ", _in_a_row([_outside(address) for address in point.links]), ".")
        for point in to_look_up(root, content.school)
    ]
    return to_html(el("ul", {"class": "to-check"}, points))


def _in_a_row(parts: list[tuple]) -> list:
    """ "a, b en c"."""
    row: list = []
    for number, part in enumerate(parts):
        row += [" en " if number == len(parts) - 1 else ", ", part] if number else [part]
    return row


def _outside(address: str) -> tuple:
    return el("a", {"href": address, "rel": "noreferrer"}, address.split("://")[1].removeprefix("www.").rstrip("/"))


def _holidays_to_check(content: Content) -> list:
    """One entry per school year."""
    years: dict[str, list] = {}
    for holiday in known_holidays(content):
        if holiday.status == "nakijken":
            years.setdefault(holiday.school_year, []).append(holiday)
    region = REGION_NAMES[region_of(content.school)]
    return [
        el(
            "li",
            None,
            el("strong", None, f"Schoolvakanties {year}, {region}"),
            " ",
            _sources(list(dict.fromkeys(source for holiday in found for source in holiday.sources))),
            el(
                "ul",
                None,
                [
                    el("li", None, f"{holiday.name}: {date_text(holiday.first)} tot en met {date_text(holiday.last)}")
                    for holiday in found
                ],
            ),
        )
        for year, found in years.items()
    ]


def _sources(sources: list[str]) -> tuple:
    return el("span", {"class": "source"}, f"Bron: {', '.join(sources)}")
