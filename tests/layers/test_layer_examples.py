"""What a school can write in its layer without touching Python: the examples in the guide, and whole protocols."""

import datetime
import json
import re

import pytest
import yaml

from macros.checks import ages
from macros.commands.check import check
from macros.load import load
from tests.own_layers import GUIDE, examples, make_school, mistakes
from tests.places import ROOT, TESTS

OWN = TESTS / "eigen"
PROBLEMS = TESTS / "problems"
REPORTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PROBLEMS.glob("laag-*/melding.txt")))


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


def test_the_guide_has_examples_and_mistakes():
    assert len(examples()) >= 12 and len(quotes()) >= 12


@pytest.mark.parametrize("number", range(len(examples())))
def test_every_example_in_the_guide_works(tmp_path, number):
    name, text = examples()[number]
    content, problems = check(make_school(tmp_path, {name: text}))
    assert mistakes(problems) == [] and content.project.own == [name.removesuffix(".yaml")]


def test_every_yaml_in_the_guide_is_such_an_example():
    assert GUIDE.read_text(encoding="utf-8").count("```yaml") == len(examples())


def test_the_example_file_copied_as_it_says(tmp_path):
    """The first thing a school does: the copy alone changes nothing."""
    _, problems = check(make_school(tmp_path, {"school.yaml": (ROOT / "protocol" / "school.yaml").read_text(encoding="utf-8")}))
    assert mistakes(problems) == []


@pytest.mark.parametrize("name, text", [one for one in examples() if one[0].startswith("protocollen/")])
def test_editors_know_every_key_of_the_examples(name, text):
    """The schema for files in a layer: nothing is required, and the keys of a layer are in it."""
    schema = json.loads((ROOT / "protocol" / ".schema" / "eigen" / "protocollen.json").read_text(encoding="utf-8"))
    things = [schema, *schema["$defs"].values()]
    assert not [thing["title"] for thing in things if "required" in thing]
    written = yaml.load(text, yaml.BaseLoader)
    assert set(written) <= set(schema["properties"])
    for step in written["stappen"]:
        assert set(step) <= set(schema["$defs"]["Step"]["properties"])


def quotes() -> list[str]:
    return re.findall(r"^> (.+)$", GUIDE.read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("number", range(len(quotes())))
def test_every_mistake_in_the_guide_gives_its_report(number):
    """The reports themselves are tested with the content that gives them, in tests/problems."""
    assert quotes()[number] in REPORTS


@pytest.mark.parametrize("folder", sorted(path.name for path in OWN.iterdir()))
def test_a_protocol_written_in_the_layer(tmp_path, folder):
    files = {
        path.relative_to(OWN / folder).as_posix(): path.read_text(encoding="utf-8") for path in (OWN / folder).rglob("*.yaml")
    }
    root = make_school(tmp_path, files)
    content, problems = check(root)
    assert mistakes(problems) == []
    if folder == "speciaal-onderwijs":
        content = load(root, "nl", "so")
    new = [name for name in content.project.own if name.startswith("protocollen/") and name not in content.project.base]
    assert len(new) == 1 and content.protocols[new[0].split("/")[1]].scenarios
