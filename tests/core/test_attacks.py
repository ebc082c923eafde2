"""Attacks on the anonymity of the ballot box, one test each. The page "Dit hebben we geprobeerd" is made of the
docstrings (see macros/render/attacks.py). Attacks on the page itself are in the browser tests.
"""

import itertools
import json
import random

import pytest

from tests import cases_ballot_view
from tests.cases_ballot import (
    ballot_item,
    ballot_section,
    closed_box,
    part_of,
    report_of,
    seeded_report,
    sheets_of,
    small_instrument,
)
from widgets.core import (
    ballot,
    ballot_box,
    ballot_csv,
    ballot_report,
    code,
    disclosure,
    part_file,
    report_file,
    reports,
    school_report,
)

INSTRUMENT = small_instrument()
CALM = {"a1": 5, "a2": 4, "a3": 0, "b1": 0, "b2": 0, "c1": 0, "d1": 0, "d2": 0}
HURT = {"a1": 0, "a2": 0, "a3": 5, "b1": 5, "b2": 5, "c1": 5, "d1": 5, "d2": 5}


def box_of(sheets, present=40, box_id="bus1", group=""):
    box = ballot_box.new_box(INSTRUMENT, present, "2026-11", box_id, group)
    for sheet in sheets:
        box = ballot_box.cast(INSTRUMENT, box, sheet)[0]
    return box


def group(sheets, **more):
    """The report of a group on one device."""
    return report_of(INSTRUMENT, sheets, **more)


def item_of(report, name):
    return next(item["figure"] for item in report["items"] if item["id"] == name)


def test_attack_01_close_with_four_sheets():
    """Aanval: de stembus sluiten met 4 lijsten.
    Uitkomst: dat kan niet, er is geen uitslag en geen bestand.
    """
    for alone in (True, False):
        box = ballot_box.changed(box_of([CALM] * 4), {"alone": alone})
        assert ballot_box.close(INSTRUMENT, box)[0] is box and ballot_box.close(INSTRUMENT, box)[2] is None


def test_attack_02_one_more_sheet_between_two_closes():
    """Aanval: sluiten, één leerling erbij, weer sluiten en aftrekken.
    Uitkomst: na het sluiten kan er niets meer bij, want de aantallen zijn dan weg.
    """
    box, _ = closed_box(INSTRUMENT, [CALM] * 12)
    assert box["counters"] is None
    assert ballot_box.cast(INSTRUMENT, box, HURT) == (box, "De stembus is dicht. Er is niets geteld.", False)
    assert ballot_box.close(INSTRUMENT, box) == (box, "De stembus is al dicht.", None)
    assert not [name for name in vars(ballot_box) if "open" in name and callable(vars(ballot_box)[name])]


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
    for alone in (True, False):
        boxes = [
            closed_box(INSTRUMENT, list(order), alone=alone)
            for order in itertools.islice(itertools.permutations(sheets), 0, 720, 37)
        ]
        assert all(box == boxes[0] for box in boxes)


def test_attack_07_looking_for_codes_in_a_closed_box():
    """Aanval: na het sluiten de codes in de stembus zoeken.
    Uitkomst: die zijn gewist.
    """
    box = box_of([])
    for place in range(6):
        box = ballot_box.cast(INSTRUMENT, box, CALM, f"CODE {place}")[0]
    for alone in (True, False):
        closed, _, released = ballot_box.close(INSTRUMENT, ballot_box.changed(box, {"alone": alone}))
        assert closed["marks"] == [] and "code" not in json.dumps([closed, released]).lower()


def test_attack_08_school_total_minus_the_classes():
    """Aanval: het schoolrapport min alle klassen geeft de kleine klas.
    Uitkomst: een kleine klas telt niet mee, en dat staat erbij.
    """
    large = [seeded_report(25, 1, "busa", "1A"), seeded_report(20, 2, "busb", "1B")]
    plain = school_report.school_report(INSTRUMENT, large)[0]
    for small in ([seeded_report(7, 3, "busc", "1C")], [seeded_report(7, 3, "busc", "1C"), seeded_report(5, 4, "busd", "1D")]):
        found = school_report.school_report(INSTRUMENT, [*large, *small])[0]
        assert found["left_out"] == [{"name": report["group"], "n": report["n"]} for report in small] and found["n"] == 45
        assert all(
            found[name] == plain[name] for name in ("items", "sections", "groups", "signals", "odd", "strengths", "attention")
        )


