"""All content of one school, read and checked in one pass: source, schema, selection, words, references."""
from pathlib import Path
from typing import Any

from macros.languages import open_translation
from macros.layer_report import explain, forget_hidden
from macros.model import Content
from macros.problems import Problem, near_miss
from macros.project import LAYERS, Project, read_project
from macros.references import check_references
from macros.schema import FOLDERS, HISTORY_FILE, SINGLE_FILES
from macros.schema.base import ForAudience, Strict, fields_with_parts
from macros.schema.countries import SCHOOL_TYPES
from macros.schema.people import Roles, SchoolWord, Words
from macros.schema.questionnaire import History
from macros.schema.school import School
from macros.school_calendar import forget_region
from macros.source import Document
from macros.validate import problem_at, validate
from macros.words import ForeignVocabulary, Vocabulary, resolve


def load(root: Path, country: str | None = None, school_type: str | None = None, layers: tuple[str, ...] = LAYERS,
         project: Project | None = None, language: str = "") -> Content:
    """Read and check everything under `root`/protocol: the base, and `layers` over it.

    `country` and `school_type` replace those of school.yaml (to check the content for other schools). With `project`
    (what read_project gave) no file is read again. With `language` the texts are those of protocol/talen/<language>,
    and Dutch where there is no translation. Bad content never raises: see `content.problems`.
    """
    project = project or read_project(root, layers)
    content = Content(root, list(project.problems), project)
    if language:
        before = {name: project.base[name] for name in project.own if name in project.base}
        content.translation = open_translation(root, language, project.documents, before)
    documents: list[Document] = []
    single = {name: _read_single(project, name, model, documents, content) for name, model in SINGLE_FILES.items()}
    folders = {name: _read_folder(project, name, model, documents, content) for name, model in FOLDERS.items()}
    if HISTORY_FILE in project.documents:
        content.history = _read_single(project, HISTORY_FILE, History, documents, content)
    content.problems += _duplicate_pages(folders)
    content.school = single["school"]
    if content.school:
        country = country or content.school.country
        school_type = school_type or content.school.school_type
        content.problems += _check_school_type(content.school)
        forget_region(content.school)
    if country and school_type:
        _fill(content, single, folders, country, school_type)
    for document in [*documents, *(project.documents[name] for name in project.hidden)]:
        content.problems += document.problems
    content.problems += content.translation.problems if content.translation else []
    if project.own:
        forget_hidden(content)
    if content.school and not content.errors:
        content.problems += check_references(content)
    if project.own and content.errors:
        blamed = {problem.file for problem in content.errors} & {document.file for document in project.base.values()}
        before = load(root, country, school_type, project=project.without_layers()).problems if blamed else []
        content.problems = explain(content, before)
    return content


def _read_single(project: Project, name: str, model: type[Strict], documents: list[Document], content: Content) -> Any:
    if name not in project.documents:
        content.problems.append(Problem(f"protocol/{name}.yaml", 1, "dit bestand ontbreekt. Zet het terug."))
        return None
    documents.append(_translated(name, project.documents[name].fresh(), content))
    return validate(documents[-1], model)


def _translated(name: str, document: Document, content: Content) -> Document:
    """The document with its translation laid over it, when the site is made in another language."""
    return content.translation.of(name, document) if content.translation else document


def _read_folder(project: Project, folder: str, model: type[Strict], documents: list[Document], content: Content) -> list[Any]:
    pages = []
    for name, known in project.pages(folder).items():
        document = _translated(name, known.fresh(), content)
        documents.append(document)
        page = validate(document, model)
        if page is not None:
            pages.append(page)
            if f"{folder}/{page.id}" != name:
                document.problems.append(problem_at(
                    page, "id", message=f"de id ‘{page.id}’ is anders dan de naam van het bestand. "
                                        f"Noem het bestand {page.id}.yaml of pas de id aan."))
    return pages


def _duplicate_pages(folders: dict[str, list]) -> list[Problem]:
    seen: dict[str, Any] = {}
    problems = []
    for page in [page for pages in folders.values() for page in pages]:
        if page.id in seen:
            problems.append(problem_at(
                page, "id", message=f"de id ‘{page.id}’ bestaat al in {seen[page.id]._document.place(())[0]}. Kies een andere "
                                    f"id."))
        seen.setdefault(page.id, page)
    return problems


