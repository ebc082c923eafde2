"""Traceability: every fact of the sources stands in the content or has a reason, and every number exists."""

import re
from pathlib import Path

import pytest

from macros.commands.sources import main
from macros.publish.links import Links
from macros.render.sources import provenance
from macros.schema.countries import SCHOOL_TYPES
from macros.schema.provenance import expand
from macros.upkeep.sources import coverage
from tests.loaded import loaded
from tests.places import ROOT
from tests.projects import copied

# Facts per source and per kind, counted by hand in the sources.
PER_SOURCE = {"S1": 108, "S2": 220, "S3": 327, "S4": 30, "S5": 23, "X": 22}
PER_KIND = {
    "AIM": 40,
    "DEF": 15,
    "FORM": 49,
    "SIG": 36,
    "ROLE": 37,
    "GRP": 6,
    "STEP": 62,
    "NODE": 35,
    "EDGE": 40,
    "CONV": 132,
    "TIP": 11,
    "RULE": 22,
    "AGR": 20,
    "SANC": 21,
    "PREV": 42,
    "SUP": 4,
    "TH": 19,
    "ANA": 7,
    "CASE": 6,
    "RES": 7,
    "VER": 9,
    "REF": 3,
    "AMB": 85,
    "X": 22,
}
SCHOOLS = [(country, school_type) for country, types in SCHOOL_TYPES.items() for school_type in types]


@pytest.fixture(scope="module")
def found():
    return coverage(ROOT)


def totals(found, position: int) -> dict[str, int]:
    sums: dict[str, int] = {}
    for group, count in found.counts().items():
        sums[group[position]] = sums.get(group[position], 0) + count.total
    return sums


def test_there_are_730_facts(found):
    ids = [fact.id for fact in found.facts]
    assert len(ids) == len(set(ids)) == 730
    assert totals(found, 0) == PER_SOURCE
    assert totals(found, 1) == PER_KIND


def test_every_fact_stands_somewhere_or_has_a_reason(found):
    assert found.missing == []
    assert all(reason.strip() for reason in found.reasons.values())


def test_every_number_in_the_content_exists(found):
    assert found.problems == []


def test_places_are_right(found):
    for fact_id, places in found.places.items():
        for place in places:
            line = (ROOT / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
            assert re.search(rf"(?<![\w-]){fact_id}(?![\w-])", line), f"{fact_id} {place}: {line}"


def test_every_mistake_of_the_sources_has_one_answer(found):
    repaired = [fact_id for theme in found.provenance.themes for repair in theme.repairs for fact_id in repair.facts]
    assert sorted(repaired) == sorted(fact.id for fact in found.facts if fact.kind == "AMB")


def project_with(tmp_path: Path, change) -> Path:
    """A copy of the content, with one file changed: change(folder)."""
    copied(tmp_path, "protocol")
    change(tmp_path / "protocol")
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_lost_fact_is_found(tmp_path, capsys):
    root = project_with(tmp_path, lambda folder: replace(folder / "lijsten" / "vormen.yaml", "[S3-FORM-01]", "[F-C-01]"))
    assert coverage(root).missing == ["S3-FORM-01"]
    assert main(root) == 1
    assert "S3-FORM-01: NERGENS" in capsys.readouterr().out


def test_a_number_that_does_not_exist_is_found(tmp_path, capsys):
    root = project_with(
        tmp_path, lambda folder: replace(folder / "lijsten" / "vormen.yaml", "[S3-FORM-01]", "[S3-FORM-01, S3-FORM-99]")
    )
    (problem,) = coverage(root).problems
    assert problem.file == "protocol/lijsten/vormen.yaml" and "S3-FORM-99" in problem.message
    assert main(root) == 1
    assert str(problem) in capsys.readouterr().out


@pytest.mark.parametrize(
    "old, new",
    [
        ("{soort: SIG, nummers: ['01-12']}", "{soort: SIG, nummers: ['12-01']}"),
        ("{soort: SIG, nummers: ['01-12']}", "{soort: SIG, nummers: ['01-12', '12']}"),
        ("{soort: SIG, nummers: ['01-12']}", "{soort: ZIG, nummers: ['01-12']}"),
        ("nummers: [S1-AMB-06]", "nummers: [S1-AMB-99]"),
    ],
)
def test_a_mistake_in_the_list_itself_is_found(tmp_path, old, new):
    root = project_with(tmp_path, lambda folder: replace(folder / "herkomst.yaml", old, new))
    lines = (root / "protocol" / "herkomst.yaml").read_text(encoding="utf-8").splitlines()
    problems = [problem for problem in coverage(root).problems if problem.file == "protocol/herkomst.yaml"]
    assert problems and all(1 <= problem.line <= len(lines) for problem in problems)


def test_a_list_that_is_gone_is_told(tmp_path):
    root = project_with(tmp_path, lambda folder: (folder / "herkomst.yaml").unlink())
    assert "ontbreekt" in coverage(root).problems[0].message
    assert main(root) == 1


def test_ranges():
    assert expand("08-11") == ["08", "09", "10", "11"]
    assert expand("A1-A3") == ["A1", "A2", "A3"]
    assert expand("07a") == ["07a"] and expand("B1e") == ["B1e"]


def test_the_whole_list_is_printed(capsys):
    assert main(ROOT) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if re.match(r"(S\d-[A-Z]+\d*-\w+|X-\d\d): protocol/", line)]) == 730
    assert lines[-1] == "Samen: 730 feiten, 0 nergens."


# ---- the page ----


@pytest.mark.parametrize("country, school_type", SCHOOLS)
def test_the_page_links_only_to_pages_of_this_school(found, country, school_type):
    content = loaded(country, school_type)
    html = provenance(found, content, Links("over/verantwoording.md"))
    made = {"begrippen", "rollen", "hulplijnen", "nu-gevaar"}
    for folder, pages in (
        ("protocollen", content.protocols),
        ("wegwijzers", content.wayfinders),
        ("lijsten", content.collections),
        ("gesprekken", content.guides),
        ("vragenlijsten", content.questionnaires),
    ):
        made |= {f"{folder}/{name}" for name in pages}
    linked = {re.fullmatch(r"\.\./\.\./(.+)/", href).group(1) for href in re.findall(r'href="([^"]+)"', html)}
    assert linked <= made and len(linked) > 20
    assert not re.search(r"[{}](?! *#)", re.sub(r"\{ #[a-z0-9-]+ \}", "", html)), "a placeholder was left"


def test_the_page_tells_every_choice(found):
    html = provenance(found, loaded(), Links("over/verantwoording.md"))
    texts = [item.choice for item in found.provenance.contradictions]
    texts += [repair.choice for theme in found.provenance.themes for repair in theme.repairs]
    texts += [item.reason for item in found.provenance.departures]
    assert len(texts) > 80
    for text in texts:
        assert text in html
