"""The account of the sources: what came from where, where they disagreed, what was repaired and what was left out."""

from pathlib import Path

from macros.content.model import Content
from macros.publish.links import Links
from macros.render.shared import capital, markdown_section
from macros.schema.provenance import Provenance, SourceDocument
from macros.upkeep.sources import Count, Coverage
from widgets.core.html import el, to_html

# Content files that are one page of the site: file name -> (page, title).
SINGLE_PAGES = {
    "begrippen": ("begrippen", "Begrippen"),
    "rollen": ("rollen", "Rollen"),
    "hulplijnen": ("hulplijnen", "Hulplijnen"),
    "gevaar": ("nu-gevaar", "Nu gevaar?"),
}


def provenance(found: Coverage, content: Content, links: Links) -> str:
    """Everything after the prose, in Markdown with blocks of HTML.

    Raises ValueError, with the report in Dutch, when protocol/herkomst.yaml cannot be read.
    """
    if found.provenance is None:
        raise ValueError("\n".join(str(problem) for problem in found.problems))
    sections = [("De bronnen in getallen", "bronnen", _totals(found, found.provenance))]
    sections += [
        (capital(source.name), f"bron-{source.id.lower()}", _source(source, found.provenance, found, content, links))
        for source in found.provenance.sources
    ]
    sections += [
        ("Waar de bronnen elkaar tegenspreken", "tegenspraken", _contradictions(found.provenance)),
        ("Wat we hebben hersteld", "hersteld", _repairs(found.provenance)),
        ("Wat we hebben weggelaten of anders doen", "anders", _departures(found.provenance)),
    ]
    return "\n\n".join(markdown_section(title, anchor, to_html(html)) for title, anchor, html in sections)


def _totals(found: Coverage, provenance: Provenance) -> tuple:
    """One row per source, and one for the contradictions between them."""
    counts = found.counts()
    names = {source.id: source.name for source in provenance.sources} | {"X": "tegenspraken"}
    rows = []
    for code, name in names.items():
        rows.append(_numbers_row(capital(name), [count for (source, _), count in counts.items() if source == code]))
    rows.append(_numbers_row("Samen", list(counts.values())))
    return el(
        "div",
        None,
        el(
            "p",
            None,
            f"We gaven elk feit uit de bronnen een nummer. Samen zijn dat er {len(found.facts)}, "
            "met de plekken waar de bronnen elkaar tegenspreken erbij.",
        ),
        _table("De bronnen in getallen", ("Bron", "Feiten", "Verwerkt", "Met opzet anders of weggelaten"), rows),
    )


def _numbers_row(name: str, counts: list[Count]) -> tuple:
    total = sum(count.total for count in counts)
    different = sum(count.reasoned for count in counts)
    numbers = (total, total - different - sum(count.missing for count in counts), different)
    return el("tr", None, el("th", {"scope": "row"}, name), [el("td", None, str(number)) for number in numbers])


def _source(source: SourceDocument, provenance: Provenance, found: Coverage, content: Content, links: Links) -> tuple:
    """What kind of document it is, and per kind of fact the pages where it stands."""
    kinds = {kind.code: kind.name for kind in provenance.kinds}
    rows = [
        el(
            "tr",
            None,
            el("th", {"scope": "row"}, kinds[kind]),
            el("td", None, str(count.total)),
            el("td", None, _pages(found.files(source.id, kind), found, content, links)),
        )
        for (code, kind), count in found.counts().items()
        if code == source.id
    ]
    return el(
        "div", None, el("p", None, source.description), _table(capital(source.name), ("Soort", "Feiten", "Waar het staat"), rows)
    )


def _pages(files: list[str], found: Coverage, content: Content, links: Links) -> list:
    """Links to the pages made from these files. A page that is not for this kind of school is only named."""
    parts: list = []
    for file in files:
        folder, name = Path(file).parent.name, Path(file).stem
        page = content.folders.get(folder, {}).get(name)
        if page:
            shown = el("a", {"href": links.to(f"{folder}/{name}")}, page.title)
        elif name in SINGLE_PAGES:
            path, title = SINGLE_PAGES[name]
            shown = el("a", {"href": links.to(path)}, title)
        elif found.titles[file]:
            shown = f"{found.titles[file]} (voor andere scholen)"
        else:
            continue  # words and settings of the school: no page of their own
        parts += [", " if parts else None, shown]
    return parts


def _contradictions(provenance: Provenance) -> tuple:
    rows = [
        el("tr", None, el("th", {"scope": "row"}, item.title), el("td", None, item.difference), el("td", None, item.choice))
        for item in provenance.contradictions
    ]
    return el(
        "div",
        None,
        el(
            "p",
            None,
            f"Op {len(rows)} punten zeggen de bronnen niet hetzelfde, of zeggen ze alle vijf niets. Dit is wat wij kiezen.",
        ),
        _table("Waar de bronnen elkaar tegenspreken", ("Waarover", "Het verschil", "Onze keuze"), rows),
    )


def _repairs(provenance: Provenance) -> tuple:
    parts = []
    for theme in provenance.themes:
        rows = [el("tr", None, el("td", None, repair.problem), el("td", None, repair.choice)) for repair in theme.repairs]
        parts += [el("h3", None, theme.title), _table(theme.title, ("Wat er niet klopte", "Wat er nu staat"), rows)]
    total = sum(len(repair.facts) for theme in provenance.themes for repair in theme.repairs)
    return el(
        "div",
        None,
        el(
            "p",
            None,
            f"In de bronnen vonden we {total} fouten, gaten en onduidelijke plekken. Wat bij elkaar hoort, staat hier samen.",
        ),
        parts,
    )


def _departures(provenance: Provenance) -> tuple:
    rows = [el("tr", None, el("th", {"scope": "row"}, item.what), el("td", None, item.reason)) for item in provenance.departures]
    return el(
        "div",
        None,
        el("p", None, "Dit namen we met opzet niet over, of alleen in een andere vorm."),
        _table("Wat we hebben weggelaten of anders doen", ("Wat er stond", "Waarom niet zo"), rows),
    )


def _table(name: str, columns: tuple[str, ...], rows: list) -> tuple:
    head = el("tr", None, [el("th", {"scope": "col"}, text) for text in columns])
    # With a class, so that the theme does not put a second scrolling box around the table.
    return el(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": name},
        el("table", {"class": "provenance"}, el("thead", None, head), el("tbody", None, rows)),
    )
