"""The picture of a school and two years side by side, at the edges: levels of 0, one signal among many, another questionnaire."""

import copy
import itertools

import pytest

from tests.cases_ballot import report_of, small_instrument
from widgets.core import school_report

INSTRUMENT = small_instrument()
CALM = {"a1": 5, "a2": 5, "a3": 0, "b1": 0, "b2": 0, "c1": 0, "d1": 0, "d2": 0}
WORST = {"a1": 0, "a2": 0, "a3": 5, "b1": 5, "b2": 5, "c1": 5, "d1": 5, "d2": 5}


def of(n, hurt, name, **more):
    return report_of(INSTRUMENT, [CALM] * (n - hurt) + [{**CALM, **more}] * hurt, f"bus{name.lower()}", name)


def test_a_level_of_nothing_is_a_level():
    """All at the best end: half a point of trouble, and with up to two hidden pupils at each border of each question the middle
    of what can be is 0.8; in half points that is 1 of trouble, and 4 of the good things."""
    reports = [of(12, 0, "1A"), of(15, 0, "1B")]
    reports[0]["sections"][1]["level"] = 0
    made, _ = school_report.school_report(INSTRUMENT, reports)
    assert [[cell["words"] for cell in group["cells"]] for group in made["groups"]] == [["4", "0", "1"], ["4", "1", "1"]]
    reports[1]["sections"][1]["level"] = 2
    pair = school_report.years(*reports)
    assert [line["verdict"] for line in pair["sections"]] == [
        "Geen duidelijk verschil.",
        "Duidelijk hoger (hoger = meer last).",
        "Geen duidelijk verschil.",
    ]
    reports[1]["sections"][1]["level"] = -1
    assert school_report.years(*reports)["sections"][1]["verdict"] == "Te weinig antwoorden."


@pytest.mark.parametrize("hurt", list(itertools.product((0, 3), repeat=3)))
def test_a_signal_of_one_group_is_a_signal_of_the_school(hurt):
    """In whatever place the group stands."""
    made, _ = school_report.school_report(INSTRUMENT, [of(12, count, f"1{place}x", c1=5) for place, count in enumerate(hurt)])
    assert [signal["named"] for signal in made["signals"]] == [3 in hurt]


def test_a_school_tells_how_was_counted_in_each_group_and_in_the_school():
    one, two = of(12, 0, "1A"), of(15, 0, "1B")
    method = school_report.school_report(INSTRUMENT, [one, two])[0]["method"]
    assert method[: len(one["method"])] == one["method"] and len(method) == len(one["method"]) + 2
    assert method[-2] == "Groepen met minder dan 10 leerlingen tellen hier niet mee."


@pytest.mark.parametrize("changes", [{"number": 8}, {"major": 3}, {"instrument": "ander"}], ids=repr)
def test_other_questions_are_not_subtracted(changes):
    older, newer = of(25, 0, "1A"), report_of(INSTRUMENT, [WORST] * 25, "busb", "1B")
    assert school_report.years(older, newer)["comparable"] and len(school_report.years(older, newer)["items"]) == 3
    pair = school_report.years({**older, **changes}, newer)
    assert not pair["comparable"] and pair["items"] == [] and {line["verdict"] for line in pair["sections"]} == {""}
    assert pair["why"].startswith("De vragen zijn veranderd.")


def changed(report, kind):
    """A report of which the list of questions or of sections is another one."""
    found = copy.deepcopy(report)
    for name in ("items", "sections"):
        if kind == f"{name} less":
            found[name].pop()
        elif kind == f"{name} more":
            found[name].append(copy.deepcopy(found[name][0]))
        elif kind == f"{name} turned":
            found[name].reverse()
        elif kind.startswith(f"{name} at"):
            place = 0 if kind.split()[2] == "first" else -1
            key = kind.split()[3]
            value = found[name][place][key]
            found[name][place][key] = (not value) if isinstance(value, bool) else f"{value}x"
    return found


@pytest.mark.parametrize(
    "kind",
    ["items less", "items more", "items turned", "sections less", "sections more", "sections turned"]
    + [f"items at {place} {key}" for place in ("first", "last") for key in ("id", "section", "sensitive", "polarity")]
    + [f"sections at {place} id" for place in ("first", "last")],
)
def test_a_report_without_exactly_these_questions_is_not_counted(kind):
    """Although it says that it is of this questionnaire: figures are added up by their place."""
    one, two = of(12, 0, "1A"), of(15, 0, "1B")
    assert school_report.school_report(INSTRUMENT, [one, copy.deepcopy(two)])[0] is not None
    for reports in ([one, changed(two, kind)], [changed(one, kind), two]):
        made, said = school_report.school_report(INSTRUMENT, reports)
        assert made is None and said == "Deze rapporten zijn van verschillende vragenlijsten. Er is geen schoolrapport gemaakt."