def _check_school_type(school: School) -> list[Problem]:
    if school.school_type in SCHOOL_TYPES[school.country]:
        return []
    choices = f"Kies uit: {', '.join(SCHOOL_TYPES[school.country])}."
    document = school._document
    file, other = (document.place((key,))[0] for key in ("land", "onderwijs"))
    if file != other and file in document.layers and other not in document.layers[document.layers.index(file):]:
        return [problem_at(school, "land", message=f"bij dit land hoort een ander onderwijs dan ‘{school.school_type}’, dat in "
                           f"{other} staat. Zet ‘onderwijs’ ook in dit bestand. {choices}")]
    return [problem_at(school, "onderwijs", message=f"‘{school.school_type}’ bestaat niet in dit land. {choices}")]


def _fill(content: Content, single: dict, folders: dict, country: str, school_type: str) -> None:
    """Select what is meant for this school, and fill in its words."""
    def select(items: list) -> list:
        chosen = [item for item in items if not item.audience or item.audience.includes(country, school_type)]
        for item in chosen:
            _select_inside(item, country, school_type)
        return chosen

    if single["rollen"]:
        content.roles = _by_id(single["rollen"].roles, content.problems)
    if single["woorden"]:
        content.words = _by_id(single["woorden"].words, content.problems)
    if not (single["rollen"] and single["woorden"]):
        return   # without roles and words every text would be wrong; first those two files
    own = content.school.words if content.school else {}
    entries = [*content.roles.values(), *content.words.values()]
    dutch = _in_dutch(single) if content.translation else entries
    content.vocabulary = content.spoken = Vocabulary(dutch, country, school_type, own)
    if content.translation and content.translation.site:
        content.spoken = ForeignVocabulary(dutch, entries, country, school_type, content.translation.site.article)
    for entry, name in content.vocabulary.clashes:
        content.problems.append(problem_at(entry, "woord", message=f"het woord ‘{name}’ hoort al bij een ander in rollen.yaml of "
                                                                   "woorden.yaml. Kies een ander woord of een andere id."))
    for word_id in own:
        if word_id not in content.roles and word_id not in content.words:
            known = [*content.roles, *content.words]
            content.problems.append(problem_at(
                content.school, "woorden", word_id,
                message=f"het woord ‘{word_id}’ bestaat "
                        f"niet.{near_miss(word_id, known) or ' Kies een id uit rollen.yaml of woorden.yaml.'}"))
    if single["begrippen"]:
        content.terms = _by_id(select(single["begrippen"].terms), content.problems)
    if single["hulplijnen"]:
        content.helplines = _by_id(select(single["hulplijnen"].helplines), content.problems)
    if single["gevaar"]:
        content.problems += resolve(single["gevaar"], content.vocabulary, content.spoken)
        content.danger_page = single["gevaar"]
        content.danger_intro = single["gevaar"].intro
        content.dangers = list(_by_id(select(single["gevaar"].dangers), content.problems).values())
    if single["vakanties"]:
        content.school_holidays = single["vakanties"].holidays
    content.every_protocol = folders["protocollen"]
    for folder, pages in content.folders.items():
        pages.update({page.id: page for page in select(folders[folder])})
    for item in [*content.roles.values(), *content.terms.values(), *content.helplines.values(), *content.pages]:
        content.problems += resolve(item, content.vocabulary, content.spoken)


def _in_dutch(single: dict) -> list[SchoolWord]:
    """The roles and words before they were translated: their names stand between braces in every language."""
    return [*Roles.model_validate(single["rollen"]._document.dutch.plain()).roles,
            *Words.model_validate(single["woorden"]._document.dutch.plain()).words]


def _select_inside(model: Strict, country: str, school_type: str) -> None:
    """Leave out the parts of a page that are meant for other schools."""
    for name, _ in fields_with_parts(type(model)):
        value = getattr(model, name)
        if isinstance(value, list) and value:
            if isinstance(value[0], ForAudience):
                value[:] = [item for item in value
                            if not item.audience or item.audience.includes(country, school_type)]
            for item in value:
                _select_inside(item, country, school_type)


def _by_id(items: list, problems: list[Problem]) -> dict:
    found: dict[str, Any] = {}
    for item in items:
        if item.id in found:
            first = found[item.id]
            problems.append(problem_at(
                item, "id", message=f"de id ‘{item.id}’ staat er al (regel "
                                    f"{first._document.line(first._path + ('id',))}). Kies een andere id."))
        else:
            found[item.id] = item
    return found
