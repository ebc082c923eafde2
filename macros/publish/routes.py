"""What goes to the browser: the plain data of one widget, made from checked content."""

from __future__ import annotations

import datetime

from macros.checks.contacts import dialled
from macros.content.courses import comes_back_after, takes_time
from macros.content.languages import left_to_right, say
from macros.content.mentions import mentioned
from macros.content.model import Content
from macros.content.pictograms import shapes
from macros.content.questionnaires import fingerprint
from macros.content.translation import dutch_part
from macros.publish.links import Links
from macros.publish.shapes import (
    HelplineData,
    ItemData,
    Polarity,
    QuestionnaireData,
    RouteData,
    RouteStepData,
    SectionData,
    SectionKind,
    StepKind,
)
from macros.schema.durations import FIXED
from macros.schema.questionnaire import Item, Limits, Questionnaire, Scale, Section
from macros.schema.route import OWN_PROTOCOL, Deadline, Route, Step
from macros.schema.school import Contact, Helpline
from widgets.core.dates import MONTHS

STEP_KINDS: dict[str, StepKind] = {"doen": "do", "vraag": "ask", "einde": "end"}
DONE = "Gedaan, naar de volgende stap"


def route_data(route: Route, content: Content, links: Links) -> RouteData:
    """A route as widgets.core.route and widgets.core.guide read it, with addresses made by `links`."""
    return {
        "id": route.id,
        "title": route.title,
        "start": route.start,
        "calendar": None,
        "steps": [_step_data(number, step, route, content, links) for number, step in enumerate(route.steps, 1)],
    }


def _step_data(number: int, step: Step, route: Route, content: Content, links: Links) -> RouteStepData:
    guide = content.guides.get(step.guide) if step.guide else None
    onward = onward_route(step, content)
    return {
        "id": step.id,
        "number": str(number),
        "kind": STEP_KINDS[step.kind],
        "title": step.title,
        "who": role_names(step.who, content),
        "with": role_names(step.with_, content),
        "inform": role_names(step.inform, content),
        "deadline": _deadline(step, route),
        "remark": (step.deadline.remark or "") if step.deadline else "",
        "why": step.why or "",
        "how": [*step.how, *(line.text for line in step.how_for)],
        "caution": step.caution,
        "record": step.record,
        "follow_up": _look_back(step),
        "terms": [{"title": content.terms[term].term, "href": links.to(f"begrippen#begrip-{term}")} for term in step.terms],
        "pages": [
            {"title": title, "href": links.to(path)}
            for title, path in mentioned(step, content)
            if path != route_path(route, content)
        ],
        "guide": {"title": guide.title, "href": links.to(f"gesprekken/{guide.id}")} if guide else None,
        "talk": "",
        "onward": {"title": onward.title, "href": links.to(route_path(onward, content))} if onward else None,
        "exits": [
            {
                "key": way.key,
                "label": way.label or DONE,
                "to": way.to,
                "limit": way.limit or 0,
                "then": way.then or "",
                "was": way.former,
            }
            for way in step.exits
        ],
    }


def onward_route(step: Step, content: Content) -> Route | None:
    """The route with which an end goes on, if there is one for this school."""
    if not step.route:
        return None
    return content.route(content.school.protocol if step.route == OWN_PROTOCOL else step.route)


def route_path(route: Route, content: Content) -> str:
    """The path of a route's page in the site, as Links.to takes it."""
    return ("protocollen/" if route.id in content.protocols else "wegwijzers/") + route.id


def role_names(role_ids: list[str], content: Content) -> str:
    """The roles in words: "de mentor, de coördinator en de schoolleiding"; empty without roles."""
    names = [content.spoken.name(role_id, article=True) for role_id in role_ids if role_id in content.roles]
    if len(names) < 2:
        return "".join(names)
    return say(content, "{1} en {2}", say(content, ", ").join(names[:-1]), names[-1])


def deadline_text(deadline: Deadline | None, route: Route) -> str:
    """A deadline in words: "binnen 1 week na ‘Signaal’"; empty without a deadline."""
    if not deadline:
        return ""
    if _counts_from_previous(deadline, route):
        return _within(deadline) + " na de vorige stap"
    named = [step.title for step in route.steps if step.id == deadline.after]
    return _within(deadline) + (f" na ‘{named[0]}’" if named else "")


