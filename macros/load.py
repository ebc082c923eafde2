"""All content of one school, read and checked in one pass: files, layers, language, schema, school, words, checks."""

from pathlib import Path

from macros.checks.all import check_references, check_school_type
from macros.content.calendar import with_own_region
from macros.content.filling import filled
from macros.content.hidden import explained
from macros.content.languages import open_translation
from macros.content.model import Content, Draft, with_school
from macros.content.own_site import LAYER, OwnSite, read_own_site
from macros.content.project import LAYERS, Project, read_project
from macros.content.typed import Typed, read_typed


def load(
    root: Path,
    country: str | None = None,
    school_type: str | None = None,
    layers: tuple[str, ...] = LAYERS,
    project: Project | None = None,
    language: str = "",
    typed: Typed | None = None,
) -> Draft:
    """Read and check everything under `root`/protocol: the base, and `layers` over it.

    `country` and `school_type` replace those of school.yaml (to check the content for other schools). With `project`
    (what read_project gave) no file is read again, and with `typed` (what read_typed gave for it) none is checked again.
    With `language` the texts are those of protocol/talen/<language>, and Dutch where there is no translation. Bad content
    never raises: see `problems`; without errors it is Content.
    """
    project = project or read_project(root, layers)
    translation = None
    if language:
        before = {name: project.base[name] for name in project.own if name in project.base}
        translation = open_translation(root, language, project.documents, before)
    typed = typed or read_typed(project, translation)
    own = read_own_site(root) if LAYER in project.layers else OwnSite()
    draft = Draft(
        root,
        project,
        [*project.problems, *typed.problems, *(translation.problems if translation else []), *own.problems],
        translation=translation,
        own=own,
        history=typed.history,
    )
    school = typed.single["school"]
    if school:
        draft.school = with_own_region(school)
        draft.problems += check_school_type(school)
        country, school_type = country or school.country, school_type or school.school_type
    if country and school_type:
        draft = filled(draft, typed, country, school_type)
    content = with_school(draft)
    if isinstance(content, Content) and not content.errors:
        content.problems += check_references(content)
    if project.own and content.errors:
        blamed = {problem.file for problem in content.errors} & {document.file for document in project.base.values()}
        alone = load(root, country, school_type, project=project.without_layers()).problems if blamed else []
        content.problems = explained(content, alone)
    return content
