"""From values to typed content, with pydantic's errors told in Dutch."""
import difflib
import re
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from macros.layer_names import CONTROLS
from macros.problems import Problem, near_miss
from macros.schema.base import Strict, fields_with_parts, model_inside
from macros.schema.durations import FIXED, UNIT_WORDS
from macros.schema.marks import Form, in_type
from macros.source import Document

# pydantic error type -> Dutch sentence. {value} and the keys of pydantic's own context can be used.
MESSAGES = {
    "missing": "‘{key}’ ontbreekt. Voeg deze regel toe.",
    "extra_forbidden": "‘{key}’ hoort hier niet.{near}",
    "string_type": "bij ‘{key}’ hoort tekst, geen lijst en geen lagen eronder. "
                   "Begint de tekst met een accolade? Zet er dan aanhalingstekens omheen.",
    "string_too_short": "‘{key}’ is leeg. Vul het in of haal de regel weg.",
    "string_too_long": "de tekst bij ‘{key}’ is te lang: hoogstens {max_length} tekens.",
    "string_pattern_mismatch": "‘{value}’ kan niet bij ‘{key}’. {pattern_help}",
    "colon_in_text": "bij ‘{key}’ staat een dubbele punt met een spatie erachter. Zet de tekst tussen aanhalingstekens.",
    "list_type": "bij ‘{key}’ hoort een lijst. Begin elke regel met een streepje{near}.",
    "too_short": "bij ‘{key}’ staat te weinig: er horen er minstens {min_length}.",
    "too_long": "bij ‘{key}’ staat te veel: er horen er hoogstens {max_length}.",
    "dict_type": "bij ‘{key}’ horen regels met een naam en een dubbele punt.",
    "model_type": "bij ‘{key}’ horen regels met een naam en een dubbele punt, geen losse tekst of lijst.",
    "literal_error": "‘{value}’ kan niet bij ‘{key}’. Kies uit: {expected}.{near}",
    "int_type": "bij ‘{key}’ hoort een heel getal.",
    "greater_than_equal": "‘{value}’ is te laag bij ‘{key}’: minstens {ge}.",
    "less_than_equal": "‘{value}’ is te hoog bij ‘{key}’: hoogstens {le}.",
    "datum": "‘{value}’ is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21.",
    "date_type": "bij ‘{key}’ hoort een datum: jaar-maand-dag, bijvoorbeeld 2026-11-21.",
    "dag_van_het_jaar": "‘{value}’ is geen dag die elk jaar bestaat. Schrijf maand-dag, bijvoorbeeld 12-01 voor 1 december.",
    "getal": "‘{value}’ is geen heel getal. Schrijf alleen cijfers.",
    "ja_nee": "‘{value}’ kan niet bij ‘{key}’. Schrijf ja of nee{near}.",
    "duur": "‘{value}’ is geen periode. Schrijf bijvoorbeeld: meteen, dezelfde schooldag, 2 schooldagen, 1 week, "
            "1 maand of elk trimester.{near}",
    "bron": "‘{value}’ is geen bron. Schrijf een nummer zoals F-NL-01 of een adres dat begint met https://.",
}

_NAMES = re.compile(r"[a-z][a-z0-9-]*(, ?[a-z][a-z0-9-]*)*")
ID_HELP = "Gebruik kleine letters, cijfers en streepjes, en begin met een letter."


def validate(document: Document, model: type[Strict]) -> Strict | None:
    """Typed content from a document, or None. Mistakes are added to `document.problems`."""
    if document.problems and document.root is None:
        return None
    try:
        typed = model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        unfinished = _unfinished(document, details)
        document.problems += unfinished.values()
        document.problems += [_problem(document, model, detail) for detail in details
                              if detail["type"] != "missing" or _owner(document, detail) not in unfinished]
        return None
    _remember_places(typed, document, ())
    return typed


def _owner(document: Document, detail: dict[str, Any]) -> tuple:
    """The place of the thing in which something is missing."""
    return _written_path(document.value, detail["loc"])[:-1]


