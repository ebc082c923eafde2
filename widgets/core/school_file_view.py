"""The screen on which somebody makes the school file: questions, people, locations, and the file as it will be."""

from widgets.core.fields import file_field, tick_box, unsent
from widgets.core.html import el
from widgets.core.school_opening import CONTACT_KEYS
from widgets.core.school_rules import kind_of_school

MAIN, QUIET = "main-button", "quiet-button"


def form_view(content, model, facts):
    """The whole widget. facts: {"wrong": field id -> text, "left": number of mistakes, "protocols", "text": school.yaml so far,
    "locations": [{"id", "text"}]}."""
    return el(
        "div",
        {"class": "school-form"},
        el("p", {"class": "list-news", "role": "status", "data-news": True}, model["news"]),
        el(
            "div",
            {"data-body": True},
            _asked(model),
            _open_part(model),
            _removed(model),
            _about_school(content, model, facts),
            _people(content, model, facts),
            _locations(model, facts),
            _result(model, facts),
        ),
    )


def form_parts(content, model, facts, kind_changed):
    """What differs after somebody filled in a field. With `kind_changed` also the choices that hang on the kind of school."""
    found = [_file_part(model, facts), _status_part(model, facts), _clear_button(model)]
    for field in field_ids(model):
        found.append(_wrong_part(field, facts))
    if kind_changed:
        found += [_types(content, model, facts), _protocols(model, facts), _regions(content, model, facts)]
        for number in range(len(model["school"]["contact"])):
            found.append(_role(content, model, facts, number))
    return found


def field_ids(model):
    """The ids of all fields, in order."""
    found = ["naam", "land", "onderwijs", "protocol", "vakanties", "website", "snel_weg", "contact"]
    for number in range(len(model["school"]["contact"])):
        found += ["contact-" + str(number + 1) + "-" + key for key in CONTACT_KEYS]
    for number in range(len(model["locations"])):
        found += ["locatie-" + str(number + 1) + "-" + key for key in ("naam", "coordinator")]
    return found


# ---- fields ----


def _control(model, facts, tag, field, message, hint, attributes, children=None):
    """A field to fill in, tied to its hint and to what is wrong with it."""
    described = "veld-" + field + "-fout" + (" veld-" + field + "-uitleg" if hint else "")
    shared = {
        "id": "veld-" + field,
        "data-field": message,
        "autocomplete": "off",
        "aria-describedby": described,
        "aria-invalid": "true" if field in facts["wrong"] else "false",
        "data-focus": model["focus"] == field,
    }
    for name in attributes:
        shared[name] = attributes[name]
    return el(tag, unsent(shared) if tag == "input" else shared, children or [])


def _field(facts, field, label, hint, control, needed):
    return el(
        "div",
        {"class": "school-field"},
        el(
            "label",
            {"for": "veld-" + field},
            label,
            None if needed else el("span", {"class": "school-optional"}, " (mag leeg blijven)"),
        ),
        el("p", {"class": "school-hint", "id": "veld-" + field + "-uitleg"}, hint) if hint else None,
        _wrong_part(field, facts),
        control,
    )


def _wrong_part(field, facts):
    text = facts["wrong"][field] if field in facts["wrong"] else ""
    return el(
        "div",
        {"class": "school-wrong", "id": "veld-" + field + "-fout", "data-part": "fout-" + field},
        el("p", None, el("strong", None, "Let op: "), text) if text else None,
    )


def _text(model, facts, field, message, value, label, hint="", needed=True, mode="text"):
    return _field(
        facts,
        field,
        label,
        hint,
        _control(
            model,
            facts,
            "input",
            field,
            message,
            hint,
            {"type": "text", "inputmode": mode, "value": value, "aria-required": "true" if needed else "false"},
        ),
        needed,
    )


