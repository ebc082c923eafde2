"""The signal list as it stands on the page. See widgets.core.signals for the content and model."""

from widgets.core.fields import tick_box, unsent
from widgets.core.html import el
from widgets.core.signals_summary import (
    CAUTION,
    HELP_FIRST,
    STOP,
    WEEK_WORDS,
    WEEKS,
    in_danger,
    monday,
    own_ids,
    seen_lines,
    summary,
    title,
    written_on,
)


def view(content, model):
    """The list as an element. The build draws `view(content, init(content))` with this same code."""
    return el(
        "div",
        {"class": "list-tool"},
        el("p", {"class": "list-news", "role": "status", "data-news": True}, model["news"]),
        el(
            "div",
            {"data-body": True},
            _danger(content, model),
            el(
                "p",
                {"class": "list-intro", "tabindex": "-1", "data-focus": not model["asking"]},
                "Kruis aan wat je zag of hoorde. Alles blijft op dit scherm, en is gewist zodra je weggaat van deze pagina.",
            ),
            [_group(content, model, group) for group in content["groups"]],
            _result(content, model),
        ),
    )


def parts(content, model, message):
    """The parts of the view (elements with data-part) that can differ after this message from a field."""
    return [_danger(content, model), _where_and_when(content, model, message[1]), _result(content, model)]


def _danger(content, model):
    notice = None
    if in_danger(content, model):
        notice = el(
            "p",
            {"class": "danger-notice"},
            el("strong", None, STOP),
            " ",
            el("a", {"class": "danger-door", "href": content["danger_href"]}, "Ga nu naar ‘Nu gevaar?’"),
        )
    return el("div", {"class": "list-danger", "data-part": "danger"}, notice)


def _group(content, model, group):
    title_id = "lijst-" + group["id"]
    inside = [el("p", None, text) for text in group["explanation"]]
    for entry in group["entries"]:
        inside.append(_tick(content, model, entry))
    own = own_ids(group)
    for number in range(len(own)):
        inside.append(_own_line(content, model, own[number], number))
    if group["danger"]:  # never folded: this must be seen
        return el(
            "fieldset", {"class": "list-group list-first", "data-group": group["id"]}, el("legend", None, group["title"]), inside
        )
    return el(
        "details",
        {"class": "list-group", "data-group": group["id"]},
        el("summary", {"id": title_id}, group["title"]),
        el("div", {"role": "group", "aria-labelledby": title_id}, inside),
    )


def _tick(content, model, entry):
    explained = "uitleg-" + entry["id"] if entry["explanation"] else None
    return el(
        "div",
        {"class": "list-line"},
        el(
            "label",
            {"class": "list-tick"},
            tick_box(
                {"checked": entry["id"] in model["seen"], "aria-describedby": explained, "data-field": "ticked " + entry["id"]}
            ),
            el("span", None, entry["text"]),
        ),
        el("p", {"class": "list-explanation", "id": explained}, entry["explanation"]) if explained else None,
        _where_and_when(content, model, entry["id"]),
    )


def _own_line(content, model, own_id, number):
    text = model["own"][own_id] if own_id in model["own"] else ""
    return el(
        "div",
        {"class": "list-line"},
        el(
            "label",
            {"class": "list-field"},
            el("span", None, "Wat zag of hoorde je? " + "Regel " + str(number + 1)),
            el("input", unsent({"type": "text", "value": text, "data-field": "described " + own_id})),
        ),
        _where_and_when(content, model, own_id),
    )


def _where_and_when(content, model, entry_id):
    """Two lists to choose from, once an entry is ticked."""
    choices = []
    if entry_id in model["seen"]:
        seen = model["seen"][entry_id]
        text = [line[1] for line in seen_lines(content, model) if line[0] == entry_id][0]
        places = [("", "Kies een plek")] + [(place["id"], place["text"]) for place in content["places"]]
        weeks = []
        for number in range(len(WEEKS)):
            first = monday(model, WEEKS[number])
            weeks.append((WEEKS[number], WEEK_WORDS[number] + (" (vanaf " + first + ")" if first else "")))
        choices = [
            _choice("Waar?", text, "placed " + entry_id, places, seen["place"]),
            _choice("Wanneer?", text, "dated " + entry_id, weeks, seen["week"]),
        ]
    return el("div", {"class": "list-details", "data-part": "details-" + entry_id}, choices)


def _choice(label, text, field, choices, chosen):
    return el(
        "label",
        {"class": "list-field"},
        el("span", None, label, el("span", {"class": "unseen"}, " " + text)),
        el(
            "select",
            {"autocomplete": "off", "data-field": field},
            [el("option", {"value": value, "selected": value == chosen}, words) for value, words in choices],
        ),
    )


def _result(content, model):
    found = summary(content, model)
    if found:
        shown = _summary(content, model, found)
    else:
        shown = el(
            "p", {"class": "list-empty"}, "Zodra je iets aankruist, staat hier een samenvatting voor " + content["meeting"] + "."
        )
    return el("div", {"data-part": "summary"}, shown)


def _summary(content, model, found):
    blocks = []
    for heading, texts in found:
        blocks.append(el("p", {"class": "list-moment"}, heading + ":"))
        blocks.append(el("ul", None, [el("li", None, text) for text in texts]))
    onward = [el("li", None, el("a", {"href": way["href"]}, way["label"])) for way in content["onward"]]
    if in_danger(content, model):
        onward = [el("li", None, el("a", {"href": content["danger_href"]}, "Eerst: ‘Nu gevaar?’"))] + onward
    return el(
        "section",
        {"class": "list-result", "aria-labelledby": "lijst-samenvatting"},
        el("h3", {"id": "lijst-samenvatting"}, title(content)),
        el(
            "div",
            {"class": "list-summary"},
            el("p", None, written_on(model)) if model["today"] is not None else None,
            el("p", None, el("strong", None, HELP_FIRST)) if in_danger(content, model) else None,
            blocks,
            [el("p", None, text) for text in CAUTION],
        ),
        el(
            "p",
            {"class": "list-buttons"},
            _button("data-effect", "copy", "Kopieer de tekst"),
            _button("data-print", True, "Print de tekst"),
            _button("data-effect", "save", "Bewaar als bestand"),
        ),
        el("h3", None, "Wat doe je nu?"),
        el("ul", {"class": "list-onward"}, onward),
        _clearing(model),
    )


def _clearing(model):
    """Wiping asks first, as long as the summary stands nowhere else."""
    if not model["asking"]:
        return el(
            "p", {"class": "list-buttons"}, _button("data-message", "clear-asked" if model["unsaved"] else "cleared", "Wis alles")
        )
    return el(
        "div",
        {"class": "notice"},
        el("p", {"tabindex": "-1", "data-focus": True}, "Alles wat je aankruiste en opschreef, gaat dan weg. Wil je dat?"),
        el(
            "p",
            {"class": "list-buttons"},
            _button("data-message", "clear-refused", "Nee, laat staan"),
            _button("data-message", "cleared", "Ja, wis alles"),
        ),
    )


def _button(attribute, value, text):
    return el("button", {"type": "button", "class": "quiet-button", attribute: value}, text)
