"""Locations of a board: which there are, what they may change, and what the report says of them."""

import pytest

from macros.boards import location as one_location
from macros.boards.location import Job, build_location
from macros.boards.report import Report, as_markdown, as_page, for_all, report_of, summary
from macros.checks import ages
from macros.content.locations import TAKEN, UnknownLocation, chosen_layers, id_problem, layers_of, location_ids
from macros.content.project import LAYERS
from macros.load import load
from tests.board_project import BOARD, EAST, add, add_board
from tests.projects import copy_content


@pytest.fixture
def board(tmp_path):
    return add_board(copy_content(tmp_path))


def content_of(root, location):
    return load(root, layers=layers_of(root, location))


def test_the_locations_of_a_project(board):
    assert location_ids(board) == ["oost", "stuk", "west"]
    add(board, {"locaties/noord/school.yaml": EAST})
    (board / "protocol" / "locaties" / "leeg").mkdir()
    assert location_ids(board) == ["noord", "oost", "stuk", "west"]
    assert content_of(board, "noord").school.name == "De Hazelaar"


def test_without_locations(tmp_path):
    assert location_ids(copy_content(tmp_path)) == []
    with pytest.raises(UnknownLocation, match="Maak eerst protocol/locaties/oost.yaml"):
        layers_of(tmp_path, "oost")


def test_the_environment_chooses(board):
    assert chosen_layers(board, {}) == chosen_layers(board, {"LOCATIE": " "}) == LAYERS
    assert chosen_layers(board, {"LOCATIE": "oost"}) == (*LAYERS, "locaties/oost")
    with pytest.raises(UnknownLocation, match="‘oots’ bestaat niet. Bedoel je ‘oost’"):
        chosen_layers(board, {"LOCATIE": "oots"})
    for outside in ("../eigen", "/etc", "oost/../west"):
        with pytest.raises(UnknownLocation):
            chosen_layers(board, {"LOCATIE": outside})


@pytest.mark.parametrize("name", [*TAKEN, "Oost", "de linde", "oost.west", "-oost", "oöst"])
def test_a_name_that_can_be_no_address(board, name):
    add(board, {f"locaties/{name}.yaml": EAST})
    assert id_problem(name)
    with pytest.raises(UnknownLocation):
        layers_of(board, name)


def test_an_error_is_not_told_in_the_words_of_the_location_before(board, monkeypatch):
    """One worker builds many locations, and MkDocs may have warned during another."""

    def broken(location, content):
        raise RuntimeError("kapot")

    monkeypatch.setattr(one_location.location_report, "report_of", broken)
    monkeypatch.setattr(one_location, "_heard", ["waarschuwing van een andere locatie"])
    (error,) = build_location(Job(board, "oost", board / "site-alles")).report.errors
    assert "kapot" in error and "andere locatie" not in error


def test_a_location_has_its_own_words_contacts_and_rules(board):
    east, west = content_of(board, "oost"), content_of(board, "west")
    assert not east.errors and not west.errors
    assert (east.school.name, west.school.name) == ("De Hazelaar", "De Wilg")
    assert [contact.name for contact in east.school.contacts] == ["Mila Hoek"]
    assert east.school.board.name == west.school.board.name == "Stichting De Linden"
    assert west.vocabulary.replace("de mentor") == "de coach" != east.vocabulary.replace("de mentor")
    titles = [content.protocols["aanbevolen-protocol"].step("eerste-gesprek").title for content in (east, west)]
    assert titles[1] == "Ga rustig zitten met de leerling" != titles[0]


def test_a_location_may_not_loosen_what_is_locked(board):
    add(
        board,
        {
            "locaties/oost/gevaar.yaml": "kort: Kijk het rustig aan.\n",
            "locaties/west/protocollen/aanbevolen-protocol.yaml": "stappen:\n  - id: eerste-gesprek\n"
            "    wanneer:\n      binnen: 3 maanden\n",
        },
    )
    for location, file in (
        ("oost", "protocol/locaties/oost/gevaar.yaml"),
        ("west", "protocol/locaties/west/protocollen/aanbevolen-protocol.yaml"),
    ):
        refused = [problem for problem in content_of(board, location).errors if problem.file == file]
        assert refused, location


