"""Other languages: translations are whole and fit the Dutch, what is missing stays Dutch, and the questionnaire is the same."""

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

from macros.checks.translated_pages import check_pages
from macros.commands.translated import write
from macros.content.languages import duration, is_translated, languages, untranslated
from macros.content.translated_pages import START, is_outdated, own_pages, written_pages
from macros.content.translation import translate
from macros.load import load
from macros.publish.links import Links
from macros.publish.questionnaires import questionnaire_data
from macros.render import parts, readers
from macros.render.questionnaire import questionnaire_page
from macros.schema.countries import SCHOOL_TYPES
from macros.site import scripts as scripts_of
from macros.site.foreign_pages import chooser, scripts
from macros.source.reader import read
from tests.loaded import loaded
from tests.places import ROOT
from tests.projects import copied
from widgets.core import ballot_box, code, thermometer
from widgets.core.html import to_html

LANGUAGES = languages(ROOT)
SCHOOLS = [("nl", "po"), ("nl", "vo"), ("vl", "basis"), ("vl", "secundair")]
WIDGET = [
    "core/thermometer.py",
    "core/thermometer_result.py",
    "core/sheet.py",
    "core/join.py",
    "core/help_lines.py",
    "core/look.py",
    "browser/aloud.py",
]


@lru_cache(maxsize=None)
def content_in(language: str, country: str = "nl", school_type: str = "vo"):
    return loaded(country, school_type, language=language)


def said(paths) -> set[str]:
    """The Dutch texts in calls of say(content, text, …), also those that a name stands for."""
    found = set()
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"):
            choices = call.args[1]
            for part in [choices.body, choices.orelse] if isinstance(choices, ast.IfExp) else [choices]:
                if isinstance(part, ast.Constant):
                    found.add(part.value)
                elif isinstance(part, ast.Name) and part.id in names:
                    found.add(names[part.id])
    return found


