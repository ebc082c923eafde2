"""Which pages are made from content, and the menu of the whole site."""
import json

from macros.content.model import Content
from macros.render import ballot, role_sheets
from macros.render.shared import raw
from macros.schema.questionnaire import BALLOT, REPORT, Questionnaire, page_id
from macros.content.vocabulary import PLACEHOLDER
from widgets.core.html import escape

# Folder in the site -> the macro that draws one page of it.
FOLDERS = {"protocollen": "protocol_page", "wegwijzers": "wayfinder_page", "gesprekken": "guide_page",
           "vragenlijsten": "questionnaire_page", "lijsten": "collection_page"}


def generated(content: Content) -> list[tuple[str, str]]:
    """All pages made from content: (path under docs, Markdown). The Markdown only calls a macro by id."""
    pages = []
    for folder, items in content.folders.items():
        for page in items.values():
            # The title of a questionnaire stays neutral: others may see the tab or the history.
            title = "Vragenlijst" if folder == "vragenlijsten" else page.title
            front = f"---\ntitle: {_meta(title)}\ndescription: {_meta(page.summary)}\n" \
                    f"zoekwoorden: {json.dumps(page.search_words, ensure_ascii=False)}\n" \
                    f"{'snel_weg: true' if folder == 'vragenlijsten' else ''}\n---\n\n"
            pages.append((f"{folder}/{page.id}.md", f'{front}{{{{ {FOLDERS[folder]}("{page.id}") }}}}\n'))
    return pages + _ballots(content) + _roles(content)


def hidden(content: Content) -> list[tuple[str, str]]:
    """A short page at the address of each page that the school hides, so that no link to it is dead: (path, Markdown)."""
    pages = []
    for name in sorted(content.project.hidden):
        title = content.project.documents[name].value.get("titel", "") if not name.startswith("vragenlijsten/") else "Vragenlijst"
        title = PLACEHOLDER.sub(lambda match: content.vocabulary.replace(match.group(1)) or match.group(0), str(title))
        pages.append((f"{name}.md", f"---\ntitle: {_meta(title)}\nsearch: {{exclude: true}}\n---\n\n# {raw(title)}\n\n"
                                    "Onze school gebruikt deze pagina niet.\n"))
    return pages


def _ballots(content: Content) -> list[tuple[str, str]]:
    """Of each questionnaire that may go into it: the ballot box, and the reports."""
    def page(questionnaire: Questionnaire, what: str, title: str, summary: str, words: list[str], macro: str) -> tuple[str, str]:
        return (f"vragenlijsten/{page_id(questionnaire.id, what)}.md",
                f"---\ntitle: {_meta(title + ': ' + questionnaire.title)}\ndescription: {_meta(summary)}\n"
                f"zoekwoorden: {json.dumps(words, ensure_ascii=False)}\nsearch: {{boost: 0.5}}\n---\n\n"
                f'{{{{ {macro}("{questionnaire.id}") }}}}\n')

    pages = []
    for questionnaire in ballot.offered(content):
        pages.append(page(questionnaire, BALLOT, "Stembus",
                          "Een groep vult samen de vragenlijst in, zonder dat iemand ziet wie "
                          "wat koos.", ["stembus", "groepsmeting", "klassenrapport"], "ballot_page"))
        pages.append(page(questionnaire, REPORT, "Rapporten", "Het beeld van de school, en twee rapporten naast elkaar.",
                          ["schoolrapport", "deelbestand", "vergelijken"], "reports_page"))
    return pages


def _roles(content: Content) -> list[tuple[str, str]]:
    """The matrix of all roles and a sheet for each. Found in the search after the pages that say how something is done."""
    def page(page_id: str, title: str, summary: str, words: list[str], macro: str, hide: str = "") -> tuple[str, str]:
        return (f"rollen/{page_id}.md", f"---\ntitle: {_meta(title)}\ndescription: {_meta(summary)}\n"
                f"zoekwoorden: {json.dumps(words, ensure_ascii=False)}\nsearch: {{boost: 0.5}}\n"
                f"hide: [{hide}]\n---\n\n{{{{ {macro} }}}}\n")

    matrix = page(role_sheets.MATRIX, role_sheets.MATRIX_TITLE, "Alle stappen en alle rollen van ons protocol in één tabel.",
                  ["matrix", "taakverdeling", "overzicht van taken"], "roles_matrix()", "toc")
    return [matrix, *(page(sheet.role.id, sheet.name, role_sheets.summary(sheet, content), [f"taken {sheet.name}", "rolblad"],
                           f'role_page("{sheet.role.id}")') for sheet in role_sheets.sheets(content))]


