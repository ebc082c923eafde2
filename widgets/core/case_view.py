"""What a case adds to the guide: the bar with the list of the case, and what to fill in at a step."""

from widgets.core import case_list, dates, typed_date
from widgets.core.case import DAYS, day_label, record_of, refused
from widgets.core.fields import tick_box, unsent
from widgets.core.html import el
from widgets.core.note import has_words
from widgets.core.plan import due_when_started, lateness
from widgets.core.privacy import warning
from widgets.core.route import index_steps
from widgets.core.step_view import quiet_button
from widgets.core.upcoming import more_of


def bar(content, model, lines, catch):
    """The day of report and, when that is known, the case as a list. `catch`: how to begin in the middle."""
    empty = model["reported"] is None
    return el(
        "section",
        {"class": "case-bar needs-script", "aria-label": "Zaak"},
        el("div", {"data-part": "next", "class": "case-next"}, case_list.view(content, model, lines)),
        el("div", {"data-part": "catch"}, catch),
        el(
            "div",
            {"data-part": "case-hint"},
            el(
                "p",
                {"class": "case-hint"},
                "Is er echt iets gemeld? Kies dan de dag waarop dat gebeurde, zodat elke stap een datum krijgt.",
            )
            if empty
            else None,
        ),
        el(
            "div",
            {"class": "case-fields"},
            field("Dag van de melding", date_input("reported", model["reported"])),
            el(
                "span",
                {"data-part": "case-today"},
                quiet_button("reported-today", "Vandaag") if empty else None,
            ),
            el("span", {"data-part": "case-letter", "data-once": True}, None if empty else _letter(model)),
        ),
        el("div", {"data-part": "remark-reported", "role": "status"}, _remark(model, "reported", "", model["reported"])),
    )


def _letter(model):
    return field(
        "Letter voor deze zaak",
        el("input", unsent({"type": "text", "class": "short", "value": model["label"], "data-field": "labelled"})),
    )


def _remark(model, name, visit, day):
    """What to say of a date: that it could not be read, or that it can hardly be right."""
    key = name + (" " + visit if visit else "")
    if key in model["unread"]:
        words = typed_date.unread_words(model["unread"][key], day)
    else:
        words = typed_date.doubt(name, day, model["today"], model["reported"])
    return el("p", {"class": "case-warning"}, words) if words else None


TALK_PLACE = "#een-deel-tegelijk"  # on the page of a talk


def field(label, control):
    """A control with its label around it."""
    return el("label", {"class": "field"}, el("span", {"class": "field-label"}, label), control)


def date_input(name, day):
    return el(
        "input",
        unsent(
            {
                "type": "date",
                "value": dates.to_iso(day) if day is not None else "",
                "data-field": name,
                "min": "2000-01-01",
                "max": "2099-12-31",
            }
        ),
    )


def due(content, model, line):
    """The latest date of the step on screen, and which of the fixed moments it is."""
    if line["due"] is None:
        return None
    moments = len(line["moments"])
    moment = ""
    if moments > 1 and line["moment"] < moments:
        moment = "Moment " + str(line["moment"] + 1) + " van " + str(moments) + ". "
    done = record_of(model, line["visit"])["day"]
    words = (
        ""
        if done is not None and (line["answer"] or line["begun"] is not None)
        else lateness(content["calendar"], line["due"], model["today"])
    )
    late = model["today"] is not None and line["due"] < model["today"] and words
    return el(
        "p",
        {"class": "moment"},
        moment + "Uiterlijk " + dates.long_date(line["due"]),
        el("span", {"class": "late" if late else "in-time"}, " · " + words) if words else None,
        _more(content, line, done),
    )


def _more(content, line, done):
    """From when the step may be done, whose term it is, and when what was done is over."""
    found = []
    if done is not None and line["opens"] is not None and done < line["opens"]:
        found.append("Dit is eerder gedaan dan mocht: het kon vanaf " + dates.long_date(line["opens"]) + ".")
    words = more_of(index_steps(content)[line["step"]], line)
    if words and done is None:
        found.append(words)
    if done is not None and line["over"] is not None:
        found.append("Dit is uiterlijk op " + dates.long_date(line["over"]) + " voorbij.")
    return el("span", {"class": "moment-more"}, " " + " ".join(found)) if found else None


def due_after(content, model, lines, line, target):
    """By when a step must be done when it is started now, in words; "" when it has no latest date."""
    day = due_when_started(content, model, lines, line, target)
    return "uiterlijk " + dates.long_date(day) if day is not None else ""


def talk_button(step, visit):
    """Opens the conversation on this page, so that what was filled in stays; a plain link where that cannot be."""
    return el(
        "p",
        None,
        el(
            "a",
            {"class": "main-button", "href": step["guide"]["href"] + TALK_PLACE, "data-message": "talk-opened " + visit},
            "Voer het gesprek, deel voor deel",
        ),
    )


def refusal_part(content, model, visit):
    """Why the step could not be left just now, beside its answers; gone as soon as that is mended."""
    words = refused(content, model, visit)[0] if model["focus"] in ("answers", "form", "reason") else ""
    return el("div", {"data-part": "refusal"}, el("p", {"class": "case-warning"}, words) if words else None)


# ---- when ----


