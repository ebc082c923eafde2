"""The school file made in the browser: the same verdict as the build, and text that every reader reads the same."""

import string
from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.checks import all, calendar
from macros.content import locations
from macros.publish.school_file import school_file_data
from macros.schema.countries import COUNTRIES, SCHOOL_TYPES
from macros.schema.school import School
from macros.schema.validate import _remember_places, _written_path
from macros.source.problems import Problem, Told
from macros.source.reader import Document, hidden_character, read
from macros.source.tree import tree
from tests.loaded import loaded
from tests.places import ROOT
from widgets.core import plain_yaml, school_file, school_rules, school_text
from widgets.core.invisible import is_invisible

CONTENT = {
    (country, school_type): loaded(country, school_type) for country, types in SCHOOL_TYPES.items() for school_type in types
}
DATA = school_file_data(loaded())
GOOD = {
    "voorbeeld": "nee",
    "naam": "De Vlinder",
    "land": "nl",
    "onderwijs": "vo",
    "protocol": "aanbevolen-protocol",
    "snel_weg": "https://nl.wikipedia.org/",
    "vakanties": "midden",
    "contact": [{"rol": "coordinator", "naam": "A. de Wit"}],
}


# ---- the verdict ----


def build_verdict(school: dict) -> tuple[str, set[tuple]]:
    """Which part of the build refuses this value, and where: ("shape" or "content", paths)."""
    hidden = {path for path, text in _texts(school, ()) if hidden_character(text)}
    try:
        typed = School.model_validate(school)
    except ValidationError as error:
        return "shape", hidden | {_written_path(school, detail["loc"]) for detail in error.errors()}
    if hidden:
        return "shape", hidden
    _remember_places(typed, Document("school.yaml", tree(school, "school.yaml")), ())
    places = []
    document = typed._document

    def noted(path: tuple, message: Told, warning: bool = False) -> Problem:
        if not warning:  # the form refuses nothing for a warning
            places.append(path)
        return Problem(document.file, 1, message, warning)

    document.problem = noted
    if typed.school_type not in SCHOOL_TYPES[typed.country]:
        all.check_school_type(typed)
        return "content", set(places)
    content = replace(CONTENT[typed.country, typed.school_type], school=typed, school_holidays=[])
    for holiday_check in (all._check_school, lambda whole: calendar._check_region(whole.school)):
        holiday_check(content)
    for number, free in enumerate(typed.free_days):
        if free.last and free.last < free.first:
            places.append(("vrije_dagen", number, "tot"))
    places += [("woorden", word) for word in typed.words if word not in content.roles and word not in content.words]
    return "content", set(places)


def _texts(value, path: tuple) -> Iterator[tuple[tuple, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
    for key, inside in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []:
        yield from _texts(inside, (*path, key))


def core_verdict(school: dict) -> tuple[str, set[tuple]]:
    shape = {tuple(wrong["path"]) for wrong in school_rules.shape_mistakes(school)}
    if shape:
        return "shape", shape
    return "content", {tuple(wrong["path"]) for wrong in school_rules.content_mistakes(DATA, school)}


ODD = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "x",
            "ab",
            "\u2003\u2003",
            "a" * 120,
            "a" * 121,
            "2026-02-30",
            "02-29",
            "W01-1",
            "a@b.c",
            "112",
            "+",
            "https://",
            "https://a b",
            "Ja",
            "ja\n",
            "é😀",
            "null",
        ]
    ),
    st.text(alphabet=string.printable + "é😀\u00a0\u2028", max_size=8),
    st.lists(st.just("x"), max_size=1),
    st.dictionaries(st.sampled_from(["naam", "x"]), st.just("y"), max_size=1),
)
TITLES = ("De Vlinder", "Bo", " Foto's ", "a: b # c", "1984", "É 😀", "null")
KINDS = [
    (country, school_type, region)
    for country, types in SCHOOL_TYPES.items()
    for school_type in types
    for region in COUNTRIES[country].region_codes
]


