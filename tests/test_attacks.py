"""Attacks on the anonymity of the ballot box, one test each. The page "Dit hebben we geprobeerd" is made of the
docstrings (see macros/render/attempts.py). Attacks on the page itself are in the browser tests.
"""
import itertools
import json
import random

from tests import cases_ballot_view
from tests.cases_ballot import filled_box, sheets_of, small_instrument
from widgets.core import ballot, ballot_box, ballot_csv, ballot_file, ballot_report, code, disclosure, report_file, school_report

INSTRUMENT = small_instrument()
CALM = {"a1": 5, "a2": 4, "a3": 0, "b1": 0, "b2": 0, "c1": 0, "d1": 0, "d2": 0}
HURT = {"a1": 0, "a2": 0, "a3": 5, "b1": 5, "b2": 5, "c1": 5, "d1": 5, "d2": 5}


def box_of(sheets, present=40, box_id="bus1", group=""):
    box = ballot_box.new_box(INSTRUMENT, present, "2026-11", box_id, group)
    for sheet in sheets:
        box = ballot_box.cast(INSTRUMENT, box, sheet)[0]
    return box


def closed(sheets, **more):
    box, message = ballot_box.close(INSTRUMENT, box_of(sheets, **more))
    assert box["state"] == "closed", message
    return box


def report_of(sheets):
    return ballot_report.class_report(INSTRUMENT, closed(sheets))


def item_of(report, name):
    return next(item["figure"] for item in report["items"] if item["id"] == name)


def test_attack_01_close_with_four_sheets():
    """Aanval: de stembus sluiten met 4 formulieren.
    Uitkomst: dat kan niet, er is geen uitslag.
    """
    box = box_of([CALM] * 4)
    assert ballot_box.close(INSTRUMENT, box)[0] is box
    assert ballot_report.class_report(INSTRUMENT, box) is None


def test_attack_02_one_more_sheet_between_two_closes():
    """Aanval: sluiten, één leerling erbij, weer sluiten en aftrekken.
    Uitkomst: pas met 5 nieuwe formulieren kan de stembus weer dicht.
    """
    box = ballot_box.reopen(INSTRUMENT, closed([CALM] * 12))[0]
    for _ in range(4):
        box = ballot_box.cast(INSTRUMENT, box, HURT)[0]
        assert ballot_box.close(INSTRUMENT, box)[0]["state"] == "open"
        assert ballot_report.class_report(INSTRUMENT, box) == report_of([CALM] * 12)
    box = ballot_box.cast(INSTRUMENT, box, CALM)[0]
    assert ballot_box.close(INSTRUMENT, box)[0]["state"] == "closed"


def test_attack_03_the_same_code_twice():
    """Aanval: dezelfde code twee keer, ook met kleine letters en spaties.
    Uitkomst: die telt één keer.
    """
    box = box_of([])
    for mark in ("40H02D 00012J", "40h02d00012j", " 40H02D-00012J "):
        box = ballot_box.cast(INSTRUMENT, box, CALM, mark)[0]
    assert box["n"] == 1


def test_attack_04_raising_the_number_present():
    """Aanval: zelf formulieren bijvullen rond één leerling.
    Uitkomst: het aantal leerlingen ligt vooraf vast.
    Blijft mogelijk: een volwassene kan zelf verzonnen formulieren invullen.
    """
    box = box_of([CALM] * 12, present=10)
    assert box["n"] == box["present"] == 10
    assert "telt niet mee" in ballot_box.cast(INSTRUMENT, box, CALM)[1]
    public = [name for name in vars(ballot_box) if not name.startswith("_") and callable(vars(ballot_box)[name])]
    assert not [name for name in public if "present" in name]


def test_attack_05_blank_sheets_to_reach_the_threshold():
    """Aanval: met lege formulieren de drempel halen.
    Uitkomst: minder dan de helft ingevuld telt niet mee.
    """
    box = box_of([CALM] * 4 + [{}, {"a1": 1}, {"a1": 1, "a2": 1, "a3": 1}] * 3)
    assert box["n"] == 4


