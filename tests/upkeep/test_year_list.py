"""The list of the coordinator for once a year, the people of the school, and facts that go out of date."""

import datetime

import pytest

from macros.checks import ages
from macros.checks.contacts import check_contacts, still_to_fill
from macros.commands.check import main as check_main
from macros.commands.plain_pages import content_for
from macros.commands.yearly import main
from macros.content.model import Content
from macros.load import load
from macros.schema.school import Board
from macros.upkeep.facts import check_facts, facts, links_of_facts, page_lines
from macros.upkeep.year_dates import in_words, school_days, school_year, span
from macros.upkeep.year_list import as_text, year_check
from tests.board_project import BOARD as BOARD_LAYER
from tests.board_project import EAST, add
from tests.places import ROOT
from tests.projects import copy_content, make_project
from widgets.core.names import is_name

TODAY = datetime.date(2026, 11, 21)
LATER = datetime.date(2028, 1, 10)
BOARD = Board(naam="Stichting Voorbeeld", contact="secretaris", telefoon="012-345 67 89", escalatie="Als je er niet uitkomt.")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def content() -> Content:
    return load(ROOT)


def part(content: Content, part_id: str, today: datetime.date = TODAY):
    return next(part for part in year_check(content, ROOT, today) if part.id == part_id)


# ---- people ----


@pytest.mark.parametrize(
    "text, name",
    [
        ("Naam invullen", False),
        ("naam volgt", False),
        ("…", False),
        ("--", False),
        ("n.v.t.", False),
        ("NAAM INVULLEN", False),
        ("A. de Wit", True),
        ("Fatima", True),
        ("Team Blauw", True),
        ("Inge", True),
        ("Van der Naam", True),
        ("xx", False),
        ("nog in te vullen", False),
        ("1984", False),
        ("Xxandra", True),
    ],
)
def test_a_placeholder_is_no_name(text, name):
    assert is_name(text) == name


def test_the_example_may_leave_names_open_and_says_so(content, capsys):
    assert content.school.example and check_contacts(content.school) == []
    assert len(still_to_fill(content.school)) == len(content.school.contacts) + 1
    assert check_main(ROOT) == 0
    shown = capsys.readouterr().out
    assert "Nog te doen" in shown and "protocol/school.yaml:" in shown and "‘bestuur’ ontbreekt" in shown


def test_a_school_may_not_publish_without_names(content):
    content.school.example = False
    found = check_contacts(content.school)
    assert [problem.warning for problem in found] == [False] * len(content.school.contacts) + [True]
    for contact in content.school.contacts:
        contact.name = "A. de Wit"
    (problem,) = check_contacts(content.school)
    assert problem.warning and "bereikt" in problem.message
    content.school.board = BOARD
    assert check_contacts(content.school) == []


# ---- facts ----


def test_facts_of_content_and_pages_have_a_date_a_source_and_a_place(content):
    found = facts(content, ROOT)
    assert found == sorted(found) and len(found) > 100
    for fact in found:
        line = (ROOT / fact.file).read_text(encoding="utf-8").splitlines()[fact.line - 1]
        assert fact.source in line and fact.checked <= ages.today() + datetime.timedelta(days=1), fact
    assert {fact.file.split("/")[0] for fact in found} == {"docs", "protocol"}


@pytest.mark.parametrize("country, school_type, elsewhere", [("nl", "vo", "F-VL"), ("vl", "secundair", "F-NL")])
def test_a_school_checks_the_law_of_its_own_country(country, school_type, elsewhere):
    sources = {fact.source for fact in facts(content_for(ROOT, country, school_type), ROOT)}
    assert [source for source in sources if source.startswith(f"F-{country.upper()}-")]
    assert not [source for source in sources if source.startswith(elsewhere)]


def test_every_number_has_an_address_but_one():
    """Of F-E-16 (a thesis) no full address is known: the list says so."""
    numbers = {
        fact.source
        for kind in (("nl", "vo"), ("nl", "po"), ("nl", "so"), ("vl", "basis"), ("vl", "secundair"))
        for fact in facts(content_for(ROOT, *kind), ROOT)
        if fact.source.startswith("F-")
    }
    known = links_of_facts(ROOT)
    assert numbers - set(known) == {"F-E-16"} and set(known) <= numbers