def schools(right: bool) -> st.SearchStrategy:
    """School files: all of them right, or mostly with values that are right somewhere and now and then something else."""

    def of(*good: str, elsewhere: tuple = ()) -> st.SearchStrategy:
        return st.sampled_from(good) if right else st.one_of(*[st.sampled_from(good + elsewhere)] * 24, ODD)

    titles, last = of(*TITLES), ("2027-03-12", "2027-03-15")
    people = of("Bo", " Foto's ", "a: b # c", "null", elsewhere=("1984", "É 😀", "Naam invullen"))
    contact = st.fixed_dictionaries(
        {"rol": of("coordinator", "mentor", "vertrouwenspersoon", elsewhere=("metnor",)), "naam": people},
        optional={
            "telefoon": of("010 123 45 67", "+31 (0)6-12", "112"),
            "mail": of("a@b.nl", "a.b@c.d.be"),
            "waar": titles,
            "vervanger": people,
        }
        if right
        else {
            "telefoon": of("010 123 45 67"),
            "mail": of("a@b.nl"),
            "waar": titles,
            "vervanger": people,
            "vervanger_telefoon": of("010 123 45 67", elsewhere=("x",)),
        },
    )
    free = st.fixed_dictionaries(
        {"naam": titles, "van": of("2026-11-21", "1969-01-01", elsewhere=last)}, optional={"tot": of(*last)}
    )
    board = st.fixed_dictionaries(
        {"naam": titles, "contact": titles, "escalatie": of("Ga naar het bestuur.", "x")},
        optional={"telefoon": of("010 123 45 67"), "mail": of("a@b.nl")},
    )
    words = st.dictionaries(
        st.sampled_from(["mentor", "school"] if right else ["mentor", "school", "metnor", "a-", "Mentor"]),
        st.fixed_dictionaries({"naam": titles}, optional={"lidwoord": of("de", "het"), "meervoud": titles}),
        max_size=2,
    )
    contacts = st.lists(contact, min_size=1 if right else 0, max_size=3)

    def whole(kind: tuple, values: dict, shift: dict) -> dict:
        found = dict(zip(("land", "onderwijs", "vakanties"), kind), **values)
        return found if right else {**found, **shift}

    fields = st.fixed_dictionaries(
        {
            "voorbeeld": of("ja", "nee"),
            "naam": titles,
            "snel_weg": of("https://nl.wikipedia.org/", "https://x#y"),
            "contact": contacts,
            "protocol": of(
                "aanbevolen-protocol", elsewhere=("zes-stappen", "plagen-en-steungroep", "nul-tot-zeven", "zes-stapen")
            ),
        },
        optional={
            "plaats": titles,
            "bewaren": of("ja", "nee"),
            "uitleg_voor_makers": of("ja", "nee"),
            "bestuur": board,
            "website": of("https://school.example/"),
            "vrije_dagen": st.lists(free, max_size=2),
            "woorden": words,
            "trimesters": st.lists(of("12-01", "03-15"), min_size=1, max_size=3),
            "vergaderingen": st.lists(of("2027-01-12", "2028-02-29"), min_size=1, max_size=3),
        },
    )
    shift = st.fixed_dictionaries(
        {},
        optional={
            "land": of("nl", "vl"),
            "onderwijs": of("po", "so", "vo", "basis", "secundair"),
            "vakanties": of("noord", "midden", "zuid", "vlaanderen", "eigen"),
        },
    )
    return st.builds(whole, st.sampled_from(KINDS), fields, shift)


