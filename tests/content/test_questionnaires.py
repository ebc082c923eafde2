"""Questionnaires as data: versions, thresholds, scoring that others publish, drawings, and language for children."""

import datetime
import re
from xml.etree import ElementTree

import pytest

from macros.checks import ages
from macros.commands.record import main
from macros.content import pictograms
from macros.content.questionnaires import FILE, fingerprint, write_history
from macros.load import load
from macros.publish.links import Links
from macros.publish.questionnaires import questionnaire_data
from macros.render.questionnaire import questionnaire_page
from macros.schema.countries import SCHOOL_TYPES
from macros.schema.questionnaire import Limits
from tests import cases_scoring
from tests.loaded import loaded
from tests.places import ROOT
from tests.projects import make_project
from tests.words.readability import measure, words
from widgets.core import scoring, thermometer
from widgets.core.html import to_html

SCHOOLS = [(country, school_type) for country, types in SCHOOL_TYPES.items() for school_type in types]
LOADED = {school: loaded(*school) for school in SCHOOLS}
METER = "protocol/vragenlijsten/meter.yaml"


def data_of(school) -> list[dict]:
    return [questionnaire_data(questionnaire, LOADED[school]) for questionnaire in LOADED[school].questionnaires.values()]


# ---- every kind of school ----


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_school_has_one_questionnaire_for_the_ballot_box(school):
    (data,) = data_of(school)
    assert data["ballot"] and data["number"] == (1 if school[1] in ("vo", "secundair") else 2)
    assert data["background"] == [] and data["limits"] == {
        "section": 5,
        "item": 10,
        "sensitive": 20,
        "background": 10,
        "cell": 3,
        "delta": 5,
    }
    assert 18 <= sum(len(section["items"]) for section in data["sections"]) <= 50
    for section in data["sections"]:
        assert len(section["labels"]) == 6 and 1 <= section["minimum"] <= len(section["items"])
        assert len(section["talk"]["questions"]) == 3 and section["talk"]["do"]
        for item in section["items"]:
            if item["class"] == "C":
                assert data["help"][item["help"]]
    assert not re.search(r"\{[A-Za-z]", str([section["items"] for section in data["sections"]])), "a placeholder was left"


@pytest.mark.parametrize("school", SCHOOLS)
def test_help_after_the_questions_is_for_children_where_children_answer(school):
    (data,) = data_of(school)
    names = [line["name"] for group in data["help_groups"] for line in data["help"][group]]
    assert ("Awel" in names) == (school[0] == "vl") and ("De Kindertelefoon" in names) == (school[0] == "nl")
    if data["number"] == 2:
        assert data["help_groups"] == ["kinderen", "zelfdoding"] and len(names) == 2


# ---- versions ----


def test_the_fingerprint_is_the_same_for_every_school():
    for number in (1, 2):
        found = {data["fingerprint"] for school in SCHOOLS for data in data_of(school) if data["number"] == number}
        assert len(found) == 1 and 0 < found.pop() < 2**30


@pytest.mark.parametrize(
    "old, new, changes",
    [
        ("in de klas", "in onze klas", True),
        ("periode: de afgelopen maand", "periode: deze week", True),
        ("nooit, zelden", "nooit, bijna nooit", True),
        ("titel: Ik voel me veilig", "titel: Ik ben veilig", True),
        ("Je mag vragen overslaan.", "Sla over wat je wilt.", True),
        ("Pesten gebeurt vaker.", "Pesten is vaker.", True),
        (
            "- {id: gang, tekst: op de gang, klasse: A}\n      - {id: plein, tekst: op het plein, klasse: A}",
            "- {id: plein, tekst: op het plein, klasse: A}\n      - {id: gang, tekst: op de gang, klasse: A}",
            True,
        ),
        ("id: klas,", "id: lokaal,", True),
        ("richting: hoog-is-goed", "uitleg: Kies.\n    richting: hoog-is-goed", True),
        ("advies: [Praat met iemand.,", "advies: [Praat met wie je wilt.,", False),
        ("Dit is geen test.", "Klaar.", False),
        ("bij: 0", "bij: 1", False),
        ("kort: Een korte vragenlijst.", "kort: Een lijst.", False),
    ],
)
def test_the_fingerprint_changes_with_what_a_pupil_reads_before_answering(tmp_path, old, new, changes):
    def meter(root):
        return fingerprint(load(root).questionnaires["meter"])

    make_project(tmp_path)
    before = meter(tmp_path / "project")
    text = (tmp_path / "project" / METER).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / "project" / METER).write_text(text.replace(old, new), encoding="utf-8")
    assert (meter(tmp_path / "project") != before) == changes


