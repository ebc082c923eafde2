"""The facts of one step: the same in the guide and in the list of steps."""

from widgets.core.html import el


def step_facts(step, new_tab=False, folded=False):
    """Who, when, why, how, what to write down: the same in the guide and in the list of steps.

    `new_tab` (bool): open other pages beside this page, so that the answers given here stay. `folded` (bool): what one need not
    read to do the step is folded.
    """
    facts = []
    deadline = step["deadline"] + ". " + step["remark"] if step["remark"] else step["deadline"]
    for label, text in (
        ("Wie", step["who"]),
        ("Met", step["with"]),
        ("Wanneer", deadline),
        ("Breng op de hoogte", step["inform"]),
        ("Vraag hoe het gaat", "na " + ", ".join(step["follow_up"]) if step["follow_up"] else ""),
    ):
        if text:
            facts.append(el("div", {"class": "fact"}, el("dt", None, label), el("dd", None, text)))
    parts = []
    if facts:
        parts.append(el("dl", {"class": "facts"}, facts))
    if step["why"] and not folded:
        parts.append(el("p", {"class": "why"}, step["why"]))
    if step["how"]:
        parts.append(el("ul", {"class": "how"}, [el("li", None, text) for text in step["how"]]))
    if step["onward"]:
        parts.append(
            el(
                "p",
                {"class": "onward"},
                _link(
                    "Ga verder met: " + step["onward"]["title"] + (" (nieuw tabblad)" if new_tab else ""), step["onward"], new_tab
                ),
            )
        )
    parts.append(_listed("caution", "Let op", step["caution"], folded))
    if step["guide"]:
        parts.append(el("p", {"class": "guide-link"}, _links("Gesprekswijzer", [step["guide"]], new_tab)))
    if step["pages"]:
        parts.append(el("p", {"class": "pages-line"}, _links("Lees ook", step["pages"], new_tab)))
    parts.append(_listed("record", "Schrijf op", step["record"], folded))
    if step["why"] and folded:
        parts.append(_listed("why", "Waarom", [step["why"]], True))
    if step["terms"]:
        parts.append(el("p", {"class": "terms-line"}, _links("Begrippen", step["terms"], new_tab)))
    return el("div", {"class": "step-facts"}, parts)


def kind_words(step, place):
    """What kind of step this is, and where along the way; `place`: a place of the way walked."""
    words = {"do": "Doen", "ask": "Vraag", "end": "Einde"}[step["kind"]] + " · stap " + step["number"]
    if not place["visit"]:
        words = "Vooruitkijken · " + words
    if place["round"] > 1:
        words = words + " · " + str(place["round"]) + "e keer"
    return words


def _listed(name, title, texts, folded):
    """Some lines under a title; None without lines."""
    if not texts:
        return None
    lines = el("ul", None, [el("li", None, text) for text in texts])
    if folded:
        return el("details", {"class": "step-fold"}, el("summary", None, title), lines)
    return el("div", {"class": name}, el("p", {"class": name + "-title"}, title), lines)


def _links(label, pages, new_tab):
    parts = [label + (" (nieuw tabblad)" if new_tab else "") + ": "]
    for page in pages:
        parts += ([" · "] if len(parts) > 1 else []) + [_link(page["title"], page, new_tab)]
    return parts


def _link(text, page, new_tab):
    return el("a", {"href": page["href"], "target": "_blank" if new_tab else None, "rel": "noopener" if new_tab else None}, text)


def preview(step, by=""):
    """One line on a step that is still to come: what, who, when. `by`: its latest date in words, when that is known."""
    words = step["title"]
    details = [text for text in (step["who"], by or step["deadline"]) if text]
    if details:
        words = words + " (" + "; ".join(details) + ")"
    return words


def quiet_button(name, *words):
    """A button that sends a message, of the lesser kind."""
    return el("button", {"type": "button", "class": "quiet-button", "data-message": name}, *words)
