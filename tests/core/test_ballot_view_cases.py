"""What the shared cases of the screens must show: written down here, or the figures of the oracle (see test_ballot_cases)."""

import html
import re

import pytest

from tests import cases_ballot_view, cases_reports
from tests.cases_ballot_view import instrument, sheet
from tests.core.test_ballot_cases import COUNTED, check_csv, told
from tests.oracles import ballot as oracle

INSTRUMENT = instrument()
ITEMS = [item["id"] for _, item in oracle.questions(INSTRUMENT)]


def sheets(count):
    """The sheets of the pupils of cases_ballot_view.filled_box."""
    return [dict(zip(ITEMS, sheet(number))) for number in range(count)]


def words(page):
    """What a reader sees, tags and double spaces gone."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def buttons(page):
    return [name.split()[0] for name in re.findall(r'data-message="([^"]+)"', page)]


def shows_report(page, expected, count, present):
    """The page tells the figures of a report and no other share."""
    seen = words(page)
    assert f"{count} van de {present} leerlingen vulden de lijst in." in seen
    figures = [figure for figure in [*expected["items"].values(), *expected["regular"].values()] if figure]
    cells = [cell for figure in figures for cell in figure["cells"]]
    for line in expected["sections"].values():
        assert line["words"] in seen
    for cell in cells:
        assert cell["share"] in seen and cell["pupils"] in seen
    for figure in figures:
        assert figure["almost"] in seen
    steps = {cell["pct"] for cell in cells}
    spoken = {int(share) for cell in cells for share in re.findall(r"\d+", cell["share"])}
    assert {int(share) for share in re.findall(r"(\d+) %", seen)} <= steps | spoken | {5, 95}


# ---- the ballot box ----


def check_set_up(found):
    number = "Vul in hoeveel leerlingen er zijn: een getal van 5 tot en met 2000."
    assert found[0] == [
        *[[number, "set-up", None]] * 4,
        ["Een groep heeft een korte naam: hoogstens 8 tekens.", "set-up", None],
        ["Kies waar de groep invult: alleen op dit apparaat, of op meer apparaten.", "set-up", None],
        ["Vul de groep in. Geef haar op elk apparaat dezelfde naam, dan horen de delen bij elkaar.", "set-up", None],
        ["", "ready", [12, "", True]],
        ["", "ready", [12, "2B", True]],
        ["", "ready", [9, "2B", False]],
    ]
    assert found[1] == ["2026-01", "2025-12", "2025-11"]
    assert '<option value="2026-01"' not in found[2] and words(found[3]).count("2025") == 2
    for page in found[2:]:
        assert re.findall(
            r'<option value="([a-z]*)"[^>]*>([^<]*)</option>', page.partition("stembus-boxes")[2].partition("</select>")[0]
        ) == [("", "Kies"), ("een", "alleen op dit apparaat"), ("meer", "op meer apparaten")]
        assert "na het sluiten niets meer bij kan" in words(page)


def check_practice_list_never_opens(found):
    assert found == "Dit is een lijst om te oefenen. Hij hoort niet in een stembus."


def check_round_of_a_pupil(found):
    ready, first, fifth, done, own = found[:5]
    assert "0 van 12 ingevuld" in words(ready) and buttons(ready)[:2] == ["pupil-began", "codes-asked"]
    assert "Vraag 1 van 6" in words(first) and "vraag a1." in words(first)
    assert "Vraag 5 van 6" in words(fifth) and "vraag b2." in words(fifth) and "<a " not in fifth
    assert "Je bent klaar" in words(done) and "minder dan de helft" not in words(done)
    assert set(buttons(done)) >= {"cast", "own-asked", "went-back", "wiped"}
    assert "Jouw antwoorden in het kort" in words(own) and "<a " not in own
    assert found[5:9] == ["question", None, "", COUNTED.format(1)]
    assert "1 van 12 ingevuld" in words(found[9]) and "vraag" not in words(found[9]).lower().replace("vragenlijst", "")


def check_few_answers(found):
    assert "Je vulde minder dan de helft in." in words(found[0])
    assert found[1] == "Minder dan de helft is ingevuld. Dit formulier telt niet mee."


def check_forgets(found):
    idle, stirred, timed_out, wiped, left = found[:5]
    assert idle[0]["answers"] == stirred[0]["answers"] == {"a1": 5} and (idle[4], stirred[4]) == (True, False)
    for gone in (timed_out, wiped, left):
        assert gone[:2] == [None, ""] and gone[3:5] == [2, False] and "2 van 12 ingevuld" in words(gone[5])
    assert [gone[2] for gone in (timed_out, wiped, left)] == [
        "De antwoorden zijn gewist, omdat er even niets gebeurde. Er ging niets in de stembus.",
        "Je antwoorden zijn gewist. Er ging niets in de stembus.",
        "",
    ]
    assert found[5:7] == [None, None] and "Zet de stembus klaar" in words(found[7])


def check_closes_once(found):
    assert found[:4] == ["Er zijn nog geen 5 lijsten. Zo kan de stembus niet dicht.", "ready", None, "closed"]
    assert (found[4]["state"], found[4]["counters"], found[4]["marks"], found[4]["n"]) == ("closed", None, [], 6)
    assert found[5] == "report" and len(found[6]) == 12
    assert all(said.startswith("refused: unknown message: ") for said in found[6])


def check_report_small_and_large(found):
    for count, closed, report in zip((5, 10, 12), found[::2], found[1::2], strict=True):
        assert buttons(closed) == ["revealed", "empty-asked"] and f"{count} van 12 ingevuld" in words(closed)
        assert " %" not in words(closed) and "bijna iedereen" not in closed
        shows_report(report, oracle.group(INSTRUMENT, sheets(count)), count, 12)
        assert buttons(report) == ["empty-asked"]
    assert " %" not in words(found[1]).partition("Zo is er geteld")[0] and "Signalen" not in words(found[1])
    assert "Signalen" in words(found[3])


def check_codes(found):
    counted = [entry[:2] for entry in found[1:-1]]
    again = "Dit formulier is al geteld, en het telt maar één keer. Klopt dat niet? Vul de lijst dan hier in."
    assert counted == [
        [COUNTED.format(1), 1],
        [again, 1],
        [again, 1],
        [COUNTED.format(2), 2],
        ["Deze code hoort bij een andere klas of een andere ronde.", 2],
        ["Er zit een fout in de code. Kijk of elk teken goed is overgenomen.", 2],
        ["Dit is geen code van een vragenlijst.", 2],
        ["Dit is geen code van een vragenlijst.", 2],
    ]
    assert [entry[2:] for entry in found[1:-1]] == [["codes", number] for number in range(1, 9)]
    assert 'id="stembus-code-0"' in found[0] and 'id="stembus-code-8"' in found[-1], "a field of its own for each code"
    assert not re.search(r'<input[^>]*id="stembus-code[^>]*value=', found[-1])


def check_camera(found):
    assert "Houd je code voor de camera" in words(found[0])
    assert found[1:6] == [
        [True, True, "Dit is geen code van een vragenlijst.", "codes"],
        [False, True, "", "codes"],
        [False, True, "Er is geen camera.", "codes"],
        [False, False, "", "ready"],
        [False, True, "", "codes"],
    ]
    assert found[6:] == [
        f"refused: unknown message: {name}" for name in ("close-asked", "pupil-began", "camera-began", "code-entered")
    ]


def check_word(found):
    assert found[:2] == ["raam", ""] and found[3] == "Een sluitwoord is kort: hoogstens 12 tekens."
    wrong = "Dit is niet het sluitwoord. Probeer het nog eens."
    assert found[4:8] == [["word", "", "ready"], ["word", "", "ready"], ["word", wrong, "ready"], ["word", wrong, "ready"]]
    locked, unlocked = found[8], found[9]
    assert not {"close-asked", "empty-asked"} & set(buttons(locked)) and {"close-asked", "empty-asked"} < set(buttons(unlocked))
    assert not [page for page in (found[2], locked, unlocked) if "raam" in page.lower()]
    assert found[10:15] == [
        ["staff", "Er zijn nog geen 5 lijsten. Zo kan de stembus niet dicht.", "ready"],
        ["empty", "", "ready"],
        ["", "", "ready"],
        ["", "", "question"],
        ["", "", "codes"],
    ]
    assert found[15:] == [f"refused: unknown message: {name}" for name in ("closed", "emptied", "waited")]


def check_word_forgotten(found):
    assert "Over twee minuten kun je zonder sluitwoord verder." in words(found[0])
    assert found[1:] == ["staff", "", "", "refused: unknown message: waited", "refused: unknown message: word-forgotten"]


def check_one_of_several(found):
    stage, report, page, saved, refused, effects, unsaved, before = found
    assert (stage, report, unsaved, before) == ("closed", None, False, True)
    part = saved["data"]
    assert {name: part[name] for name in ("n", "items", "signals")} == oracle.part(INSTRUMENT, sheets(6))
    assert (saved["kind"], saved["name"]) == ("save", "deel-2026-11-kastje.json") and "wis het na het samenvoegen" in saved[
        "said"
    ]
    assert buttons(page) == ["empty-asked"] and " %" not in page and "bijna iedereen" not in page
    assert "Wie dit bestand heeft, kan per vraag zien" in words(page)
    assert refused == ["refused: unknown message: revealed", "refused: unknown message: files-opened"]
    assert effects == [
        f"refused: unknown effect: {name}" for name in ("report-saved", "csv-saved", "report-printed", "box-saved")
    ]


def check_effects(found):
    saved, table, printed, feedback = found[:4]
    expected = oracle.group(INSTRUMENT, sheets(12))
    assert told(saved["data"]["report"]) == expected and saved["name"] == "uitslag-2026-11-2B.json"
    assert (saved["data"]["format"], saved["data"]["format_version"]) == ("veiligwijzer-uitslag", 2)
    check_csv(table["text"], expected, INSTRUMENT)
    assert [printed["kind"], feedback["kind"]] == ["print", "print"]
    assert found[4] == [False, True]
    assert found[5:] == [
        f"refused: unknown effect: {name}" for name in ("report-saved", "part-saved", "part-saved", "part-saved", "gone")
    ]


def check_refuses(found):
    assert found == [
        f"refused: unknown message: {name}"
        for name in (
            "gone",
            "cast",
            "closed",
            "revealed",
            "answered",
            "filled",
            "filled",
            "files-opened",
            "former-asked",
            "pupil-began",
            "code-entered",
            "own-asked",
            "cast",
            "filled",
            "emptied",
            "files-opened",
        )
    ]


def check_start_over(found):
    assert "Alles in deze stembus gaat dan weg." in words(found[0]) and found[1] == "closed"
    assert (
        "Alles is gewist." in words(found[2]) and "Zet de stembus klaar" in words(found[2]) and "ingevuld" not in words(found[2])
    )


# ---- the reports ----


def school_expected(counts):
    return oracle.school(INSTRUMENT, [sheets(count) for count in counts])


def check_reports_school(found):
    opened, made, returned, cleared = found[1:]
    assert [entry[0] for entry in found[1:]] == [
        "Er zijn 3 bestanden geopend.",
        "Het schoolrapport is gemaakt van 3 rapporten.",
        "",
        "Alles is gewist. Je bestanden staan nog op dit apparaat.",
    ]
    assert "Maak het schoolrapport van 3 groepen" in words(opened[2]) and "Maak" not in words(cleared[2])
    shows_report(made[2], school_expected([12, 10]), 22, 24)
    assert "Niet meegeteld" in words(made[2]) and "G2" in words(made[2]).partition("Niet meegeteld")[2]
    assert "Print het blad voor de leerlingen" not in made[2]


def check_reports_many_files_in_parts(found):
    troubles = [
        "Bestand 3: Dit bestand is geen uitslag van deze site. Er is niets veranderd.",
        "Bestand 4: Dit rapport is al geopend.",
    ]
    last = "Bestand 5: Dit bestand is geen uitslag van deze site. Er is niets veranderd."
    assert [entry[:2] for entry in found[0][1:]] == [
        ["4 van 6 bestanden gelezen.", troubles],
        ["Er zijn 3 bestanden geopend.", [*troubles, last]],
        ["Het schoolrapport is gemaakt van 3 rapporten.", [*troubles, last]],
    ]
    assert found[1] == found[0][-1], "in pieces or at once gives the same"


def check_reports_devices_of_one_group(found):
    opened, joined, returned = found[0][1:]
    assert "2 apparaten, 13 ingevuld" in words(opened[2]) and " %" not in words(opened[2])
    assert "Maak het schoolrapport" not in words(opened[2]), "a part is no report"
    shows_report(joined[2], oracle.several_devices(INSTRUMENT, [sheets(6), sheets(7)]), 13, 24)
    assert joined[0] == "De delen van 2 apparaten zijn samengevoegd."
    assert "Deelbestanden" not in words(returned[2]) and "Rapporten (1)" in words(returned[2])
    alone = found[1][-1]
    assert alone[0] == "Op dit apparaat zijn er 6 lijsten. Een rapport van één apparaat kan vanaf 10 lijsten."
    assert " %" not in words(alone[2])
    assert "1 apparaat, 6 ingevuld" in words(alone[2])


def check_reports_years(found):
    same, other = found[2][2], found[5][2]
    assert "Geen duidelijk verschil." in words(same) and "Opvallend verschil" not in words(same)
    assert "De vragen zijn veranderd." in words(other) and "verschil:" not in words(other)
    assert found[8][0] == "Kies twee verschillende rapporten."
    shows_report(found[9][2], oracle.group(INSTRUMENT, sheets(12)), 12, 12)
    assert "november 2025" in words(found[9][2])


def check_reports_of_this_round(found):
    """Of November 2026, September and August: August is longer ago than the two months before."""
    assert found[0] == "Het schoolrapport is gemaakt van 2 rapporten."
    shows_report(found[2], school_expected([12, 10]), 22, 24)
    assert "G2" not in words(found[2])


def check_reports_refuses(found):
    assert found[0][0] == "Er zijn 2 bestanden geopend."
    assert [line.partition(":")[0] for line in found[0][1]] == ["Bestand 2", "Bestand 4", "Bestand 5", "Bestand 6", "Bestand 7"]
    assert "deelbestand is al geopend" in found[0][1][0] and "precieze aantallen" in found[0][1][4]
    assert found[1:4] == [
        "Kies eerst de rapporten van minstens twee groepen.",
        "Kies twee verschillende rapporten.",
        "Er is geen bestand geopend.",
    ]
    assert found[4:] == [
        "refused: unknown message: gone",
        "refused: unknown message: report-chosen",
        "refused: unknown message: group-joined",
        "refused: unknown report: r0",
        "refused: unknown message: filled",
        "refused: unknown effect: csv-saved",
    ]


def check_month_words(found):
    assert found == ["januari 2026", "augustus 2026", "december 2026"]


def check_look(found):
    lines = [re.findall(r"<li>([^<]*)</li>", page) for page in found]
    assert lines == [[], ["Vraag 6: 5 (altijd)"], ["Vraag 1: 0 (nooit)", "Vraag 6: 5 (altijd)"]]
    assert "Deze pagina houdt geen enkel antwoord vast." in words(found[0])


def check_bars(found):
    """Each share is as wide as it says, on the side of its answers, with the pattern of its kind."""
    bars, table, patterns, legend = found
    kinds = (
        ("risky", "middle", "safe"),
        ("safe", "middle", "risky"),
        ("risky", "mixed"),
        ("safe", "mixed"),
        ("mixed", "safe"),
        ("mixed", "risky"),
    )
    for place, page in enumerate(bars[:6]):
        shares = ((35, 25, 40), (60, 40), (5, 95))[place // 2]
        starts = [sum(shares[:number]) for number in range(len(shares))]
        drawn = re.findall(r'<rect x="(\d+)%" y="0" width="(\d+)%" height="100%" class="stack-(\w+)"', page)
        assert drawn == [(str(start), str(share), kind) for start, share, kind in zip(starts, shares, kinds[place], strict=True)]
        assert [int(share) for share in re.findall(r"(\d+) % \(", words(page))] == list(shares)
    assert [words(page) for page in bars[6:]] == ["Bijna iedereen: nooit."] * 2 + ["Te weinig."] * 2
    assert all(f"{share} %" in words(table) for share in (35, 25, 40, 60, 5, 95)) and patterns.count("<pattern ") == 3
    assert words(legend).count(":") == 4


CASES = cases_ballot_view.CASES + cases_reports.CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_the_case_shows_what_it_must(case):
    name = case.__name__.removeprefix("case_").removeprefix("ballot_")
    globals()["check_" + name](case())
