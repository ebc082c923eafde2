"""The pupil's own result: what you answered, in words and as thermometers, and where to find help.

No norms, no praise, no blame, never one number for everything (THERMOMETER rules 2.1-2.4).
"""
from widgets.core.html import el
from widgets.core.scoring import decimal_text, percent, score_section

BAR_WIDTH = 200
BAR_HEIGHT = 18


def result_view(content, answers):
    """The result as an element. `answers` is a dict of item id to 0..5."""
    if not answers:
        parts = [el("p", None, "Je hebt geen vragen ingevuld. Dat mag. Er is dus ook geen uitslag.")]
    else:
        parts = [el("p", None, text) for text in content["closing"]]
        parts.append(el("div", {"class": "results"},
                        [_section_result(section, answers) for section in content["sections"]]))
    return el("section", {"class": "thermometer-result"},
              el("h2", {"tabindex": "-1", "data-focus": True, "id": "uitslag"}, "Jouw antwoorden in het kort"),
              parts,
              _talk(content),
              el("p", {"class": "thermometer-controls"},
                 el("button", {"type": "button", "class": "quiet-button", "data-message": "went-back"}, "Terug naar de vragen"),
                 el("button", {"type": "button", "class": "quiet-button", "data-print": True}, "Print je uitslag"),
                 el("button", {"type": "button", "class": "main-button", "data-message": "restarted"}, "Wis alles")))


def _section_result(section, answers):
    score = score_section(section, answers)
    filled = percent(section, score)
    band = score["band"]
    return el("article", {"class": "result result-" + section["polarity"]},
              el("h3", None, section["name"]),
              _bar(section, score, filled) if filled >= 0 else None,
              [el("p", None, line) for line in _facts(section, score)],
              el("p", {"class": "advice"}, section["advice"][band]) if score["enough"] else None)


def _facts(section, score):
    """The result in plain sentences (list of str)."""
    skipped = score["items"] - score["answered"]
    if not score["enough"]:
        lines = ["Te weinig antwoorden voor een uitslag."] if score["answered"] else ["Je hebt deze vragen overgeslagen."]
        return lines
    lines = []
    if section["kind"] == "scale":
        lines.append(section["bands"][score["band"]])
        lines.append("Gemiddeld " + decimal_text(score["tenths"]) + " op een schaal van 0 tot 5. " + direction(section))
    elif score["highest"] == 0:
        lines.append("Je koos overal ‘" + section["labels"][0] + "’.")
    else:
        lines.append("Het vaakst: " + ", ".join(["‘" + text + "’" for text in score["most_often"]])
                     + ": " + section["labels"][score["highest"]] + ".")
        different = score["different"]
        lines.append("Je noemt " + ("1 ding dat gebeurde." if different == 1
                                    else str(different) + " verschillende dingen die gebeurden."))
    if skipped:
        lines.append("Overgeslagen: " + str(skipped) + " van de " + str(score["items"]) + " vragen.")
    return lines


def direction(section):
    """What high means, always said in words."""
    if section["polarity"] == "high-is-good":
        return "Hoger betekent: veiliger."
    return "Hoger betekent: vaker last."


def _bar(section, score, filled):
    """A thermometer: the number is also in the text, so the drawing itself is hidden from screen readers."""
    width = BAR_WIDTH * filled // 100
    return el("svg", {"class": "bar", "viewBox": "0 0 " + str(BAR_WIDTH) + " " + str(BAR_HEIGHT),
                      "aria-hidden": "true", "focusable": "false"},
              el("rect", {"class": "bar-whole", "x": "0", "y": "0", "width": str(BAR_WIDTH),
                          "height": str(BAR_HEIGHT), "rx": "9"}),
              el("rect", {"class": "bar-part", "x": "0", "y": "0", "width": str(max(width, BAR_HEIGHT)),
                          "height": str(BAR_HEIGHT), "rx": "9"}))


def _talk(content):
    contacts = [el("li", None, text) for text in content["contacts"]]
    return el("section", {"class": "help-block"},
              el("h3", None, "Met wie kun je praten?"),
              el("p", None, "Anoniem betekent ook: wij weten niet wie hulp nodig heeft. Kom zelf, of bel."),
              el("ul", {"class": "contacts"}, contacts) if contacts else None,
              help_list(content, "praten"),
              help_list(content, "zelfdoding"))


def help_list(content, group):
    """The helplines of a group as a list; nothing when there are none."""
    if group not in content["help"]:
        return None
    lines = []
    for line in content["help"][group]:
        ways = []
        if line["phone"]:
            ways.append(el("a", {"href": "tel:" + line["tel"]}, line["phone"]))
        if line["site"]:
            if ways:
                ways.append(" of ")
            ways.append(el("a", {"href": line["site"], "rel": "noreferrer"}, line["site_text"]))
        lines.append(el("li", None, el("strong", None, line["name"]), ": ", ways, ". " + line["for_whom"]))
    return el("ul", {"class": "helplines"}, lines)
