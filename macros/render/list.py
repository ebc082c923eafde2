"""The page of a list: signals, rules, agreements, prevention, measures, calendar, resources."""

from collections.abc import Callable, Mapping
from types import ModuleType

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.lists import agreements_data, signals_data
from macros.publish.routes import role_names
from macros.render.decisions import decision_sections
from macros.render.shared import bullets, checked_line, lead, markdown_section, print_button, raw, widget
from macros.schema.collection import Collection, Entry, Group
from widgets.core import agreements, signals
from widgets.core.html import el, to_html

BLANK_LINE = "…" * 30
SIGNATURES = 3
# hulpmiddel -> heading above it, name and core of the widget, and its data.
TOOLS: dict[str, tuple[str, str, ModuleType, Callable[[Collection, Content, Links], Mapping[str, object]]]] = {
    "signaallijst": ("Kruis aan op dit scherm", "signals", signals, signals_data),
    "klasblad": ("Maak jullie blad", "agreements", agreements, agreements_data),
}


def collection_page(collection: Collection, content: Content, links: Links | None = None) -> str:
    """The whole page in Markdown, with blocks of HTML. Without `links` (in the policy document) only the plain list."""
    sections = [f"# {raw(collection.title)}", lead(collection.summary)]
    if links and not collection.tool:  # a tool prints what somebody made with it
        sections.append(print_button("Print deze lijst"))
    sections += [to_html(el("p", None, text)) for text in collection.intro]
    if collection.caution:
        sections.append(
            to_html(el("div", {"class": "caution"}, el("p", {"class": "caution-title"}, "Let op"), bullets(collection.caution)))
        )
    sections += decision_sections(collection, content, letters=links is not None)
    if collection.tool and links:
        sections.append(_tool(collection.tool, collection, content, links))
    for group in collection.groups:
        sections.append(markdown_section(group.title, f"groep-{group.id}", to_html(_group(collection, group, content))))
    if collection.kind == "ondertekenen":
        sections.append(to_html(_signatures()))
    sections.append(checked_line(collection))
    return "\n\n".join(sections)


def _tool(name: str, collection: Collection, content: Content, links: Links) -> str:
    """The widget. The plain list below it stays for paper, and for who has no JavaScript."""
    heading, kind, core, data_of = TOOLS[name]
    # Search finds these texts in the plain list; a link to a group there leads to the same group in the widget.
    return markdown_section(heading, "op-dit-scherm", widget(kind, data_of(collection, content, links), core, found=False))


def _group(collection: Collection, group: Group, content: Content) -> tuple:
    explanation = [el("p", None, text) for text in group.explanation]
    if collection.kind == "kalender":
        return el("div", None, explanation, _calendar(group, content))
    blanks = [el("li", {"class": "blank"}, BLANK_LINE) for _ in range(group.blank)]
    style = "checklist" if collection.kind in ("aankruisen", "ondertekenen") else "entries"
    return el("div", None, explanation, el("ul", {"class": style}, [_entry(entry, content) for entry in group.entries], blanks))


def _entry(entry: Entry, content: Content) -> tuple:
    details = [text for text in (entry.when, role_names(entry.who, content)) if text]
    text = el("a", {"href": entry.link, "rel": "noreferrer"}, entry.text) if entry.link else entry.text
    return el(
        "li",
        {"id": f"punt-{entry.id}"} if entry.id else None,
        el("span", {"class": "entry-text"}, text),
        el("span", {"class": "entry-details"}, f" ({'; '.join(details)})") if details else None,
        el("span", {"class": "entry-explanation"}, " " + entry.explanation) if entry.explanation else None,
    )


def _calendar(group: Group, content: Content) -> tuple:
    rows = []
    for entry in group.entries:
        text = el("a", {"href": entry.link, "rel": "noreferrer"}, entry.text) if entry.link else entry.text
        rows.append(
            el(
                "tr",
                None,
                el("th", {"scope": "row"}, entry.when or ""),
                el("td", None, text, el("br") if entry.explanation else None, entry.explanation),
                el("td", None, role_names(entry.who, content)),
            )
        )
    head = [el("th", {"scope": "col"}, text) for text in ("Wanneer", "Wat", "Wie")]
    return el(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": group.title},
        el("table", {"class": "calendar"}, el("thead", None, el("tr", None, head)), el("tbody", None, rows)),
    )


def _signatures() -> tuple:
    """Room to sign, on paper."""
    lines = [el("p", None, "Naam: " + BLANK_LINE + " Handtekening: " + BLANK_LINE) for _ in range(SIGNATURES)]
    return el("div", {"class": "signatures"}, el("p", None, "Datum: " + BLANK_LINE), lines)
