"""The pupil's own result: what you answered, in words and as thermometers, and where to find help.

No norms, no praise, no blame, and never one number for everything: the sections measure different things.
"""

from widgets.core.help_lines import contact_view, first_line, help_line, help_list, lines_of
from widgets.core.html import el
from widgets.core.scoring import most, percent, score_section, scored, shown, value_of
from widgets.core.words import say

BAR_WIDTH = 200
BAR_HEIGHT = 18


def result_view(content, answers, below):
    """The end of a sheet. `answers` is a dict of item id to 0..5; `below` what the page offers to do with it.

    What stands open is the same for everybody: who looks along sees nothing from it. The own result is folded.
    """
    return el(
        "section",
        {"class": "thermometer-result"},
        el("h2", {"tabindex": "-1", "data-focus": True, "data-spoken": True, "id": "uitslag"}, say(content, "Je bent klaar")),
        aloud_button(content),
        el(
            "p",
            {"data-spoken": True},
            say(content, "Anoniem betekent ook: wij weten niet wie hulp nodig heeft. Kom zelf, of bel."),
        ),
        help_card(content),
        el(
            "details",
            {"class": "own-result"},
            el("summary", None, say(content, "Jouw antwoorden in het kort")),
            _own(content, answers),
        ),
        below,
    )


def _own(content, answers):
    """The own result: one sentence, the worst section, and all others folded."""
    if not answers:
        return [el("p", None, say(content, "Je hebt geen vragen beantwoord. Dat mag, maar er is dan ook geen uitslag."))]
    shown = [_section_result(content, section, answers) for section in _worst_first(content, answers)]
    first = [section for section in content["sections"] if urgent_items(section, answers)]
    return [
        _sentence(content, first),
        el("div", {"class": "results"}, shown[0:1]),
        el(
            "details",
            {"class": "all-results"},
            el("summary", None, say(content, "Alles zien")),
            [el("p", {"data-spoken": True}, text) for text in content["closing"][0 if first else 1 :]],
            el("div", {"class": "results"}, shown[1:]),
        ),
    ]


def _worst_first(content, answers):
    """The sections: first with something that cannot wait, then by how bad the answers are; else in their own order.

    What was done to a pupil goes before what the pupil did.
    """
    ranks = []
    for section in content["sections"]:
        score = score_section(section, answers)
        filled = percent(section, score)
        bad = -1 if filled < 0 else 100 - filled if section["polarity"] == "high-is-good" else filled
        urgent = 0 if not urgent_items(section, answers) else 1 if section["own_behaviour"] else 2
        ranks.append((urgent, bad))
    order = sorted(range(len(ranks)), key=lambda place: (-ranks[place][0], -ranks[place][1], place))
    return [content["sections"][place] for place in order]


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
    if section["own_behaviour"] and urgent_items(section, answers):
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
    """In the section in which somebody ticked something that cannot wait: who knows more about it."""
    groups = [item["help"] for item in urgent_items(section, answers)]
    if not groups:
        return None
    return el(
        "details",
        {"class": "more-help"},
        el("summary", None, say(content, "Met wie kun je praten?")),
        help_list(content, groups),
    )


def urgent_items(section, answers):
    """The items of this section that cannot wait with the answer they got: those of a signal from 1 on, being bullied when it
    is daily."""
    return [
        item
        for item in section["items"]
        if item["urgent_from"] and item["id"] in answers and answers[item["id"]] >= item["urgent_from"]
    ]


def _sentence(content, happened):
    """First of all one sentence; `happened`: the sections with something that cannot wait. Whoever is gently asked to talk
    about it gets the same number."""
    if [section for section in happened if not section["own_behaviour"]]:
        line = say(
            content,
            "Je vulde iets in dat niet hoort te gebeuren. Eén keer is al te veel. Het is niet jouw schuld. "
            "Praat er vandaag met iemand over:",
        )
    elif happened:
        line = say(content, "Je vulde in dat je iets ernstigs deed. Dat kun je veranderen. Praat er vandaag met iemand over:")
    else:
        return el("p", {"class": "advice", "data-spoken": True}, content["closing"][0])
    return el(
        "p",
        {"class": "advice help-now", "data-spoken": True},
        line,
        [part for told in first_line(content) for part in (" ", help_line(content, told))],
    )


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


def help_card(content):
    """Who to talk to, the same for everybody: somebody of the school, a helpline to talk, and one for who wants to die."""
    people = [contact_view(content, contact) for contact in content["contacts"]]
    first = [line for group in content["help_groups"] for line in lines_of(content, [group])[0:1]]
    groups = content["help_groups"] + sorted(content["help"])
    more = [el("li", {"data-spoken": True}, help_line(content, line, "for_whom")) for line in lines_of(content, groups)]
    return el(
        "div",
        {"class": "help-block"},
        el("h3", {"data-spoken": True}, say(content, "Met wie kun je praten?")),
        el(
            "ul",
            {"class": "contacts helplines"},
            people[0:1],
            [el("li", {"data-spoken": True}, help_line(content, line, "hours")) for line in first],
        ),
        el(
            "details",
            {"class": "more-help"},
            el("summary", None, say(content, "Meer mensen die helpen")),
            el("ul", {"class": "contacts helplines"}, people[1:], more),
        ),
    )
