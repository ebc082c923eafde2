"""What loading gives: Content once the school and its words are known, and before that a Draft with the problems."""

import pytest

from macros.content.model import Content, Draft, is_right, whole
from macros.load import load
from tests.places import ROOT
from tests.projects import copy_base

BROKEN = "naam: [De Linde]\n"


@pytest.fixture
def project(tmp_path):
    return copy_base(tmp_path, languages=False)


def test_right_content_has_a_school_and_its_words():
    content = load(ROOT, "vl", "basis")
    assert is_right(content) and whole(content) is content
    assert content.school.name and content.vocabulary.name("mentor") == content.spoken.name("mentor") == "klasleerkracht"


@pytest.mark.parametrize("file", ["school", "rollen", "woorden"])
def test_without_school_or_words_it_stays_a_draft(project, file):
    (project / "protocol" / f"{file}.yaml").write_text(BROKEN, encoding="utf-8")
    draft = load(project)
    assert type(draft) is Draft and draft.errors and not is_right(draft)
    with pytest.raises(ValueError, match=f"protocol/{file}.yaml"):
        whole(draft)


def test_a_mistake_elsewhere_leaves_content_that_is_not_right(project):
    (project / "protocol" / "begrippen.yaml").write_text(BROKEN, encoding="utf-8")
    content = load(project)
    assert isinstance(content, Content) and content.errors and not is_right(content)


def test_content_in_dutch_has_no_other_language():
    content = whole(load(ROOT))
    with pytest.raises(ValueError):
        content.other_language
    assert whole(load(ROOT, language="en")).other_language.language.name == "English"
