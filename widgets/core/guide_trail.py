"""The way so far, as the guide shows it below a step: the answers in order, and those that no longer count."""

from widgets.core import case, dates
from widgets.core.html import el
from widgets.core.route import find_exit, off_path, visited_step
from widgets.core.step_view import quiet_button


def trail_view(model, steps, trail, position):
    lines = []
    for index in range(len(trail)):
        place = trail[index]
        if not place["answer"]:
            continue
        step = steps[place["step"]]
        way = find_exit(step, place["answer"])
        again = " (" + str(place["round"]) + "e keer)" if place["round"] > 1 else ""
        lines.append(
            el(
                "li",
                {"aria-current": "step" if index == position else None},
                el("span", {"class": "trail-step"}, step["title"] + again),
                " ",
                el("span", {"class": "trail-answer"}, way["label"]),
                " ",
                _reasons(model, place["visit"]),
                quiet_button(
                    "revisited " + place["visit"],
                    "Bekijk of wijzig",
                    el("span", {"class": "unseen"}, ": " + step["title"] + again),
                ),
            )
        )
    if not lines:
        return None
    count = "1 stap" if len(lines) == 1 else str(len(lines)) + " stappen"
    return el(
        "details",
        {"class": "guide-trail", "open": True},
        el("summary", None, "Zo kwam je hier (" + count + ")"),
        el("ol", None, lines),
    )


def _reasons(model, visit):
    """When a step was left and why, as far as somebody wrote that down."""
    record = case.record_of(model, visit)
    words = []
    if record["skipped"]:
        words.append("Niet gedaan")
    elif record["day"] is not None:
        words.append(dates.short_date(record["day"]))
    if record["reason"].strip():
        words.append("reden: " + " ".join(record["reason"].split()))
    return el("span", {"class": "trail-answer"}, ", ".join(words)) if words else None


def left_behind(content, steps, answers):
    lines = []
    for visit in off_path(content, answers):
        step = steps[visited_step(visit)]
        way = find_exit(step, answers[visit])
        lines.append(el("li", None, step["title"] + ": " + way["label"]))
    if not lines:
        return None
    return el(
        "details",
        {"class": "guide-left"},
        el("summary", None, "Niet meer van toepassing (" + str(len(lines)) + ")"),
        el("p", None, "Deze antwoorden gaf je eerder. Ze tellen weer mee als je route er weer langs gaat."),
        el("ul", None, lines),
    )
