"""The ballot box on one device: set up, hand round, fill in, seal, close, report. A sheet becomes counters at once.

content: a questionnaire as macros.publish.routes.questionnaire_data gives it, see widgets.core.sheet.
model: {"today": "2026-11-21" or "", "fields": see ballot_set_up, "box": None or a box (widgets.core.ballot_box), "session":
number of this round for codes, "sheet": None or a model of widgets.core.sheet, "key": random start of the names of its
fields, "own": whether the pupil looks at the own result, "codes": whether codes from own devices are taken in, "tries": how
many codes were tried (each has a field of its own), "camera": whether it should be on, "word": what staff must type while
the box is open ("": nothing), "asking": "" or what staff is asked to confirm ("close", "empty"), must type ("word"), waits
for ("waiting") or may do after that ("staff"), "report" and "part": what the close gave, one of them (else None), "revealed":
whether the report is on screen, "unsaved", "news"}. While the box is open the page may show only how many sheets are in it.
"""

from widgets.core import ballot_box, ballot_set_up, code, effects, part_file, sheet
from widgets.core.ballot_rescue import after_error, outcome, rescue
from widgets.core.ballot_view import ballot_view
from widgets.core.changes import with_changes
from widgets.core.report_effect import EFFECTS as REPORT_EFFECTS
from widgets.core.report_effect import report_effect

# Without the word: long enough to be seen by somebody who is in the room.
WAIT_SECONDS = 120
# What a sheet understands of what a pupil does.
SHEET_MESSAGES = ("answered", "skipped", "went-on", "went-back", "finished", "idled", "stirred")
EFFECTS = ("part-saved",) + REPORT_EFFECTS
# What only staff does while the box is open.
BEHIND_WORD = ("close-asked", "empty-asked")


# ---- model ----


def init(content):
    """The model of somebody who just arrived."""
    return {
        "today": "",
        "fields": ballot_set_up.fields(""),
        "box": None,
        "session": 0,
        "sheet": None,
        "key": "",
        "own": False,
        "codes": False,
        "tries": 0,
        "camera": False,
        "word": "",
        "asking": "",
        "report": None,
        "part": None,
        "revealed": False,
        "unsaved": False,
        "news": "",
    }


def is_untouched(model):
    """True when there is nothing of a pupil to wipe."""
    return model["sheet"] is None


def is_idle(model):
    """True when the pupil is being asked whether somebody is still there."""
    return model["sheet"] is not None and model["sheet"]["idle"]


def stage(content, model):
    """What is on screen: "set-up", "ready", "codes", "question", "done", "own", "closed", "report"."""
    if model["box"] is None:
        return "set-up"
    if model["sheet"] is not None:
        if model["sheet"]["at"] < len(sheet.places(content)):
            return "question"
        return "own" if model["own"] else "done"
    if model["box"]["state"] == "open":
        return "codes" if model["codes"] else "ready"
    return "report" if model["revealed"] else "closed"


def _changed(model, changes):
    return with_changes(with_changes(model, {"news": "", "asking": ""}), changes)


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and values.

    ("day-began", iso date), ("filled", field, text), ("box-opened", random name, session), ("pupil-began", random name),
    those of a sheet in SHEET_MESSAGES, ("own-asked",), ("cast",), ("wiped",), ("timed-out",), ("left",),
    ("codes-asked",), ("codes-done",), ("camera-began",), ("camera-ended",), ("camera-failed", sentence), ("code-entered", text),
    ("unlocked", text), ("word-forgotten",), ("waited",), ("close-asked",), ("empty-asked",), ("asked-back",), ("closed",),
    ("revealed",), ("emptied",), ("effected", name).
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
        kept = message[1] in ("part-saved", "report-saved")
        return _changed(model, {"unsaved": model["unsaved"] and not kept, "asking": model["asking"]})
    if here == "set-up":
        if name == "filled" and len(message) == 3 and message[1] in model["fields"]:
            fields = dict(model["fields"])
            fields[message[1]] = message[2]
            return _changed(model, {"fields": fields})
        if name == "box-opened" and len(message) == 3:
            return _opened(content, model, message[1], message[2])
    if here in ("question", "done", "own"):
        return _on_own_sheet(content, model, message)
    if here == "ready":
        if name == "pupil-began" and len(message) == 2:
            return _changed(model, {"sheet": sheet.init(content), "key": message[1], "own": False})
        if name == "unlocked" and len(message) == 2:
            return _unlocked(model, message[1])
        if name == "closed" and len(message) == 1 and model["asking"] == "close":
            return _closed(content, model)
    if here == "codes":
        return _with_codes(content, model, message)
    return _by_staff(content, model, message, here)


def _by_staff(content, model, message, here):
    """What an adult does between pupils and after closing."""
    name = message[0]
    if len(message) != 1:
        raise ValueError("unknown message: " + str(name))
    if name == "asked-back":
        return _changed(model, {})
    if here == "ready":
        if name == "codes-asked":
            return _changed(model, {"codes": True})
        if name == "word-forgotten" and model["word"]:
            return _changed(model, {"asking": "waiting"})
        if name == "waited" and model["asking"] == "waiting":
            return _changed(model, {"asking": "staff"})
        if name in BEHIND_WORD and not _may_staff(model):
            return _changed(model, {"asking": "word"})
    if name == "close-asked" and here == "ready":
        trouble = ballot_box.close_trouble(content, model["box"])
        return _changed(model, {"news": trouble, "asking": model["asking"]} if trouble else {"asking": "close"})
    if name == "revealed" and here == "closed" and model["report"] is not None:
        return _changed(model, {"revealed": True})
    if name == "empty-asked" and here in ("ready", "closed", "report"):
        return _changed(model, {"asking": "empty"})
    if name == "emptied" and model["asking"] == "empty":
        return _changed(
            init(content),
            {
                "today": model["today"],
                "fields": ballot_set_up.fields(model["today"]),
                "news": "Alles is gewist. Je kunt een nieuwe stembus openen.",
            },
        )
    raise ValueError("unknown message: " + str(name))


