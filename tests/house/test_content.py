"""The content of the project itself: it is right for every kind of school, and the hardest protocol is complete."""

import datetime
import re

import pytest

from macros.checks import ages
from macros.commands import schemas
from macros.commands.check import check
from macros.diagram import draw
from macros.publish.helplines import helplines_data
from macros.publish.links import Links
from macros.render import fields
from macros.render.stages import map_data
from macros.schema import FOLDERS, LANGUAGE_FILES, SINGLE_FILES
from macros.schema.base import Strict
from macros.schema.countries import SCHOOL_TYPES
from tests.diagram_lines import read_map, station_reached
from tests.loaded import loaded
from tests.places import ROOT

SCHOOLS = [(country, school_type) for country, types in SCHOOL_TYPES.items() for school_type in types]


def test_no_mistake_and_no_warning(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))
    _, problems = check(ROOT)
    assert problems == []


@pytest.mark.parametrize("country, school_type", SCHOOLS)
def test_every_kind_of_school_gets_its_own_words_and_helplines(country, school_type):
    content = loaded(country, school_type)
    phones = {line.phone for line in content.helplines.values()}
    assert ("102" in phones) == (country == "vl") and ("0800-0432" in phones) == (country == "nl")
    for group in ("direct", "praten", "zelfdoding"):
        assert helplines_data(group, content), group
    mentor = content.vocabulary.replace("De mentor")
    assert (
        mentor
        == {
            "po": "De leerkracht",
            "so": "De leerkracht",
            "vo": "De mentor",
            "basis": "De klasleerkracht",
            "secundair": "De klastitularis",
        }[school_type]
    )
    texts = [text for page in content.guides.values() for text in page.before + page.closing]
    assert not [text for text in texts if re.search(r"\{[a-z]", text)], "a placeholder was left"


def test_only_helplines_with_a_source_are_shown():
    content = loaded()
    unchecked = {line.name for line in content.helplines.values() if line.status == "nakijken"}
    assert unchecked
    for group in {group for line in content.helplines.values() for group in line.groups}:
        assert not unchecked & {line["name"] for line in helplines_data(group, content)}


def test_the_hardest_protocol_covers_its_whole_chart():
    """35 nodes, 40 edges and 23 steps, each on the step or exit where it stands; and scenarios walk every edge."""
    route = loaded().protocols["signaal-tot-afronding"]
    on_steps = {source for step in route.steps for source in step.sources}
    on_exits = {source for step in route.steps for way in step.exits for source in way.sources}
    assert {f"S2-NODE-{number:02}" for number in range(1, 36)} <= on_steps
    assert {f"S2-STEP-{number:02}" for number in range(1, 24)} <= on_steps
    assert {f"S2-EDGE-{number:02}" for number in range(1, 41)} <= on_exits
    ends = {step.id for step in route.steps if step.kind == "einde"}
    assert len(ends) >= 4 and {scenario.end for scenario in route.scenarios} == ends


def test_every_step_says_who_when_why_and_how():
    content = loaded()
    for route in content.protocols.values():
        for step in route.steps:
            if step.kind == "doen":
                assert step.who and step.deadline and step.why and step.how, f"{route.id}/{step.id}"


def test_dates_are_not_in_the_future():
    content = loaded()
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    for page in [*content.protocols.values(), *content.guides.values()]:
        assert page.checked <= tomorrow
    for line in [*content.helplines.values(), content.danger_page]:
        assert line.seen <= tomorrow


# ---- what authors are told ----


def test_schemas_for_editors_are_up_to_date():
    for name, text in schemas.json_schemas().items():
        path = ROOT / "protocol" / ".schema" / name
        assert path.read_text(encoding="utf-8") == text, "run: make schemas"


def test_content_files_name_their_schema():
    for path in (ROOT / "protocol").rglob("*.yaml"):
        if "talen" in path.parts and path.stem not in LANGUAGE_FILES:
            continue  # a translation has only the texts of its Dutch file
        first = path.read_text(encoding="utf-8").splitlines()[0]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert match and (path.parent / match.group(1)).is_file(), path


def all_models(model: type[Strict]) -> list[type[Strict]]:
    return [nested for _, nested in fields._models(model)]


def test_every_field_has_a_dutch_key_and_explanation():
    page = fields.fields_page()
    for model in {nested for top in [*SINGLE_FILES.values(), *FOLDERS.values()] for nested in all_models(top)}:
        for name, info in model.model_fields.items():
            assert info.alias and info.description, f"{model.__name__}.{name}"
            assert info.description.endswith((".", "?")), f"{model.__name__}.{name}"
            assert f"<code>{info.alias}</code>" in page


# ---- maps ----


@pytest.mark.parametrize("country, school_type", SCHOOLS)
def test_every_line_on_a_map_leads_where_its_words_say(country, school_type):
    content = loaded(country, school_type)
    for route in content.routes:
        lines = read_map(draw(map_data(route, content, Links(f"protocollen/{route.id}.md"))))
        numbers = {step.id: str(number) for number, step in enumerate(route.steps, 1)}
        assert [line.words for line in lines if line.is_station and not line.words.startswith(f"{numbers[line.step]}. ")] == []
        assert {line.step for line in lines if line.is_station} == set(numbers)
        exits = [(line.step, line.element.get("data-exit")) for line in lines if line.element.get("data-exit")]
        assert sorted(exits) == sorted((step.id, way.key) for step in route.steps for way in step.exits)
        for place, line in enumerate(lines):
            if not line.is_station and not line.is_heading:
                target = line.element.get("data-to")
                assert re.search(rf"[→↓■↺] {numbers[target]}\b", line.words), line.words
                assert station_reached(lines, place) in (target, None), line.words
                assert (station_reached(lines, place) is not None) == ("→" in line.words), line.words
