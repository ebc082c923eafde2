"""A few words written during a talk that was opened from a step stand in the report of the case, once."""

from tests.cases_case import led
from tests.cases_talk import small_talk
from widgets.core import guide
from widgets.core.case import record_of
from widgets.core.case_view import TALK_PLACE
from widgets.core.html import to_html
from widgets.core.note import note
from widgets.core.plan import plan


def opened():
    """A case on its first step, with a talk that stands open."""
    content, model = led([])
    first = content["steps"][0]
    first["talk"], first["guide"] = "klein", {"title": "Klein gesprek", "href": "../klein/"}
    content["talks"] = {"klein": small_talk()}
    return content, guide.update(content, model, ("talk-opened", first["id"])), first["id"]


def played(content, model, *messages):
    for message in messages:
        model = guide.update(content, model, message)
    return model


def test_what_is_written_stands_in_the_report_at_once_and_once():
    content, model, visit = opened()
    model = played(content, model, ("talk", "written", "vooraf", "bang"), ("talk", "written", "vooraf", "bang in de gang"))
    assert record_of(model, visit)["facts"] == "Bij ‘Vooraf’: bang in de gang."
    model = played(content, model, ("talk", "written", "afsluiten", "morgen terug"), ("talk-closed",))
    assert "Feiten: Bij ‘Vooraf’: bang in de gang. Bij ‘Afsluiten’: morgen terug." in note(content, model, plan(content, model))
    assert guide.would_lose(content, model)


def test_it_joins_what_stood_there_and_goes_when_it_is_emptied():
    content, model, visit = opened()
    model = played(content, model, ("talk-closed",), ("noted", "facts", visit, "Gezien op het plein."), ("talk-opened", visit))
    model = played(content, model, ("talk", "written", "vooraf", "bang"))
    assert record_of(model, visit)["facts"] == "Gezien op het plein.\nBij ‘Vooraf’: bang."
    model = played(content, model, ("talk", "written", "vooraf", ""))
    assert record_of(model, visit)["facts"] == "Gezien op het plein."


def test_opening_it_again_does_not_write_it_twice():
    content, model, visit = opened()
    model = played(content, model, ("talk", "written", "vooraf", "bang"), ("talk-closed",), ("talk-opened", visit))
    model = played(
        content, model, ("talk", "ticked", "vooraf-1", "ja"), ("talk", "written", "vooraf", "rustig"), ("talk-closed",)
    )
    assert record_of(model, visit)["facts"] == "Bij ‘Vooraf’: rustig."


def test_the_way_to_the_talk_is_a_link_where_the_script_of_talks_is_missing():
    content, model, visit = opened()
    card = to_html(guide.view(content, guide.update(content, model, ("talk-closed",))))
    assert f'<a class="main-button" href="../klein/{TALK_PLACE}" data-message="talk-opened {visit}">' in card
