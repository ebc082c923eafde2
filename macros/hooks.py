"""The doorway for MkDocs: the only module that imports mkdocs. Each hook hands over to a plain function."""

import logging
import os
import sys
from pathlib import Path

from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# Code and content are of one copy of the project, also when the package that is installed is that of another copy.
CODE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CODE))

from macros import command

command.watch()  # before all that may be missing

from macros.content.languages import say
from macros.content.locations import UnknownLocation, chosen_layers
from macros.content.model import Content, is_right
from macros.content.search_words import search_words
from macros.publish.links import Links
from macros.schema.countries import COUNTRIES
from macros.site import (
    csp,
    current,
    foreign_pages,
    headings,
    hosting,
    lean_menu,
    own,
    pages,
    reader_menu,
    scripts,
    search,
    search_guide,
    talk_script,
)
from macros.site.error_page import error_page
from macros.site.offline import worker
from macros.site.shell import shell_data
from macros.source import code_folder
from macros.source.problems import report

if code_folder.CODE != CODE:
    raise PluginError(
        f"Deze site hoort bij de code in {CODE}, maar er draait al code uit {code_folder.CODE}. Dan klopt er straks iets "
        "niet. Sluit dit, ga naar de map van de site en typ daar: make build."
    )

log = logging.getLogger("mkdocs.veiligwijzer")
_state: dict = {"serving": False, "search_words": {}, "whole": {}}


def on_startup(command: str, dirty: bool) -> None:
    _state["serving"] = command == "serve"


@event_priority(100)
def _choose_site(config: MkDocsConfig) -> MkDocsConfig:
    """Before any plugin: mkdocs-macros asks for the country of the school, and the location to build says which that is."""
    root = Path(config.config_file_path).parent
    try:
        current.use(root, chosen_layers(root, os.environ), os.environ.get("TAAL", ""))
    except UnknownLocation as unknown:
        raise PluginError(f"LOCATIE klopt niet: {unknown}") from None
    _state["search_words"], _state["whole"] = {}, {}  # more sites may be built in one process
    return config


def _configure(config: MkDocsConfig) -> MkDocsConfig:
    content = current.content()
    if not is_right(content):
        if not _state["serving"]:
            raise PluginError("De inhoud heeft fouten.\n\n" + report(content.problems))
        log.error("De inhoud heeft fouten.\n\n%s\n", report(content.problems))
        config.nav = [{"Fouten": "index.md"}]
        return config
    for problem in content.problems:
        log.info("%s", problem)
    try:
        config.nav = (
            foreign_pages.nav(content)
            if content.translation
            else own.menu(reader_menu.for_readers(pages.nav(content, config.nav or []), content), content)
        )
    except ValueError as unknown:
        raise PluginError(str(unknown)) from None
    # The theme writes the name into its pages without escaping; Markup stays as it is where it does escape.
    config.site_name = escape(own.site_name(content))
    if own.logo(content):
        config.theme["logo"] = own.logo(content)
    if own.style(content):
        config.extra_css = [*config.extra_css, own.STYLE]
    config.theme["language"] = content.translation.code if content.translation else COUNTRIES[content.school.country].language
    if content.translation:
        config.site_description = say(content, config.site_description or "")
        contents = config.mdx_configs["toc"]
        contents.update({key: say(content, contents[key]) for key in ("title", "permalink_title")})
        for palette in config.theme["palette"]:
            palette["toggle"]["name"] = say(content, palette["toggle"]["name"])
        # Only words in front of a hit: the search of the theme has no Polish and no Ukrainian.
        search_index = config.plugins["material/search"].search_index  # type: ignore[attr-defined]   # the theme has no types
        search_index.config["lang"] = [foreign_pages.search_language(content)]
    config.extra.update(shell_data(content))
    return config


on_config = CombinedEvent(_choose_site, _configure)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    content = current.content()
    if not is_right(content):
        for file in list(files.documentation_pages()):
            files.remove(file)
        files.append(File.generated(config, "index.md", content=error_page(content.problems)))
        return files
    foreign_pages.keep(files, content, lambda path, text: File.generated(config, path, content=text))
    for path, markdown in (
        foreign_pages.generated(content) if content.translation else [*pages.generated(content), *own.pages(content)]
    ):
        if files.get_file_from_path(path):
            raise PluginError(f"docs/{path} bestaat ook als gemaakte pagina. Haal het bestand in docs weg.")
        files.append(File.generated(config, path, content=markdown))
    for path, markdown in [] if content.translation else [*pages.hidden(content), *pages.steps(content)]:
        files.append(File.generated(config, path, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV))
    if not content.translation:
        _for_readers(files, content, config)
    for path, markdown in [] if content.translation else own.left_out(content):
        former = files.get_file_from_path(path)
        if former:
            files.remove(former)
        files.append(File.generated(config, path, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV))
    for path, source in own.files(content).items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    if own.style(content):
        files.append(File.generated(config, own.STYLE, content=own.style(content)))
    made = foreign_pages.scripts(content) if content.translation else scripts.all_scripts()
    made |= {} if content.translation else talk_script.files(content, bool(config.use_directory_urls))
    for path, text in scripts.smaller(Path(config.docs_dir)).items():
        former = files.get_file_from_path(path)
        if former:
            files.remove(former)
        made[path] = text
    for path, text in made.items():
        files.append(File.generated(config, path, content=text))
    return files


