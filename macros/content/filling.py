"""From typed content for every kind of school to that of one school: what is meant for it, in its own words."""

from dataclasses import replace
from typing import Any, TypeVar

from macros.content.hidden import hidden_names, without_names
from macros.content.model import Draft
from macros.content.typed import Typed
from macros.content.vocabulary import ForeignVocabulary, Vocabulary, resolved
from macros.schema.base import ForAudience, Strict
from macros.schema.people import Roles, SchoolWord, Words
from macros.schema.validate import problem_at
from macros.schema.walk import selected
from macros.source.problems import Problem, nearest, told

Part = TypeVar("Part", bound=Strict)


def filled(draft: Draft, typed: Typed, country: str, school_type: str) -> Draft:
    """`draft` with what `typed` has for a school of this kind.

    Without roles or words it ends there: every text would be wrong.
    """
    roles = typed.single["rollen"].roles if typed.single["rollen"] else []
    words = typed.single["woorden"].words if typed.single["woorden"] else []
    draft = replace(draft, roles=_by_id(roles), words=_by_id(words), problems=[*draft.problems, *_twice(roles), *_twice(words)])
    if not (typed.single["rollen"] and typed.single["woorden"]):
        return draft
    vocabulary, spoken = _vocabularies(draft, typed, country, school_type)
    work = _Filling(draft, vocabulary, spoken, country, school_type)
    terms = work.by_id(typed.single["begrippen"].terms if typed.single["begrippen"] else [])
    helplines = work.by_id(typed.single["hulplijnen"].helplines if typed.single["hulplijnen"] else [])
    danger_page = work.in_words(typed.single["gevaar"]) if typed.single["gevaar"] else None
    dangers = work.chosen(danger_page.dangers) if danger_page else []
    folders = {folder: {page.id: work.in_words(page) for page in work.chosen(pages)} for folder, pages in typed.folders.items()}
    return replace(
        draft,
        vocabulary=vocabulary,
        spoken=spoken,
        roles={role_id: work.in_words(role) for role_id, role in draft.roles.items()},
        terms=terms,
        helplines=helplines,
        danger_page=danger_page,
        danger_intro=danger_page.intro if danger_page else "",
        dangers=list(_by_id(dangers).values()),
        school_holidays=typed.single["vakanties"].holidays if typed.single["vakanties"] else [],
        protocols=folders["protocollen"],
        wayfinders=folders["wegwijzers"],
        guides=folders["gesprekken"],
        questionnaires=folders["vragenlijsten"],
        collections=folders["lijsten"],
        every_protocol=[folders["protocollen"].get(route.id, route) for route in typed.folders["protocollen"]],
        problems=[*draft.problems, *_check_words(draft, vocabulary), *_twice(dangers), *work.problems],
    )


class _Filling:
    """Choosing and filling in for one school, with the mistakes found on the way."""

    def __init__(
        self, draft: Draft, vocabulary: Vocabulary, spoken: Vocabulary | ForeignVocabulary, country: str, school_type: str
    ) -> None:
        self.vocabulary, self.spoken = vocabulary, spoken
        self.kind = country, school_type
        self.hidden = hidden_names(draft.project)
        self.problems: list[Problem] = []

    def is_meant(self, part: Strict) -> bool:
        """Is this part for a school of this kind?"""
        return not isinstance(part, ForAudience) or not part.audience or part.audience.includes(*self.kind)

    def chosen(self, parts: list[Part]) -> list[Part]:
        """The parts for this school, without what is meant for others in them and what points at something hidden."""
        return [without_names(selected(part, self.is_meant), self.hidden) for part in parts if self.is_meant(part)]

    def in_words(self, part: Part) -> Part:
        """The part with the words of the school in its texts."""
        new, problems = resolved(part, self.vocabulary, self.spoken)
        self.problems += problems
        return new

    def by_id(self, parts: list[Any]) -> dict[str, Any]:
        """The parts for this school by id, in its words."""
        chosen = self.chosen(parts)
        self.problems += _twice(chosen)
        return {part_id: self.in_words(part) for part_id, part in _by_id(chosen).items()}


def _vocabularies(
    draft: Draft, typed: Typed, country: str, school_type: str
) -> tuple[Vocabulary, Vocabulary | ForeignVocabulary]:
    """The words of the school in Dutch, and in the language of the site."""
    own = draft.school.words if draft.school else {}
    entries: list[SchoolWord] = [*draft.roles.values(), *draft.words.values()]
    if not draft.translation:
        vocabulary = Vocabulary(entries, country, school_type, own)
        return vocabulary, vocabulary
    # Their Dutch names stand between braces in every language.
    dutch = [
        *Roles.model_validate(typed.single["rollen"]._document.dutch.plain()).roles,
        *Words.model_validate(typed.single["woorden"]._document.dutch.plain()).words,
    ]
    vocabulary = Vocabulary(dutch, country, school_type, own)
    site = draft.translation.site
    return vocabulary, ForeignVocabulary(dutch, entries, country, school_type, site.article) if site else vocabulary


def _check_words(draft: Draft, vocabulary: Vocabulary) -> list[Problem]:
    """Words with the same name, and words of the school itself that nobody uses."""
    problems = [problem_at(entry, "woord", message=told("word-of-another", name=name)) for entry, name in vocabulary.clashes]
    known, school = [*draft.roles, *draft.words], draft.school
    return problems + [
        problem_at(school, "woorden", word_id, message=told("unknown-school-word", unknown=word_id, near=nearest(word_id, known)))
        for word_id in (school.words if school else {})
        if school and word_id not in known
    ]


def _by_id(parts: list[Any]) -> dict[str, Any]:
    """The parts by id; of two with the same id the first."""
    found: dict[str, Any] = {}
    for part in parts:
        found.setdefault(part.id, part)
    return found


def _twice(parts: list[Any]) -> list[Problem]:
    """A problem for each id that stands twice."""
    first = _by_id(parts)
    return [
        problem_at(
            part,
            "id",
            message=told("id-twice-in-file", id=part.id, line=first[part.id]._document.line(first[part.id]._path + ("id",))),
        )
        for part in parts
        if part is not first[part.id]
    ]
