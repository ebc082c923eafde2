"""The words for the search: those of the base in protocol/zoeken.yaml, and what a school adds in its own layer."""

from macros.content.project import Project
from macros.schema import FOLDERS, SEARCH_FILE
from macros.schema.questionnaire import BALLOT, REPORT
from macros.schema.search import Search
from macros.schema.validate import problem_at, validate
from macros.source.problems import Problem, nearest, told


def search_words(project: Project) -> tuple[Search, list[Problem]]:
    """The words of the project, and the mistakes in those files. No words without the file, or with a mistake in it."""
    document = project.documents.get(SEARCH_FILE)
    nothing = Search.model_validate({})
    if document is None:
        return nothing, []
    document = document.fresh()
    words = validate(document, Search)
    return words or nothing, [*document.problems, *(_unknown_pages(words, project) if words else [])]


def _unknown_pages(words: Search, project: Project) -> list[Problem]:
    if not [*(project.root / "docs").glob("*.md")]:
        return []  # without the written pages nobody can tell
    known = _pages(project)
    return [
        problem_at(
            words,
            "vragen",
            number,
            "bladzijde",
            message=told("unknown-search-page", unknown=asked.page, near=nearest(asked.page, known)),
        )
        for number, asked in enumerate(words.questions)
        if asked.page not in known
    ]


def _pages(project: Project) -> list[str]:
    """The addresses that a page can have, for schools of all kinds."""
    docs = project.root / "docs"
    written = [path.relative_to(docs).with_suffix("").as_posix() for path in sorted(docs.rglob("*.md"))]
    made = [name for name in project.documents if name.split("/")[0] in FOLDERS]
    roles = project.documents.get("rollen")
    listed = roles.value.get("rollen") if roles and isinstance(roles.value, dict) else []
    names = [f"rollen/{role.get('id')}" for role in listed or [] if isinstance(role, dict)]
    of_groups = [f"{name}-{what}" for name in made if name.startswith("vragenlijsten/") for what in (BALLOT, REPORT)]
    return [*(name.removesuffix("/index") for name in written), *made, *of_groups, *names]


def folder_readers() -> dict[str, str]:
    """Per first part of an address: for whom its pages are. Not here or empty: for everybody."""
    staff = ("schoolteam", "protocollen", "wegwijzers", "gesprekken", "lijsten", "rollen", "coordinator", "beleid")
    makers = ("scholen", "schrijven", "keuzes", "over", "eigen-keuzes", "zonder-internet")
    return {
        "leerlingen": "leerling",
        "vragenlijsten": "leerling",
        "ouders": "ouder",
        **dict.fromkeys(staff, "personeel"),
        **dict.fromkeys(makers, "maker"),
    }
