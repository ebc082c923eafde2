"""Every shared case of the ballot box and its reports has an expected value: by the oracle from the raw sheets, or written
down. The same cases must give the same under Brython (tests/core/test_core_brython.py), so what is right here is right there.
"""

import csv
import io
import math

import pytest

from tests import cases_ballot
from tests.cases_ballot import sheets_of, small_instrument
from tests.oracles import ballot as oracle
from widgets.core.part_file import DAMAGED, NEWER, NO_FIT, NO_PART, TOO_EXACT
from widgets.core.report_reading import NO_REPORT

INSTRUMENT = small_instrument()
COUNTED = "Je antwoorden zijn opgeteld. Er zijn nu {} ingevuld."
ALREADY = "Dit formulier is al geteld, en het telt maar één keer. Klopt dat niet? Vul de lijst dan hier in."


def told(report):
    """What a report tells, in the shape of the oracle."""
    return {
        "items": {item["id"]: item["figure"] for item in report["items"]},
        "regular": {section["id"]: section["regular"] for section in report["sections"]},
        "sections": {
            section["id"]: {name: section[name] for name in ("level", "measure", "words")} for section in report["sections"]
        },
        "signals": {signal["item"]: signal["named"] for signal in report["signals"]},
        "odd": report["odd"],
        "strengths": [line["item"] for line in report["strengths"]],
        "attention": [line["item"] for line in report["attention"]],
    }


def head(report):
    return [report[name] for name in ("kind", "month", "group", "n", "present", "boxes")]


def check_collapse(found):
    given = (
        [20, 5, 0],
        [20, 4, 1],
        [20, 3, 2],
        [19, 3, 3],
        [23, 1, 1],
        [25, 0, 0],
        [2, 10, 13],
        [10, 2, 13],
        [1, 1, 23],
        [2, 21, 2],
        [22, 3],
        [23, 2],
        [3, 22],
        [2, 23],
    )
    for counts, pair in zip(given, found, strict=True):
        for bad_high, cells in zip((True, False), pair, strict=True):
            runs = oracle.merged(counts, bad_high)
            if len(runs) == 1:
                runs = [oracle.majority(counts, bad_high)]
            assert cells == [[run[0], run[-1], sum(counts[place] for place in run)] for run in runs], counts


def check_shares_and_margins(found):
    assert found == [
        [oracle.shares(counts) for counts in ([1, 1, 1], [3, 22], [13, 12], [7, 7, 7], [3, 1997], [3, 3, 4])],
        [oracle.margin_words(count, 25) for count in (0, 1, 3, 5, 12, 25)],
        [list(oracle.margin(count, 2000)) for count in (0, 1, 40, 1999)],
        ["minder dan 5 %", "5 %", "95 %", "meer dan 95 %"],
    ]
    assert found[1][1:4] == [f"ergens tussen {low} en {high} leerlingen" for low, high in ((0, 5), (1, 8), (2, 10))]