def _unfinished(document: Document, details: list[dict[str, Any]]) -> dict[tuple, Problem]:
    """Things in a layer that the base does not know and that are not complete: place -> one problem for all that is missing.

    Most often the name was mistyped, and nothing is missing at all.
    """
    missing: dict[tuple, list[str]] = {}
    for detail in details:
        owner = document.at(_owner(document, detail)) if detail["type"] == "missing" else None
        if owner is not None and owner.known is not None:
            missing.setdefault(_owner(document, detail), []).append(str(detail["loc"][-1]))
    found = {}
    for path, keys in missing.items():
        thing = document.at(path)
        name = thing.text("id") or thing.text("naar") or thing.text("naam") or document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        near = near_miss(name, thing.known)
        found[path] = document.problem(path, f"‘{_short(name)}’ bestaat niet in de basis.{near} "
                                             f"Is dit nieuw? Dan ontbreekt nog: {', '.join(keys)}.")
    return found


def _problem(document: Document, model: type[Strict], detail: dict[str, Any]) -> Problem:
    path = _written_path(document.value, detail["loc"])
    kind = detail["type"]
    names = [part for part in path if isinstance(part, str)]
    key = names[-1] if names else document.file.rsplit("/", 1)[-1]
    value = detail.get("input")
    context = dict(detail.get("ctx") or {})
    context["expected"] = str(context.get("expected", "")).replace("'", "").replace(" or ", " of ")
    near = ""
    if kind == "extra_forbidden":
        near = _near_key(document, key, _fields_there(model, path))
    elif kind == "string_type" and isinstance(value, dict) and len(value) == 1 and all(
            text and isinstance(text, str) for text in value.values()):
        kind = "colon_in_text"
    elif kind == "list_type" and isinstance(value, str) and _NAMES.fullmatch(value):
        near = f", of zet er haken om: [{value}]"
    elif kind == "ja_nee" and str(value).lower() in ("ja", "nee"):
        near = ", met kleine letters"
    elif kind == "literal_error":
        near = near_miss(str(value), context["expected"].replace(" of ", ", ").split(", "))
    elif kind == "duur" and difflib.get_close_matches(str(value), [*FIXED, *UNIT_WORDS]):
        near = near_miss(str(value), [*FIXED, *UNIT_WORDS])
    message = MESSAGES.get(kind, "‘{key}’ klopt niet.").format_map(
        {**context, "key": key, "value": _short(value), "near": near,
         "pattern_help": _form_help(model, path)})
    where = path[:-1] if kind == "missing" else path
    return document.problem(where, message)


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


def _near_key(document: Document, key: str, fields: dict[str, str]) -> str:
    """What was meant by a key that is not known: one that looks like it, or one that was translated to English."""
    bare = key.replace(" ", "").strip("+")
    if "+" in key and bare in fields.values():
        return f" Schrijf ‘{bare}+:’, met de plus vast achter het woord."
    if key in fields:
        return f" Bedoel je ‘{fields[key]}’?"
    if key.strip() in fields.values():
        return f" Haal de spatie achter ‘{key.strip()}’ weg."
    hiding = CONTROLS[:2] if document.layers else ()
    return near_miss(key, [*fields.values(), *hiding]) or f" Wat hier kan: {', '.join(sorted(fields.values()))}."


def _fields_there(model: type[Strict], path: tuple) -> dict[str, str]:
    """The keys that may stand where the last part of `path` stands: English name (as in our code) -> Dutch key."""
    there = _model_at(model, path[:-1])
    return {name.rstrip("_"): info.alias for name, info in there.model_fields.items()} if there else {}


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


def _form_help(model: type[Strict], path: tuple) -> str:
    """What to write where a text has another form than it should have."""
    keys = [part for part in path if isinstance(part, str)]
    there = _model_at(model, tuple(keys[:-1])) if keys else None
    info = _field(there, keys[-1]) if there else None
    form = in_type(info, Form) if info else None
    return form.help if form else ID_HELP


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


def problem_at(model: Strict, *keys: Any, message: str, warning: bool = False) -> Problem:
    """A problem at a Dutch key (and index) inside a part of typed content."""
    document: Document = model._document
    return document.problem(model._path + keys, message, warning)
