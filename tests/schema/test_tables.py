"""What a field is stands beside the field: what is not said there is a mistake, and what is said reaches all that lean on it."""

import inspect

import pytest

from macros.commands.check import check
from macros.schema import tables
from macros.schema.base import Strict, Text, field
from macros.schema.marks import mark_of
from macros.schema.questionnaire import SCORINGS
from macros.schema.route import Step
from macros.schema.walk import rewritten, selected, texts
from tests.projects import make_project


class Silent(Strict):
    told: Text = field("gezegd", "Een tekst.", translated=False)
    silent: list[Text] = field("verzwegen", "Een tekst waarvan niemand zegt of die wordt vertaald.", [])


def test_a_text_that_does_not_say_whether_it_is_translated_is_refused_with_file_and_line():
    line = inspect.getsourcelines(Silent)[1] + 2
    with pytest.raises(tables.Unlisted, match=rf"test_tables\.py:{line}: .*'verzwegen'"):
        tables.check_listed(Silent)


def test_an_unknown_scoring_rule_is_a_mistake_with_file_and_line(tmp_path):
    root = make_project(tmp_path)
    meter = root / "protocol" / "vragenlijsten" / "meter.yaml"
    lines = meter.read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line.strip().startswith("soort:"))
    indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
    meter.write_text("\n".join([*lines[:place], f"{indent}score: mediaan", *lines[place:]]), encoding="utf-8")
    _, problems = check(root)
    assert [str(problem) for problem in problems if not problem.warning] == [
        f"protocol/vragenlijsten/meter.yaml:{place + 1}: ‘mediaan’ kan niet bij ‘score’. "
        f"Kies uit: {', '.join([*SCORINGS][:-1])} of {[*SCORINGS][-1]}."
    ]


def test_the_tables_hold_what_the_fields_say():
    assert {"titel", "voor_ouders", "antwoorden", "doe"} <= tables.TRANSLATED and not {
        "waarom",
        "hoe",
        "doel",
    } & tables.TRANSLATED
    assert tables.JOINED == {"wanneer", "drempels"} and tables.STEPS == {"naar", "dan", "na", "begin", "einde", "langs"}
    assert {"wie", "met", "informeer", "bron", "gelezen"} <= tables.FREE and not {"hoe", "titel", "wanneer"} & tables.FREE
    assert tables.NAMED_BY["daarna"] == ("naar",) and tables.THINGS["stappen"] == "Stap"
    named = {info.alias for info in Step.model_fields.values() if mark_of(info).names_pages}
    assert {"waarom", "hoe", "let_op", "noteer"} <= named and "titel" not in named


class Leaf(Strict):
    text: Text = field("tekst", "Een tekst.", translated=False)


class Tree(Strict):
    title: Text = field("titel", "Een titel.", translated=False)
    lines: list[Text] = field("regels", "Regels.", [], translated=False)
    leaves: list[Leaf] = field("bladeren", "Delen.", [])
    words: dict[str, Leaf] = field("woorden", "Delen met een naam.", {})


def test_walking_gives_every_text_with_its_place_and_changes_nothing():
    tree = Tree.model_validate(
        {"titel": "a", "regels": ["b", "c"], "bladeren": [{"tekst": "d"}, {"tekst": "e"}], "woorden": {"x": {"tekst": "f"}}}
    )
    before = tree.model_dump()
    assert [(written.place, written.text) for written in texts(tree)] == [
        (("titel",), "a"),
        (("regels", 0), "b"),
        (("regels", 1), "c"),
        (("tekst",), "d"),
        (("tekst",), "e"),
        (("tekst",), "f"),
    ]
    louder = rewritten(tree, lambda written: written.text.upper())
    assert [written.text for written in texts(louder)] == ["A", "B", "C", "D", "E", "F"]
    fewer = selected(tree, lambda part: part.text != "d")
    assert [leaf.text for leaf in fewer.leaves] == ["e"] and tree.model_dump() == before
    assert rewritten(tree, lambda written: written.text) is tree and selected(tree, lambda part: True) is tree