def test_the_record_holds_every_version_and_stays(tmp_path, capsys):
    root = make_project(tmp_path)
    record = root / "protocol" / f"{FILE}.yaml"
    assert main(root) == 0 and load(root).problems == []
    first = record.read_text(encoding="utf-8")
    assert main(root) == 0 and record.read_text(encoding="utf-8") == first
    text = (root / METER).read_text(encoding="utf-8")
    (root / METER).write_text(text.replace("de afgelopen maand", "deze week"), encoding="utf-8")
    assert main(root) == 1 and "maak hier 2 van" in capsys.readouterr().out
    assert record.read_text(encoding="utf-8") == first, "what was used is never written over"
    (root / METER).write_text(text.replace("de afgelopen maand", "deze week").replace("hoofd: 1", "hoofd: 2"), encoding="utf-8")
    assert main(root) == 0 and load(root).problems == []
    assert record.read_text(encoding="utf-8").startswith(first) and "hoofd: 2" in record.read_text(encoding="utf-8")


def test_a_broken_file_is_told_and_nothing_is_recorded_of_it(tmp_path):
    root = make_project(tmp_path, "verkeerd-ingesprongen")
    (root / METER).write_text("id: [\n", encoding="utf-8")
    assert write_history(root)
    assert not (root / "protocol" / f"{FILE}.yaml").exists()


def test_the_record_of_the_project_is_up_to_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))
    for content in LOADED.values():
        for questionnaire in content.questionnaires.values():
            known = [
                version
                for version in content.history.versions
                if (version.number, version.major) == (questionnaire.number, questionnaire.version.major)
            ]
            assert [version.fingerprint for version in known] == [fingerprint(questionnaire)]


# ---- thresholds ----


@pytest.mark.parametrize("key, name", [(info.alias, name) for name, info in Limits.model_fields.items()])
def test_a_threshold_can_be_raised_and_never_lowered(tmp_path, key, name):
    lowest = getattr(Limits(), name)
    for value, allowed in ((lowest + 20, True), (lowest - 1, False)):
        root = make_project(tmp_path / str(value))
        text = (root / METER).read_text(encoding="utf-8")
        higher = "".join(
            f"\n  {other}: {value}" for other in {"section": ["gevoelig", "vraag"], "item": ["gevoelig"]}.get(name, [])
        )
        (root / METER).write_text(text + f"drempels:\n  {key}: {value}{higher if allowed else ''}\n", encoding="utf-8")
        content = load(root)
        lines = [str(problem) for problem in content.problems]
        line = len(text.splitlines()) + 2
        assert lines == ([] if allowed else [f"{METER}:{line}: ‘{value}’ is te laag bij ‘{key}’: minstens {lowest}."])
        if allowed:
            assert questionnaire_data(content.questionnaires["meter"], content)["limits"][name] == value


# ---- a questionnaire as others publish it ----


def test_reversed_items_sums_and_prorating():
    sums, means, highest, counts = cases_scoring.published()["sections"]
    full = scoring.score_section(sums, cases_scoring.answered("s", (2, 0, 2, 0, 2)))
    assert full["sum"] == 10 == scoring.most(sums) and scoring.percent(sums, full) == 100 and full["band"] == 2
    three_of_five = scoring.score_section(sums, cases_scoring.answered("s", (2, 0, None, None, 1)))
    assert three_of_five["sum"] == 8, "2 + 2 + 1 over three items, made up to five: 8.3"
    assert not scoring.score_section(sums, cases_scoring.answered("s", (2, 0)))["enough"]
    assert scoring.score_section(means, cases_scoring.answered("m", (4, 4, 4, 4, None, None, None, 0)))["tenths"] == 40
    assert not scoring.score_section(means, cases_scoring.answered("m", (3, 3, 3)))["enough"]
    assert scoring.value_of(scoring.score_section(highest, cases_scoring.answered("h", (0, 3, 1)))) == 3
    assert scoring.value_of(scoring.score_section(counts, cases_scoring.answered("c", (0, 1, 2)))) == 2


