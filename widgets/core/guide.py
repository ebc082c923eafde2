"""The guide: one question or action at a time along a route.

content: a route (see widgets.core.route) whose steps also carry what the reader sees: "number",
"title", "who", "with", "inform", "deadline", "remark" (on the deadline), "why" (texts), "how", "caution",
"record", "follow_up" (lists of texts), "terms" (list of {"title", "href"}), "guide" and "onward"
({"title", "href"} or None).
model: {"answers": {visit: exit key}, "at": visit or "", "news": text for the live region}.
"at" is the visit on screen; "" means the place where the answers lead.
"""
from widgets.core.html import el
from widgets.core.route import destination, find_exit, index_steps, off_path, visited_step, walk

# ---- model ----


def init(content):
    """The model of somebody who just arrived."""
    return {"answers": {}, "at": "", "news": ""}


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and ids.

    ("answered", visit, key), ("went-back",), ("revisited", visit), ("returned",), ("restarted",).
    Raises ValueError for anything else, for an unknown visit and for an unknown exit.
    """
    name = message[0]
    if name == "answered" and len(message) == 3:
        return _answered(content, model, message[1], message[2])
    if name == "went-back" and len(message) == 1:
        trail = walk(content, model["answers"])
        position = _position(trail, model["at"])
        if position == 0:
            return model
        return {"answers": model["answers"], "at": trail[position - 1]["visit"], "news": ""}
    if name == "revisited" and len(message) == 2:
        if message[1] not in [place["visit"] for place in walk(content, model["answers"])]:
            raise ValueError("unknown visit: " + message[1])
        return {"answers": model["answers"], "at": message[1], "news": ""}
    if name == "returned" and len(message) == 1:
        return {"answers": model["answers"], "at": "", "news": ""}
    if name == "restarted" and len(message) == 1:
        return {"answers": {}, "at": "", "news": "Je begint opnieuw."}
    raise ValueError("unknown message: " + str(message))


def _answered(content, model, visit, key):
    steps = index_steps(content)
    step_id = visited_step(visit)
    if visit not in [place["visit"] for place in walk(content, model["answers"])]:
        raise ValueError("unknown visit: " + visit)
    if find_exit(steps[step_id], key) is None:
        raise ValueError("unknown exit: " + step_id + "/" + key)
    changed = visit in model["answers"] and model["answers"][visit] != key
    answers = dict(model["answers"])
    answers[visit] = key
    trail = walk(content, answers)
    following = _position(trail, visit) + 1
    # One step at a time, also when later steps were answered before: those answers need a look first.
    at = "" if following == len(trail) - 1 else trail[following]["visit"]
    return {"answers": answers, "at": at,
            "news": "Je antwoord is gewijzigd. Je andere antwoorden blijven staan. Kijk of ze nog kloppen."
            if changed else ""}


def _position(trail, visit):
    """Index in the trail of what is on screen."""
    for position in range(len(trail)):
        if trail[position]["visit"] == visit:
            return position
    return len(trail) - 1


# ---- what else on the page shows the place ----


def marks(content, model):
    """Where the reader is: {"here": step id, "walked": [step ids], "exits": ["step/exit key"]}."""
    trail = walk(content, model["answers"])
    here = trail[_position(trail, model["at"])]["step"]
    walked = []
    exits = []
    for place in trail:
        if place["answer"]:
            exits.append(place["step"] + "/" + place["answer"])
            if place["step"] not in walked:
                walked.append(place["step"])
    return {"here": here, "walked": walked, "exits": exits}


# ---- view ----


def view(content, model):
    """The guide as an element. The build draws `view(content, init(content))` with this same code."""
    steps = index_steps(content)
    trail = walk(content, model["answers"])
    position = _position(trail, model["at"])
    place = trail[position]
    step = steps[place["step"]]
    return el("div", {"class": "guide"},
              el("p", {"class": "guide-news", "role": "status", "data-news": True}, model["news"]),
              el("div", {"data-body": True},
                 _card(content, steps, step, place),
                 _controls(position, len(trail)),
                 _trail(steps, trail, position),
                 _left_behind(content, steps, model["answers"])))


def _card(content, steps, step, place):
    heading_id = "hulp-" + content["id"]
    return el("section", {"class": "guide-card guide-" + step["kind"], "aria-labelledby": heading_id},
              el("p", {"class": "guide-kind"}, _kind(step, place)),
              el("h3", {"id": heading_id, "class": "guide-title", "tabindex": "-1", "data-focus": True}, step["title"]),
              _moment(step, place),
              step_facts(step, True),
              _exits(steps, step, place))


def _kind(step, place):
    words = {"do": "Doen", "ask": "Vraag", "end": "Einde"}[step["kind"]] + " · stap " + step["number"]
    if place["round"] > 1:
        words = words + " · " + str(place["round"]) + "e keer"
    return words


def _moment(step, place):
    """Which of the fixed moments to come back this visit is."""
    moments = step["follow_up"]
    if len(moments) < 2 or place["round"] > len(moments):
        return None
    return el("p", {"class": "moment"}, "Moment " + str(place["round"]) + " van " + str(len(moments)) + ": na "
              + moments[place["round"] - 1] + ".")


def step_facts(step, new_tab=False):
    """Who, when, why, how, what to write down: the same in the guide and in the list of steps.

    `new_tab` (bool): open a conversation guide beside this page, so that the answers given here stay.
    """
    facts = []
    deadline = step["deadline"] + ". " + step["remark"] if step["remark"] else step["deadline"]
    for label, text in (("Wie", step["who"]), ("Met", step["with"]), ("Wanneer", deadline),
                        ("Laat weten aan", step["inform"]), ("Kom terug na", ", ".join(step["follow_up"]))):
        if text:
            facts.append(el("div", {"class": "fact"}, el("dt", None, label), el("dd", None, text)))
    parts = []
    if facts:
        parts.append(el("dl", {"class": "facts"}, facts))
    if step["why"]:
        parts.append(el("p", {"class": "why"}, step["why"]))
    if step["how"]:
        parts.append(el("ul", {"class": "how"}, [el("li", None, text) for text in step["how"]]))
    if step["caution"]:
        parts.append(el("div", {"class": "caution"}, el("p", {"class": "caution-title"}, "Let op"),
                        el("ul", None, [el("li", None, text) for text in step["caution"]])))
    if step["guide"]:
        parts.append(el("p", {"class": "guide-link"},
                        el("a", {"href": step["guide"]["href"], "target": "_blank" if new_tab else None,
                                 "rel": "noopener" if new_tab else None},
                           "Gesprekswijzer: " + step["guide"]["title"] + (" (nieuw tabblad)" if new_tab else ""))))
    if step["record"]:
        parts.append(el("div", {"class": "record"}, el("p", {"class": "record-title"}, "Schrijf op"),
                        el("ul", None, [el("li", None, text) for text in step["record"]])))
    if step["terms"]:
        links = [[" · " if number else "", el("a", {"href": step["terms"][number]["href"]}, step["terms"][number]["title"])]
                 for number in range(len(step["terms"]))]
        parts.append(el("p", {"class": "terms-line"}, "Wat betekent het? ", [part for pair in links for part in pair]))
    if step["onward"]:
        parts.append(el("p", {"class": "onward"},
                        el("a", {"href": step["onward"]["href"]}, "Ga verder met: " + step["onward"]["title"])))
    return el("div", {"class": "step-facts"}, parts)


def _exits(steps, step, place):
    if not step["exits"]:
        return el("p", {"class": "guide-done"}, "Hier eindigt deze route.")
    ways = []
    for way in step["exits"]:
        target = steps[destination(way, place["taken"][way["key"]])]
        chosen = place["answer"] == way["key"]
        ways.append(el("li", None,
                       el("a", {"class": "answer", "href": "#stap-" + target["id"],
                                "aria-current": "true" if chosen else None,
                                "data-message": "answered " + place["visit"] + " " + way["key"]},
                          el("span", {"class": "answer-label"}, way["label"]),
                          el("span", {"class": "answer-next"}, "Dan: " + preview(target)))))
    return el("ul", {"class": "answers"}, ways)


def preview(step):
    """One line on a step that is still to come: what, who, when."""
    words = step["title"]
    details = [text for text in (step["who"], step["deadline"]) if text]
    if details:
        words = words + " (" + "; ".join(details) + ")"
    return words


def _controls(position, count):
    buttons = []
    if position > 0:
        buttons.append(_quiet_button("went-back", "Vorige stap"))
    if position < count - 1:
        buttons.append(_quiet_button("returned", "Terug naar waar je was"))
    if count > 1:
        buttons.append(_quiet_button("restarted", "Opnieuw beginnen"))
    return el("p", {"class": "guide-controls"}, buttons) if buttons else None


def _quiet_button(message, text):
    return el("button", {"type": "button", "class": "quiet-button", "data-message": message}, text)


def _trail(steps, trail, position):
    lines = []
    for index in range(len(trail)):
        place = trail[index]
        if not place["answer"]:
            continue
        step = steps[place["step"]]
        way = find_exit(step, place["answer"])
        again = " (" + str(place["round"]) + "e keer)" if place["round"] > 1 else ""
        lines.append(el("li", {"aria-current": "step" if index == position else None},
                        el("span", {"class": "trail-step"}, step["title"] + again), " ",
                        el("span", {"class": "trail-answer"}, way["label"]), " ",
                        el("button", {"type": "button", "class": "quiet-button",
                                      "data-message": "revisited " + place["visit"]},
                           "Bekijk of wijzig", el("span", {"class": "unseen"}, ": " + step["title"] + again))))
    if not lines:
        return None
    count = "1 stap" if len(lines) == 1 else str(len(lines)) + " stappen"
    return el("details", {"class": "guide-trail", "open": True},
              el("summary", None, "Zo kwam je hier (" + count + ")"),
              el("ol", None, lines))


def _left_behind(content, steps, answers):
    lines = []
    for visit in off_path(content, answers):
        step = steps[visited_step(visit)]
        way = find_exit(step, answers[visit])
        lines.append(el("li", None, step["title"] + ": " + way["label"]))
    if not lines:
        return None
    return el("details", {"class": "guide-left"},
              el("summary", None, "Niet meer van toepassing (" + str(len(lines)) + ")"),
              el("p", None, "Deze antwoorden gaf je eerder. Ze tellen weer mee als je route er weer langs gaat."),
              el("ul", None, lines))