def _choice(model, facts, field, message, value, options, label, hint=""):
    """A list to choose from. options: (value, text). What is not in the list yet asks for a choice."""
    known = [name for name, _text in options]
    first = [] if value in known else [el("option", {"value": value, "selected": True}, value or "Kies …")]
    chosen = [el("option", {"value": name, "selected": name == value}, text) for name, text in options]
    return _field(
        facts,
        field,
        label,
        hint,
        _control(model, facts, "select", field, message, hint, {"aria-required": "true"}, first + chosen),
        True,
    )


def _part(name, inside):
    return el("div", {"data-part": name}, inside)


def _button(kind, attribute, value, text, unseen=""):
    return el(
        "button",
        {"type": "button", "class": kind, attribute: value},
        text,
        el("span", {"class": "unseen"}, " " + unseen) if unseen else None,
    )


# ---- before something is lost ----


def _asked(model):
    """What waits for a yes: another file over what was filled in, or wiping."""
    if not model["asking"]:
        return None
    opening = model["asking"] == "open"
    words = "Wat je hier invulde, staat nog in geen bestand. " + (
        "Open je het andere bestand, dan is het weg." if opening else "Wis je alles, dan is het weg."
    )
    return el(
        "div",
        {"class": "notice"},
        el("p", {"tabindex": "-1", "data-focus": model["focus"] == "asked"}, words),
        el(
            "p",
            {"class": "list-buttons"},
            _button(QUIET, "data-message", "asked-back", "Nee, laat staan"),
            _button(
                QUIET,
                "data-message",
                "opening-confirmed" if opening else "cleared",
                "Ja, open het bestand" if opening else "Ja, wis alles",
            ),
        ),
    )


def _removed(model):
    """A row that was taken away by mistake comes back."""
    if model["removed"] is None:
        return None
    name, number, row = model["removed"]
    about = (
        ("Locatie " if name == "location" else "Contact ") + str(number + 1) + (" (" + row["naam"] + ")" if row["naam"] else "")
    )
    return el(
        "p", {"class": "notice list-buttons"}, about + " is weggehaald. ", _button(QUIET, "data-message", "put-back", "Zet terug")
    )


# ---- opening ----


def _open_part(model):
    wrong = el("p", None, el("strong", None, "Let op: "), model["trouble"]) if model["trouble"] else None
    return el(
        "details",
        {"class": "school-open", "open": bool(model["trouble"])},
        el("summary", None, "Heb je al een schoolbestand? Open het hier"),
        el(
            "div",
            {"class": "school-field"},
            el("label", {"for": "veld-openen"}, "Kies school.yaml op dit apparaat"),
            el(
                "p",
                {"class": "school-hint", "id": "veld-openen-uitleg"},
                "Het bestand gaat nergens naartoe. Eigen regels met een hekje (#) komen niet mee.",
            ),
            el("div", {"class": "school-wrong", "id": "veld-openen-fout"}, wrong),
            file_field(
                {
                    "id": "veld-openen",
                    "accept": ".yaml,.yml",
                    "data-open": True,
                    "aria-describedby": "veld-openen-fout veld-openen-uitleg",
                    "data-focus": model["focus"] == "openen",
                }
            ),
        ),
    )


# ---- the school ----


def _about_school(content, model, facts):
    school = model["school"]
    return el(
        "fieldset",
        {"class": "school-group"},
        el("legend", None, "De school"),
        _text(
            model, facts, "naam", "filled naam", school["naam"], "Naam van de school", "Zoals leerlingen en ouders die kennen."
        ),
        _choice(
            model,
            facts,
            "land",
            "filled land",
            school["land"],
            content["countries"],
            "Land",
            "Hiermee kiest de site hulplijnen, woorden en regels.",
        ),
        _types(content, model, facts),
        _protocols(model, facts),
        _regions(content, model, facts),
        _text(
            model,
            facts,
            "website",
            "filled website",
            school["website"],
            "Website van de school",
            "Begint met https://.",
            False,
            "url",
        ),
        _text(
            model,
            facts,
            "snel_weg",
            "filled snel_weg",
            school["snel_weg"],
            "Waar gaat de knop ‘Snel weg’ naartoe?",
            "Een gewone pagina die niet opvalt. Begint met https://.",
            True,
            "url",
        ),
        el(
            "label",
            {"class": "list-tick"},
            tick_box({"data-field": "sample", "checked": school["voorbeeld"] == "ja"}),
            el("span", None, "Dit is nog een proef: laat het gele balkje staan."),
        ),
    )


