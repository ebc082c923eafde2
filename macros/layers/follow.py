"""A layer may still use the older name of a step or way: every place where it stands is read as the new name."""

from macros.layers.renames import Renames, sentence
from macros.schema.names import way_name
from macros.schema.tables import STEPS
from macros.source.problems import Told, told
from macros.source.tree import Node


def follow(base: Node, own: Node, renames: Renames, page: str) -> list[tuple[Node, Told]]:
    """Replace older names of steps in the layer `own` of the route `base` (in place). Returns a notice per place.

    Where a step is named as the thing to change (`id`), macros.layers.merge follows the name itself.
    """
    steps = {step.text("id") for step in base.items("stappen")}
    newer = {
        former: (step.text("id"), told("former", former=former, name=step.text("id")))
        for step in base.items("stappen")
        for former in step.texts("voorheen")
        if former not in steps
    }
    for change in renames.changes:
        last = renames.find(page, change.old)
        if change.file == page and last and last.new in steps and change.old not in steps:
            newer.setdefault(change.old, (last.new, sentence(last)))
    known_ways = [way for step in base.items("stappen") for way in step.items("daarna")]
    names = {way_name(way) for way in known_ways}  # a way that moved to another step still has its name there
    ways = {
        former: (way_name(way), told("former", former=former, name=way_name(way)))
        for way in known_ways
        for former in way.texts("voorheen")
        if former not in names
    }
    notices: list[tuple[Node, Told]] = []
    if newer or ways:
        _walk(own, "", newer, newer | ways, notices)
    return notices


def _walk(node: Node, key: str, steps: dict, answers: dict, notices: list) -> None:
    if isinstance(node.value, dict):
        if key == "antwoorden":
            node.value = {steps[name][0] if name in steps else name: inside for name, inside in node.value.items()}
        for name, inside in node.value.items():
            _walk(inside, "bij" if key == "antwoorden" else name, steps, answers, notices)
    elif isinstance(node.value, list):
        for inside in node.value:
            _walk(inside, key if isinstance(inside.value, str) else "", steps, answers, notices)
    else:
        known = steps if key in STEPS else answers if key == "bij" else {}
        if node.value in known:
            node.value, renamed = known[node.value]
            notices.append((node, renamed))
