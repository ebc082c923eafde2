"""The ballot box on one device: set up, hand round, fill in, seal, close, report. A sheet becomes counters at once.

content: a questionnaire as macros.publish.questionnaire_data gives it, see widgets.core.thermometer.
model: {"today": "2026-11-21" or "", "fields": {"present", "group", "month"} (texts of the set-up), "box": None or a box
(widgets.core.ballot_box), "session": number of this round for codes, "sheet": None or a model of widgets.core.thermometer,
"key": random start of the names of its fields, "own": whether the pupil looks at the own result, "asking": "" or what staff
is asked to confirm ("close", "reopen", "empty") or looks back at ("former"), "report": None or the shown figures of the
last close, "unsaved", "news"}. While the box is open the page may show only how many sheets are in it.
"""
from widgets.core import ballot_box, ballot_file, ballot_report, code, thermometer
from widgets.core.ballot_view import ballot_view
from widgets.core.report_effect import report_effect

FEWEST, MOST = 5, 2000
LONGEST_GROUP = 8
MONTHS_BACK = 3
# What the thermometer understands of what a pupil does.
SHEET_MESSAGES = ("answered", "skipped", "went-on", "went-back", "finished", "idled", "stirred")


# ---- model ----

def init(content):
    """The model of somebody who just arrived."""
    return {"today": "", "fields": {"present": "", "group": "", "month": ""}, "box": None, "session": 0, "sheet": None,
            "key": "", "own": False, "asking": "", "report": None, "unsaved": False, "news": ""}


def is_untouched(model):
    """True when there is nothing of a pupil to wipe."""
    return model["sheet"] is None


def is_idle(model):
    """True when the pupil is being asked whether somebody is still there."""
    return model["sheet"] is not None and model["sheet"]["idle"]


def stage(content, model):
    """What is on screen: "set-up", "ready", "question", "done", "own", "closed", "report"."""
    if model["box"] is None:
        return "set-up"
    if model["sheet"] is not None:
        if model["sheet"]["at"] < len(thermometer.places(content)):
            return "question"
        return "own" if model["own"] else "done"
    if model["box"]["state"] == "open":
        return "report" if model["asking"] == "former" else "ready"
    return "report" if model["box"]["seen"] else "closed"


def months(model):
    """The months that a round can be of, the latest first: list of "2026-11". Empty before the day is known."""
    if not model["today"]:
        return []
    count = int(model["today"][0:4]) * 12 + int(model["today"][5:7]) - 1
    found = []
    for back in range(MONTHS_BACK):
        year, month = (count - back) // 12, (count - back) % 12 + 1
        found.append(str(year) + "-" + ("0" if month < 10 else "") + str(month))
    return found


def _changed(model, changes):
    changed = dict(model)
    changed["news"] = ""
    changed["asking"] = ""
    for name in changes:
        changed[name] = changes[name]
    return changed


# ---- update ----

