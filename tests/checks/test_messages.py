"""What an author reads after a slip that is often made: what is really wrong, and no advice that changes the meaning."""

import pytest

from macros.commands.check import check
from macros.schema import meant
from macros.source.problems import FEW, report
from tests.projects import ROUTE, copy_base, make_project

SCHOOL, METER = "protocol/school.yaml", "protocol/vragenlijsten/meter.yaml"
OWN = "protocol/eigen/school.yaml"
LIST = """id: lijst
titel: Lijst
kort: Een lijst.
menu: regelen
gecontroleerd: 2026-11-01
groepen:
  - id: een
    titel: Een
    punten:
      - tekst: Iets
        bron: []
"""
WITHIN = "binnen: 1 week"
GUIDE = "    gesprek: eerste-gesprek\n"


def told(folder, changes=(), files=()) -> str:
    """The report on the small project with (file, old, new) changed in it, and new files."""
    root = make_project(folder)
    for file, old, new in changes:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    for file, text in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return report(check(root)[1])


@pytest.mark.parametrize(
    "written, said",
    [
        ("61 schooldagen", "Van schooldagen kun je er 1 tot en met 60 schrijven."),
        ("0 schooldagen", "Van schooldagen kun je er 1 tot en met 60 schrijven."),
        ("100 weken", "Van weken kun je er 1 tot en met 60 schrijven."),
        ("73 uur", "Van uur kun je er 1 tot en met 72 schrijven."),
        ("10 lesdagen", "Lesdagen is het woord van de Vlaamse wet. Hier heten ze schooldagen: 10 schooldagen."),
        ("1 lesdag", "Hier heten ze schooldagen: 1 schooldag."),
        ("5 dagen", "Schrijf 5 schooldagen, of 5 kalenderdagen als de termijn doorloopt in weekenden en vakanties."),
        ("één dag", "Schrijf 1 schooldag, of 1 kalenderdag als"),
        ("3 uren", "Bedoel je ‘3 uur’?"),
        ("2 week", "Bedoel je ‘2 weken’?"),
        ("1 weken", "Bedoel je ‘1 week’?"),
        ("twee weken", "Bedoel je ‘2 weken’?"),
        ("1 jaar", "Bedoel je ‘12 maanden’?"),
        ("3 weekdagen", "Bedoel je ‘3 werkdagen’?"),
    ],
)
def test_a_period_that_is_none(written, said, tmp_path):
    found = told(tmp_path, [(ROUTE, WITHIN, f"binnen: {written}")])
    assert said in found and f"{ROUTE}:22:" in found and found.count("Bedoel je") == said.count("Bedoel je")


@pytest.mark.parametrize(
    "written", ["3 werkdagen", "1 werkdag", "10 kalenderdagen", "6 kalenderweken", "4 uur", "1 uur", "72 uur"]
)
def test_a_term_of_law_or_in_hours_is_right(written, tmp_path):
    assert told(tmp_path, [(ROUTE, WITHIN, f"binnen: {written}")]) == ""


@pytest.mark.parametrize("written, kind", [("sbo", "po"), ("vso", "so"), ("havo", "vo"), ("buso", "secundair")])
def test_a_kind_of_school_says_where_it_belongs(written, kind, tmp_path):
    found = told(tmp_path, [(SCHOOL, "onderwijs: vo", f"onderwijs: {written}")])
    assert f"Hier hoort {written} bij {kind}: schrijf {kind}." in found and "Bedoel je" not in found


def test_a_text_of_one_character_is_not_called_empty(tmp_path):
    found = told(tmp_path, [(ROUTE, "titel: Praat met de leerling", "titel: K")])
    assert "‘K’ is te kort bij ‘titel’: minstens 2 tekens." in found and "leeg" not in found


@pytest.mark.parametrize(
    "file, old, new, key",
    [
        (ROUTE, GUIDE, GUIDE + "    formulier: x\n", "formulier"),
        (METER, "klasse: A}", "klasse: A, schaal: veilig}", "schaal"),
        (METER, "klasse: A}", "klasse: A, klas: B}", "klas"),
    ],
)
def test_no_advice_that_changes_the_meaning(file, old, new, key, tmp_path):
    found = told(tmp_path, [(file, old, new)])
    assert f"‘{key}’ hoort hier niet. Wat hier kan: " in found and "Bedoel je" not in found


def test_what_keeps_pupils_safe_is_suggested_only_for_a_slip_of_the_pen():
    for key in meant.SAFETY - {"bel", "hulp", "vast"}:
        assert meant.near_key(key[:-1], meant.SAFETY) in (key, ""), key
    assert meant.near_key("signal", meant.SAFETY) == "signaal"
    assert meant.near_key("schaal", [*meant.SAFETY, "tekst"]) == ""


def test_a_loop_by_what_follows_on_a_limit(tmp_path):
    found = told(tmp_path, [(ROUTE, "dan: hulp", "dan: signaal")])
    assert f"{ROUTE}:36: deze stappen gaan eindeloos rond" in found
    assert "De ‘dan’ bij stap ‘klopt’ gaat zelf weer terug." in found and "Zet bij de weg terug" not in found


