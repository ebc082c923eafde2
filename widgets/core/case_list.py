"""The case as a list on top of the guide: what is done, where it is now, what comes next; with the way to the step of now.

A day stands there as a fact only when it is certain. What is only expected is grey and says so.
"""

from widgets.core import dates
from widgets.core.case import case_name, record_of
from widgets.core.html import el
from widgets.core.plan import due_when_started, lateness, school_days
from widgets.core.route import destination, index_steps, walk
from widgets.core.stages import SIGNS, place_of, stages, step_status
from widgets.core.upcoming import open_dates

LEFT_OUT = {"skipped": "niet gedaan", "maybe": "nog niet", "passed": "tot nu toe niet nodig", "gone": "niet nodig"}


def view(content, model, lines):
    """The list; None without a day of report. After a case was opened it also tells what came along and what happened."""
    if not lines:
        return None
    told = model["notice"] if model["panel"] != "keep" else []
    return [
        el("p", {"class": "case-when", "tabindex": "-1", "data-focus": model["focus"] == "next"}, _head(content, model)),
        el("ol", {"class": "case-stages"}, [_stage(model, stage) for stage in stages(content, model, lines)]),
        el("p", {"class": "case-line"}, _happened(content, model, lines)) if told else None,
        _now(now(content, model, lines)),
        _following(content, model, following(content, model, lines)),
        el("div", {"role": "status"}, [el("p", {"class": "notice"}, words) for words in told]),
        el("a", {"class": "case-leave", "href": content["leave_to"], "data-leave": True}, "Snel weg"),
    ]


def _head(content, model):
    """ "Zaak A · melding ma 16 nov · 10 schooldagen" """
    name = case_name(model)
    words = [name[0].upper() + name[1:], "melding " + dates.near_date(model["reported"], model["today"])]
    if model["today"] is not None and model["today"] > model["reported"]:
        words.append(school_days(dates.school_days_between(content["calendar"], model["reported"], model["today"])))
    return " · ".join(words)


# ---- the stages ----


def _stage(model, stage):
    words, expected = _state(model, stage)
    return el(
        "li",
        {"class": "case-stage is-" + stage["status"], "aria-current": "step" if stage["status"] in ("now", "late") else None},
        el("span", {"class": "case-sign", "aria-hidden": "true"}, SIGNS[stage["status"]]),
        " ",
        el("span", {"class": "case-stage-title"}, stage["title"]),
        " · ",
        el("span", {"class": "case-expected" if expected else "case-state"}, words),
    )


def _state(model, stage):
    """(how far a stage is, in words, whether that is only expected)."""
    status = stage["status"]
    day = dates.near_date(stage["day"], model["today"]) if stage["day"] is not None else ""
    if status in LEFT_OUT:
        return LEFT_OUT[status], status == "maybe"
    if status == "done":
        return "klaar" + (" op " + day if day else ""), False
    if status == "late":
        return "had " + day + " gemoeten", False
    if status == "now":
        return "nu" + (", uiterlijk " + day if day else ""), False
    again = "opnieuw, " if stage["again"] else ""
    # An expected day that is over already would tell of something late that nobody may have to do.
    if not day or not stage["certain"] and model["today"] is not None and stage["day"] < model["today"]:
        return again + "nog niet", True
    return again + ("uiterlijk " if stage["certain"] else "verwacht ") + day, not stage["certain"]


# ---- three lines: what happened, where it is, what comes ----


def _happened(content, model, lines):
    """How many steps were set, and the last of them that was done."""
    steps = index_steps(content)
    left = [line for line in lines if line["answer"]]
    if not left:
        return "Gebeurd: er is nog geen stap gezet."
    words = "Gebeurd: " + ("1 stap" if len(left) == 1 else str(len(left)) + " stappen")
    done = [line for line in left if steps[line["step"]]["kind"] == "do" and not line["skipped"]]
    if not done:
        return words + "."
    day = " op " + dates.near_date(done[-1]["done"], model["today"]) if done[-1]["done"] is not None else ""
    return words + ", het laatst ‘" + steps[done[-1]["step"]]["title"] + "’" + day + "."


