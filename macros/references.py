"""Checks over all files together: everything that is named exists, and every route ends."""
from __future__ import annotations

from typing import TYPE_CHECKING

from macros.ages import HELPLINE_DAYS, PAGE_DAYS, check_age
from macros.named import duplicates, unknown
from macros.problems import Problem, near_miss
from macros.route_checks import check_route
from macros.school_calendar import check_calendar
from macros.schema.guide import Guide
from macros.schema.questionnaire import Questionnaire
from macros.validate import problem_at

if TYPE_CHECKING:
    from macros.content import Content


def check_references(content: Content) -> list[Problem]:
    """All mistakes that only show when everything is known."""
    problems: list[Problem] = []
    for route in [*content.protocols.values(), *content.wayfinders.values()]:
        problems += check_route(route, content)
    for guide in content.guides.values():
        problems += _check_guide(guide, content)
    for questionnaire in content.questionnaires.values():
        problems += _check_questionnaire(questionnaire, content)
    for collection in content.collections.values():
        problems += duplicates(collection.groups, "groep")
        for group in collection.groups:
            for entry in group.entries:
                problems += unknown(entry, "wie", entry.who, content.roles, "rol", "rollen.yaml")
    problems += _check_numbers(list(content.questionnaires.values()))
    for page in [*content.protocols.values(), *content.wayfinders.values(), *content.guides.values(),
                 *content.questionnaires.values(), *content.collections.values()]:
        problems += check_age(page, PAGE_DAYS)
    for line in content.helplines.values():
        problems += check_age(line, HELPLINE_DAYS)
    for danger in content.dangers:
        problems += unknown(danger, "bel", danger.call, content.helplines, "hulplijn", "hulplijnen.yaml")
    problems += _check_school(content)
    problems += check_calendar(content)
    return problems


def _check_guide(guide: Guide, content: Content) -> list[Problem]:
    return (unknown(guide, "wie", guide.who, content.roles, "rol", "rollen.yaml")
            + unknown(guide, "met", guide.with_, content.roles, "rol", "rollen.yaml")
            + duplicates(guide.phases, "fase"))


def _check_questionnaire(questionnaire: Questionnaire, content: Content) -> list[Problem]:
    problems = duplicates(questionnaire.sections, "onderdeel") + duplicates(questionnaire.scales, "schaal")
    scales = [scale.id for scale in questionnaire.scales]
    items = [item for section in questionnaire.sections for item in section.items]
    problems += duplicates(items, "vraag")
    groups = {group for line in content.helplines.values() for group in line.groups if line.status == "nagekeken"}
    for section in questionnaire.sections:
        if section.scale not in scales:
            problems.append(problem_at(section, "schaal", message=f"schaal ‘{section.scale}’ bestaat niet."
                                       f"{near_miss(section.scale, scales) or ' Kies een id uit schalen.'}"))
        if section.polarity == "hoog-is-goed":
            problems += [problem_at(item, "signaal", message="dit kan niet bij richting: hoog-is-goed, want dan komt de hulp bij een "
                                                             "goed antwoord. Zet de vraag in een ander onderdeel.")
                         for item in section.items if item.signal]
    for item in items:
        if item.help and item.help not in groups:
            problems.append(problem_at(item, "hulp", message=f"er is geen nagekeken hulplijn in de groep ‘{item.help}’."
                                       f"{near_miss(item.help, groups) or ' Kies een groep uit hulplijnen.yaml.'}"))
        if (item.sensitivity == "C" or item.signal) and not item.help:
            problems.append(problem_at(item, "id", message=f"vraag ‘{item.id}’ is gevoelig. Zet erbij welke hulp de "
                                                           "leerling ziet, bijvoorbeeld: hulp: praten."))
        if len(item.text.split()) > 15:
            problems.append(problem_at(item, "tekst", message="deze vraag is te lang: hoogstens 15 woorden."))
    if not 3 <= len(items) <= 80:
        problems.append(problem_at(questionnaire, "onderdelen",
                                   message=f"deze vragenlijst heeft {len(items)} vragen. Kies er 3 tot 80."))
    return problems


def _check_numbers(questionnaires: list[Questionnaire]) -> list[Problem]:
    problems = []
    used: dict[int, str] = {}
    for questionnaire in questionnaires:
        if questionnaire.number in used:
            problems.append(problem_at(questionnaire, "nummer", message=f"nummer {questionnaire.number} hoort al bij "
                                       f"‘{used[questionnaire.number]}’. Kies een ander nummer."))
        used[questionnaire.number] = questionnaire.id
    return problems


def _check_school(content: Content) -> list[Problem]:
    school = content.school
    problems = []
    if school.protocol not in content.protocols:
        problems.append(problem_at(
            school, "protocol", message=f"protocol ‘{school.protocol}’ bestaat niet voor dit land en onderwijs."
            f"{near_miss(school.protocol, content.protocols) or ' Kies uit: ' + ', '.join(content.protocols) + '.'}"))
    for contact in school.contacts:
        if contact.role not in content.roles:
            problems.append(problem_at(contact, "rol", message=f"rol ‘{contact.role}’ bestaat niet."
                                       f"{near_miss(contact.role, content.roles) or ' Kies een id uit rollen.yaml.'}"))
    return problems
