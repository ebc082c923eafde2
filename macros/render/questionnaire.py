"""The page of a questionnaire: how it works, the widget, and the whole list on paper."""

from macros.content.languages import say
from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.questionnaire_shapes import QuestionnaireData
from macros.publish.questionnaires import questionnaire_data
from macros.render.ballot import staff_links
from macros.render.qr_shape import qr_shape
from macros.render.shared import checked_line, lead, markdown_section, raw, widget
from macros.schema.questionnaire import Questionnaire, Scale, Section
from widgets.core import code, thermometer
from widgets.core.html import el, to_html
from widgets.core.pictogram import picture


def questionnaire_page(questionnaire: Questionnaire, content: Content, links: Links) -> str:
    """The whole page in Markdown, with blocks of HTML."""
    data = questionnaire_data(questionnaire, content)
    if questionnaire.ballot:
        data["qr"] = qr_shape(code.code_length(data))
    without_script = to_html(
        el(
            "noscript",
            None,
            el(
                "p",
                {"class": "notice"},
                say(content, "Lukt het invullen op dit scherm niet? Beantwoord de vragen dan op papier:"),
                " ",
                el("a", {"href": "#op-papier"}, say(content, "alle vragen staan hieronder")),
                ".",
            ),
        )
    )
    return "\n\n".join(
        [
            f"# {raw(questionnaire.title)}",
            lead(questionnaire.summary),
            to_html(_intro(questionnaire, data, content)),
            markdown_section(say(content, "De vragen"), "vragen", without_script + widget("thermometer", data, thermometer)),
            markdown_section(
                say(content, "Alle vragen op papier"), "op-papier", to_html(paper_form(questionnaire, data, content))
            ),
            staff_links(questionnaire, links) if content.translation is None else "",
            checked_line(questionnaire, content),
        ]
    )


def _intro(questionnaire: Questionnaire, data: QuestionnaireData, content: Content) -> tuple:
    """Folded, above the first question: how long it takes, three lines, what bullying is, and what the button in the bar on top
    does (macros/theme/partials/search.html)."""
    fast, slow = data["minutes"]
    items = sum(len(section.items) for section in questionnaire.sections)
    return el(
        "details",
        {"class": "intro"},
        el(
            "summary",
            None,
            say(content, "Uitleg: {1} vragen, {2}–{3} minuten", str(items), str(fast), str(slow)),
        ),
        el("ul", {"class": "promises"}, [el("li", None, text) for text in questionnaire.intro]),
        el("div", {"class": "definition"}, [el("p", None, text) for text in questionnaire.definition]),
        el(
            "p",
            {"class": "leave"},
            say(
                content,
                "Met ‘Snel weg’ ga je naar een andere site, en je antwoorden zijn meteen weg. "
                "Doe je anderhalve minuut niets, dan wissen we ze ook. "
                "Staan je antwoorden aan het eind op het scherm, dan wachten we wat langer. "
                "Op dit apparaat kan nog te zien zijn dat je op deze pagina was.",
            ),
        ),
    )


def paper_form(questionnaire: Questionnaire, data: QuestionnaireData, content: Content) -> tuple:
    """The whole questionnaire as tables to print and fill in by pen, with the drawings that the screen shows."""
    scales = {scale.id: scale for scale in questionnaire.scales}
    version = f"{questionnaire.version.major}.{questionnaire.version.minor}"
    return el(
        "details",
        {"class": "paper"},
        el("summary", None, say(content, "Bekijk of print alle vragen")),
        el(
            "p",
            {"class": "checked"},
            say(
                content,
                "Vragenlijst {1}, versie {2}. Het gaat over {3}.",
                str(questionnaire.number),
                version,
                questionnaire.period,
            ),
        ),
        el(
            "p",
            None,
            say(
                content,
                "Zet geen naam op dit papier. Kruis per regel één vakje aan. Wil je een vraag niet beantwoorden? "
                "Sla die dan over.",
            ),
        ),
        [
            _paper_section(number, section, scales[section.scale], data, content)
            for number, section in enumerate(questionnaire.sections, 1)
        ],
    )


def _paper_section(number: int, section: Section, scale: Scale, data: QuestionnaireData, content: Content) -> tuple:
    head = [el("th", {"scope": "col"}, el("span", {"class": "unseen"}, say(content, "Vraag")))]
    head += [
        el("th", {"scope": "col"}, picture(data, scale.pictures[value] if scale.pictures else ""), scale.labels[value])
        for value in scale.choices
    ]
    rows = [
        el(
            "tr",
            None,
            el("th", {"scope": "row"}, picture(data, item.picture or ""), item.text),
            [el("td", None, el("span", {"class": "tick-box"}, "□")) for _ in scale.choices],
        )
        for item in section.items
    ]
    return el(
        "section",
        {"class": "paper-section"},
        el("h3", {"id": f"papier-{section.id}"}, f"{number}. {section.title}"),
        el("p", None, section.explanation) if section.explanation else None,
        el(
            "div",
            {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": section.name},
            el("table", {"class": "paper-table"}, el("thead", None, el("tr", None, head)), el("tbody", None, rows)),
        ),
    )
