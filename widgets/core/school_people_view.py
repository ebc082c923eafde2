"""The rows of the form for the school file: the people somebody can go to, and the locations."""

from widgets.core.html import el
from widgets.core.school_fields import QUIET, button, choice_field, part, text_field, wrong_part
from widgets.core.school_rules import kind_of_school


def people(content, model, facts):
    contacts = model["school"]["contact"]
    return el(
        "fieldset",
        {"class": "school-group"},
        el("legend", {"tabindex": "-1", "data-focus": model["focus"] in ("contact-lijst", "contact")}, "Bij wie kun je terecht?"),
        el("p", {"class": "school-hint"}, "De eerste staat op elke pagina van de site. Vul in wat openbaar mag zijn."),
        wrong_part("contact", facts),
        [_person(content, model, facts, number, len(contacts)) for number in range(len(contacts))],
        button(QUIET, "data-message", "contact-added", "Voeg iemand toe"),
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
        role_part(content, model, facts, number),
        text_field(model, facts, field + "naam", message + "naam", contact["naam"], "Naam"),
        text_field(model, facts, field + "telefoon", message + "telefoon", contact["telefoon"], "Telefoon", "", False, "tel"),
        text_field(model, facts, field + "mail", message + "mail", contact["mail"], "Mail", "", False, "email"),
        text_field(
            model,
            facts,
            field + "waar",
            message + "waar",
            contact["waar"],
            "Waar en wanneer",
            "Bijvoorbeeld: lokaal 12, maandag en donderdag.",
            False,
        ),
        text_field(
            model,
            facts,
            field + "vervanger",
            message + "vervanger",
            contact["vervanger"],
            "Vervanger",
            "Naar wie ga je als deze persoon ziek of vrij is?",
            False,
        ),
        text_field(
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
            button(QUIET, "data-message", "contact-raised " + place, "Zet bovenaan", "contact " + place) if number else None,
            button(QUIET, "data-message", "contact-removed " + place, "Haal weg", "contact " + place) if count > 1 else None,
        ),
    )


def role_part(content, model, facts, number):
    place = str(number + 1)
    chosen = model["school"]["contact"][number]["rol"]
    kind = kind_of_school(model["school"])
    options = []
    for role in content["roles"]:
        if role["offered"] or role["id"] == chosen:
            name = role["names"][kind if kind in role["names"] else content["kinds"][0]]
            options.append((role["id"], name[0:1].upper() + name[1:]))
    return part(
        "rol-" + place,
        [choice_field(model, facts, "contact-" + place + "-rol", "contact-filled " + place + " rol", chosen, options, "Rol")],
    )


def locations(model, facts):
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
                text_field(model, facts, field + "naam", message + "naam", location["naam"], "Naam van de locatie"),
                text_field(
                    model,
                    facts,
                    field + "coordinator",
                    message + "coordinator",
                    location["coordinator"],
                    "Naam van de persoon die daar het pesten aanpakt",
                    "Leeg betekent: dezelfde als bij de school.",
                    False,
                ),
                el(
                    "p",
                    {"class": "list-buttons"},
                    button(QUIET, "data-message", "location-removed " + place, "Haal weg", "locatie " + place),
                ),
            )
        )
    return el(
        "fieldset",
        {"class": "school-group"},
        el("legend", {"tabindex": "-1", "data-focus": model["focus"] == "locatie-lijst"}, "Locaties"),
        el(
            "p",
            {"class": "school-hint"},
            "Is er één locatie? Dan hoef je hier niets te doen. Zijn er meer? Schrijf ze dan allemaal op.",
        ),
        rows,
        button(QUIET, "data-message", "location-added", "Voeg een locatie toe"),
    )
