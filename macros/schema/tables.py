"""What follows from the schema for whoever reads content as it is written, by Dutch key. Nothing here is kept by hand."""

import inspect
from collections.abc import Callable, Iterator

from pydantic.fields import FieldInfo

from macros.schema import FOLDERS, SINGLE_FILES
from macros.schema.base import Strict, model_inside
from macros.schema.marks import Mark, Names, Prose, in_type, key_of, mark_of
from macros.schema.questionnaire import History


class Unlisted(TypeError):
    """A text of which the schema does not say whether a translation gives it: it would silently stay Dutch."""


def models_in(model: type[Strict]) -> Iterator[type[Strict]]:
    """The model and every model inside it, each once."""
    seen, waiting = set(), [model]
    while waiting:
        part = waiting.pop()
        if part not in seen:
            seen.add(part)
            yield part
            waiting += [inside for info in part.model_fields.values() if (inside := model_inside(info.annotation))]


def check_listed(model: type[Strict]) -> None:
    """Raise Unlisted, with file and line, when a text in this model does not say whether it is translated."""
    for name, info in model.model_fields.items():
        if in_type(info, Prose) and mark_of(info).translated is None:
            lines, first = inspect.getsourcelines(model)
            line = next((first + number for number, text in enumerate(lines) if text.strip().startswith(f"{name}:")), first)
            raise Unlisted(
                f"{inspect.getsourcefile(model)}:{line}: say of {info.alias!r} translated=True, "
                "or translated=False when it always stays Dutch"
            )


def _models() -> dict[type[Strict], None]:
    tops: list[type[Strict]] = [*SINGLE_FILES.values(), *FOLDERS.values(), History]
    return dict.fromkeys(model for top in tops for model in models_in(top))


_MODELS = _models()
for _model in _MODELS:
    check_listed(_model)


def _keys(fits: Callable[[FieldInfo, Mark], object]) -> frozenset[str]:
    return frozenset(key_of(info) for model in _MODELS for info in model.model_fields.values() if fits(info, mark_of(info)))


def _naming(thing: str) -> Callable[[FieldInfo, Mark], bool]:
    def fits(info: FieldInfo, mark: Mark) -> bool:
        names = in_type(info, Names)
        return names is not None and names.thing == thing

    return fits


def _lists() -> dict[str, type[Strict]]:
    """Key of a list of things -> the model of each."""
    return {
        key_of(info): inside
        for model in _MODELS
        for info in model.model_fields.values()
        if (inside := model_inside(info.annotation)) and info.annotation is not inside
    }


# Keys with a text for a reader: only these are translated; and what a translation may leave out and still be whole.
TRANSLATED = _keys(lambda info, mark: mark.translated)
STAFF_PARTS = _keys(lambda info, mark: mark.staff)
# For a layer. Mappings that are joined field by field; what may also change in a locked part; key -> its values in order, a
# layer may only go to the right; what is no choice of policy.
JOINED = _keys(lambda info, mark: mark.joined)
_SOURCES = frozenset({"bron"})
ROLES, STEPS = _keys(_naming("role")), _keys(_naming("step"))
FREE = _keys(lambda info, mark: mark.free) | _SOURCES | ROLES
STRICTER = {
    key_of(info): mark_of(info).only_tighter
    for model in _MODELS
    for info in model.model_fields.values()
    if mark_of(info).only_tighter
}
NO_CHOICE = _keys(lambda info, mark: mark.no_choice) | _SOURCES | {"id"}
# Key of a list of things -> the keys that name one without an id; and what one is called.
NAMED_BY = {key: model.named_by for key, model in _lists().items() if model.named_by}
THINGS = {key: model.thing for key, model in _lists().items() if model.thing}
