"""What one school has: its files, typed, selected, and in its own words."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from macros.content.languages import Translation
from macros.content.own_site import OwnSite
from macros.content.project import Project
from macros.content.vocabulary import ForeignVocabulary, Vocabulary
from macros.schema.calendar import SchoolHoliday
from macros.schema.collection import Collection
from macros.schema.guide import Guide
from macros.schema.people import Role, SchoolWord, Term
from macros.schema.questionnaire import History, Questionnaire
from macros.schema.route import Route
from macros.schema.school import Danger, Dangers, Helpline, School
from macros.source.problems import Problem, report


@dataclass
class Draft:
    """What could be read for one country and school type. With errors in `problems` it is not complete."""

    root: Path
    project: Project  # the files it was made from
    problems: list[Problem] = field(default_factory=list)
    school: School | None = None
    vocabulary: Vocabulary | None = None
    spoken: Vocabulary | ForeignVocabulary | None = None  # in the language of this build
    translation: Translation | None = None  # only for another language than Dutch
    roles: dict[str, Role] = field(default_factory=dict)
    words: dict[str, SchoolWord] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    helplines: dict[str, Helpline] = field(default_factory=dict)
    danger_intro: str = ""
    danger_page: Dangers | None = None  # the whole file, with its date of review
    dangers: list[Danger] = field(default_factory=list)
    school_holidays: list[SchoolHoliday] = field(default_factory=list)  # of all regions
    protocols: dict[str, Route] = field(default_factory=dict)
    every_protocol: list[Route] = field(default_factory=list)  # also those for other kinds of school
    wayfinders: dict[str, Route] = field(default_factory=dict)
    guides: dict[str, Guide] = field(default_factory=dict)
    questionnaires: dict[str, Questionnaire] = field(default_factory=dict)
    history: History | None = None  # a project may leave this file out
    collections: dict[str, Collection] = field(default_factory=dict)
    own: OwnSite = field(default_factory=OwnSite)
    pages_in: dict[str, frozenset[str]] = field(default_factory=dict)  # language -> its pages, once somebody asked

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.warning]

    @property
    def folders(self) -> dict[str, dict[str, Any]]:
        """Per folder of protocol/: the pages of this school in it, by id."""
        return {
            "protocollen": self.protocols,
            "wegwijzers": self.wayfinders,
            "gesprekken": self.guides,
            "vragenlijsten": self.questionnaires,
            "lijsten": self.collections,
        }

    @property
    def pages(self) -> list[Any]:
        """Every page of this school that has a file of its own."""
        return [page for pages in self.folders.values() for page in pages.values()]

    @property
    def routes(self) -> list[Route]:
        """The protocols, then the wayfinders."""
        return [*self.protocols.values(), *self.wayfinders.values()]

    def route(self, route_id: str) -> Route | None:
        """The protocol or wayfinder with this id."""
        return self.protocols.get(route_id) or self.wayfinders.get(route_id)


@dataclass
class Content(Draft):
    """A draft of which the school and its words are known: what is checked, and what pages are made from."""

    school: School = field(kw_only=True)
    vocabulary: Vocabulary = field(kw_only=True)
    spoken: Vocabulary | ForeignVocabulary = field(kw_only=True)

    @property
    def other_language(self) -> Translation:
        """The language of a site that is not Dutch. Raises ValueError on a Dutch site."""
        if self.translation is None:
            raise ValueError("this is content in Dutch")
        return self.translation


def with_school(draft: Draft) -> Draft:
    """The same as Content; the draft itself as long as its school or the words of that are not known."""
    known = draft.school and draft.vocabulary and draft.spoken
    return Content(**vars(draft)) if known else draft


def whole(draft: Draft) -> Content:
    """The same as Content. Raises ValueError, with what is wrong, when the school or its words are not known."""
    if isinstance(draft, Content):
        return draft
    raise ValueError(report(draft.errors))


def is_right(draft: Draft) -> TypeGuard[Content]:
    """Whether it has no errors, so that it is Content of which pages can be made."""
    return isinstance(draft, Content) and not draft.errors
