"""What a report in a file may be: for each part of it the values at its edges, just allowed and just not, written down.

The reports are those of 25 and of 7 pupils, and of a school of 60: all three are read whole as they are.
"""

import copy
import json

import pytest

from tests.cases_ballot import school_reports, seeded_report, small_instrument
from widgets.core import report_reading, school_report
from widgets.core.part_file import DAMAGED, NEWER
from widgets.core.report_reading import NO_REPORT

GROUP, SMALL = seeded_report(25, 25, "busa", "1A"), seeded_report(7, 3, "busb", "1B")
SCHOOL = school_report.school_report(small_instrument(), school_reports())[0]
ITEMS = [item["id"] for item in GROUP["items"]]
A1, A3, B2, C1 = (("items", ITEMS.index(name), "figure") for name in ("a1", "a3", "b2", "c1"))
REGULAR = ("sections", 1, "regular")
LONG = "x" * 400


def read(report):
    return report_reading.read_report({"format": "veiligwijzer-uitslag", "format_version": 2, "report": report})


def with_value(report, path, value):
    """A copy with this in this place; nothing in it is shared with the other."""
    found = json.loads(json.dumps(report))
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


def figure(path, **changes):
    """(path, the figure there with these changes)."""
    found = GROUP
    for key in path:
        found = found[key]
    return path, {**copy.deepcopy(found), **changes}


def cells(*given):
    """Cells [from, to, pct, low, high] of a figure."""
    return [
        {"from": first, "to": last, "label": "x", "pct": pct, "low": low, "high": high, "share": "x", "pupils": "x"}
        for first, last, pct, low, high in given
    ]


def span(of, low, high):
    return {"of": of, "low": low, "high": high}


