"""What a school adds to its site besides content: its look, pages of its own, and files that go with them.

protocol/eigen/uiterlijk.yaml, protocol/eigen/paginas/*.md and protocol/eigen/bestanden/. Only with the layer eigen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from macros.content import attachments, colours
from macros.schema.look import Look
from macros.schema.validate import problem_at, validate
from macros.source.problems import Problem, Told, nearest, told
from macros.source.reader import read

LAYER, LOOK, PAGES, FILES = "eigen", "uiterlijk", "paginas", "bestanden"
IN_SITE = "onze-school"  # the folder of all this in the site
# Where a page of the school may stand in the menu: the word an author writes -> the title in mkdocs.yml.
PLACES = {"school": "", "schoolteam": "Schoolteam", "ouders": "Ouders", "leerlingen": "Leerlingen", "over": "Over"}
OWN_PART = "Onze school"
# Pages that every school has: where to go in danger, whom to call, and what the law asks of a site.
ALWAYS = (
    "index",
    "nu-gevaar",
    "hulplijnen",
    "ouders",
    "leerlingen",
    "schoolteam",
    "over/privacy",
    "over/toegankelijkheid",
    "over/licenties",
)
READ_ME = "LEESMIJ.md"
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LINE = re.compile(r"([a-z_]+): *(.*)")
_LINK = re.compile(r"(!?)\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")
_TAG = re.compile(r"<\s*(script|iframe|object|embed|style|link|form|input|button|base|meta|svg|img|video|audio)\b", re.IGNORECASE)


@dataclass(frozen=True)
class OwnPage:
    """A page in Markdown: its name in the site, title, the words under a search result, place in the menu, and its text."""

    name: str
    title: str
    summary: str
    place: str
    text: str


@dataclass
class OwnSite:
    look: Look | None = None
    pages: list[OwnPage] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    logo: Path | None = None
    left_out: list[str] = field(default_factory=list)  # pages of docs/, without .md
    problems: list[Problem] = field(default_factory=list)


def read_own_site(root: Path) -> OwnSite:
    """All of it, checked. Never raises for what a school wrote."""
    found = OwnSite()
    folder = root / "protocol" / LAYER
    found.problems += _lost(root, folder)
    for path in sorted((folder / FILES).glob("*")) if (folder / FILES).is_dir() else []:
        wrong = attachments.wrong_with(path) if not path.name.startswith(".") else None
        if wrong:
            found.problems.append(Problem(_name(path, root), 1, wrong))
        elif not path.name.startswith("."):
            found.files.append(path)
    for path in sorted((folder / PAGES).glob("*.md")):
        _read_page(found, path, root)
    if (folder / f"{LOOK}.yaml").is_file():
        document = read(folder / f"{LOOK}.yaml", root)
        found.look = validate(document, Look)
        found.problems += document.problems
    if found.look:
        _check_look(found, found.look, root)
    return found


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


# ---- the look ----


def _check_look(found: OwnSite, look: Look, root: Path) -> None:
    files = root / "protocol" / LAYER / FILES
    if look.logo:
        path = files / look.logo
        names = [other.name for other in sorted(files.glob("*"))] if files.is_dir() else []
        wrong = (
            attachments.wrong_with(path, logo=True)
            if look.logo in names
            else told("logo-missing", name=look.logo, near=nearest(look.logo, names))
        )
        if wrong:
            found.problems.append(problem_at(look, "logo", message=wrong))
        else:
            found.logo = path
    if look.colour and not colours.is_readable(look.colour, colours.LIGHT):
        better = colours.nearest_readable(look.colour, colours.LIGHT, "#000000")
        found.problems.append(problem_at(look, "kleur", message=told("colour-too-light", colour=look.colour, better=better)))
    known = written_pages(root)
    for number, name in enumerate(look.left_out):
        gone = [page for page in known if page == name or page.startswith(f"{name}/")]
        needed = [page for page in gone if page in ALWAYS]
        if not gone:
            parts = {page.split("/")[0] for page in known if "/" in page}
            wrong = told("left-out-unknown", unknown=name, near=nearest(name, [*known, *parts]))
            found.problems.append(problem_at(look, "weglaten", number, message=wrong))
        elif needed:
            found.problems.append(problem_at(look, "weglaten", number, message=told("left-out-always", page=needed[0])))
        else:
            found.left_out += [page for page in gone if page not in found.left_out]


def written_pages(root: Path) -> list[str]:
    """The pages of docs/, as a path without .md; translations left out."""
    docs = root / "docs"
    paths = sorted(path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
    return [path for path in paths if not path.startswith("talen/")]


# ---- pages ----


def _read_page(found: OwnSite, path: Path, root: Path) -> None:
    file = _name(path, root)

    def wrong(line: int, message: Told, warning: bool = False) -> None:
        found.problems.append(Problem(file, line, message, warning))

    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        wrong(1, told("file-not-utf8"))
        return
    if not re.fullmatch(r"[a-z][a-z0-9-]*", path.stem) or path.stem == "index":
        wrong(1, told("own-page-name", name=path.stem))
        return
    front = _FRONT.match(text)
    said: dict[str, str] = {}
    for number, line in enumerate(front[1].splitlines() if front else [], 2):
        match = _LINE.fullmatch(line)
        if not match or match[1] not in ("titel", "kort", "menu"):
            wrong(number, told("own-page-front", line=line.strip()[:40]))
        else:
            said[match[1]] = match[2].strip().strip("'\"")
    if not said.get("titel"):
        wrong(1, told("own-page-title"))
    place = said.get("menu", "school").lower()
    if place not in PLACES:
        wrong(1, told("own-page-place", place=place, places=", ".join(PLACES), near=nearest(place, PLACES)))
    body = text[front.end() :] if front else text
    first = text[: front.end()].count("\n") if front else 0
    names = {other.name for other in found.files}
    pages = {other.stem for other in path.parent.glob("*.md")}
    for number, line in enumerate(body.splitlines(), first + 1):
        tag = _TAG.search(line)
        if tag:
            wrong(number, told("own-page-tag", tag=tag[1]))
        for picture, words, target in _LINK.findall(line):
            _check_link(picture, words, target, names, pages, lambda message, here=number: wrong(here, message))
    found.pages.append(OwnPage(path.stem, said.get("titel", ""), said.get("kort", ""), place, body))


def _check_link(picture: str, words: str, target: str, names: set[str], pages: set[str], wrong) -> None:  # type: ignore[no-untyped-def]
    where, _, name = target.partition("#")[0].rpartition("/")
    if picture and not words.strip():
        wrong(told("picture-without-words"))
    if where == FILES and name not in names:
        wrong(told("own-file-missing", name=name, near=nearest(name, names)))
    elif picture and where != FILES:
        wrong(told("picture-from-elsewhere"))
    elif not where and name.endswith(".md") and name[:-3] not in pages:
        wrong(told("own-page-missing", name=name, near=nearest(name[:-3], pages)))
    elif re.match(r"(?!https://|mailto:|tel:)[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
        wrong(told("own-link-kind"))


# ---- files in the wrong place ----


def _lost(root: Path, folder: Path) -> list[Problem]:
    """A remark for each file in the layer that nobody reads: what it can be meant for."""
    found = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        place = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in place.parts) or path.name == "Thumbs.db"
        if not path.is_file() or hidden or path.suffix.lower() in (".yaml", ".yml") or re.search(r"\.ya?ml\.", path.name.lower()):
            continue
        kind, where = path.suffix.lower(), place.parent.as_posix()
        if where == FILES or where == PAGES and kind == ".md" or place.as_posix() == READ_ME:
            continue
        if kind == ".md":
            what = told("lost-page", folder=f"protocol/{LAYER}/{PAGES}")
        elif kind in (*attachments.PICTURES, *attachments.DOCUMENTS):
            what = told("lost-file", folder=f"protocol/{LAYER}/{FILES}")
        else:
            what = told("lost-other")
        found.append(Problem(_name(path, root), 1, what, warning=True))
    return found
