"""Files of the version before: what a report showed stays, nothing is known too exactly, and day files are refused in words."""

import copy
import json

import pytest

from tests import cases_ballot_view
from tests.cases_ballot import report_of, seeded_report, sheets_of, small_instrument
from tests.core.test_report_shapes import with_value
from tests.oracles import ballot as oracle
from tests.places import TESTS
from widgets.core import part_file, report_reading, reports, school_report
from widgets.core.part_file import DAMAGED

INSTRUMENT = small_instrument()
ITEMS = ("a1", "a2", "a3", "b1", "b2", "c1", "d1", "d2")
FORMER = json.loads((TESTS / "former_reports.json").read_text(encoding="utf-8"))


def test_reports_of_before_are_read_and_set_side_by_side():
    """Made by the former version out of the same sheets (25 and 12): what it showed stays, and nothing is known too exactly."""
    former, now = report_reading.read_report(FORMER["class"])[0], seeded_report(25, 25, "busa", "1A")
    assert [(item["id"], [cell["share"] for cell in item["figure"]["cells"]]) for item in former["items"]] == [
        (item["id"], [cell["share"] for cell in item["figure"]["cells"]]) for item in FORMER["class"]["report"]["items"]
    ]
    assert [section["measure"] for section in former["sections"]] == ["middle"] * 3 and former["boxes"] == []
    assert "De helft zit tussen" in former["sections"][0]["words"]
    pair = school_report.years(former, now)
    assert pair["items"] == [] and {line["verdict"] for line in pair["sections"]} == {"Anders berekend: niet te vergelijken."}
    hurt = report_of(INSTRUMENT, [{"a1": 0, "a2": 0, "a3": 5, "b1": 5, "b2": 5, "c1": 5, "d1": 5, "d2": 5}] * 25)
    assert {line["id"] for line in school_report.years(former, hurt)["items"]} <= set(ITEMS)
    assert len(school_report.years(former, hurt)["items"]) == 3


@pytest.mark.parametrize("name, count, seed", [("class", 25, 25), ("twelve", 12, 3)])
def test_what_is_known_of_a_report_of_before_is_true(name, count, seed):
    """The pupils beyond each border, counted in the sheets that it was made of, lie between what it is read to know."""
    report = report_reading.read_report(FORMER[name])[0]
    sheets = sheets_of(count, seed)
    spans = {item["id"]: item["figure"]["span"] for item in report["items"]}
    wide = 0
    for section, item in oracle.questions(INSTRUMENT):
        counts = [
            sum(1 for sheet in sheets if item["id"] in sheet and low <= sheet[item["id"]] <= high)
            for low, high in oracle.BINS[oracle.sensitive(item)]
        ]
        if not oracle.bad_is_high(section, item):
            counts.reverse()
        for border in range(1, len(counts)):
            low, high = spans[item["id"]]["low"][border - 1], spans[item["id"]]["high"][border - 1]
            assert low <= sum(counts[border:]) <= high, (item["id"], border)
            wide += high - low > count / 2
    assert wide < 3, "and it is worth something"


def test_a_school_of_before_and_one_with_many_skips_are_not_known_better_than_they_told():
    school = report_reading.read_report(FORMER["school"])[0]
    assert {
        (tuple(item["figure"]["span"]["low"]), tuple(item["figure"]["span"]["high"]))
        for item in school["items"]
        if not item["sensitive"]
    } == {((0, 0), (46, 46))}
    skipped = copy.deepcopy(FORMER["class"])
    skipped["report"]["items"][0]["figure"]["skips"] = "3 of meer"
    assert report_reading.read_report(skipped)[0]["items"][0]["figure"]["span"] == {"of": 25, "low": [0, 0], "high": [25, 25]}


