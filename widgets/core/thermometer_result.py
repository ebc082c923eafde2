"""The pupil's own result: what you answered, in words and as thermometers, and where to find help.

No norms, no praise, no blame, and never one number for everything: the sections measure different things.
"""

from widgets.core.help_lines import help_list
from widgets.core.html import el
from widgets.core.scoring import most, percent, score_section, scored, shown, value_of
from widgets.core.words import say

BAR_WIDTH = 200
BAR_HEIGHT = 18


def result_view(content, answers, below):
    """The result as an element. `answers` is a dict of item id to 0..5; `below` what the page offers to do with it."""
    if not answers:
        parts = [el("p", None, say(content, "Je hebt geen vragen ingevuld. Dat mag. Er is dus ook geen uitslag."))]
    else:
        parts = [_serious(content, answers), aloud_button(content)]
        parts += [el("p", {"data-spoken": True}, text) for text in content["closing"]]
        parts.append(
            el("div", {"class": "results"}, [_section_result(content, section, answers) for section in content["sections"]])
        )
    return el(
        "section",
        {"class": "thermometer-result"},
        el(
            "h2",
            {"tabindex": "-1", "data-focus": True, "data-spoken": True, "id": "uitslag"},
            say(content, "Jouw antwoorden in het kort"),
        ),
        parts,
        _talk(content, answers),
        below,
    )


def aloud_button(content):
    """Shown by widgets/browser/aloud.py when this device has a voice of its own for this language."""
    if not content["aloud"]:
        return None
    return el(
        "button",
        {"type": "button", "class": "quiet-button aloud-button", "data-aloud": True, "hidden": True},
        say(content, "Lees voor"),
    )


def _section_result(content, section, answers):
    score = score_section(section, answers)
    filled = percent(section, score)
    advice = section["advice"][score["band"]] if score["enough"] else None
    if section["kind"] == "checklist" and score["highest"] == 0:
        advice = None  # "nothing happened" asks for no advice
    if section["own_behaviour"] and chosen_signals(section, answers):
        advice = say(content, "Praat hierover eerst met een volwassene die je vertrouwt. Zoek de ander nu niet zelf op.")
    return el(
        "article",
        {"class": "result result-" + section["polarity"]},
        el("h3", {"data-spoken": True}, section["name"]),
        _bar(filled) if filled >= 0 else None,
        [el("p", {"data-spoken": True}, line) for line in _facts(content, section, score)],
        el("p", {"class": "advice", "data-spoken": True}, advice) if advice else None,
        _help_here(content, section, answers),
    )


def _help_here(content, section, answers):
    """Under the block in which somebody ticked something that cannot wait: where to go, without scrolling back."""
    groups = [item["help"] for item in chosen_signals(section, answers)]
    if not groups:
        return None
    return el(
        "div",
        {"class": "help-now"},
        el("p", {"data-spoken": True}, say(content, "Met wie kun je praten?")),
        help_list(content, groups + content["help_groups"][0:1]),
    )


def chosen_signals(section, answers):
    """The items of this section that always need help at once, and were answered with 1 or more."""
    return [item for item in section["items"] if item["signal"] and item["id"] in answers and answers[item["id"]] > 0]


def _serious(content, answers):
    """First of all: help with what cannot wait, whatever the rest of the result says."""
    parts = []
    for own_behaviour, line in (
        (
            False,
            say(
                content,
                "Je vulde iets in dat niet hoort te gebeuren. Eén keer is al te veel. Het is niet jouw schuld. "
                "Praat er vandaag met iemand over:",
            ),
        ),
        (True, say(content, "Je vulde in dat je iets ernstigs deed. Dat kun je veranderen. Praat er vandaag met iemand over:")),
    ):
        groups = [
            item["help"]
            for section in content["sections"]
            if section["own_behaviour"] == own_behaviour
            for item in chosen_signals(section, answers)
        ]
        if groups:
            parts.append(
                el("div", {"class": "help-now"}, el("p", None, line), help_list(content, groups + content["help_groups"][0:1]))
            )
    return el("div", None, parts) if parts else None


