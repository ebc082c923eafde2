"""Begin in the middle: somebody tells which stages are finished and on which day, and the case is replayed along them.

model["catch"]: None, or {"days": {stage id: day}, "replaying": bool}. Each step of a finished stage gets the day on which its
stage was finished; where the way parts, the guide asks what was chosen. It ends at the first step of another stage.
"""

from widgets.core import case, dates
from widgets.core.case_view import day_button
from widgets.core.changes import with_changes
from widgets.core.html import el
from widgets.core.route import index_steps, visited_step, walk
from widgets.core.stages import stage_of
from widgets.core.step_view import quiet_button

MOST_DAYS = 15
TOLD = "Elke stap kreeg de dag waarop de fase klaar was. Klopt dat bij een stap niet, wijzig die dan bij ‘Zo kwam je hier’."


def update(content, model, message):
    """The next model, or None when the message is not about this: ("catch-up",), ("caught-up", stage id, iso date),
    ("catch-up-ended",), ("catch-up-stopped",). Raises ValueError for an unknown stage or date."""
    name = message[0]
    if name == "catch-up" and len(message) == 1 and content["stages"] and not model["answers"]:
        return with_changes(model, {"catch": {"days": {}, "replaying": False}, "focus": "catch", "news": ""})
    if model["catch"] is None:
        return None
    if name == "caught-up" and len(message) == 3:
        day = dates.from_iso(message[2])
        if day is None or message[1] not in [stage["id"] for stage in content["stages"]]:
            raise ValueError("unknown stage or day: " + message[1])
        days = with_changes(model["catch"]["days"], {message[1]: day})
        return with_changes(model, {"catch": with_changes(model["catch"], {"days": days}), "focus": "catch"})
    if name == "catch-up-ended" and len(message) == 1 and model["reported"] is not None:
        going = with_changes(model, {"catch": with_changes(model["catch"], {"replaying": True}), "focus": ""})
        return replayed(content, going)
    if name == "catch-up-stopped" and len(message) == 1:
        return with_changes(model, {"catch": None, "focus": "next" if model["reported"] is not None else ""})
    return None


def dated(content, model, visit):
    """The model with the day of its stage at a step that is about to be left while the case is replayed."""
    if model["catch"] is None or not model["catch"]["replaying"] or case.record_of(model, visit)["day"] is not None:
        return model
    step = index_steps(content)[visited_step(visit)]
    stage = stage_of(content, step)
    if stage not in model["catch"]["days"] or step["kind"] == "ask" and step["due"] is None and not step["moments"]:
        return model
    return case.with_record(model, visit, {"day": model["catch"]["days"][stage]})


def replayed(content, model):
    """The model after all steps of finished stages that leave nothing to choose; with the list in view at the first other one."""
    if model["catch"] is None or not model["catch"]["replaying"]:
        return model
    steps = index_steps(content)
    while True:
        place = walk(content, model["answers"])[-1]
        step = steps[place["step"]]
        if stage_of(content, step) not in model["catch"]["days"] or not step["exits"]:
            told = [TOLD] if model["answers"] else []
            return with_changes(model, {"catch": None, "at": "", "look": "", "focus": "next", "news": "", "notice": told})
        if len(step["exits"]) > 1:
            return model
        model = case.answered(content, dated(content, model, place["visit"]), place["visit"])
        model = with_changes(model, {"answers": with_changes(model["answers"], {place["visit"]: step["exits"][0]["key"]})})


# ---- view ----


def view(content, model):
    """The button to begin with, or what is asked: the day of report, then stage by stage whether and when it was finished."""
    if model["catch"] is None:
        if not content["stages"] or model["answers"]:
            return None
        return el("p", None, quiet_button("catch-up", "Al begonnen? Vul in waar jullie zijn"))
    heading = {"class": "case-when", "tabindex": "-1", "data-focus": model["focus"] == "catch"}
    stop = quiet_button("catch-up-stopped", "Stop hiermee")
    if model["catch"]["replaying"]:
        return el("p", heading, "We lopen na wat er al is gedaan. Kies hieronder wat jullie toen kozen. ", stop)
    if model["today"] is None:
        return None
    if model["reported"] is None:
        days = _school_days(content, None, model["today"])
        buttons = [day_button(model, "reported", day, False) for day in days]
        return [el("p", heading, "Op welke dag kwam de melding?"), el("p", {"class": "case-days"}, buttons), stop]
    rows = []
    day = model["reported"]
    for stage in content["stages"]:
        if stage["side"]:
            continue
        if stage["id"] not in model["catch"]["days"]:
            buttons = [
                day_button(model, "caught-up " + stage["id"], each, False) for each in _school_days(content, day, model["today"])
            ]
            rows.append(el("p", heading, "Is ‘" + stage["title"] + "’ klaar? Kies de dag waarop het klaar was."))
            rows.append(el("p", {"class": "case-days"}, buttons))
            break
        day = model["catch"]["days"][stage["id"]]
        rows.append(el("p", {"class": "case-line"}, "✓ " + stage["title"] + ": klaar op " + dates.near_date(day, model["today"])))
    return rows + [el("p", None, quiet_button("catch-up-ended", "Nee, daar zijn we nu mee bezig"), stop)]


def _school_days(content, first, last):
    """The days to choose from, at most MOST_DAYS: from `first` on, or without it the last ones up to `last`."""
    found = []
    day = last if first is None else first
    while len(found) < MOST_DAYS and (first is None or day <= last):
        if dates.is_school_day(content["calendar"], day) or day in (first, last):
            found.append(day)
        day = day - 1 if first is None else day + 1
    return sorted(found)
