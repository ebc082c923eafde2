"""Checks of questionnaires that need more than one key: scales, scoring, help, thresholds, pictures and versions."""
from __future__ import annotations

import re
from pathlib import Path

from macros.instruments import check_history, fingerprint, items_of
from macros.model import Content
from macros.named import duplicates
from macros.pictures import picture_names
from macros.problems import Problem, near_miss
from macros.schema.questionnaire import Item, Limits, Questionnaire, Section
from macros.validate import problem_at, validate

FIRST_OWN_NUMBER = 128   # lower numbers are of the base, now and later
BALLOT_ANSWERS = 6   # the code of a sheet and the collapsed categories of a report hold 0 to 5


def check_questionnaires(content: Content) -> list[Problem]:
    """All mistakes in all questionnaires of this school."""
    problems = []
    for questionnaire in content.questionnaires.values():
        problems += _check_questionnaire(questionnaire, content)
        problems += _check_version(questionnaire, content)
    return problems + _check_numbers(list(content.questionnaires.values()))


def _check_questionnaire(questionnaire: Questionnaire, content: Content) -> list[Problem]:
    problems = duplicates(questionnaire.sections, "onderdeel") + duplicates(questionnaire.scales, "schaal")
    problems += duplicates(questionnaire.background, "achtergrondvraag")
    items = items_of(questionnaire)
    problems += duplicates(items, "vraag")
    groups = {group for line in content.helplines.values() for group in line.groups if line.shown}
    for section in questionnaire.sections:
        problems += _check_section(section, questionnaire)
    for item in items:
        problems += _check_item(item, groups)
    for index, group in enumerate(questionnaire.always_help):
        if group not in groups:
            problems.append(problem_at(questionnaire, "hulp_altijd", index, message=_no_helpline(group, groups)))
    if not 3 <= len(items) <= 80:
        problems.append(problem_at(questionnaire, "onderdelen",
                                   message=f"deze vragenlijst heeft {len(items)} vragen. Kies er 3 tot 80."))
    return problems + _check_scales(questionnaire) + _check_pictures(questionnaire, content.root) + _check_limits(questionnaire)


def _check_version(questionnaire: Questionnaire, content: Content) -> list[Problem]:
    """A version is what was written down of it. What pupils read in a questionnaire of the base stays the same in a layer:
    else classes of two schools, or of two years, would seem to have answered the same questions."""
    base = content.project.base.get(f"vragenlijsten/{questionnaire.id}")
    document = questionnaire._document
    if base is None and questionnaire.number < FIRST_OWN_NUMBER and f"vragenlijsten/{questionnaire.id}" in content.project.own:
        return [problem_at(questionnaire, "nummer", message=f"nummer {questionnaire.number} is voor vragenlijsten van de basis. "
                                                            f"Kies een nummer van {FIRST_OWN_NUMBER} tot en met 255.")]
    if base is not None and document.layers:
        before = validate(base.fresh(), Questionnaire)
        own = [file for file in document.layers if not file.startswith("protocol/talen/")]
        if own and before is not None and fingerprint(before) != fingerprint(questionnaire):
            return [Problem(own[-1], 1, "hiermee lezen leerlingen iets anders dan in de basis. Dan zijn uitslagen niet te "
                            f"vergelijken. Maak er een eigen vragenlijst van: een nieuw bestand met een nummer vanaf "
                            f"{FIRST_OWN_NUMBER}.")]
        return []
    return check_history(questionnaire, content.history) if content.history else []


def _check_section(section: Section, questionnaire: Questionnaire) -> list[Problem]:
    problems = []
    scales = [scale.id for scale in questionnaire.scales]
    if section.scale not in scales:
        problems.append(problem_at(section, "schaal", message=f"schaal ‘{section.scale}’ bestaat niet."
                                   f"{near_miss(section.scale, scales) or ' Kies een id uit schalen.'}"))
    if section.polarity == "hoog-is-goed":
        problems += [problem_at(item, "signaal", message="dit kan niet bij richting: hoog-is-goed, want dan komt de hulp bij een "
                                                         "goed antwoord. Zet de vraag in een ander onderdeel.")
                     for item in section.items if item.signal]
    if (section.minimum or 0) > len(section.items):
        problems.append(problem_at(section, "minimaal", message=f"dit onderdeel heeft {len(section.items)} vragen. "
                                                                "Kies dat aantal of minder."))
    for item in section.items:
        if item.reverse and not section.scoring.adds_up:
            problems.append(problem_at(item, "omgekeerd", message="dit kan alleen bij score: gemiddelde of score: som. "
                                                                  "Verander de score of haal deze regel weg."))
        elif item.reverse and item.signal:
            problems.append(problem_at(item, "omgekeerd", message="dit kan niet samen met signaal. Stel de vraag zo dat een hoog "
                                                                  "antwoord om hulp vraagt."))
    return problems