@settings(max_examples=500)
@given(
    schools(right=False), st.sampled_from(["", "", "", "", *school_rules.KEYS]), st.sampled_from(["", "", "", "", "directeur"])
)
def test_the_form_and_the_build_agree(school, gone, extra):
    school = {**{key: value for key, value in school.items() if key != gone}, **({extra: "x"} if extra else {})}
    assert core_verdict(school) == build_verdict(school)


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, ("content", set())),
        ({"naam": ""}, ("shape", {("naam",)})),
        ({"protocol": "plagen-en-steungroep"}, ("content", {("protocol",)})),
        ({"land": "vl"}, ("content", {("onderwijs",), ("vakanties",)})),
        ({"vakanties": "vlaanderen"}, ("content", {("vakanties",)})),
        ({"trimesters": ["W01-1"]}, ("shape", {("trimesters", 0)})),
        ({"vergaderingen": ["2027-02-29", "2027-01-12", "12-01"]}, ("shape", {("vergaderingen", 0), ("vergaderingen", 2)})),
        ({"contact": []}, ("shape", {("contact",)})),
        ({"contact": [{"rol": "metnor", "naam": "Bo"}]}, ("content", {("contact", 0, "rol")})),
        ({"voorbeeld": "nee", "contact": [{"rol": "mentor", "naam": "1984"}]}, ("content", {("contact", 0, "naam")})),
        (
            {"contact": [{"rol": "mentor", "naam": "Bo", "vervanger": "Sam", "vervanger_telefoon": "010 123 45 67"}]},
            ("content", set()),
        ),
        (
            {"contact": [{"rol": "mentor", "naam": "Bo", "vervanger_telefoon": "010 123 45 67"}]},
            ("content", {("contact", 0, "vervanger_telefoon")}),
        ),
        (
            {"voorbeeld": "nee", "contact": [{"rol": "mentor", "naam": "Bo", "vervanger": "n.v.t."}]},
            ("content", {("contact", 0, "vervanger")}),
        ),
        ({"directeur": "x"}, ("shape", {("directeur",)})),
    ],
)
def test_verdicts_by_hand(changes, expected):
    """So that the two cannot agree by both saying nothing."""
    assert core_verdict({**GOOD, **changes}) == expected


def test_the_form_knows_every_field():
    assert set(school_rules.KEYS) == {info.alias for info in School.model_fields.values()}
    assert set(school_file.FILLED) | {
        "voorbeeld",
        "vrije_dagen",
        "trimesters",
        "vergaderingen",
        "contact",
        "woorden",
        "plaats",
        "bewaren",
        "uitleg_voor_makers",
        "bestuur",
    } == set(school_rules.KEYS)


# ---- the text ----

LINE = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffd").filter(
        lambda character: not is_invisible(character)
    ),
    max_size=20,
)
ONE = st.one_of(
    LINE,
    st.sampled_from(
        [
            "ja",
            "null",
            "~",
            "'",
            '"',
            "#",
            "a # b",
            "a: b",
            ":",
            "-",
            "- x",
            "{a}",
            "[a]",
            "*a",
            "&a",
            "!a",
            "x'",
            "%",
            "@",
            "1e3",
            "0x1",
            "2026-11-21",
            "Yes",
            "off",
            "\\",
            "a\\n",
            "=",
            "?",
            "a:",
            " a",
            "a ",
        ]
    ),
)
KEY = st.from_regex(r"\A[A-Za-z_][A-Za-z0-9_-]{0,12}\Z")
TREE = st.recursive(
    ONE,
    lambda inside: st.one_of(
        st.dictionaries(KEY, inside, max_size=3),
        st.lists(st.one_of(ONE, st.dictionaries(KEY, inside, min_size=1, max_size=3)), max_size=3),
    ),
    max_leaves=8,
)


def safe_values(value):
    """What YAML itself makes of it, with dates as they were written."""
    if isinstance(value, dict):
        return {key: safe_values(inside) for key, inside in value.items()}
    return (
        [safe_values(item) for item in value]
        if isinstance(value, list)
        else value
        if isinstance(value, str)
        else value.isoformat()
    )


@given(st.dictionaries(KEY, TREE, min_size=1, max_size=4))
def test_what_is_written_is_read_back_by_everybody(tree):
    text = "\n".join(line for key, value in tree.items() for line in plain_yaml.write_lines(key, value, 0)) + "\n"
    value, problem = plain_yaml.read(text)
    assume(problem is None or problem["text"] != plain_yaml.TOO_DEEP)
    assert (value, problem) == (tree, None)
    assert yaml.load(text, Loader=yaml.BaseLoader) == tree
    assume(not any(key.lower() in plain_yaml.TYPED for key in _keys(tree)))
    assert safe_values(yaml.safe_load(text)) == tree


