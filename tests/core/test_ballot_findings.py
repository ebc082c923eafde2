"""What an adversary found in the former ballot box, each with the numbers of the case: it may not come back.

Each of these compares worlds: groups of which somebody who has everything that is shown or kept may not know which one it is.
1 (undo) and the rest of 7 are in the browser tests.
"""

import itertools
import json
import random

import pytest

from tests.cases_ballot import ballot_item, ballot_section, part_of, report_of, small_instrument
from tests.oracles import ballot as oracle
from widgets.core import ballot_box, ballot_csv, ballot_report, code, part_file, report_file, report_view, school_report
from widgets.core.ballot_count import counted, empty_counters
from widgets.core.html import to_html

INSTRUMENT = small_instrument()
CALM = {"a1": 5, "a2": 4, "a3": 0, "b1": 0, "b2": 0, "c1": 0, "d1": 0, "d2": 0}
HARM = {"b1": 5, "b2": 3, "c1": 2, "d1": 4, "d2": 5}


def group_of(n, hurt, **more):
    """So many sheets, of which so many with trouble at these questions."""
    return [CALM] * (n - hurt) + [{**CALM, **(more or HARM)}] * hurt


def everything(instrument, sheets, box_id="bus1", group="2B"):
    """All that one box can give to be seen or kept, of a group on one device and of one of several."""
    report = report_of(instrument, sheets, box_id, group)
    return json.dumps(
        [
            part_of(instrument, sheets, box_id, group),
            report_file.report_file(report),
            ballot_csv.csv(report),
            to_html(report_view.report_part(report)),
            to_html(report_view.feedback_part(report, None)),
        ]
    )


def test_finding_2_one_of_25_with_trouble_looks_like_nobody():
    """[24, 1, 0] in `regular`: the one pupil's answers of 2 and more in that section were to be read in the file."""
    assert (
        everything(INSTRUMENT, group_of(25, 1))
        == everything(INSTRUMENT, group_of(25, 0))
        == everything(INSTRUMENT, group_of(25, 2))
    )
    counters = empty_counters(INSTRUMENT)
    for sheet in group_of(25, 1):
        counters = counted(INSTRUMENT, counters, sheet)
    assert counters["regular"] == {"s2": 1}, "and yet it was counted"


@pytest.mark.parametrize("n", range(5, 10))
def test_finding_2_a_file_of_fewer_than_ten_says_nothing_of_signals(n):
    kept = {json.dumps(part_of(INSTRUMENT, group_of(n, hurt, c1=5))["signals"]) for hurt in range(n + 1)}
    assert kept == {"{}"}


@pytest.mark.parametrize("percent", [3, 5, 10])
def test_finding_2_no_answer_of_a_single_pupil_in_files_of_simulated_classes(percent):
    """400 classes of 25 with so many hurt: in each, whoever is the only one at a question could as well be nobody there."""
    chance = random.Random(percent)
    alone = 0
    for _ in range(400):
        sheets = []
        for _ in range(25):
            hurt = chance.random() * 100 < percent
            sheets.append(
                {**CALM, **{name: chance.randint(2, 5) for name in HARM if chance.random() < 0.5}} if hurt else dict(CALM)
            )
        kept = [part_of(INSTRUMENT, sheets), report_of(INSTRUMENT, sheets)["items"]]
        for name in HARM:
            there = [place for place, sheet in enumerate(sheets) if sheet[name] >= 2]
            if len(there) in (1, 2):
                alone += 1
                without = [{**sheet, name: 0} if place in there else sheet for place, sheet in enumerate(sheets)]
                assert [part_of(INSTRUMENT, without), report_of(INSTRUMENT, without)["items"]] == kept
    assert alone > 100, "this happens in these classes"


@pytest.mark.parametrize("more", [0, 1, 2])
def test_finding_3_ten_pupils_whose_0_1_or_2_nobody_can_tell(more):
    """A (7 safe, 3 risky) was seen, then merged with B: 15, 20 or 25 % instead of three times the same."""
    first, second = group_of(10, 3, b1=5), group_of(10, more, b1=5)
    found = ballot_report.joined_report(INSTRUMENT, [part_of(INSTRUMENT, first, "busa"), part_of(INSTRUMENT, second, "busb")])[0]
    cells = next(item for item in found["items"] if item["id"] == "b1")["figure"]["cells"]
    assert [(cell["from"], cell["low"], cell["high"], cell["share"]) for cell in cells] == [
        (0, 15, 17, "75 tot 85 %"),
        (4, 3, 5, "15 tot 25 %"),
    ]
    school = school_report.school_report(
        INSTRUMENT, [report_of(INSTRUMENT, first, "busa", "1A"), report_of(INSTRUMENT, second, "busb", "1B")]
    )[0]
    assert [cell["low"] for cell in next(item for item in school["items"] if item["id"] == "b1")["figure"]["cells"]][-1] == 3


def test_finding_4_two_classes_of_25_and_their_school():
    """0, 1 and 2 in each look alike; the school's 5 % told that both have at least one, its 10 % that both have two."""
    seen = set()
    for hurt in itertools.product(range(3), repeat=2):
        classes = [report_of(INSTRUMENT, group_of(25, count), f"bus{place}x", f"1{place}") for place, count in enumerate(hurt)]
        school, _ = school_report.school_report(INSTRUMENT, classes)
        seen.add(json.dumps([classes, school, ballot_csv.csv(school)]))
        figure = next(item["figure"] for item in school["items"] if item["id"] == "b1")
        assert (figure["span"]["low"], figure["span"]["high"]) == ([0, 0], [4, 4])
    assert len(seen) == 1