def _meta(text: str) -> str:
    """Text for the front matter: the theme writes it into pages unescaped, and macros look for braces in it."""
    return json.dumps(escape(text).replace("{", "&#123;"), ensure_ascii=False)


def nav(content: Content) -> list:
    """The menu: doors first, then everything behind them."""
    def made(folder: str) -> list[str]:
        return [f"{folder}/{page_id}.md" for page_id in content.folders[folder]]

    def listed(menu: str) -> list[str]:
        return [f"lijsten/{page.id}.md" for page in content.collections.values() if page.menu == menu]

    return [
        {"Start": "index.md"},
        {"Schoolteam": ["schoolteam.md", "nu-gevaar.md", "zonder-internet.md", {"Wegwijzers": made("wegwijzers")},
                        {"Protocollen": made("protocollen")}, {"Gesprekken": made("gesprekken")},
                        {"Herkennen": ["begrippen.md", *listed("herkennen")]},
                        {"Voorkomen": listed("voorkomen")},
                        {"Regelen": ["coordinator.md", "coordinator/jaarcheck.md", "beleid.md", "eigen-keuzes.md",
                                     {"De thermometer": ["coordinator/ronde.md", "coordinator/gesprek-erna.md",
                                                         "coordinator/signaal.md", "coordinator/privacytoets.md"]},
                                     {"Stembus": [path for path, _ in _ballots(content)]},
                                     {"Rollen": ["rollen.md", *(path for path, _ in _roles(content))]},
                                     *listed("regelen")]}]},
        {"Ouders": ["ouders.md", "ouders/wat-gebeurt-er-wanneer.md", "ouders/mijn-kind-wordt-gepest.md",
                    "ouders/mijn-kind-pest.md", "ouders/mijn-kind-ziet-het-gebeuren.md", "ouders/thuis-erover-praten.md",
                    "ouders/dossier-en-privacy.md", "ouders/brief-vragenlijst.md", "ouders/komt-u-er-niet-uit.md"]},
        {"Leerlingen": ["leerlingen.md", "leerlingen/vertellen.md", "leerlingen/wat-je-mag-verwachten.md",
                        # The titles of these two pages themselves stay neutral: they show in the tab and the history.
                        {"Word je gepest?": "leerlingen/tips.md"}, "leerlingen/zie-je-het-gebeuren.md",
                        "leerlingen/online.md", {"Pest je zelf?": "leerlingen/anders-doen.md"},
                        *[{"Vragenlijst": path} for path in made("vragenlijsten")],
                        "leerlingen/zo-werkt-het.md", "leerlingen/kijk-zelf-maar.md"]},
        {"Hulplijnen": "hulplijnen.md"},
        {"Voor scholen": ["scholen.md", "scholen/schoolbestand.md", "scholen/publiceren.md", "scholen/besturen.md",
                          "schrijven/index.md", "schrijven/cursus.md", "schrijven/eigen-laag.md", "schrijven/velden.md",
                          "schrijven/talen.md"]},
        {"Over": ["over/index.md", "over/verantwoording.md", "over/privacy.md", "over/geprobeerd.md",
                  "over/toegankelijkheid.md", "over/licenties.md",
                  {"Keuzes": ["keuzes/index.md", "keuzes/python-in-de-browser.md", "keuzes/lussen.md", "keuzes/zaak.md",
                              "keuzes/stembus.md", "keuzes/eigen-laag.md", "keuzes/schoolbestand.md", "keuzes/zonder-internet.md",
                              "keuzes/talen.md", "keuzes/taal.md", "keuzes/uitweg.md", "keuzes/licentie.md"]}]},
    ]
