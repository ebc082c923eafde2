"""What in a plan is certain, and what is only expected.

A step that is not reached yet comes for certain when every way from here leads along it. Its latest day is certain
when it follows from days that are known, or from a step that is in time and can only be followed by this one. All the
rest of a plan is how it goes when nothing special happens: nobody may be promised a day of that.
"""

from widgets.core.route import index_steps


def add_certainty(content, model, lines):
    """Adds "comes" and "certain" (bools) to each line of a plan, see widgets.core.plan."""
    steps = index_steps(content)
    place = None
    answered = []
    for line in lines:
        if not line["expected"]:
            line["comes"] = True
            line["certain"] = True
            place = line
            if line["answer"]:
                answered.append(line["step"])
    straight = True
    counted = _in_time(model, steps[place["step"]], place)
    before = place
    for line in lines:
        if not line["expected"]:
            continue
        step = steps[line["step"]]
        straight = straight and _only_one_follows(steps[before["step"]])
        reached = _reached(steps, place["step"], step["id"])
        ends = [name for name in reached if steps[name]["kind"] == "end"]
        anchor = step["due"]["after"] if step["due"] is not None and not step["moments"] else ""
        fixed = anchor in answered and anchor not in reached
        line["comes"] = straight or not ends
        line["certain"] = line["comes"] and (fixed or straight and counted)
        counted = counted and _is_bounded(step, line)
        before = line


def _in_time(model, step, line):
    """Whether the day on which the place is left is known, at the latest."""
    if not _is_bounded(step, line) or line["skipped"]:
        return False
    if step["kind"] == "ask" or line["begun"] is not None:
        return True
    record = model["records"][line["visit"]] if line["visit"] in model["records"] else None
    planned = record is not None and record["planned"] is not None
    return not planned and (model["today"] is None or model["today"] <= line["due"])


def _is_bounded(step, line):
    """Whether a step that is done in time is over on a known day: it has a latest day, and nobody has to come back for it."""
    return not line["moments"] and (line["due"] is not None or step["kind"] == "ask")


def _only_one_follows(step):
    """Whether the same step follows, whatever is chosen."""
    targets = _targets(step)
    return len(targets) == 1 and targets[0] != step["id"]


def _targets(step):
    found = []
    for way in step["exits"]:
        for target in (way["to"], way["then"]):
            if target and target not in found:
                found.append(target)
    return found


def _reached(steps, first, without):
    """The ids of all steps that can be reached from `first` with one step out of the way."""
    found = []
    waiting = [first]
    while waiting:
        for target in _targets(steps[waiting.pop()]):
            if target != without and target not in found:
                found.append(target)
                waiting.append(target)
    return found
