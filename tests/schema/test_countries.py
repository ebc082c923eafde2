"""A country stands in one table: a third one needs no other change in Python, and one that is not in it is a mistake."""

import json

import pytest

from macros.commands.check import check
from macros.content.calendar import public_holidays
from macros.schema.countries import COUNTRIES, either
from tests.processes import python
from tests.projects import CODE, copied, make_project

TABLE = "macros/schema/countries.py"
LAST = '            {"vlaanderen": "Vlaanderen"},\n            "vlaanderen",\n        ),\n'
# Luxembourg as it might be: no school of it is in this project.
INVENTED = """    Country("lu", "Luxemburg", "nl-LU", "Europe/Luxembourg", ("luxembourg", "Luxembourg"),
            {"lager": "lager onderwijs"}, {"heel": "heel Luxemburg"}, "heel"),
"""
TELL = """
import datetime, json, sys
from pathlib import Path
from macros.commands.check import check
from macros.commands.schemas import json_schemas
from macros.publish.links import Links
from macros.publish.cases import protocol_data
from macros.publish.school_file import school_file_data
from macros.content.calendar import calendar_data
content, problems = check(Path(sys.argv[1]))
data = school_file_data(content)
print(json.dumps({
    "problems": [str(problem) for problem in problems if not problem.warning], "country": content.school.country,
    "zone": protocol_data(content.protocols["voorbeeld"], content, Links("x.md"))["time_zone"],
    "countries": data["countries"], "regions": data["regions"]["lu"],
    "schema": json.loads(json_schemas()["school.json"])["properties"]["land"]["enum"],
    "closed": calendar_data(content, datetime.date(2026, 6, 1))["closed"]}))
"""


def project_in(country: str, school_type: str, tmp_path):
    """The basis of tests/problems, as a school of this kind."""
    root = make_project(tmp_path)
    school = root / "protocol" / "school.yaml"
    lines = [
        line
        for line in school.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("land:", "onderwijs:", "vakanties:"))
    ]
    school.write_text("\n".join([*lines, f"land: {country}", f"onderwijs: {school_type}", ""]), encoding="utf-8")
    return root, len(lines) + 1


def test_a_third_country_is_one_line_in_the_table(tmp_path):
    root, _ = project_in("lu", "lager", tmp_path)
    code = copied(tmp_path / "code", *CODE)
    table = (code / TABLE).read_text(encoding="utf-8")
    assert LAST in table
    (code / TABLE).write_text(table.replace(LAST, LAST + INVENTED), encoding="utf-8")
    done = python("-c", TELL, root, folder=code)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["problems"] == [] and told["country"] == "lu" and told["zone"] == "Europe/Luxembourg"
    assert told["countries"][-1] == ["lu", "Luxemburg"] and told["regions"] == ["heel", "eigen"]
    assert told["schema"] == ["nl", "vl", "lu"]
    assert ["2026-06-23", "2026-06-23"] in told["closed"], "its national day, that no other country here has"


def test_an_unknown_country_is_a_mistake_with_file_and_line(tmp_path):
    root, line = project_in("be", "basis", tmp_path)
    _, problems = check(root)
    assert [str(problem) for problem in problems if not problem.warning] == [
        f"protocol/school.yaml:{line}: ‘be’ kan niet bij ‘land’. Kies uit: nl of vl."
    ]


def test_no_calendar_of_another_country_stands_in():
    with pytest.raises(KeyError):
        public_holidays("be", 2026, 2026)


def test_every_country_is_whole():
    for code, country in COUNTRIES.items():
        assert country.stand_in in country.regions and country.school_types and country.code == code
        assert public_holidays(code, 2026, 2026)


def test_words_with_of():
    assert [either(words) for words in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a of b", "a, b of c"]
