"""Reading YAML so that every value stays text and knows its file and line.

`nee` stays "nee" and 12:30 stays "12:30"; a key that stands twice is refused, and so are anchors, tags
and files that are too large or too deeply nested to be content.
"""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.source.problems import Problem, Told, told
from macros.source.syntax import syntax_problem
from macros.source.tree import Node
from widgets.core.invisible import JOINERS, RANGES
from widgets.core.school_rules import WHITE

MAX_BYTES = 400_000
MAX_DEPTH = 16


def _any_of(ranges: tuple[tuple[int, int], ...]) -> re.Pattern:
    return re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]")


_INVISIBLE = _any_of(RANGES)
_JOINER = _any_of(JOINERS)
# A character by number, in quotes: \U00110000 is past the end of Unicode, which ends there.
_BY_NUMBER = re.compile(r"\\U([0-9A-Fa-f]{8})")
_LAST_CHARACTER = 0x10FFFF


@dataclass
class Document:
    """A content file: a tree in which every part knows its file and line. `root` is None when the file could not be read.

    A document of which a layer changed parts (macros.layers.merge) holds parts of more files; `file` is that of the base.
    """

    file: str
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)  # name of what a layer hid -> why, when a layer did not say it
    layers: list[str] = field(default_factory=list)  # files of layers that were joined into it
    left_out: str = ""  # "file:line" in a layer that hides the whole page
    dutch: Node | None = None  # the tree before it was translated, on a site in another language

    @cached_property
    def value(self) -> Any:
        """The whole file without places: dict, list or str; None when it could not be read."""
        return None if self.root is None else self.root.plain()

    def line(self, path: tuple) -> int:
        """The line (from 1) of the value at `path` (keys and indexes), or of the nearest place around it."""
        return self.place(path)[1]

    def place(self, path: tuple) -> tuple[str, int]:
        """The file and line of the value at `path`, or of the nearest place around it."""
        if self.root is None:
            return self.file, 1
        *_, nearest = self.root.way(path)
        return nearest.file, nearest.line

    def at(self, path: tuple) -> Node | None:
        """What stands at `path`, or None."""
        return None if self.root is None else self.root.at(path)

    def problem(self, path: tuple, message: Told, warning: bool = False) -> Problem:
        """A problem at `path`, in the file in which that stands."""
        return Problem(*self.place(path), message, warning)

    def fresh(self) -> "Document":
        """The same content, with a list of problems of its own."""
        return replace(self, problems=list(self.problems))


class _Refused(Exception):
    """Content that is valid YAML but not ours. Args: line, what is told."""


def read(path: Path, root: Path) -> Document:
    """Read one file. Never raises for bad content: the mistakes are in `document.problems`.

    The tree is shared with other readings of the same text: nobody may change it.
    """
    file = path.relative_to(root).as_posix()
    try:
        raw = path.read_bytes()
    except OSError:
        return Document(file, problems=[Problem(file, 1, told("file-cannot-open"))])
    known = _parsed(file, raw)
    return known.fresh()


@lru_cache(maxsize=512)  # each kind of school, language and location reads the same files
def _parsed(file: str, raw: bytes) -> Document:
    document = Document(file)
    text = _decode(raw, document)
    if text is None:
        return document
    try:
        document.root = _build(document, text)
    except _Refused as refused:
        document.problems.append(Problem(document.file, refused.args[0], refused.args[1]))
    except yaml.YAMLError as error:
        document.problems.append(syntax_problem(document.file, error, text))
    except (ValueError, OverflowError):
        document.problems.append(Problem(document.file, _impossible_character(text), (told("character-does-not-exist"))))
    if document.root is None and not document.problems:
        document.problems.append(Problem(document.file, 1, told("file-empty")))
    return document


def _impossible_character(text: str) -> int:
    """The line of a character by number that does not exist; 1 when there is none."""
    for found in _BY_NUMBER.finditer(text):
        if int(found[1], 16) > _LAST_CHARACTER:
            return text[: found.start()].count("\n") + 1
    return 1


