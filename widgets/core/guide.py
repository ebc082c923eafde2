"""The guide: one question or action at a time along a route, with the dates and notes of a case when there is one.

content: a route (see widgets.core.route) whose steps also carry what the reader sees: "number",
"title", "who", "with", "inform", "deadline", "remark" (on the deadline), "why" (texts), "how", "caution",
"record", "follow_up" (lists of texts), "terms" and "pages" (lists of {"title", "href"}), "guide" and "onward"
({"title", "href"} or None), "talk" (id in content["talks"] or "").
"calendar" is None for a route that leads no case; else see widgets.core.plan and widgets.core.case.
model: {"answers": {visit: exit key}, "at": visit or "", "news": text for the live region, "focus": what
gets the focus ("" for the step), "talk": None or {"visit", "model", "open"}, "asking": whether starting over waits
for a yes, "look": a step on screen that was not reached, or ""} and the case. "at" is the visit on screen; "" means the place
where the answers lead.
"""

from widgets.core import agenda, case, case_view, catch_up, panels, talk_parts
from widgets.core.asked import asked
from widgets.core.case_file import not_opened, opened
from widgets.core.case_link import of_link
from widgets.core.changes import with_changes
from widgets.core.guide_effects import EFFECTS, effect, rescued, would_lose  # noqa: F401  (the page asks the guide)
from widgets.core.guide_talk import followed, talk_content
from widgets.core.guide_trail import left_behind, trail_view
from widgets.core.html import el
from widgets.core.outcome import outcome_part, reason
from widgets.core.plan import comes_back_after, plan
from widgets.core.route import destination, find_exit, index_steps, position_of, reached_from, visited_step, walk
from widgets.core.step_view import kind_words, preview, quiet_button, step_facts

MAP = el("div", {"data-map": True})  # where the map stands: the build draws it, and the page keeps it
STEP = "guide-step"  # the part that the page puts under its station on the map

# ---- model ----