def test_attack_09_counting_twice():
    """Aanval: dezelfde klas twee keer meetellen, als rapport of als deel van een groep.
    Uitkomst: wat er dubbel in zit, wordt geweigerd.
    """
    one, two, three = (part_of(INSTRUMENT, sheets_of(12, place), f"bus{place}x") for place in range(1, 4))
    assert ballot_report.joined_report(INSTRUMENT, [one, two, one])[0] is None
    both, others = (ballot_report.joined_report(INSTRUMENT, pair)[0] for pair in ([one, two], [two, three]))
    for pair in ([both, both], [both, others], [both, group([CALM] * 12, box_id="bus2x")]):
        assert school_report.school_report(INSTRUMENT, pair) == (
            None,
            "Een groep zit er dubbel in. Er is geen schoolrapport gemaakt.",
        )
    school, _ = school_report.school_report(INSTRUMENT, [both, group([CALM] * 12, box_id="elders")])
    assert school_report.school_report(INSTRUMENT, [school, others])[0] is None


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
    crossed, straight = [{**CALM, "b1": 5}] * 6 + [{**CALM, "b2": 5}] * 6, [{**CALM, "b1": 5, "b2": 5}] * 6 + [CALM] * 6
    assert box_of(crossed)["counters"]["items"] == box_of(straight)["counters"]["items"]
    assert group([{**CALM, "b1": 5}] * 12)["items"] != group(straight)["items"] == group(crossed)["items"]
    assert part_of(INSTRUMENT, crossed) == part_of(INSTRUMENT, straight), "and the file of a device holds nothing crossed"


def test_attack_12_one_pupil_who_skips():
    """Aanval: zien dat één leerling een vraag oversloeg.
    Uitkomst: 0, 1 of 2 keer overslaan ziet er hetzelfde uit.
    """
    shown = []
    for skips in range(3):
        without = {name: CALM[name] for name in CALM if name != "b1"}
        shown.append(item_of(group([CALM] * (25 - skips) + [without] * skips), "b1"))
    assert shown[0] == shown[1] == shown[2] and shown[0]["shown"] and shown[0]["skips"] == "0–2"


def test_attack_13_counting_back_from_a_percentage():
    """Aanval: uit een percentage terugrekenen dat het één leerling is.
    Uitkomst: groepjes van 1 en 2 staan er nooit apart in.
    """
    for everybody in range(10, 41):
        for low in range(everybody + 1):
            for middle in range(everybody + 1 - low):
                cells = disclosure.collapse([low, middle, everybody - low - middle], True, 3)
                assert all(count >= 3 for _, _, count in cells)


def test_attack_14_reading_the_table_file():
    """Aanval: in het tabelbestand meer lezen dan op de pagina.
    Uitkomst: daarin staan alleen de getoonde cijfers.
    """
    for hurt in range(3):
        assert ballot_csv.csv(group([CALM] * (24 - hurt) + [{**CALM, "b1": 5}] * hurt)) == ballot_csv.csv(group([CALM] * 24))


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
        wrong.append(right[:place] + right[place + 1 :])
        if place and right[place - 1] != right[place]:
            wrong.append(right[: place - 1] + right[place] + right[place - 1] + right[place + 1 :])
    refusals = {code.NOT_A_CODE, code.MISTAKE, code.OTHER_QUESTIONNAIRE, code.OTHER_VERSION}
    assert all(said in refusals and n == 0 for said, n in entered(wrong))
    assert entered([right])[0][1] == 1


def test_attack_20_something_that_is_no_code():
    """Aanval: een lange tekst, vreemde letters of een andere QR-code.
    Uitkomst: dat wordt geweigerd en de stembus blijft gewoon werken.
    """
    right = code_of()
    lookalikes = right.replace("0", "О").replace("A", "А").replace("E", "Е") + "О"
    texts = [
        "x" * 300,
        right * 8,
        "\u202e" + right,
        right[:9] + "\u200f" + right[9:],
        lookalikes,
        "https://voorbeeld.nl/?a=1",
        "WIFI:S:school;T:WPA;P:geheim;;",
        "<script>",
        "\0",
        "☃" * 44,
        "",
    ]
    assert all(said in (code.NOT_A_CODE, code.MISTAKE) and n == 0 for said, n in entered(texts))
    assert entered([*texts, right])[-1][1] == 1