def _within(deadline: Deadline) -> str:
    return deadline.within if deadline.within in FIXED else f"binnen {deadline.within}"


def _counts_from_previous(deadline: Deadline, route: Route) -> bool:
    """Does this count from the step before? A fixed period has no begin, and an author may name another step."""
    return deadline.within not in FIXED and all(step.id != deadline.after for step in route.steps)


def _deadline(step: Step, route: Route) -> str:
    """The same for one step of the route, as the planner counts: nothing stands before the start, a question moves nothing."""
    if not step.deadline or not _counts_from_previous(step.deadline, route):
        return deadline_text(step.deadline, route)
    if step.id == route.start:
        return _within(step.deadline) + " na de melding"
    asked = any(not takes_time(earlier) for earlier in route.steps if any(step.id in (way.to, way.then) for way in earlier.exits))
    return deadline_text(step.deadline, route) + (" (een vraag telt niet mee)" if asked else "")


def _look_back(step: Step) -> list[str]:
    """The fixed days to come back, with from when they count where that is not the step before."""
    texts = list(step.follow_up)
    if comes_back_after(step):
        texts[-1] += " (geteld vanaf de dag dat dit is gedaan)"
    return texts


def diagram_data(route: Route, content: Content, links: Links) -> RouteData:
    """A route as macros.diagram reads it: a way on without words of its author has no label."""
    data = route_data(route, content, links)
    for step, typed in zip(data["steps"], route.steps):
        for way, typed_way in zip(step["exits"], typed.exits):
            way["label"] = typed_way.label or ""
    return data


POLARITIES: dict[str, Polarity] = {"hoog-is-goed": "high-is-good", "hoog-is-slecht": "high-is-bad"}
SECTION_KINDS: dict[str, SectionKind] = {"schaal": "scale", "lijst": "checklist"}
ALWAYS_HELP = ["praten", "zelfdoding"]


def questionnaire_data(questionnaire: Questionnaire, content: Content) -> QuestionnaireData:
    """A questionnaire as widgets.core.thermometer, the ballot box and the reports read it."""
    scales = {scale.id: scale for scale in questionnaire.scales}
    always = questionnaire.always_help or ALWAYS_HELP
    groups = {item.help for section in questionnaire.sections for item in section.items if item.help}
    limits = questionnaire.limits or Limits()
    return {
        "id": questionnaire.id,
        "title": questionnaire.title,
        "number": questionnaire.number,
        "major": questionnaire.version.major,
        "minor": questionnaire.version.minor,
        "fingerprint": fingerprint(questionnaire),
        "month_text": questionnaire.period,
        "intro": questionnaire.intro,
        "definition": questionnaire.definition,
        "ballot": questionnaire.ballot,
        "signals": questionnaire.signals,
        "limits": {
            "section": limits.section,
            "item": limits.item,
            "sensitive": limits.sensitive,
            "background": limits.background,
            "cell": limits.cell,
            "delta": limits.delta,
        },
        "background": [{"id": asked.id, "text": asked.text, "choices": asked.choices} for asked in questionnaire.background],
        "aloud": questionnaire.aloud,
        "pictures": pictures_data(questionnaire, content),
        "skip": questionnaire.skip,
        "closing": questionnaire.closing,
        "help_groups": always,
        "help": {group: helplines_data(group, content) for group in sorted(groups | set(always))},
        "contacts": [contact_text(contact, content) for contact in content.school.contacts],
        "sections": [_section_data(section, scales[section.scale]) for section in questionnaire.sections],
        **words_of_widget(content),
    }


def words_of_widget(content: Content) -> dict:
    """Only on a page in another language: its own words for the widget."""
    translation = content.translation
    return {"language": translation.code, "texts": translation.site.widget} if translation and translation.site else {}


