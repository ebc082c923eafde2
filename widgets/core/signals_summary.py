"""What was seen, as a summary: by week and place, to read and as plain text. See widgets.core.signals for the content and
model."""

from widgets.core import dates

WEEKS = ("week-0", "week-1", "week-2", "week-3", "earlier")
WEEK_WORDS = ("Deze week", "Vorige week", "Twee weken geleden", "Drie weken geleden", "Eerder")
CAUTION = [
    "Eén signaal bewijst niets, en meer signalen samen ook niet. Ze zijn wel een reden om te praten.",
    "Deze lijst zegt niets over wie pest.",
]
STOP = "Stop met de lijst en haal eerst hulp. Laat de leerling niet alleen."
HELP_FIRST = "Eerst hulp: volg meteen de pagina ‘Nu gevaar?’."


def own_ids(group):
    """The ids of the own lines of a group."""
    return [group["id"] + "-eigen-" + str(number + 1) for number in range(group["blank"])]


def seen_lines(content, model):
    """What was seen, in the order of the list: list of (entry id, text)."""
    found = []
    for group in content["groups"]:
        for entry in group["entries"]:
            if entry["id"] in model["seen"]:
                found.append((entry["id"], entry["text"]))
        for own_id in own_ids(group):
            if own_id in model["seen"]:
                found.append((own_id, model["own"][own_id]))
    return found


def in_danger(content, model):
    """True when something is ticked that asks for help first."""
    for group in content["groups"]:
        if group["danger"]:
            for entry_id in [entry["id"] for entry in group["entries"]] + own_ids(group):
                if entry_id in model["seen"]:
                    return True
    return False


# ---- the summary ----


def summary(content, model):
    """What was seen, by week (the latest first) and place: list of (heading, [texts]). No amounts, no judgement."""
    together = {}  # "week place" -> texts
    for entry_id, text in seen_lines(content, model):
        key = model["seen"][entry_id]["week"] + " " + model["seen"][entry_id]["place"]
        if key not in together:
            together[key] = []
        together[key].append(text)
    found = []
    for week in WEEKS:
        for place in content["places"] + [{"id": "", "text": "plek niet opgeschreven"}]:
            key = week + " " + place["id"]
            if key in together:
                found.append((_week_heading(model, week) + ", " + place["text"], together[key]))
    return found


def monday(model, week):
    """The first day of a week, as "16 november"; empty when it is not known."""
    if week == "earlier" or model["today"] is None:
        return ""
    today = model["today"]
    return dates.short_date(today - dates.weekday(today) - 7 * WEEKS.index(week))[0:-5]


def _week_heading(model, week):
    first = monday(model, week)
    return "In de week van " + first if first else WEEK_WORDS[WEEKS.index(week)]


def title(content):
    return "Wat ons opviel: samenvatting voor " + content["meeting"]


def written_on(model):
    """When it was written. Only with a model that knows the day."""
    return "Opgeschreven op " + dates.long_date(model["today"]) + "."


def summary_text(content, model):
    """The summary as plain text, to copy or to save."""
    paragraphs = [title(content)]
    if model["today"] is not None:
        paragraphs.append(written_on(model))
    if in_danger(content, model):
        paragraphs.append(HELP_FIRST)
    for heading, texts in summary(content, model):
        paragraphs.append("\n".join([heading + ":"] + ["- " + text for text in texts]))
    paragraphs.append("\n".join(CAUTION))
    return "\n\n".join(paragraphs) + "\n"
