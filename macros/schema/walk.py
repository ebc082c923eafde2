"""Going through typed content: every text in it with its place, and the same content with other texts or fewer parts.

Nothing here changes what it is given.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import is_
from typing import Any, NamedTuple, TypeVar, cast, get_args

from macros.schema.base import Strict, fields_with_parts, model_inside
from macros.schema.marks import Mark, Names, Prose, in_type, key_of, mark_of

Part = TypeVar("Part", bound=Strict)


class TextField(NamedTuple):
    """A field that holds texts, or parts with texts: what it and its type say. `parts`: it holds parts."""

    name: str
    key: str
    mark: Mark
    names: Names | None
    prose: bool
    parts: bool


class Written(NamedTuple):
    """One text: the part of the content it stands in, its field, and its place from that part (Dutch key, and index or key)."""

    owner: Strict
    field: TextField
    place: tuple
    text: str


@lru_cache(maxsize=None)  # asked for every part of every file
def text_fields(model: type[Strict]) -> tuple[TextField, ...]:
    """The fields of a model that hold texts or other models, in their order."""
    return tuple(
        TextField(
            name,
            key_of(info),
            mark_of(info),
            in_type(info, Names),
            in_type(info, Prose) is not None,
            model_inside(info.annotation) is not None,
        )
        for name, info in model.model_fields.items()
        if _holds_text(info.annotation) or model_inside(info.annotation)
    )


def _holds_text(annotation: Any) -> bool:
    return annotation is str or any(_holds_text(argument) for argument in get_args(annotation))


def texts(model: Strict, wanted: Callable[[TextField], object] = lambda field: True) -> Iterator[Written]:
    """Every text in `model` and in all parts of it, in the order of the fields; only of fields that are `wanted`."""
    for field in text_fields(type(model)):
        if not field.parts and not wanted(field):
            continue
        value = getattr(model, field.name)
        if isinstance(value, str):
            yield Written(model, field, (field.key,), value)
        elif isinstance(value, Strict):
            yield from texts(value, wanted)
        elif value:
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(item, Strict):
                    yield from texts(item, wanted)
                elif isinstance(item, str):
                    yield Written(model, field, (field.key, key), item)


def rewritten(model: Part, change: Callable[[Written], str], holding: str = "") -> Part:
    """The same with `change` of every text that holds `holding`; what has no text that changes is not copied."""

    def new(value: Any, field: TextField, place: tuple) -> Any:
        if isinstance(value, str):
            return change(Written(model, field, place, value)) if holding in value else value
        if isinstance(value, Strict):
            return rewritten(value, change, holding)
        return _each(value, lambda key, item: new(item, field, (*place, key)))

    changed = {}
    for field in text_fields(type(model)):
        before = getattr(model, field.name)
        if not before or not field.parts and not _holds(before, holding):  # so it is for most: this is asked often
            continue
        after = new(before, field, (field.key,))
        if after is not before:
            changed[field.name] = after
    return model.model_copy(update=changed) if changed else model


def _holds(value: Any, text: str) -> bool:
    """Does a text, or any in a list or mapping, hold `text`?"""
    if isinstance(value, str):
        return text in value
    return any(_holds(item, text) for item in (value.values() if isinstance(value, dict) else value))


def mapped(model: Part, change: Callable[[Strict], Strict]) -> Part:
    """The same with `change` of the model and of every part in it, the inner ones first."""
    inside = _with_parts(model, lambda value: value, lambda part: mapped(part, change))
    return cast(Part, change(inside))


def selected(model: Part, keep: Callable[[Strict], bool]) -> Part:
    """The same without the parts in its lists, at any depth, that `keep` does not want."""
    return _with_parts(
        model,
        lambda value: [part for part in value if keep(part)] if isinstance(value, list) else value,
        lambda part: selected(part, keep),
    )


def _with_parts(model: Part, kept: Callable[[Any], Any], change: Callable[[Strict], Strict]) -> Part:
    """The model with `kept` of each field that holds parts, and then `change` of each part; the same object when nothing
    changed."""
    changed = {}
    for name, _ in fields_with_parts(type(model)):
        before = getattr(model, name)
        if not before:
            continue
        left = kept(before)
        after = change(left) if isinstance(left, Strict) else _each(left, lambda _, part: change(part))
        if after is not left or isinstance(left, list) and len(left) != len(before):
            changed[name] = after
    return model.model_copy(update=changed) if changed else model


def _each(value: Any, change: Callable[[Any, Any], Any]) -> Any:
    """A list or mapping with `change` of (index or key, item); the same object when nothing changed. Anything else as it is."""
    if isinstance(value, list):
        new = [change(number, item) for number, item in enumerate(value)]
        return value if all(map(is_, new, value)) else new
    if isinstance(value, dict):
        made = {key: change(key, item) for key, item in value.items()}
        return value if all(made[key] is value[key] for key in value) else made
    return value
