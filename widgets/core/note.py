"""The note that writes itself: what was done, when, by whom and why, as plain text for the school's own file.

`note` is for the file of the pupil, `parents_note` a short one for parents: it holds nothing that somebody
typed, so that it cannot tell about another child.
"""

from widgets.core import dates
from widgets.core.case import case_name, record_of
from widgets.core.route import find_exit, index_steps, off_path, visited_step, walk
from widgets.core.stages import place_of
from widgets.core.upcoming import open_dates


def note(content, model, schedule):
    """The whole note (str). `schedule` is the plan of the case; without a day of report only the choices are told."""
    lines = ["Verslag van " + case_name(model), "Protocol: " + content["title"] + " (versie " + content["version"] + ")"]
    if model["reported"] is not None:
        lines.append("Melding: " + dates.long_date(model["reported"]))
    lines.append("")
    lines = lines + _steps(content, model, schedule) + _ahead(content, model, schedule) + _aside(content, model)
    return "\n".join(lines).strip() + "\n"


def _steps(content, model, schedule):
    steps = index_steps(content)
    planned = {}
    for line in schedule:
        planned[line["visit"]] = line
    lines = []
    number = 0
    for place in walk(content, model["answers"]):
        step = steps[place["step"]]
        record = record_of(model, place["visit"])
        if not place["answer"] and not has_words(record) and step["kind"] != "end":
            continue
        number = number + 1
        again = " (" + str(place["round"]) + "e keer)" if place["round"] > 1 else ""
        lines.append(str(number) + ". " + step["title"] + again)
        due = planned[place["visit"]]["due"] if place["visit"] in planned else None
        for text in [_done(content, step, place, record, due)] + _words(record) + [_choice(step, place, record)]:
            if text:
                lines.append("   " + text)
        lines.append("")
    return lines


def has_words(record):
    """Whether somebody wrote something at a step."""
    return bool(
        record["facts"]
        or record["agreement"]
        or record["reason"]
        or record["skipped"]
        or record["planned"] is not None
        or record["next"] is not None
    )


def _done(content, step, place, record, due):
    if record["skipped"]:
        always = " Deze stap hoort altijd bij dit protocol." if step["mandatory"] else ""
        return "Niet gedaan. Reden: " + (_line(record["reason"]) or "niet opgeschreven.") + always
    if step["kind"] == "end":
        return "Hier eindigt deze route."
    if not place["answer"]:
        return "Gepland op " + dates.long_date(record["planned"]) + "." if record["planned"] is not None else "Nog niet klaar."
    if record["day"] is None:
        return ""
    who = " Door: " + step["who"] + "." if step["who"] else ""
    late = " Dat was later dan " + dates.long_date(due) + "." if due is not None and record["day"] > due else ""
    word = "Gekozen" if step["kind"] == "ask" else "Gedaan"
    return word + " op " + dates.long_date(record["day"]) + "." + who + late


def _words(record):
    lines = []
    if record["facts"].strip():
        lines.append("Feiten: " + _line(record["facts"]))
    if record["agreement"].strip():
        lines.append("Afgesproken: " + _line(record["agreement"]))
    if record["next"] is not None:
        lines.append("Volgende afspraak: " + dates.long_date(record["next"]))
    return lines


def _choice(step, place, record):
    if len(step["exits"]) < 2 or not place["answer"]:
        return ""
    why = " Reden: " + _line(record["reason"]) if record["reason"].strip() and not record["skipped"] else ""
    return "Keuze: " + _sentence(find_exit(step, place["answer"])["label"]) + why


def _sentence(text):
    return text if text[-1:] in ".?!" else text + "."


def _line(text):
    """Typed text on one line."""
    return " ".join(text.split())


def _ahead(content, model, schedule):
    lines = []
    for event in open_dates(content, model, schedule):
        if not event["expected"]:
            who = " (" + event["who"] + ")" if event["who"] else ""
            lines.append("- " + dates.long_date(event["day"]) + ": " + event["title"] + who)
    if schedule:
        place = place_of(schedule)
        step = index_steps(content)[place["step"]]
        if step["kind"] == "ask" and place["due"] is None:
            lines.append("- Te kiezen: " + step["title"] + (" (" + step["who"] + ")" if step["who"] else ""))
    return ["Nu aan de beurt:"] + lines + [""] if lines else []


def _aside(content, model):
    """What was written down at steps that no longer lie on the way, or came with an older version."""
    steps = index_steps(content)
    lines = []
    for visit in off_path(content, model["answers"]):
        record = record_of(model, visit)
        if has_words(record):
            lines.append("- " + steps[visited_step(visit)]["title"])
            lines = lines + ["   " + text for text in _words(record)]
    for old in model["former"]:
        lines.append("- " + old["title"])
        lines = lines + ["   " + text for text in old["lines"]]
    return ["Opgeschreven bij stappen die nu niet meer meetellen:"] + lines + [""] if lines else []


# ---- for parents ----


def parents_note(content, model, schedule):
    """A short text for parents (NEEDS R-03): what was done, what comes, when, and where to go.

    What was done is told by the name of the step: what a protocol tells parents beforehand is a promise. What comes is
    told only when it certainly comes, with its latest day only when that is certain too.
    """
    steps = index_steps(content)
    done = []
    coming = []
    for line in schedule:
        step = steps[line["step"]]
        if not step["parents"] or line["skipped"] or step["kind"] == "end":
            continue
        if line["answer"] or line["begun"] is not None:
            if step["kind"] == "do":
                done.append(_done_for_parents(step, line))
        elif line["comes"]:
            coming.append("- " + _when_for_parents(model, line) + step["parents"])
    lines = [
        "Aan de ouders of verzorgers",
        "",
        "Wij hebben iets gehoord waar uw kind bij betrokken is. Daarom volgen wij ons protocol: " + content["title"] + ".",
    ]
    if model["reported"] is not None:
        lines.append("Wij hoorden het op " + dates.long_date(model["reported"]) + ".")
    if done:
        lines = lines + ["", "Dit hebben we al gedaan. We noemen de stappen zoals ze in ons protocol heten:"] + done
    if coming:
        lines = lines + ["", "En dit komt er nog:"] + coming
    lines = lines + [
        "",
        "Over andere kinderen vertellen we u niets, net zoals anderen van ons niets over uw kind horen.",
        "Hebt u een vraag, neem dan gerust contact op met " + content["contact"] + ".",
        "Komt u er met ons niet uit, dan staat op onze site waar u terechtkunt.",
    ]
    return "\n".join(lines) + "\n"


def _done_for_parents(step, line):
    day = line["done"] if line["answer"] else line["begun"]
    again = " (" + str(line["round"]) + "e keer)" if line["round"] > 1 else ""
    who = ", door " + step["who"] if step["who"] else ""
    return "- " + (dates.long_date(day) + ": " if day is not None else "") + "‘" + step["title"] + "’" + again + who + "."


def _when_for_parents(model, line):
    """When something comes that certainly comes: a day only when nothing can move it."""
    record = record_of(model, line["visit"])
    if record["planned"] is not None:
        return "Gepland op " + dates.long_date(record["planned"]) + ": "
    if line["due"] is None or not line["certain"]:
        return "De dag is nog niet zeker: "
    if model["today"] is not None and line["due"] < model["today"]:
        return "Dit had uiterlijk op " + dates.long_date(line["due"]) + " moeten gebeuren: "
    return "Uiterlijk " + dates.long_date(line["due"]) + ": "
