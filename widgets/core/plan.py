"""The dates of a case: when each step was done, must be done, or is expected.

Everything follows from the answers, the days of report and of each step, and the calendar; nothing is stored.
Needs besides what widgets.core.route reads: content["calendar"] (see widgets.core.dates) and per step
"due" (None or {"duration": [amount, unit], "after": step id, or "" for the step before}) and "moments"
(list of durations: fixed days to come back). A "due" may also say "wait": how long nothing may be done after the same day;
"lasts": how long what is done goes on at most; and "outside": it is a term of somebody outside the school.
model: "answers", "records" ({visit: record}, see widgets.core.case), "reported" and "today" (days or None).

From which day the next step counts:
- something to do: the day it was done. Not done yet: the day it is planned, else its latest day, and today once
  that day has passed.
- a question: never the day of the answer as such, so that a late answer moves nothing. Without a term of its own it
  takes no time: the day of the step before it. With a term or fixed days it takes that time at most: the day of the
  answer or its own latest day, whichever comes first, and never a day before the step before it.
Fixed days to come back count from the step before. Beside a term of its own they count from the day the step itself
was done, unless that term is the first of them: then it is that same day.
"""

from widgets.core import dates
from widgets.core.certain import add_certainty
from widgets.core.route import destination, index_steps, walk

LONGEST = 60  # steps looked ahead; longer than any route


def expected(content, trail):
    """The step ids after the place, as it goes when nothing special happens: the first exit of each step."""
    steps = index_steps(content)
    taken = {}
    for place in trail:
        if place["answer"]:
            count(taken, place["step"] + "/" + place["answer"])
    found = []
    step = steps[trail[-1]["step"]]
    while step["exits"] and len(found) < LONGEST:
        way = step["exits"][0]
        name = step["id"] + "/" + way["key"]
        step = steps[destination(way, taken[name] if name in taken else 0)]
        if step["id"] in found:
            break
        count(taken, name)
        found.append(step["id"])
    return found


def count(counts, name):
    counts[name] = counts[name] + 1 if name in counts else 1


def plan(content, model):
    """A list of lines, one per visit walked and then one per step expected; empty without a day of report.

    A line is a dict: "visit", "step" (id), "round", "answer", "skipped", "expected" (not reached yet),
    "from" (day of the step before), "due" (latest day or None), "opens" (the first day on which it may be done, or None),
    "over" (the day on which what is done is over at the latest, or None), "done" (day or None), "day" (the day that later
    dates count from), "moments" (days to come back), "moment" (which of them this visit is, from 0), "later" (days to come
    back that count from the day of this visit), "begun" (day on which a step with such days was done, while it is not
    left yet, or None), "run" (how often such a series of days began), "comes" and "certain" (see widgets.core.certain).
    """
    if model["reported"] is None:
        return []
    steps = index_steps(content)
    trail = walk(content, model["answers"])
    lines = []
    rounds = {}
    last_day = {}
    runs = {}
    previous = {"step": "", "day": model["reported"], "moments": [], "moment": 0, "later": []}
    for place in trail + [{"step": step_id} for step_id in expected(content, trail)]:
        step = steps[place["step"]]
        count(rounds, step["id"])
        line = {
            "step": step["id"],
            "round": rounds[step["id"]],
            "expected": "visit" not in place,
            "run": 0,
            "visit": place["visit"] if "visit" in place else visit_name(step["id"], rounds[step["id"]]),
            "answer": place["answer"] if "answer" in place else "",
            "from": previous["day"],
        }
        _add_moments(content["calendar"], step, line, previous, runs)
        line["opens"] = _opens(content["calendar"], step, line, previous, last_day)
        line["due"] = _due(content["calendar"], step, line, previous, last_day)
        _add_day(model, step, line)
        line["over"] = _over(content["calendar"], step, line)
        _add_later(content["calendar"], step, line, previous)
        last_day[step["id"]] = line["day"]
        lines.append(line)
        previous = line
    add_certainty(content, model, lines)
    return lines


def visit_name(step_id, number):
    """How the `number`th visit of a step is called, as in widgets.core.route."""
    return step_id if number == 1 else step_id + "#" + str(number)


def comes_back_after(step):
    """Whether the fixed days of a step count from the day it was done, because it has another term of its own."""
    if step["due"] is None or not step["moments"]:
        return False
    return bool(step["due"]["after"]) or step["due"]["duration"] != step["moments"][0] or "wait" in step["due"]


def _add_moments(calendar, step, line, previous, runs):
    """The fixed days to come back. They count from the step before; coming straight back is the next of them."""
    line["moments"] = []
    line["moment"] = 0
    if not step["moments"]:
        return
    if previous["step"] != step["id"]:
        count(runs, step["id"])
        line["run"] = runs[step["id"]]
        if not comes_back_after(step):
            line["moments"] = dates.moments(calendar, previous["day"], step["moments"])
        return
    line["run"] = previous["run"]
    if previous["later"]:
        line["moments"] = previous["later"]
    elif previous["moments"]:
        line["moments"] = previous["moments"]
        line["moment"] = previous["moment"] + 1


