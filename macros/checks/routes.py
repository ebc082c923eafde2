"""Checks of one route: every step can be reached, every choice leads somewhere, every path ends."""

import re

from macros.checks.names import unknown_names
from macros.checks.stages import check_stages, check_way
from macros.content import graph
from macros.content.mentions import every_title, texts_of, titles
from macros.content.model import Content
from macros.content.own_scenarios import fitting, is_joined, stands_in_layer
from macros.content.scenarios import walk_scenario, ways_of
from macros.schema.durations import order
from macros.schema.route import OWN_PROTOCOL, PREVIOUS, Deadline, Route, Scenario, Step
from macros.schema.validate import problem_at
from macros.source.problems import Problem, Told, nearest, told

MAX_STEP_WORDS = 260  # about one screen
_NAMED_PAGE = re.compile(r"\b(?:pagina|wegwijzer|lijst|protocol) ‘([^‘’]+)’")


def check_route(route: Route, content: Content) -> list[Problem]:
    """All mistakes in a route. Shape is only checked when every name is known."""
    problems = _check_ids(route) + check_stages(route)
    known = [step.id for step in route.steps]
    for step in route.steps:
        problems += _check_step(step, known)
        problems += unknown_names(step, content) + check_mentions(step, content) + check_onward(step, content)
    if not problems:
        problems += _check_shape(route)
    if not problems:
        problems += check_way(route) + _check_deadlines(route) + _check_scenarios(route) + _check_parents(route, content)
    problems += _check_length(route)
    return problems


def _check_ids(route: Route) -> list[Problem]:
    problems = []
    first: dict[str, Step] = {}
    for step in route.steps:
        if step.id in first:
            line = route._document.line(first[step.id]._path + ("id",))
            problems.append(problem_at(step, "id", message=told("step-twice", id=step.id, line=line)))
        first.setdefault(step.id, step)
    if route.start not in first:
        problems.append(
            problem_at(route, "begin", message=told("unknown-start", unknown=route.start, near=nearest(route.start, first)))
        )
    return problems


def _check_step(step: Step, known: list[str]) -> list[Problem]:
    problems = []
    if step.kind == "einde" and step.exits:
        problems.append(problem_at(step, "daarna", message=told("end-with-ways", id=step.id)))
    if step.kind != "einde" and not step.exits:
        problems.append(problem_at(step, message=_dead_end(step)))
    if step.kind == "vraag" and len(step.exits) == 1:
        problems.append(problem_at(step, "daarna", message=told("question-with-one-answer", id=step.id)))
    if step.kind == "doen" and not step.who:
        problems.append(problem_at(step, message=told("nobody-does-it", id=step.id)))
    if step.route and step.kind != "einde":
        problems.append(problem_at(step, "verder_met", message=told("goes-on-only-at-end")))
    return problems + _check_exits(step, known)


def check_onward(step: Step, content: Content) -> list[Problem]:
    """Protocols and steps at which a wayfinder goes on, that do not exist. A layer may hide a step, and have another protocol."""
    problems = []
    known = {route.id: route for route in content.every_protocol}
    if step.at_step and step.route != OWN_PROTOCOL:
        problems.append(problem_at(step, "verder_bij", message=told("at-step-only-own")))
    for index, named in enumerate(step.at_step):
        name, _, step_id = named.partition("/")
        if f"protocollen/{name}" in content.project.hidden:
            continue
        if name not in known:
            message = told("unknown-route", unknown=name, near=nearest(name, known))
            problems.append(problem_at(step, "verder_bij", index, message=message))
            continue
        steps = [other.id for other in known[name].steps]
        if step_id not in steps and not is_joined(known[name]):
            message = told("unknown-step", unknown=step_id, near=nearest(step_id, steps))
            problems.append(problem_at(step, "verder_bij", index, message=message))
    return problems


def _dead_end(step: Step) -> Told:
    """A step that a school adds to a protocol of the base most often stands between others."""
    added = step._document.at(step._path).known is not None
    return told("dead-end-of-layer" if added else "dead-end", id=step.id)


def _check_exits(step: Step, known: list[str]) -> list[Problem]:
    problems = []
    labels: set[str] = set()
    keys: set[str] = set()
    for way in step.exits:
        for key, target in (("naar", way.to), ("dan", way.then)):
            if target is not None and target not in known:
                problems.append(problem_at(way, key, message=told("unknown-step", unknown=target, near=nearest(target, known))))
        if not way.label and (step.kind == "vraag" or len(step.exits) > 1):
            problems.append(problem_at(way, message=told("way-without-label")))
        if way.label and way.label.lower() in labels:
            problems.append(problem_at(way, "als", message=told("label-twice", label=way.label)))
        labels.add((way.label or "").lower())
        if way.key in keys:
            problems.append(problem_at(way, message=told("ways-with-one-name", key=way.key)))
        keys.add(way.key)
        if (way.limit is None) != (way.then is None):
            problems.append(problem_at(way, message=told("limit-and-then")))
    return problems


def _check_shape(route: Route) -> list[Problem]:
    problems = []
    reached = graph.reachable(route)
    ending = graph.reaching_an_end(route)
    for step in route.steps:
        if step.id not in reached:
            problems.append(problem_at(step, "id", message=told("unreachable", id=step.id)))
        elif step.id not in ending:
            problems.append(problem_at(step, "id", message=told("no-end", id=step.id)))
    loop = graph.unlimited_loop(route)
    if loop:
        problems.append(_endless(route, loop))
    return problems


