"""The reports page: day files of groups become the picture of the school, two reports stand side by side. Nothing is kept.

content: a questionnaire as macros.publish.questionnaire_data gives it.
model: {"boxes": closed boxes (widgets.core.ballot_box), "reports": [report], "shown": "" (the files), "school",
"years" or the place of a report ("r0"), "school": None or the report of the school, "older" and "newer": places of two
reports or "", "troubles": texts, "news", "read" and "added": how many files of this choice are read and kept so far}.
Of a box the page may show only group, month, and how many filled in.
"""
from widgets.core import ballot_box, ballot_file, report_reading, school_report
from widgets.core.changes import with_changes
from widgets.core.report_effect import EFFECTS, report_effect
from widgets.core.reports_view import reports_view


# ---- model ----

def init(content):
    """The model of somebody who just arrived."""
    return {"boxes": [], "reports": [], "shown": "", "school": None, "older": "", "newer": "", "troubles": [], "news": "",
            "read": 0, "added": 0}


def report_at(model, place):
    """The report with this place ("r0"), or None."""
    for number in range(len(model["reports"])):
        if place == "r" + str(number):
            return model["reports"][number]
    return None


def shown_report(model):
    """The report on screen, or None."""
    return model["school"] if model["shown"] == "school" else report_at(model, model["shown"])


def _changed(model, changes):
    return with_changes(with_changes(model, {"news": ""}), changes)


# ---- update ----

def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and values.

    ("files-read", list of data, how many were chosen) for each part of many files, ("files-opened", list of data) for the
    last or only part, ("school-made",), ("report-chosen", place), ("filled", "older" or "newer", place or ""),
    ("compared",), ("returned",), ("cleared",), ("effected", name).
    Raises ValueError for anything else, and for a report that is not there.
    """
    name = message[0]
    if name == "files-opened" and len(message) == 2:
        return _opened(_files_read(content, model, message[1]))
    if name == "files-read" and len(message) == 3:
        found = _files_read(content, model, message[1])
        return _changed(found, {"news": str(found["read"]) + " van " + str(message[2]) + " bestanden gelezen."})
    if name == "filled" and len(message) == 3 and message[1] in ("older", "newer"):
        if message[2] and report_at(model, message[2]) is None:
            raise ValueError("unknown report: " + message[2])
        return _changed(model, {message[1]: message[2]})
    if name == "report-chosen" and len(message) == 2 and report_at(model, message[1]) is not None:
        return _changed(model, {"shown": message[1]})
    if name == "effected" and len(message) == 2:
        return model
    if len(message) != 1:
        raise ValueError("unknown message: " + str(name))
    if name == "school-made":
        return _school_made(content, model)
    if name == "compared":
        return _compared(model)
    if name == "returned":
        return _changed(model, {"shown": ""})
    if name == "cleared":
        return _changed(init(content), {"news": "Alles is gewist. Je bestanden staan nog op dit apparaat."})
    raise ValueError("unknown message: " + str(name))


def _files_read(content, model, files):
    """Add every file that fits; say of the others why not."""
    boxes = list(model["boxes"])
    reports = list(model["reports"])
    first = model["read"]
    troubles = list(model["troubles"]) if first else []
    known = {}
    for box in boxes:
        for box_id in box["boxes"]:
            known[box_id] = True
    prepared = ballot_file.prepared(content)
    for number in range(len(files)):
        box, reason = ballot_file.read_prepared(prepared, files[number])
        if box is not None:
            double = [box_id for box_id in box["boxes"] if box_id in known]
            if double:
                troubles.append(_about(first + number, "Dit dagbestand is al geopend."))
            else:
                boxes.append(box)
                for box_id in box["boxes"]:
                    known[box_id] = True
            continue
        report, other_reason = report_reading.read_report(files[number])
        if report is None:
            troubles.append(_about(first + number, reason if _looks_like_box(files[number]) else other_reason))
        elif report in reports:
            troubles.append(_about(first + number, "Dit rapport is al geopend."))
        else:
            reports.append(report)
    added = len(boxes) + len(reports) - len(model["boxes"]) - len(model["reports"])
    return _changed(model, {"boxes": boxes, "reports": reports, "troubles": troubles, "read": first + len(files),
                            "added": model["added"] + added})


def _opened(model):
    """All files of this choice are read."""
    chosen = _latest_two(model["reports"])
    return _changed(model, {"school": None, "shown": "", "older": chosen[0], "newer": chosen[1], "read": 0, "added": 0,
                            "news": _opened_words(model["added"])})


def _opened_words(count):
    if count == 0:
        return "Er is geen bestand geopend."
    return "Er is 1 bestand geopend." if count == 1 else "Er zijn " + str(count) + " bestanden geopend."


def _looks_like_box(data):
    return isinstance(data, dict) and "format" in data and data["format"] == ballot_file.BOX_FORMAT


def _about(number, reason):
    return "Bestand " + str(number + 1) + ": " + reason


def _latest_two(reports):
    """The places of the two latest reports, the older first; empty texts when there are no two."""
    if len(reports) < 2:
        return ("", "")
    order = sorted(range(len(reports)), key=lambda number: reports[number]["month"])
    return ("r" + str(order[-2]), "r" + str(order[-1]))


def _school_made(content, model):
    """Boxes with the same name are devices of one group: they go together first."""
    groups = {}
    for box in model["boxes"]:
        name = "groep " + (box["group"] or box["id"])
        if name not in groups:
            groups[name] = []
        groups[name].append(box)
    whole = []
    for name in groups:
        if len(groups[name]) == 1:
            whole.append(groups[name][0])
            continue
        box, said = ballot_box.merge(content, groups[name])
        if box is None:
            return _changed(model, {"news": groups[name][0]["group"] + ": " + said})
        whole.append(box)
    report, said = school_report.school_report(content, whole)
    if report is None:
        return _changed(model, {"news": said})
    return _changed(model, {"school": report, "shown": "school", "news": said})


def _compared(model):
    if model["older"] == "" or model["newer"] == "" or model["older"] == model["newer"]:
        return _changed(model, {"news": "Kies twee verschillende rapporten."})
    return _changed(model, {"shown": "years"})


def effect(content, model, name, clock):
    """What the page must do, see widgets.browser.effects. Raises ValueError for another name or without a report on screen."""
    report = shown_report(model)
    if report is None:
        raise ValueError("unknown effect: " + name[0])
    return report_effect(report, name)


def would_lose(content, model):
    """Never: everything here was opened from files that stay where they are."""
    return False


def rescued(content, model):
    """Nothing, for the same reason."""
    return None


def view(content, model):
    """The page of reports as an element."""
    report = shown_report(model)
    pair = None
    if model["shown"] == "years":
        pair = school_report.years(report_at(model, model["older"]), report_at(model, model["newer"]))
    return reports_view(content, model, report, pair)