def test_old_facts_on_pages_are_reported(monkeypatch):
    assert check_facts(ROOT) == []
    monkeypatch.setattr(ages, "today", lambda: LATER)
    monkeypatch.setattr("macros.upkeep.facts.today", lambda: LATER)
    found = check_facts(ROOT)
    assert len(found) > 10 and all(problem.warning and problem.file.startswith("docs/") for problem in found)
    dated = [line for _, _, line, _ in page_lines(ROOT) if "Gelezen in november 2026" in line]
    assert len(found) == len(dated)


def test_a_date_that_does_not_exist_is_reported(tmp_path):
    (tmp_path / "docs").mkdir()
    line = "De school heeft dit nagekeken op 31 februari 2026: [bron](https://x.example/)."
    (tmp_path / "docs/x.md").write_text(f"# X\n\n{line}\n", encoding="utf-8")
    (problem,) = check_facts(tmp_path)
    assert (problem.file, problem.line, problem.warning) == ("docs/x.md", 3, False) and "bestaat niet" in problem.message


def test_a_mistake_in_the_addresses_is_reported(tmp_path):
    root = make_project(tmp_path)
    (root / "protocol/feiten.yaml").write_text("feiten:\n  - nummer: F-XX-01\n    links: []\n", encoding="utf-8")
    assert {problem.line for problem in check_facts(root)} == {2, 3} and links_of_facts(root) == {}


def test_pages_show_only_their_own_country(content):
    dutch = "".join(line for _, _, line, _ in page_lines(ROOT, content.school))
    flemish = "".join(line for _, _, line, _ in page_lines(ROOT, content_for(ROOT, "vl", "basis").school))
    assert "ovsg.be" in flemish and "ovsg.be" not in dutch
    assert "onderwijsgeschillen.nl" in dutch and "onderwijsgeschillen.nl" not in flemish


# ---- dates ----

YEAR = school_year(TODAY)


@pytest.mark.parametrize("today, first", [("2026-06-30", 2025), ("2026-07-01", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026)])
def test_from_july_on_the_next_school_year_counts(today, first):
    assert school_year(day(today)) == (datetime.date(first, 8, 1), datetime.date(first + 1, 7, 31))


@pytest.mark.parametrize(
    "when, first, last",
    [
        ("oktober", "2026-10-01", "2026-10-31"),
        ("oktober of november", "2026-10-01", "2026-11-30"),
        ("Maart of april", "2027-03-01", "2027-04-30"),
        ("februari", "2027-02-01", "2027-02-28"),
        ("juni of juli", "2027-06-01", "2027-07-31"),
        ("augustus of september", "2026-08-01", "2026-09-30"),
        ("september, vierde week", "2026-09-28", "2026-10-02"),
        ("laatste week van januari", "2027-01-25", "2027-01-29"),
    ],
)
def test_months_become_days_of_this_school_year(when, first, last):
    assert span(when, YEAR) == (day(first), day(last))


def test_only_school_days_count():
    assert span("binnen twee weken", YEAR) is None
    assert school_days(day("2026-12-19"), day("2027-01-05"), [["2026-12-19", "2027-01-03"]]) == (
        day("2027-01-04"),
        day("2027-01-05"),
    )
    assert school_days(day("2026-12-19"), day("2026-12-20"), []) is None


@pytest.mark.parametrize(
    "kind, region, when, words",
    [
        (("nl", "vo"), "noord", "oktober", "van 1 oktober 2026 tot en met 30 oktober 2026"),
        (("nl", "vo"), "midden", "juni of juli", "van 1 juni 2027 tot en met 16 juli 2027"),
        (("nl", "vo"), "zuid", "februari", "van 1 februari 2027 tot en met 26 februari 2027"),
        (("vl", "basis"), None, "februari", "van 1 februari 2027 tot en met 26 februari 2027"),
        (("vl", "basis"), None, "juni of juli", "van 1 juni 2027 tot en met 30 juni 2027"),
        (("vl", "basis"), None, "juli", "dan is er geen school"),
        (("nl", "vo"), "midden", "augustus of september", "tot en met 30 september 2026"),
        (("nl", "vo"), "midden", "elke maand", ""),
    ],
)
def test_dates_of_the_school_itself(kind, region, when, words):
    content = content_for(ROOT, *kind)
    content.school.holidays = region
    assert in_words(when, content, TODAY) == words