@pytest.mark.parametrize(
    "text", [LIST.replace("- tekst", "-tekst"), LIST.replace("- tekst", "-tekst").replace("        bron: []\n", "")]
)
def test_a_dash_without_a_space(text, tmp_path):
    found = told(tmp_path, files=[("protocol/lijsten/lijst.yaml", text)])
    assert "hoort een spatie" in found and "streepje" in found and "1 fout" in found


def test_what_comes_after_a_hash_is_lost(tmp_path):
    found = told(tmp_path, files=[("protocol/lijsten/lijst.yaml", LIST.replace("Iets", "Ga naar lokaal # 12"))])
    assert found.startswith("protocol/lijsten/lijst.yaml:10: let op: wat na # staat wordt niet gelezen: ‘# 12’.")
    for fine in ('"Ga naar lokaal # 12"', "Iets # uitleg", "Ga naar lokaal#12"):
        text = LIST.replace("Iets", fine)
        assert told(tmp_path / fine[1:4].strip().replace("#", ""), files=[("protocol/lijsten/lijst.yaml", text)]) == "", fine


def test_an_address_that_is_a_file(tmp_path):
    found = told(tmp_path, files=[("protocol/lijsten/lijst.yaml", LIST.replace("bron: []", "link: plan.pdf"))])
    assert "‘plan.pdf’ kan niet bij ‘link’. Schrijf een adres dat begint met https://." in found


@pytest.mark.parametrize(
    "own, said",
    [
        ("land: nl", "‘vakanties’ ontbreekt"),
        ("land: nl\nvakanties: vlaanderen", "‘vlaanderen’ hoort niet bij land: nl (Nederland). Schrijf hier noord, midden"),
        (
            "land: vl\nonderwijs: secundair\nvakanties: noord",
            "‘noord’ hoort niet bij land: vl (Vlaanderen). Schrijf hier vlaanderen",
        ),
        ("land: vl\nonderwijs: secundair", "geen enkele vakantie voor Vlaanderen"),
    ],
)
def test_what_is_missing_is_told_of_the_file_of_the_school(own, said, tmp_path):
    found = told(tmp_path, files=[(OWN, f"voorbeeld: nee\nnaam: De Linde\n{own}\n")])
    assert said in found and f"{SCHOOL}:" not in found, "the base must not be changed"


def test_a_title_that_no_page_has(tmp_path):
    why = "waarom: De leerling rekent op {de mentor}."
    found = told(tmp_path / "1", [(ROUTE, why, "waarom: Zie de lijst ‘Heel wat anders’.")])
    assert f"{ROUTE}:13: let op: er is geen pagina met de titel ‘Heel wat anders’" in found
    found = told(tmp_path / "2", [(ROUTE, why, "waarom: Zie de pagina ‘Eerste gesprk’.")])
    assert "Bedoel je ‘Eerste gesprek’?" in found
    assert told(tmp_path / "3", [(ROUTE, why, "waarom: Zie de pagina ‘Eerste gesprek’.")]) == ""


def test_parents_in_a_step_without_a_line_for_them(tmp_path):
    role = ("protocol/rollen.yaml", "groep: leerling", "groep: thuis")
    found = told(tmp_path / "1", [role])
    assert f"{ROUTE}:17: let op: bij stap ‘gesprek’ zijn ouders betrokken" in found
    line = (ROUTE, "noteer: [Datum]", "noteer: [Datum]\n    voor_ouders: De school praat met uw kind.")
    assert told(tmp_path / "2", [role, line]) == ""


def test_many_ways_without_an_example_are_one_remark(tmp_path):
    root = make_project(tmp_path)
    text = (root / ROUTE).read_text(encoding="utf-8")
    (root / ROUTE).write_text(text.split("scenarios:")[0], encoding="utf-8")
    problems = check(root)[1]
    ways = {(problem.line, str(problem.what)) for problem in problems}
    assert len(ways) > FEW
    assert (
        report(problems)
        .splitlines()[0]
        .endswith(
            f"{len(ways)} wegen in dit bestand hebben nog geen voorbeeld onder scenarios. Wil je zien welke? "
            "Typ dan: python -m macros.commands.check --alles"
        )
    )
    assert "1 punt om naar te kijken" in report(problems)
    assert report(problems, every=True).count("geen enkel scenario gaat") >= len(ways)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "name, text",
    [
        ("rollen", "rollen:\n  - id: mentor\n    woord:\n      naam: coach\n      lidwoord: de\n      meervoud: coaches\n"),
        ("school", "vakanties: midden\nwoorden:\n  mentor:\n    naam: coach\n    lidwoord: de\n    meervoud: coaches\n"),
    ],
)
def test_a_role_renamed_as_documented_gives_no_remark(name, text, tmp_path):
    root = copy_base(tmp_path / "project")
    (root / "protocol/eigen").mkdir()
    (root / f"protocol/eigen/{name}.yaml").write_text(text, encoding="utf-8")
    assert check(root)[1] == []
