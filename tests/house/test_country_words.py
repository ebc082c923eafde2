"""A school in Flanders reads Flemish words and rules, a school in the Netherlands Dutch ones, and so for each school type."""

import ast
from functools import lru_cache

import pytest

from macros.commands.plain_pages import content_for, expanded, sources
from tests.places import ROOT
from tests.words import of_a_country
from tests.words.house_style import matches, plain, read_rules
from tests.words.of_a_country import KINDS, main, misplaced, site_texts, texts

RULES, _ = read_rules(ROOT)
# What these say is for whoever writes for schools in both countries: translations, and the file that names the country.
FOR_AUTHORS = {
    "macros/content/translation.py",
    "macros/commands/translated.py",
    "macros/site/foreign_pages.py",
    "macros/content/languages.py",
    "macros/commands/start.py",
    "macros/schema/validate.py",
    "macros/publish/school_file.py",
    "widgets/core/school_text.py",
}
CODE = sorted([*(ROOT / "widgets").rglob("*.py"), *(ROOT / "macros").rglob("*.py")])


@lru_cache(maxsize=None)
def shown(country: str, school_type: str) -> dict[str, list[str]]:
    return site_texts(ROOT, content_for(ROOT, country, school_type))


@pytest.mark.parametrize("country, school_type", KINDS)
def test_no_word_of_another_country_or_school_type(country, school_type):
    found = misplaced(shown(country, school_type), RULES, country, school_type)
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("country, school_type", KINDS)
def test_every_page_is_read(country, school_type):
    content = content_for(ROOT, country, school_type)
    pages = {path.removesuffix(".md") for path, _ in sources(ROOT, content)}
    assert set(shown(country, school_type)) == pages | {"menu"} and len(pages) > 90
    assert all(shown(country, school_type).values())


def test_each_country_names_its_own():
    """The words of the other country are not just gone: the own words stand in their place."""
    flemish = " ".join(text for parts in shown("vl", "secundair").values() for text in parts)
    dutch = " ".join(text for parts in shown("nl", "vo").values() for text in parts)
    for here, there in (
        ("klastitularis", "mentor"),
        ("cel leerlingenbegeleiding", "ondersteuningsteam"),
        ("1813", "113"),
        ("definitieve uitsluiting", "verwijdering"),
        ("schoolraad", "medezeggenschapsraad"),
        ("Awel", "Kindertelefoon"),
        ("CLB", "leerplichtambtenaar"),
        ("Kinderrechtencommissariaat", "klachtencommissie"),
        ("refter", "aula"),
    ):
        assert here in flemish and there in dutch, (here, there)


def test_no_monitor_by_law_in_flanders():
    flemish = [
        text
        for parts in shown("vl", "basis").values()
        for text in parts
        if "niet verplicht" in text or "officiële meting" in text
    ]
    assert len(flemish) >= 3
    assert any("niet de wettelijke meting" in text for text in shown("nl", "vo")["coordinator"])


@pytest.mark.parametrize("rule", RULES.places, ids=lambda rule: rule.avoid[0])
def test_every_word_is_found_for_its_school_and_no_other(rule):
    for pattern in rule.avoid:
        text = {"proef": [f"Ik schrijf: {pattern.replace('*', '')}."]}
        for kind in KINDS:
            found = [word.instead for word in misplaced(text, RULES, *kind)]
            assert (rule.instead in found) == rule.audience.includes(*kind), (pattern, kind)


def test_every_exception_is_needed():
    every = [plain(text).lower() for kind in KINDS for parts in shown(*kind).values() for text in parts]
    for rule in RULES.places:
        for allowed in rule.allowed:
            assert any(allowed.lower() in text for text in every) and matches(allowed, rule.avoid), allowed


def test_a_word_is_found_with_its_page_and_sentence():
    pages = {"ouders": ["Bel de school. Vraag naar de mentor."], "over/index": ["De mentor"], "over": ["De mentor"]}
    found = misplaced(pages, RULES, "vl", "basis")
    assert [(word.page, word.word, word.sentence) for word in found] == [
        ("ouders", "mentor", "Vraag naar de mentor."),
        ("over", "mentor", "De mentor"),
    ]
    assert str(found[0]).startswith("Vlaanderen (basis), ouders: ‘mentor’ hoort hier niet. Schrijf: ")


def test_all_that_a_reader_meets_is_text():
    page = (
        '---\ntitle: De kop\nzoekwoorden: [mentor]\n---\n# Titel {#anker}\n\nEen [link](mentor.md "uitleg") en **vet**.\n- '
        "Punt\n"
        '<img alt="Een tekening"><p>Een <strong>hele</strong> zin.</p><style>.mentor{}</style>'
        '<script type="application/json">{"id": "mentor", "text": "Later te zien", "more": ["Nog een", '
        '"stap/mentor"]}</script>'
    )
    assert texts(page) == [
        "De kop",
        "Een tekening",
        "# Titel",
        "Een [link] en **vet**.",
        "Punt",
        "Een hele zin.",
        "Later te zien",
        "Nog een",
    ]


def test_code_says_nothing_of_one_country():
    """What the code writes itself stands on the site of every school. The explanation of fields is on a page for both."""
    wrong = []
    for path in CODE:
        place = path.relative_to(ROOT).as_posix()
        if place.startswith("macros/schema/") or place in FOR_AUTHORS:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        explained = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained and " " in node.value:
                wrong += [
                    f"{place}:{node.lineno}: {word}"
                    for rule in RULES.places
                    for word in matches(plain(node.value), rule.avoid, rule.allowed)
                ]
    for path in sorted((ROOT / "macros/theme").rglob("*.html")):
        wrong += [
            f"{path.relative_to(ROOT)}: {word}"
            for rule in RULES.places
            for word in matches(plain(path.read_text(encoding="utf-8")), rule.avoid, rule.allowed)
        ]
    assert not wrong, "\n".join(wrong)


def test_the_command(capsys, monkeypatch):
    monkeypatch.setattr(of_a_country, "site_texts", lambda _, content: shown(content.school.country, content.school.school_type))
    assert main(ROOT) == 0
    assert capsys.readouterr().out == "Elk woord past bij het land en het onderwijs.\n"


def test_pages_of_this_school_are_those_of_the_project():
    """Without other content the pages are those of school.yaml, and afterwards nothing is left of a kind of school."""
    dict(expanded(ROOT, content_for(ROOT, "vl", "basis")))
    assert "De Kindertelefoon" in dict(expanded(ROOT))["hulplijnen.md"]
