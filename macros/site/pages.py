"""Which pages are made from content, and the menu of the whole site."""

import json
import re
from pathlib import Path

import yaml

from macros.content.model import Content
from macros.content.vocabulary import PLACEHOLDER
from macros.publish.routes import route_path, step_path
from macros.render import ballot, role_sheets, step_page, wall_sheet
from macros.render.shared import raw
from macros.schema.base import Page
from macros.schema.collection import Collection
from macros.schema.questionnaire import BALLOT, REPORT, Questionnaire, page_id
from macros.schema.route import Route, Step
from widgets.core.html import escape

# Folder in the site -> the macro that draws one page of it.
FOLDERS = {
    "protocollen": "protocol_page",
    "wegwijzers": "wayfinder_page",
    "gesprekken": "guide_page",
    "vragenlijsten": "questionnaire_page",
    "lijsten": "collection_page",
}
# How far down the search puts the page of a step.
OWN_STEPS, OTHER_PROTOCOLS = 0.3, 0.1
_ROLES_IN_MENU = (role_sheets.MATRIX, *role_sheets.FIRST)  # mkdocs.yml lets the others be out of it
# Above a page that somebody fills in: a way to leave quickly, and no menu.
_FILLED_IN = "snel_weg: true\nhide: [navigation, toc]"
_MARK = re.compile(r"<(\w+)( \w+)?>")


def generated(content: Content) -> list[tuple[str, str]]:
    """All pages made from content: (path under docs, Markdown). The Markdown only calls a macro by id."""
    pages = []
    for folder, items in content.folders.items():
        for page in items.values():
            # The title of a questionnaire stays neutral: others may see the tab or the history.
            title = "Vragenlijst" if folder == "vragenlijsten" else page.title
            hide = "hide: [toc]" if folder in ("protocollen", "wegwijzers") else ""  # the map needs the width
            front = (
                f"---\ntitle: {_meta(title)}\ndescription: {_meta(page.summary)}\n"
                f"zoekwoorden: {json.dumps(page.search_words, ensure_ascii=False)}\n"
                f"{_FILLED_IN if folder == 'vragenlijsten' else hide or _wide(page)}\n---\n\n"
            )
            pages.append((f"{folder}/{page.id}.md", f'{front}{{{{ {FOLDERS[folder]}("{page.id}") }}}}\n'))
    return pages + _ballots(content) + _roles(content)


def _wide(page: Page) -> str:
    """A page with a table of many columns has no contents beside it."""
    return "hide: [toc]" if isinstance(page, Collection) and page.decisions else ""


def steps(content: Content) -> list[tuple[str, str]]:
    """A page for each step of every route and a sheet for the wall, out of the menu: (path under docs, Markdown)."""
    found = [_step(route, step, content) for route in content.routes for step in route.steps]
    return found + [_wall_sheet(route, content) for route in wall_sheet.offered(content)]


def _wall_sheet(route: Route, content: Content) -> tuple[str, str]:
    above = [[escape(route.title).replace("{", "&#123;"), route_path(route, content)]]
    return (
        f"{wall_sheet.path(route)}.md",
        f"---\ntitle: {_meta(f'{wall_sheet.TITLE}: {route.title}')}\ndescription: {_meta(wall_sheet.SUM)}\n"
        f"search: {{boost: {OTHER_PROTOCOLS}}}\nhide: [navigation, toc]\n"
        f"kruimels: {json.dumps(above, ensure_ascii=False)}\n---\n\n"
        f'{{{{ wall_sheet("{route.id}") }}}}\n',
    )


def _step(route: Route, step: Step, content: Content) -> tuple[str, str]:
    """Found after the page of its route; those of the protocols that the school does not follow come last."""
    boost = OTHER_PROTOCOLS if route.id in content.protocols and route.id != content.school.protocol else OWN_STEPS
    above = [[escape(title).replace("{", "&#123;"), page] for title, page in step_page.crumbs(route, step, content)]
    return (
        f"{step_path(route, step.id, content)}.md",
        f"---\ntitle: {_meta(f'{step.title} – {route.title}')}\ndescription: {_meta(_what_it_is(route, step))}\n"
        f"search: {{boost: {boost}}}\nhide: [navigation, toc]\nkruimels: {json.dumps(above, ensure_ascii=False)}\n---\n\n"
        f'{{{{ step_page("{route.id}", "{step.id}") }}}}\n',
    )


def _what_it_is(route: Route, step: Step) -> str:
    return f"Stap {route.steps.index(step) + 1} van {len(route.steps)} in ‘{route.title}’: {step.title}"


def hidden(content: Content) -> list[tuple[str, str]]:
    """A short page at the address of each page that the school hides, so that no link to it is dead: (path, Markdown)."""
    pages = []
    for name in sorted(content.project.hidden):
        title = content.project.documents[name].value.get("titel", "") if not name.startswith("vragenlijsten/") else "Vragenlijst"
        title = PLACEHOLDER.sub(lambda match: content.vocabulary.replace(match.group(1)) or match.group(0), str(title))
        pages.append(
            (
                f"{name}.md",
                f"---\ntitle: {_meta(title)}\nsearch: {{exclude: true}}\n---\n\n# {raw(title)}\n\n"
                "Onze school gebruikt deze pagina niet.\n",
            )
        )
    return pages