def _check_item(item: Item, groups: set[str]) -> list[Problem]:
    problems = []
    if item.help and item.help not in groups:
        problems.append(problem_at(item, "hulp", message=_no_helpline(item.help, groups)))
    if (item.sensitivity == "C" or item.signal) and not item.help:
        problems.append(problem_at(item, "id", message=f"vraag ‘{item.id}’ is gevoelig. Zet erbij welke hulp de "
                                                       "leerling ziet, bijvoorbeeld: hulp: praten."))
    if item.signal and item.sensitivity != "C":
        problems.append(problem_at(item, "klasse", message="een vraag met een signaal is gevoelig. Kies klasse: C."))
    words = re.findall(r"[^\W\d_]+", item.text.lower())
    if len(item.text.split()) > 15:
        problems.append(problem_at(item, "tekst", message="deze vraag is te lang: hoogstens 15 woorden."))
    elif words.count("en") + words.count("of") > 1:
        problems.append(problem_at(item, "tekst", message="hier staan meer vragen in één: schrijf hoogstens één keer "
                                                          "‘en’ of ‘of’."))
    if len([word for word in words if word in ("niet", "geen", "nooit", "niemand", "niks", "niets")]) > 1:
        problems.append(problem_at(item, "tekst", message="hier staat twee keer een ontkenning, zoals ‘niet’ en ‘geen’. "
                                                          "Zeg het zonder."))
    return problems


def _no_helpline(group: str, groups: set[str]) -> str:
    return (f"er staat geen hulplijn op de site in de groep ‘{group}’."
            f"{near_miss(group, groups) or ' Kies een groep uit hulplijnen.yaml.'}")


def _check_scales(questionnaire: Questionnaire) -> list[Problem]:
    problems = []
    for scale in questionnaire.scales:
        for index, label in enumerate(scale.labels):
            if label in scale.labels[:index]:
                problems.append(problem_at(scale, "antwoorden", index, message=f"het antwoord ‘{label}’ staat er twee keer. "
                                                                               "Geef elk antwoord eigen woorden."))
        if questionnaire.ballot and len(scale.labels) != BALLOT_ANSWERS:
            problems.append(problem_at(scale, "antwoorden", message=f"hier staan {len(scale.labels)} antwoorden. Voor de stembus "
                                       f"zijn het er {BALLOT_ANSWERS}. Vul aan, of schrijf bovenaan: stembus: nee."))
    return problems


def _check_pictures(questionnaire: Questionnaire, root: Path) -> list[Problem]:
    problems = []
    used = [(item, ("pictogram",), item.picture) for item in items_of(questionnaire) if item.picture]
    for scale in questionnaire.scales:
        used += [(scale, ("pictogrammen", index), name) for index, name in enumerate(scale.pictures)]
        if scale.pictures and len(scale.pictures) != len(scale.labels):
            problems.append(problem_at(scale, "pictogrammen", message=f"hier staan {len(scale.pictures)} tekeningen bij "
                                       f"{len(scale.labels)} antwoorden. Geef elk antwoord er één."))
    known = picture_names(root)
    for owner, keys, name in used:
        if name not in known:
            problems.append(problem_at(owner, *keys, message=f"de tekening ‘{name}’ bestaat niet."
                                       f"{near_miss(name, known) or ' Zet die in docs/assets/img/pictogrammen.'}"))
    return problems


def _check_limits(questionnaire: Questionnaire) -> list[Problem]:
    limits = questionnaire.limits or Limits()
    problems = []
    for key, less, more in (("vraag", limits.section, limits.item), ("gevoelig", limits.item, limits.sensitive)):
        if more < less:
            lower = {"vraag": "onderdeel", "gevoelig": "vraag"}[key]
            problems.append(problem_at(limits, key, message=f"‘{key}’ is {more} en ‘{lower}’ is {less}. "
                                                            f"Maak ‘{key}’ minstens {less}."))
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