def _check_deadlines(route: Route) -> list[Problem]:
    problems = []
    before = graph.always_before(route)
    known = [step.id for step in route.steps]
    for step in route.steps:
        if step.deadline and step.deadline.not_before and _waits_too_long(step.deadline):
            message = told("waits-longer-than-term", wait=step.deadline.not_before, within=step.deadline.within)
            problems.append(problem_at(step.deadline, "niet_voor", message=message))
        if not step.deadline or step.deadline.after == PREVIOUS:
            continue
        after = step.deadline.after
        if after not in known:
            problems.append(
                problem_at(step.deadline, "na", message=told("unknown-step-before", unknown=after, near=nearest(after, known)))
            )
        elif after not in before[step.id]:
            problems.append(problem_at(step.deadline, "na", message=told("not-always-before", after=after, id=step.id)))
    return problems


def _endless(route: Route, loop: list[str]) -> Problem:
    """A loop without an end: by the way that follows on a limit, or by one that has none."""
    names = " → ".join([*loop, loop[0]])
    for here, following in zip(loop, [*loop[1:], loop[0]]):
        for number, way in enumerate(route.step(here).exits):
            if way.then == following and way.to != following:
                message = told("endless-loop-then", names=names, step=here)
                return problem_at(route.step(here), "daarna", number, "dan", message=message)
    return problem_at(route.step(loop[-1]), "daarna", message=told("endless-loop", names=names))


def _waits_too_long(deadline: Deadline) -> bool:
    """Whether a step may only be done after its own term."""
    wait, within = order(deadline.not_before or ""), order(deadline.within)
    return wait is not None and within is not None and wait > within


def _check_scenarios(route: Route) -> list[Problem]:
    problems = []
    walked: set[tuple[str, str, str]] = set()
    for scenario in fitting(route):
        problems += _check_scenario(route, scenario, walked)
    for step in route.steps:
        for way in step.exits:
            if is_joined(route) and not stands_in_layer(way):
                continue  # the examples of the base that walked here may have gone with what a layer hid
            targets = [way.to] + ([way.then] if way.then else [])
            for target in targets:
                if (step.id, way.key, target) not in walked:
                    problems.append(
                        problem_at(way, message=told("way-without-scenario", id=step.id, target=target), warning=True)
                    )
    return problems


def _check_scenario(route: Route, scenario: Scenario, walked: set[tuple[str, str, str]]) -> list[Problem]:
    problems = []
    known = [step.id for step in route.steps]
    for step_id, given in scenario.answers.items():
        if step_id not in known:
            problems.append(
                problem_at(
                    scenario,
                    "antwoorden",
                    step_id,
                    message=told("unknown-step-in-scenario", unknown=step_id, near=nearest(step_id, known)),
                )
            )
            continue
        keys = [way.key for way in route.step(step_id).exits]
        for key in [given] if isinstance(given, str) else given:
            if not keys:
                problems.append(problem_at(scenario, "antwoorden", step_id, message=told("scenario-answers-end", step=step_id)))
            elif key not in keys:
                problems.append(
                    problem_at(
                        scenario,
                        "antwoorden",
                        step_id,
                        message=told(
                            "unknown-way-in-scenario", step=step_id, way=key, ways=", ".join(keys), near=nearest(key, keys)
                        ),
                    )
                )
    if problems:
        return problems
    trail = walk_scenario(ways_of(route), scenario)
    passed = [place["step"] for place in trail]
    for step_id, given in scenario.answers.items():
        if passed.count(step_id) < (1 if isinstance(given, str) else len(given)):
            problems.append(problem_at(scenario, "antwoorden", step_id, message=told("scenario-answers-too-much", step=step_id)))
    for here, following in zip(trail, trail[1:]):
        walked.add((here["step"], here["answer"], following["step"]))
    if passed[-1] != scenario.end:
        problems.append(
            problem_at(
                scenario,
                "einde",
                message=told("scenario-ends-elsewhere", reached=passed[-1], end=scenario.end, way=" → ".join(passed[-6:])),
            )
        )
    for index, step_id in enumerate(scenario.via):
        if step_id not in passed:
            problems.append(problem_at(scenario, "langs", index, message=told("scenario-misses-step", step=step_id)))
    return problems


def _check_parents(route: Route, content: Content) -> list[Problem]:
    """A remark at a step of a protocol in which parents take part or are told, without a line for them."""
    home = {role_id for role_id, role in content.roles.items() if role.group == "thuis"}
    return [
        problem_at(step, message=told("parents-without-line", id=step.id), warning=True)
        for step in (route.steps if route.id in content.protocols else [])
        if step.kind != "einde" and not step.for_parents and home & {*step.with_, *step.inform}
    ]


def _check_length(route: Route) -> list[Problem]:
    problems = []
    for step in route.steps:
        texts = [*(text for _, text in texts_of(step)), *(line.text for line in step.how_for)]
        if sum(len(text.split()) for text in texts) > MAX_STEP_WORDS:
            problems.append(problem_at(step, message=told("step-too-long", id=step.id, most=MAX_STEP_WORDS), warning=True))
    return problems


def check_mentions(step: Step, content: Content) -> list[Problem]:
    """A problem for "de pagina ‘…’" with a title that is nearly right, and a remark for one that no page has: the link would
    silently be missing. A page that this school hides or does not need may be named.
    """
    known, somewhere = titles(content), every_title(content)
    problems = []
    for place, text in texts_of(step):
        for title in _NAMED_PAGE.findall(text):
            near = nearest(title, known)
            if title in known or title in somewhere:
                continue
            if near:
                problems.append(problem_at(step, *place, message=told("title-unknown", title=title, near=near)))
            else:
                problems.append(problem_at(step, *place, message=told("title-nowhere", title=title), warning=True))
    return problems
