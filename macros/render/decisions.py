"""Measures as a table: who decides, for how long, who is heard, what comes on paper; the letters to take over stand below it.

On a narrow screen and on paper each measure is a block.
"""

from urllib.parse import quote

from macros.content.model import Content
from macros.content.reviews import said_of
from macros.render.shared import markdown_section
from macros.schema.collection import Collection
from macros.schema.decision import Cell, Decision, Letter
from macros.upkeep.facts import years_of_facts
from widgets.core.html import el, to_html

COLUMNS = (
    ("Wie beslist", "decides"),
    ("Hoe lang", "lasts"),
    ("Eerst horen", "heard"),
    ("Op papier", "written"),
    ("Melden aan", "reported"),
    ("Bezwaar", "objection"),
)
UNKNOWN = "–"
LINES = "\r\n\r\n"  # between the paragraphs of a mail


def decision_sections(collection: Collection, content: Content, letters: bool = True) -> list[str]:
    """The table and, when asked for, the letters, in Markdown with blocks of HTML; nothing for a list without decisions."""
    if not collection.decisions:
        return []
    table = to_html(_table(collection, years_of_facts(content.root), letters)) + to_html(_note(collection, content))
    found = [markdown_section("Wie beslist wat?", "wie-beslist", table)]
    written = [decision for decision in collection.decisions if decision.letters]
    if letters and written:
        folds = to_html(el("div", {"class": "letters no-print"}, [_letters(decision) for decision in written]))
        found.append(markdown_section("Brieven om over te nemen", "brieven", LETTERS + folds))
    return found


LETTERS = to_html(
    el(
        "p",
        {"class": "no-print"},
        "Wat tussen haken staat, vul je zelf in. Laat iemand anders de brief nalezen voordat je hem stuurt.",
    )
)


def _note(collection: Collection, content: Content) -> tuple:
    """What an empty place means, and how old all this is."""
    rules = content.spoken.replace("de schoolregels") or "de schoolregels"
    return el(
        "p",
        {"class": "checked"},
        f"Een streepje betekent dat onze bronnen er niets over zeggen: kijk dan in {rules}. "
        f"Het jaartal is dat van de bron. De tabel is {said_of(collection, 'bijgewerkt')}.",
    )


def _table(collection: Collection, years: dict[str, str], letters: bool) -> tuple:
    # The roles say again what a table is: as blocks a browser forgets it.
    head = [el("th", {"scope": "col", "role": "columnheader"}, text) for text in ("Maatregel", *(label for label, _ in COLUMNS))]
    rows = [
        el(
            "tr",
            {"role": "row", "id": f"maatregel-{decision.id}"},
            el(
                "th",
                {"scope": "row", "role": "rowheader"},
                decision.measure,
                [" ", el("a", {"class": "to-letters no-print", "href": f"#brieven-{decision.id}"}, _letters_word(decision))]
                if letters and decision.letters
                else None,
            ),
            [_cell(label, getattr(decision, name), years) for label, name in COLUMNS],
        )
        for decision in collection.decisions
    ]
    return el(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": "Wie beslist wat?"},
        el(
            "table",
            {"class": "decisions", "role": "table"},
            el("thead", {"role": "rowgroup"}, el("tr", {"role": "row"}, head)),
            el("tbody", {"role": "rowgroup"}, rows),
        ),
    )


def _letters_word(decision: Decision) -> str:
    return "De brief" if len(decision.letters) == 1 else "De brieven"


def _cell(label: str, cell: Cell | None, years: dict[str, str]) -> tuple:
    if cell is None:
        return el("td", {"role": "cell", "data-label": label, "class": "unknown"}, UNKNOWN)
    return el(
        "td",
        {"role": "cell", "data-label": label},
        el("span", None, cell.text),
        " ",
        el("span", {"class": "decision-law"}, law_line(cell, years)),
    )


def law_line(cell: Cell, years: dict[str, str]) -> str:
    """On what this rests: the law with the year of its newest source, or that the school itself chose it."""
    if not cell.law:
        return "Keuze van de school"
    known = [cell.year] if cell.year else sorted(years[source] for source in cell.sources if source in years)
    return f"{cell.law} · bron {f'van {known[-1]}' if known else 'zonder jaartal'}"


def _letters(decision: Decision) -> tuple:
    return el(
        "details",
        {"class": "fold", "id": f"brieven-{decision.id}"},
        el("summary", None, el("h3", None, f"{decision.measure}: {_letters_word(decision).lower()}")),
        [_letter(letter, decision) for letter in decision.letters],
    )


def _letter(letter: Letter, decision: Decision) -> tuple:
    name = f"brief-{decision.id}-{letter.id}"
    mail = f"mailto:?subject={quote(letter.subject)}&body={quote(LINES.join(letter.paragraphs))}"
    return el(
        "div",
        {"class": "letter-to-copy"},
        el(
            "div",
            {"class": "letter", "id": name},
            el("p", None, el("strong", None, "Onderwerp: "), letter.subject),
            [el("p", None, paragraph) for paragraph in letter.paragraphs],
        ),
        el(
            "p",
            {"class": "button-row"},
            el("button", {"type": "button", "class": "md-button", "data-copy-text": name, "hidden": True}, "Kopieer de brief"),
            " ",
            el("a", {"href": mail}, "Open de brief in je mailprogramma"),
        ),
    )
