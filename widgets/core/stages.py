"""The case as a list: how far each stage of the protocol is, and each step in it, from the plan of the case.

Needs besides what widgets.core.plan reads: content["stages"] (list of {"id", "title", "side"}, in their order) and per step
"stage". In a protocol without stages each step counts as a stage that is seldom needed.
"""

from widgets.core.route import index_steps, reached_from

SIGNS = {"done": "✓", "skipped": "–", "now": "●", "late": "!", "ahead": "○", "maybe": "○", "passed": "–", "gone": "–"}


def stages(content, model, lines):
    """A list of dicts, one per stage to be shown; empty without a plan. `lines` is the plan (widgets.core.plan).

    "id", "title", "status", "day" (day or None), "certain" (whether the day is a fact or nothing can move it any more), "again"
    (it was there before), "steps": list of {"visit", "title", "status", "day", "certain"} of what was reached or is expected.
    "status": "done" (on "day"), "skipped" (left, and nothing of it was done), "now", "late" (by "day"), "ahead" (by "day"),
    "maybe" (it can still come), "passed" (left out so far, it can still come) or "gone" (it cannot come any more). A stage that
    is seldom needed is only there once it was reached.
    """
    if not lines:
        return []
    known = content["stages"] or [{"id": step["id"], "title": step["title"], "side": True} for step in content["steps"]]
    steps = index_steps(content)
    place = place_of(lines)
    here = stage_of(content, steps[place["step"]])
    within = [stage_of(content, steps[step]) for step in reached_from(steps, [line for line in lines if not line["expected"]])]
    found = []
    before = True
    for stage in known:
        mine = [line for line in lines if stage_of(content, steps[line["step"]]) == stage["id"]]
        walked = [line for line in mine if not line["expected"]]
        if stage["id"] == here:
            before = False
        if not walked and stage["side"] and (content["stages"] or not mine):
            continue
        if stage["id"] == here:
            status = step_status(model, steps, place)
            line = place
        elif len(mine) > len(walked):
            status = "ahead"
            line = ([each for each in mine[len(walked) :] if each["due"] is not None] + mine[len(walked) :])[0]
        elif walked:
            line = _last_done(steps, walked)
            status = "skipped" if line["skipped"] else "done"
        else:
            line = None
            status = "gone" if stage["id"] not in within else "passed" if before else "maybe"
        day, certain = day_of(line)
        found.append(
            {
                "id": stage["id"],
                "title": stage["title"],
                "status": status,
                "day": day,
                "certain": certain,
                "again": len(walked) > 0 and status == "ahead",
                "steps": [_step(model, steps, each) for each in mine],
            }
        )
    return found


def stage_of(content, step):
    """The id of the stage of a step; its own in a protocol without stages."""
    return step["stage"] if content["stages"] else step["id"]


def place_of(lines):
    """The last line of a plan that was reached."""
    return [line for line in lines if not line["expected"]][-1]


def step_status(model, steps, line):
    """How far the step of a line is: "done", "skipped", "now", "late" or "ahead"."""
    if line["expected"]:
        return "ahead"
    if line["answer"]:
        return "skipped" if line["skipped"] else "done"
    if steps[line["step"]]["kind"] == "end":
        return "done"
    late = model["today"] is not None and line["due"] is not None and line["due"] < model["today"]
    return "late" if late and line["begun"] is None else "now"


def day_of(line):
    """(the day to show at a line or None, whether it is certain): when it was done, or by when it must or may be."""
    if line is None:
        return None, False
    if line["answer"]:
        return (None if line["skipped"] else line["done"]), True
    return line["due"], line["certain"]


def _step(model, steps, line):
    day, certain = day_of(line)
    step = steps[line["step"]]
    return {
        "visit": line["visit"],
        "title": step["title"],
        "status": step_status(model, steps, line),
        "day": day,
        "certain": certain,
    }


def _last_done(steps, walked):
    """Of the lines of a stage that was left the one that tells when: the last that was done, a question only without another."""
    for kinds in (("do",), ("ask", "end")):
        done = [line for line in walked if steps[line["step"]]["kind"] in kinds and not line["skipped"]]
        if done:
            return done[-1]
    return walked[-1]