def test_attack_06_reading_the_order():
    """Aanval: uit de volgorde afleiden wie wat invulde.
    Uitkomst: elke volgorde geeft precies dezelfde stembus.
    """
    sheets = sheets_of(6, 3)
    boxes = [closed(order) for order in itertools.islice(itertools.permutations(sheets), 0, 720, 37)]
    assert all(box == boxes[0] for box in boxes)


def test_attack_07_looking_for_codes_in_a_closed_box():
    """Aanval: na het sluiten de codes in de stembus zoeken.
    Uitkomst: die zijn gewist.
    """
    box = box_of([])
    for place in range(6):
        box = ballot_box.cast(INSTRUMENT, box, CALM, f"CODE {place}")[0]
    box = ballot_box.close(INSTRUMENT, box)[0]
    assert box["marks"] == [] and "code" not in json.dumps([box, ballot_file.box_file(box)]).lower()


def test_attack_08_school_total_minus_the_classes():
    """Aanval: het schoolbeeld min alle klassen geeft de kleine klas.
    Uitkomst: een kleine klas telt alleen mee samen met andere, of niet.
    """
    large = [filled_box(25, 1, "busa", "1A"), filled_box(20, 2, "busb", "1B")]
    one_small = school_report.school_report(INSTRUMENT, [*large, filled_box(7, 3, "busc", "1C")])[0]
    plain = school_report.school_report(INSTRUMENT, large)[0]
    assert one_small["left_out"] == [{"name": "1C", "n": 7}] and one_small["n"] == 45
    assert all(one_small[name] == plain[name] for name in ("items", "sections", "groups", "signals", "odd"))
    small = [filled_box(7, 3, "busc", "1C"), filled_box(5, 4, "busd", "1D")]
    two_small = school_report.school_report(INSTRUMENT, [*large, *small])[0]
    assert [group["n"] for group in two_small["groups"]] == [25, 20, 12] and two_small["groups"][-1]["name"] == "Overige groepen"


def test_attack_09_merging_what_overlaps():
    """Aanval: dezelfde klas twee keer meetellen, of een leerjaar en een klas daaruit.
    Uitkomst: een stembus die er dubbel in zit, wordt geweigerd.
    """
    one, two, three = (filled_box(12, place, f"bus{place}x") for place in range(1, 4))
    year = ballot_box.merge(INSTRUMENT, [one, two])[0]
    for boxes in ([one, one], [year, two], [year, ballot_box.merge(INSTRUMENT, [two, three])[0]]):
        assert ballot_box.merge(INSTRUMENT, boxes)[0] is None
        assert school_report.school_report(INSTRUMENT, boxes)[0] is None
    seen = [ballot_box.reveal(one), ballot_box.reveal(two)]
    assert "al bekeken" in ballot_box.merge(INSTRUMENT, seen)[1]


def test_attack_10_a_table_by_boys_and_girls():
    """Aanval: de uitslag splitsen, bijvoorbeeld in 22 en 3 leerlingen.
    Uitkomst: de stembus telt geen kenmerken van leerlingen en kan niet splitsen.
    """
    box = ballot_box.cast(INSTRUMENT, box_of([]), {**CALM, "gender": 1})[0]
    assert box["n"] == 0
    assert sorted(box["counters"]) == ["items", "odd", "regular", "sections", "signals"]


def test_attack_11_two_tables_that_imply_a_cell():
    """Aanval: twee tabellen naast elkaar leggen om één vakje uit te rekenen.
    Uitkomst: vragen worden nooit gekruist, er is per vraag één rij getallen.
    """
    crossed = closed([{**CALM, "b1": 5}] * 6 + [{**CALM, "b2": 5}] * 6)
    straight = closed([{**CALM, "b1": 5, "b2": 5}] * 6 + [CALM] * 6)
    assert crossed["counters"]["items"] == straight["counters"]["items"]
    assert report_of([{**CALM, "b1": 5}] * 12)["items"] != ballot_report.class_report(INSTRUMENT, straight)["items"]
    assert (ballot_report.class_report(INSTRUMENT, crossed)["items"]
            == ballot_report.class_report(INSTRUMENT, straight)["items"])


