"""In which stage of a route a new step of a layer stands. The layer need not say so: it may be older than the stages.

With `na: S` it takes the stage of S. Without `na` it takes that of the first step that leads to it, and stands behind the
other steps of that stage. A stage that the step names itself goes first.
"""

from macros.source.tree import Node


def take_stage(new: Node, step: Node) -> None:
    """Give the stage of `step` to `new` (in place), when that names none."""
    if step.text("fase") and not new.text("fase"):
        new.value["fase"] = Node(step.text("fase"), new.file, new.line)


def settle(root: Node, new: list[Node]) -> None:
    """Give the steps `new`, at the end of the route `root`, their stage and their place in it (in place)."""
    stages = [stage.text("id") for stage in root.items("fasen")]
    before = [step for step in root.items("stappen") if step not in new][-1:]
    waiting = new if stages else []
    while waiting:
        ready = [step for step in waiting if step.text("fase") or _leading(root, step)] or waiting[:1]
        for step in ready:
            for other in _leading(root, step) or before:
                take_stage(step, other)
            if step.text("fase") in stages:
                _place(root, step, stages[: stages.index(step.text("fase")) + 1])
        waiting = [step for step in waiting if step not in ready]


def _leading(root: Node, step: Node) -> list[Node]:
    """The steps in a stage that lead to this one, also after a limit."""
    return [
        other
        for other in root.items("stappen")
        if other is not step
        and other.text("fase")
        and step.text("id") in [way.text(key) for way in other.items("daarna") for key in ("naar", "dan")]
    ]


def _place(root: Node, step: Node, stages: list[str]) -> None:
    """Put a step behind the steps of the last of these stages that has any."""
    steps = [other for other in root.value["stappen"].value if other is not step]
    last = {other.text("fase"): place for place, other in enumerate(steps)}
    place = next((last[stage] + 1 for stage in reversed(stages) if stage in last), len(steps))
    root.value["stappen"].value[:] = [*steps[:place], step, *steps[place:]]