def _types(content, model, facts):
    school = model["school"]
    types = content["types"][school["land"]] if school["land"] in content["types"] else []
    return _part(
        "onderwijs", [_choice(model, facts, "onderwijs", "filled onderwijs", school["onderwijs"], types, "Soort onderwijs")]
    )


def _protocols(model, facts):
    options = [(protocol["id"], protocol["title"]) for protocol in facts["protocols"]]
    return _part(
        "protocol",
        [
            _choice(
                model,
                facts,
                "protocol",
                "filled protocol",
                model["school"]["protocol"],
                options,
                "Welk protocol volgt de school?",
                "Twijfel je? Het aanbevolen protocol past bij elke school.",
            )
        ],
    )


def _regions(content, model, facts):
    school = model["school"]
    regions = content["regions"][school["land"]] if school["land"] in content["regions"] else []
    options = [(region, content["region_names"][region]) for region in regions]
    return _part(
        "vakanties",
        [_choice(model, facts, "vakanties", "filled vakanties", school["vakanties"], options, "Welke schoolvakanties gelden?")],
    )


# ---- people and locations ----


def _people(content, model, facts):
    contacts = model["school"]["contact"]
    return el(
        "fieldset",
        {"class": "school-group"},
        el("legend", {"tabindex": "-1", "data-focus": model["focus"] in ("contact-lijst", "contact")}, "Bij wie kun je terecht?"),
        el("p", {"class": "school-hint"}, "De eerste staat op elke pagina van de site. Vul in wat openbaar mag zijn."),
        _wrong_part("contact", facts),
        [_person(content, model, facts, number, len(contacts)) for number in range(len(contacts))],
        _button(QUIET, "data-message", "contact-added", "Voeg iemand toe"),
    )


def _person(content, model, facts, number, count):
    contact = model["school"]["contact"][number]
    place = str(number + 1)
    field = "contact-" + place + "-"
    message = "contact-filled " + place + " "
    return el(
        "fieldset",
        {"class": "school-row"},
        el("legend", None, "Contact " + place),
        _role(content, model, facts, number),
        _text(model, facts, field + "naam", message + "naam", contact["naam"], "Naam"),
        _text(model, facts, field + "telefoon", message + "telefoon", contact["telefoon"], "Telefoon", "", False, "tel"),
        _text(model, facts, field + "mail", message + "mail", contact["mail"], "Mail", "", False, "email"),
        _text(
            model,
            facts,
            field + "waar",
            message + "waar",
            contact["waar"],
            "Waar en wanneer",
            "Bijvoorbeeld: lokaal 12, maandag en donderdag.",
            False,
        ),
        _text(
            model,
            facts,
            field + "vervanger",
            message + "vervanger",
            contact["vervanger"],
            "Vervanger",
            "Naar wie ga je als deze persoon ziek of vrij is?",
            False,
        ),
        _text(
            model,
            facts,
            field + "vervanger_telefoon",
            message + "vervanger_telefoon",
            contact["vervanger_telefoon"],
            "Telefoon van de vervanger",
            "",
            False,
            "tel",
        ),
        el(
            "p",
            {"class": "list-buttons"},
            _button(QUIET, "data-message", "contact-raised " + place, "Zet bovenaan", "contact " + place) if number else None,
            _button(QUIET, "data-message", "contact-removed " + place, "Haal weg", "contact " + place) if count > 1 else None,
        ),
    )


