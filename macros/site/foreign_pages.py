"""The pages of a site in another language: docs/talen/<language>/, and the questionnaires that are translated as a whole.

A page stands at the same path as the Dutch page, one folder down: ouders/ and ar/ouders/. What has no translation is
not there; links to it lead to the Dutch site.
"""

from typing import Any, Callable, Iterable

from macros.content.languages import DUTCH, languages, open_translation, say
from macros.content.model import Content, Draft
from macros.content.translated_pages import START, folder, is_outdated, translated_pages, translated_questionnaires, written_pages
from macros.content.translation import FOLDER
from macros.load import load
from macros.publish.links import Links
from macros.site import pages
from macros.site import scripts as scripts_of

ORDER = (
    "ouders.md",
    "ouders/wat-gebeurt-er-wanneer.md",
    "ouders/stappen.md",
    "ouders/mijn-kind-wordt-gepest.md",
    "ouders/mijn-kind-pest.md",
    "ouders/mijn-kind-ziet-het-gebeuren.md",
    "ouders/thuis-erover-praten.md",
    "ouders/dossier-en-privacy.md",
    "ouders/brief-vragenlijst.md",
    "ouders/komt-u-er-niet-uit.md",
)
WHEN_PAGE = "ouders/wat-gebeurt-er-wanneer.md"  # the page with the field for the day of the report
SEARCH_LANGUAGES = ("ar", "en", "tr")  # of ours, those that the search of the theme knows
DUTCH_OUTDATED = "De Nederlandse pagina is sinds deze vertaling veranderd."


def keep(files: Any, content: Content, made: Callable) -> None:
    """Take the pages of other languages out of `files` (of MkDocs); in another language put its own pages in their place.

    `made` makes a page from a path and its Markdown.
    """
    for file in list(files.documentation_pages()):
        if content.translation or file.src_uri.startswith(f"{FOLDER}/"):
            files.remove(file)
    if content.translation:
        place = folder(content.root, content.translation.code)
        for path in written_pages(content.root, content.translation.code):
            files.append(made(path, (place / path).read_text(encoding="utf-8")))


def generated(content: Content) -> list[tuple[str, str]]:
    """The pages made from content in this language: (path under docs, Markdown)."""
    own = translated_pages(content, content.other_language)
    return [
        (path, markdown.replace('title: "Vragenlijst"', f'title: "{say(content, "Vragenlijst")}"'))
        for path, markdown in pages.generated(content)
        if path in own
    ]


def scripts(content: Content) -> dict[str, str]:
    """The scripts of the widgets that a site in another language has: path in the site -> text."""
    used = [("when",)] if WHEN_PAGE in written_pages(content.root, content.other_language.code) else []
    used += [("thermometer",)] if translated_questionnaires(content) else []
    return {scripts_of.path(kinds): scripts_of.text(kinds) for kinds in used}


def nav(content: Content) -> list:
    """The menu of a site in another language."""
    own = translated_pages(content, content.other_language)
    questionnaires = [{say(content, "Vragenlijst"): path} for path in sorted(own) if path.startswith("vragenlijsten/")]
    parts = [(say(content, "Ouders"), [path for path in ORDER if path in own]), (say(content, "Leerlingen"), questionnaires)]
    menu: list = [{say(content, "Start"): START}] if START in own else []
    menu += [{title: paths} for title, paths in parts if paths]
    return menu + [path for path in ("nu-gevaar.md", "hulplijnen.md") if path in own]


def with_direction(html: str, content: Draft) -> str:
    """A page that is read from right to left says so for the whole page: the theme only says it of the body."""
    rtl = content.translation and content.translation.site and content.translation.site.direction == "rtl"
    return html.replace("<html ", '<html dir="rtl" ', 1) if rtl else html


def search_language(content: Content) -> str:
    """The language for the search of the theme; English (no special rules) for what it does not know."""
    code = content.other_language.code
    return code if code in SEARCH_LANGUAGES else "en"


# ---- one page in several languages ----


def _pages_in(content: Content, code: str) -> frozenset[str]:
    """The pages that this school (or this location) has in another language."""
    if code not in content.pages_in:
        school = content.school
        there = load(content.root, school.country, school.school_type, project=content.project, language=code)
        known = there.translation if there.translation and there.translation.site else None
        content.pages_in[code] = translated_pages(there, known) if known else frozenset()  # with a mistake: none
    return content.pages_in[code]


def chooser(content: Content, page: str, links: Links, built: Iterable[str]) -> list[dict]:
    """The other languages of a page: name (in that language), code, direction and address. Only languages in `built`."""
    own = content.translation.code if content.translation else DUTCH
    path = page.removesuffix(".md")
    up = links.asset("" if own == DUTCH else "../")
    found = [] if own == DUTCH else [{"code": DUTCH, "name": "Nederlands", "direction": "ltr", "folder": ""}]
    for code in built:
        if code != own and code in languages(content.root) and page in _pages_in(content, code):
            site = open_translation(content.root, code).language
            found.append({"code": code, "name": site.name, "direction": site.direction, "folder": f"{code}/"})
    here = Links("index.md", links.directory_urls)
    return [{**language, "url": up + language["folder"] + here.to(path).removeprefix("./")} for language in found]


def notices(content: Content, page: str) -> list[dict]:
    """What stands above a translated page: that it is a translation, and whether the Dutch page has changed since."""
    translation = content.translation
    if translation is None or translation.site is None:
        return []
    found = [{"text": translation.site.notice, "dutch": translation.site.notice_dutch}]
    if is_outdated(translation, page):
        found.append({"text": translation.site.outdated, "dutch": DUTCH_OUTDATED})
    return found