def init(content):
    """The model of somebody who just arrived."""
    return with_changes(
        {"answers": {}, "at": "", "news": "", "focus": "", "talk": None, "asking": False, "look": ""}, case.empty_case()
    )


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and ids.

    ("answered", visit, key), ("went-back",), ("revisited", visit), ("returned",), ("place-chosen",), ("undone",),
    ("looked", step), ("restart-asked",), ("restart-refused",), ("restarted",), ("talk-opened", visit), ("talk", ...),
    ("talk-closed",), ("file-opened", data), ("link-opened", data), ("opening-confirmed",), ("opening-refused",),
    ("calendar-made", stamp) and those of widgets.core.case and widgets.core.catch_up.
    Raises ValueError for anything else, for an unknown visit and for an unknown exit.
    """
    name = message[0]
    if content["calendar"] is not None:
        about_case = case.update(content, model, message)
        if about_case is not None:
            return about_case
        caught_up = catch_up.update(content, model, message)
        if caught_up is not None:
            return caught_up
        if name == "file-opened" and len(message) == 2:
            return opened(content, model, message[1], not case.would_replace(model))
        if name == "link-opened" and len(message) == 2:
            return opened(content, model, of_link(content, message[1]), not case.would_replace(model), True)
        if name == "opening-confirmed" and len(message) == 1 and model["waiting"] is not None:
            return opened(content, model, model["waiting"], True, model["linked"])
        if name == "opening-refused" and len(message) == 1:
            return not_opened(model)
        if name == "calendar-made" and len(message) == 2:
            # What is in somebody's calendar must be in the file of the case, or it can never be cancelled.
            return with_changes(model, {"agenda": agenda.made(content, model, message[1]), "unsaved": True})
    if name == "answered" and len(message) == 3:
        return _answered(content, model, message[1], message[2])
    if name == "went-back" and len(message) == 1:
        trail = walk(content, model["answers"])
        position = position_of(trail, model["at"])
        return _moved(model, trail[position - 1]["visit"]) if position else model
    if name == "revisited" and len(message) == 2:
        _check_visit(content, model, message[1])
        return _moved(model, message[1])
    if name == "looked" and len(message) == 2:
        return _looked(content, model, message[1])
    if name == "returned" and len(message) == 1:
        return _moved(model, "")
    if name == "undone" and len(message) == 1 and model["undo"] is not None:
        undone = with_changes(_moved(model, ""), model["undo"])
        return with_changes(undone, {"undo": None, "news": "De wijziging is ongedaan gemaakt."})
    if name == "place-chosen" and len(message) == 1:
        return with_changes(_moved(model, ""), {"focus": "answers"})
    if name in ("restart-asked", "restart-refused") and len(message) == 1:
        return with_changes(_moved(model, model["at"]), {"asking": name == "restart-asked"})
    if name == "restarted" and len(message) == 1:
        # A new case gets a new name in calendars, and keeps what belongs to the page.
        return with_changes(
            init(content), {"news": "Je begint opnieuw.", "today": model["today"], "id": model["id"] + "x" if model["id"] else ""}
        )
    if name == "talk-opened" and len(message) == 2:
        _check_visit(content, model, message[1])
        talk_id = index_steps(content)[visited_step(message[1])]["talk"]
        again = model["talk"] is not None and model["talk"]["visit"] == message[1]
        begun = model["talk"]["model"] if again else talk_parts.init(content["talks"][talk_id])
        return with_changes(_moved(model, model["at"]), {"talk": {"visit": message[1], "model": begun, "open": True}})
    if name == "talk" and len(message) > 1 and model["talk"] is not None:
        return followed(talk_content(content, model), _moved(model, model["at"]), message[1:])
    if name == "talk-closed" and len(message) == 1 and model["talk"] is not None:
        return with_changes(
            _moved(model, model["talk"]["visit"]), {"talk": with_changes(model["talk"], {"open": False}), "focus": "form"}
        )
    raise ValueError("unknown message: " + str(name))


def _moved(model, visit):
    return with_changes(model, {"at": visit, "news": "", "focus": "", "asking": False, "look": ""})


def _looked(content, model, step_id):
    """The step on screen: the last visit to it, or else only to look at."""
    visits = [place["visit"] for place in walk(content, model["answers"]) if place["step"] == step_id]
    if visits:
        return _moved(model, visits[-1])
    if step_id not in index_steps(content):
        raise ValueError("unknown step: " + step_id)
    return with_changes(_moved(model, model["at"]), {"look": step_id})


def _check_visit(content, model, visit):
    if visit not in [place["visit"] for place in walk(content, model["answers"])]:
        raise ValueError("unknown visit: " + visit)


def _answered(content, model, visit, key):
    steps = index_steps(content)
    step_id = visited_step(visit)
    _check_visit(content, model, visit)
    if find_exit(steps[step_id], key) is None:
        raise ValueError("unknown exit: " + step_id + "/" + key)
    if content["calendar"] is not None:
        refusal, field = case.refused(content, model, visit)
        if refusal:
            return with_changes(model, {"news": refusal, "focus": field})
        model = case.answered(content, catch_up.dated(content, model, visit), visit)
    changed = visit in model["answers"] and model["answers"][visit] != key
    answers = dict(model["answers"])
    answers[visit] = key
    trail = walk(content, answers)
    following = position_of(trail, visit) + 1
    # One step at a time, also when later steps were answered before: those answers need a look first.
    at = "" if following == len(trail) - 1 else trail[following]["visit"]
    before = {"answers": model["answers"], "records": model["records"], "at": visit}
    left = with_changes(
        _moved(model, at),
        {
            "answers": answers,
            "undo": before if changed else None,
            "unsaved": True,
            "notice": [],
            "talk": None,
            "news": "Je antwoord is gewijzigd. Je andere antwoorden blijven staan, dus kijk of ze nog kloppen."
            if changed
            else "",
        },
    )
    return catch_up.replayed(content, left)


# ---- view ----


def view(content, model):
    """The guide as an element. The build draws `view(content, init(content))` with this same code."""
    steps = index_steps(content)
    trail = walk(content, model["answers"])
    position = position_of(trail, model["at"])
    if model["talk"] is not None and model["talk"]["open"]:
        href = steps[visited_step(model["talk"]["visit"])]["guide"]["href"]
        body = [
            el("p", {"class": "guide-controls"}, quiet_button("talk-closed", "Terug naar de stap")),
            el(
                "div",
                {"class": "talk talk-led"},
                talk_parts.view_body(talk_content(content, model), model["talk"]["model"], "talk "),
            ),
            el(
                "p",
                None,
                el(
                    "a",
                    {"href": href, "target": "_blank", "rel": "noopener"},
                    "Het hele gesprek, ook om te printen (nieuw tabblad)",
                ),
            ),
        ]
    else:
        lines = plan(content, model) if content["calendar"] is not None else []
        bar = case_view.bar(content, model, lines, catch_up.view(content, model)) if content["calendar"] is not None else None
        if model["look"]:
            position = len(trail)
            taken = {way["key"]: 0 for way in steps[model["look"]]["exits"]}
            trail = trail + [{"visit": "", "step": model["look"], "round": 1, "answer": "", "taken": taken}]
        begun = model["reported"] is not None or model["catch"] is not None
        body = [
            bar if begun else None,
            MAP,
            el(
                "div",
                {"class": STEP},
                _card(content, model, steps, trail, position, lines),
                _controls(model, position, len(trail)),
            ),
            None if begun else bar,
            el(
                "div",
                {"data-part": "trail"},
                trail_view(model, steps, trail, position),
                left_behind(content, steps, model["answers"]),
            ),
            panels.view(content, model, lines) if content["calendar"] is not None else None,
        ]
    return el(
        "div",
        {"class": "guide"},
        el("p", {"class": "guide-news", "role": "status", "data-news": True}, model["news"]),
        el("div", {"data-body": True}, body),
    )


def _card(content, model, steps, trail, position, lines):
    place = trail[position]
    step = steps[place["step"]]
    heading_id = "hulp-" + content["id"]
    line = None
    for candidate in lines:
        if candidate["visit"] == place["visit"]:
            line = candidate
    return el(
        "section",
        {"class": "guide-card guide-" + step["kind"], "aria-labelledby": heading_id},
        el("p", {"class": "guide-kind"}, kind_words(step, place)),
        el("h3", {"id": heading_id, "class": "guide-title", "tabindex": "-1", "data-focus": model["focus"] == ""}, step["title"]),
        _changed(model),
        el(
            "div",
            {"data-part": "due"},
            case_view.due(content, model, line) if line is not None else _moment(content, step, trail, position),
        ),
        step_facts(step, content["calendar"] is not None, True),
        outcome_part(reason(content, steps, trail)) if position == len(trail) - 1 else None,
        case_view.talk_button(step, place["visit"]) if step["talk"] and place["visit"] else None,
        case_view.form_part(content, model, step, place["visit"], line) if content["calendar"] is not None else None,
        case_view.when_part(content, model, step, place["visit"], line) if content["calendar"] is not None else None,
        case_view.refusal_part(content, model, place["visit"]) if content["calendar"] is not None else None,
        el("div", {"data-part": "answers"}, _exits(content, model, steps, place, lines, line)),
    )


def _changed(model):
    """That an answer was changed, where it is seen, with the way back."""
    if model["undo"] is None or not model["news"]:
        return None
    back = el("p", None, quiet_button("undone", "Maak ongedaan"))
    return el("div", {"class": "notice guide-changed"}, el("p", None, model["news"]), back)


def _moment(content, step, trail, position):
    """Which of the fixed moments to come back this visit is, while there are no days: counted since the step came up."""
    moments = step["follow_up"]
    row = 0
    while row <= position and trail[position - row]["step"] == step["id"]:
        row = row + 1
    if content["calendar"] is not None and comes_back_after(step):
        row = row - 1  # the first time it is done; only then do the days begin
    if len(moments) < 2 or row < 1 or row > len(moments):
        return None
    return el("p", {"class": "moment"}, "Moment " + str(row) + " van " + str(len(moments)) + ": na " + moments[row - 1] + ".")


def _exits(content, model, steps, place, lines, line):
    step = steps[place["step"]]
    if not step["exits"]:
        return el("p", {"class": "guide-done"}, "Hier eindigt deze route.")
    ways = []
    for way in step["exits"]:
        target = steps[destination(way, place["taken"][way["key"]])]
        by = case_view.due_after(content, model, lines, line, target) if line is not None else ""
        left = way["limit"] - place["taken"][way["key"]]
        message = "answered " + place["visit"] + " " + way["key"] if place["visit"] else "looked " + target["id"]
        ways.append(
            el(
                "li",
                None,
                el(
                    "a",
                    {
                        "class": "answer",
                        "href": "#stap-" + target["id"],
                        "aria-current": "true" if place["answer"] == way["key"] else None,
                        "data-message": message,
                    },
                    el("span", {"class": "answer-label"}, way["label"]),
                    el("span", {"class": "answer-next"}, "Dan: " + preview(target, by)),
                    el("span", {"class": "answer-next"}, "Dit kan nog " + str(left) + " keer.") if left > 0 else None,
                ),
            )
        )
    led_here = model["focus"] == "answers" and step["kind"] == "ask"
    return el("ul", {"class": "answers", "tabindex": "-1" if led_here else None, "data-focus": led_here}, ways)


def _controls(model, position, count):
    buttons = []
    if position > 0 and not model["look"]:
        buttons.append(quiet_button("went-back", "Vorige stap"))
    if position < count - 1 or model["look"]:
        buttons.append(quiet_button("returned", "Terug naar waar je was"))
    if model["asking"]:
        return asked(
            "Alles wat je invulde gaat dan weg. Wil je opnieuw beginnen?",
            quiet_button("restart-refused", "Nee, ga verder"),
            quiet_button("restarted", "Ja, begin opnieuw"),
        )
    if count > 1 or case.has_case(model):
        buttons.append(quiet_button("restart-asked" if case.has_case(model) else "restarted", "Opnieuw beginnen"))
    return el("p", {"class": "guide-controls"}, buttons) if buttons else None