def _facts(content, section, score):
    """The result in plain sentences (list of str)."""
    skipped = score["items"] - score["answered"]
    if not score["enough"]:
        if score["answered"]:
            return [say(content, "Te weinig antwoorden voor een uitslag.")]
        return [say(content, "Je hebt deze vragen overgeslagen.")]
    lines = []
    if section["score"] in ("mean", "sum", "percent"):
        lines.append(section["bands"][score["band"]])
        if section["score"] == "sum":
            lines.append(say(content, "Samen: {1} van de {2}.", str(value_of(score)), str(most(section))))
        elif section["score"] == "percent":
            lines.append(say(content, "Samen: {1} van de {2}.", str(shown(section, score)), "100"))
        elif "cuts" in section:
            tenths = str(score["tenths"] // 10) + "," + str(score["tenths"] % 10)
            lines.append(say(content, "Gemiddeld: {1} van de {2}.", tenths, str(most(section) // 10)))
        lines.append(direction(content, section))
    elif score["highest"] == 0:
        lines.append(say(content, "Je koos overal ‘{1}’.", section["labels"][0]))
    else:
        named = [say(content, "‘{1}’", text.rstrip(".")) for text in score["most_often"]]
        lines.append(say(content, "Het vaakst: {1}: {2}.", say(content, ", ").join(named), section["labels"][score["highest"]]))
        lines.append(_how_many(content, section, score["different"]))
    if skipped > 0:
        lines.append(say(content, "Overgeslagen: {1} van de {2} vragen.", str(skipped), str(score["items"])))
    return lines


def _how_many(content, section, different):
    """How many different things, in a sentence."""
    if section["polarity"] == "high-is-good":
        return say(content, "Je noemt er {1} van de {2}.", str(different), str(len(section["items"])))
    if section["own_behaviour"]:
        return (
            say(content, "Je noemt 1 ding dat je deed.")
            if different == 1
            else say(content, "Je noemt {1} verschillende dingen die je deed.", str(different))
        )
    return (
        say(content, "Je noemt 1 ding dat gebeurde.")
        if different == 1
        else say(content, "Je noemt {1} verschillende dingen die gebeurden.", str(different))
    )


def direction(content, section):
    """What high means, always said in words."""
    if section["polarity"] == "high-is-good":
        return say(content, "Hoe voller de thermometer, hoe veiliger.")
    return say(content, "Hoe voller de thermometer, hoe vaker last.")


def _bar(filled):
    """A thermometer: the number is also in the text, so the drawing itself is hidden from screen readers."""
    width = max(BAR_WIDTH * filled // 100, BAR_HEIGHT) if filled > 0 else 0
    return el(
        "svg",
        {"class": "bar", "viewBox": "0 0 " + str(BAR_WIDTH) + " " + str(BAR_HEIGHT), "aria-hidden": "true", "focusable": "false"},
        el("rect", {"class": "bar-whole", "x": "0", "y": "0", "width": str(BAR_WIDTH), "height": str(BAR_HEIGHT), "rx": "9"}),
        el("rect", {"class": "bar-part", "x": "0", "y": "0", "width": str(width), "height": str(BAR_HEIGHT), "rx": "9"}),
    )


def _talk(content, answers):
    groups = []
    for section in content["sections"]:
        if section["polarity"] == "high-is-bad":
            groups += [
                item["help"]
                for item in section["items"]
                if item["help"] and item["id"] in answers and scored(section, item, answers[item["id"]]) > 0
            ]
    contacts = [el("li", None, text) for text in content["contacts"]]
    return el(
        "section",
        {"class": "help-block"},
        el("h3", None, say(content, "Met wie kun je praten?")),
        el("p", None, say(content, "Anoniem betekent ook: wij weten niet wie hulp nodig heeft. Kom zelf, of bel.")),
        el("ul", {"class": "contacts"}, contacts) if contacts else None,
        help_list(content, content["help_groups"] + groups),
    )
