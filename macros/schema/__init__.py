"""What authors may write: one model per kind of content, with Dutch keys and explanations."""

from macros.schema.base import Page, Strict
from macros.schema.calendar import SchoolHolidays
from macros.schema.changes import Changes
from macros.schema.collection import Collection
from macros.schema.guide import Guide
from macros.schema.language import Language, Pairs
from macros.schema.look import Look
from macros.schema.people import Roles, Terms, Words
from macros.schema.provenance import FactSources, Provenance
from macros.schema.questionnaire import History, Questionnaire
from macros.schema.route import Route
from macros.schema.school import Dangers, Helplines, School
from macros.schema.search import Search
from macros.schema.translation import Language as OtherLanguage
from macros.schema.translation import Translated

# Files with one collection each: file name without .yaml -> model.
SINGLE_FILES: dict[str, type[Strict]] = {
    "school": School,
    "rollen": Roles,
    "woorden": Words,
    "begrippen": Terms,
    "hulplijnen": Helplines,
    "gevaar": Dangers,
    "vakanties": SchoolHolidays,
}
# The record of versions of questionnaires: a school has one of its own in its layer.
HISTORY_FILE = "vragenlijsten-geschiedenis"
# The words for the search: a school adds its own.
SEARCH_FILE = "zoeken"
# Files of the project itself that a school may leave out.
EXTRA_FILES: dict[str, type[Strict]] = {
    "herkomst": Provenance,
    "feiten": FactSources,
    "taal": Language,
    SEARCH_FILE: Search,
    "voorbeeldzinnen": Pairs,
    HISTORY_FILE: History,
    "wijzigingen": Changes,
}
# Folders with one thing per file: folder -> model.
FOLDERS: dict[str, type[Page]] = {
    "protocollen": Route,
    "wegwijzers": Route,
    "gesprekken": Guide,
    "vragenlijsten": Questionnaire,
    "lijsten": Collection,
}
# Folders under protocol/ that hold a layer over the base, with files of the same names. A star stands for any name.
LAYER_FOLDERS = ("eigen", "locaties/*", "talen/*")
# Files that a layer may hold beside those in folders.
LAYER_FILES = (*SINGLE_FILES, HISTORY_FILE, SEARCH_FILE)
# Files of which the base has none: place in protocol/ -> model.
OWN_FILES: dict[str, type[Strict]] = {"eigen/uiterlijk.yaml": Look}
# Files of a language itself, in protocol/talen/<language>/.
LANGUAGE_FILES: dict[str, type[Strict]] = {"site": OtherLanguage, "stand": Translated}
