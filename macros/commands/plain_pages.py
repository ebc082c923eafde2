"""Every page of the site as plain Markdown: the macros called, nothing left for mkdocs-macros. Imports no MkDocs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import jinja2

import macros
from macros.content.model import Content, whole
from macros.content.translated_pages import folder, written_pages
from macros.content.translation import FOLDER as FOREIGN
from macros.load import load
from macros.site import current, foreign_pages, pages

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass
class _Pages:
    """What `define_env` asks of mkdocs-macros: a place for macros and variables."""

    conf: dict
    variables: dict = field(default_factory=dict)
    macros: dict[str, Callable] = field(default_factory=dict)

    def macro(self, function: Callable, name: str) -> None:
        self.macros[name] = function


def content_for(root: Path, country: str, school_type: str) -> Content:
    """The content of the project in `root` as if its school were of this kind, with the usual holidays of that country."""
    content = whole(load(root, country, school_type))
    content.school.country, content.school.school_type, content.school.holidays = country, school_type, None
    return content


def sources(root: Path, content: Content) -> Iterator[tuple[str, str]]:
    """Every page as it was written: (path under docs, Markdown with macros). First those of people, then those from content."""
    for path in sorted((root / "docs").rglob("*.md")):
        if path.is_relative_to(root / "docs" / FOREIGN):  # pages of the sites in other languages
            continue
        yield path.relative_to(root / "docs").as_posix(), path.read_text(encoding="utf-8")
    yield from pages.generated(content)
    yield from pages.steps(content)


def expanded(root: Path, content: Content | None = None, directory_urls: bool = True) -> Iterator[tuple[str, str]]:
    """Every page as plain Markdown: (path under docs, front matter and text). Links between pages are addresses as on the web.

    `content` stands in for that of the project, for another kind of school. Raises jinja2.UndefinedError or KeyError
    when a page names a macro or word that does not exist.
    """
    with current.using(root, content):
        shown = whole(current.content())
        yield from _with_macros(sources(root, shown), directory_urls)


def expanded_page(root: Path, content: Content, path: str) -> str:
    """One hand-written page as plain Markdown, in the language of `content`. Raises as `expanded` does."""
    place = root / "docs" / (f"{FOREIGN}/{content.translation.code}/{path}" if content.translation else path)
    with current.using(root, content):
        return next(_with_macros([(path, place.read_text(encoding="utf-8"))], True))[1]


def expanded_readers(root: Path, content: Content) -> Iterator[tuple[str, str]]:
    """What readers see besides the pages of steps, as `expanded`; on a site in another language all of its pages."""
    with current.using(root, content):
        if content.translation:
            place = folder(root, content.translation.code)
            written = [
                (path, (place / path).read_text(encoding="utf-8")) for path in written_pages(root, content.translation.code)
            ]
            yield from _with_macros([*written, *foreign_pages.generated(content)], True)
        else:
            yield from _with_macros([(path, text) for path, text in sources(root, content) if path.count("/") < 2], True)


def _with_macros(found: Iterable[tuple[str, str]], directory_urls: bool) -> Iterator[tuple[str, str]]:
    """The pages with their macros called, for the content in use."""
    env = _Pages({"use_directory_urls": directory_urls})
    macros.define_env(env)
    templates = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)
    for path, text in found:
        page = SimpleNamespace(file=SimpleNamespace(src_uri=path))
        front = FRONT_MATTER.match(text)
        head = front.group(0) if front else ""
        yield path, head + templates.from_string(text[len(head) :]).render(page=page, **env.variables, **env.macros)