def test_day_files_of_before_are_refused_in_words():
    content = cases_ballot_view.instrument()
    for data in (FORMER["day"], {**FORMER["day"], "counters": "1 2 3"}, {"format": "veiligwijzer-stembus"}):
        assert part_file.read_part(INSTRUMENT, data) == (None, part_file.TOO_EXACT)
        model = reports.update(content, reports.init(content), ("files-opened", [data]))
        assert model["troubles"] == ["Bestand 1: " + part_file.TOO_EXACT] and model["parts"] == model["reports"] == []
    assert "Wis het bestand" in part_file.TOO_EXACT and "precieze aantallen" in part_file.TOO_EXACT


# ---- section by section, figure by figure ----


def former(path, value, name="class"):
    """What is read of a report of before with this in this place of it."""
    return report_reading.read_report({**FORMER[name], "report": with_value(FORMER[name]["report"], path, value)})


@pytest.mark.parametrize("name", ["class", "small", "twelve", "school"])
def test_a_section_keeps_its_middle_and_a_group_its_numbers(name):
    report, was = report_reading.read_report(FORMER[name])[0], FORMER[name]["report"]
    for section, before in zip(report["sections"], was["sections"], strict=True):
        assert section["level"] == before["median"] and section["measure"] == ("middle" if before["median"] >= 0 else "")
        assert {**section, "level": 0, "measure": "", "regular": 0} == {
            **{key: before[key] for key in before if key not in ("median", "low", "high")},
            "level": 0,
            "measure": "",
            "regular": 0,
        }
        assert (section["regular"] is None) == (before["regular"] is None)
    assert [
        [(cell["section"], cell["level"], cell["words"]) for cell in group["cells"]] for group in report.get("groups", [])
    ] == [[(cell["section"], cell["median"], cell["words"]) for cell in group["cells"]] for group in was.get("groups", [])]


@pytest.mark.parametrize("was, now", [("0", ""), ("1–2", ""), ("3 of meer", "3 of meer")])
def test_who_was_odd_is_told_from_three_on(was, now):
    assert former(("odd",), was)[0]["odd"] == now
    for wrong in ("2", 0, None, ["0"]):
        assert former(("odd",), wrong) == (None, DAMAGED)


def pupils_behind(steps, skipped):
    """Fewest and most pupils in each of two cells, for every number of pupils of 25 who may have skipped."""
    found = [
        (one, 25 - skip - one)
        for skip in range(skipped + 1)
        for one in range(3, 23 - skip)
        if one in oracle.close_to(steps[0], 25 - skip) and 25 - skip - one in oracle.close_to(steps[1], 25 - skip)
    ]
    return [(min(column), max(column)) for column in zip(*found)]


def two_cells(first, skips):
    labels = [{"from": 0, "to": 1}, {"from": 2, "to": 5}]
    return {
        "shown": True,
        "why": "",
        "of": 25,
        "answered": "25",
        "range": [],
        "almost": "",
        "skips": skips,
        "cells": [
            {**edges, "label": "x", "pct": share, "share": "x", "pupils": "x"}
            for edges, share in zip(labels, (first, 100 - first))
        ],
    }


