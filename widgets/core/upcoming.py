"""What still has to happen in a case, day by day: from the lines of a plan (widgets.core.plan)."""

from widgets.core import dates
from widgets.core.route import index_steps

ORDINALS = ("Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde", "Zevende", "Achtste", "Negende", "Tiende")


def open_dates(content, model, lines):
    """What still has to happen by the `lines` of a plan, soonest first: a list of dicts.

    "day", "uid" (stable for the same event), "kind" ("step", "moment", "appointment", or "over" for the end of what goes on),
    "title", "step" (id), "who", "more" (what else must be known of it), "expected" (not reached yet, or it counts from a
    day that is not known yet), "certain" (it comes, on this day).
    """
    steps = index_steps(content)
    found = []
    for index in range(len(lines)):
        line = lines[index]
        step = steps[line["step"]]
        record = model["records"][line["visit"]] if line["visit"] in model["records"] else None
        if record is not None and record["next"] is not None and (model["today"] is None or record["next"] >= model["today"]):
            found.append(_event(record["next"], line["visit"] + "-afspraak", "appointment", "Afspraak", step, line))
        if line["over"] is not None and (model["today"] is None or line["over"] >= model["today"]):
            found.append(_end_of(step, line))
        if line["answer"]:
            if len(step["exits"]) == 1 and (index + 1 == len(lines) or lines[index + 1]["step"] != line["step"]):
                # Nothing was asked on leaving, so the days to come back are still to come.
                found = found + _series(step, line, line["later"], 0, model["today"])
            continue
        planned = record["planned"] if record is not None and step["kind"] != "ask" else None
        if line["begun"] is not None:
            found = found + _series(step, line, line["later"], 0, model["today"])
        elif planned is not None:
            found.append(_event(planned, line["visit"], "step", step["title"], step, line))
        elif line["moment"] < len(line["moments"]):
            found = found + _series(step, line, line["moments"], line["moment"], None)
        elif line["due"] is not None:
            found.append(_event(line["due"], line["visit"], "step", step["title"], step, line))
        if line["begun"] is None:
            for event in _series(step, line, line["later"], 0, None):
                event["expected"] = True
                event["certain"] = False
                found.append(event)
    return _in_order(found)


def _end_of(step, line):
    """The event of the day on which what was done in a step is over at the latest."""
    event = _event(line["over"], line["visit"] + "-voorbij", "over", "Uiterlijk voorbij: " + step["title"], step, line)
    event["more"] = ""
    if line["done"] is None and line["begun"] is None:
        event["expected"] = True
        event["certain"] = False
    return event


def _series(step, line, moments, first, today):
    """The events of fixed days to come back, from the `first` on; with `today` only those that are not over."""
    found = []
    for index in range(first, len(moments)):
        if today is None or moments[index] >= today:
            found.append(
                _event(
                    moments[index],
                    step["id"] + "-reeks" + str(line["run"]) + "-" + str(index + 1),
                    "moment",
                    ordinal(index) + " opvolggesprek",
                    step,
                    line,
                )
            )
    return found


def ordinal(index):
    """ "Derde" for 2; from the eleventh on a number."""
    return ORDINALS[index] if index < len(ORDINALS) else str(index + 1) + "e"


def _event(day, uid, kind, title, step, line):
    return {
        "day": day,
        "uid": uid.replace("#", "-"),
        "kind": kind,
        "title": title,
        "step": step["id"],
        "who": step["who"],
        "more": more_of(step, line) if kind == "step" else "",
        "expected": line["expected"],
        "certain": line["certain"],
    }


def more_of(step, line):
    """What must be known of a latest day: from when it may be done, and whose term it is; "" when there is nothing."""
    found = []
    if line["opens"] is not None:
        found.append("Niet vóór " + dates.long_date(line["opens"]) + ".")
    if step["due"] is not None and "outside" in step["due"]:
        found.append("Dit doet iemand buiten de school. Vraag na of het er is.")
    return " ".join(found)


def _in_order(events):
    """By day; of two fixed moments on one day only the first is kept."""
    keys = sorted([(events[index]["day"], index) for index in range(len(events))])
    found = []
    moments = []
    for day, index in keys:
        event = events[index]
        if event["kind"] == "moment":
            if day in moments:
                continue
            moments.append(day)
        found.append(event)
    return found