def check_differences(found):
    assert found == [
        int(oracle.differs(count, n, other, n + 5))
        for n in (10, 25, 60, 400)
        for count in range(0, n + 1, max(1, n // 10))
        for other in range(0, n + 6, 7)
    ]
    assert 0 < sum(found) < len(found)


def check_roots(found):
    assert found == [math.isqrt(number) for number in (0, 1, 2, 3, 4, 15, 16, 17, 999999, 10**12, 10**16 - 1, 10**18)]


def check_box_life(found):
    wrong = ["Dit formulier klopt niet. Er is niets geteld.", False]
    assert found[0] == [
        *[[COUNTED.format(number), True] for number in range(1, 5)],
        ["Minder dan de helft is ingevuld. Dit formulier telt niet mee.", False],
        wrong,
        wrong,
        wrong,
        ["Er zijn nog geen 5 lijsten. Zo kan de stembus niet dicht.", None],
        [COUNTED.format(5), True, ["abc123"]],
        [ALREADY, False, ["abc123"]],
        [COUNTED.format(6), True, ["abc123", "x"]],
        "",
        [COUNTED.format(7), True],
        ["Er zijn al 7 formulieren, net zoveel als er leerlingen zijn. Dit telt niet mee.", False],
        ["De stembus is dicht.", True, ["De stembus is al dicht.", None], "De stembus is dicht. Er is niets geteld."],
    ]
    assert found[1] == {
        "id": "bus1",
        "instrument": "klein",
        "number": 7,
        "major": 2,
        "minor": 1,
        "fingerprint": 12345,
        "month": "2026-11",
        "group": "2B x",
        "present": 7,
        "alone": True,
        "n": 7,
        "state": "closed",
        "counters": None,
        "marks": [],
    }


def check_new_box_refuses(found):
    number, values = "refused: number of pupils present", "refused: month or id of the box"
    assert found == [number] * 4 + [values] * 5 + ["refused: an instrument for practice has no ballot box"]


def check_class_reports(found):
    for count, report in zip(cases_ballot.REPORT_SIZES, found, strict=True):
        assert told(report) == oracle.group(INSTRUMENT, sheets_of(count, count)), count
        assert head(report) == ["class", "2026-11", "", count, max(count, 5) + 20, ["bus1"]]
        assert (
            report["signals"] == []
            or ("Niemand noemt dit, of hoogstens twee leerlingen." in report["signals"][0]["words"])
            is not (report["signals"][0]["named"])
        )


def check_joining(found):
    parts, report, message, any_order, refused = found
    devices = [sheets_of(cases_ballot.PART_SIZES[place], place + 1) for place in range(3)]
    for sheets, part in zip(devices, parts, strict=True):
        assert {name: part[name] for name in ("n", "items", "signals")} == oracle.part(INSTRUMENT, sheets)
        assert set(part) == {
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
    assert told(report) == oracle.several_devices(INSTRUMENT, devices) and any_order
    assert head(report) == ["class", "2026-11", "2B", 29, 27 + 28 + 34, ["busa", "busb", "busc"]]
    assert message == "De delen van 3 apparaten zijn samengevoegd."
    assert [report for report, _ in refused] == [None] * 5
    assert [why for _, why in refused] == [
        "Kies eerst de deelbestanden van een groep.",
        "Op dit apparaat zijn er 7 lijsten. Een rapport van één apparaat kan vanaf 10 lijsten.",
        "Een deelbestand zit er dubbel in. Er is niets samengevoegd.",
        "Deze bestanden zijn van verschillende vragenlijsten. Er is niets samengevoegd.",
        "Deze bestanden zijn van verschillende groepen. Er is niets samengevoegd.",
    ]


def check_files(found):
    assert found[:4] == ["deel-2026-11-busa.json", True, "uitslag-2026-11-2B.json", True]
    assert found[4] == [
        [None, why]
        for why in (NO_PART, NO_PART, NO_PART, NO_PART, TOO_EXACT, NO_PART, NO_FIT, DAMAGED, NEWER, DAMAGED, DAMAGED, DAMAGED)
    ]
    assert found[5] == [
        [None, why] for why in (NO_REPORT, NO_REPORT, NO_REPORT, NO_REPORT, NEWER, DAMAGED, DAMAGED, DAMAGED, DAMAGED)
    ]


def check_csv(text, expected, instrument, *, school=False):
    """The table holds the shown figures of a report, in the order of the questions, and no cell can be a formula."""
    assert text[0] == "\ufeff" and text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    assert rows[0] == ["soort", "onderdeel", "vraag", "antwoord", "uitkomst", "marge"] and {len(row) for row in rows} == {6}
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    wanted = []
    for section, item in oracle.questions(instrument):
        figure = expected["items"][item["id"]]
        start = ["vraag", section["name"], item["text"]]
        if not figure["shown"]:
            wanted.append([*start, "", figure["why"], ""])
        elif figure["almost"]:
            wanted.append([*start, figure["almost"], "", ""])
        else:
            wanted += [[*start, cell["label"], cell["share"], cell["pupils"]] for cell in figure["cells"]]
            wanted.append([*start, "overgeslagen", figure["skips"], ""])
    assert [row for row in rows if row[0] == "vraag"] == wanted
    assert [(row[4], row[5]) for row in rows if row[0] == "onderdeel"] == [
        (oracle.halves(line["level"]) if line["level"] >= 0 else "", line["words"]) for line in expected["sections"].values()
    ]
    texts = {item["id"]: item["text"] for _, item in oracle.questions(instrument)}
    for kind, name in (("gaat goed", "strengths"), ("let op", "attention")):
        assert [row[2] for row in rows if row[0] == kind] == [texts[item] for item in expected[name]]
    assert [row[4] for row in rows if row[0] == "signaal"] == [
        "genoemd" if named else "niet of weinig genoemd" for named in expected["signals"].values()
    ]
    assert school == bool([row for row in rows if row[0] == "groep"])
    return rows


def check_tables(found):
    rows = check_csv(found, oracle.group(INSTRUMENT, sheets_of(25, 4)), INSTRUMENT)
    assert rows[1] == ["uitslag", "", "Kleine lijst", "", "2026-11", "'=1+1"] and rows[2][4] == "25 van 45"


def check_school(found):
    report, message, any_order, reads, text, refused = found
    groups = [sheets_of(cases_ballot.SCHOOL_SIZES[place], place + 2) for place in range(5)]
    expected = oracle.school(INSTRUMENT, groups)
    assert told(report) == expected and any_order and reads
    assert head(report) == ["school", "2026-11", "", 60, 45 + 32 + 43, ["busa", "busb", "busc", "busd", "buse"]]
    assert message == "Het schoolrapport is gemaakt van 5 rapporten."
    assert report["left_out"] == [{"name": "1C", "n": 8}, {"name": "1D", "n": 6}]
    large = [(name, sheets) for name, sheets in zip(("1A", "1B", "1C", "1D", "1E"), groups) if len(sheets) >= 10]
    assert [(row["name"], row["n"]) for row in report["groups"]] == [(name, len(sheets)) for name, sheets in large]
    for row, (_, sheets) in zip(report["groups"], large):
        levels = [line["level"] for line in oracle.group(INSTRUMENT, sheets)["sections"].values()]
        assert [(cell["level"], cell["words"]) for cell in row["cells"]] == [
            (level, oracle.halves(level) if level >= 0 else "te weinig") for level in levels
        ]
    assert not [signal for signal in report["signals"] if "Niemand noemt dit" in signal["words"]], "two in each group can be many"
    rows = check_csv(text, expected, INSTRUMENT, school=True)
    assert [row[3] for row in rows if row[0] == "niet meegeteld"] == ["1C", "1D"]
    assert [report for report, _ in refused] == [None] * 7
    assert [why for _, why in refused] == [
        "Kies eerst de rapporten van minstens twee groepen.",
        "Kies eerst de rapporten van minstens twee groepen.",
        "De groepen zijn te klein. Er is nog geen schoolbeeld.",
        "Een groep zit er dubbel in. Er is geen schoolrapport gemaakt.",
        "Een schoolrapport kan niet in een ander schoolrapport. Er is niets gemaakt.",
        "Deze rapporten zijn van verschillende vragenlijsten. Er is geen schoolrapport gemaakt.",
        "Deze rapporten zijn van verschillende vragenlijsten. Er is geen schoolrapport gemaakt.",
    ]


def check_years(found):
    for pair, (calm, hurt, later_calm, later_hurt) in zip(found, cases_ballot.YEARS):
        older = oracle.group(INSTRUMENT, cases_ballot.calm_and_hurt(calm, hurt))
        newer = oracle.group(INSTRUMENT, cases_ballot.calm_and_hurt(later_calm, later_hurt))
        verdicts, items = oracle.years(INSTRUMENT, older, newer)
        assert {line["id"]: line["verdict"] for line in pair["sections"]} == verdicts
        assert {line["id"]: line["verdict"] for line in pair["items"]} == {
            name: f"Opvallend verschil: {what} leerlingen aan de zorgelijke kant." for name, what in items.items()
        }
        clear = items or [verdict for verdict in verdicts.values() if verdict.startswith("Duidelijk")]
        assert pair["verdict"].startswith("Er is een opvallend verschil" if clear else "Geen duidelijk verschil")
        assert (pair["older"]["n"], pair["newer"]["n"]) == (calm + hurt, later_calm + later_hurt)
    assert found[0]["items"] and found[1]["items"] and not found[2]["items"]
    other = found[-1]
    assert (
        not other["comparable"] and "De vragen zijn veranderd" in other["why"] and other["items"] == [] and other["verdict"] == ""
    )
    assert [line["verdict"] for line in other["sections"]] == [""] * 3


@pytest.mark.parametrize("case", cases_ballot.CASES, ids=lambda case: case.__name__)
def test_the_case_gives_what_it_must(case):
    globals()[case.__name__.replace("case_", "check_", 1)](case())