TWO, THREE = cells((0, 1, 60, 15, 15), (2, 5, 40, 10, 10)), cells((0, 1, 60, 15, 15), (2, 3, 20, 5, 5), (4, 5, 20, 5, 5))
ALLOWED = [
    (("number",), 1),
    (("number",), 255),
    (("major",), 0),
    (("major",), 10000),
    (("minor",), 0),
    (("minor",), 10000),
    (("fingerprint",), 0),
    (("fingerprint",), 2**30 - 1),
    (("month",), "2020-01"),
    (("month",), "2100-12"),
    (("group",), ""),
    (("group",), "x" * 30),
    (("title",), LONG),
    (("title",), "Één ‘lijst’ … €"),
    (("instrument",), ""),
    (("n",), 45),
    (("present",), 25),
    (("present",), 400000),
    (("boxes",), []),
    (("boxes",), ["a", "b1"]),
    (("boxes",), [f"a{place}" for place in range(400)]),
    (("odd",), ""),
    (("odd",), "3 of meer"),
    (("odd",), "12 of meer"),
    (("odd",), "9999 of meer"),
    (("next",), []),
    (("next",), ["x"] * 400),
    (("method",), [LONG]),
    (("strengths",), []),
    (("attention",), []),
    (("signals",), []),
    (("signals", 0, "named"), False),
    (("strengths", 0, "text"), "</script>"),
    (("sections", 0, "level"), 0),
    (("sections", 0, "level"), 10),
    (("sections", 0, "measure"), "middle"),
    (("sections", 0, "polarity"), "high-is-bad"),
    (REGULAR, None),
    (("items", 0, "polarity"), "high-is-bad"),
    (("items", 0, "text"), ""),
    figure(A1, of=10, cells=cells((0, 1, 60, 6, 6), (2, 5, 40, 4, 4)), span=span(10, [4, 0], [10, 4])),
    figure(A1, cells=TWO),
    figure(A1, cells=THREE),
    figure(A1, cells=cells((0, 3, 95, 23, 24), (4, 5, 5, 0, 25))),
    figure(A1, cells=cells((0, 3, 0, 0, 0), (4, 5, 100, 25, 25))),
    figure(A1, span=span(25, [0, 25], [25, 25])),
    figure(C1, of=20, cells=TWO, span=span(20, [8], [8])),
    figure(A1, shown=False, why="x", cells=[]),
    figure(A1, of=5, shown=False, why="x", cells=[], span=span(5, [0, 0], [5, 5])),
    *[figure(A3, range=edges) for edges in ([0, 1], [2, 5], [0, 3], [4, 5])],
    figure(A3, of=5, span=span(5, [0, 0], [2, 2])),
]
REFUSED = [
    (("kind",), "year"),
    (("kind",), None),
    (("kind",), "school"),
    (("number",), 0),
    (("number",), 256),
    (("number",), True),
    (("number",), 7.0),
    (("major",), -1),
    (("major",), 10001),
    (("minor",), -1),
    (("minor",), 10001),
    (("fingerprint",), -1),
    (("fingerprint",), 2**30),
    (("month",), "2026-13"),
    (("month",), "2019-12"),
    (("month",), "2101-01"),
    (("month",), "2026-11-03"),
    (("group",), "x" * 31),
    (("group",), "2\u202eB"),
    (("group",), 2),
    (("title",), LONG + "x"),
    (("title",), "a\u200bb"),
    (("title",), "\x00"),
    (("title",), None),
    (("instrument",), "\u2060"),
    (("n",), 46),
    (("n",), 24),
    (("n",), 4),
    (("present",), 24),
    (("present",), 400001),
    (("present",), "45"),
    (("boxes",), ["a", "a"]),
    (("boxes",), ["1"]),
    (("boxes",), "busa"),
    (("boxes",), [f"a{place}" for place in range(401)]),
    (("odd",), "2 of meer"),
    (("odd",), "0"),
    (("odd",), "03 of meer"),
    (("odd",), "3 of meer "),
    (("odd",), 3),
    (("odd",), None),
    (("odd",), "x of meer"),
    (("odd",), "10000 of meer"),
    (("odd",), " of meer"),
    (("next",), ["x"] * 401),
    (("next",), [LONG + "x"]),
    (("next",), None),
    (("method",), [1]),
    (("strengths", 0), {}),
    (("strengths", 0, "section"), "s9"),
    (("strengths", 0, "text"), 3),
    (("strengths", 0, "item"), "__proto__"),
    (("attention", 0, "section"), "s9"),
    (("attention", 0, "share"), LONG + "x"),
    (("attention", 0, "more"), "x"),
    (("signals", 0, "named"), 1),
    (("signals", 0, "words"), None),
    (("signals", 0, "item"), "$kw"),
    (("signals", 0, "more"), 1),
    (("sections", 0, "level"), 11),
    (("sections", 0, "level"), -2),
    (("sections", 0, "level"), -1),
    (("sections", 0, "measure"), ""),
    (("sections", 0, "measure"), "sum"),
    (("sections", 0, "top"), 5),
    (("sections", 0, "id"), "valueOf"),
    (("sections", 0, "id"), "s2"),
    (("sections", 0, "name"), 3),
    (("sections", 0, "polarity"), "x"),
    (("sections", 0, "more"), 1),
    (("sections",), GROUP["sections"] + GROUP["sections"][2:]),
    (("sections", 0, "regular"), {}),
    (REGULAR + ("of",), 26),
    (("items", 0, "id"), "a2"),
    (("items", 0, "id"), "hasOwnProperty"),
    (("items", 0, "section"), "s9"),
    (("items", 0, "polarity"), ""),
    (("items", 0, "sensitive"), 0),
    (("items", 0, "sensitive"), True),
    (("items", 0, "text"), LONG + "x"),
    (("items", 0, "more"), 1),
    (("items", 0, "figure"), None),
    (A1 + ("more",), 1),
    (A1 + ("shown",), 1),
    (A1 + ("why",), None),
    (A1 + ("skips",), "\u200e"),
    (A1 + ("range",), [0, 1]),
    (A1 + ("almost",), "x"),
    figure(A1, of=26, span=span(26, [0, 0], [26, 26])),
    figure(A1, of=9, cells=cells((0, 1, 60, 4, 5), (2, 5, 40, 3, 4)), span=span(9, [3, 0], [4, 4])),
    figure(A1, cells=[]),
    figure(A1, cells=THREE[:2]),
    figure(A1, cells=THREE[::-1]),
    figure(A1, cells=cells((0, 1, 60, 1, 1), (2, 4, 40, 1, 1))),
    figure(A1, cells=cells((0, 5, 100, 25, 25))),
    figure(A1, cells=cells((0, 1, 60, 15, 15), (2, 5, 35, 10, 10))),
    figure(A1, cells=cells((0, 1, 61, 15, 15), (2, 5, 39, 10, 10))),
    figure(A1, cells=cells((0, 1, 105, 15, 15), (2, 5, -5, 10, 10))),
    figure(A1, cells=cells((0, 1, 60, 16, 15), (2, 5, 40, 10, 10))),
    figure(A1, cells=cells((0, 1, 60, -1, 15), (2, 5, 40, 10, 10))),
    figure(A1, cells=cells((0, 1, 60, 15, 26), (2, 5, 40, 10, 10))),
    figure(A1, cells=cells((False, 1, 60, 15, 15), (2, 5, 40, 10, 10))),
    figure(A1, cells=[{**TWO[0], "label": 1}, TWO[1]]),
    figure(A1, cells=[{**TWO[0], "more": 1}, TWO[1]]),
    figure(A1, span=span(24, [0, 0], [24, 24])),
    figure(A1, span=span(25, [0], [25])),
    figure(A1, span=span(25, [0, 0, 0], [1, 1, 1])),
    figure(A1, span=span(25, [0, 0], [25])),
    figure(A1, span=span(25, [0], [25, 25])),
    figure(A1, span=span(25, [-1, 0], [25, 25])),
    figure(A1, span=span(25, [0, 0], [26, 25])),
    figure(A1, span=span(25, [3, 0], [2, 25])),
    figure(A1, span=span(25, None, [25, 25])),
    figure(A1, span=span(25, [0, 0], None)),
    figure(A1, span={"of": 25, "low": [0, 0]}),
    figure(A1, span=span(25.0, [0, 0], [25, 25])),
    figure(A1, span=span(25, [0, 0], [25, True])),
    figure(A1, shown=False, cells=[]),
    figure(A1, shown=False, why="x"),
    figure(A1, shown=False, why="x", cells=[], range=[0, 1]),
    figure(A1, shown=False, why="x", cells=[], almost="x"),
    figure(A1, of=4, shown=False, why="x", cells=[], span=span(4, [0, 0], [4, 4])),
    figure(A3, range=[2, 3]),
    figure(A3, range=[]),
    figure(A3, range=[False, 1]),
    figure(A3, range=[0, True]),
    figure(A3, range=[0.0, 1]),
    figure(A3, cells=copy.deepcopy(TWO)),
    figure(A3, of=True),
    figure(C1, of=19, cells=TWO, span=span(19, [8], [8])),
    figure(C1, span=span(25, [0, 0], [25, 25])),
]


