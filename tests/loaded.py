"""The content of this project, read and checked once in a process, for tests that only look at it."""

from dataclasses import fields, replace
from functools import cache

from macros.content.model import Content
from macros.content.project import read_project
from macros.content.typed import read_typed
from macros.load import load
from tests.places import ROOT


@cache
def _read() -> tuple:
    project = read_project(ROOT)
    return project, read_typed(project, None)


@cache
def _loaded(country: str | None, school_type: str | None, language: str) -> Content:
    if language:
        return load(ROOT, country, school_type, language=language)
    project, typed = _read()
    return load(ROOT, country, school_type, project=project, typed=typed)


def loaded(country: str | None = None, school_type: str | None = None, language: str = "") -> Content:
    """As macros.load.load of this project. A test may put pages in or out of it, and change what the school says of itself.

    The pages themselves are shared: a test that changes one loads its own.
    """
    content = _loaded(country, school_type, language)
    own = {
        field.name: getattr(content, field.name).copy()
        for field in fields(content)
        if isinstance(getattr(content, field.name), dict | list)
    }
    return replace(content, school=content.school.model_copy(), **own)