@pytest.mark.parametrize("first", [15, 50, 80, 90])
@pytest.mark.parametrize("skips, skipped", [("0–2", 2), ("0–3", 3)])
@pytest.mark.parametrize("polarity", ["high-is-bad", "high-is-good"])
def test_the_pupils_behind_a_share_of_before(first, skips, skipped, polarity):
    place = ITEMS.index("b1")
    report = {**FORMER["class"]["report"]["items"][place], "polarity": polarity, "figure": two_cells(first, skips)}
    figure = former(("items", place), report)[0]["items"][place]["figure"]
    (low, high), (least, most) = pupils_behind((first // 5, 20 - first // 5), skipped)
    assert [(cell["low"], cell["high"]) for cell in figure["cells"]] == [(low, high), (least, most)]
    if polarity == "high-is-bad":  # the first cell is safe; the worst answers are 0, 1 or 2 of the second
        assert figure["span"] == {"of": 25, "low": [least, 0], "high": [most, 2]}
    else:  # the first cell is at risk; beyond the safe answers is anybody of the second too
        assert figure["span"] == {"of": 25, "low": [low, low], "high": [25, high]}


@pytest.mark.parametrize("skips", ["3 of meer", "", "0–0", "0–x", "1–2", "0–22", "2"])
def test_nothing_is_known_where_many_or_nobody_knows_how_many_skipped(skips):
    place = ITEMS.index("b1")
    figure = former(("items", place, "figure"), two_cells(80, skips))[0]["items"][place]["figure"]
    assert figure["span"] == {"of": 25, "low": [0, 0], "high": [25, 25]}
    assert [(cell["low"], cell["high"]) for cell in figure["cells"]] == [(0, 25), (0, 25)]


def test_at_least_one_thing_of_a_section_was_high_and_bad():
    regular = former(("sections", 1, "regular"), two_cells(80, "0–2"))[0]["sections"][1]["regular"]
    (low, high), (least, most) = pupils_behind((16, 4), 2)
    assert [(cell["low"], cell["high"]) for cell in regular["cells"]] == [(low, high), (least, most)]
    assert regular["span"] == {"of": 25, "low": [least], "high": [most]} and "answered" not in regular


@pytest.mark.parametrize(
    "edges, span", [([0, 1], ([0, 0], [2, 2])), ([2, 5], ([21, 0], [25, 2])), ([4, 5], ([21, 21], [25, 25]))]
)
def test_almost_everybody_of_before(edges, span):
    """Of 23, 24 or 25 who answered all but 0, 1 or 2: 21 at least."""
    place = ITEMS.index("b1")
    almost = {**two_cells(80, "0–2"), "cells": [], "range": edges, "almost": "bijna iedereen: x"}
    figure = former(("items", place, "figure"), almost)[0]["items"][place]["figure"]
    assert (figure["span"]["low"], figure["span"]["high"]) == span
    for wrong in ([0], [1, 2], [0, 1, 2], ["0", 1], [False, 1]):
        assert former(("items", place, "figure"), {**almost, "range": wrong})[1] == DAMAGED


@pytest.mark.parametrize(
    "path, value",
    [
        ((), None),
        (("sections",), None),
        (("sections",), [{}]),
        (("sections", 0), 3),
        (("sections",), [{}] * 401),
        (("items",), {}),
        (("items", 0), None),
        (("items", 0, "figure"), None),
        (("items", 0, "figure"), {}),
        (("items", 0, "figure", "of"), 4),
        (("items", 0, "figure", "cells"), None),
        (("items", 0, "figure", "range"), None),
        (("items", 0, "figure", "cells", 0), {}),
        (("items", 0, "figure", "cells", 0, "pct"), 101),
        (("items", 0, "figure", "cells", 0, "pct"), 26),
        (("items", 0, "figure", "cells", 0, "pct"), "25"),
        (("items", 0, "figure", "cells", 0, "from"), 1),
        (("items", 0, "figure", "cells", 0, "from"), False),
        (("items", 0, "figure", "cells", 0, "to"), 2),
        (("sections", 0, "median"), 11),
        (("sections", 0, "median"), -2),
    ],
    ids=repr,
)
def test_a_damaged_report_of_before_is_refused(path, value):
    if not path:
        assert report_reading.read_report({**FORMER["class"], "report": value}) == (None, DAMAGED)
    else:
        assert former(path, value) == (None, DAMAGED)


@pytest.mark.parametrize(
    "path, value",
    [
        (("groups",), None),
        (("groups", 0), 3),
        (("groups", 0, "cells"), None),
        (("groups", 0, "cells", 0), {}),
        (("groups", 0, "cells", 0, "median"), 11),
    ],
    ids=repr,
)
def test_a_damaged_school_of_before_is_refused(path, value):
    assert former(path, value, "school") == (None, DAMAGED)