def name_of(value):
    return json.dumps(value)[:60] if not isinstance(value, tuple) else ".".join(map(str, value))


@pytest.mark.parametrize("path, value", ALLOWED, ids=name_of)
def test_a_value_that_a_report_can_have_is_read(path, value):
    found = with_value(GROUP, path, value)
    assert read(found) == (found, "")


@pytest.mark.parametrize("path, value", REFUSED, ids=name_of)
def test_a_value_that_no_report_has_makes_the_file_wrong(path, value):
    assert read(with_value(GROUP, path, value)) == (None, DAMAGED)


@pytest.mark.parametrize("report", [GROUP, SMALL, SCHOOL], ids=["group", "small", "school"])
def test_a_part_that_is_missing_makes_the_file_wrong(report):
    assert read(report) == (report, "")
    for path in (
        [(name,) for name in report]
        + [("items", 0, name) for name in report["items"][0]]
        + [("sections", 1, name) for name in report["sections"][1]]
        + [(*A1, name) for name in report["items"][0]["figure"]]
    ):
        found = with_value(report, path, None)
        inner = found
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]
        assert read(found) == (None, DAMAGED), path
    assert read({**report, "more": 1}) == (None, DAMAGED)


@pytest.mark.parametrize(
    "path, value",
    [
        (("items", 0, "figure"), {**GROUP["items"][2]["figure"], "of": 7, "span": span(7, [0, 0], [2, 2])}),
        (("signals",), GROUP["signals"]),
        (("strengths",), GROUP["strengths"]),
        (("attention",), GROUP["attention"]),
        (("sections", 0, "measure"), "mean"),
        (("sections", 1, "regular"), {**GROUP["items"][2]["figure"], "of": 7, "span": span(7, [0], [2])}),
    ],
    ids=name_of,
)
def test_a_small_group_shows_nothing_of_questions(path, value):
    assert read(with_value(SMALL, path, value)) == (None, DAMAGED)
    large = {**json.loads(json.dumps(SMALL)), "n": 10, "present": 10}
    assert read(with_value(large, path, value))[1] == "", "and from ten on it may"


@pytest.mark.parametrize(
    "path, allowed, refused",
    [
        (("groups", 0, "n"), (10, 400000), (9, 400001, True, "25")),
        (("groups", 0, "name"), ("", LONG), (None, LONG + "x", "\u200b")),
        (("groups", 0, "cells", 0, "level"), (-1, 10), (-2, 11)),
        (("groups", 0, "cells", 0, "words"), ("", "3"), (3, "$kw")),
        (("groups", 0, "cells", 0, "section"), ("s1",), ("s2", "s9")),
        (("groups", 0, "cells"), (), ([], None, {})),
        (("groups", 0, "more"), (), (1,)),
        (("groups",), ([],), (None, {}, [1])),
        (("left_out",), ([],), (None, [1], [{}])),
        (("left_out", 0, "n"), (5, 2000), (4, 2001)),
        (("left_out", 0, "name"), ("", LONG), (1, LONG + "x")),
        (("left_out", 0, "more"), (), (1,)),
        (("groups", 0, "cells", 0, "more"), (), (1,)),
    ],
    ids=name_of,
)
def test_the_groups_of_a_school(path, allowed, refused):
    for value in allowed:
        found = with_value(SCHOOL, path, value)
        assert read(found) == (found, ""), value
    for value in refused:
        assert read(with_value(SCHOOL, path, value)) == (None, DAMAGED), value


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"format": "veiligwijzer-deel"}, NO_REPORT),
        ({"format": None}, NO_REPORT),
        ({"format_version": 3}, NEWER),
        ({"format_version": 10000}, NEWER),
        ({"format_version": 10001}, DAMAGED),
        ({"format_version": 0}, DAMAGED),
        ({"format_version": True}, DAMAGED),
        ({"format_version": "2"}, DAMAGED),
        ({"format_version": 1}, DAMAGED),
        ({"more": 1}, DAMAGED),
        ({"report": None}, DAMAGED),
        ({"report": []}, DAMAGED),
        ({"report": "x"}, DAMAGED),
    ],
    ids=name_of,
)
def test_the_outside_of_the_file(changes, why):
    assert report_reading.read_report({"format": "veiligwijzer-uitslag", "format_version": 2, "report": GROUP, **changes}) == (
        None,
        why,
    )
