"""In which order the steps of a route are told, and which ways lead to a step."""

from dataclasses import dataclass

import networkx

from macros.content.languages import say
from macros.content.model import Content
from macros.content.translation import dutch_part
from macros.render.deadlines import (
    forward,
    rounds_before,
)
from macros.schema.route import Exit, Route, Step


def reading_order(route: Route) -> list[tuple[str, list[Step]]]:
    """All steps, in the phases begin, volgen, verder and einde.

    A phase follows from the route: what happens before the first fixed moments to look back (`opvolgen`), those
    moments, what can come after them, and the ends. Within a phase a step stands after the steps that lead to
    it; where the route leaves a choice, the order of the file counts. Ways back do not count.
    """
    place = {step.id: number for number, step in enumerate(route.steps)}
    rounds = rounds_before(route)
    phases: dict[str, list[Step]] = {"begin": [], "volgen": [], "verder": [], "einde": []}
    for step_id in networkx.lexicographical_topological_sort(forward(route), key=place.get):
        step = route.step(step_id)
        if step.kind == "einde":
            phases["einde"].append(step)
        elif rounds[step_id]:
            phases["verder"].append(step)
        else:
            phases["volgen" if step.follow_up else "begin"].append(step)
    return list(phases.items())


# ---- when a step is there ----


@dataclass(frozen=True)
class WayIn:
    """How a reader gets to a step: through a labelled exit (`way`), or straight on from `source`."""

    source: Step
    way: Exit | None = None
    used_up: bool = False  # the step comes when the way back has been used as often as it may

    def text(self, content: Content) -> str:
        """When this is the way: the label of the exit, with its question, because an answer alone says too little."""
        if not self.way:
            return say(content, "Na ‘{1}’", self.source.title)
        label = self.way.label or ""
        if self.source.kind == "vraag":
            label = say(content, "‘{1}’ {2}", self.source.title, label)
        if self.used_up:
            return say(content, "Als: {1} (ook na {2} keer opnieuw kijken)", label, str(self.way.limit))
        return say(content, "Als: {1}", label)

    def dutch(self) -> dict | None:
        """The attributes of this text where it was not translated."""
        label = dutch_part(self.way, "als") if self.way else None
        return label or (dutch_part(self.source, "titel") if not self.way or self.source.kind == "vraag" else None)


def ways_in(route: Route, step: Step, told: set[str]) -> list[WayIn]:
    """All ways into `step`. Steps that the reader is not told about are skipped: it is what led to them that counts."""
    found: list[WayIn] = []
    seen = {step.id}

    def look_back(target: str) -> None:
        for source in route.steps:
            for way in source.exits:
                if target not in (way.to, way.then) or source.id == step.id:
                    continue
                if way.label:
                    found.append(WayIn(source, way, used_up=target == way.then))
                elif source.id in told:
                    found.append(WayIn(source))
                elif source.id not in seen:
                    seen.add(source.id)
                    look_back(source.id)

    look_back(step.id)
    return found
