"""A case as a link: how it is written, that it comes back whole, how long it is, and that no damage gets through."""

import json
import random

import pytest
from hypothesis import given, settings

from tests.cases_case import WALKED, led
from tests.cases_stages import CALLED, case_link_of_a_case, led_to
from tests.core.test_case import PROTOCOLS, cases
from tests.core.test_oracle_case_files import older
from widgets.core import case, case_file, case_link, dates, guide
from widgets.core.html import to_html
from widgets.core.route import index_steps, walk

REFUSED = "Deze link is geen zaak van deze site, of hij is niet compleet. Er is niets veranderd. Vraag om een nieuwe link."
ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._~%#!é "
EMPTY = case.empty_record()


def text_of(content, model) -> str:
    return guide.effect(content, model, ("link-copied",), None)["text"]


def opened(content, data) -> dict:
    start = guide.update(content, guide.init(content), ("day-began", "2026-11-30", "zzz"))
    return guide.update(content, start, ("link-opened", data))


def with_sum(fields: str) -> str:
    """A text as somebody could forge it, with the sum that the module says there is."""
    value = 0
    for place, character in enumerate(reversed(fields)):
        value += ord(character) * 31**place
    digits = ""
    value %= 1679609
    while value or not digits:
        value, digit = divmod(value, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"{fields}.{digits}"


def test_a_link_by_hand():
    """16 November 2026 is day 20773, "g11". The question has the day of the talk before it, a day after the report."""
    text = with_sum("2.klein.2026-11-21-abc123.g11.B2.abc123.0.meldingAD0_gesprekAD1_watAD0_bellenKaanpakD1N-2.")
    assert case_link_of_a_case() == [text, True, None]


def test_dates_in_calendars_by_hand():
    content, model = led(WALKED)
    model = guide.update(content, model, ("calendar-made", "20261207T080000Z"))
    dates_, total = text_of(content, model).split(".")[-2:]
    # The appointment on 9 December, five days after the report; then what is in tests/expected of this case.
    assert dates_.split("_")[:3] == ["I1-afspraakD5", "I3-reeks1-2Da", "E3Dy"] and total
    assert len(model["agenda"]["events"]) == len(dates_.split("_"))


def bare(records: dict) -> dict:
    """What a link holds of records: no texts, and nothing of a record without days."""
    kept = {visit: record | {"facts": "", "agreement": "", "reason": ""} for visit, record in records.items()}
    return {visit: record for visit, record in kept.items() if record != EMPTY}


@settings(max_examples=60)
@given(cases())
def test_every_case_comes_back(led_case):
    content, model = led_case
    for stamp in ("20261123T083000Z", "20261224T083000Z"):
        model = guide.update(content, model, ("calendar-made", stamp))
    data = case_file.case_data(content, model, False)
    text = case_link.written(data)
    assert case_link.read(text) == data | {"records": bare(data["records"])}
    assert not set(text) - set(ALPHABET[:65]), "nothing that an address writes in another way"
    back = opened(content, text)
    assert back["answers"] == model["answers"] and back["agenda"] == data["agenda"] and back["id"] == model["id"]
    assert (back["reported"], back["records"]) == (model["reported"], bare(model["records"]))


def long_case(content, seed: int):
    """A case of twelve steps, with an appointment now and then, and a calendar file made at every step."""
    chance = random.Random(seed)
    model = guide.init(content)
    day = dates.from_iso("2026-11-02")
    for message in [("day-began", "2026-11-30", "abcdefghijkl"), ("reported", dates.to_iso(day)), ("labelled", "A1B")]:
        model = guide.update(content, model, message)
    for step in range(12):
        visit = walk(content, model["answers"])[-1]["visit"]
        exits = index_steps(content)[walk(content, model["answers"])[-1]["step"]]["exits"]
        if not exits:
            return None
        day += chance.randrange(3)
        for message in [
            ("dated", "day", visit, dates.to_iso(day)),
            ("dated", "next", visit, dates.to_iso(day + 5)),
            ("noted", "facts", visit, "Dit staat in geen link."),
            ("calendar-made", f"202611{step + 10}T080000Z"),
            ("answered", visit, chance.choice(exits)["key"]),
        ]:
            model = guide.update(content, model, message)
    return model


@pytest.mark.parametrize("name", sorted(PROTOCOLS))
def test_a_case_of_twelve_steps_is_a_short_link(name):
    """900 characters in all, of which 90 for the address of the page: also for who makes a calendar file at every step."""
    content = PROTOCOLS[name]
    found = [model for model in (long_case(content, seed) for seed in range(30)) if model]
    lengths = [len("#zaak=" + text_of(content, model)) for model in found]
    assert max(lengths, default=0) <= 900 - 90
    old = [json.dumps(case_file.case_data(content, model, False)) for model in found]
    assert all(len(text) > 2500 for text in old)


@pytest.mark.parametrize("messages", [[], CALLED], ids=["nothing yet", "three steps"])
def test_no_damage_gets_through(messages):
    content, model, _ = led_to(messages)
    text = text_of(content, model)
    assert opened(content, text)["reported"] == model["reported"]
    damaged = [text[:place] for place in range(len(text))] + [text[place:] for place in range(1, len(text))]
    for place in range(len(text)):
        damaged += [text[:place] + other + text[place + 1 :] for other in ALPHABET if other != text[place]]
        damaged += [text[:place] + text[place + 1 :], text[:place] + text[place] + text[place:]]
    for other in damaged:
        model = opened(content, other)
        assert model["notice"] == [REFUSED] and model["answers"] == {} and model["reported"] is None, other


def test_what_is_forged_is_refused_or_a_case():
    """With a sum that is right: whatever stands in the fields, nothing breaks and no word comes in."""
    content, model, _ = led_to(CALLED)
    fields = text_of(content, model).split(".")[:-1]
    chance = random.Random(20261130)
    refused = 0
    for _ in range(1000):
        forged = list(fields)
        for _ in range(chance.choice([1, 1, 2, 4])):
            place = chance.randrange(1, len(forged))
            at = chance.randrange(len(forged[place]) + 1)
            wrong = chance.choice(
                ["A", "K", "D", "DD", "D-", "R0", "R2", "I", "I9", "E1", "S", "Karin", "zzzzzzzz", "_", "#", "é", ""]
            )
            forged[place] = forged[place][:at] + wrong + forged[place][at + chance.choice([0, 1, 3]) :]
        model = opened(content, with_sum(".".join(forged)))
        refused += model["reported"] is None and not model["answers"]
        assert "Karin" not in to_html(guide.view(content, guide.update(content, model | {"panel": ""}, ("panel-chosen", "note"))))
        to_html(guide.view(content, model))
    assert 150 < refused < 850


def test_a_link_of_before_a_change_is_read_by_the_names_of_now():
    content, data = older()
    back = opened(content, case_link.written(data | {"seen": {}}))
    assert back["answers"] == {"melding": "gesprek", "gesprek": "vraag", "vraag": "ruzie", "volgen#2": "gestopt"}
    assert "De stap ‘onbekende stap’ staat niet meer in dit protocol." in back["notice"]
    assert "Kijk of wat je koos nog klopt." in back["notice"]


def test_a_link_of_another_protocol_is_refused_in_words():
    content, model, _ = led_to(CALLED)
    text = text_of(content, model)
    other = opened(content | {"id": "ander"}, text)
    assert other["notice"][0].startswith("Deze zaak hoort bij een ander protocol.") and other["answers"] == {}


def test_an_older_link_still_opens():
    """Until now a link held the data of a file."""
    content, model, _ = led_to(CALLED)
    data = json.loads(json.dumps(case_file.case_data(content, model, False)))
    back, new = opened(content, data), opened(content, text_of(content, model))
    assert back == new and back["answers"] == model["answers"]


def test_the_sum_of_a_link_is_told_by_no_other_order():
    assert opened(led([])[0], with_sum("2.klein"))["notice"] == [REFUSED]
    assert opened(led([])[0], None)["notice"] == opened(led([])[0], "")["notice"] == [REFUSED]