def _role(content, model, facts, number):
    place = str(number + 1)
    chosen = model["school"]["contact"][number]["rol"]
    kind = kind_of_school(model["school"])
    options = []
    for role in content["roles"]:
        if role["offered"] or role["id"] == chosen:
            name = role["names"][kind if kind in role["names"] else content["kinds"][0]]
            options.append((role["id"], name[0:1].upper() + name[1:]))
    return _part(
        "rol-" + place,
        [_choice(model, facts, "contact-" + place + "-rol", "contact-filled " + place + " rol", chosen, options, "Rol")],
    )


def _locations(model, facts):
    rows = []
    for number in range(len(model["locations"])):
        location = model["locations"][number]
        place = str(number + 1)
        field = "locatie-" + place + "-"
        message = "location-filled " + place + " "
        rows.append(
            el(
                "fieldset",
                {"class": "school-row"},
                el("legend", None, "Locatie " + place),
                _text(model, facts, field + "naam", message + "naam", location["naam"], "Naam van de locatie"),
                _text(
                    model,
                    facts,
                    field + "coordinator",
                    message + "coordinator",
                    location["coordinator"],
                    "Naam van wie daar het pesten aanpakt",
                    "Leeg betekent: dezelfde als bij de school.",
                    False,
                ),
                el(
                    "p",
                    {"class": "list-buttons"},
                    _button(QUIET, "data-message", "location-removed " + place, "Haal weg", "locatie " + place),
                ),
            )
        )
    return el(
        "fieldset",
        {"class": "school-group"},
        el("legend", {"tabindex": "-1", "data-focus": model["focus"] == "locatie-lijst"}, "Locaties"),
        el("p", {"class": "school-hint"}, "Eén locatie? Dan hoef je hier niets te doen. Zijn er meer? Schrijf ze alle op."),
        rows,
        _button(QUIET, "data-message", "location-added", "Voeg een locatie toe"),
    )


# ---- the file ----


def _result(model, facts):
    return el(
        "section",
        {"class": "school-result"},
        el("h3", None, "Het bestand"),
        _status_part(model, facts),
        el(
            "p",
            {"class": "list-buttons"},
            el("button", {"type": "button", "class": MAIN, "data-effect": "save"}, "Bewaar school.yaml"),
            _button(QUIET, "data-effect", "copy", "Kopieer de tekst"),
            _clear_button(model),
        ),
        _file_part(model, facts),
    )


def _clear_button(model):
    return el(
        "span",
        {"data-part": "wissen"},
        _button(QUIET, "data-message", "clear-asked" if model["changed"] else "cleared", "Wis alles"),
    )


def _status_part(model, facts):
    left = facts["left"]
    if left == 0:
        text = "Alles is goed ingevuld."
    else:
        text = "Nog " + str(left) + (" veld om naar te kijken." if left == 1 else " velden om naar te kijken.")
    return el("div", {"data-part": "status"}, el("p", {"class": "school-status"}, text))


def _file_part(model, facts):
    found = [_shown("school.yaml", "protocol/eigen/school.yaml", facts["text"])]
    for number in range(len(facts["locations"])):
        location = facts["locations"][number]
        name = (location["id"] or "naam") + ".yaml"
        found.append(_shown(name, "protocol/locaties/" + name, location["text"]))
        found.append(
            el(
                "p",
                {"class": "list-buttons"},
                _button(QUIET, "data-effect", "save-location " + str(number + 1), "Bewaar " + name),
            )
        )
    return el("div", {"data-part": "bestand"}, found)


def _shown(name, path, text):
    return el(
        "figure",
        {"class": "school-text"},
        el("figcaption", None, "Zo komt het in ", el("code", None, path)),
        el("pre", None, el("code", {"tabindex": "0", "role": "region", "aria-label": "De tekst van " + name}, text)),
    )
