"""What a board wants to know of each location: filled in, missing, out of date, and how much it does its own way.

Source: R-36, a build report per location.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from macros.checks.all import check_ages
from macros.checks.calendar import check_calendar
from macros.checks.contacts import is_name
from macros.content.differences import own_choices
from macros.content.model import Content
from widgets.core.html import el, to_html

COLUMNS = ("Locatie", "Gemaakt", "Ingevuld", "Ontbreekt of fout", "Verouderd", "Eigen keuzes")


@dataclass(frozen=True)
class Report:
    """The report of one location. `errors`: why it was not built; `kept`: its site of an earlier time still stands."""

    id: str
    name: str = ""
    filled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    choices: int = 0
    seconds: float = 0.0
    errors: tuple[str, ...] = ()
    kept: bool = False

    @property
    def built(self) -> bool:
        """Does the new site of this location stand?"""
        return not self.errors


@dataclass
class _Checklist:
    filled: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def item(self, what: str, there: object, advice: str = "") -> None:
        (self.filled if there else self.missing).append(what if there else advice or what)


def report_of(location: str, content: Content) -> Report:
    """The report on the content of one location, before it is built. `content` has no errors."""
    filled, missing = checklist(content)
    old = [*check_ages(content), *(problem for problem in check_calendar(content) if problem.warning)]
    return Report(
        location,
        content.school.name,
        tuple(filled),
        tuple(missing),
        tuple(str(replace(problem, warning=False)) for problem in sorted(set(old))),
        sum(len(changes) for changes in own_choices(content.project).values()),
    )


def checklist(content: Content) -> tuple[list[str], list[str]]:
    """What is filled in and what is missing in the school file."""
    school, found = content.school, _Checklist()
    example_name = content.project.base["school"].value.get("naam")
    found.item("geen voorbeeld meer", not school.example, "voorbeeld staat nog op ja")
    found.item("naam", school.name != example_name, "eigen naam")
    found.item("plaats", school.town)
    found.item("website", school.site)
    found.item("vakanties", school.holidays, "regio van de vakanties")
    for contact in school.contacts:
        role = content.vocabulary.name(contact.role)
        found.item(f"naam bij {role}", is_name(contact.name))
        found.item(f"nummer of mail bij {role}", contact.phone or contact.mail)
    found.item("bestuur", school.board, "contact bij het bestuur, en wanneer je daarheen gaat")
    if school.board:
        found.item("nummer of mail van het bestuur", school.board.phone or school.board.mail)
    return found.filled, found.missing


def for_all(reports: list[Report]) -> tuple[str, ...]:
    """What is out of date at every location that was built: said once. With one location there is nothing to share."""
    built = [report for report in reports if report.built]
    if len(built) < 2:
        return ()
    return tuple(line for line in built[0].old if all(line in report.old for report in built))


def _rows(reports: list[Report]) -> list[tuple[Report, list[str]]]:
    """Per location: the report, and what is out of date here alone."""
    shared = set(for_all(reports))
    return [(report, [line for line in report.old if line not in shared]) for report in reports]


def summary(reports: list[Report]) -> str:
    """The report for a terminal: a line per location, what is the same everywhere, and the errors together at the end."""
    width = max([len(report.id) for report in reports], default=0)
    lines = []
    for report, old in _rows(reports):
        if report.built:
            total = len(report.filled) + len(report.missing)
            lines.append(
                f"  {report.id.ljust(width)}  ingevuld {len(report.filled)} van {total}, verouderd {len(old)}, "
                f"eigen keuzes {report.choices}"
            )
        else:
            lines.append(f"  {report.id.ljust(width)}  niet gemaakt")
    shared = for_all(reports)
    if shared:
        lines += ["", f"Verouderd bij alle locaties ({len(shared)}):", *(f"  {line}" for line in shared)]
    failed = [report for report in reports if not report.built]
    if failed:
        lines += ["", _failed(len(failed))]
        for report in failed:
            lines += [
                "",
                f"{report.id}: {_kept(report)}",
                *("  " + line for error in report.errors for line in error.splitlines()),
            ]
    return "\n".join(lines)


def _failed(number: int) -> str:
    return "1 locatie is niet gemaakt:" if number == 1 else f"{number} locaties zijn niet gemaakt:"


def _kept(report: Report) -> str:
    return "de site van de vorige keer staat er nog." if report.kept else "van deze locatie is er nog geen site."


def as_markdown(reports: list[Report], date: str) -> str:
    """The report as a Markdown table."""

    def cell(parts: list[str] | tuple[str, ...]) -> str:
        return "<br>".join(part.replace("|", "\\|").replace("\n", "<br>") for part in parts) or "–"

    rows = [
        f"| {_name(report)} | {_made(report)} | {_filled(report)} | "
        f"{cell(report.missing or report.errors)} | {cell(old)} | {report.choices if report.built else '–'} |"
        for report, old in _rows(reports)
    ]
    shared = [f"- {line}" for line in for_all(reports)]
    return "\n".join(
        [
            f"# Overzicht van de locaties, {date}",
            "",
            f"| {' | '.join(COLUMNS)} |",
            "|" + "---|" * len(COLUMNS),
            *rows,
            *(["", "## Verouderd bij alle locaties", "", *shared] if shared else []),
            "",
        ]
    )


def as_page(reports: list[Report], date: str, style: str) -> str:
    """The report as a page of its own. `style`: the text of its style sheet; the page is not part of a site."""

    def cell(parts: list[str] | tuple[str, ...]) -> tuple:
        return el("td", None, el("ul", None, [el("li", None, part) for part in parts]) if parts else "–")

    rows = [
        el(
            "tr",
            None,
            el("th", {"scope": "row"}, _name(report)),
            el("td", None, _made(report)),
            el("td", None, _filled(report)),
            cell(report.missing or report.errors),
            cell(old),
            el("td", None, str(report.choices) if report.built else "–"),
        )
        for report, old in _rows(reports)
    ]
    shared = for_all(reports)
    title = "Overzicht van de locaties"
    main = el(
        "main",
        None,
        el("h1", None, title),
        el("p", {"class": "lead"}, f"Gemaakt op {date}. Dit overzicht is voor het bestuur en hoort niet op het web."),
        el(
            "div",
            {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": title},
            el(
                "table",
                None,
                el("caption", None, _caption(reports)),
                el("thead", None, el("tr", None, [el("th", {"scope": "col"}, name) for name in COLUMNS])),
                el("tbody", None, rows),
            ),
        ),
        el("h2", None, "Verouderd bij alle locaties") if shared else None,
        el("ul", None, [el("li", None, line) for line in shared]) if shared else None,
    )
    return (
        '<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{title}</title><style>{style}</style></head>\n<body>\n{to_html(main)}\n</body>\n</html>\n"
    )


def _caption(reports: list[Report]) -> str:
    built = sum(report.built for report in reports)
    return f"{built} van {len(reports)} locaties gemaakt."


def _name(report: Report) -> str:
    return f"{report.name} ({report.id})" if report.name else report.id


def _made(report: Report) -> str:
    if report.built:
        return "ja"
    return "nee, de vorige site staat er nog" if report.kept else "nee"


def _filled(report: Report) -> str:
    return f"{len(report.filled)} van {len(report.filled) + len(report.missing)}" if report.built else "–"
