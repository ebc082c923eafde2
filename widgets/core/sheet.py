"""The sheet of one pupil: one question at a time, nothing kept. The thermometer and the ballot box both show it.

content: see questionnaire_data in macros/publish/routes.py. Used here: "skip", "sections": [{"title", "name", "explanation",
"polarity" ("high-is-good" or "high-is-bad"), "kind" ("scale" or "checklist"), "score", "minimum", "own_behaviour",
"labels" (the answers in words), "offered" (the numbers of those to choose from; left out: all),
"label_pictures", "bands" and "advice" (three texts each), "items": [{"id", "text",
"reverse", "signal", "urgent_from" (0: never), "help" (group or ""), "picture"}]}], "closing", "help": {group: [{"name",
"for_whom", "hours", "phone", "tel", "site", "site_text"}]}, "help_groups" (always shown; the first line of the first under each
question), "contacts", "aloud", "pictures"; in another language also "texts" and "language" (see words.py).
model: {"at": number of items passed, "answers": {item id: 0..5}, "news", "idle"}; "at" equal to the
number of items is the result.
"""

from widgets.core.changes import with_changes
from widgets.core.help_lines import first_line, help_line
from widgets.core.html import el
from widgets.core.pictogram import picture
from widgets.core.scoring import top
from widgets.core.thermometer_result import aloud_button
from widgets.core.words import say

# ---- model ----

IDLE_WARNING_SECONDS = 60
LONGEST_WARNING_SECONDS = 300
ANSWER_SECONDS = 30  # between the question whether somebody is there and wiping
WHERE = "plaats-in-de-vragen"  # the id of what says which question this is: spoken after the question itself
WORDS_A_MINUTE = 100  # of a slow reader
# What another widget with these questions may say otherwise; "field" begins the name of the fields of a question.
OWN_WORDS = {"last": "Bekijk je uitslag", "stop": "Stoppen en uitslag bekijken", "field": "antwoord-"}


def init(content):
    """The model of somebody who just arrived."""
    return {"at": 0, "answers": {}, "news": "", "idle": False}


