"""The page with everything in which a school departs from the base, for the participation council."""

from typing import Any

from macros.content.differences import HIDDEN, Change, own_choices
from macros.content.model import Content
from macros.content.vocabulary import PLACEHOLDER
from macros.publish.links import Links
from macros.render.shared import markdown_section
from macros.render.sources import SINGLE_PAGES as PAGES
from macros.schema import FOLDERS
from macros.schema.tables import NO_CHOICE, ROLES, STEPS
from widgets.core.html import el, to_html

# Files that are one page of the site: file name -> (page, title).
SINGLE_PAGES = {**PAGES, "woorden": ("rollen", "Woorden"), "vakanties": ("scholen", "Vakanties")}
# Keys that say too little on their own.
_LABELS = {"naar": "gaat naar", "dan": "na het maximum", "binnen": "uiterlijk", "na": "gerekend vanaf", "als": "keuze"}


def own_choices_page(content: Content, links: Links) -> str:
    """All own choices, in Markdown with a table per page; and a sentence when there are none."""
    choices = own_choices(content.project)
    school = content.school
    protocol = content.protocols[school.protocol]
    link = el("a", {"href": links.to(f"protocollen/{protocol.id}")}, protocol.title)
    intro = el("p", None, f"{school.name} volgt het protocol ", link, ".")
    if not choices:
        none = el("p", None, "Eigen keuzes: geen. Alles op deze site staat zoals in de basis.")
        return to_html(el("div", {"class": "block"}, intro, none))
    count = sum(len(changes) for changes in choices.values())
    amount = "staat 1 verschil" if count == 1 else f"staan alle {count} verschillen"
    parts = [to_html(el("div", {"class": "block"}, intro, el("p", None, f"Hieronder {amount} met de basis, per pagina.")))]
    for number, (name, changes) in enumerate(choices.items(), 1):
        parts.append(markdown_section(_title(name, content), f"keuze-{number}", to_html(_section(name, changes, content, links))))
    return "\n\n".join(parts)


def _title(name: str, content: Content) -> str:
    document = content.project.chosen[name]
    title = document.value.get("titel", "") if name.split("/")[0] in FOLDERS else SINGLE_PAGES[name][1]
    return _filled(title, content) or name


def _section(name: str, changes: list[Change], content: Content, links: Links) -> tuple:
    """The table of one page, with a link to that page."""
    target = SINGLE_PAGES[name][0] if name in SINGLE_PAGES else name
    titles: dict[str, str] = {}
    for document in (content.project.base.get(name), content.project.chosen[name]):
        steps = document.value.get("stappen") if document else None
        titles |= {step["id"]: step.get("titel", "") for step in steps or [] if isinstance(step, dict) and "id" in step}
    sides = ("In de basis", "Bij ons")
    head = [el("th", {"scope": "col", "role": "columnheader"}, text) for text in ("Wat", *sides)]
    rows = [
        el(
            "tr",
            {"role": "row"},
            el("th", {"scope": "row", "role": "rowheader"}, _what(change, content)),
            [
                el("td", {"role": "cell", "data-label": label}, _cell(change, side, content, titles))
                for side, label in zip(("before", "after"), sides)
            ],
        )
        for change in changes
    ]
    # The roles stay a table for who listens, also where a narrow screen shows the cells below each other.
    table = el(
        "table",
        {"class": "own-choices", "role": "table", "aria-label": f"Eigen keuzes: {_title(name, content)}"},
        el("thead", {"role": "rowgroup"}, el("tr", {"role": "row"}, head)),
        el("tbody", {"role": "rowgroup"}, rows),
    )
    way = None
    if _is_shown(target, content):
        way = el("p", {"class": "no-print"}, el("a", {"href": links.to(target)}, "Naar deze pagina"))
    return el("div", None, way, table)


def _is_shown(target: str, content: Content) -> bool:
    """Has this page a place in the site of this school?"""
    folder, _, page = target.partition("/")
    return folder not in FOLDERS or page in content.folders[folder]


def _what(change: Change, content: Content) -> list:
    place = " › ".join(_filled(part, content) for part in change.where) or "Deze pagina"
    if change.field:
        place += f": {_label(change.field)}"
    return [el("strong", None, f"{change.kind}. "), place]


def _label(key: str) -> str:
    return _LABELS.get(key, key.replace("_", " "))


def _cell(change: Change, side: str, content: Content, titles: dict[str, str]) -> Any:
    value = change.before if side == "before" else change.after
    if value in ("", [], {}):
        if change.kind == HIDDEN and not change.field:
            return "Wel gebruikt" if side == "before" else change.why or "Niet gebruikt"
        return "–"
    words = _words(change.field, value, content, titles)
    return [words, ". ", change.why] if side == "after" and change.why else words


def _words(key: str, value: Any, content: Content, titles: dict[str, str]) -> Any:
    """A value as a reader of the page knows it: roles and steps by their names."""
    if isinstance(value, dict):
        value = {part: inside for part, inside in value.items() if part not in (*NO_CHOICE, "voor")}
        if len(value) == 1:
            ((only, inside),) = value.items()
            return _words(only, inside, content, titles)
        return el(
            "ul",
            None,
            [el("li", None, f"{_label(part)}: ", _words(part, inside, content, titles)) for part, inside in value.items()],
        )
    if isinstance(value, list):
        if all(isinstance(one, str) for one in value) and key in ROLES:
            return ", ".join(_words(key, one, content, titles) for one in value)
        return el("ul", None, [el("li", None, _words(key, one, content, titles)) for one in value])
    if key in ROLES and value in content.roles:
        return content.vocabulary.name(value)
    if key in STEPS and titles.get(value):
        return f"‘{_filled(titles[value], content)}’"
    return _filled(value, content)


def _filled(text: str, content: Content) -> str:
    """The text with the words of the school in it."""
    return PLACEHOLDER.sub(lambda match: content.vocabulary.replace(match.group(1)) or match.group(0), text)
