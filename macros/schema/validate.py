"""From values to typed content, with pydantic's errors told in Dutch."""

import re
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.schema import meant
from macros.schema.base import Strict, choices_of, fields_with_parts, model_inside
from macros.schema.countries import either
from macros.schema.marks import Form, in_type, key_of
from macros.schema.names import CONTROLS
from macros.source.problems import SENTENCES, Problem, Told, nearest, told
from macros.source.reader import Document
from macros.source.tree import Node

Model = TypeVar("Model", bound=Strict)
_NAMES = re.compile(r"[a-z][a-z0-9-]*(, ?[a-z][a-z0-9-]*)*")
ID_HELP = str(told("help-id"))


def validate(document: Document, model: type[Model]) -> Model | None:
    """Typed content from a document, or None. Mistakes are added to `document.problems`."""
    if document.problems and document.root is None:
        return None
    try:
        typed = model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        unfinished = _unfinished(document, details)
        document.problems += unfinished.values()
        document.problems += [
            _problem(document, model, detail)
            for detail in details
            if detail["type"] != "missing" or _owner(document, detail) not in unfinished
        ]
        return None
    _remember_places(typed, document, ())
    return typed


def _owner(document: Document, detail: ErrorDetails) -> tuple:
    """The place of the thing in which something is missing."""
    return _written_path(document.value, detail["loc"])[:-1]


def _unfinished(document: Document, details: list[ErrorDetails]) -> dict[tuple, Problem]:
    """Things in a layer that the base does not know and that are not complete: place -> one problem for all that is missing.

    Most often the name was mistyped, and nothing is missing at all.
    """
    missing: dict[tuple, tuple[Node, list[str], list[str]]] = {}
    for detail in details:
        owner = document.at(_owner(document, detail)) if detail["type"] == "missing" else None
        if owner is not None and owner.known is not None:
            missing.setdefault(_owner(document, detail), (owner, owner.known, []))[2].append(str(detail["loc"][-1]))
    found = {}
    for path, (thing, beside, keys) in missing.items():
        of_file = document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        name = thing.text("id") or thing.text("naar") or thing.text("naam") or of_file
        near = nearest(name, beside)
        found[path] = document.problem(path, told("unknown-in-base", unknown=_short(name), near=near, keys=", ".join(keys)))
    return found


def _problem(document: Document, model: type[Strict], detail: ErrorDetails) -> Problem:
    path = _written_path(document.value, detail["loc"])
    kind = detail["type"]
    names = [part for part in path if isinstance(part, str)]
    key = names[-1] if names else document.file.rsplit("/", 1)[-1]
    value = detail.get("input")
    info = _field_at(model, path)
    choices = [str(choice) for choice in choices_of(info.annotation)] if info else []
    hint: Told | str = ""
    if kind == "extra_forbidden":
        hint = _near_key(document, key, _fields_there(model, path))
    elif (
        kind == "string_type"
        and isinstance(value, dict)
        and len(value) == 1
        and all(text and isinstance(text, str) for text in value.values())
    ):
        kind = "colon_in_text"
    elif kind in ("list_type", "model_type") and isinstance(value, dict) and _glued_dash(value):
        kind, key = "glued_dash", _glued_dash(value)
    elif kind == "list_type" and isinstance(value, str) and _NAMES.fullmatch(value):
        hint = told("hint-brackets", value=value)
    elif kind == "string_too_short" and isinstance(value, str) and value.strip():
        kind = "string_short"
    elif kind == "ja_nee" and str(value).lower() in ("ja", "nee"):
        hint = told("hint-small-letters")
    elif kind == "literal_error":
        hint = meant.school_type(str(value), choices) or meant.near(str(value), choices)
    elif kind in ("duur", "lengte"):
        hint = meant.duration(str(value))
    form = in_type(info, Form) if info else None
    code = f"value-{kind.replace('_', '-')}"
    limits = {name: limit for name, limit in (detail.get("ctx") or {}).items() if isinstance(limit, (int, float))}
    what = told(
        code if code in SENTENCES else "value-other",
        key=key,
        value=_short(value),
        hint=hint,
        help=form.help if form else ID_HELP,
        choices=either(choices),
        **limits,
    )
    return document.problem(path[:-1] if kind == "missing" else path, what)


def _glued_dash(value: dict) -> str:
    """The first key that begins with a dash: "-tekst: x" is no line of a list. Empty without one."""
    return next((key[1:] for key in value if isinstance(key, str) and re.match("-[a-z_]", key)), "")


def _written_path(value: Any, loc: tuple) -> tuple:
    """pydantic's `loc` without the parts it adds itself (names of union members and '[key]')."""
    path: list = []
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(value, dict) and (part in value or last) and isinstance(part, str) and part != "[key]":
            path.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            path.append(part)
            value = value[part]
    return tuple(path)


def _near_key(document: Document, key: str, fields: dict[str, str]) -> Told:
    """What was meant by a key that is not known: one that looks like it, or one that was translated to English."""
    bare = key.replace(" ", "").strip("+")
    if "+" in key and bare in fields.values():
        return told("hint-plus", key=bare)
    if key in fields:
        return told("near", name=fields[key])
    if key.strip() in fields.values():
        return told("hint-space-behind", key=key.strip())
    hiding = CONTROLS[:2] if document.layers else ()
    near = meant.near_key(key, [*fields.values(), *hiding])
    return told("near", name=near) if near else told("hint-keys", keys=", ".join(sorted(fields.values())))


def _fields_there(model: type[Strict], path: tuple) -> dict[str, str]:
    """The keys that may stand where the last part of `path` stands: English name (as in our code) -> Dutch key."""
    there = _model_at(model, path[:-1])
    return {name.rstrip("_"): key_of(info) for name, info in there.model_fields.items()} if there else {}


def _model_at(model: type[Strict], path: tuple) -> type[Strict] | None:
    """The model of what stands at `path` in a file of this model, or None."""
    current: type[Strict] | None = model
    for part in path:
        if isinstance(part, str) and current is not None:
            info = _field(current, part)
            current = model_inside(info.annotation) if info else None
    return current


def _field(model: type[Strict], key: str) -> FieldInfo | None:
    return next((info for info in model.model_fields.values() if info.alias == key), None)


def _field_at(model: type[Strict], path: tuple) -> FieldInfo | None:
    """The field to which what stands at `path` belongs, also when that is in its list; None where the schema has none."""
    keys = [part for part in path if isinstance(part, str)]
    there = _model_at(model, tuple(keys[:-1])) if keys else None
    return _field(there, keys[-1]) if there else None


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _remember_places(model: Strict, document: Document, path: tuple) -> None:
    """Let every part of typed content know its file and place."""
    model._document = document
    model._path = path
    for name, dutch in fields_with_parts(type(model)):
        value = getattr(model, name)
        if isinstance(value, Strict):
            _remember_places(value, document, path + (dutch,))
        elif value:
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                _remember_places(item, document, path + (dutch, key))


def in_own_file(model: Strict, key: str) -> tuple[str, int]:
    """The file and line at which a school says something that is missing beside a Dutch key: in its own file when it has one."""
    document: Document = model._document
    layers = [file for file in document.layers if "/talen/" not in f"/{file}"]
    file, line = document.place((*model._path, key))
    return (file, line) if not layers or file in layers else (layers[0], 1)


def problem_at(model: Strict, *keys: Any, message: Told, warning: bool = False) -> Problem:
    """A problem at a Dutch key (and index) inside a part of typed content."""
    document: Document = model._document
    return document.problem(model._path + keys, message, warning)