def _build(document: Document, text: str) -> Node | None:
    """The tree of `text`: with the fast parser, and again with PyYAML's own for its better errors."""
    fast = getattr(yaml, "CSafeLoader", None)
    if fast:
        try:
            return _Builder(document).build(text, fast)
        except yaml.YAMLError:
            document.problems.clear()
    return _Builder(document).build(text, yaml.SafeLoader)


def _decode(raw: bytes, document: Document) -> str | None:
    if len(raw) > MAX_BYTES:
        document.problems.append(Problem(document.file, 1, told("file-too-large", size=len(raw) // 1000, most=MAX_BYTES // 1000)))
        return None
    if raw.startswith(b"PK\x03\x04"):
        document.problems.append(Problem(document.file, 1, told("file-of-word-processor")))
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]  # a byte order mark, as Windows editors write it, does no harm
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        document.problems.append(Problem(document.file, line, told("file-not-utf8")))
        return None
    bad = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufeff]", text)
    if bad:
        line = text[: bad.start()].count("\n") + 1
        document.problems.append(Problem(document.file, line, told("invisible-in-line")))
        return None
    return text


def hidden_character(text: str, joiners: bool = False) -> str | None:
    """The first character of `text` that nobody sees, if any: it can turn a name or an address round, or hide a part of it.

    White space at the ends does not count: the schema takes it away. With `joiners` the characters that join letters may stand.
    """
    if text.isascii() and text.isprintable():
        return None
    found = _INVISIBLE.search((_JOINER.sub("", text) if joiners else text).strip(WHITE))
    return found[0] if found else None


class _Builder:
    """Builds a tree from parser events, without recursion, so that depth can never exhaust the stack."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root: Node | None = None
        self.around: list[Node] = []  # the mappings and lists that are still open
        self.keys: list[tuple[str, int] | None] = []  # of each: the key that waits for a value, with its line

    def build(self, text: str, loader: Any) -> Node | None:
        documents = 0
        lines = text.split("\n")
        for event in yaml.parse(text, Loader=loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(line, told("second-document"))
            elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _Refused(line, told("alias"))
            elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                if event.tag is not None:
                    raise _Refused(line, told("tag"))
                self._add(event, line)
                self._check_comment(event, lines)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.around.pop()
                self.keys.pop()
        return self.root

    def _add(self, event: Any, line: int) -> None:
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
            self._check_visible(value, line)
            if not event.style and value in ("~", "null"):
                value = ""
        else:
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
            if len(self.around) >= MAX_DEPTH:
                raise _Refused(line, told("too-deep", most=MAX_DEPTH))
        node = Node(value, self.document.file, line)
        if not self.around:
            self.root = node
        elif isinstance(self.around[-1].value, list):
            self.around[-1].value.append(node)
        elif self.keys[-1] is None:
            self._key(event, line)
            return
        else:
            key, node.line = self.keys[-1]  # a value stands where its key stands
            self.around[-1].value[key] = node
            self.keys[-1] = None
        if not isinstance(event, yaml.ScalarEvent):
            self.around.append(node)
            self.keys.append(None)

    def _check_visible(self, text: str, line: int) -> None:
        hidden = hidden_character(text, joiners="/talen/" in f"/{self.document.file}")
        if hidden:
            self.document.problems.append(Problem(self.document.file, line, told("invisible-character", number=ord(hidden))))

    def _check_comment(self, event: Any, lines: list[str]) -> None:
        """A remark when a sentence goes on after a #, as in "lokaal # 12": the rest is not read."""
        if not isinstance(event, yaml.ScalarEvent) or event.style or " " not in event.value or event.end_mark is None:
            return
        line = event.end_mark.line
        rest = lines[line][event.end_mark.column :] if line < len(lines) else ""
        if re.match(r"\s+#", rest):
            lost = Problem(self.document.file, line + 1, told("rest-not-read", rest=rest.strip()[:40]), warning=True)
            self.document.problems.append(lost)

    def _key(self, event: Any, line: int) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused(line, told("brace-as-key"))
        first = self.around[-1].value.get(event.value)
        if first is not None:
            self.document.problems.append(Problem(self.document.file, line, told("key-twice", key=event.value, line=first.line)))
        self.keys[-1] = (event.value, line)
