"""The reports page: parts of one group become its report, reports become the picture of the school, two stand side by side.

content: a questionnaire as macros.publish.routes.questionnaire_data gives it.
model: {"parts": [part] (widgets.core.part_file), "reports": [report], "shown": "" (the files), "school", "years" or the place
of a report ("r0"), "school": None or the report of the school, "older" and "newer": places of two reports or "",
"troubles": texts, "news", "read" and "added": how many files of this choice are read and kept so far}.
Of a part the page may show only group, month, and how many filled in. Nothing is kept.
"""

from widgets.core import ballot_report, part_file, report_reading, school_report
from widgets.core.changes import with_changes
from widgets.core.report_effect import EFFECTS, report_effect
from widgets.core.reports_view import reports_view

ROUND_MONTHS = 3


# ---- model ----


def init(content):
    """The model of somebody who just arrived."""
    return {
        "parts": [],
        "reports": [],
        "shown": "",
        "school": None,
        "older": "",
        "newer": "",
        "troubles": [],
        "news": "",
        "read": 0,
        "added": 0,
    }


def report_at(model, place):
    """The report with this place ("r0"), or None."""
    for number in range(len(model["reports"])):
        if place == "r" + str(number):
            return model["reports"][number]
    return None


def part_at(model, place):
    """The part with this place ("p0"), or None."""
    for number in range(len(model["parts"])):
        if place == "p" + str(number):
            return model["parts"][number]
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
    last or only part, ("group-joined", place of a part of it), ("groups-joined",), ("school-made",), ("report-chosen", place),
    ("filled", "older" or "newer", place or ""), ("compared",), ("returned",), ("cleared",), ("effected", name).
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
    if name == "group-joined" and len(message) == 2 and part_at(model, message[1]) is not None:
        return _group_joined(content, model, part_at(model, message[1]))
    if name == "report-chosen" and len(message) == 2 and report_at(model, message[1]) is not None:
        return _changed(model, {"shown": message[1]})
    if name == "effected" and len(message) == 2:
        return model
    if len(message) != 1:
        raise ValueError("unknown message: " + str(name))
    if name == "groups-joined":
        return _groups_joined(content, model)
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
    parts = list(model["parts"])
    reports = list(model["reports"])
    first = model["read"]
    troubles = list(model["troubles"]) if first else []
    known = {}
    for part in parts:
        known[part["id"]] = True
    for number in range(len(files)):
        data = files[number]
        part, reason = part_file.read_part(content, data)
        if part is not None:
            if part["id"] in known:
                troubles.append(_about(first + number, "Dit deelbestand is al geopend."))
            else:
                parts.append(part)
                known[part["id"]] = True
            continue
        report, other_reason = report_reading.read_report(data)
        if report is None:
            troubles.append(_about(first + number, reason if _looks_like_part(data) else other_reason))
        elif _is_there(report, reports):
            troubles.append(_about(first + number, "Dit rapport is al geopend."))
        else:
            reports.append(report)
    added = len(parts) + len(reports) - len(model["parts"]) - len(model["reports"])
    return _changed(
        model,
        {"parts": parts, "reports": reports, "troubles": troubles, "read": first + len(files), "added": model["added"] + added},
    )


def _is_there(report, reports):
    """Whether the same report is among these. Of most one look at the group tells that it is another."""
    for known in reports:
        if known["group"] == report["group"] and known == report:
            return True
    return False


def _opened(model):
    """All files of this choice are read."""
    chosen = _latest_two(model["reports"])
    return _changed(
        model,
        {
            "school": None,
            "shown": "",
            "older": chosen[0],
            "newer": chosen[1],
            "read": 0,
            "added": 0,
            "news": _opened_words(model["added"]),
        },
    )


def _opened_words(count):
    if count == 0:
        return "Er is geen bestand geopend."
    return "Er is 1 bestand geopend." if count == 1 else "Er zijn " + str(count) + " bestanden geopend."


