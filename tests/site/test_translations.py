"""Mistakes that stood in translations and may not come back, each with what it should have said."""

import re

import pytest
import yaml

from tests.places import ROOT

# Language -> what may stand nowhere in its pages and texts.
WRONG = {
    "en": {
        r"[Tt]aking part is free": "voluntary: it is not about money",
        r"to be itself|it does not want": "a child is who, or they",
        r"\bby mail\b|\bA mail\b|\bthis mail\b": "email",
        r"[Yy]ou cannot solve it together|and you cannot solve": "the school is not solving it",
        r"\bmeasures?\b": "sanction",
        r"can do against it": "how to appeal",
        r"better not to": "what not to",
        r"again 1 times|\{2\} times": "a number that may be one",
        r"Call the home of": "call the parents of",
    },
    "uk": {
        r"папері або поштою": "by email, not by post",
        r"додаються\. Коли": "added up",
        r"Участь вільна": "voluntary",
        r"[Гг]оле зображення": "an intimate picture",
        r"Я з батьків": "mother, father or carer",
        r"У тиждень \[": "grammar",
    },
    "tr": {
        r"serbesttir": "optional",
        r"[Şş]u kişiye|[Şş]u kişiyi|şuna karar": "built around a word",
        r"ya da vurmasını": "hit back",
        r"şu tarihte|şu ayda": "built around a date",
    },
    "pl": {
        r"\b[Dd]okucz": "teasing is weaker than bullying",
        r"[Tt]elefon\w* pomocy": "telefon zaufania",
        r"pomyślą razem": "a calque",
        r"zdecydować o tym:": "built around a word",
    },
    "ar": {
        r"اتصلوا مع": "a wrong preposition",
        r"\{2\} مرات": "a number that may be two",
        r"ماذا مر به": "grammar",
        r"لا تنتظروا شكوى": "unclear",
        r"القضية": "a court case",
        r"08000113|0800 0113": "the dash of a number",
    },
}


@pytest.mark.parametrize("language", WRONG)
def test_no_known_mistake_is_there(language):
    folders = [ROOT / "docs" / "talen" / language, ROOT / "protocol" / "talen" / language]
    files = [path for folder in folders for path in folder.rglob("*.*") if path.stem != "stand"]
    assert len(files) > 15
    found = []
    for path in files:
        text = re.sub(r'(?m)^ *"(?:[^"\\]|\\.)*":', "", path.read_text(encoding="utf-8"))  # the Dutch before the translation
        found += [(path.name, wrong, why) for wrong, why in WRONG[language].items() if re.search(wrong, text)]
    assert found == []


def test_a_mentor_is_explained_in_english():
    text = (ROOT / "protocol" / "talen" / "en" / "rollen.yaml").read_text(encoding="utf-8")
    assert "mentor (class tutor)" in text


@pytest.mark.parametrize("language", WRONG)
def test_who_interprets_may_come_along_and_in_which_language_a_line_answers(language):
    """In its own words in each language: on both pages with numbers stands the same sentence on interpreting."""
    folder = ROOT / "docs" / "talen" / language
    word = {"en": "interpret", "tr": "çevir|tercüm", "ar": "ترجم", "pl": "tłumacz", "uk": "переклад"}[language]
    for name in ("hulplijnen.md", "nu-gevaar.md"):
        assert re.search(word, (folder / name).read_text(encoding="utf-8")), name


def test_the_settings_of_every_page_can_be_read():
    """A colon in a description breaks them: the page then shows its settings as text, and has no title."""
    for path in (ROOT / "docs").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if text.startswith("---\n"):
            assert yaml.safe_load(text.split("---\n")[1])["title"], path