def test_attack_12_one_pupil_who_skips():
    """Aanval: zien dat één leerling een vraag oversloeg.
    Uitkomst: 0, 1 of 2 keer overslaan ziet er hetzelfde uit.
    """
    shown = []
    for skips in range(3):
        without = {name: CALM[name] for name in CALM if name != "b1"}
        shown.append(item_of(report_of([CALM] * (25 - skips) + [without] * skips), "b1"))
    assert shown[0] == shown[1] == shown[2] and shown[0]["answered"] == "10 of meer"


def test_attack_13_counting_back_from_a_percentage():
    """Aanval: uit een percentage terugrekenen dat het één leerling is.
    Uitkomst: groepjes van 1 en 2 staan er nooit apart in.
    """
    for everybody in range(10, 41):
        for low in range(everybody + 1):
            for middle in range(everybody + 1 - low):
                cells = disclosure.collapse([low, middle, everybody - low - middle], True)
                assert all(count >= 3 for _, _, count in cells)


def test_attack_14_reading_the_table_file():
    """Aanval: in het tabelbestand meer lezen dan op de pagina.
    Uitkomst: daarin staan alleen de getoonde cijfers.
    """
    for hurt in range(3):
        assert ballot_csv.csv(report_of([CALM] * (24 - hurt) + [{**CALM,
            "b1": 5}] * hurt)) == ballot_csv.csv(report_of([CALM] * 24))


def entered(texts):
    """(what is said, how many sheets) after each text that is typed or scanned as a code of session 77."""
    content = cases_ballot_view.instrument()
    model = ballot.update(content, cases_ballot_view.open_box(content), ("codes-asked",))
    found = []
    for text in texts:
        model = ballot.update(content, model, ("code-entered", text))
        found.append((model["news"], model["box"]["n"]))
    return found


def code_of(session=77, nonce=5, **changes):
    """The code of a whole sheet, as the device of a pupil makes it."""
    content = {**cases_ballot_view.instrument(), **changes}
    return code.encode(content, session, nonce, {item: 3 for item in code.item_ids(content)})


def test_attack_19_a_code_that_is_not_right():
    """Aanval: een code van een andere klas, vragenlijst of versie, of een code met een paar verkeerde tekens.
    Uitkomst: die telt niet mee, met de reden in gewone woorden.
    """
    others = [code_of(session=78), code_of(number=10), code_of(major=2), code_of(fingerprint=54321)]
    assert [said for said, _ in entered(others)] == [code.OTHER_CLASS, code.OTHER_QUESTIONNAIRE, code.OTHER_VERSION, code.MISTAKE]
    chance = random.Random(19)
    right = code_of().replace(" ", "")
    wrong = []
    for _ in range(300):
        symbols = list(right)
        for place in chance.sample(range(len(right)), chance.randint(1, 4)):
            symbols[place] = chance.choice([symbol for symbol in code.ALPHABET if symbol != symbols[place]])
        wrong.append("".join(symbols))
    for place in range(len(right)):
        wrong.append(right[:place] + right[place + 1:])
        if place and right[place - 1] != right[place]:
            wrong.append(right[:place - 1] + right[place] + right[place - 1] + right[place + 1:])
    refusals = {code.NOT_A_CODE, code.MISTAKE, code.OTHER_QUESTIONNAIRE, code.OTHER_VERSION}
    assert all(said in refusals and n == 0 for said, n in entered(wrong))
    assert entered([right])[0][1] == 1


def test_attack_20_something_that_is_no_code():
    """Aanval: een lange tekst, vreemde letters of een andere QR-code.
    Uitkomst: dat wordt geweigerd en de stembus blijft gewoon werken.
    """
    right = code_of()
    lookalikes = right.replace("0", "О").replace("A", "А").replace("E", "Е") + "О"
    texts = ["x" * 300, right * 8, "\u202e" + right, right[:9] + "\u200f" + right[9:], lookalikes, "https://voorbeeld.nl/?a=1",
             "WIFI:S:school;T:WPA;P:geheim;;", "<script>", "\0", "☃" * 44, ""]
    assert all(said in (code.NOT_A_CODE, code.MISTAKE) and n == 0 for said, n in entered(texts))
    assert entered([*texts, right])[-1][1] == 1


