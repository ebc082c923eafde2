"""The content of this project, read and checked once in a process, for tests that only look at it."""
from functools import cache

from macros.content.model import Content
from macros.content.project import read_project
from macros.content.typed import read_typed
from macros.load import load
from tests.browser.sites import ROOT


@cache
def _read() -> tuple:
    project = read_project(ROOT)
    return project, read_typed(project, None)


@cache
def loaded(country: str | None = None, school_type: str | None = None, language: str = "") -> Content:
    """As macros.load.load of this project. What comes back is shared: a test that changes it loads its own."""
    if language:
        return load(ROOT, country, school_type, language=language)
    project, typed = _read()
    content = load(ROOT, country, school_type, project=project, typed=typed)
    content.school = content.school.model_copy()   # each has its own
    return content
