"""The screen on which somebody makes the school file: questions, people, locations, and the file as it will be."""

from widgets.core.fields import file_field, tick_box
from widgets.core.html import el
from widgets.core.school_fields import MAIN, QUIET, button, choice_field, part, text_field, wrong_part
from widgets.core.school_opening import CONTACT_KEYS
from widgets.core.school_people_view import locations, people, role_part


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
            people(content, model, facts),
            locations(model, facts),
            _result(model, facts),
        ),
    )


def form_parts(content, model, facts, kind_changed):
    """What differs after somebody filled in a field. With `kind_changed` also the choices that hang on the kind of school."""
    found = [_file_part(model, facts), _status_part(model, facts), _clear_button(model)]
    for field in field_ids(model):
        found.append(wrong_part(field, facts))
    if kind_changed:
        found += [_types(content, model, facts), _protocols(model, facts), _regions(content, model, facts)]
        for number in range(len(model["school"]["contact"])):
            found.append(role_part(content, model, facts, number))
    return found


def field_ids(model):
    """The ids of all fields, in order."""
    found = ["naam", "land", "onderwijs", "protocol", "vakanties", "website", "snel_weg", "contact"]
    for number in range(len(model["school"]["contact"])):
        found += ["contact-" + str(number + 1) + "-" + key for key in CONTACT_KEYS]
    for number in range(len(model["locations"])):
        found += ["locatie-" + str(number + 1) + "-" + key for key in ("naam", "coordinator")]
    return found


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
            button(QUIET, "data-message", "asked-back", "Nee, laat staan"),
            button(
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
        "p", {"class": "notice list-buttons"}, about + " is weggehaald. ", button(QUIET, "data-message", "put-back", "Zet terug")
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
        text_field(
            model, facts, "naam", "filled naam", school["naam"], "Naam van de school", "Zoals leerlingen en ouders die kennen."
        ),
        choice_field(
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
        text_field(
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
        text_field(
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
    return part(
        "onderwijs", [choice_field(model, facts, "onderwijs", "filled onderwijs", school["onderwijs"], types, "Soort onderwijs")]
    )


def _protocols(model, facts):
    options = [(protocol["id"], protocol["title"]) for protocol in facts["protocols"]]
    return part(
        "protocol",
        [
            choice_field(
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
    return part(
        "vakanties",
        [
            choice_field(
                model, facts, "vakanties", "filled vakanties", school["vakanties"], options, "Welke schoolvakanties gelden?"
            )
        ],
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
            button(QUIET, "data-effect", "copy", "Kopieer de tekst"),
            _clear_button(model),
        ),
        _file_part(model, facts),
    )


def _clear_button(model):
    return el(
        "span",
        {"data-part": "wissen"},
        button(QUIET, "data-message", "clear-asked" if model["changed"] else "cleared", "Wis alles"),
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
                button(QUIET, "data-effect", "save-location " + str(number + 1), "Bewaar " + name),
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
