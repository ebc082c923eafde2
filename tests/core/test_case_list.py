"""The list of a case against the table of tests/cases_stages.py, and in words on the page."""

import re

import pytest

from tests.cases_case import asking_protocol
from tests.cases_stages import CALLED, FOLLOWED, ROWS, TALKED, UNKNOWN, case_begin_in_the_middle, done, led_to, told
from widgets.core import guide, stages
from widgets.core.html import to_html


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_a_row_of_the_table(row):
    assert told(row[0]) == [row[1], list(row[2]), row[3]]


def test_what_is_told_afterwards_gives_the_same_case():
    assert case_begin_in_the_middle() == told(ROWS[2][0])


def shown(messages, **more) -> str:
    """The words of the list, as somebody reads them."""
    content, model, _ = led_to(messages, **more)
    part = to_html(guide.view(content, model)).split('data-part="next"')[1].split("Snel weg")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part.split(">", 1)[1]).split())


def test_the_list_says_in_words_what_each_sign_says():
    words = shown(CALLED)
    assert words.startswith(
        "Deze zaak · melding ma 16 nov · 10 schooldagen ✓ Fase melden · klaar op ma 16 nov ✓ Fase praten · klaar"
    )
    assert (
        "! Fase aanpakken · had wo 25 nov gemoeten ○ Fase volgen · verwacht wo 2 dec ○ Fase afloop · nog niet Nu: Stap aanpak"
        in words
    )
    assert words.endswith("Doen Daarna, verwacht op woensdag 2 december 2026: Eerste opvolggesprek (de mentor)")
    assert "– Fase aanpakken · tot nu toe niet nodig" in shown(UNKNOWN + done("wie", "2026-11-25", "opvolgen"))
    assert "○ Fase volgen · opnieuw, uiterlijk di 8 dec" in shown(FOLLOWED + done("opvolgen", "2026-11-27", "aanpak"))
    assert "● Fase praten · nu ○ Fase thuis · nog niet" in shown(TALKED), "a day that is only expected and over is no fact"
    assert "Zaak A · melding" in shown([("labelled", "a")])
    assert "melding ma 16 nov ✓" in shown(done("melding", "2026-11-16", "gesprek"), today="2026-11-16")


def test_a_day_of_another_year_has_its_year():
    assert "melding ma 16 nov 2026" in shown([], today="2027-06-01") and "melding ma 16 nov ·" in shown([], today="2027-01-04")


def test_without_stages_the_steps_that_were_reached_or_are_expected_are_the_list():
    content, model, lines = led_to(
        done("melding", "2026-11-16", "gesprek") + done("gesprek", "2026-11-17", "vraag"), asking_protocol()
    )
    assert [(stage["id"], stage["status"]) for stage in stages.stages(content, model, lines)] == [
        ("melding", "done"),
        ("gesprek", "done"),
        ("vraag", "now"),
        ("bellen", "ahead"),
        ("afspraken", "ahead"),
        ("klaar", "ahead"),
    ]


def test_each_stage_tells_its_steps():
    content, model, lines = led_to(TALKED)
    found = stages.stages(content, model, lines)
    assert [(step["visit"], step["status"]) for step in found[1]["steps"]] == [("gesprek", "done"), ("wat", "now")]


def test_the_button_at_now_goes_to_the_answers_of_the_step():
    content, model, _ = led_to(CALLED)
    model = guide.update(content, model, ("revisited", "melding"))
    there = guide.update(content, model, ("place-chosen",))
    assert there["at"] == "" and there["focus"] == "answers"
    assert 'aria-label="Wanneer?" tabindex="-1" data-focus>' in to_html(guide.view(content, there)), "the day, above the answers"
    content, model, _ = led_to(TALKED)
    asked = guide.update(content, model, ("place-chosen",))
    assert '<ul class="answers" tabindex="-1" data-focus>' in to_html(guide.view(content, asked))
