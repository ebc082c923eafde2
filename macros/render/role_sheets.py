"""One sheet per role, for one side of A4, and the matrix "Wie doet wat": both from the protocol the school follows.

There is no second list of tasks: what stands here comes from rollen.yaml and from the steps themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import role_names, route_path, step_path
from macros.render.deadlines import deadline_line, look_back_line
from macros.render.shared import bullets, capital, fact_list, lead, markdown_section, print_button, raw
from macros.schema.guide import Guide
from macros.schema.people import MATRIX, Role
from macros.schema.route import Route, Step
from widgets.core.html import el, to_html

# Who most often asks what to do; the sheets of the others stand behind the page of roles, out of the menu.
FIRST = ("mentor", "coordinator", "leiding", "medewerker")
MATRIX_TITLE = "Wie doet wat, stap voor stap"
# What a role can do in a step: letter in the matrix, word for it, and the key of the step.
PARTS = (("D", "doet", "who"), ("M", "praat mee", "with_"), ("B", "krijgt bericht", "inform"))
# Headings per group of roles: tasks, own steps, steps to talk about, steps to hear of, own conversations, conversations to join.
YOU = (
    "Je taken",
    "Dit doe je",
    "Hier praat je mee",
    "Hiervan krijg je bericht",
    "Gesprekken die je voert",
    "Gesprekken waar je bij bent",
)
HEADINGS = {
    "leerling": (
        "Jouw rol",
        "Dit doe je",
        "Hierover praat de school met je",
        "Hiervan krijg je bericht",
        "Gesprekken die je voert",
        "Gesprekken met jou",
    ),
    "thuis": (
        "Uw rol",
        "Dit doet u",
        "Hierover praat de school met u",
        "Hiervan krijgt u bericht",
        "Gesprekken die u voert",
        "Gesprekken met u",
    ),
}
# The most letters on a sheet that still fits on one side of A4 in ordinary type, and in small type; see print.css.
ORDINARY, SMALL = 1700, 4800
SMALLEST = "role-smallest"
# Only on paper: there is no room there for everything.
ON_PAPER = to_html(
    el("p", {"class": "role-short"}, "Waar je op let en wanneer je bericht krijgt, staat bij elke stap in het protocol.")
)


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheet of one role."""

    role: Role
    name: str
    route: Route
    does: list[Step]
    joins: list[Step]
    hears: list[Step]
    leads: list[Guide]
    attends: list[Guide]


def own_protocol(content: Content) -> Route | None:
    """The protocol the school follows, if this school has it."""
    return content.protocols.get(content.school.protocol)


def sheets(content: Content) -> list[Sheet]:
    """A sheet for each role with a part in the school's protocol, in the order of rollen.yaml."""
    route = own_protocol(content)
    found = [_sheet(role, route, content) for role in content.roles.values()] if route else []
    return [sheet for sheet in found if sheet.does or sheet.joins or sheet.hears]


def _sheet(role: Role, route: Route, content: Content) -> Sheet:
    does = [step for step in route.steps if role.id in step.who]
    joins = [step for step in route.steps if role.id in step.with_ and step not in does]
    hears = [step for step in route.steps if role.id in step.inform and step not in does + joins]
    leads = _guides(does, content)
    leads += [guide for guide in content.guides.values() if role.id in guide.who and guide not in leads]
    attends = [
        guide
        for guide in _guides(joins, content)  # a talk with parents can stand in a step that a pupil joins
        if guide not in leads and (role.group == "school" or role.id in guide.with_)
    ]
    return Sheet(role, capital(content.vocabulary.name(role.id)), route, does, joins, hears, leads, attends)


def _guides(steps: list[Step], content: Content) -> list[Guide]:
    """The guides of these steps, each once, in the order of the steps."""
    return [content.guides[name] for name in dict.fromkeys(step.guide for step in steps) if name in content.guides]


def summary(sheet: Sheet, content: Content) -> str:
    """What the page is about, in one sentence."""
    return f"Alles wat in ons protocol staat voor {role_names([sheet.role.id], content)}, op één blad."


# ---- the sheet ----


def sheet_page(role_id: str, content: Content, links: Links) -> str:
    """The page of one role in Markdown. Raises KeyError when the role has no part in the protocol."""
    sheet = {sheet.role.id: sheet for sheet in sheets(content)}[role_id]
    tasks, does, joins, hears, leads, attends = HEADINGS.get(sheet.role.group, YOU)
    parts = [
        (tasks, "taken", bullets(sheet.role.tasks)),
        (does, "stappen", _steps(sheet.does, sheet, content, links, _own_facts)),
        (joins, "meepraten", _steps(sheet.joins, sheet, content, links, _facts)),
        (hears, "bericht", _steps(sheet.hears, sheet, content, links, _facts, "role-steps role-hears")),
        (leads, "gesprekken", _guide_list(sheet.leads, links)),
        (attends, "gesprekken-erbij", _guide_list(sheet.attends, links)),
    ]
    matrix = el("a", {"href": links.to(f"rollen/{MATRIX}")}, MATRIX_TITLE)
    filled = [
        (heading, anchor, to_html(el("div", {"class": f"role-part {_size(sheet)}"}, part)))
        for heading, anchor, part in parts
        if part
    ]
    return "\n\n".join(
        [
            f"# {raw(sheet.name)}",
            lead(summary(sheet, content)),
            _protocol_line(sheet.route, content, links, "Alle rollen: ", matrix, "."),
            print_button("Print dit blad"),
            *([ON_PAPER] if _size(sheet) == SMALLEST else []),
            *[markdown_section(heading, anchor, html) for heading, anchor, html in filled],
        ]
    )


