"""The fields of the form for the school file: a label, a hint, what is wrong, and the control itself."""

from widgets.core.fields import unsent
from widgets.core.html import el

MAIN, QUIET = "main-button", "quiet-button"


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
        wrong_part(field, facts),
        control,
    )


def wrong_part(field, facts):
    text = facts["wrong"][field] if field in facts["wrong"] else ""
    return el(
        "div",
        {"class": "school-wrong", "id": "veld-" + field + "-fout", "data-part": "fout-" + field},
        el("p", None, el("strong", None, "Let op: "), text) if text else None,
    )


def text_field(model, facts, field, message, value, label, hint="", needed=True, mode="text"):
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


def choice_field(model, facts, field, message, value, options, label, hint=""):
    """A list to choose from. options: (value, text). What is not in the list yet asks for a choice."""
    known = [name for name, text_field in options]
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


def part(name, inside):
    return el("div", {"data-part": name}, inside)


def button(kind, attribute, value, text, unseen=""):
    return el(
        "button",
        {"type": "button", "class": kind, attribute: value},
        text,
        el("span", {"class": "unseen"}, " " + unseen) if unseen else None,
    )