def test_the_examples_in_the_guide_fit_the_dutch(tmp_path):
    """What docs/schrijven/talen.md shows is a right translation of a protocol and of a role."""
    blocks = re.findall(
        r"^```yaml\n(.*?)^```", (ROOT / "docs" / "schrijven" / "talen.md").read_text(encoding="utf-8"), re.M | re.S
    )
    assert len(blocks) == 2
    folder = tmp_path / "protocol" / "talen" / "xx"
    for text, name in zip(blocks, ("protocollen/aanbevolen-protocol", "rollen")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        _, layer = translate(name, read(ROOT / "protocol" / f"{name}.yaml", ROOT), folder, set(), {})
        assert layer.seen and [str(problem) for problem in layer.own.problems if not problem.warning] == []


def test_there_are_five_languages():
    assert LANGUAGES == ["ar", "en", "pl", "tr", "uk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_of_the_widget_are_translated(language):
    words = content_in(language).translation.site.widget
    own = said(ROOT / "widgets" / path for path in WIDGET) | set(thermometer.OWN_WORDS.values()) - {"antwoord-"}
    assert own == set(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_of_the_pages_are_translated(language):
    words = content_in(language).translation.site.page
    used = said((ROOT / "macros").rglob("*.py"))
    for path in (ROOT / "macros" / "theme").rglob("*.html"):
        used |= set(re.findall(r'say\("([^"]+)"\)', path.read_text(encoding="utf-8")))
    assert used - set(words) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_keep_the_places_for_values(language):
    site = content_in(language).translation.site
    for dutch, translated in {**site.widget, **site.page}.items():
        assert sorted(re.findall(r"\{\d\}", dutch)) == sorted(re.findall(r"\{\d\}", translated)), dutch


@pytest.mark.parametrize("country, school_type", SCHOOLS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fit_every_kind_of_school(language, country, school_type):
    content = content_in(language, country, school_type)
    assert content.problems + check_pages(content) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_for_parents_and_pupils_is_translated(language):
    content = content_in(language)
    assert [name for name in ("rollen", "hulplijnen") if name not in content.translation.layers] == []
    for page in content.questionnaires.values():
        assert is_translated(page._document) and untranslated(page._document.root) == []
    own = readers.for_parents(content, Links("ouders/wat-gebeurt-er-wanneer.md", True, own_pages(content)))
    assert ' lang="nl"' not in own
    dutch_pages = {
        "ouders.md",
        "nu-gevaar.md",
        "hulplijnen.md",
        *(f"ouders/{path.name}" for path in (ROOT / "docs/ouders").glob("*.md")),
    }
    assert {*written_pages(ROOT, language)} == dutch_pages | {START}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_page_has_the_form_of_the_dutch(language):
    """The same headings, lists and tables; the two kinds of school in {% if %} included."""
    for page in written_pages(ROOT, language):
        if page != START:
            forms = [
                [
                    re.match(r"#+|- |\d\. |\|(?=.)|\{%.*?%\}|<p class=\"\w+|$", line).group(0)
                    for line in (ROOT / "docs" / place).read_text(encoding="utf-8").split("---\n", 2)[2].splitlines()
                    if re.match(r"#+|- |\d\. |\||\{%|<p class", line)
                ]
                for place in (page, f"talen/{language}/{page}")
            ]
            assert forms[0] == forms[1], page


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_addresses_are_those_of_the_dutch_page(language):
    """A phone number, a percentage, a year or an address never changes in a translation."""
    for page in written_pages(ROOT, language):
        if page != START:
            found = [
                sorted(set(re.findall(r"https://[^)\s\"]+", text))) + sorted(re.findall(r"(?<![\w.])\d{2,}(?![\w.]\d)", text))
                for text in (
                    (ROOT / "docs" / place).read_text(encoding="utf-8").split("---\n", 2)[2]
                    for place in (page, f"talen/{language}/{page}")
                )
            ]
            assert found[0] == found[1], page


# ---- the questionnaire ----


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("school_type", ["vo", "po"])
def test_a_translated_questionnaire_is_the_same_instrument(language, school_type):
    dutch, other = (
        next(iter(content.questionnaires.values()))
        for content in (loaded("nl", school_type), content_in(language, "nl", school_type))
    )
    own, foreign = (
        questionnaire_data(dutch, loaded("nl", school_type)),
        questionnaire_data(other, content_in(language, "nl", school_type)),
    )
    for key in ("id", "number", "major", "minor", "fingerprint", "ballot", "signals", "limits"):
        assert own[key] == foreign[key]
    assert code.item_ids(own) == code.item_ids(foreign)
    assert [[len(section["labels"]), section["polarity"], section["score"]] for section in own["sections"]] == [
        [len(section["labels"]), section["polarity"], section["score"]] for section in foreign["sections"]
    ]
    assert own["sections"][0]["items"][0]["text"] != foreign["sections"][0]["items"][0]["text"]
    assert "texts" not in own, "pages in Dutch carry no words of other languages"


def test_a_code_made_in_english_counts_in_a_dutch_ballot_box():
    dutch = questionnaire_data(next(iter(loaded().questionnaires.values())), loaded())
    english = questionnaire_data(next(iter(content_in("en").questionnaires.values())), content_in("en"))
    sheet = {item: number % 6 for number, item in enumerate(code.item_ids(english)) if number % 5}
    box = ballot_box.new_box(dutch, 20, "2026-11", "0123abcd0123abcd", "")
    read = code.decode(dutch, 77, code.encode(english, 77, 12345, sheet))
    assert read["sheet"] == sheet
    box, message, counted = ballot_box.cast(dutch, box, read["sheet"], read["mark"])
    assert counted and box["n"] == 1, message


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_dutch_words_in_a_translated_widget(language):
    """The whole walk: first question, worrying answers, result, what the page holds."""
    content = content_in(language)
    data = questionnaire_data(next(iter(content.questionnaires.values())), content)
    model = thermometer.init(data)
    seen = to_html(thermometer.view(data, model))
    for _, item in thermometer.places(data):
        model = thermometer.update(data, model, ("answered", item["id"], "4"))
        seen += to_html(thermometer.view(data, model))
        model = thermometer.update(data, model, ("went-on",))
    seen += to_html(thermometer.view(data, model))
    dutch_words = [text for text in content.translation.site.widget if len(text) > 12 and "{" not in text]
    assert [text for text in dutch_words if text in seen] == []
    assert re.search(r'<strong lang="nl" dir="ltr">De Kindertelefoon</strong>', seen)


def test_the_paper_form_is_translated_too():
    content = content_in("ar")
    page = next(iter(content.questionnaires.values()))
    markdown = questionnaire_page(page, content, Links(f"vragenlijsten/{page.id}.md", True, own_pages(content)))
    paper = markdown[markdown.index("paper-section") :]
    assert paper.count('<th scope="row">') == sum(len(section.items) for section in page.sections)
    assert not re.search(r"\b(?:vraag|nooit|soms|altijd)\b", paper, re.I)


# ---- what is not translated ----


@pytest.fixture
def project(tmp_path):
    """A copy of the content to change."""
    return copied(tmp_path, "protocol", "docs")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_dutch_text_that_changed_is_shown_in_dutch(project):
    change(
        project / "protocol/protocollen/aanbevolen-protocol.yaml",
        "Dan hoort u nog dezelfde schooldag",
        "Dan hoort u binnen drie dagen",
    )
    content = load(project, language="ar")
    assert not content.errors
    assert ["sindsdien veranderd" in problem.message for problem in content.problems] == [True]
    assert content.problems[0].file == "protocol/talen/ar/protocollen/aanbevolen-protocol.yaml"
    page = readers.for_parents(content, Links("ouders/wat-gebeurt-er-wanneer.md", True, own_pages(content)))
    assert '<p class="reader-line" lang="nl" dir="ltr">Hebt u iets verteld aan de school? Dan hoort u binnen drie dagen' in page
    assert content.translation.site.partly in page
    assert write(project, "ar") > 300
    assert load(project, language="ar").problems == []


def test_a_text_of_the_layer_of_a_school_is_not_hidden_by_a_translation(project):
    layer = project / "protocol/eigen/protocollen"
    layer.mkdir(parents=True)
    (layer / "aanbevolen-protocol.yaml").write_text(
        "stappen:\n  - id: plan\n    voor_ouders: Wij maken binnen een uur een plan.\n"
    )
    content = load(project, language="en")
    page = readers.for_parents(content, Links("ouders/wat-gebeurt-er-wanneer.md", True, own_pages(content)))
    assert '<p class="reader-line" lang="nl" dir="ltr">Wij maken binnen een uur een plan.' in page


def test_a_questionnaire_that_is_not_whole_stays_on_the_dutch_site(project):
    change(project / "protocol/vragenlijsten/thermometer-vo.yaml", "tekst: mezelf te zijn.", "tekst: gewoon mezelf te zijn.")
    content = load(project, language="en")
    assert any("nog niet alles is vertaald" in problem.message for problem in content.problems)
    assert "vragenlijsten/thermometer-vo.md" not in own_pages(content)
    links = Links("index.md", True, own_pages(content))
    assert links.attributes("vragenlijsten/thermometer-vo") == {"href": "../vragenlijsten/thermometer-vo/", "hreflang": "nl"}
    assert 'hreflang="nl"' in parts.cards(content, links, "vragenlijsten")


def test_a_page_whose_dutch_changed_says_so(project):
    assert not is_outdated(content_in("tr").translation, "ouders.md")
    change(project / "docs/ouders.md", "Neem gerust contact op met de school,", "Bel de school,")
    content = load(project, language="tr")
    assert is_outdated(content.translation, "ouders.md")
    assert [problem.warning for problem in check_pages(content)] == [True]


MISTAKES = {
    "unknown id": ("protocollen/aanbevolen-protocol.yaml", "- id: plan\n", "- id: plam\n", "Bedoel je ‘plan’?"),
    "twice": ("protocollen/aanbevolen-protocol.yaml", "- id: online\n", "- id: plan\n", "staat er al"),
    "no text": ("protocollen/aanbevolen-protocol.yaml", "- id: plan\n", "- id: plan\n    soort: vraag\n", "wordt niet vertaald"),
    "unknown key": ("protocollen/aanbevolen-protocol.yaml", "voor_ouders:", "voor_oudres:", "Bedoel je ‘voor_ouders’?"),
    "too few lines": ("vragenlijsten/thermometer-vo.yaml", '      - "never"\n', "", "hier horen 6 regels"),
    "no placeholder": ("vragenlijsten/thermometer-vo.yaml", "{mentor}", "mentor", "{mentor} uit het Nederlands ontbreekt"),
    "another placeholder": (
        "vragenlijsten/thermometer-vo.yaml",
        "{mentor}",
        "{mentor} {klas}",
        "{klas} staat niet in het Nederlands",
    ),
    "unknown form": ("vragenlijsten/thermometer-vo.yaml", "{mentor}", "{mentor:gen}", "‘{mentor:gen}’ bestaat niet"),
    "another shape": ("vragenlijsten/thermometer-vo.yaml", 'titel: "How safe is school for you?"', "titel: [a]", "iets anders"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_translation_names_file_and_line(project, name):
    file, old, new, told = MISTAKES[name]
    path = project / "protocol/talen/en" / file
    line = path.read_text(encoding="utf-8").split(old)[0].count("\n") + 1
    change(path, old, new)
    found = [problem for problem in load(project, language="en").problems if told in problem.message]
    assert found and {problem.file for problem in found} == {f"protocol/talen/en/{file}"}
    assert min(abs(problem.line - line) for problem in found) <= 1
    assert not load(project).problems, "the Dutch site is not touched"


def test_a_translation_of_nothing_is_told(project):
    (project / "protocol/talen/en/vragenlijsten/thermometer-vi.yaml").write_text("titel: x\n")
    (project / "docs/talen/en/ouders/nieuw.md").write_text("---\ntitle: New\n---\n\n# New\n")
    content = load(project, language="en")
    assert any("Bedoel je ‘thermometer-vo’?" in problem.message for problem in content.problems)
    assert [problem.file for problem in check_pages(content)] == ["docs/talen/en/ouders/nieuw.md"]


def test_a_language_without_its_own_file_is_told():
    assert "ontbreekt" in load(ROOT, language="fr").problems[0].message


def test_every_duration_of_the_own_protocol_is_in_every_language():
    for language in LANGUAGES:
        content = content_in(language)
        for step in content.protocols[content.school.protocol].steps:
            for text in [*step.follow_up, *([step.deadline.within] if step.deadline else [])]:
                assert not re.search(r"school|week|maand|meteen|trimester", duration(content, text)) or language == "en", text


def test_all_kinds_of_school_are_tried():
    assert {*SCHOOLS} < {(country, kind) for country, kinds in SCHOOL_TYPES.items() for kind in kinds}


def test_a_site_in_another_language_brings_the_scripts_of_its_own_widgets():
    """Of the questionnaire and of the days for parents, and no other: the rest of the widgets stays on the Dutch site."""
    both = {scripts_of.path((kind,)): scripts_of.text((kind,)) for kind in ("thermometer", "when")}
    assert len(both) == 2
    for language in LANGUAGES:
        content = content_in(language)
        whole = any(is_translated(page._document) for page in content.questionnaires.values())
        assert scripts(content) == (both if whole else {path: text for path, text in both.items() if '"when": (' in text}), (
            language
        )


def test_a_language_with_a_mistake_is_not_offered(project):
    (project / "protocol/talen/en/site.yaml").write_text("naam: [x]\n", encoding="utf-8")
    offered = chooser(load(project), "ouders.md", Links("ouders.md"), ["en", "tr"])
    assert [language["code"] for language in offered] == ["tr"]
