"""Every key that an author may use has an example on docs/schrijven/velden, and the examples are right."""

import pytest

from macros.render import field_examples, fields
from macros.schema import FOLDERS, OWN_FILES, SINGLE_FILES
from macros.schema.base import Strict
from macros.schema.validate import validate
from macros.source.reader import read

KINDS = {**SINGLE_FILES, **{name: model for name, model in FOLDERS.items() if name != "wegwijzers"}}
KINDS |= {place.rpartition("/")[2].removesuffix(".yaml"): model for place, model in OWN_FILES.items()}
MODELS = [(kind, path, model) for kind, top in KINDS.items() for path, model in fields._models(top)]
NAMES = [f"{kind} {'/'.join(path)}" for kind, path, _ in MODELS]


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_example_is_right(kind):
    document = read(field_examples.FOLDER / f"{kind}.yaml", field_examples.FOLDER)
    assert validate(document, KINDS[kind]) is not None and document.problems == []


@pytest.mark.parametrize("kind, path, model", MODELS, ids=NAMES)
def test_every_key_has_an_example(kind: str, path: tuple[str, ...], model: type[Strict]):
    for info in model.model_fields.values():
        text = field_examples.example(kind, path, info.alias)
        assert text.startswith(f"{info.alias}:") and 1 <= len(text.splitlines()) <= field_examples.MOST_LINES + 1
        assert len(text.splitlines()) > 1 or text.partition(": ")[2], f"{info.alias} shows nothing"


@pytest.mark.parametrize("kind, path, model", MODELS, ids=NAMES)
def test_a_wrong_value_in_an_example_is_noticed(kind, path, model):
    """The examples are really checked: without a required key the file is refused."""
    required = [info.alias for info in model.model_fields.values() if info.is_required()]
    document = read(field_examples.FOLDER / f"{kind}.yaml", field_examples.FOLDER)
    for place in field_examples._places(document.value, path, ()):
        thing = document.value
        for part in place:
            thing = thing[part]
        if isinstance(thing, dict) and set(required) <= set(thing):
            thing["bestaat-niet"] = "x"
            assert validate(document, KINDS[kind]) is None
            return
    raise AssertionError("no place found")


def test_no_file_without_a_kind():
    assert {path.stem for path in field_examples.FOLDER.glob("*")} == set(KINDS)


def test_the_page_shows_the_examples():
    page = fields.fields_page()
    for kind, path, model in MODELS:
        for info in model.model_fields.values():
            first = field_examples.example(kind, path, info.alias).splitlines()[0].replace("'", "&#39;")
            assert first in page


def test_a_key_without_an_example_is_found():
    with pytest.raises(KeyError, match="school: contact › foto"):
        field_examples.example("school", ("contact",), "foto")
