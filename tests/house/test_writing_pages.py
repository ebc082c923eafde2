"""Everything that docs/schrijven lets somebody type does what the page says: right examples load, mistakes give their report.

The last line above a block of code says what it is (see KINDS); a block without such a line fails the test. Reports are
compared to the letter, line numbers included.
"""

import datetime
import re
from pathlib import Path

import pytest

from macros.checks import ages
from macros.commands.check import check
from macros.schema.route import Step
from macros.schema.validate import validate
from macros.source.problems import report
from macros.source.reader import Document, read
from tests.places import ROOT
from tests.projects import copy_base

PAGES = ROOT / "docs" / "schrijven"
COURSE = PAGES / "cursus.md"
COURSE_FILE = "protocol/eigen/protocollen/ons-plan.yaml"
# The pages about a school's own layer and about translating have tests beside those of the layer and of the languages.
ELSEWHERE = {"eigen-laag.md", "talen.md"}
# End of the line above a block -> what the block is.
KINDS = {
    "Het bestand is nu:": "whole",
    "Typ dit erbij:": "piece",
    "Daar staat nu:": "piece",
    "Verander deze regel:": "old",
    "Maak er dit van:": "new",
    "Haal deze regels weg:": "gone",
    "Je krijgt:": "report",
    "Typ:": "command",
    "venster voor de controle:": "command",
    "een stap:": "step",
    "Daar staat dan:": "school",
}
BLOCK = re.compile(r"^```[a-z]*\n(.*?\n)```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path) -> list[tuple[int, str, str]]:
    """(line, kind or "", text) of every block of code on a page."""
    text = path.read_text(encoding="utf-8")
    found = []
    for match in BLOCK.finditer(text):
        above = text[: match.start()].strip().splitlines()[-1]
        kind = next((kind for end, kind in KINDS.items() if above.endswith(end)), "")
        found.append((text[: match.start()].count("\n") + 1, kind, match.group(1)))
    return found


def pages() -> list[Path]:
    return [path for path in sorted(PAGES.glob("*.md")) if path.name not in ELSEWHERE]


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """The content of the project with an empty layer."""
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))
    copy_base(tmp_path, languages=False)
    (tmp_path / COURSE_FILE).parent.mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("page", pages(), ids=lambda path: path.name)
def test_every_block_says_what_it_is(page):
    assert [line for line, kind, _ in blocks(page) if not kind] == [], f"{page}: see KINDS in this test"


def test_the_course_does_what_it_says(project):
    path, current, changed, reports, mistakes = project / COURSE_FILE, "", "", 0, 0
    for line, kind, text in blocks(COURSE):
        where = f"cursus.md:{line}"
        if kind == "whole":
            current = changed = text
            path.write_text(current, encoding="utf-8")
            wrong = [
                problem for problem in check(project)[1] if not problem.warning or "geen enkel scenario" not in problem.message
            ]
            assert wrong == [], where
        elif kind in ("old", "gone"):
            assert current.count(text) == 1, f"{where}: stands {current.count(text)} times in the file"
            changed = current.replace(text, "")
            path.write_text(changed, encoding="utf-8")
            mistakes += 1
            old = text
        elif kind == "new":
            path.write_text(current.replace(old, text), encoding="utf-8")
        elif kind == "report":
            assert report(check(project)[1]) == text.rstrip("\n"), where
            path.write_text(current, encoding="utf-8")
            reports += 1
    assert mistakes >= 6 and reports > mistakes, "a mistake without its report"
    assert report(check(project)[1]) == "", "the last file has nothing to look at"
    (project / "protocol/eigen/school.yaml").write_text(
        next(text for _, kind, text in blocks(COURSE) if kind == "school"), encoding="utf-8"
    )
    content, problems = check(project)
    assert problems == [] and content.school.protocol == "ons-plan" and content.protocols["ons-plan"].steps[0].id == "melding"


def test_what_you_type_in_a_lesson_stands_in_its_file():
    """Each piece stands, as it is, in the file that the lesson shows next; what it changes was in the one before."""
    found = blocks(COURSE)
    for number, (line, kind, text) in enumerate(found):
        if kind == "piece":
            whole = next(text for _, kind, text in found[number:] if kind == "whole")
            assert text in whole, f"cursus.md:{line}"


def test_commands_exist():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for page in pages():
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"`make ([a-z]+)", text) + [
            match for _, kind, block in blocks(page) if kind == "command" for match in re.findall(r"make ([a-z]+)", block)
        ]
        assert set(named) <= set(targets), page


def test_loose_steps_are_right(tmp_path):
    found = [(page, text) for page in pages() for _, kind, text in blocks(page) if kind == "step"]
    assert found
    for page, text in found:
        (tmp_path / "stap.yaml").write_text(text, encoding="utf-8")
        document = read(tmp_path / "stap.yaml", tmp_path)
        for step in document.root.value:
            alone = Document("stap.yaml", step)
            assert validate(alone, Step) and alone.problems == [] and document.problems == [], page
