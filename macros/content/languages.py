"""The languages of a project, and what one build in another language needs: its texts, and what is not translated yet.

A language is a folder protocol/talen/<language>/ with site.yaml, and pages in docs/talen/<language>/.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from macros.content.translation import FOLDER, SITE, STATE, Layer, translate
from macros.content.vocabulary import names_of
from macros.schema.tables import STAFF_PARTS, TRANSLATED
from macros.schema.translation import Language, Translated
from macros.schema.validate import Model, validate
from macros.source.problems import Problem, nearest, told
from macros.source.reader import Document, read
from macros.source.tree import Node
from widgets.core.words import say as say_in

DUTCH = "nl"


def languages(root: Path) -> list[str]:
    """The languages besides Dutch that have texts in this project."""
    return sorted(path.parent.name for path in (root / "protocol" / FOLDER).glob(f"*/{SITE}.yaml"))


@dataclass
class Translation:
    """One language: its own words, and what was laid over the Dutch files."""

    root: Path
    code: str
    site: Language | None = None
    known: dict[str, set[str]] = field(default_factory=dict)  # file -> fingerprints of the Dutch texts translated there
    names: dict[str, str] = field(default_factory=dict)  # placeholder -> id of the word
    before: dict[str, Document] = field(default_factory=dict)  # files that the school's own layer changed, without it
    documents: list[Document] = field(default_factory=list)
    layers: dict[str, Layer] = field(default_factory=dict)  # Dutch file -> what was translated

    @property
    def language(self) -> Language:
        """The language itself. Raises ValueError without site.yaml, which is an error in `problems`."""
        if self.site is None:
            raise ValueError(f"nothing is known of the language {self.code}")
        return self.site

    @property
    def problems(self) -> list[Problem]:
        return [problem for document in self.documents for problem in document.problems]

    def of(self, name: str, document: Document) -> Document:
        """A Dutch file ("vragenlijsten/x") with its translation laid over it. A questionnaire that is not whole stays Dutch."""
        done, layer = translate(
            name,
            document,
            self.root / "protocol" / FOLDER / self.code,
            self.known.get(name, set()),
            self.names,
            self.before.get(name),
        )
        if layer is None:
            return done
        self.layers[name] = layer
        self.documents.append(layer.own)
        missing = untranslated(done.root) if name.startswith("vragenlijsten/") else []
        if not missing:
            return done
        layer.own.problems.append(
            Problem(
                layer.own.file,
                layer.own.line(()),
                told("questionnaire-partly-translated", line=missing[0].line, file=missing[0].file),
                True,
            )
        )
        return replace(done, root=done.dutch)


def open_translation(
    root: Path, code: str, documents: dict[str, Document] | None = None, before: dict[str, Document] | None = None
) -> Translation:
    """Read what belongs to the language itself. `documents` are the Dutch files by name, for the words between braces;
    `before` those that a layer changed, as they were.

     Mistakes are in its problems; without site.yaml `site` is None."""
    translation = Translation(root, code, before=before or {})
    folder = root / "protocol" / FOLDER / code
    if not (folder / f"{SITE}.yaml").is_file():
        translation.documents.append(Document(f"protocol/{FOLDER}/{code}/{SITE}.yaml"))
        near = nearest(code, languages(root))
        translation.documents[0].problems.append(
            Problem(translation.documents[0].file, 1, told("language-unknown", language=code, near=near))
        )
        return translation
    translation.site = _file_of(translation, SITE, Language)
    state = _file_of(translation, STATE, Translated)
    translation.known = {entry.file: set(entry.texts.split()) for entry in state.files} if state else {}
    translation.names = _names(documents or {})
    translation.documents += [
        _stray(path, root, code)
        for path in sorted(folder.rglob("*.yaml"))
        if path.stem not in (SITE, STATE) and not _dutch_file(path, root, code).is_file()
    ]
    return translation


def _file_of(translation: Translation, name: str, model: type[Model]) -> Model | None:
    """What a file of the language itself says; None when it is not there, or wrong."""
    path = translation.root / "protocol" / FOLDER / translation.code / f"{name}.yaml"
    if not path.is_file():
        return None
    document = read(path, translation.root)
    translation.documents.append(document)
    return validate(document, model)


def _dutch_file(path: Path, root: Path, code: str) -> Path:
    return root / "protocol" / path.relative_to(root / "protocol" / FOLDER / code)


def _stray(path: Path, root: Path, code: str) -> Document:
    document = Document(path.relative_to(root).as_posix())
    dutch = _dutch_file(path, root, code)
    near = nearest(dutch.stem, [other.stem for other in dutch.parent.glob("*.yaml")])
    document.problems.append(Problem(document.file, 1, told("translation-without-dutch", near=near)))
    return document


def _names(documents: dict[str, Document]) -> dict[str, str]:
    """Every name that may stand between braces -> the id of its word, from the Dutch files as they are written."""
    found: dict[str, str] = {}
    for name in ("rollen", "woorden"):
        value = documents[name].value if name in documents else None
        for entry in (value.get(name) if isinstance(value, dict) else None) or []:
            word = entry.get("woord") if isinstance(entry, dict) else None
            if isinstance(word, dict) and isinstance(word.get("naam"), str):
                for placeholder in names_of(entry.get("id", ""), word["naam"], word.get("meervoud")):
                    found.setdefault(placeholder, entry.get("id", ""))
    return found


def untranslated(node: Node | None, key: str = "") -> list[Node]:
    """The Dutch texts in a file that a translation must have to be whole."""
    if node is None:
        return []
    if isinstance(node.value, str):
        return [node] if key in TRANSLATED and not node.translated else []
    return [
        text
        for name, part in node.inside()
        if name not in STAFF_PARTS
        for text in untranslated(part, name if isinstance(name, str) else key)
    ]


def is_translated(document: Document) -> bool:
    """Is any text of this file in the language of the site?"""
    waiting = [document.root] if document.root else []
    while waiting:
        node = waiting.pop()
        if node.translated:
            return True
        waiting += [part for _, part in node.inside()]
    return False


# ---- the words of the pages ----


class Spoken(Protocol):
    """Content as far as it says in which language it is."""

    translation: Translation | None


def say(content: Spoken, dutch: str, *values: str) -> str:
    """The words for `dutch` in the language of this build, with the values in place of {1}, {2} …"""
    translation = content.translation
    return say_in({"texts": translation.site.page} if translation and translation.site else {}, dutch, *values)


def left_to_right(content: Spoken, number: str) -> str:
    """A number or an address as it must stand in a text: in Arabic kept together, else "0800-0188" shows as 0188-0800."""
    site = content.translation.site if content.translation else None
    return f"\u2066{number}\u2069" if site and site.direction == "rtl" and number else number


def duration(content: Spoken, dutch: str) -> str:
    """A period in words: "2 schooldagen". A language may have the whole text, or "{1} schooldagen"."""
    whole = say(content, dutch)
    number, _, unit = dutch.partition(" ")
    return say(content, f"{{1}} {unit}", number) if whole == dutch and number.isdecimal() else whole
