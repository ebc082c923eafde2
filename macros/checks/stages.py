"""Checks of the stages of a route: every step is in one, and the steps of each are together, in the file and on the way."""

from itertools import groupby

from macros.checks.names import duplicates
from macros.content.own_scenarios import is_joined, stands_in_layer
from macros.content.stages import parts, returning
from macros.schema.route import Route, Stage
from macros.schema.validate import problem_at
from macros.source.problems import Problem, nearest, told

MOST = 7  # as many as one screen of a phone holds


def check_stages(route: Route) -> list[Problem]:
    """All mistakes in the stages of a route that can be seen without walking it."""
    problems = duplicates(route.stages, "fase") + _check_names(route)
    if problems or not route.stages:
        return problems
    used = {step.stage for step in route.steps}
    problems = [
        problem_at(stage, "id", message=told("stage-without-steps", id=stage.id))
        for stage in route.stages
        if stage.id not in used and _is_written_here(route, stage)
    ]
    problems += _check_order(route)
    if all(stage.when for stage in route.stages):
        problems.append(problem_at(route, "fasen", message=told("only-side-stages")))
    if sum(not stage.when for stage in route.stages) > MOST:
        problems.append(problem_at(route, "fasen", message=told("too-many-stages", most=MOST), warning=True))
    return problems


def _check_names(route: Route) -> list[Problem]:
    known = [stage.id for stage in route.stages]
    problems = []
    for step in route.steps:
        if step.stage is None and known:
            problems.append(problem_at(step, message=told("step-without-stage", id=step.id, stages=", ".join(known))))
        elif step.stage is not None and not known:
            problems.append(problem_at(step, "fase", message=told("no-stages")))
        elif step.stage is not None and step.stage not in known:
            problems.append(
                problem_at(
                    step,
                    "fase",
                    message=told("unknown-stage", unknown=step.stage, near=nearest(step.stage, known), stages=", ".join(known)),
                )
            )
    return problems


def _check_order(route: Route) -> list[Problem]:
    """The steps stand by stage, and the stages in the order of the steps."""
    runs = [next(steps) for _, steps in groupby(route.steps, key=lambda step: step.stage)]
    order = {step.stage: place for place, step in reversed(list(enumerate(runs)))}
    apart = [step for place, step in enumerate(runs) if order[step.stage] < place]
    if is_joined(route):  # what a new step stands between is not to blame
        apart = [step for step in apart if stands_in_layer(step)] or apart
    if apart:
        return [problem_at(step, "fase", message=told("stage-in-pieces", id=step.id, stage=step.stage)) for step in apart]
    known = [stage for stage in route.stages if stage.id in order]
    return [
        problem_at(stage, "id", message=told("stage-out-of-order", id=stage.id, before=before.id))
        for before, stage in zip(known, known[1:])
        if order[stage.id] < order[before.id]
    ]


def check_way(route: Route) -> list[Problem]:
    """Steps of a stage that are together in the file, but between which the way leads through another stage."""
    titles = {stage.id: stage.title for stage in route.stages}
    return [
        problem_at(step, "fase", message=told("stage-left-and-back", id=step.id, title=titles[stage.id]))
        for stage, steps in parts(route)
        if _is_written_here(route, stage)
        for step in returning(route, steps)[:1]
    ]


def _is_written_here(route: Route, stage: Stage) -> bool:
    """Can its author do something about this stage? In one of the base a layer may hide every step, or lead a way elsewhere."""
    return not is_joined(route) or stands_in_layer(stage)