def test_with_a_known_summer_the_first_school_day_is_known():
    assert in_words("augustus of september", content_for(ROOT, "vl", "basis"), day("2027-09-10")) == (
        "van 1 september 2027 tot en met 30 september 2027"
    )


# ---- the list ----


def test_the_list_holds_all_that_goes_out_of_date(content):
    parts = {part.id: part for part in year_check(content, ROOT, TODAY)}
    assert list(parts) == [
        "namen",
        "bellen",
        "feiten",
        "opzoeken",
        "paginas",
        "vakanties",
        "jaarkalender",
        "vragenlijsten",
        "links",
    ]
    assert len(parts["namen"].items) == 3
    assert len(parts["bellen"].items) == len(content.helplines)
    calendar = [entry for group in content.collections["jaarkalender"].groups for entry in group.entries]
    assert [item.text for item in parts["jaarkalender"].items] == [entry.text for entry in calendar]
    assert any("2026" in detail for item in parts["jaarkalender"].items for detail in item.details)
    named = {address for item in parts["feiten"].items for address in item.addresses}
    assert named and not named & {address for item in parts["links"].items for address in item.addresses}


def test_old_things_say_so_and_the_oldest_come_first(content):
    content.helplines["politie-nl"].read = day("2024-01-01")
    content.collections["maatregelen"].checked = day("2025-02-03")
    first = part(content, "bellen").items[0]
    assert first.text.startswith("Politie") and first.details == [
        "te lang geleden, overgenomen uit een bron zonder jaartal, gelezen in januari 2024, niet gebeld"
    ]
    assert [item.text for item in part(content, "paginas").items] == ["Maatregelen en straf"]
    assert part(content, "feiten").items[0].details[0] == "te lang geleden, bron van 2022, gelezen in februari 2025"


def test_holidays_that_run_out(content):
    content.school.holidays = "noord"
    assert "Nu bekend tot en met 22 augustus 2027." in part(content, "vakanties").items[0].details
    content.school_holidays = []
    assert [item.text for item in part(content, "vakanties").items] == ["Zet de vakanties van regio Noord erbij"]


def test_a_questionnaire_that_was_never_written_down(content):
    assert part(content, "vragenlijsten").items[0].details == ["vastgelegd"]
    content.history = None
    assert "typ make record" in part(content, "vragenlijsten").items[0].details[0]


def test_the_command_prints_boxes_that_fit_a_terminal(capsys):
    assert main(ROOT) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Jaarcheck van ") and sum(line.startswith("   [ ] ") for line in lines) > 100
    assert not [line for line in lines if len(line) > 100 and " " in line.strip().removeprefix("[ ] ")]


def test_an_empty_part_says_that_all_is_well(content):
    for contact in content.school.contacts:
        contact.name = "A. de Wit"
    content.school.board = BOARD
    assert "1. Contacten zonder naam (0)\n   Elk contact heeft een naam." in as_text(
        year_check(content, ROOT, TODAY), "De Linde", TODAY
    )


def test_the_page_shows_the_same_list(site):
    markup = (site / "coordinator/jaarcheck/index.html").read_text(encoding="utf-8")
    for one in year_check(load(ROOT), ROOT, ages.today()):
        assert f'id="{one.id}"' in markup
    assert markup.count("protocol/hulplijnen.yaml:") >= len(load(ROOT).helplines)


def test_the_command_of_a_location(tmp_path, monkeypatch, capsys):
    add(copy_content(tmp_path), {"eigen/school.yaml": BOARD_LAYER, "locaties/oost.yaml": EAST})
    monkeypatch.setenv("LOCATIE", "oost")
    assert main(tmp_path) == 0
    assert capsys.readouterr().out.startswith("Jaarcheck van De Hazelaar, ")
    monkeypatch.setenv("LOCATIE", "oots")
    assert main(tmp_path) == 1
    said = capsys.readouterr().out
    assert said.startswith("LOCATIE klopt niet: ") and "Bedoel je ‘oost’?" in said