def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and values.

    ("day-began", iso date), ("filled", field, text), ("box-opened", random name, session), ("pupil-began", random name),
    those of the thermometer in SHEET_MESSAGES, ("own-asked",), ("cast",), ("wiped",), ("timed-out",), ("left",),
    ("code-entered", text), ("close-asked",), ("reopen-asked",), ("empty-asked",), ("asked-back",), ("former-asked",),
    ("closed",), ("revealed",), ("reopened",), ("emptied",), ("files-opened", list of data), ("effected", name).
    Raises ValueError for anything else, and for what cannot happen on this screen.
    """
    name = message[0]
    here = stage(content, model)
    if name in SHEET_MESSAGES and model["sheet"] is not None:
        return _on_sheet(content, model, message)
    if name == "day-began" and len(message) == 2:
        return _day_began(model, message[1])
    if name == "left" and len(message) == 1:
        return _left(content, model)
    if name == "effected" and len(message) == 2:
        kept = message[1] in ("box-saved", "report-saved")
        return _changed(model, {"unsaved": model["unsaved"] and not kept, "asking": model["asking"]})
    if here == "set-up":
        if name == "filled" and len(message) == 3 and message[1] in model["fields"]:
            fields = dict(model["fields"])
            fields[message[1]] = message[2]
            return _changed(model, {"fields": fields})
        if name == "box-opened" and len(message) == 3:
            return _opened(content, model, message[1], message[2])
    if name == "files-opened" and len(message) == 2 and here in ("set-up", "closed", "report"):
        return _files_opened(content, model, message[1])
    if here in ("question", "done", "own"):
        return _on_own_sheet(content, model, message)
    if here == "ready":
        if name == "pupil-began" and len(message) == 2:
            return _changed(model, {"sheet": thermometer.init(content), "key": message[1], "own": False})
        if name == "code-entered" and len(message) == 2:
            return _code_entered(content, model, message[1])
        if name == "closed" and len(message) == 1 and model["asking"] == "close":
            return _closed(content, model)
    return _by_staff(content, model, message, here)


def _by_staff(content, model, message, here):
    """What an adult does between pupils and after closing."""
    name = message[0]
    if len(message) != 1:
        raise ValueError("unknown message: " + str(name))
    if name == "asked-back":
        return _changed(model, {})
    if name == "close-asked" and here == "ready":
        trouble = ballot_box.close_trouble(content, model["box"])
        return _changed(model, {"news": trouble} if trouble else {"asking": "close"})
    if name == "former-asked" and here == "ready" and model["report"] is not None:
        return _changed(model, {"asking": "former"})
    if name == "revealed" and here == "closed":
        return _changed(model, {"box": ballot_box.reveal(model["box"])})
    if name == "reopen-asked" and here in ("closed", "report"):
        trouble = ballot_box.reopen_trouble(content, model["box"])
        return _changed(model, {"news": trouble} if trouble else {"asking": "reopen"})
    if name == "reopened" and model["asking"] == "reopen":
        box, said = ballot_box.reopen(content, model["box"])
        return _changed(model, {"box": box, "news": said, "unsaved": True})
    if name == "empty-asked" and here in ("ready", "closed", "report"):
        return _changed(model, {"asking": "empty"})
    if name == "emptied" and model["asking"] == "empty":
        return _changed(init(content), {"today": model["today"], "fields": _fields(model["today"]),
                                        "news": "Alles is gewist. Je kunt een nieuwe stembus openen."})
    raise ValueError("unknown message: " + str(name))


def _fields(today):
    return {"present": "", "group": "", "month": today[0:7]}


def _day_began(model, today):
    changed = _changed(model, {"today": today, "asking": model["asking"], "news": model["news"]})
    if model["box"] is None and not model["fields"]["month"]:
        fields = dict(model["fields"])
        fields["month"] = today[0:7]
        changed["fields"] = fields
    return changed


def _left(content, model):
    """The page is left: nothing of a pupil stays, and a closed box is gone. An open box holds only counters: it may come back."""
    if model["box"] is not None and model["box"]["state"] == "open":
        return _changed(model, {"sheet": None, "key": "", "own": False})
    return _changed(init(content), {"today": model["today"], "fields": _fields(model["today"])})


def _opened(content, model, box_id, session):
    fields = model["fields"]
    present = fields["present"].strip(" ")
    group = fields["group"].strip(" ")
    trouble = ""
    if not ballot_box.castable(content):
        trouble = "Dit is een lijst om te oefenen. Hij hoort niet in een stembus."
    elif not is_number(present) or not FEWEST <= int(present) <= MOST:
        trouble = "Vul in hoeveel leerlingen er zijn: een getal van " + str(FEWEST) + " tot en met " + str(MOST) + "."
    elif len(group) > LONGEST_GROUP:
        trouble = "Een groep heeft een korte naam: hoogstens " + str(LONGEST_GROUP) + " tekens."
    elif fields["month"] not in months(model):
        trouble = "Kies een maand."
    if trouble:
        return _changed(model, {"news": trouble})
    box = ballot_box.new_box(content, int(present), fields["month"], box_id, group)
    return _changed(model, {"box": box, "session": session, "unsaved": True})


def is_number(text):
    """True for one to four digits."""
    if len(text) < 1 or len(text) > 4:
        return False
    for character in text:
        if character not in "0123456789":
            return False
    return True


# ---- the sheet of one pupil ----

def _on_sheet(content, model, message):
    sheet = thermometer.update(content, model["sheet"], message)
    stays = message[0] in ("idled", "stirred")
    return _changed(model, {"sheet": sheet, "own": stays and model["own"], "news": sheet["news"]})


def _on_own_sheet(content, model, message):
    name = message[0]
    if len(message) == 1:
        if name == "own-asked" and model["sheet"]["at"] >= len(thermometer.places(content)):
            return _changed(model, {"own": True})
        if name == "cast" and model["sheet"]["at"] >= len(thermometer.places(content)):
            box, said, _counted = ballot_box.cast(content, model["box"], model["sheet"]["answers"])
            return _changed(model, {"box": box, "sheet": None, "key": "", "own": False, "news": said})
        if name == "wiped":
            return _without_sheet(model, "Je antwoorden zijn gewist. Er ging niets in de stembus.")
        if name == "timed-out":
            return _without_sheet(model, "De antwoorden zijn gewist, omdat er even niets gebeurde. Er ging niets in de stembus.")
    raise ValueError("unknown message: " + str(name))


def _without_sheet(model, news):
    return _changed(model, {"sheet": None, "key": "", "own": False, "news": news})


def _code_entered(content, model, text):
    """A code goes straight into the counters; nobody sees what was in it."""
    found = code.decode(content, model["session"], text)
    if "refused" in found:
        return _changed(model, {"news": found["refused"]})
    box, said, _counted = ballot_box.cast(content, model["box"], found["sheet"], found["mark"])
    return _changed(model, {"box": box, "news": said})


# ---- closing, files ----

def _closed(content, model):
    box, said = ballot_box.close(content, model["box"])
    if box["state"] != "closed":
        return _changed(model, {"news": said})
    return _changed(model, {"box": box, "news": said, "report": ballot_report.class_report(content, box), "unsaved": True})


def _files_opened(content, model, files):
    """Boxes of the same day together. One file alone, without an own box, is opened as it is."""
    boxes = [model["box"]] if model["box"] is not None else []
    known = ballot_file.prepared(content)
    for data in files:
        box, trouble = ballot_file.read_prepared(known, data)
        if box is None:
            return _changed(model, {"news": trouble})
        boxes.append(box)
    if not files:
        return _changed(model, {})
    box, said = boxes[0], "Het dagbestand is geopend."
    if len(boxes) > 1:
        box, said = ballot_box.merge(content, boxes)
    if box is None:
        return _changed(model, {"news": said})
    return _changed(model, {"box": box, "news": said, "report": ballot_report.class_report(content, box),
                            "unsaved": len(boxes) > 1})


def effect(content, model, name, clock):
    """What the page must do: {"kind": ..., "said": text}, see widgets.browser.effects. Raises ValueError for another name."""
    if name[0] == "box-saved" and stage(content, model) in ("closed", "report") and model["box"]["state"] == "closed":
        return {"kind": "save", "name": ballot_file.box_file_name(model["box"]), "type": "application/json",
                "data": ballot_file.box_file(model["box"]),
                "said": "Het dagbestand is gemaakt. Het is vertrouwelijk: wis het na het samenvoegen."}
    if model["report"] is None or stage(content, model) != "report":
        raise ValueError("unknown effect: " + name[0])
    return report_effect(model["report"], name)


def view(content, model):
    """The ballot box as an element."""
    return ballot_view(content, model, stage(content, model), months(model))
