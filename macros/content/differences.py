"""What a school does differently from the base: the joined content beside the base, change by change."""

from dataclasses import dataclass

from macros.content.project import Project
from macros.schema import HISTORY_FILE, SEARCH_FILE
from macros.schema.names import is_named, name_of
from macros.schema.tables import JOINED, NO_CHOICE, THINGS
from macros.source.reader import Document
from macros.source.tree import Node

ADDED, CHANGED, HIDDEN = "Toegevoegd", "Veranderd", "Verborgen"
TAKEN_OVER = "Daarna dezelfde keuzes als in de basis."
_TITLES = ("titel", "als", "naam", "begrip", "situatie", "tekst", "id", "naar")
_SUMMARY = (
    "titel",
    "naam",
    "als",
    "situatie",
    "begrip",
    "tekst",
    "wie",
    "wanneer",
    "naar",
    "doe",
    "hoe",
    "betekenis",
    "toelichting",
    "telefoon",
    "site",
    "groep",
    "taken",
)


@dataclass(frozen=True)
class Change:
    """One difference. `where` leads to it in words; `field` is the Dutch key; `before` and `after` are values without places."""

    kind: str
    where: tuple[str, ...]
    field: str = ""
    before: object = ""
    after: object = ""
    why: str = ""


def own_choices(project: Project) -> dict[str, list[Change]]:
    """Per changed file ("protocollen/zes-stappen"), in the order of the folders: what a layer adds, changes and hides.

    Left out: school.yaml, that every school has, and what is no choice of policy (dates, sources, words for the search).
    """
    found = {}
    for name in sorted(project.chosen):
        if name not in ("school", HISTORY_FILE, SEARCH_FILE):
            changes = _changes_of(project.base.get(name), project.chosen[name])
            if changes:
                found[name] = changes
    return found


def _changes_of(base: Document | None, merged: Document) -> list[Change]:
    if merged.root is None or not isinstance(merged.root.value, dict):
        return []
    if merged.left_out:
        return [Change(HIDDEN, ())]
    if base is None or base.root is None or not isinstance(base.root.value, dict):
        return [Change(ADDED, (), after=merged.value.get("kort", ""))]
    return _compare(base.root, merged.root, (), merged.hidden)


def _compare(base: Node, merged: Node, where: tuple[str, ...], hidden: dict[str, str]) -> list[Change]:
    changes: list[Change] = []
    for key in [*merged.value, *(key for key in base.value if key not in merged.value)]:
        before, after = base.get(key), merged.get(key)
        if key in NO_CHOICE:
            continue
        if before is not None and after is not None and is_named(key, before) and isinstance(after.value, list):
            changes += _compare_things(key, before, after, where, hidden)
        elif (
            key in JOINED
            and before is not None
            and after is not None
            and isinstance(before.value, dict)
            and isinstance(after.value, dict)
        ):
            changes += _compare(before, after, where, hidden)
        elif before is None or after is None or before.plain() != after.plain():
            changes.append(_changed(key, before, after, where))
    return changes


def _changed(key: str, before: Node | None, after: Node | None, where: tuple[str, ...]) -> Change:
    old, new = before.plain() if before else "", after.plain() if after else ""
    if isinstance(old, list) and isinstance(new, list):  # of a list only the lines that differ
        gone, added = [one for one in old if one not in new], [one for one in new if one not in old]
        return Change(CHANGED if gone or not added else ADDED, where, key, gone, added)
    return Change(ADDED if before is None else HIDDEN if after is None else CHANGED, where, key, old, new)


def _compare_things(key: str, base: Node, merged: Node, where: tuple[str, ...], hidden: dict[str, str]) -> list[Change]:
    old = {name_of(key, item): item for item in base.value}
    new = {name_of(key, item): item for item in merged.value}
    changes: list[Change] = []
    if key == "daarna" and len(new) == 1 and merged.value[0].texts("voorheen") == list(old) != list(new):
        return [Change(CHANGED, where, "naar", [_title(item) for item in old.values()], merged.value[0].text("naar"), TAKEN_OVER)]
    for name, item in new.items():
        place = (*where, _place(key, old.get(name, item)))
        if name not in old:
            changes.append(Change(ADDED, place, after={part: item.get(part).plain() for part in _SUMMARY if item.get(part)}))
        elif key != "scenarios" or item.get("antwoorden") is None or item.file != base.file:
            changes += _compare(old[name], item, place, hidden)
    for name, item in old.items():
        if name not in new and (key != "scenarios" or name in hidden):
            changes.append(Change(HIDDEN, (*where, _place(key, item)), why=hidden.get(name, "")))
    return changes


def _place(key: str, item: Node) -> str:
    """A thing in words: "Stap ‘Bel naar huis’"."""
    if key == "daarna" and not item.text("als"):
        return "De weg verder"
    return f"{THINGS.get(key, key.capitalize())} ‘{_title(item)}’"


def _title(item: Node) -> str:
    word = item.get("woord")
    if word is not None and word.text("naam"):
        return word.text("naam")
    return next(item.text(key) for key in _TITLES if item.text(key))