def _keys(value) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inside in value.values() for key in _keys(inside))]
    return [key for item in value for key in _keys(item)] if isinstance(value, list) else []


@given(schools(right=True))
def test_a_right_school_file_is_read_back_whole(school):
    assert build_verdict(school) == core_verdict(school) == ("content", set())
    school = school_text.trimmed(school)
    value, problem = plain_yaml.read(school_text.school_text(school))
    assert (value, problem) == ({"vrije_dagen": [], "woorden": {}, **school}, None)
    model = school_file.update(DATA, school_file.init(DATA), ("opened", school_text.school_text(school)))
    again = school_file.effect(DATA, model, ("copy",), None)["text"]
    assert plain_yaml.read(again) == (
        {"vrije_dagen": [], "woorden": {}, "bewaren": "ja", "uitleg_voor_makers": "ja", **school},
        None,
    )


def files() -> list[str]:
    made = [
        (ROOT / "protocol/school.yaml").read_text(encoding="utf-8"),
        school_text.school_text(GOOD),
        school_text.location_text(GOOD, {"naam": "Oost", "coordinator": "C. Bos"}),
    ]
    return [
        *made,
        "naam: x\ncontact:\n- rol: mentor\n  naam: 'y''s'\n- {rol: a, naam: b}\nwoorden: {}\n"
        'trimesters: [12-01, 03-15]\nvrije_dagen:\n  -   naam: "a \\" b" # ja\n      van: 2027-01-01\n'
        "land:\nonderwijs: ~\nwebsite: http://a:b#c\n",
    ]


EDITS = [
    "",
    " ",
    "  ",
    "\n",
    ":",
    ": ",
    "-",
    "- ",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "a",
    "é",
    "\n  ",
    "\n- ",
    "null",
    "~",
    "\t",
    "|",
    ">",
    "&",
    "*",
    "!",
    "%",
    "\\",
    "?",
    "\r",
    "\r\n",
    "---\n",
    "😀",
    "\u00a0",
    "\ufeff",
    "\x85",
    "1: ",
]


@settings(max_examples=600)
@given(st.sampled_from(files()), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 3), st.sampled_from(EDITS)), max_size=5))
def test_the_small_reader_agrees_with_the_build(tmp_path_factory, text, edits):
    """Whatever it accepts, the build reads as the same value and without a problem."""
    for place, length, new in edits:
        at = place % (len(text) + 1)
        text = text[:at] + new + text[at + length :]
    value, problem = plain_yaml.read(text)
    if problem:
        assert value is None and problem["line"] >= 1 and problem["text"]
        return
    path = tmp_path_factory.getbasetemp() / "school.yaml"
    path.write_bytes(text.encode("utf-8"))
    document = read(path, path.parent)
    assert (document.value, document.problems) == (value, [])


@pytest.mark.parametrize("number", range(len(files())))
def test_ordinary_files_are_accepted(number):
    assert plain_yaml.read(files()[number])[1] is None


@pytest.mark.parametrize("text", ["lokaal 12, 's middags", "bij de kast - 'n trap hoger", "in '64 gebouwd", "'s middags"])
def test_an_apostrophe_in_a_text_without_quotes(tmp_path, text):
    """A text that begins with a quote must end with one; elsewhere in a text it is an apostrophe."""
    (tmp_path / "x.yaml").write_text(f"contact:\n  - naam: De Wit\n    waar: {text}   # hier\n", encoding="utf-8")
    document = read(tmp_path / "x.yaml", tmp_path)
    value, problem = plain_yaml.read((tmp_path / "x.yaml").read_text(encoding="utf-8"))
    assert value == document.value and bool(problem) == any(not found.warning for found in document.problems)


def test_no_location_gets_a_name_that_the_overview_needs():
    made = [school_text.location_id(name) for name in school_text.TAKEN]
    assert made and not any(locations.id_problem(name) for name in made)


def test_a_school_made_in_the_form_is_right_in_the_build(tmp_path):
    path = tmp_path / "school.yaml"
    path.write_text(school_text.school_text(GOOD), encoding="utf-8")
    assert School.model_validate(read(path, tmp_path).value).name == "De Vlinder"