def _looks_like_part(data):
    return isinstance(data, dict) and "format" in data and data["format"] in (part_file.FORMAT, part_file.FORMER)


def _about(number, reason):
    return "Bestand " + str(number + 1) + ": " + reason


def _latest_two(reports):
    """The places of the two latest reports, the older first; empty texts when there are no two."""
    if len(reports) < 2:
        return ("", "")
    older, newer = -1, 0
    for place in range(1, len(reports)):
        if reports[place]["month"] >= reports[newer]["month"]:
            older, newer = newer, place
        elif older < 0 or reports[place]["month"] >= reports[older]["month"]:
            older = place
    return ("r" + str(older), "r" + str(newer))


def groups_of(parts):
    """The parts by group and month, in the order in which they were opened: list of lists of places in `parts`."""
    rounds = {}
    found = []
    for place in range(len(parts)):
        name = _round(parts[place])
        if name not in rounds:
            rounds[name] = []
            found.append(rounds[name])
        rounds[name].append(place)
    return found


def _round(part):
    """What the parts of one report share: another month is another round, with other sheets of the same pupils."""
    return "in " + part["month"] + " " + part["group"]


def _group_joined(content, model, one):
    """The parts of the group of this one become its report, which is shown."""
    places = [found for found in groups_of(model["parts"]) if _round(model["parts"][found[0]]) == _round(one)][0]
    report, said = ballot_report.joined_report(content, [model["parts"][place] for place in places])
    if report is None:
        return _changed(model, {"news": said})
    found = _with_reports(model, places, [report])
    return _changed(found, {"shown": "r" + str(len(found["reports"]) - 1), "news": said})


def _with_reports(model, places, made):
    """The model with these reports in the place of their parts, and of reports of fewer of them."""
    reports = [found for found in model["reports"] if not _is_part_of(found, made)] + made
    chosen = _latest_two(reports)
    return _changed(
        model,
        {
            "parts": [model["parts"][place] for place in range(len(model["parts"])) if place not in places],
            "reports": reports,
            "older": chosen[0],
            "newer": chosen[1],
        },
    )


def _is_part_of(report, made):
    """Whether all boxes of a report are in one of these."""
    boxes = report["boxes"]
    if report["kind"] != "class" or not boxes:
        return False
    for whole in made:
        if not [box_id for box_id in boxes if box_id not in whole["boxes"]]:
            return True
    return False


def _groups_joined(content, model):
    """Each group with parts of more devices becomes a report; what cannot be joined stays, and why is told."""
    done = []
    made = []
    troubles = []
    for places in groups_of(model["parts"]):
        if len(places) > 1:
            report, said = ballot_report.joined_report(content, [model["parts"][place] for place in places])
            if report is None:
                troubles.append(model["parts"][places[0]]["group"] + ": " + said)
            else:
                made.append(report)
                done = done + places
    return _changed(
        _with_reports(model, done, made),
        {
            "shown": "",
            "troubles": troubles,
            "news": "Er is geen rapport gemaakt."
            if not made
            else "Er zijn rapporten van " + str(len(made)) + " groepen. Bewaar ze, en wis dan pas de deelbestanden.",
        },
    )


def of_this_round(model):
    """The reports of groups that belong to one picture of the school: of the latest month and the two before it."""
    found = [report for report in model["reports"] if report["kind"] == "class"]
    latest = max([_months(report) for report in found]) if found else 0
    return [report for report in found if latest - _months(report) < ROUND_MONTHS]


def _months(report):
    return int(report["month"][0:4]) * 12 + int(report["month"][5:7])


def _school_made(content, model):
    report, said = school_report.school_report(content, of_this_round(model))
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
    """Never: everything here was opened from files that stay where they are, or can be made of them again."""
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
    return reports_view(content, model, report, pair, len(of_this_round(model)), groups_of(model["parts"]))
