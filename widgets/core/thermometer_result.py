"""The pupil's own result: what you answered, in words and as thermometers, and where to find help.

No norms, no praise, no blame, and never one number for everything: the sections measure different things.
"""
from widgets.core.html import el
from widgets.core.scoring import percent, score_section

BAR_WIDTH = 200
BAR_HEIGHT = 18


def result_view(content, answers):
    """The result as an element. `answers` is a dict of item id to 0..5."""
    if not answers:
        parts = [el("p", None, "Je hebt geen vragen ingevuld. Dat mag. Er is dus ook geen uitslag.")]
    else:
        parts = [_serious(content, answers)]
        parts += [el("p", None, text) for text in content["closing"]]
        parts.append(el("div", {"class": "results"},
                        [_section_result(section, answers) for section in content["sections"]]))
    return el("section", {"class": "thermometer-result"},
              el("h2", {"tabindex": "-1", "data-focus": True, "id": "uitslag"}, "Jouw antwoorden in het kort"),
              parts,
              _talk(content, answers),
              el("p", {"class": "thermometer-controls"},
                 el("button", {"type": "button", "class": "quiet-button", "data-message": "went-back"}, "Terug naar de vragen"),
                 el("button", {"type": "button", "class": "quiet-button", "data-print": True},
                    "Print je uitslag (let op: wie staat er bij de printer?)"),
                 el("button", {"type": "button", "class": "main-button", "data-message": "restarted"}, "Wis alles")))


def _section_result(section, answers):
    score = score_section(section, answers)
    filled = percent(section, score)
    advice = section["advice"][score["band"]] if score["enough"] else None
    if section["kind"] == "checklist" and score["highest"] == 0:
        advice = None
    if section["own_behaviour"] and chosen_signals(section, answers):
        advice = "Praat hierover eerst met een volwassene die je vertrouwt. Zoek de ander nu niet zelf op."
    return el("article", {"class": "result result-" + section["polarity"]},
              el("h3", None, section["name"]),
              _bar(section, score, filled) if filled >= 0 else None,
              [el("p", None, line) for line in _facts(section, score)],
              el("p", {"class": "advice"}, advice) if advice else None)


def chosen_signals(section, answers):
    """The items of this section that always need help at once, and were answered with 1 or more."""
    return [item for item in section["items"] if item["signal"] and item["id"] in answers and answers[item["id"]] > 0]


def _serious(content, answers):
    """First of all: help with what cannot wait, whatever the rest of the result says."""
    parts = []
    for own_behaviour, line in (
            (False, "Je vulde iets in dat niet hoort te gebeuren. Eén keer is al te veel. Het is niet jouw schuld. "
                    "Praat er vandaag met iemand over:"),
            (True, "Je vulde in dat je iets ernstigs deed. Dat kun je veranderen. Praat er vandaag met iemand over:")):
        groups = [item["help"] for section in content["sections"] if section["own_behaviour"] == own_behaviour
                  for item in chosen_signals(section, answers)]
        if groups:
            parts.append(el("div", {"class": "help-now"}, el("p", None, line), help_list(content, groups + ["praten"])))
    return el("div", None, parts) if parts else None


def _facts(section, score):
    """The result in plain sentences (list of str)."""
    skipped = score["items"] - score["answered"]
    if not score["enough"]:
        lines = ["Te weinig antwoorden voor een uitslag."] if score["answered"] else ["Je hebt deze vragen overgeslagen."]
        return lines
    lines = []
    if section["kind"] == "scale":
        lines.append(section["bands"][score["band"]])
        lines.append(direction(section))
    elif score["highest"] == 0:
        lines.append("Je koos overal ‘" + section["labels"][0] + "’.")
    else:
        lines.append("Het vaakst: " + ", ".join(["‘" + text.rstrip(".") + "’" for text in score["most_often"]])
                     + ": " + section["labels"][score["highest"]] + ".")
        different = score["different"]
        what = "dat je deed" if section["own_behaviour"] else "dat gebeurde"
        if different == 1:
            lines.append("Je noemt 1 ding " + what + ".")
        else:
            lines.append("Je noemt " + str(different) + " verschillende dingen " + what.replace("dat ", "die ")
                         .replace("gebeurde", "gebeurden") + ".")
    if skipped:
        lines.append("Overgeslagen: " + str(skipped) + " van de " + str(score["items"]) + " vragen.")
    return lines


def direction(section):
    """What high means, always said in words."""
    if section["polarity"] == "high-is-good":
        return "Hoe voller de thermometer, hoe veiliger."
    return "Hoe voller de thermometer, hoe vaker last."


def _bar(section, score, filled):
    """A thermometer: the number is also in the text, so the drawing itself is hidden from screen readers."""
    width = max(BAR_WIDTH * filled // 100, BAR_HEIGHT) if filled > 0 else 0
    return el("svg", {"class": "bar", "viewBox": "0 0 " + str(BAR_WIDTH) + " " + str(BAR_HEIGHT),
                      "aria-hidden": "true", "focusable": "false"},
              el("rect", {"class": "bar-whole", "x": "0", "y": "0", "width": str(BAR_WIDTH),
                          "height": str(BAR_HEIGHT), "rx": "9"}),
              el("rect", {"class": "bar-part", "x": "0", "y": "0", "width": str(width),
                          "height": str(BAR_HEIGHT), "rx": "9"}))


def _talk(content, answers):
    groups = []
    for section in content["sections"]:
        if section["polarity"] == "high-is-bad":
            groups += [item["help"] for item in section["items"]
                       if item["help"] and item["id"] in answers and answers[item["id"]] > 0]
    contacts = [el("li", None, text) for text in content["contacts"]]
    return el("section", {"class": "help-block"},
              el("h3", None, "Met wie kun je praten?"),
              el("p", None, "Anoniem betekent ook: wij weten niet wie hulp nodig heeft. Kom zelf, of bel."),
              el("ul", {"class": "contacts"}, contacts) if contacts else None,
              help_list(content, ["praten", "zelfdoding"] + groups))


def help_list(content, groups):
    """The helplines of these groups as a list, each once; nothing when there are none."""
    found = []
    for group in groups:
        if group in content["help"]:
            found += [line for line in content["help"][group] if line not in found]
    lines = []
    for line in found:
        ways = []
        if line["phone"]:
            ways.append(el("a", {"href": "tel:" + line["tel"]}, line["phone"]))
        if line["site"]:
            if ways:
                ways.append(" of ")
            ways.append(el("a", {"href": line["site"], "rel": "noreferrer"}, line["site_text"]))
        lines.append(el("li", None, el("strong", None, line["name"]), ": ", ways, ". " + line["for_whom"]))
    return el("ul", {"class": "helplines"}, lines) if lines else None