# ---- the word of the adult ----


def _plain(word):
    """A word as it is compared: letter case and spaces make no difference."""
    return "".join([letter for letter in word.lower() if letter != " "])


def _may_staff(model):
    return model["word"] == "" or model["asking"] == "staff"


def _unlocked(model, text):
    """The word is asked again after every step. A wrong one costs nothing: there is nothing to lose but time."""
    if _plain(text) == model["word"]:
        return _changed(model, {"asking": "staff"})
    return _changed(model, {"asking": "word", "news": "Dit is niet het sluitwoord. Probeer het nog eens."})


def _day_began(model, today):
    """Also in the middle of a round: a page may stay open for days, and somebody may set the clock."""
    changes = {
        "today": today,
        "asking": model["asking"],
        "news": ballot_set_up.news_of_day(model["today"], today) or model["news"],
    }
    if model["box"] is None:
        changes["fields"] = ballot_set_up.on_day(model["fields"], model["today"], today)
    return _changed(model, changes)


def _left(content, model):
    """The page is left: nothing of a pupil stays, and a closed box is gone. An open box holds only counters: it may come back."""
    if model["box"] is not None and model["box"]["state"] == "open":
        return _changed(model, {"sheet": None, "key": "", "own": False, "camera": False})
    return _changed(init(content), {"today": model["today"], "fields": ballot_set_up.fields(model["today"])})


def _opened(content, model, box_id, session):
    fields = model["fields"]
    trouble = ballot_set_up.trouble(content, fields, model["today"])
    if trouble:
        return _changed(model, {"news": trouble})
    box = ballot_box.new_box(
        content,
        int(fields["present"].strip(" ")),
        fields["month"],
        box_id,
        fields["group"].strip(" "),
        fields["boxes"] == ballot_set_up.ONE,
    )
    emptied = dict(fields)
    emptied["word"] = ""
    return _changed(model, {"box": box, "session": session, "word": _plain(fields["word"]), "fields": emptied, "unsaved": True})


# ---- the sheet of one pupil ----


def _on_sheet(content, model, message):
    filled = sheet.update(content, model["sheet"], message)
    stays = message[0] in ("idled", "stirred")
    return _changed(model, {"sheet": filled, "own": stays and model["own"], "news": filled["news"]})


def _on_own_sheet(content, model, message):
    name = message[0]
    if len(message) == 1:
        if name == "own-asked" and model["sheet"]["at"] >= len(sheet.places(content)):
            return _changed(model, {"own": True})
        if name == "cast" and model["sheet"]["at"] >= len(sheet.places(content)):
            box, said, _counted = ballot_box.cast(content, model["box"], model["sheet"]["answers"])
            return _changed(model, {"box": box, "sheet": None, "key": "", "own": False, "news": said})
        if name == "wiped":
            return _without_sheet(model, "Je antwoorden zijn gewist. Er ging niets in de stembus.")
        if name == "timed-out":
            return _without_sheet(model, "De antwoorden zijn gewist, omdat er even niets gebeurde. Er ging niets in de stembus.")
    raise ValueError("unknown message: " + str(name))


def _without_sheet(model, news):
    return _changed(model, {"sheet": None, "key": "", "own": False, "news": news})


# ---- codes from own devices ----


def _with_codes(content, model, message):
    name = message[0]
    if name == "code-entered" and len(message) == 2:
        return _code_entered(content, model, message[1])
    if name == "camera-failed" and len(message) == 2:
        return _changed(model, {"camera": False, "news": message[1]})
    if name == "camera-began" and len(message) == 1:
        return _changed(model, {"camera": True})
    if name == "camera-ended" and len(message) == 1:
        return _changed(model, {"camera": False})
    if name == "codes-done" and len(message) == 1:
        return _changed(model, {"codes": False, "camera": False})
    raise ValueError("unknown message: " + str(name))


def _code_entered(content, model, text):
    """A code goes straight into the counters; nobody sees what was in it. The next one is typed in another field."""
    tries = model["tries"] + 1
    found = code.decode(content, model["session"], text)
    if "refused" in found:
        return _changed(model, {"tries": tries, "news": found["refused"]})
    box, said, _counted = ballot_box.cast(content, model["box"], found["sheet"], found["mark"])
    return _changed(model, {"tries": tries, "box": box, "news": said})


# ---- closing ----


def _closed(content, model):
    box, said, released = ballot_box.close(content, model["box"])
    if released is None:
        return _changed(model, {"news": said})
    return _changed(_changed(model, outcome(content, box, released)), {"box": box, "news": said, "unsaved": True})


def effect(content, model, name, clock):
    """What the page must do: {"kind": ..., "said": text}, see widgets.browser.effects. Raises ValueError for another name."""
    if name[0] == "part-saved" and model["part"] is not None:
        return effects.save_data(
            part_file.part_file_name(model["part"]),
            model["part"],
            {"confirm": True, "said": effects.HANDED_OVER + " Het bestand is vertrouwelijk: wis het na het samenvoegen."},
        )
    if model["report"] is None or stage(content, model) != "report":
        raise ValueError("unknown effect: " + name[0])
    return report_effect(model["report"], name)


def view(content, model):
    """The ballot box as an element."""
    return ballot_view(content, model, stage(content, model), ballot_set_up.months(model["today"]))
