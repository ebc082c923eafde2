"""Going through typed content: every text in it with its place, and the same content with other texts or fewer parts.

Nothing here changes what it is given.
"""
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar, cast

from pydantic.fields import FieldInfo

from macros.schema.base import Strict, fields_with_parts, fields_with_text

Part = TypeVar("Part", bound=Strict)


class Written(NamedTuple):
    """One text: the part of the content it stands in, its field, and its place from that part (Dutch key, and index or key)."""
    owner: Strict
    info: FieldInfo
    place: tuple
    text: str


def texts(model: Strict) -> Iterator[Written]:
    """Every text in `model` and in all parts of it, in the order of the fields."""
    for name, alias in fields_with_text(type(model)):
        info = type(model).model_fields[name]
        for keys, item in _items(getattr(model, name)):
            if isinstance(item, Strict):
                yield from texts(item)
            elif isinstance(item, str):
                yield Written(model, info, (alias, *keys), item)


def rewritten(model: Part, change: Callable[[Written], str]) -> Part:
    """The same with `change` of every text; what has no text that changes is not copied."""
    def new(value: Any, info: FieldInfo, place: tuple) -> Any:
        if isinstance(value, Strict):
            return rewritten(value, change)
        return change(Written(model, info, place, value)) if isinstance(value, str) else value

    changed = {}
    for name, alias in fields_with_text(type(model)):
        before, info = getattr(model, name), type(model).model_fields[name]
        after = _each(before, lambda keys, item: new(item, info, (alias, *keys)))
        if after is not before:
            changed[name] = after
    return model.model_copy(update=changed) if changed else model


def mapped(model: Part, change: Callable[[Strict], Strict]) -> Part:
    """The same with `change` of the model and of every part in it, the inner ones first."""
    changed = {}
    for name, _ in fields_with_parts(type(model)):
        before = getattr(model, name)
        after = _each(before, lambda _, item: mapped(item, change) if isinstance(item, Strict) else item)
        if after is not before:
            changed[name] = after
    return cast(Part, change(model.model_copy(update=changed) if changed else model))


def selected(model: Part, keep: Callable[[Strict], bool]) -> Part:
    """The same without the parts in its lists, at any depth, that `keep` does not want."""
    changed = {}
    for name, _ in fields_with_parts(type(model)):
        before = getattr(model, name)
        kept = [part for part in before if keep(part)] if isinstance(before, list) else before
        after = _each(kept, lambda _, item: selected(item, keep) if isinstance(item, Strict) else item)
        if after is not before and after != before:
            changed[name] = after
    return model.model_copy(update=changed) if changed else model


def _items(value: Any) -> list[tuple[tuple, Any]]:
    """The value itself, or what is in a list or mapping: (place below the key, item)."""
    if isinstance(value, list):
        return [((index,), item) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return [((key,), item) for key, item in value.items()]
    return [((), value)]


def _each(value: Any, change: Callable[[tuple, Any], Any]) -> Any:
    """The value, list or mapping with `change` of (place below the key, item); the same object when nothing changed."""
    items = _items(value)
    new = [change(keys, item) for keys, item in items]
    if all(after is before for after, (_, before) in zip(new, items)):
        return value
    return new if isinstance(value, list) else dict(zip(value, new)) if isinstance(value, dict) else new[0]