def _add_later(calendar, step, line, previous):
    """The days to come back that begin with this visit: only a step with a term besides them has these."""
    line["later"] = []
    if comes_back_after(step) and previous["step"] != step["id"] and not line["skipped"]:
        line["later"] = dates.moments(calendar, line["day"], step["moments"])


def _due(calendar, step, line, previous, last_day):
    if step["kind"] == "end":
        return None
    if line["moment"] < len(line["moments"]):
        return line["moments"][line["moment"]]
    if line["moments"]:  # all fixed moments are over: keep the pace of the first one that is no term
        return dates.latest(calendar, previous["day"], pace(step))
    if step["due"] is None:
        return None
    day = _counted_from(step, previous, last_day)
    unit = step["due"]["duration"][1]
    if unit == "terms":
        found = dates.term_moments(calendar, day)
        due = found[0] if found else None
    elif unit == "meeting":
        due = dates.next_meeting(calendar, day)
    else:
        due = dates.latest(calendar, day, step["due"]["duration"])
    opens = _opens(calendar, step, line, previous, last_day)
    return opens if due is not None and opens is not None and opens > due else due


def _counted_from(step, previous, last_day):
    """The day from which the term of a step counts."""
    after = step["due"]["after"]
    return last_day[after] if after in last_day else previous["day"]


def _opens(calendar, step, line, previous, last_day):
    """The first day on which a step may be done, when it has to wait; a visit on a fixed day does not."""
    if line["moments"] or step["due"] is None or "wait" not in step["due"] or step["kind"] == "end":
        return None
    return dates.earliest(calendar, _counted_from(step, previous, last_day), step["due"]["wait"])


def _over(calendar, step, line):
    """The day on which what is done in a step is over at the latest, when it says how long it lasts."""
    if step["due"] is None or "lasts" not in step["due"] or line["skipped"] or step["kind"] == "end":
        return None
    return dates.over(calendar, line["day"], step["due"]["lasts"])


def pace(step):
    """How long to wait when all fixed moments of a step are over."""
    for duration in step["moments"]:
        if duration[1] != "terms" and duration[1] != "meeting":
            return duration
    return [1, "months"]


def _add_day(model, step, line):
    """The day that later dates count from: done, planned, or at the latest. Of a question see above."""
    record = model["records"][line["visit"]] if line["visit"] in model["records"] else None
    filled_in = record["day"] if record is not None else None
    line["skipped"] = record is not None and record["skipped"]
    line["done"] = filled_in if line["answer"] else None
    line["begun"] = filled_in if not line["answer"] and comes_back_after(step) else None
    asks = step["kind"] == "ask"
    if line["done"] is not None or line["begun"] is not None:
        line["day"] = day_that_counts(step, line, filled_in)
        return
    if record is not None and record["planned"] is not None and not line["answer"] and not asks:
        line["day"] = record["planned"]
        return
    day = line["from"]
    if line["due"] is not None and line["due"] > day and not line["skipped"]:
        day = line["due"]
    if line["expected"]:
        steady = [moment for moment in line["moments"] if moment - day <= 62]
        if steady:
            day = max(day, steady[-1])
    if not asks and not line["answer"] and model["today"] is not None:
        day = max(day, model["today"])
    line["day"] = day


def day_that_counts(step, line, day):
    """The day from which the next step counts when the visit of `line` is left on `day`: a question moves nothing."""
    if step["kind"] != "ask":
        return day
    if line["due"] is None:
        return line["from"]
    return max(line["from"], min(day, line["due"]))


def due_when_started(content, model, lines, line, step):
    """The latest day (or None) of `step` when the visit of `line` is left now for it. `lines` is the plan."""
    here = index_steps(content)[line["step"]]
    last_day = {}
    for earlier in lines:
        if earlier["visit"] == line["visit"]:
            break
        last_day[earlier["step"]] = earlier["day"]
    filled_in = model["records"][line["visit"]]["day"] if line["visit"] in model["records"] else None
    left = filled_in if filled_in is not None else model["today"]
    day = day_that_counts(here, line, left) if left is not None else line["day"]
    later = dates.moments(content["calendar"], day, here["moments"]) if line["later"] else []
    now = {
        "step": line["step"],
        "day": day,
        "moments": line["moments"],
        "moment": line["moment"],
        "run": line["run"],
        "later": later,
    }
    last_day[line["step"]] = day
    following = {"step": step["id"], "run": 0}
    _add_moments(content["calendar"], step, following, now, {})
    return _due(content["calendar"], step, following, now, last_day)


# ---- in words ----


def lateness(calendar, due, today):
    """How a latest day looks from today, in words; "" when today is not known."""
    if today is None:
        return ""
    if due == today:
        return "vandaag"
    if due < today:
        late = dates.school_days_between(calendar, due, today)
        return school_days(late) + " te laat" if late else "te laat"
    left = dates.school_days_between(calendar, today, due)
    if left == 0:  # a term that goes on while school is closed
        return "nog 1 dag" if due - today == 1 else "nog " + str(due - today) + " dagen"
    return "nog " + school_days(left)


def school_days(number):
    """ "1 schooldag", "3 schooldagen" """
    return str(number) + (" schooldag" if number == 1 else " schooldagen")
