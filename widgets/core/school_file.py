"""Make your school file: a form for school.yaml, checked with the rules of the build. Nothing is sent, nothing is kept.

content: see macros.publish.school_file.school_file_data.
model: {"school": the values of the file while somebody fills them in (keys that the form does not show stay as they are),
"locations": [{"naam", "coordinator"}], "checked": whether mistakes are shown, "trouble": why a file was not opened or "",
"changed": whether somebody filled in something, "kept": the effects since then of which is known that they were done,
"asking": "" or what waits for a yes ("clear", "open"), "waiting": the text of a file that waits or None, "removed":
None or [name of the list, place, row] that can be put back, "focus": the id of the field that gets the focus or "",
"news": text for the live region}.
"""

from widgets.core import effects, rescue, school_rules, school_text
from widgets.core.changes import with_changes
from widgets.core.school_file_view import field_ids, form_parts, form_view
from widgets.core.school_opening import CONTACT_KEYS, FILLED, read_school
from widgets.core.school_rows import one_line, place_of, rows_after, with_removed

CHOICES = ("land", "onderwijs", "protocol", "vakanties", "rol")
LOCATION_KEYS = ("naam", "coordinator")
MOST_CONTACTS, MOST_LOCATIONS = 12, 100
EFFECTS = ("save", "copy", "save-location")
UNCHANGED = " Er is niets veranderd op deze pagina."


# ---- model ----


def init(content):
    """The model of somebody who just arrived: the values of protocol/school.yaml, without the name, the people and the
    region of the school holidays, which nobody may guess."""
    school = _whole(content["base"])
    school["voorbeeld"] = "nee"
    school["naam"] = school["website"] = ""
    school["vakanties"] = school_rules.only_region(content, school["land"])
    school["contact"] = [_contact({"rol": "coordinator"}), _contact({"rol": "vertrouwenspersoon"})]
    return {
        "school": school,
        "locations": [],
        "checked": False,
        "trouble": "",
        "changed": False,
        "kept": [],
        "asking": "",
        "waiting": None,
        "removed": None,
        "focus": "",
        "news": "",
    }


def _whole(values):
    """Values with every field that the form shows, empty where the file has none."""
    school = {"vrije_dagen": [], "woorden": {}}
    for key in FILLED:
        school[key] = ""
    for key in values:
        school[key] = values[key]
    return school


def _contact(values):
    return {key: values[key] if key in values else "" for key in CONTACT_KEYS}


def school_value(model):
    """What goes into the file: without empty texts."""
    return school_text.trimmed(model["school"])


def locations(model):
    """The locations as they go into files: [{"id", "naam", "coordinator"}]."""
    found = []
    for location in model["locations"]:
        name = location["naam"].strip(school_rules.WHITE)
        found.append(
            {"id": school_text.location_id(name), "naam": name, "coordinator": location["coordinator"].strip(school_rules.WHITE)}
        )
    return found


def mistakes(content, model):
    """Field id ("naam", "contact-1-mail", "locatie-2-naam") -> what to do; in the order of the form."""
    wrong = {}
    for one in school_rules.mistakes(content, school_value(model)):
        choice = one["text"] == school_rules.FILL_IN and one["path"][-1] in CHOICES
        wrong[field_id(one["path"])] = "Maak een keuze." if choice else one["text"]
    found = {}
    for field in field_ids(model):
        if field in wrong:
            found[field] = wrong[field]
    seen = {}
    ready = locations(model)
    for number in range(len(ready)):
        location = ready[number]
        text = school_rules.title(location["naam"])
        if not text and (location["id"] == "" or location["id"] in seen):
            text = "Deze naam lijkt te veel op die van een andere locatie." if location["id"] else "Gebruik letters of cijfers."
        seen[location["id"]] = True
        if text:
            found["locatie-" + str(number + 1) + "-naam"] = text
        if location["coordinator"] and school_rules.title(location["coordinator"]):
            found["locatie-" + str(number + 1) + "-coordinator"] = school_rules.title(location["coordinator"])
    return found


def field_id(path):
    """The id of the field for a place in the file: places count from 1."""
    return "-".join([str(part + 1) if isinstance(part, int) else part for part in path])


# ---- update ----


