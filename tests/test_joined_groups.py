"""Groups that filled in on several devices, on the page of the reports: joined one by one or all at once."""
from tests.browser.ballots import INSTRUMENT, answers, part, report
from widgets.core import bars, report_file, reports
from widgets.core.html import to_html


def parts(group: str, sizes, first: int = 0) -> list[dict]:
    return [part([answers(first + number + place) for number in range(size)], group, f"kast{group.lower().strip('_$')}{place}x")
            for place, size in enumerate(sizes)]


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
    assert "groups-joined" not in html and "group-joined" not in html


def test_a_group_that_cannot_be_joined_is_named_and_stays():
    files = parts("1A", (8, 9)) + parts("1B", (8, 9), 3)
    model = after(("files-opened", files))
    model["parts"][3]["fingerprint"] = 1   # of other questions
    found = reports.update(INSTRUMENT, model, ("groups-joined",))
    assert [one["group"] for one in found["reports"]] == ["1A"] and [one["group"] for one in found["parts"]] == ["1B", "1B"]
    assert found["troubles"] == ["1B: Deze bestanden zijn van verschillende vragenlijsten. Er is niets samengevoegd."]


def test_a_part_that_comes_later_makes_a_new_report_in_the_place_of_the_old_one():
    first, second, third = parts("1A", (8, 9, 7))
    model = after(("files-opened", [first, second]), ("group-joined", "p0"), ("returned",),
                  ("files-opened", [first, second, third]), ("group-joined", "p0"))
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
