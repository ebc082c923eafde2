"""What a layer does to the ways of a route: a new step finds its place, and the way closes around a hidden one.

A new step with `na: S` comes after S in reading order. It joins the route unless a way leads to it already:
- S has one way out, or `bij` names ways: those now lead to the new step. Without `daarna` it leads on to where they went.
- S is something to do with more ways out and there is no `bij`: the new step takes over all of them.
A hidden step: where there is another choice, the answer that leads to it goes with it. Where it is the only way, or with
`overslaan: ja`, the way goes on to what follows it. A question with one answer left is passed over too. Steps that nothing leads
to any more are hidden with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from macros.layers.locks import is_locked, refusal
from macros.layers.stages import settle, take_stage
from macros.schema.names import way_name
from macros.source.problems import nearest, told
from macros.source.tree import Node

Report = Callable[..., None]


@dataclass
class Inserted:
    """A new step; the step it comes after (or empty); `flags` holds what the layer says about its place."""

    step: Node
    after: str
    flags: Node


@dataclass
class Hidden:
    """A step, or with `way` one of its ways out, that the layer hides. `skip`: never take the answer away."""

    step: str
    way: str
    flags: Node
    skip: bool = False


def rework(root: Node, inserted: list[Inserted], hides: list[Hidden], report: Report) -> dict[str, str]:
    """Insert and hide steps in `root` (in place). Returns {hidden step: why, when the layer did not ask for it itself}."""
    work = _Rework(root, report)
    work.insert_all(inserted)
    before = work.reachable(*(hidden.step for hidden in hides))  # what only a hidden step leads to goes with it
    for hidden in hides:
        if hidden.way:
            work.hide_way(hidden)
        else:
            work.hide_step(hidden.step, hidden.flags, hidden.skip, "")
        work.drop_unreachable(before, hidden.flags)
    if hides:
        work.forget_hidden()
    return work.hidden


class _Rework:
    """The steps of one route, while they change."""

    def __init__(self, root: Node, report: Report) -> None:
        self.root = root
        self.report = report
        self.hidden: dict[str, str] = {}
        self.gone_ways: set[tuple[str, str]] = set()  # (step, name of the way) that may not be answered any more
        self.base_file = root.file

    @property
    def steps(self) -> list[Node]:
        return self.root.items("stappen")

    def find(self, name: str) -> Node | None:
        return next((step for step in self.steps if step.text("id") == name), None)

    def step(self, name: str) -> Node:
        """The step with this name. Raises KeyError when there is none."""
        found = self.find(name)
        if found is None:
            raise KeyError(name)
        return found

    def ways_to(self, name: str) -> list[tuple[Node, Node]]:
        return [(step, way) for step in self.steps for way in step.items("daarna") if way.text("naar") == name]

    def reachable(self, *also: str) -> set[str]:
        """The names of the steps that can be reached from the start, or from the steps in `also`."""
        by_name = {step.text("id"): step for step in self.steps}
        waiting, found = [self.root.text("begin"), *also], set()
        while waiting:
            name = waiting.pop()
            if name in by_name and name not in found:
                found.add(name)
                waiting += [way.text(key) for way in by_name[name].items("daarna") for key in ("naar", "dan")]
        return found

    # ---- new steps ----

    def insert_all(self, inserted: list[Inserted]) -> None:
        """Put each new step in its place; one may come after another new one."""
        last: dict[tuple, str] = {}  # two steps after the same one come in the order of the layer
        waiting = list(inserted)
        while waiting:
            ready = [one for one in waiting if not one.after or self.find(one.after)]
            if not ready:
                break
            for one in ready:
                self.insert(one, last)
            waiting = [one for one in waiting if one not in ready]
        settle(self.root, [one.step for one in inserted if not one.after])
        names = [step.text("id") for step in self.steps]
        for one in waiting:
            self.report(one.flags.value["na"], told("unknown-step-to-follow", unknown=one.after, near=nearest(one.after, names)))
            self.root.value["stappen"].value.append(one.step)

    def insert(self, new: Inserted, last: dict[tuple, str]) -> None:
        steps = self.root.value["stappen"].value
        by = new.flags.texts("bij")
        if not new.after:
            if by:
                self.report(new.flags.value["bij"], told("by-needs-after"))
            steps.append(new.step)
            return
        chain = (new.after, tuple(by))
        anchor = self.step(last.get(chain, new.after))
        ways = anchor.items("daarna")
        steps.insert(next(index for index, step in enumerate(steps) if step is anchor) + 1, new.step)
        take_stage(new.step, anchor)
        if not self.ways_to(new.step.text("id")):
            self.join(new, anchor, ways, by if chain not in last else [])
        last[chain] = new.step.text("id")

    def join(self, new: Inserted, anchor: Node, ways: list[Node], by: list[str]) -> None:
        """Let the ways out of `anchor` lead to the new step."""
        name, names = new.step.text("id"), [way_name(way) for way in ways]
        unknown = [key for key in by if key not in names]
        if anchor.text("soort") == "einde" or not ways:
            self.report(new.flags.value["na"], told("nothing-after-end", step=anchor.text("id")))
        elif unknown:
            self.report(
                new.flags.value["bij"],
                told(
                    "unknown-way-to-join",
                    step=anchor.text("id"),
                    way=unknown[0],
                    ways=", ".join(names),
                    near=nearest(unknown[0], names),
                ),
            )
        elif by or len(ways) == 1:
            self.lead_to(new, [way for way in ways if not by or way_name(way) in by])
        elif anchor.text("soort") == "doen" and not new.step.get("daarna") and new.step.text("soort") != "einde":
            new.step.value["daarna"] = anchor.value["daarna"]
            former = Node([Node(key, anchor.file, anchor.line) for key in names], new.step.file, new.step.line)
            self.set_ways(anchor, new.step, {"naar": Node(name, new.step.file, new.step.line), "voorheen": former})
            self.move_answers(anchor.text("id"), name)
        else:
            self.report(
                new.flags.value["na"], told("say-which-way", step=anchor.text("id"), first=names[0], ways=", ".join(names))
            )

    def lead_to(self, new: Inserted, ways: list[Node]) -> None:
        targets = list(dict.fromkeys(way.text("naar") for way in ways))
        if not new.step.get("daarna") and new.step.text("soort") != "einde":
            if len(targets) > 1:
                self.report(new.flags.value["bij"], told("ways-differ", targets=", ".join(targets)))
                return
            self.set_ways(new.step, new.step, {"naar": ways[0].value["naar"]})
        for way in ways:
            target = self.find(way.text("naar"))
            deadline = target.get("wanneer") if target is not None else None
            if is_locked(target) and deadline is not None and deadline.text("binnen") == "meteen":
                self.report(
                    new.flags.value["na"], told("at-once-step", step=way.text("naar"), refusal=refusal(way.text("naar"), target))
                )
            self.redirect(way, Node(new.step.text("id"), new.step.file, new.step.line))

    def set_ways(self, step: Node, at: Node, way: dict[str, Node]) -> None:
        step.value["daarna"] = Node([Node(way, at.file, at.line)], at.file, at.line)

    def redirect(self, way: Node, target: Node) -> None:
        """Let a way lead elsewhere. It keeps its name, so that stored answers and scenarios still fit."""
        if "id" not in way.value:
            way.value["id"] = Node(way.text("naar"), way.file, way.line)
        way.value["naar"] = target

    def move_answers(self, old: str, new: str) -> None:
        for scenario in self.root.items("scenarios"):
            answers = scenario.get("antwoorden")
            if answers is not None and answers.get(old) is not None and new not in answers.value:
                answers.value[new] = answers.value.pop(old)

    # ---- hidden steps ----

    def hide_way(self, hidden: Hidden) -> None:
        step = self.find(hidden.step)
        if step is None:
            return  # the step itself is hidden too
        ways = step.items("daarna")
        if len(ways) < 2:
            self.report(hidden.flags, told("only-way", step=hidden.step))
            return
        self.remove_ways(step, [way for way in ways if way_name(way) == hidden.way], hidden.flags)

    def remove_ways(self, step: Node, gone: list[Node], at: Node) -> None:
        """Take answers away. With one left there is nothing to choose: a question is passed over, other steps lose the label."""
        self.gone_ways |= {(step.text("id"), way_name(way)) for way in gone}
        kept = [way for way in step.value["daarna"].value if way not in gone]
        step.value["daarna"].value[:] = kept
        if len(kept) == 1 and step.text("soort") == "vraag":
            self.hide_step(step.text("id"), at, True, "Er bleef maar één antwoord over, dus is er niets meer te vragen.")
        elif len(kept) == 1 and isinstance(kept[0].value, dict):
            kept[0].value.pop("als", None)

    def hide_step(self, name: str, at: Node, skip: bool, reason: str) -> None:
        step = self.find(name)
        if step is None:
            return
        ways = step.items("daarna")
        onward = ways[0] if len(ways) == 1 and ways[0].text("naar") != name else None
        after = told("say-what-follows", name=name)
        if self.root.text("begin") == name and onward is None:
            self.report(at, told("step-is-start", name=name))
            return
        plans = [self.plan(other, name, skip) for other in self.steps if other is not step]
        for way in [way for _, gone, led, _ in plans for way in (*gone, *led) if way.value["naar"].file == at.file]:
            self.report(way, told("way-to-hidden-step", name=name))
            return
        blocked = [other for other, gone, led, limited in plans if (led or limited) and onward is None]
        if blocked:
            self.report(at, told("step-cannot-go", name=name, before=blocked[0].text("id"), advice=after))
            return
        if onward is not None and self.root.text("begin") == name:
            self.root.value["begin"] = onward.value["naar"]
        for other, gone, led, limited in plans:
            if onward is not None:
                self.lead_past(onward, led, limited)
            if gone:
                self.remove_ways(other, gone, at)
        self.remove(name, reason, at)

    def lead_past(self, onward: Node, led: list[Node], limited: list[Node]) -> None:
        """Let the ways to a step that goes away lead where its only way leads; `limited` are those that led there in the end."""
        for way in limited:
            way.value["dan"] = onward.value["naar"]
        for way in led:
            self.redirect(way, onward.value["naar"])
            for key in ("hoogstens", "dan"):  # a way back keeps its limit
                if key in onward.value and key not in way.value:
                    way.value[key] = onward.value[key]

    def plan(self, other: Node, name: str, skip: bool) -> tuple[Node, list[Node], list[Node], list[Node]]:
        """What hiding the step `name` means for another step: that step, the answers that go away, the ways that lead on
        to what follows, and those whose limit led to the hidden step."""
        ways = other.items("daarna")
        leading = [way for way in ways if way.text("naar") == name]
        gone = leading if not skip and len(leading) < len(ways) else []
        return (
            other,
            gone,
            [way for way in leading if way not in gone],
            [way for way in ways if way.text("dan") == name and way not in gone],
        )

    def remove(self, name: str, reason: str, at: Node) -> None:
        step = self.find(name)
        if reason and is_locked(step):
            self.report(at, told("locked-step-falls-away", name=name, refusal=refusal(name, step)))
            return
        self.root.value["stappen"].value[:] = [step for step in self.root.value["stappen"].value if step.text("id") != name]
        self.hidden[name] = reason

    def drop_unreachable(self, before: set[str], at: Node) -> None:
        """Hide the steps that could be reached before, and no more."""
        for name in sorted(before - self.reachable() - set(self.hidden)):
            self.remove(name, "Er gaat geen weg meer naartoe.", at)

    def forget_hidden(self) -> None:
        """Deadlines and scenarios of the base no longer name what is hidden."""
        for step in self.steps:
            deadline = step.get("wanneer")
            if deadline is not None and deadline.file == self.base_file and deadline.text("na") in self.hidden:
                del deadline.value["na"]
        scenarios = self.root.get("scenarios")
        if scenarios is None or not isinstance(scenarios.value, list):
            return
        scenarios.value[:] = [one for one in scenarios.value if one.file != self.base_file or self.still_fits(one)]

    def still_fits(self, scenario: Node) -> bool:
        """Can this scenario still be walked? What it says of steps that are passed over is left out."""
        answers = scenario.get("antwoorden")
        if answers is not None and isinstance(answers.value, dict):
            if any((step, key) in self.gone_ways for step in answers.value for key in answers.texts(step)):
                return False
            answers.value = {step: given for step, given in answers.value.items() if step not in self.hidden}
        passed = scenario.get("langs")
        if passed is not None and isinstance(passed.value, list):
            passed.value = [step for step in passed.value if step.value not in self.hidden]
        return scenario.text("einde") not in self.hidden