def day_button(model, message, day, chosen):
    """A day to choose with one tap: `message` gets it as its last word. It stays where it is when it was chosen."""
    words = dates.near_date(day, model["today"])
    if day == model["today"]:
        words = "vandaag"
    elif day == model["today"] - 1:
        words = "gisteren"
    return el(
        "button",
        {
            "type": "button",
            "class": "quiet-button",
            "aria-pressed": "true" if chosen else "false",
            "data-message": message + " " + dates.to_iso(day),
            "data-focus": chosen and model["focus"] == "day",
            "data-stay": chosen,
        },
        words,
    )


def when_part(content, model, step, visit, line):
    """On which day a step was done, to choose beside its answers; today when nothing is chosen."""
    needed = line is not None and step["kind"] == "do" and model["today"] is not None
    return el("div", {"data-part": "when", "data-once": True}, _when(content, model, step, visit, line) if needed else None)


def _when(content, model, step, visit, line):
    record = record_of(model, visit)
    chosen = record["day"] if record["day"] is not None else model["today"]
    buttons = [
        day_button(model, "day-chosen " + visit, day, day == chosen)
        for day in _likely_days(content["calendar"], line["from"], model["today"])
    ]
    led_here = model["focus"] == "answers"
    return el(
        "div",
        {"class": "case-fields case-days", "role": "group", "aria-label": "Wanneer?", "tabindex": "-1", "data-focus": led_here},
        el("span", {"class": "field-label"}, "Wanneer?"),
        el("span", {"data-part": "days"}, buttons),
        _date(model, step, "day", visit, record),
    )


def _likely_days(calendar, first, today):
    """Today, the day before it, and the first school days since the step before."""
    found = []
    day = first
    while day < today - 1 and len(found) < 5:
        if dates.is_school_day(calendar, day) or day == first:
            found.append(day)
        day += 1
    if first < today and dates.is_school_day(calendar, today - 1):
        found.append(today - 1)
    return [today] + found[::-1]


def form_part(content, model, step, visit, line):
    """The form of a step. It is there as soon as the case has a day, and then stays as it is under somebody's hands."""
    needed = line is not None and step["kind"] != "end"
    return el("div", {"data-part": "form", "data-once": True}, form(content, model, step, visit) if needed else None)


def form(content, model, step, visit):
    """What somebody may fill in at a step: when, what, why. Nothing of it is required, except why a fixed step is left out."""
    record = record_of(model, visit)
    asks = step["kind"] == "ask"
    prompts = step["record"] or ["Wat zag of hoorde je? Wat is afgesproken?"]
    return el(
        "details",
        {
            "class": "case-form needs-script",
            "open": has_words(record) or model["focus"] in ("reason", "form") or _unread_at(model, visit),
        },
        el("summary", {"data-focus": model["focus"] == "form"}, "Invullen: datum, feiten, afspraak"),
        el(
            "div",
            {"class": "case-fields"},
            [_date(model, step, name, visit, record) for name in (("day", "next") if asks else ("planned", "next"))],
        ),
        _text(
            "Feiten. Wat zag of hoorde je? Geen oordeel, geen namen",
            "facts",
            visit,
            record,
            "Denk aan: " + "; ".join(prompts) + ".",
        ),
        None if asks else _text("Afspraak", "agreement", visit, record, ""),
        None
        if asks
        else el(
            "p",
            None,
            el(
                "label",
                {"class": "tick"},
                tick_box({"checked": record["skipped"], "data-field": "skipped " + visit}),
                " Deze stap is niet gedaan",
            ),
        ),
        el("div", {"data-part": "mandatory"}, _mandatory(step, record)),
        _text(
            "Waarom deze keuze?" if len(step["exits"]) > 1 else "Waarom niet gedaan?",
            "reason",
            visit,
            record,
            "",
            model["focus"] == "reason",
        ),
    )


def _unread_at(model, visit):
    return len([name for name in DAYS if name + " " + visit in model["unread"]]) > 0


def _date(model, step, name, visit, record):
    """A field for a date, with what there is to say of it."""
    return el(
        "div",
        {"class": "case-date"},
        field(day_label(step, name), date_input("dated " + name + " " + visit, record[name])),
        el("div", {"data-part": "remark-" + name, "role": "status"}, _remark(model, name, visit, record[name])),
    )


def _mandatory(step, record):
    if not step["mandatory"]:
        return None
    words = "Deze stap hoort altijd bij dit protocol."
    if record["skipped"]:
        words = words + " Schrijf hieronder op waarom hij niet is gedaan."
    return el("p", {"class": "case-hint"}, words)


def _text(label, name, visit, record, hint, focus=False):
    """A field for text with a hint and, when needed, a warning."""
    return el(
        "div",
        {"class": "case-text"},
        field(
            label,
            el("textarea", unsent({"rows": "2", "data-field": "noted " + name + " " + visit, "data-focus": focus}), record[name]),
        ),
        el("p", {"class": "case-hint"}, hint) if hint else None,
        el("div", {"data-part": "privacy-" + name, "role": "status"}, _warning(record[name])),
    )


def _warning(text):
    words = warning(text)
    return el("p", {"class": "case-warning"}, words) if words else None


def heading(model, text):
    """The heading of an open panel."""
    return el("h3", {"class": "panel-title", "tabindex": "-1", "data-focus": model["focus"] == "panel"}, text)