def test_attack_21_one_sheet_makes_the_signal_appear():
    """Aanval: met het tiende formulier zien of die leerling een wapen noemt.
    Uitkomst: na 9 formulieren zijn er eerst 5 nieuwe nodig.
    """
    before = closed([CALM] * 9)
    assert ballot_report.class_report(INSTRUMENT, before)["signals"] == []
    box = ballot_box.cast(INSTRUMENT, ballot_box.reopen(INSTRUMENT, before)[0], HURT)[0]
    assert ballot_box.close(INSTRUMENT, box)[0] is box
    assert ballot_report.class_report(INSTRUMENT, box)["signals"] == []


def test_attack_22_almost_everybody():
    """Aanval: uit ‘bijna iedereen’ lezen of het echt iedereen is.
    Uitkomst: 23, 24 en 25 van de 25 geven dezelfde tekst.
    """
    found = [item_of(report_of([CALM] * (25 - other) + [{**CALM, "b1": 5}] * other), "b1") for other in range(3)]
    assert found[0] == found[1] == found[2] and found[0]["almost"] == "bijna iedereen: nooit of één keer"


def test_attack_23_practice_sheets():
    """Aanval: formulieren van de oefenlijst meetellen.
    Uitkomst: een oefenlijst heeft geen stembus en telt nergens mee.
    """
    for practice in (small_instrument(number=0), small_instrument(ballot=False)):
        assert not ballot_box.castable(practice)
        assert not ballot_box.cast(practice, box_of([]), CALM)[2]


def test_attack_24_reading_the_clock():
    """Aanval: aan datum of tijd zien wie wanneer invulde.
    Uitkomst: alleen de maand wordt bewaard, ook in namen van bestanden.
    """
    box = closed([CALM] * 12)
    report = ballot_report.class_report(INSTRUMENT, box)
    assert ballot_file.box_file_name(box) == "stembus-2026-11-bus1.json"
    assert report_file.report_file_name(report) == "uitslag-2026-11.json"
    kept = json.dumps([ballot_file.box_file(box), report_file.report_file(report)])
    assert "2026-11-" not in kept and kept.count('"2026-11"') == 2
    later = closed([CALM] * 12)
    later_report = ballot_report.class_report(INSTRUMENT, later)
    assert kept == json.dumps([ballot_file.box_file(later), report_file.report_file(later_report)])


def test_attack_24b_opening_the_files_in_a_text_editor():
    """Aanval: de bestanden openen en lezen.
    Uitkomst: geen formulier, geen volgorde, van gevoelige vragen alleen twee totalen; de uitslag heeft alleen getoonde
    cijfers.
    """
    box = closed([CALM] * 24 + [HURT])
    assert box["counters"]["items"]["c1"] == [24, 1, 0]
    as_twos = closed([CALM] * 24 + [{**HURT, "c1": 2}])
    assert ballot_file.box_file(box) == ballot_file.box_file(as_twos)
    reports = [report_of([CALM] * (25 - other) + [{**CALM, "b1": 5}] * other) for other in range(3)]
    files = [json.dumps(report_file.report_file(report)) for report in reports]
    assert files[0] == files[1] == files[2]


def test_attack_25_watching_the_open_box():
    """Aanval: na elke leerling naar de open stembus kijken.
    Uitkomst: er is alleen een aantal te zien, en dat is al bekend.
    """
    calm, hurt = box_of([CALM] * 12), box_of([CALM] * 11 + [HURT])
    for box in (calm, hurt):
        assert ballot_report.class_report(INSTRUMENT, box) is None
    assert ballot_box.cast(INSTRUMENT, calm, CALM)[1] == ballot_box.cast(INSTRUMENT, hurt, HURT)[1]
    assert ballot_box.close_trouble(INSTRUMENT, calm) == ballot_box.close_trouble(INSTRUMENT, hurt)