def test_attack_21_one_sheet_makes_the_signal_appear():
    """Aanval: met één lijst meer zien of die leerling een wapen noemt.
    Uitkomst: een signaal is er vanaf 10 lijsten, en 0, 1 of 2 leerlingen geven dezelfde zin.
    """
    assert group([CALM] * 6 + [HURT] * 3)["signals"] == []
    seen = [group([CALM] * (10 - hurt) + [{**CALM, "c1": 5}] * hurt)["signals"] for hurt in range(4)]
    assert seen[0] == seen[1] == seen[2] and not seen[0][0]["named"] and seen[3][0]["named"]


def test_attack_22_almost_everybody():
    """Aanval: uit ‘bijna iedereen’ lezen of het echt iedereen is.
    Uitkomst: 23, 24 en 25 van de 25 geven dezelfde tekst.
    """
    found = [item_of(group([CALM] * (25 - other) + [{**CALM, "b1": 5}] * other), "b1") for other in range(3)]
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
    report, part = group([CALM] * 12), part_of(INSTRUMENT, [CALM] * 12)
    assert part_file.part_file_name(part) == "deel-2026-11-bus1.json"
    assert report_file.report_file_name(report) == "uitslag-2026-11.json"
    kept = json.dumps([part, report_file.report_file(report)])
    assert "2026-11-" not in kept and kept.count('"2026-11"') == 2
    assert kept == json.dumps([part_of(INSTRUMENT, [CALM] * 12), report_file.report_file(group([CALM] * 12))])


def test_attack_24b_opening_the_files_in_a_text_editor():
    """Aanval: de bestanden openen en lezen.
    Uitkomst: geen lijst van een leerling, geen volgorde, en geen groepje van 1 of 2. Een rapport heeft alleen de getoonde
    cijfers. Een deelbestand heeft per vraag aantallen vanaf 3, van een gevoelige vraag alleen twee.
    """
    for name in ("b1", "c1", "d2"):
        worlds = [[CALM] * (25 - other) + [{**CALM, name: 5}] * other for other in range(3)]
        files = [json.dumps(report_file.report_file(group(sheets))) for sheets in worlds]
        assert files[0] == files[1] == files[2]
        parts = [part_of(INSTRUMENT, sheets) for sheets in worlds]
        assert parts[0] == parts[1] == parts[2]
    as_fives, as_twos = ([CALM] * 19 + [{**HURT, "c1": value}] * 6 for value in (5, 2))
    assert part_of(INSTRUMENT, as_fives) == part_of(INSTRUMENT, as_twos)
    assert part_of(INSTRUMENT, as_twos)["items"]["c1"]["cells"] == [[0, 0, 19], [1, 1, 6]]


def test_attack_25_watching_the_open_box():
    """Aanval: na elke leerling naar de open stembus kijken.
    Uitkomst: er is alleen een aantal te zien, en dat is al bekend.
    """
    calm, hurt = box_of([CALM] * 12), box_of([CALM] * 11 + [HURT])
    assert ballot_box.cast(INSTRUMENT, calm, CALM)[1] == ballot_box.cast(INSTRUMENT, hurt, HURT)[1]
    assert ballot_box.close_trouble(INSTRUMENT, calm) == ballot_box.close_trouble(INSTRUMENT, hurt)


# ---- tried by an adversary who adds, subtracts and combines ----


def test_attack_28_a_file_that_holds_a_part_of_one_sheet():
    """Aanval: in het bestand van een apparaat zien dat maar één leerling ergens last van heeft, en dan al zijn antwoorden lezen.
    Uitkomst: die ene leerling is in het bestand en in het rapport niet te zien. Over vragen heen staat er niets in het bestand.
    """
    one = {**CALM, "b1": 5, "b2": 3, "d1": 4}
    without, with_one = [CALM] * 25, [CALM] * 24 + [one]
    assert box_of(with_one)["counters"]["regular"] == {"s2": 1} and box_of(without)["counters"]["regular"] == {"s2": 0}
    assert part_of(INSTRUMENT, without) == part_of(INSTRUMENT, with_one)
    assert set(part_of(INSTRUMENT, with_one)) & {"regular", "sections", "middles", "odd"} == set()
    assert group(without) == group(with_one)
    small = [part_of(INSTRUMENT, [CALM] * (9 - hurt) + [{**CALM, "c1": 5}] * hurt) for hurt in range(3)]
    assert small[0] == small[1] == small[2] and small[0]["signals"] == {}