def update(content, model, message):
    """The next model. `message` is a tuple of a name in the past tense and texts.

    ("filled", key, text), ("sample", "ja" or ""), ("contact-filled", "1" and on, key, text), ("contact-added",),
    ("contact-removed", place), ("contact-raised", place), ("location-filled", place, key, text), ("location-added",),
    ("location-removed", place), ("put-back",), ("checked",), ("opened", text or None), ("opening-confirmed",), ("clear-asked",),
    ("asked-back",), ("cleared",), ("effected", name).
    Raises ValueError for anything else, an unknown key or place.
    """
    changed = _updated(content, model, message)
    if changed["school"] == model["school"] and changed["locations"] == model["locations"]:
        return changed
    fresh = message[0] in ("opened", "opening-confirmed", "cleared")
    return with_changes(changed, {"changed": not fresh, "kept": []})


def _updated(content, model, message):
    name = message[0]
    if name == "filled" and len(message) == 3 and message[1] in FILLED:
        return _filled(content, model, message[1], one_line(message[2]))
    if name == "sample" and len(message) == 2:
        return _with_school(model, "voorbeeld", "ja" if message[1] else "nee")
    if name == "opened" and len(message) == 2:
        return _opened(content, model, message[1], not would_lose(content, model))
    if name == "opening-confirmed" and len(message) == 1 and model["asking"] == "open":
        return _opened(content, model, model["waiting"], True)
    if name == "clear-asked" and len(message) == 1:
        return _changed(model, {"asking": "clear", "focus": "asked"})
    if name == "asked-back" and len(message) == 1:
        return _changed(model, {"asking": "", "waiting": None, "focus": "openen" if model["asking"] == "open" else ""})
    if name == "effected" and len(message) == 2:
        return with_changes(model, {"kept": model["kept"] + [message[1]]})
    if name == "put-back" and len(message) == 1 and model["removed"] is not None:
        return _put_back(model)
    if name[0:8] == "contact-":
        rows, focus = rows_after(model["school"]["contact"], message, CONTACT_KEYS, MOST_CONTACTS, "contact")
        return with_removed(model, _with_school(model, "contact", rows, focus), model["school"]["contact"], message)
    if name[0:9] == "location-":
        rows, focus = rows_after(model["locations"], message, LOCATION_KEYS, MOST_LOCATIONS, "locatie")
        return with_removed(model, _changed(model, {"locations": rows, "focus": focus}), model["locations"], message)
    if name == "checked" and len(message) == 1:
        found = list(mistakes(content, model))
        return _changed(model, {"checked": True, "focus": found[0] if found else "", "news": _verdict(len(found))})
    if name == "cleared" and len(message) == 1:
        return _changed(init(content), {"news": "Alles op deze pagina is gewist.", "focus": "naam"})
    raise ValueError("unknown message: " + str(message))


def _verdict(count):
    if count == 0:
        return "Alles is goed ingevuld."
    return "Er is nog 1 veld om naar te kijken." if count == 1 else "Er zijn nog " + str(count) + " velden om naar te kijken."


def _changed(model, changes):
    return with_changes(with_changes(model, {"news": "", "focus": ""}), changes)


def _with_school(model, key, value, focus=""):
    school = dict(model["school"])
    school[key] = value
    return _changed(model, {"school": school, "focus": focus})


def _filled(content, model, key, text):
    """Another country or kind of school takes choices along that do not exist there."""
    changed = _with_school(model, key, text)
    school = changed["school"]
    if key == "land":
        if text not in content["regions"] or school["vakanties"] not in content["regions"][text]:
            school["vakanties"] = school_rules.only_region(content, text)
        if text + "-" + school["onderwijs"] not in content["kinds"]:
            school["onderwijs"] = ""
    if (
        key in ("land", "onderwijs")
        and school["onderwijs"]
        and school["protocol"] not in [protocol["id"] for protocol in offered_protocols(content, school)]
    ):
        school["protocol"] = ""
    return changed


def offered_protocols(content, school):
    """The protocols for this kind of school; all of them as long as it is not known."""
    kind = school_rules.kind_of_school(school)
    if kind not in content["kinds"]:
        return content["protocols"]
    return [protocol for protocol in content["protocols"] if kind in protocol["for"]]