def _ballots(content: Content) -> list[tuple[str, str]]:
    """Of each questionnaire that may go into it: the ballot box, and the reports."""

    def page(questionnaire: Questionnaire, what: str, title: str, summary: str, words: list[str], macro: str) -> tuple[str, str]:
        return (
            f"vragenlijsten/{page_id(questionnaire.id, what)}.md",
            f"---\ntitle: {_meta(title + ': ' + questionnaire.title)}\ndescription: {_meta(summary)}\n"
            f"zoekwoorden: {json.dumps(words, ensure_ascii=False)}\nsearch: {{boost: 0.5}}\n---\n\n"
            f'{{{{ {macro}("{questionnaire.id}") }}}}\n',
        )

    pages = []
    for questionnaire in ballot.offered(content):
        pages.append(
            page(
                questionnaire,
                BALLOT,
                "Stembus",
                "Een groep vult samen de vragenlijst in, zonder dat iemand ziet wie wat koos.",
                ["stembus", "groepsmeting", "klassenrapport"],
                "ballot_page",
            )
        )
        pages.append(
            page(
                questionnaire,
                REPORT,
                "Rapporten",
                "Het beeld van de school, en twee rapporten naast elkaar.",
                ["schoolrapport", "deelbestand", "vergelijken"],
                "reports_page",
            )
        )
    return pages


def _roles(content: Content) -> list[tuple[str, str]]:
    """The matrix of all roles and a sheet for each. Found in the search after the pages that say how something is done."""

    def page(page_id: str, title: str, summary: str, words: list[str], macro: str, hide: str = "") -> tuple[str, str]:
        above = "" if page_id in _ROLES_IN_MENU else 'kruimels: [["Rollen", "rollen"]]\n'
        return (
            f"rollen/{page_id}.md",
            f"---\ntitle: {_meta(title)}\ndescription: {_meta(summary)}\n"
            f"zoekwoorden: {json.dumps(words, ensure_ascii=False)}\nsearch: {{boost: 0.5}}\n"
            f"hide: [{hide}]\n{above}---\n\n{{{{ {macro} }}}}\n",
        )

    matrix = page(
        role_sheets.MATRIX,
        role_sheets.MATRIX_TITLE,
        "Alle stappen van ons protocol in één tabel, met wat ieder op school in die stap doet.",
        ["matrix", "taakverdeling", "overzicht van taken"],
        "roles_matrix()",
        "toc",
    )
    return [
        matrix,
        *(
            page(
                sheet.role.id,
                sheet.name,
                role_sheets.summary(sheet, content),
                [f"taken {sheet.name}", "rolblad"],
                f'role_page("{sheet.role.id}")',
            )
            for sheet in role_sheets.sheets(content)
        ),
    ]


def _meta(text: str) -> str:
    """Text for the front matter: the theme writes it into pages unescaped, and macros look for braces in it."""
    return json.dumps(escape(text).replace("{", "&#123;"), ensure_ascii=False)


def menu(root: Path) -> list:
    """The menu as it is written in mkdocs.yml, for who builds without MkDocs."""
    return settings(root)["nav"]


def settings(root: Path) -> dict:
    """The settings in mkdocs.yml; values from the environment (!ENV) are left empty."""
    return yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml."""


_Loader.add_constructor("!ENV", lambda loader, node: "")


def nav(content: Content, written: list) -> list:
    """The menu of this school. `written`: that of mkdocs.yml, in which a mark such as <wegwijzers> stands for pages made from
    content.

    Raises ValueError for a mark that does not exist.
    """
    return [item for part in written for item in _filled(part, content)]


def _filled(part: str | dict, content: Content) -> list:
    """One part of the menu with the pages of its marks; without pages it is left out."""
    if isinstance(part, dict):
        made = {
            title: below if isinstance(below, str) and not _MARK.fullmatch(below) else nav(content, _listed(below))
            for title, below in part.items()
        }
        return [{title: below} for title, below in made.items() if below]
    mark = _MARK.fullmatch(part)
    return _made(mark[1], mark[2] or "", content) if mark else [part]


def _listed(below: str | list) -> list:
    return below if isinstance(below, list) else [below]


def _made(kind: str, which: str, content: Content) -> list:
    """The pages that a mark stands for."""
    if kind == "lijsten":
        return [f"lijsten/{page.id}.md" for page in content.collections.values() if page.menu == which.strip()]
    if kind == "stembus":
        return [path for path, _ in _ballots(content)]
    if kind == "rollen":
        return [path for path, _ in _roles(content) if Path(path).stem in _ROLES_IN_MENU]
    if kind == "protocol":
        return [{"Ons protocol": f"protocollen/{content.school.protocol}.md"}]
    if kind == "protocollen":  # the others, to learn from
        return [f"protocollen/{page_id}.md" for page_id in content.protocols if page_id != content.school.protocol]
    if kind in content.folders:
        pages = [f"{kind}/{page_id}.md" for page_id in content.folders[kind]]
        # The title of a questionnaire stays neutral: others may see the menu.
        return [{"Vragenlijst": path} for path in pages] if kind == "vragenlijsten" else pages
    raise ValueError(
        f"mkdocs.yml: het menu kent <{kind}> niet. Kies uit: protocol, lijsten, stembus, rollen, {', '.join(content.folders)}."
    )
