"""Cards for the conversation with the class after a questionnaire: one per section."""

from macros.content.model import Content
from macros.render.shared import markdown_section
from macros.schema.questionnaire import Talk
from widgets.core.html import el, to_html


def talk_cards(content: Content) -> str:
    """Every card of every questionnaire of this school, in Markdown with blocks of HTML."""
    parts = []
    for questionnaire in content.questionnaires.values():
        for section in questionnaire.sections:
            if section.talk:
                parts.append(markdown_section(section.name, f"kaart-{section.id}", to_html(_card(section.talk))))
    return "\n\n".join(parts)


def _card(talk: Talk) -> tuple:
    return el(
        "section",
        {"class": "talk-card"},
        el("p", None, el("strong", None, "Doel. "), talk.goal),
        el("p", {"class": "cue"}, "Zo begin je"),
        el("blockquote", {"class": "say"}, el("p", None, talk.opening)),
        el("p", {"class": "cue"}, "Vraag aan de klas"),
        el("ol", None, [el("li", None, text) for text in talk.questions]),
        el("p", {"class": "cue"}, "Daarna"),
        el("ul", {"class": "checklist"}, [el("li", None, text) for text in talk.do]),
    )