def _put_back(model):
    name, number, row = model["removed"]
    rows = model["locations"] if name == "location" else model["school"]["contact"]
    rows = rows[:number] + [row] + rows[number:]
    field = ("locatie-" if name == "location" else "contact-") + str(number + 1) + "-naam"
    back = with_changes(model, {"removed": None})
    if name == "location":
        return _changed(back, {"locations": rows, "focus": field})
    return _with_school(back, "contact", rows, field)


# ---- opening a file ----


def _opened(content, model, text, certain):
    """The form with the values of a file; or why the file can not be opened, and everything as it was.

    With `certain` False the page asks first, because what was filled in would be lost.
    """
    values, trouble = read_school(content, text)
    if trouble:
        said = trouble + UNCHANGED
        return _changed(model, {"trouble": said, "news": said, "focus": "openen", "asking": "", "waiting": None})
    if not certain:
        return _changed(model, {"trouble": "", "asking": "open", "waiting": text, "focus": "asked"})
    school = _whole(values)
    school["contact"] = [_contact(contact) for contact in school["contact"]] if "contact" in school else []
    opened = _changed(model, {"school": school, "checked": True, "trouble": "", "asking": "", "waiting": None, "removed": None})
    wrong = list(mistakes(content, opened))
    opened["news"] = "Het bestand is geopend. " + _verdict(len(wrong))
    opened["focus"] = wrong[0] if wrong else "naam"
    return opened


# ---- effects ----


def effect(content, model, name, clock):
    """What the page must do: ("save",) and ("copy",) of school.yaml, ("save-location", place). None when there are mistakes.

    Raises ValueError for another name.
    """
    if name[0] not in ("save", "copy", "save-location"):
        raise ValueError("unknown effect: " + str(name))
    if mistakes(content, model):
        return None
    text = school_text.school_text(school_value(model))
    if name[0] == "copy":
        return effects.copy(text, "De tekst van school.yaml is gekopieerd.")
    file_name = "school.yaml"
    if name[0] == "save-location":
        location = locations(model)[place_of(model["locations"], name)]
        text = school_text.location_text(school_value(model), location)
        file_name = location["id"] + ".yaml"
    return effects.save_text(file_name, "text/yaml", text, {"confirm": True})


def would_lose(content, model):
    """Whether somebody who leaves now loses something: a file that is needed and of which nobody knows that it was kept."""
    needed = ["save-location " + str(number + 1) for number in range(len(model["locations"]))]
    kept = "save" in model["kept"] or "copy" in model["kept"]
    return model["changed"] and not (kept and all([name in model["kept"] for name in needed]))


def rescued(content, model):
    """What can still be saved of a form that cannot be drawn any more: see widgets.core.rescue."""
    if not model["changed"]:
        return None
    return rescue.rescued(
        [lambda: _facts(content, model)["text"] + rescue.readable(model["locations"])], [model["school"], model["locations"]]
    )


# ---- view ----


def view(content, model):
    """The form, what is wrong and the file so far. The build draws `view(content, init(content))` with this same code."""
    return form_view(content, model, _facts(content, model))


def parts(content, model, message):
    """The parts of the view (elements with data-part) that can differ after this message from a field."""
    kind_changed = message[0] == "filled" and message[1] in ("land", "onderwijs")
    return form_parts(content, model, _facts(content, model), kind_changed)


def wrong_fields(content, model):
    """The ids of the fields that are shown as wrong."""
    return list(mistakes(content, model)) if model["checked"] else []


def _facts(content, model):
    """What the view needs to know: mistakes to show, protocols to choose, and the texts of the files."""
    value = school_value(model)
    shown = dict(value)
    for key in ("naam", "land", "onderwijs", "protocol", "snel_weg", "contact"):
        if key not in shown:
            shown[key] = ""
    shown["contact"] = [{key: contact[key] for key in contact} for contact in value["contact"] if contact]
    wrong = mistakes(content, model)
    return {
        "wrong": wrong if model["checked"] else {},
        "left": len(wrong),
        "protocols": offered_protocols(content, model["school"]),
        "text": school_text.school_text(shown),
        "locations": [
            {"id": location["id"], "text": school_text.location_text(shown, location)} for location in locations(model)
        ],
    }
