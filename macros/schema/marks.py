"""What a field is, said once beside the field: all that the rest of the program must know of it and its type does not tell.

`field` makes a field of a model; `mark_of` gives back what it said. The tables in macros.schema.tables are made from it.
"""

from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import Field
from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Mark:
    """What a field says of itself.

    `translated`: a translation gives this text (every text says yes or no). `staff`: a translation is whole without it.
    `names_pages`: the titles of pages between quotes in it become links. For a layer: `joined`: it changes the mapping field
    by field; `free`: it may also change in a locked part; `only_tighter`: the values in order, it may only go to the right;
    `no_choice`: a difference is no choice of policy.
    """

    translated: bool | None = None
    staff: bool = False
    names_pages: bool = False
    joined: bool = False
    free: bool = False
    only_tighter: tuple[str, ...] = ()
    no_choice: bool = False


class Prose:
    """In the type of a text in words, written for a reader."""


@dataclass(frozen=True)
class Form:
    """In the type of a text with a form of its own: what to write when it has another."""

    help: str


@dataclass(frozen=True)
class Names:
    """In the type of a text that is the name of something else: what that is, as in the code "unknown-role"."""

    thing: str


Said = TypeVar("Said", Prose, Form, Names)
_SAID = frozenset(Mark.__dataclass_fields__)


def field(dutch: str, explanation: str, default: Any = ..., **rules: Any) -> Any:
    """A model field with its Dutch key and one Dutch sentence for authors. `rules`: those of pydantic, and of Mark."""
    said = {name: rules.pop(name) for name in _SAID & rules.keys()}
    if isinstance(default, (list, dict)):
        rules["default_factory"] = type(default)
    elif default is not ...:
        rules["default"] = default
    info: FieldInfo = Field(alias=dutch, description=explanation, **rules)
    if said:
        info.metadata.append(Mark(**said))
    return info


def key_of(info: FieldInfo) -> str:
    """The Dutch key of a field. Raises TypeError for one that `field` did not make."""
    if info.alias is None:
        raise TypeError(f"a field without a Dutch key: {info!r}")
    return info.alias


def mark_of(info: FieldInfo) -> Mark:
    """What a field said of itself."""
    return next((part for part in info.metadata if isinstance(part, Mark)), Mark())


def in_type(info: FieldInfo, kind: type[Said]) -> Said | None:
    """The Prose, Form or Names in the type of a field, also of what is in its list; None when it has none."""
    return next((part for part in [*info.metadata, *_annotated(info.annotation)] if isinstance(part, kind)), None)


def _annotated(annotation: Any) -> list[Any]:
    """All that is said beside the types in an annotation. What is in a mapping does not count: those are no texts of the
    field."""
    inside = () if getattr(annotation, "__origin__", None) is dict else get_args(annotation)
    return [*getattr(annotation, "__metadata__", ()), *(part for argument in inside for part in _annotated(argument))]
