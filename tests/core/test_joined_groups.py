"""Groups that filled in on several devices, on the page of the reports: joined one by one or all at once."""

import copy
import json

import pytest

from tests.browser.ballots import INSTRUMENT, answers, part, report
from tests.cases_ballot import part_of, small_instrument
from tests.core.test_ballot_cases import told
from tests.oracles import ballot as oracle
from widgets.core import ballot_report, bars, part_file, report_file, report_reading, reports, stands_out
from widgets.core.html import to_html


def parts(group: str, sizes, first: int = 0) -> list[dict]:
    return [
        part([answers(first + number + place) for number in range(size)], group, f"kast{group.lower().strip('_$')}{place}x")
        for place, size in enumerate(sizes)
    ]


def after(*messages) -> dict:
    model = reports.init(INSTRUMENT)
    for message in messages:
        model = reports.update(INSTRUMENT, model, message)
    return model


def test_all_groups_at_once_are_the_same_as_one_by_one():
    files = parts("1A", (8, 9)) + parts("1B", (6, 7, 5), 3) + parts("1C", (12,))
    at_once = after(("files-opened", files), ("groups-joined",))
    one_by_one = after(("files-opened", files), ("group-joined", "p0"), ("group-joined", "p0"))
    assert at_once["reports"] == one_by_one["reports"] and at_once["parts"] == one_by_one["parts"] == files[-1:]
    assert [(found["group"], found["n"]) for found in at_once["reports"]] == [("1A", 17), ("1B", 18)]
    assert at_once["shown"] == "" and "2 groepen" in at_once["news"]
    html = to_html(reports.view(INSTRUMENT, at_once))
    assert "1C, november 2026: 1 apparaat, 12 ingevuld. Open ook het bestand van het andere apparaat." in html
    assert "Maak het schoolrapport van 2 groepen" in html
    assert "groups-joined" not in html, "and a group of one device is only joined when somebody asks for it"


def test_a_group_that_cannot_be_joined_is_named_and_stays():
    files = parts("1A", (8, 9)) + parts("1B", (8, 9), 3)
    model = after(("files-opened", files))
    model["parts"][3]["fingerprint"] = 1  # of other questions
    found = reports.update(INSTRUMENT, model, ("groups-joined",))
    assert [one["group"] for one in found["reports"]] == ["1A"] and [one["group"] for one in found["parts"]] == ["1B", "1B"]
    assert found["troubles"] == ["1B: Deze bestanden zijn van verschillende vragenlijsten. Er is niets samengevoegd."]


def test_a_part_that_comes_later_makes_a_new_report_in_the_place_of_the_old_one():
    first, second, third = parts("1A", (8, 9, 7))
    model = after(
        ("files-opened", [first, second]),
        ("group-joined", "p0"),
        ("returned",),
        ("files-opened", [first, second, third]),
        ("group-joined", "p0"),
    )
    assert [found["n"] for found in model["reports"]] == [24]
    other = report([answers(number) for number in range(12)], "1B", "kastander")
    model = after(("files-opened", [report_file.report_file(other), first, second]), ("group-joined", "p0"))
    assert [found["group"] for found in model["reports"]] == ["1B", "1A"], "another group stays"


def test_names_of_groups_that_no_dict_holds_in_a_browser_are_apart():
    files = parts("__proto__", (8, 9)) + parts("$kw", (8, 9), 3)
    found = after(("files-opened", files), ("groups-joined",))
    assert [one["group"] for one in found["reports"]] == ["__proto__", "$kw"]


def test_a_legend_tells_that_a_bar_is_a_guess_only_where_one_is():
    joined = after(("files-opened", parts("1A", (8, 9, 6))), ("group-joined", "p0"))["reports"][0]
    plain = report([answers(number) for number in range(25)], "1B", "kastander")
    figures = [[item["figure"] for item in found["items"] if item["figure"]["shown"]] for found in (joined, plain)]
    assert bars.GUESSED in to_html(bars.legend(figures[0])) and bars.GUESSED not in to_html(bars.legend(figures[1]))
    for figure in figures[0]:
        for cell in figure["cells"]:
            words = any(word in cell["share"] for word in (" tot ", "hoogstens", "minstens"))
            assert bars.is_guess({"cells": [cell]}) == words == (cell["low"] < cell["high"])
            assert 100 * cell["low"] - 500 <= figure["of"] * cell["pct"] <= 100 * cell["high"] + 500, "a bar lies in what is said"


# ---- one device of several that has a part ----

CALM = {"a1": 5, "a2": 4, "a3": 0, "b1": 0, "b2": 0, "c1": 0, "d1": 0, "d2": 0}


