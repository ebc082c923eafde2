"""The way out: every page as plain Markdown, with the files it needs, so that another generator can build the site.

`python -m macros.commands.stage FOLDER` writes FOLDER/docs (pages with the macros called, pictures, styles, the script of the
widgets) and FOLDER/mkdocs.yml, without plugins or hooks of this project. All links between pages name the other file
(../hulplijnen.md), also those in HTML: Zensical turns both into addresses, and on a code host or in an editor they open the page.
"""

import os
import posixpath
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

from macros.commands.plain_pages import expanded
from macros.content.locations import VARIABLE, UnknownLocation, chosen_layers
from macros.content.model import Content, is_right
from macros.content.project import LAYERS
from macros.load import load
from macros.site import own, pages, scripts, talk_script
from macros.source.problems import report

MARK = ".gemaakt"  # stands in a folder that this command wrote, and may write again
# Of the settings of the site, what says something about pages and looks. The rest belongs to our own hooks and plugins.
KEPT = ("site_name", "site_description", "use_directory_urls", "theme", "extra_css", "extra_javascript", "markdown_extensions")


_LINK = re.compile(r'(<a\b[^>]*?\shref=")(?![a-z][a-z+.-]*:|#|/)([^"#]*)')
_NOSCRIPT = re.compile(r"(<noscript\b.*?</noscript>)", re.DOTALL)


class CannotStage(Exception):
    """Why nothing was written, in Dutch, with what to do."""


def stage(root: Path, target: Path, layers: tuple[str, ...] = LAYERS) -> int:
    """Write the site of the project in `root`, with these layers over it, to `target`, and return the number of pages.

    Raises CannotStage when the content has mistakes, or when `target` holds files that this command did not write.
    """
    content = load(root, layers=layers)
    if not is_right(content):
        raise CannotStage(report(content.errors))
    if target.exists() and any(target.iterdir()):
        if not (target / MARK).is_file():
            raise CannotStage(f"In de map {target} staan al andere bestanden. Kies een lege map.")
        shutil.rmtree(target)
    docs = target / "docs"
    shutil.copytree(root / "docs", docs, ignore=shutil.ignore_patterns("*.md"))
    (target / MARK).write_text(
        "Deze map is gemaakt met make stage. Wat je hier verandert, gaat de volgende keer weg.\n", encoding="utf-8"
    )
    written = dict(expanded(root, content))
    for path, text in written.items():
        form = f"\n\n{scripts.unkept_form()}\n" if scripts.has_widget(text) else ""
        _write(docs / path, with_file_links(text, path, set(written)) + form)
    script = tuple(scripts.KINDS)
    _write(docs / scripts.path(script), scripts.text(script))
    for path, text in talk_script.files(content, True).items():
        _write(docs / path, text)
    _write(target / "mkdocs.yml", yaml.safe_dump(settings(root, content), allow_unicode=True, sort_keys=False))
    return len(written)


def with_file_links(text: str, page: str, known: set[str]) -> str:
    """The text of a page (path under docs) with links to files where HTML links to an address. Other links stay as they are."""
    folder = posixpath.dirname(page)
    address = page.removesuffix("index.md") if posixpath.basename(page) == "index.md" else page.removesuffix(".md") + "/"

    def to_file(match: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(address, match[2]))
        for file in (f"{target}.md", posixpath.normpath(f"{target}/index.md")):
            if file in known:
                return match[1] + posixpath.relpath(file, folder or ".")
        return match[0]

    # Zensical reads no HTML in <noscript>: what stands there must be right already.
    return "".join(part if part.startswith("<noscript") else _LINK.sub(to_file, part) for part in _NOSCRIPT.split(text))


def settings(root: Path, content: Content) -> dict[str, Any]:
    """The settings for another generator: those of the project that mean something without our code, and the menu."""
    ours = pages.settings(root)
    kept = {key: ours[key] for key in KEPT if key in ours}
    kept["site_name"] = own.site_name(content)
    # Our changes to the theme are made for one version of it, and come with its own templates.
    kept["theme"] = {key: value for key, value in kept["theme"].items() if key != "custom_dir"}
    added = [*talk_script.files(content, True), scripts.path(tuple(scripts.KINDS))]
    kept["extra_javascript"] = [*kept.get("extra_javascript", []), *added]
    return {**kept, "docs_dir": "docs", "nav": pages.nav(content, ours["nav"])}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main(root: Path, target: Path) -> int:
    try:
        count = stage(root, target, chosen_layers(root, os.environ))
    except UnknownLocation as unknown:
        print(f"{VARIABLE} klopt niet: {unknown}")
        return 1
    except CannotStage as reason:
        print(reason)
        return 1
    print(f"{count} pagina’s als Markdown in {target}/docs, met de instellingen in {target}/mkdocs.yml.")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Zo gebruik je dit: python -m macros.commands.stage MAP")
    sys.exit(main(Path.cwd(), Path(sys.argv[1])))