def test_a_published_questionnaire_is_written_as_data(tmp_path):
    """Five answers, a reversed item, a sum with a minimum: only YAML, and no error."""
    root = make_project(tmp_path)
    text = (root / METER).read_text(encoding="utf-8")
    text = text.replace("versie:", "stembus: nee\nversie:").replace(", meestal, altijd]", ", altijd]")
    text = text.replace("soort: schaal", "soort: schaal\n    score: som\n    minimaal: 2")
    text = text.replace("{id: gang, tekst: op de gang,", "{id: gang, tekst: op de gang, omgekeerd: ja,")
    (root / METER).write_text(text, encoding="utf-8")
    content = load(root)
    assert content.problems == []
    data = questionnaire_data(content.questionnaires["meter"], content)
    section = data["sections"][0]
    assert not data["ballot"] and len(section["labels"]) == 5
    score = scoring.score_section(section, {"klas": 4, "gang": 1})
    assert scoring.value_of(score) == 11, "4 + 3 over two, made up to three: 10.5"
    html = to_html(thermometer.view(data, {"at": 4, "answers": {"klas": 4, "gang": 1}, "news": "", "idle": False}))
    assert "Samen: 11 van de 12." in html and "Overgeslagen: 1 van de 3 vragen." in html


# ---- drawings ----


def test_every_drawing_is_used_and_plain():
    used = {name for school in SCHOOLS for data in data_of(school) for name in data["pictures"]}
    assert used == set(pictograms.picture_names(ROOT)) and len(used) >= 30
    for name in used:
        assert pictograms.shapes(name, ROOT), name


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        '<path d="M0 0" onclick="x"/>',
        "<text>x</text>",
        '<g><path d="M0 0"/></g>',
        '<path d="M0 0" style="x"/>',
        '<image href="x"/>',
    ],
)
def test_a_drawing_with_more_than_shapes_is_refused(tmp_path, inside):
    (tmp_path / pictograms.FOLDER).mkdir(parents=True)
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{inside}</svg>'
    (tmp_path / pictograms.FOLDER / "a.svg").write_text(drawing)
    with pytest.raises(ValueError, match="a.svg"):
        pictograms.shapes("a", tmp_path)


@pytest.mark.parametrize("school", SCHOOLS)
def test_screen_and_paper_show_the_same_questions_with_their_drawings(school):
    content = LOADED[school]
    (questionnaire,) = content.questionnaires.values()
    page = questionnaire_page(questionnaire, content, Links(f"vragenlijsten/{questionnaire.id}.md"))
    paper = ElementTree.fromstring(re.search(r"<details class=\"paper\">.*</details>", page, re.DOTALL).group(0))
    (data,) = data_of(school)
    rows = paper.findall(".//tbody/tr")
    items = [(section, item) for section in data["sections"] for item in section["items"]]
    assert len(rows) == len(items)
    children = data["number"] == 2
    choices = 4 if children else 6
    for row, (section, item) in zip(rows, items):
        assert "".join(row.find("th").itertext()).strip() == item["text"]
        assert len(row.findall("td")) == choices and len(section["labels"]) == 6
        assert (row.find("th/svg") is not None) == bool(item["picture"]) == children
    for table, section in zip(paper.findall(".//table"), data["sections"]):
        assert len(table.findall("thead//svg")) == (choices if children else 0)
    first = to_html(thermometer.view(data, thermometer.init(data)))
    assert first.count("<svg") == (5 if children else 0) and first.count('type="radio"') == choices
    assert "data-aloud" in first, "read aloud for everybody"


# ---- language for children of nine ----


@pytest.mark.parametrize("school", [school for school in SCHOOLS if school[1] not in ("vo", "secundair")])
def test_what_children_read_is_easy(school):
    (questionnaire,) = LOADED[school].questionnaires.values()
    texts = [*questionnaire.intro, *questionnaire.definition, *questionnaire.closing]
    for section in questionnaire.sections:
        texts += [section.explanation or "", *section.advice]
        for item in section.items:
            start = section.title.rstrip(" …") + " " if section.title.endswith("…") else ""
            texts.append(start + item.text)
    reading = measure(texts)
    assert reading.score >= 90, reading.score
    assert reading.words_per_sentence <= 8, reading.words_per_sentence
    assert len(words(reading.longest)) <= 15, reading.longest