def _protocol_line(route: Route, content: Content, links: Links, *more: str | tuple) -> str:
    address = links.to(route_path(route, content))
    return to_html(el("p", {"class": "role-links"}, "Protocol: ", el("a", {"href": address}, route.title), ". ", *more))


def _size(sheet: Sheet) -> str:
    """How large the type of the sheet can be on paper: a role with much to do gets a small one."""
    letters = sum(map(len, sheet.role.tasks)) + sum(len(guide.title) for guide in sheet.leads + sheet.attends)
    letters += sum(len(step.title) + sum(map(len, step.record + step.caution)) + 60 for step in sheet.does)
    letters += sum(len(step.title) + 80 for step in sheet.joins + sheet.hears)
    return "role-ordinary" if letters <= ORDINARY else "role-small" if letters <= SMALL else SMALLEST


def _steps(
    steps: list[Step],
    sheet: Sheet,
    content: Content,
    links: Links,
    facts: Callable[[Step, Route, Content], list | tuple | None],
    name: str = "role-steps",
) -> tuple | None:
    items = [
        el(
            "li",
            None,
            el(
                "p",
                {"class": "role-step"},
                el(
                    "a",
                    {"href": links.to(step_path(sheet.route, step.id, content))},
                    f"{_number(step, sheet.route)}. {step.title}",
                ),
            ),
            facts(step, sheet.route, content),
        )
        for step in steps
    ]
    return el("ul", {"class": name}, items) if items else None


def _own_facts(step: Step, route: Route, content: Content) -> list:
    return [
        fact_list(
            [
                ("Uiterlijk", _latest(step, route, content)),
                ("Terugkijken na", look_back_line(step, content)),
                ("Schrijf op", _sentences(step.record)),
            ]
        ),
        fact_list([("Let op", " ".join(step.caution))], "role-caution"),
    ]


def _facts(step: Step, route: Route, content: Content) -> tuple | None:
    return fact_list([("Wie", role_names(step.who, content)), ("Uiterlijk", _latest(step, route, content))])


def _latest(step: Step, route: Route, content: Content) -> str:
    """By when, with the numbers of the steps from which it counts: "binnen 1 week na stap 3"."""
    if not step.deadline:
        return ""
    text = deadline_line(step, route, content)
    for other in route.steps:
        text = text.replace(f"‘{other.title}’", f"stap {_number(other, route)}")
    return f"{text}. {step.deadline.remark}" if step.deadline.remark else text


def _sentences(texts: list[str]) -> str:
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in texts)


def _number(step: Step, route: Route) -> int:
    return route.steps.index(step) + 1


def _guide_list(guides: list[Guide], links: Links) -> tuple | None:
    items = [el("li", None, el("a", {"href": links.to(f"gesprekken/{guide.id}")}, guide.title)) for guide in guides]
    return el("ul", {"class": "role-guides"}, items) if items else None


# ---- the matrix ----


def matrix_page(content: Content, links: Links) -> str:
    """All steps of the school's protocol and everybody at school who has a part in them, in one table, in Markdown."""
    route, found = own_protocol(content), [sheet for sheet in sheets(content) if sheet.role.group == "school"]
    parts = [f"# {raw(MATRIX_TITLE)}", lead("Alle stappen van ons protocol, met wat ieder op school in die stap doet.")]
    if route is None or not found:
        return "\n\n".join([*parts, to_html(el("p", None, "In dit protocol staat niet wie wat doet."))])
    legend = [el("div", {"class": "fact"}, el("dt", None, letter), el("dd", None, word)) for letter, word, _ in PARTS]
    legend.append(el("div", {"class": "fact"}, el("dt", None, "leeg"), el("dd", None, "geen taak in deze stap")))
    return "\n\n".join(
        [
            *parts,
            _protocol_line(route, content, links, "Kies een rol voor een blad met alleen die taken."),
            print_button("Print deze tabel"),
            to_html(el("dl", {"class": "facts matrix-legend"}, legend)),
            to_html(_matrix(route, found, content, links)),
        ]
    )


def _matrix(route: Route, found: list[Sheet], content: Content, links: Links) -> tuple:
    head = [el("th", {"scope": "col", "class": "matrix-corner"}, "Stap")]
    head += [el("th", {"scope": "col"}, el("a", {"href": links.to(f"rollen/{sheet.role.id}")}, sheet.name)) for sheet in found]
    rows = [
        el(
            "tr",
            None,
            el(
                "th", {"scope": "row"}, el("a", {"href": links.to(step_path(route, step.id, content))}, f"{number}. {step.title}")
            ),
            [_cell(step, sheet.role.id) for sheet in found],
        )
        for number, step in enumerate(route.steps, 1)
    ]
    return el(
        "div",
        {"class": "table-scroll matrix-frame", "tabindex": "0", "role": "region", "aria-label": MATRIX_TITLE},
        el(
            "table",
            {"class": "role-matrix"},
            el("caption", {"class": "unseen"}, f"Wie doet wat in ‘{route.title}’"),
            el("thead", None, el("tr", None, head)),
            el("tbody", None, rows),
        ),
    )


def _cell(step: Step, role_id: str) -> tuple:
    """Letters to see, words to hear. Somebody who does a step and hears of it has two letters."""
    parts = [(letter, word) for letter, word, key in PARTS if role_id in getattr(step, key)]
    if not parts:
        return el("td", None)
    return el(
        "td",
        {"class": f"matrix-{parts[0][0].lower()}"},
        el("span", {"aria-hidden": "true"}, " ".join(letter for letter, _ in parts)),
        " ",
        el("span", {"class": "unseen"}, " en ".join(word for _, word in parts)),
    )