def two_groups(more):
    """A: 7 safe and 3 at risk; B: 10 pupils, so many at risk."""
    return [CALM] * 7 + [{**CALM, "b1": 5}] * 3, [CALM] * (10 - more) + [{**CALM, "b1": 5}] * more


@pytest.mark.parametrize("more", [1, 2])
def test_attack_29_in_another_order(more):
    """Aanval: eerst het ene rapport bekijken en daarna samenvoegen, of eerst het bestand bewaren en dan kijken.
    Uitkomst: een apparaat geeft een rapport of een bestand, nooit allebei. Elke volgorde geeft hetzelfde.
    """
    content = cases_ballot_view.instrument()
    alone, one_of_two = (
        cases_ballot_view.closed_box(content, 10),
        cases_ballot_view.closed_box(content, 10, cases_ballot_view.MANY),
    )
    for model, refused in (
        (alone, ("part-saved",)),
        (ballot.update(content, alone, ("revealed",)), ("part-saved",)),
        (one_of_two, ("report-saved", "csv-saved", "report-printed", "feedback-printed")),
    ):
        for name in refused:
            with pytest.raises(ValueError):
                ballot.effect(content, model, (name,), {})
    with pytest.raises(ValueError):
        ballot.update(content, one_of_two, ("revealed",))
    reference, world = two_groups(0), two_groups(more)
    seen = []
    for first, second in (reference, world):
        parts = [part_of(INSTRUMENT, first, "busa"), part_of(INSTRUMENT, second, "busb")]
        kept = [group(first, box_id="busa"), group(second, box_id="busb")]
        seen.append(
            [
                parts,
                kept,
                [ballot_report.joined_report(INSTRUMENT, list(order))[0] for order in itertools.permutations(parts)],
                [school_report.school_report(INSTRUMENT, list(order))[0] for order in itertools.permutations(kept)],
            ]
        )
    assert seen[0] == seen[1], "0, 1 and 2 of B look alike in everything that can be kept, in every order"
    assert seen[0][2][0] == seen[0][2][1] and seen[0][3][0] == seen[0][3][1]


@pytest.mark.parametrize("first, second", [pair for pair in itertools.product(range(3), repeat=2) if pair != (0, 0)])
def test_attack_30_class_reports_beside_the_school_report(first, second):
    """Aanval: de rapporten van de klassen naast het schoolrapport leggen en het verschil uitrekenen.
    Uitkomst: het schoolrapport is gemaakt van de klasrapporten. Wat daarin verborgen is, weet het ook niet.
    """

    def school(hurt):
        classes = [
            group([CALM] * (25 - count) + [{**CALM, "b1": 5, "c1": 3}] * count, box_id=f"bus{place}x", group=f"1{place}")
            for place, count in enumerate(hurt)
        ]
        return classes, school_report.school_report(INSTRUMENT, classes)[0]

    assert school((first, second)) == school((0, 0))
    cells = item_of(school((first, second))[1], "b1")["cells"]
    assert [(cell["low"], cell["high"]) for cell in cells if (cell["from"], cell["to"]) == (4, 5)] == [(0, 4)]


def test_attack_31_the_middle_of_a_small_section():
    """Aanval: uit het midden van een onderdeel met één of twee vragen lezen wat bij een vraag verborgen is.
    Uitkomst: vanaf 10 lijsten volgt het getal van een onderdeel uit de getoonde vragen. Daaronder is er alleen een midden bij
    onderdelen van drie of meer gewone vragen.
    """
    instrument = small_instrument(
        sections=[ballot_section("s1", "high-is-bad", "mean", [ballot_item("b", "B"), ballot_item("d", "B")])]
    )

    def report(b, d):
        return report_of(instrument, [{"b": one, "d": two} for one, two in zip(b, d, strict=True)])

    hidden = [report([0] * 7 + [3] * (3 - risky) + [5] * risky, [0] * 6 + [5] * 4) for risky in range(3)]
    assert hidden[0] == hidden[1] == hidden[2] and hidden[0]["sections"][0]["measure"] == "mean"
    for worst in range(6):
        section = report([worst] * 9, [worst] * 9)["sections"][0]
        assert (section["level"], section["words"]) == (-1, "Te weinig antwoorden.")


