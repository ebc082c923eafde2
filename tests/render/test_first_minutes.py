"""What to do in the first minutes comes from the protocol of the school, for every kind of school and every protocol."""

import html
import re

from macros.publish.links import Links
from macros.publish.routes import role_names
from macros.render.deadlines import deadline_line
from macros.render.first_minutes import first_minutes, first_talk
from tests.loaded import loaded
from tests.schools import every_school, school  # noqa: F401 (pytest finds the fixture by its name)


def text(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


@every_school
def test_whom_when_and_what_to_write_down_are_those_of_the_first_step(school):
    route = school.protocols[school.school.protocol]
    start = route.step(route.start)
    seen = text(first_minutes(school, Links("schoolteam.md")))
    for line in (role_names(start.inform, school), deadline_line(start, route, school)[1:], *start.record):
        assert line and line in seen


@every_school
def test_it_leads_to_all_steps_and_to_the_nearest_conversation(school):
    route = school.protocols[school.school.protocol]
    markup = first_minutes(school, Links("schoolteam.md"))
    assert f'href="../protocollen/{route.id}/"' in markup
    talk = first_talk(route, school)
    assert talk and f'href="../gesprekken/{talk.guide}/"' in markup
    assert role_names(talk.who, school) in text(markup)


def test_without_a_conversation_it_leads_to_the_steps_alone():
    content = loaded("nl", "vo")
    content.guides.clear()
    markup = first_minutes(content, Links("schoolteam.md"))
    assert "gesprekken/" not in markup and "Bekijk" in markup
