"""The page of a conversation guide, phase by phase."""
from macros.content import Content
from macros.links import Links
from macros.publish import role_names, route_path
from macros.render.shared import bullets, checked_line, danger_notice, lead, markdown_section, raw
from macros.schema.guide import Guide, Phase
from widgets.core.html import el, to_html


def guide_page(guide: Guide, content: Content, links: Links) -> str:
    """The whole page in Markdown, with blocks of HTML."""
    sections = [
        f"# {raw(guide.title)}",
        lead(guide.summary),
        danger_notice(links),
        to_html(_facts(guide, content)),
    ]
    if guide.conditions:
        sections.append(markdown_section("Wanneer wel, wanneer niet", "voorwaarden", to_html(bullets(guide.conditions))))
    if guide.before:
        sections.append(markdown_section("Vooraf", "vooraf", to_html(bullets(guide.before, "checklist"))))
    sections.append(markdown_section("Je eerste zin", "eerste-zin",
                                     to_html(el("blockquote", {"class": "say"}, el("p", None, guide.opening)))))
    for number, phase in enumerate(guide.phases, 1):
        sections.append(markdown_section(f"{number}. {phase.title}", f"fase-{phase.id}", to_html(_phase(phase))))
    if guide.reactions:
        reactions = [el("div", {"class": "reaction"}, el("dt", None, reaction.when), el("dd", None, reaction.then))
                     for reaction in guide.reactions]
        sections.append(markdown_section("Wat doe je als …", "wat-als", to_html(el("dl", {"class": "reactions"}, reactions))))
    if guide.pitfalls:
        sections.append(markdown_section("Valkuilen", "valkuilen", to_html(_pitfalls(guide))))
    sections.append(markdown_section("Afsluiten", "afsluiten", to_html(bullets(guide.closing))))
    sections.append(markdown_section("Schrijf op", "schrijf-op", to_html(bullets(guide.record, "checklist"))))
    if guide.after:
        sections.append(markdown_section("Daarna", "daarna", to_html(bullets(guide.after))))
    used = _used_in(guide, content, links)
    if used:
        sections.append(to_html(used))
    sections.append(checked_line(guide))
    return "\n\n".join(sections)


def _facts(guide: Guide, content: Content) -> tuple:
    facts = [("Doel", guide.goal), ("Wie", role_names(guide.who, content)), ("Met", role_names(guide.with_, content)),
             ("Duur", guide.duration or "")]
    return el("dl", {"class": "facts"}, [el("div", {"class": "fact"}, el("dt", None, label), el("dd", None, text))
                                         for label, text in facts if text])


def _phase(phase: Phase) -> tuple:
    return el("div", {"class": "phase"},
              el("p", {"class": "why"}, phase.goal) if phase.goal else None,
              [el("blockquote", {"class": "say"}, el("p", None, sentence)) for sentence in phase.say],
              bullets(phase.questions, "questions"),
              el("details", {"class": "more"}, el("summary", None, "Extra vragen"), bullets(phase.more)) if phase.more else None,
              bullets(phase.tips, "tips"))


def _pitfalls(guide: Guide) -> tuple:
    rows = [el("tr", None, el("td", None, pitfall.avoid), el("td", None, pitfall.instead)) for pitfall in guide.pitfalls]
    return el("table", {"class": "pitfalls"},
              el("thead", None, el("tr", None, el("th", {"scope": "col"}, "Liever niet"), el("th", {"scope": "col"}, "Wel"))),
              el("tbody", None, rows))


def _used_in(guide: Guide, content: Content, links: Links) -> tuple | None:
    """The steps that open this guide."""
    found = []
    for route in [*content.protocols.values(), *content.wayfinders.values()]:
        for step in route.steps:
            if step.guide == guide.id:
                found.append(el("li", None, el("a", {"href": f"{links.to(route_path(route, content))}#stap-{step.id}"},
                                               f"{route.title}: {step.title}")))
    return el("div", {"class": "used-in"}, el("p", None, "Dit gesprek hoort bij:"), el("ul", None, found)) if found else None