def test_finding_5_the_middle_of_a_section_does_not_undo_the_hiding():
    """b: 7 safe and 3 beyond with the risky end hidden; d: 4 of 10 at the risky end. Whatever b hides, all is the same."""
    instrument = small_instrument(
        sections=[ballot_section("s1", "high-is-bad", "highest", [ballot_item("b", "B"), ballot_item("d", "B")])]
    )
    seen = set()
    for risky in range(3):
        b = [0] * 7 + [3] * (3 - risky) + [5] * risky
        d = [5, 5, 5, 5] + [0] * 6
        seen.add(everything(instrument, [{"b": one, "d": two} for one, two in zip(b, d)]))
    assert len(seen) == 1


@pytest.mark.parametrize("n", [5, 9, 10, 11])
def test_finding_6_signals_and_odd_sheets_never_split_0_1_and_2(n):
    joker = dict.fromkeys(CALM, 5)
    for worlds in (
        [group_of(n, count, c1=1) for count in range(3)],
        [[CALM] * (n - count) + [joker] * count for count in range(3)],
    ):
        reports = [report_of(INSTRUMENT, sheets) for sheets in worlds]
        assert len({json.dumps([report["signals"], report["odd"]]) for report in reports}) == 1
        assert reports[0]["odd"] == "" and bool(reports[0]["signals"]) == (n >= 10)


def test_finding_7_one_sheet_has_one_mark():
    """Three codes of one sheet counted 1, 2, 3: the mark was of the code, not of the sheet."""
    content = {**small_instrument(), "ballot": True}
    sheet = dict(CALM)
    marks = {code.decode(content, 77, code.encode(content, 77, 1234, {**sheet, "b1": value}))["mark"] for value in range(6)}
    others = {code.decode(content, 77, code.encode(content, 77, nonce, sheet))["mark"] for nonce in (0, 1, 2**20 - 1)}
    assert len(marks) == 1 and len(others) == 3 and not marks & others


def test_finding_7_two_sheets_that_happen_to_have_one_mark_lose_no_vote():
    """Marks are random numbers of 20 bits. The chance that some two of a round are the same, as the page "De stembus" tells it;
    the second pupil is told to fill in on the device of the box, and that counts."""

    def chance(codes):
        alone = 1.0
        for taken in range(codes):
            alone *= 1 - taken / 2**20
        return 1 - alone

    assert code.NONCES == 2**20
    assert [round(1 / chance(30), -2), round(1 / chance(200))] == [2400, 53] and round(chance(2000), 2) == 0.85
    content = {**small_instrument(), "ballot": True}
    box = ballot_box.new_box(content, 12, "2026-11", "bus1")
    for sheet, counted_now in ((CALM, 1), ({**CALM, **HARM}, 1)):
        found = code.decode(content, 77, code.encode(content, 77, 1234, sheet))
        box, said, _ = ballot_box.cast(content, box, found["sheet"], found["mark"])
        assert box["n"] == counted_now
    assert said.endswith("Klopt dat niet? Vul de lijst dan hier in.")
    assert ballot_box.cast(content, box, {**CALM, **HARM})[0]["n"] == 2


@pytest.mark.parametrize("name", ["b1", "a1", "a3", "d2"])
def test_finding_8_one_of_ten_who_skips_looks_like_nobody(name):
    """With n = 10 a question that was shown said that nobody had skipped it."""
    seen = [
        everything(INSTRUMENT, [CALM] * (10 - skips) + [{item: CALM[item] for item in CALM if item != name}] * skips)
        for skips in range(3)
    ]
    assert seen[0] == seen[1] == seen[2]
    figure = next(
        item["figure"]
        for item in report_of(INSTRUMENT, [CALM] * 9 + [{"a1": 5, "a2": 4, "a3": 0, "b1": 0, "b2": 0}])["items"]
        if item["id"] == "d1"
    )
    assert figure["shown"] and figure["skips"] == "0–2"


def test_finding_8_the_part_file_tells_no_single_skip_either():
    for n in (5, 6, 10, 12):
        for risky in range(n - 1):
            sheets = [{**CALM, "b1": 5}] * risky + [CALM] * (n - risky)
            skipped = sheets[:-1] + [{name: CALM[name] for name in CALM if name != "b1"}]
            assert part_of(INSTRUMENT, sheets) == part_of(INSTRUMENT, skipped)


def test_finding_9_the_sheet_of_the_pupils_names_the_ordinary_question():
    """40 % scolded and three sensitive questions at 48 %: told whole in tests/core/test_ballot.py; here over every share."""
    items = [ballot_item("schelden", "B"), *[ballot_item(name, "C") for name in ("x", "y", "z")]]
    instrument = small_instrument(sections=[ballot_section("s1", "high-is-bad", "highest", items)])
    for scolded in range(3, 26):
        sheets = [
            {"schelden": 5 if place < scolded else 0, **{name: 5 if place < 12 else 0 for name in ("x", "y", "z")}}
            for place in range(25)
        ]
        report = report_of(instrument, sheets)
        sheet = to_html(report_view.feedback_part(report, None))
        stands = oracle.shares([scolded, 25 - scolded])[0] >= 10
        assert ("Vraag schelden" in sheet.partition("zorgen")[2]) == stands
        assert not [name for name in "xyz" if f"Vraag {name}<" in sheet]


def test_what_is_kept_of_a_device_names_nothing_that_crosses_questions():
    assert set(part_file.KEYS) == {
        "format",
        "format_version",
        "note",
        "id",
        "instrument",
        "number",
        "major",
        "minor",
        "fingerprint",
        "month",
        "group",
        "present",
        "n",
        "items",
        "signals",
    }
