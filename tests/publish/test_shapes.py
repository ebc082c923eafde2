"""The contract between the build and the browser: all that is really published has the shape that macros.publish.shapes says,
and no fixture of the core leans on anything else."""

import html
import json
import re
from typing import get_args

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

from macros.commands.plain_pages import content_for, expanded
from macros.content.languages import languages
from macros.load import load
from macros.publish.cases import protocol_data
from macros.publish.helplines import helpline_data
from macros.publish.links import Links
from macros.publish.questionnaire_shapes import HelplineData, QuestionnaireData
from macros.publish.questionnaires import questionnaire_data
from macros.publish.routes import route_data
from macros.publish.school_file import school_file_data
from macros.publish.shapes import (
    WIDGETS,
    AgreementsData,
    ProtocolData,
    RouteData,
    SchoolFileData,
    SignalsData,
    TalkData,
    Unit,
    WhenData,
)
from macros.publish.talks import talk_data
from macros.schema.countries import KINDS
from macros.schema.durations import FIXED, UNITS
from macros.schema.questionnaire import SCORINGS, Score
from macros.site import talk_script
from tests import (
    cases,
    cases_ballot,
    cases_ballot_view,
    cases_case,
    cases_code,
    cases_lists,
    cases_school,
    cases_scoring,
    cases_stages,
    cases_talk,
    cases_when,
)
from tests.places import ROOT

STRICT = ConfigDict(extra="forbid", strict=True)
LINKS = Links("protocollen/x.md")
FIXTURES = [
    (RouteData, cases.small_route()),
    (ProtocolData, cases_case.small_protocol()),
    (ProtocolData, cases_case.asking_protocol()),
    (ProtocolData, cases_stages.staged_protocol()),
    (QuestionnaireData, cases.small_questionnaire()),
    (QuestionnaireData, cases_scoring.published()),
    (QuestionnaireData, cases_ballot.small_instrument()),
    (QuestionnaireData, cases_ballot_view.instrument()),
    (QuestionnaireData, cases_code.small_instrument()),
    (TalkData, cases_talk.small_talk()),
    (WhenData, cases_when.small_content()),
    (SignalsData, cases_lists.small_signals()),
    (AgreementsData, cases_lists.small_agreements()),
    (SchoolFileData, cases_school.small_content()),
]


def breaches(data: object, *shapes: type, partly: bool = False) -> list[str]:
    """What is wrong with data for a widget: nothing when it fits one of the shapes. `partly`: it may leave keys out."""
    found = []
    for shape in shapes:
        try:
            TypeAdapter(list[shape], config=STRICT).validate_python([data])  # a shape has no rules of its own
            return []
        except ValidationError as error:
            found = [
                f"{shape.__name__}: {'.'.join(map(str, detail['loc'][1:]))}: {detail['msg']}"
                for detail in error.errors()
                if not (partly and detail["type"] == "missing")
            ]
            if not found:
                return []
    return found


@pytest.mark.parametrize("country, school_type", KINDS)
def test_the_data_of_every_page_has_its_shape(country, school_type):
    content = load(ROOT, country, school_type)
    made = [(RouteData, route_data(route, content, LINKS)) for route in content.routes]
    made += [(ProtocolData, protocol_data(route, content, LINKS)) for route in content.protocols.values()]
    made += [(TalkData, talk_data(guide, content, LINKS)) for guide in content.guides.values()]
    made += [(QuestionnaireData, questionnaire_data(one, content)) for one in content.questionnaires.values()]
    made += [(HelplineData, helpline_data(line, content)) for line in content.helplines.values()]
    made.append((SchoolFileData, school_file_data(content)))
    assert [breach for shape, data in made for breach in breaches(data, shape)] == []


@pytest.mark.parametrize("country, school_type", [("nl", "po"), ("vl", "secundair")])
def test_every_widget_in_a_page_has_data_of_its_shape(country, school_type):
    """As it really stands in the pages, read back from their HTML."""
    seen = set()
    for page, text in expanded(ROOT, content_for(ROOT, country, school_type)):
        for tag in re.findall(r"<div [^>]*data-widget=[^>]*>", text):
            attributes = {name: html.unescape(value) for name, value in re.findall(r'([a-z-]+)="([^"]*)"', tag)}
            kind = attributes["data-widget"]
            seen.add(kind)
            assert breaches(json.loads(attributes["data-content"]), *WIDGETS[kind]) == [], page
    assert seen == set(WIDGETS)
    (script,) = talk_script.files(content_for(ROOT, country, school_type), True).values()
    talks = json.loads(json.loads(script[script.index('"{') : script.rindex('"') + 1]))
    assert talks and [name for name, talk in talks.items() if breaches(talk, TalkData)] == []


@pytest.mark.parametrize("language", languages(ROOT))
def test_a_translated_questionnaire_has_the_same_shape(language):
    content = load(ROOT, language=language)
    made = [questionnaire_data(one, content) for one in content.questionnaires.values()]
    assert [breach for data in made for breach in breaches(data, QuestionnaireData)] == [] and made[0]["language"] == language
    assert [
        breach for line in content.helplines.values() for breach in breaches(helpline_data(line, content), HelplineData)
    ] == []


@pytest.mark.parametrize("shape, fixture", FIXTURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_fixture_of_the_core_says_nothing_that_is_not_published(shape, fixture):
    assert breaches(fixture, shape, partly=True) == []


def test_a_breach_is_found():
    route = route_data(load(ROOT).routes[0], load(ROOT), LINKS)
    first = route["steps"][0]
    for wrong in (
        {**first, "extra": ""},
        {**first, "why": None},
        {**first, "kind": "perhaps"},
        {**first, "exits": [{"key": "x"}]},
        {key: value for key, value in first.items() if key != "with"},
    ):
        assert breaches({**route, "steps": [wrong]}, RouteData), wrong
    assert breaches({**cases.small_route(), "start": 1}, RouteData, partly=True)


def test_the_words_of_the_contract_are_those_of_the_schema():
    """A scoring rule or a unit that the core does not know would be counted as another one."""
    assert {scoring.browser for scoring in SCORINGS.values()} == set(get_args(Score))
    assert {*FIXED.values(), *(unit.browser for unit in UNITS.values())} == set(get_args(Unit))