def _for_readers(files: Files, content: Content, config: MkDocsConfig) -> None:
    """Pages that are not in the menu of a real school are so on purpose; those for makers may be left out."""
    listed = {*reader_menu.paths(config.nav or [])}
    for file in list(files.documentation_pages()):
        if reader_menu.is_left_out(file.src_uri, content):
            files.remove(file)
        elif reader_menu.is_published(content) and file.src_uri not in listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """The languages in which this page can be read, and what a reader of a translation must know."""
    # The theme would tell browsers which page comes next: a key then leaves the page, and Firefox fetches it unasked.
    page.previous_page = page.next_page = None
    content = current.content()
    if is_right(content):
        links = Links(page.file.src_uri, bool(config.use_directory_urls))
        context["languages"] = foreign_pages.chooser(content, page.file.src_uri, links, os.environ.get("TALEN", "").split())
        context["danger_door"] = links.door()
        context["notices"] = foreign_pages.notices(content, page.file.src_uri)
        if page.meta.get("kruimels"):
            context["crumbs"] = [{"title": title, "url": links.to(target)} for title, target in page.meta["kruimels"]]
            context["nav"] = lean_menu.of(nav, page.meta["kruimels"][0][1])
        if page.meta.get("snel_weg"):
            context["leave"] = {"url": content.school.leave_to, "text": say(content, "Snel weg")}
    return context


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    _state["search_words"][page.url] = page.meta.get("zoekwoorden", [])
    if page.meta.get("search", {}).get("exclude") and page.meta.get("description"):
        _state["whole"][page.url] = (str(page.title), str(page.meta["description"]))
    content = current.content()
    html = headings.quiet_links(html)
    return own.without_links(html, page.url, content) if is_right(content) else html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    links = Links(page.file.src_uri, bool(config.use_directory_urls))
    content = current.content()
    told = say(content, scripts.NOT_STARTED) if not content.errors else ""
    output = scripts.add_to_page(output, links, told)
    if is_right(content):
        output = talk_script.add_to_page(output, links, content, scripts.FIRST)
    output = foreign_pages.with_direction(output, content)
    return _finish(output if _on_disk(config) else worker.add_to_page(output, links), page.file.src_uri, config)


@event_priority(-50)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if not template_name.endswith(".html"):
        return output_content
    return _finish(foreign_pages.with_direction(output_content, current.content()), template_name, config)


def _finish(html: str, name: str, config: MkDocsConfig) -> str:
    """The policy goes on every page of the web build; from a disk (file://) it would stop the search.

    Nothing runs in a page but what the theme put there, in every build: `name` is the page, for the message.
    """
    try:
        csp.check(html, (scripts.watch(),))
    except csp.UnknownScript as unknown:
        raise PluginError(
            f"Op de pagina {name} staat {unknown}. Dat voert deze site niet uit. Haal het weg uit de tekst van die "
            "pagina, of uit het schoolbestand."
        ) from None
    # `mkdocs serve` adds a script with another text each time: with a policy the page could not follow changes.
    return html if _on_disk(config) or _state["serving"] else csp.finish(html)


def _on_disk(config: MkDocsConfig) -> bool:
    """Is this the build for a USB stick or a shared drive?"""
    return "material/offline" in config.plugins


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    content = current.content()
    if is_right(content):
        words = search_words(content.project)[0]
        search.add_whole_pages(config.site_dir, _state["whole"])
        if content.translation is None:  # it knows the forms of Dutch words
            search.enrich_file(config.site_dir, words, _state["search_words"])
        search_guide.add_to_file(config.site_dir, content, words, _state["search_words"])
    if not _on_disk(config) and is_right(content):
        folder = Path(config.site_dir)
        # While somebody writes, a browser keeps nothing.
        worker.write(folder, own.site_name(content), content.school.keep and not _state["serving"])
        hosting.write(folder, config.site_url or "")


def build_site(config_file: str, site_dir: str) -> None:
    """Build one site in this process, as `mkdocs build` does. Raises PluginError, ConfigurationError or Abort (a SystemExit)."""
    config = load_config(config_file=config_file, site_dir=site_dir)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