def test_attack_32_a_second_close():
    """Aanval: na een tweede keer sluiten zien wat de vijf laatste leerlingen invulden.
    Uitkomst: er is geen tweede keer. Leerlingen die later komen, krijgen een eigen stembus met een eigen rapport, vanaf 5
    lijsten.
    """
    content = cases_ballot_view.instrument()
    closed = cases_ballot_view.closed_box(content, 10)
    for model in (closed, ballot.update(content, closed, ("revealed",))):
        for name in ("reopen-asked", "reopened", "pupil-began", "close-asked", "closed"):
            with pytest.raises(ValueError):
                ballot.update(content, model, (name, "x") if name == "pupil-began" else (name,))
    late = [{**CALM, "c1": 5}] * 5
    report = group(late, box_id="later")
    assert report["signals"] == [] and report["odd"] == "" and not [item for item in report["items"] if item["figure"]["shown"]]
    odd = [group([CALM] * (12 - jokers) + [dict.fromkeys(CALM, 5)] * jokers)["odd"] for jokers in range(3)]
    assert odd == [""] * 3


def test_attack_33_one_pupil_with_many_votes():
    """Aanval: van dezelfde lijst drie keer een code maken, ook met een ander antwoord ertussen, en alle drie inleveren.
    Uitkomst: één lijst telt één keer.
    Blijft mogelijk: een leerling kan de vragen opnieuw invullen. Meer lijsten dan leerlingen kan niet.
    """
    content = cases_ballot_view.instrument()
    answers = {item: 3 for item in code.item_ids(content)}
    codes = [
        code.encode(content, 77, 5, answers),
        code.encode(content, 77, 5, answers),
        code.encode(content, 77, 5, {**answers, "a1": 0}),
    ]
    assert [n for _, n in entered(codes)] == [1, 1, 1]
    assert [code.decode(content, 77, text)["mark"] for text in codes] == [code.decode(content, 77, codes[0])["mark"]] * 3
    assert entered([code.encode(content, 77, nonce, answers) for nonce in range(30)])[-1][1] == 12, (
        "never more than there are pupils"
    )


def test_attack_34_skipping_shows():
    """Aanval: met precies 10 lijsten aan een vraag die ontbreekt zien dat één leerling die oversloeg.
    Uitkomst: tot en met 2 overslaan verandert niets, ook niet wat er te zien is.
    """
    shown = []
    for skips in range(3):
        without = {name: CALM[name] for name in CALM if name not in ("b1", "c1")}
        shown.append(group([CALM] * (10 - skips) + [without] * skips))
    assert shown[0] == shown[1] == shown[2] and item_of(shown[0], "b1")["shown"]
    twenty = [group([CALM] * (20 - skips) + [{name: CALM[name] for name in CALM if name != "c1"}] * skips) for skips in range(3)]
    assert twenty[0] == twenty[1] == twenty[2] and item_of(twenty[0], "c1")["shown"]


def test_attack_35_friends_who_tell_each_other():
    """Aanval: twee vrienden vertellen elkaar wat zij kozen, en lezen daarna het rapport.
    Uitkomst: zij weten dan meer over de rest van de groep, soms dat verder niemand iets koos.
    Blijft mogelijk: als je vertelt wat je koos, geef je ook iets weg over de anderen.
    """
    friends = [{**CALM, "b1": 5}] * 2
    cells = item_of(group([CALM] * 8 + friends + [{**CALM, "b1": 5}]), "b1")["cells"]
    told = [(cell["low"], cell["high"]) for cell in cells if cell["from"] == 4]
    assert told == [(3, 3)], "of eleven, three: the friends know that one other pupil chose it"


def test_attack_36_putting_reports_and_parts_together_in_every_way():
    """Aanval: alle bestanden van alle apparaten openen en in elke combinatie rapporten maken.
    Uitkomst: van een deel laat de pagina alleen zien hoeveel leerlingen invulden. Wie de bestanden zelf heeft, leest daarin per
    vraag groepjes vanaf 3, en alle rapporten samen vertellen niet meer dan dat.
    """
    sizes = (6, 8, 9)

    def world(hurt):
        return [
            part_of(INSTRUMENT, [CALM] * (size - count) + [{**CALM, "b1": 5, "d2": 4}] * count, f"bus{place}x")
            for place, (size, count) in enumerate(zip(sizes, hurt, strict=True))
        ]

    reference = world((0, 0, 0))
    for hurt in itertools.product(range(3), repeat=3):
        assert world(hurt) == reference, "so no report that is made of them can differ"
    for several in (list(reference[:2]), list(reference)):
        model = reports.update(INSTRUMENT, reports.init(INSTRUMENT), ("files-opened", several))
        assert reports.shown_report(model) is None and model["reports"] == []
