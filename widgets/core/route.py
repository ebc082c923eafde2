"""Walking a route: from stored answers to the trail, the place and what each answer starts.

A route is plain data: {"start": step id, "steps": [step, ...]}; a step has "id", "kind" ("do", "ask"
or "end") and "exits": [{"key", "label", "to", "limit", "then"}]. An exit with a limit above 0 may be
taken that many times; after that the route goes on at "then".

Answers are a dict of visit to exit key. A visit is the step id; the second visit of the same step is
"id#2", and so on. Only answers are stored; everything else is derived from them here.
"""


def index_steps(route):
    """A dict of step id to step."""
    steps = {}
    for step in route["steps"]:
        steps[step["id"]] = step
    return steps


def find_exit(step, key):
    """The exit of `step` with this key, or None."""
    for way in step["exits"]:
        if way["key"] == key:
            return way
    return None


def destination(way, times_taken):
    """The step id where an exit leads when it was taken `times_taken` times before."""
    if way["limit"] > 0 and times_taken >= way["limit"]:
        return way["then"]
    return way["to"]


def walk(route, answers):
    """Replay `answers` from the start.

    Returns a list of visits: dicts with "visit", "step" (id), "round" (1 for the first visit),
    "answer" (exit key or "") and "taken" (dict of exit key to how often it was taken before).
    The last one is the place: an end, or the first step without a valid answer.
    """
    steps = index_steps(route)
    rounds = {}
    taken = {}
    trail = []
    step_id = route["start"]
    while True:
        step = steps[step_id]
        number = rounds[step_id] + 1 if step_id in rounds else 1
        rounds[step_id] = number
        visit = step_id if number == 1 else step_id + "#" + str(number)
        before = {}
        for way in step["exits"]:
            name = step_id + "/" + way["key"]
            before[way["key"]] = taken[name] if name in taken else 0
        answer = answers[visit] if visit in answers else ""
        way = find_exit(step, answer)
        trail.append({"visit": visit, "step": step_id, "round": number, "answer": answer if way else "", "taken": before})
        if way is None:
            return trail
        step_id = destination(way, before[answer])
        taken[trail[-1]["step"] + "/" + answer] = before[answer] + 1


def position_of(trail, visit):
    """The index in a trail (see walk) of a visit; of the last one when it is not there."""
    for position in range(len(trail)):
        if trail[position]["visit"] == visit:
            return position
    return len(trail) - 1


def reached_from(steps, trail):
    """The ids of the steps that can still come after the last visit of a trail (see walk), as a dict of id to True. A way back
    that was taken as often as it may is closed."""
    taken = {}
    for place in trail:
        name = place["step"] + "/" + place["answer"]
        taken[name] = taken[name] + 1 if name in taken else 1
    found = {}
    waiting = [trail[-1]["step"]]
    while waiting:
        step = steps[waiting.pop()]
        for way in step["exits"]:
            targets = [way["to"], way["then"]]
            if way["limit"] > 0:
                name = step["id"] + "/" + way["key"]
                if name in taken and taken[name] >= way["limit"]:
                    targets = [way["then"]]
            for target in targets:
                if target and target not in found:
                    found[target] = True
                    waiting.append(target)
    return found


def off_path(route, answers):
    """Visits that were answered but no longer lie on the path, in the order they were answered."""
    on_path = [place["visit"] for place in walk(route, answers)]
    return [visit for visit in answers if visit not in on_path]


def visited_step(visit):
    """The step id of a visit ("volgen#2" -> "volgen")."""
    return visit.split("#")[0]