def now(content, model, lines):
    """The step on the way: {"title", "who", "kind", "late", "words"}. "words": by when, how late, or when it was planned or
    begun; for a question without a term, by when what follows may be due: to answer it moves nothing."""
    place = place_of(lines)
    step = index_steps(content)[place["step"]]
    found = {"title": step["title"], "who": step["who"], "kind": step["kind"], "late": False, "words": ""}
    if step["kind"] == "end":
        found["words"] = "het einde van dit protocol"
    elif place["begun"] is not None:
        found["words"] = "gedaan op " + dates.near_date(place["begun"], model["today"])
    elif place["due"] is not None:
        planned = record_of(model, place["visit"])["planned"]
        words = (
            "gepland op " + dates.near_date(planned, model["today"]) + ", "
            if planned is not None and step["kind"] == "do"
            else ""
        )
        found["late"] = step_status(model, index_steps(content), place) == "late"
        left = lateness(content["calendar"], place["due"], model["today"])
        day = dates.near_date(place["due"], model["today"])
        if found["late"]:
            found["words"] = words + left + " (had " + day + " gemoeten)"
        else:
            found["words"] = words + "uiterlijk " + day + (" (" + left + ")" if left else "")
    elif step["kind"] == "ask":
        first = _first_after(content, model, lines, place)
        if first is not None:
            left = lateness(content["calendar"], first, model["today"])
            found["words"] = (
                "wat daarna komt, moet misschien al uiterlijk op "
                + dates.near_date(first, model["today"])
                + " klaar zijn"
                + (" (" + left + ")" if left else "")
            )
    return found


def _first_after(content, model, lines, place):
    """The earliest of the latest days of the steps that can follow, or None."""
    steps = index_steps(content)
    taken = walk(content, model["answers"])[-1]["taken"]
    days = []
    for way in steps[place["step"]]["exits"]:
        day = due_when_started(content, model, lines, place, steps[destination(way, taken[way["key"]])])
        if day is not None:
            days.append(day)
    return min(days) if days else None


def following(content, model, lines):
    """The date after that of the step of now (see widgets.core.upcoming): the first that is certain, or else the first that is
    expected and not over. None without one."""
    place = place_of(lines)
    found = None
    for event in open_dates(content, model, lines):
        if event["step"] == place["step"] and not event["expected"] and event["kind"] != "appointment":
            if event["kind"] == "step" or event["day"] == place["due"]:
                continue
        over = model["today"] is not None and event["day"] < model["today"]
        if event["certain"] and (found is None or not found["certain"]) or found is None and not over:
            found = event
    return found


def _now(line):
    words = [el("strong", None, line["title"])] + ([" — " + line["who"]] if line["who"] else [])
    if line["words"]:
        words = words + [" — ", el("span", {"class": "late" if line["late"] else "in-time"}, line["words"])]
    if line["kind"] != "end":
        go = {"type": "button", "class": "main-button case-go", "data-message": "place-chosen"}
        words = words + [" ", el("button", go, "Kiezen" if line["kind"] == "ask" else "Doen")]
    return el("p", {"class": "case-line"}, "Nu: ", words)


def _following(content, model, event):
    if event is None:
        return None
    words = ": " + event["title"] + (" (" + event["who"] + ")" if event["who"] else "")
    day = dates.long_date(event["day"])
    if not event["certain"]:
        return el("p", {"class": "case-line case-expected"}, "Daarna, verwacht op " + day + words)
    late = model["today"] is not None and event["day"] < model["today"]
    left = lateness(content["calendar"], event["day"], model["today"])
    return el(
        "p",
        {"class": "case-line"},
        "Volgende datum: ",
        el("strong", None, day),
        el("span", {"class": "late" if late else "in-time"}, " (" + left + ")") if left else None,
        words,
    )
