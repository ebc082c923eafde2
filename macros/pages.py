"""Which pages are made from content, and the menu of the whole site."""
import json

from macros.content import Content
from widgets.core.html import escape

# Folder in the site -> the macro that draws one page of it.
FOLDERS = {"protocollen": "protocol_page", "wegwijzers": "wayfinder_page", "gesprekken": "guide_page",
           "vragenlijsten": "questionnaire_page"}


def collections(content: Content) -> dict[str, dict]:
    """Per folder: the pages in it, by id."""
    return {"protocollen": content.protocols, "wegwijzers": content.wayfinders, "gesprekken": content.guides,
            "vragenlijsten": content.questionnaires}


def generated(content: Content) -> list[tuple[str, str]]:
    """All pages made from content: (path under docs, Markdown). The Markdown only calls a macro by id."""
    pages = []
    for folder, items in collections(content).items():
        for page in items.values():
            # The title of a questionnaire stays neutral: others may see the tab or the history.
            title = "Vragenlijst" if folder == "vragenlijsten" else page.title
            front = f"---\ntitle: {_meta(title)}\ndescription: {_meta(page.summary)}\n---\n\n"
            pages.append((f"{folder}/{page.id}.md", f'{front}{{{{ {FOLDERS[folder]}("{page.id}") }}}}\n'))
    return pages


def _meta(text: str) -> str:
    """Text for the front matter: the theme writes it into pages unescaped, and macros look for braces in it."""
    return json.dumps(escape(text).replace("{", "&#123;"), ensure_ascii=False)


def nav(content: Content) -> list:
    """The menu: doors first, then everything behind them."""
    def made(folder: str) -> list[str]:
        return [f"{folder}/{page_id}.md" for page_id in collections(content)[folder]]

    return [
        {"Start": "index.md"},
        {"Schoolteam": ["schoolteam.md", "nu-gevaar.md", {"Wegwijzers": made("wegwijzers")},
                        {"Protocollen": made("protocollen")}, {"Gesprekken": made("gesprekken")},
                        "rollen.md", "begrippen.md"]},
        {"Ouders": ["ouders.md"]},
        {"Leerlingen": ["leerlingen.md", *[{"Vragenlijst": path} for path in made("vragenlijsten")]]},
        {"Hulplijnen": "hulplijnen.md"},
        {"Voor scholen": ["scholen.md", "schrijven/index.md", "schrijven/velden.md"]},
        {"Over": ["over/index.md", "over/privacy.md", "over/toegankelijkheid.md", "over/licenties.md",
                  {"Keuzes": ["keuzes/index.md", "keuzes/python-in-de-browser.md", "keuzes/lussen.md",
                              "keuzes/licentie.md"]}]},
    ]
