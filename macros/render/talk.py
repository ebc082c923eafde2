"""The page of a conversation guide: one part at a time on the screen, and the whole guide below it."""

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import role_names, step_path
from macros.publish.talks import talk_data
from macros.render.shared import (
    bullets,
    checked_line,
    danger_notice,
    fact_list,
    lead,
    markdown_section,
    print_button,
    raw,
    widget,
)
from macros.schema.guide import Guide, Phase
from widgets.core import talk, talk_parts
from widgets.core.html import el, to_html


def guide_page(guide: Guide, content: Content, links: Links) -> str:
    """The whole guide in Markdown, with blocks of HTML. On its own page the companion stands above it."""
    own_page = links.page == f"gesprekken/{guide.id}.md"
    sections = [f"# {raw(guide.title)}", lead(guide.summary), danger_notice(links)]
    if own_page:
        companion = widget("talk", talk_data(guide, content, links), talk, found=False)  # the search finds the text below it
        sections += [
            markdown_section("Eén deel tegelijk", "een-deel-tegelijk", companion),
            f"## {raw('Het hele gesprek')} {{ #het-hele-gesprek }}",
            print_button("Print de hele leidraad"),
        ]
    sections.append(
        to_html(
            fact_list(
                [
                    ("Doel", guide.goal),
                    ("Wie", role_names(guide.who, content)),
                    ("Met", role_names(guide.with_, content)),
                    ("Duur", guide.duration or ""),
                ]
            )
        )
    )
    sections += [
        ("#" if own_page else "") + markdown_section(title, anchor, to_html(html))
        for title, anchor, html in _parts(guide)
        if html
    ]
    used = _used_in(guide, content, links)
    if used:
        sections.append(to_html(used))
    sections.append(checked_line(guide))
    return "\n\n".join(sections)


def _parts(guide: Guide) -> list[tuple[str, str, tuple | None]]:
    """Title, anchor and element of each part, in the order of the talk."""
    return [
        ("Wanneer wel, wanneer niet", "voorwaarden", bullets(guide.conditions)),
        ("Vooraf", "vooraf", bullets(guide.before, "checklist")),
        ("Je eerste zin", "eerste-zin", talk_parts.said([guide.opening])),
        *((f"{number}. {phase.title}", f"fase-{phase.id}", _phase(phase)) for number, phase in enumerate(guide.phases, 1)),
        (
            "Wat doe je als …",
            "wat-als",
            talk_parts.reaction_list([{"when": reaction.when, "then": reaction.then} for reaction in guide.reactions])
            if guide.reactions
            else None,
        ),
        ("Valkuilen", "valkuilen", _pitfalls(guide) if guide.pitfalls else None),
        ("Afsluiten", "afsluiten", bullets(guide.closing)),
        ("Schrijf op", "schrijf-op", bullets(guide.record, "checklist")),
        ("Daarna", "daarna", bullets(guide.after)),
    ]


def _phase(phase: Phase) -> tuple:
    return el(
        "div",
        {"class": "phase"},
        el("p", {"class": "why"}, phase.goal) if phase.goal else None,
        talk_parts.said(phase.say) if phase.say else None,
        talk_parts.cue("ask", bullets(phase.questions, "questions")) if phase.questions else None,
        _more(phase) if phase.more else None,
        talk_parts.cue("tips", bullets(phase.tips, "tips")) if phase.tips else None,
    )


def _more(phase: Phase) -> tuple:
    name = "Extra vragen"  # spoken with the part it belongs to: a page has several
    summary = el("summary", {"aria-label": f"{name}: {phase.title}"}, name)
    return el("details", {"class": "more"}, summary, bullets(phase.more))


def _pitfalls(guide: Guide) -> tuple:
    rows = [el("tr", None, el("td", None, pitfall.avoid), el("td", None, pitfall.instead)) for pitfall in guide.pitfalls]
    return el(
        "table",
        {"class": "pitfalls"},
        el("thead", None, el("tr", None, el("th", {"scope": "col"}, "Liever niet"), el("th", {"scope": "col"}, "Wel"))),
        el("tbody", None, rows),
    )


def _used_in(guide: Guide, content: Content, links: Links) -> tuple | None:
    """The steps that open this guide."""
    found = []
    for route in content.routes:
        for step in route.steps:
            if step.guide == guide.id:
                found.append(
                    el(
                        "li",
                        None,
                        el(
                            "a",
                            {"href": links.to(step_path(route, step.id, content))},
                            f"{route.title}: {step.title}",
                        ),
                    )
                )
    return el("div", {"class": "used-in"}, el("p", None, "Dit gesprek hoort bij:"), el("ul", None, found)) if found else None
