"""From the files of a project to typed content: every file checked on its own, in the language of the site."""

from dataclasses import dataclass, field
from typing import Any

from macros.content.languages import Translation
from macros.content.project import Project
from macros.schema import FOLDERS, HISTORY_FILE, SINGLE_FILES
from macros.schema.base import Strict
from macros.schema.questionnaire import History
from macros.schema.validate import problem_at, validate
from macros.source.problems import Problem, told


@dataclass
class Typed:
    """Everything that is written, for schools of all kinds. A file with mistakes is None, or not in its list."""

    single: dict[str, Any] = field(default_factory=dict)  # file name -> its content
    folders: dict[str, list[Any]] = field(default_factory=dict)  # folder -> its pages
    history: History | None = None
    problems: list[Problem] = field(default_factory=list)


def read_typed(project: Project, translation: Translation | None) -> Typed:
    """The content of every file, and the mistakes in each. Never raises."""
    found = Typed()
    for name, model in SINGLE_FILES.items():
        if name in project.documents:
            found.single[name] = _content_of(project, name, model, translation, found.problems)
        else:
            found.single[name] = None
            found.problems.append(Problem(f"protocol/{name}.yaml", 1, told("file-missing")))
    for folder, model in FOLDERS.items():
        pages = {name: _content_of(project, name, model, translation, found.problems) for name in project.pages(folder)}
        found.folders[folder] = [page for page in pages.values() if page]
        found.problems += [_other_name(page) for name, page in pages.items() if page and f"{folder}/{page.id}" != name]
    if HISTORY_FILE in project.documents:
        found.history = _content_of(project, HISTORY_FILE, History, translation, found.problems)
    found.problems += [problem for name in project.hidden for problem in project.documents[name].problems]
    found.problems += _twice([page for pages in found.folders.values() for page in pages])
    return found


def _content_of(
    project: Project, name: str, model: type[Strict], translation: Translation | None, problems: list[Problem]
) -> Any:
    """The content of one file, or None. Its mistakes are added to `problems`."""
    document = project.documents[name].fresh()
    if translation:
        document = translation.of(name, document)
    content = validate(document, model)
    problems += document.problems
    return content


def _other_name(page: Any) -> Problem:
    return problem_at(page, "id", message=told("id-is-not-file-name", id=page.id))


def _twice(pages: list[Any]) -> list[Problem]:
    seen: dict[str, Any] = {}
    problems = []
    for page in pages:
        if page.id in seen:
            problems.append(
                problem_at(page, "id", message=told("id-in-other-file", id=page.id, file=seen[page.id]._document.place(())[0]))
            )
        seen.setdefault(page.id, page)
    return problems