def test_with_locations_the_board_must_be_there(board):
    add(board, {"eigen/school.yaml": "voorbeeld: nee\nvakanties: midden\n"})
    content = content_of(board, "oost")
    assert not content.errors and any("‘bestuur’ ontbreekt" in problem.message for problem in content.problems)
    refused = build_location(Job(board, "oost", board / "site-alles")).report
    assert (
        not refused.built
        and refused.errors[0].startswith("protocol/locaties/oost.yaml:")
        and "‘bestuur’ ontbreekt" in refused.errors[0]
    )


@pytest.mark.parametrize("gone", ["naam", "contact", "escalatie"])
def test_a_board_is_complete(board, gone):
    add(board, {"eigen/school.yaml": "\n".join(line for line in BOARD.splitlines() if not line.startswith(f"  {gone}:"))})
    assert any(gone in problem.message for problem in content_of(board, "oost").errors)


def test_the_report_tells_what_is_missing(board):
    east, west = (report_of(location, content_of(board, location)) for location in ("oost", "west"))
    assert east.missing == ()
    assert west.missing == ("website", "nummer of mail bij antipestcoördinator")
    assert "naam bij vertrouwenspersoon" in west.filled
    assert (east.choices, west.choices) == (0, 1)


def test_an_example_is_reported(board):
    add(board, {"eigen/school.yaml": "voorbeeld: ja\n", "locaties/oost.yaml": "plaats: Oosterdam\n"})
    report = report_of("oost", content_of(board, "oost"))
    assert {
        "voorbeeld staat nog op ja",
        "eigen naam",
        "naam bij antipestcoördinator",
        "contact bij het bestuur, en wanneer je daarheen gaat",
    } <= set(report.missing)


def test_the_report_tells_what_is_out_of_date(board, monkeypatch):
    assert report_of("oost", content_of(board, "oost")).old == ()
    later = ages.today().replace(year=ages.today().year + 2)
    monkeypatch.setattr(ages, "today", lambda: later)
    add(
        board,
        {
            "locaties/west/protocollen/aanbevolen-protocol.yaml": f"gecontroleerd: {later.year - 2}-01-05\n"
            "stappen:\n  - id: eerste-gesprek\n    titel: Praat rustig\n"
        },
    )
    reports = [report_of(location, content_of(board, location)) for location in ("oost", "west")]
    shared = for_all(reports)
    assert any("protocol/hulplijnen.yaml" in line for line in shared)
    assert any("laatste vakantie die bekend is" in line for line in shared)
    own = [line for line in reports[1].old if line not in shared]
    assert len(own) == 1 and own[0].startswith("protocol/locaties/west/protocollen/aanbevolen-protocol.yaml:1:")
    assert own[0] in as_markdown(reports, "vandaag") and own[0] in as_page(reports, "vandaag", "")


def test_the_report_has_errors_last_and_escapes_them():
    reports = [
        Report("a", "School A", ("naam",), ("plaats",)),
        Report("b", errors=("<script> klopt | niet",)),
        Report("c", errors=("fout",), kept=True),
    ]
    text = summary(reports)
    assert "ingevuld 1 van 2" in text and text.index("a ") < text.index("2 locaties zijn niet gemaakt:") < text.index("<script>")
    assert "c: de site van de vorige keer staat er nog." in text
    page = as_page(reports, "vandaag", "")
    assert "&lt;script&gt; klopt" in page and "<script>" not in page
    assert "1 van 3 locaties gemaakt." in page
    assert "klopt \\| niet" in as_markdown(reports, "vandaag")


def test_the_board_stands_with_its_role(board):
    from macros.render import parts

    content = content_of(board, "oost")
    assert 'href="tel:0880000001"' in parts.board(content)
    assert "Ga dan naar het bestuur." in parts.roles(content)
    add(board, {"eigen/school.yaml": "voorbeeld: ja\n", "locaties/oost.yaml": EAST})
    assert parts.board(content_of(board, "oost")) == ""