def places(content):
    """All items in order: list of (section, item)."""
    found = []
    for section in content["sections"]:
        for item in section["items"]:
            found.append((section, item))
    return found


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and values.

    ("answered", item id, "0".."5"), ("skipped",), ("went-on",), ("went-back",), ("finished",),
    ("restarted",), ("idled",), ("stirred",), ("timed-out",).
    Raises ValueError for anything else, an unknown item and an answer off the scale.
    """
    name = message[0]
    items = places(content)
    if name == "answered" and len(message) == 3:
        return _answered(items, model, message[1], message[2])
    if len(message) != 1:
        raise ValueError("unknown message: " + str(message))
    if name == "went-on" or name == "skipped":
        if model["at"] >= len(items):
            return model
        answers = dict(model["answers"])
        current = items[model["at"]][1]["id"]
        if name == "went-on" and current not in answers:
            return with_changes(model, {"idle": False, "news": say(content, "Kies een antwoord, of sla de vraag over.")})
        if name == "skipped" and current in answers:
            del answers[current]
        return _at(model, model["at"] + 1, answers)
    if name == "went-back":
        return _at(model, max(0, model["at"] - 1), model["answers"])
    if name == "finished":
        return _at(model, len(items), model["answers"])
    if name == "restarted":
        return _fresh(content, say(content, "Je antwoorden zijn gewist. Je begint opnieuw."))
    if name == "idled":
        return {
            "at": model["at"],
            "answers": model["answers"],
            "idle": True,
            "news": say(content, "Ben je er nog? Over een halve minuut wissen we je antwoorden."),
        }
    if name == "stirred":
        return {"at": model["at"], "answers": model["answers"], "idle": False, "news": ""} if model["idle"] else model
    if name == "timed-out":
        return _fresh(content, say(content, "Je antwoorden zijn gewist, omdat er even niets gebeurde."))
    raise ValueError("unknown message: " + str(message))


def _at(model, at, answers):
    return {"at": at, "answers": answers, "news": "", "idle": False}


def _fresh(content, news):
    model = init(content)
    model["news"] = news
    return model


def _answered(items, model, item_id, text):
    for section, item in items:
        if item["id"] == item_id:
            if text not in [str(value) for value in offered(section)]:
                raise ValueError("answer off the scale: " + str(text))
            answers = dict(model["answers"])
            answers[item_id] = int(text)
            return _at(model, model["at"], answers)
    raise ValueError("unknown item: " + str(item_id))


def offered(section):
    """The answers that can be chosen (numbers): young children choose from fewer."""
    return section["offered"] if "offered" in section else list(range(top(section) + 1))


def idle_seconds(words):
    """(seconds until the pupil is asked whether somebody is there, seconds until everything is wiped).

    `words` is how many there are to read on the screen: who reads does nothing. A long screen with help is seldom read
    whole, and somebody may have walked away: never longer than LONGEST_WARNING_SECONDS. Who is asked can go on.
    """
    warning = min(max(IDLE_WARNING_SECONDS, words * 60 // WORDS_A_MINUTE), LONGEST_WARNING_SECONDS)
    return warning, warning + ANSWER_SECONDS


def is_untouched(model):
    """True when there is nothing to wipe."""
    return model["at"] == 0 and not model["answers"]


def is_idle(model):
    """True when the pupil is being asked whether somebody is still there."""
    return model["idle"]


# ---- view ----


def question_view(content, model, words):
    """The question that is at hand, as an element. `words` is as OWN_WORDS."""
    items = places(content)
    section, item = items[model["at"]]
    name = words["field"] + item["id"]
    chosen = model["answers"][item["id"]] if item["id"] in model["answers"] else -1
    first_of_section = section["items"][0]["id"] == item["id"]
    choices = []
    for value in offered(section):
        choices.append(
            el(
                "label",
                {"class": "choice"},
                el(
                    "input",
                    {
                        "type": "radio",
                        "name": name,
                        "value": str(value),
                        "autocomplete": "off",
                        "checked": chosen == value,
                        "data-answer": item["id"],
                    },
                ),
                picture(content, section["label_pictures"][value]) if section["label_pictures"] else None,
                el("span", {"data-spoken": True}, section["labels"][value]),
            )
        )
    return el(
        "form",
        {"class": "thermometer-question", "autocomplete": "off", "data-key": item["id"]},
        _progress(content, section, items, model),
        el("p", {"class": "section-explanation", "data-spoken": True}, section["explanation"])
        if section["explanation"] and first_of_section
        else None,
        el(
            "fieldset",
            None,
            el(
                "legend",
                {"tabindex": "-1", "data-focus": True, "aria-describedby": WHERE},
                picture(content, item["picture"]),
                el("span", {"class": "section-title", "data-spoken": True}, section["title"]),
                " ",
                el("span", {"class": "item-text", "data-spoken": True}, item["text"]),
            ),
            el("div", {"class": "choices"}, choices),
        ),
        _controls(content, items, model, words),
        el(
            "p",
            {"class": "help-line needs-script"},
            say(content, "Tik op een antwoord, dan komt de volgende vraag vanzelf."),
        )
        if model["at"] == 0
        else None,
        _help(content),
        _stop(content, items, model, words),
    )


def _progress(content, section, items, model):
    done = model["at"]
    return el(
        "div",
        {"class": "progress"},
        el("p", {"id": WHERE}, say(content, "Vraag {1} van {2} · {3}", str(done + 1), str(len(items)), section["name"])),
        aloud_button(content),
        el("progress", {"max": str(len(items)), "value": str(done), "aria-label": say(content, "Hoe ver je bent")}),
    )


def _controls(content, items, model, words):
    """The way on always stands in its place, so that nothing moves under a finger when an answer is chosen."""
    last = model["at"] == len(items) - 1
    return el(
        "div",
        {"class": "thermometer-controls"},
        el(
            "button",
            {"type": "button", "class": "main-button", "data-message": "went-on"},
            say(content, words["last"] if last else "Volgende"),
        ),
        el("button", {"type": "button", "class": "quiet-button", "data-message": "skipped"}, content["skip"]),
        el("button", {"type": "button", "class": "quiet-button", "data-message": "went-back"}, say(content, "Vorige"))
        if model["at"] > 0
        else None,
    )


def _help(content):
    """The same line under every question and every answer: who looks along sees nothing from it."""
    lines = first_line(content)
    return (
        el("p", {"class": "help-line"}, say(content, "Wil je erover praten?"), " ", help_line(content, lines[0]))
        if lines
        else None
    )


def _stop(content, items, model, words):
    return el(
        "div",
        {"class": "thermometer-stop", "data-part": "stop"},
        el("button", {"type": "button", "class": "quiet-button", "data-message": "finished"}, say(content, words["stop"]))
        if model["answers"] and model["at"] < len(items) - 1
        else None,
    )