def _section_data(section: Section, scale: Scale) -> SectionData:
    return {
        "id": section.id,
        "title": section.title,
        "name": section.name,
        "explanation": section.explanation or "",
        "polarity": POLARITIES[section.polarity],
        "kind": SECTION_KINDS[section.kind],
        "score": section.scoring.browser,
        "minimum": minimum(section),
        "own_behaviour": section.own_behaviour,
        "labels": scale.labels,
        "label_pictures": scale.pictures,
        "bands": scale.bands,
        "advice": section.advice,
        "talk": {
            "goal": section.talk.goal,
            "opening": section.talk.opening,
            "questions": section.talk.questions,
            "do": section.talk.do,
        }
        if section.talk
        else None,
        "items": [_item_data(item) for item in section.items],
    }


def _item_data(item: Item) -> ItemData:
    return {
        "id": item.id,
        "text": item.text,
        "class": item.sensitivity,
        "reverse": item.reverse,
        "signal": item.signal,
        "help": item.help or "",
        "picture": item.picture or "",
    }


def minimum(section: Section) -> int:
    """How many items must be answered: half of them where all answers add up, else one."""
    if section.minimum:
        return section.minimum
    return (len(section.items) + 1) // 2 if section.scoring.adds_up else 1


def pictures_data(questionnaire: Questionnaire, content: Content) -> dict[str, list]:
    """Every drawing that this questionnaire uses, once."""
    names = [name for scale in questionnaire.scales for name in scale.pictures]
    names += [item.picture for section in questionnaire.sections for item in section.items if item.picture]
    return {name: shapes(name, content.root) for name in sorted(set(names))}


def helplines_data(group: str, content: Content) -> list[HelplineData]:
    """The helplines of a group. Lines that the school still has to check are never shown."""
    return [helpline_data(line, content) for line in content.helplines.values() if group in line.groups and line.shown]


def helpline_data(line: Helpline, content: Content, brief: bool = False) -> HelplineData:
    """One helpline with its links, its hours and what to do when nobody answers. `brief`: without for whom it is."""
    site = line.site or ""
    parts = {
        "uren": say(content, "Bereikbaar: {1}.", line.hours.rstrip(".")) if line.hours else "",
        "voor_wie": "" if brief and "nood" not in line.groups else line.for_whom,
        "gratis": say(content, "Bellen is gratis.") if line.free and line.phone else "",
        "geen_gehoor": line.unanswered or "",
        "gecontroleerd": say(content, "Onze school keek dit na op {1}.", _day(line.checked, content)) if line.checked else "",
    }
    dutch = any(parts[key] and dutch_part(line, key) for key in ("uren", "voor_wie", "geen_gehoor"))
    data: HelplineData = {
        "name": line.name,
        "for_whom": " ".join(text for text in parts.values() if text),
        "phone": line.phone or "",
        "tel": dialled(line.phone or ""),
        "site": site,
        "site_text": site.removeprefix("https://").removeprefix("www.").rstrip("/"),
    }
    return {"in_dutch": True, **data} if dutch else data


def _day(date: datetime.date, content: Content) -> str:
    return f"{date.day} {say(content, MONTHS[date.month - 1])} {date.year}"


def contact_text(contact: Contact, content: Content) -> str:
    """A contact in one line: "de coördinator pesten: naam, telefoon, waar. Niet bereikbaar? Vraag naar …"."""
    details = [
        text
        for text in (
            contact.name,
            left_to_right(content, contact.phone or ""),
            left_to_right(content, contact.mail or ""),
            contact.place,
        )
        if text
    ]
    substitute = substitute_text(contact, content)
    return f"{content.spoken.name(contact.role, article=True)}: {', '.join(details)}{substitute and '. ' + substitute}"


def substitute_text(contact: Contact, content: Content) -> str:
    """Whom to ask for when a contact is ill or away; empty when the school named nobody."""
    return say(content, "Niet bereikbaar? Vraag naar {1}.", substitute_name(contact, content)) if contact.substitute else ""


def substitute_name(contact: Contact, content: Content) -> str:
    """Who stands in for a contact: "naam, telefoon"; empty without one."""
    return ", ".join(text for text in (contact.substitute, left_to_right(content, contact.substitute_phone or "")) if text)