@pytest.mark.parametrize("n", [10, 12, 20, 25])
def test_a_group_of_which_one_device_has_a_part_gets_a_report(n):
    """It is the report of a group on one device, without what crosses questions; and the number is that of this device."""
    small = small_instrument()
    for hurt in (0, 1, 2, 3, n // 2, n - 1):
        sheets = [CALM] * (n - hurt) + [{**CALM, "a1": 0, "b1": 5, "c1": 5, "d2": 3}] * hurt
        made, said = ballot_report.joined_report(small, [part_of(small, sheets)])
        expected = oracle.group(small, sheets)
        regular = {
            name: None if found is None else oracle.nothing("Dit getal is er niet bij groepen op meer apparaten.", n, 2)
            for name, found in expected["regular"].items()
        }
        assert told(made) == {**expected, "regular": regular, "odd": ""}
        assert (made["n"], made["present"], made["group"], made["boxes"]) == (n, n + 20, "2B", ["bus1"])
        assert (
            said.endswith("Wie op een ander apparaat invulde, zit niet in dit rapport.")
            and said.partition(". ")[2] in made["method"]
        )
        assert report_reading.read_report(json.loads(json.dumps(report_file.report_file(made)))) == (made, "")


@pytest.mark.parametrize("n", range(5, 10))
def test_one_device_with_fewer_than_ten_sheets_gives_no_report_and_says_why(n):
    """Its file holds no middle of a section, and questions stand in a report from ten: there would be nothing in it."""
    small = small_instrument()
    assert ballot_report.joined_report(small, [part_of(small, [CALM] * n)]) == (
        None,
        f"Op dit apparaat zijn er {n} lijsten. Een rapport van één apparaat kan vanaf 10 lijsten.",
    )
    strict = small_instrument(limits={"section": 5, "item": 12, "sensitive": 20, "cell": 3})
    assert ballot_report.joined_report(strict, [part_of(strict, [CALM] * 11)])[1].endswith("vanaf 12 lijsten.")
    assert ballot_report.joined_report(strict, [part_of(strict, [CALM] * 12)])[0]["n"] == 12


def test_the_report_of_one_device_and_that_of_both_tell_no_more_than_their_parts():
    """Whoever has the first report, and later that of both devices, can subtract: what is left is what the second part says."""
    small = small_instrument()
    first = part_of(small, [CALM] * 7 + [{**CALM, "b1": 5}] * 3, "busa")
    kept = []
    for hurt in range(3):
        second = part_of(small, [CALM] * (8 - hurt) + [{**CALM, "b1": 5, "c1": 5}] * hurt, "busb")
        kept.append([second, ballot_report.joined_report(small, [first]), ballot_report.joined_report(small, [first, second])])
    assert kept[0] == kept[1] == kept[2]


def test_the_page_offers_the_report_of_one_device_and_a_fuller_one_takes_its_place():
    ready, few = parts("1C", (12,)), parts("1D", (8,), 3)
    model = after(("files-opened", ready + few))
    html = to_html(reports.view(INSTRUMENT, model))
    assert (
        "1C, november 2026: 1 apparaat, 12 ingevuld. Open ook het bestand van het andere apparaat. Is dat er niet? Dan kan het "
        "rapport van dit ene apparaat."
    ) in html and 'data-message="group-joined p0"' in html
    assert (
        "1D, november 2026: 1 apparaat, 8 ingevuld. Open ook het bestand van het andere apparaat. Is dat er niet? Dan komt er "
        "geen rapport: van één apparaat kan dat vanaf 10 lijsten."
    ) in html and "group-joined p1" not in html
    model = reports.update(INSTRUMENT, model, ("group-joined", "p0"))
    assert [found["n"] for found in model["reports"]] == [12] and model["parts"] == few
    assert reports.shown_report(model)["n"] == 12 and "telt één apparaat mee" in model["news"]
    both = parts("1C", (12, 9))
    for message in (("returned",), ("files-opened", both), ("group-joined", "p1")):
        model = reports.update(INSTRUMENT, model, message)
    assert [found["n"] for found in model["reports"]] == [21]
    refused = reports.update(INSTRUMENT, after(("files-opened", few)), ("group-joined", "p0"))
    assert refused["reports"] == [] and refused["parts"] == few and "vanaf 10 lijsten" in refused["news"]


# ---- parts of other months ----


def test_parts_of_other_months_are_other_rounds():
    """The same pupils filled in twice: together they would be counted twice."""
    november, december = parts("1A", (8, 9)), parts("1A", (7, 12), 3)
    for place, found in enumerate(december):
        found.update(month="2026-12", id=f"later{place}x")
    assert ballot_report.joined_report(INSTRUMENT, [november[0], december[0]]) == (
        None,
        "Deze bestanden zijn van verschillende maanden. Er is niets samengevoegd.",
    )
    model = after(("files-opened", [november[0], december[0], november[1], december[1]]))
    html = to_html(reports.view(INSTRUMENT, model))
    assert "1A, november 2026: 2 apparaten, 17 ingevuld" in html and "1A, december 2026: 2 apparaten, 19 ingevuld" in html
    assert "Dezelfde groep in een andere maand is een andere ronde. Die delen horen niet bij elkaar." in html
    assert "andere ronde" not in to_html(reports.view(INSTRUMENT, after(("files-opened", november + parts("1B", (8, 9), 3)))))
    one = reports.update(INSTRUMENT, model, ("group-joined", "p1"))
    assert [(found["month"], found["n"]) for found in one["reports"]] == [("2026-12", 19)] and one["parts"] == november
    both = reports.update(INSTRUMENT, model, ("groups-joined",))
    assert [(found["month"], found["n"]) for found in both["reports"]] == [("2026-11", 17), ("2026-12", 19)] and both[
        "parts"
    ] == []


def test_the_same_group_names_that_no_dict_holds_in_two_months():
    files = parts("__proto__", (8, 9)) + parts("$kw", (8, 9), 3)
    files[1]["month"] = "2026-10"
    model = after(("files-opened", files))
    assert reports.groups_of(model["parts"]) == [[0], [1], [2, 3]]
    assert "andere ronde" in to_html(reports.view(INSTRUMENT, model))


# ---- names of files ----


@pytest.mark.parametrize(
    "group, name",
    [
        ("", "uitslag-2026-11.json"),
        ("2B", "uitslag-2026-11-2B.json"),
        ("2 B", "uitslag-2026-11-2-B.json"),
        ("H4.wis/B", "uitslag-2026-11-H4-wis-B.json"),
        ("../..", "uitslag-2026-11.json"),
        ("a" * 30, f"uitslag-2026-11-{'a' * 30}.json"),
        ("-" * 29 + "x", "uitslag-2026-11-x.json"),
        ("a-" * 15, "uitslag-2026-11-" + "a-" * 14 + "a.json"),
        ("Één", "uitslag-2026-11-n.json"),
        ("CON", "uitslag-2026-11-CON.json"),
        ("x.json\u202e", "uitslag-2026-11-x-json.json"),
        ("__proto__", "uitslag-2026-11-proto.json"),
    ],
)
def test_the_file_of_a_report_is_named_after_its_group(group, name):
    """Letters without accents and digits, at most thirty: nothing that a computer reads as a folder or a kind of file."""
    made = report([answers(number) for number in range(12)], "2B", "kastander")
    assert report_file.report_file_name({**made, "group": group}) == name
    assert (
        report_file.report_file_name({**made, "group": group * 5})[:16] == name[:16]
        and len(report_file.report_file_name({**made, "group": group * 5})) <= len("uitslag-2026-11-.json") + 30
    )


def test_the_file_of_a_school_and_the_table_of_a_group_are_named_too():
    made = report([answers(number) for number in range(12)], "2B", "kastander")
    school = {**copy.deepcopy(made), "kind": "school", "group": ""}
    assert report_file.report_file_name(school) == "schoolbeeld-2026-11.json"
    model = after(("files-opened", [report_file.report_file(made)]), ("report-chosen", "r0"))
    assert [reports.effect(INSTRUMENT, model, (name,), {})["name"] for name in ("report-saved", "csv-saved")] == [
        "uitslag-2026-11-2B.json",
        "uitslag-2026-11-2B.csv",
    ]
    assert part_file.part_file_name(part([answers(number) for number in range(6)], "2B", "kastx")) == "deel-2026-11-kastx.json"


@pytest.mark.parametrize(
    "message",
    [
        ("groups-joined", "x"),
        ("school-made", "x"),
        ("compared", "x"),
        ("returned", "x"),
        ("cleared", "x"),
        ("x",),
        ("x", "y"),
        ("filled", "other", "r0"),
        ("filled", "older", "r9"),
        ("filled", "older"),
        ("report-chosen", "r9"),
        ("report-chosen",),
        ("group-joined", "p9"),
        ("group-joined", "r0"),
        ("files-opened",),
        ("files-read", []),
    ],
    ids=repr,
)
def test_what_the_page_of_the_reports_does_not_know_is_a_mistake(message):
    with pytest.raises(ValueError):
        after(("files-opened", parts("1A", (8,))), message)


def test_a_choice_of_two_reports_may_be_emptied_again():
    made = [
        report_file.report_file(report([answers(number) for number in range(12)], name, f"kast{name.lower()}"))
        for name in ("1A", "1B")
    ]
    model = after(("files-opened", made))
    assert (model["older"], model["newer"]) == ("r0", "r1")
    model = reports.update(INSTRUMENT, model, ("filled", "older", ""))
    assert (model["older"], model["newer"]) == ("", "r1")
    assert reports.update(INSTRUMENT, model, ("compared",))["news"] == "Kies twee verschillende rapporten."


def test_each_file_is_told_by_its_number_also_over_more_than_one_reading():
    (one,) = parts("1A", (8,))
    model = after(("files-read", [one, 3], 5))
    assert model["news"] == "2 van 5 bestanden gelezen."
    model = reports.update(INSTRUMENT, model, ("files-opened", [one, {"format": "veiligwijzer-deel"}, {"format": "x"}]))
    assert model["troubles"] == [
        "Bestand 2: " + report_reading.NO_REPORT,
        "Bestand 3: Dit deelbestand is al geopend.",
        "Bestand 4: " + part_file.DAMAGED,
        "Bestand 5: " + report_reading.NO_REPORT,
    ]
    assert model["news"] == "Er is 1 bestand geopend." and model["parts"] == [one]
    made = report_file.report_file(report([answers(number) for number in range(12)], "1B", "kastb"))
    model = reports.update(INSTRUMENT, model, ("files-opened", [made, made]))
    assert model["troubles"] == ["Bestand 2: Dit rapport is al geopend."] and len(model["reports"]) == 1
    assert reports.update(INSTRUMENT, model, ("files-opened", [made]))["news"] == "Er is geen bestand geopend."


def line_of(polarity: str, cells: list, almost: list | None = None, sensitive: bool = False) -> dict:
    """A question of a report of 20 pupils; of each cell its answers, its share, and the fewest pupils that it can be."""
    figure = {
        "of": 20,
        "range": almost or [],
        "almost": "bijna iedereen: zo" if almost else "",
        "cells": [
            {
                "from": first,
                "to": last,
                "pct": share,
                "low": low,
                "label": f"{first}–{last}",
                "share": f"{share} %",
                "pupils": "x",
            }
            for first, last, share, low in cells
        ],
    }
    return {
        "id": f"{cells or almost}",
        "section": "s",
        "text": "t",
        "polarity": polarity,
        "sensitive": sensitive,
        "figure": figure,
    }


def test_what_stands_out_is_at_the_right_end_and_large_enough():
    """Worth attention: at the risky end 10 % or more, and then no fewer than 1 pupil or 5 %. Going well: half at the safe end."""
    bad, good = "high-is-bad", "high-is-good"
    much = line_of(bad, [[0, 1, 60, 12], [2, 3, 30, 6], [4, 5, 10, 2]])
    little = line_of(bad, [[0, 1, 50, 10], [2, 3, 45, 9], [4, 5, 5, 1]])
    nobody = line_of(bad, [[0, 1, 45, 9], [2, 3, 45, 9], [4, 5, 10, 0]])
    together = line_of(bad, [[0, 1, 40, 8], [2, 5, 60, 12]])
    sensitive = line_of(bad, [[0, 1, 40, 8], [2, 5, 60, 12]], sensitive=True)
    unsafe = line_of(good, [[0, 1, 20, 4], [2, 3, 60, 12], [4, 5, 20, 4]])
    safe = line_of(good, [[0, 3, 45, 9], [4, 5, 55, 11]])
    all_bad, all_well = line_of(bad, [], [4, 5]), line_of(bad, [], [0, 1])
    for item, worry, strength in (
        (much, "10 %", "60 %"),
        (little, None, "50 %"),
        (nobody, None, None),
        (together, None, None),
        (sensitive, "60 %", None),
        (unsafe, "20 %", None),
        (safe, None, "55 %"),
        (all_bad, "bijna iedereen", None),
        (all_well, None, "bijna iedereen"),
    ):
        assert [line["share"] for line in stands_out.attention_lines([item])] == ([worry] if worry else []), item
        assert [line["share"] for line in stands_out.strengths([item])] == ([strength] if strength else []), item
    lines = stands_out.attention_lines([much, unsafe, sensitive, all_bad, little])
    assert [line["share"] for line in lines] == ["bijna iedereen", "60 %", "20 %"], "three at most, the largest share first"
    assert [line["pupils"] for line in lines] == ["", "x", "x"] and lines[0]["label"] == "zo" and lines[1]["label"] == "2–5"
    lines = stands_out.strengths([little, all_well, much, safe])
    assert [line["share"] for line in lines] == ["55 %", "bijna iedereen", "60 %"], "a good thing goes before a larger share"
    assert stands_out.attention_lines([]) == stands_out.strengths([]) == []


def test_a_small_group_that_never_met_anything_has_a_middle_of_nought():
    """Five pupils who all answered 0: no question is shown, and the middle pupil of the section stands at 0."""
    never = {item["id"]: 0 for section in INSTRUMENT["sections"] for item in section["items"]}
    small = report([never] * 5, "2B", "kast1x")
    shown = [section for section in small["sections"] if section["measure"]]
    assert shown and all(section["measure"] == "middle" for section in shown)
    assert {section["words"] for section in shown if section["level"] == 0} == {"Het midden ligt op 0 van de 5."}
