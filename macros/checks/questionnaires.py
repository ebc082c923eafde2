"""Checks of questionnaires that need more than one key: scales, scoring, help, thresholds, pictures and versions."""

from __future__ import annotations

import re
from pathlib import Path

from macros.checks.names import duplicates
from macros.content.model import Content
from macros.content.pictograms import picture_names
from macros.content.questionnaires import check_history, fingerprint, items_of
from macros.schema.base import Strict
from macros.schema.questionnaire import Item, Limits, Questionnaire, Section
from macros.schema.validate import problem_at, validate
from macros.source.problems import Problem, Told, nearest, told

FIRST_OWN_NUMBER = 128  # lower numbers are of the base, now and later
BALLOT_ANSWERS = 6  # the code of a sheet and the collapsed categories of a report hold 0 to 5


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
    groups: set[str] = {group for line in content.helplines.values() for group in line.groups if line.shown}
    for section in questionnaire.sections:
        problems += _check_section(section, questionnaire) + _check_cuts(section, questionnaire)
    for item in items:
        problems += _check_item(item, groups) + _check_words(item, questionnaire.validated)
    for index, group in enumerate(questionnaire.always_help):
        if group not in groups:
            problems.append(problem_at(questionnaire, "hulp_altijd", index, message=_no_helpline(group, groups)))
    if not 3 <= len(items) <= 80:
        problems.append(problem_at(questionnaire, "onderdelen", message=told("number-of-questions", number=len(items))))
    return problems + _check_scales(questionnaire) + _check_pictures(questionnaire, content.root) + _check_limits(questionnaire)


def _check_version(questionnaire: Questionnaire, content: Content) -> list[Problem]:
    """A version is what was written down of it. What pupils read in a questionnaire of the base stays the same in a layer:
    else classes of two schools, or of two years, would seem to have answered the same questions."""
    base = content.project.base.get(f"vragenlijsten/{questionnaire.id}")
    document = questionnaire._document
    if base is None and questionnaire.number < FIRST_OWN_NUMBER and f"vragenlijsten/{questionnaire.id}" in content.project.own:
        return [
            problem_at(
                questionnaire, "nummer", message=told("number-of-base", number=questionnaire.number, first=FIRST_OWN_NUMBER)
            )
        ]
    if base is not None and document.layers:
        before = validate(base.fresh(), Questionnaire)
        own = [file for file in document.layers if not file.startswith("protocol/talen/")]
        if own and before is not None and fingerprint(before) != fingerprint(questionnaire):
            return [Problem(own[-1], 1, told("base-questionnaire-changed", first=FIRST_OWN_NUMBER))]
        return []
    return check_history(questionnaire, content.history) if content.history else []


def _check_section(section: Section, questionnaire: Questionnaire) -> list[Problem]:
    problems = []
    scales = [scale.id for scale in questionnaire.scales]
    if section.scale not in scales:
        problems.append(
            problem_at(
                section, "schaal", message=told("unknown-scale", unknown=section.scale, near=nearest(section.scale, scales))
            )
        )
    if section.polarity == "hoog-is-goed":
        problems += [
            problem_at(item, "signaal", message=told("signal-where-high-is-good")) for item in section.items if item.signal
        ]
    if (section.minimum or 0) > len(section.items):
        problems.append(problem_at(section, "minimaal", message=told("minimum-too-high", number=len(section.items))))
    for item in section.items:
        if item.reverse and not section.scoring.adds_up:
            problems.append(problem_at(item, "omgekeerd", message=told("reverse-without-sum")))
        elif item.reverse and item.signal:
            problems.append(problem_at(item, "omgekeerd", message=told("reverse-with-signal")))
    return problems


def _check_item(item: Item, groups: set[str]) -> list[Problem]:
    problems = []
    if item.help and item.help not in groups:
        problems.append(problem_at(item, "hulp", message=_no_helpline(item.help, groups)))
    if (item.sensitivity == "C" or item.signal) and not item.help:
        problems.append(problem_at(item, "id", message=told("sensitive-without-help", id=item.id)))
    if item.signal and item.sensitivity != "C":
        problems.append(problem_at(item, "klasse", message=told("signal-not-sensitive")))
    return problems


def _check_words(item: Item, validated: bool) -> list[Problem]:
    """A question that is hard to read: a mistake, but only a remark where the words may not change."""
    problems = []
    words = re.findall(r"[^\W\d_]+", item.text.lower())
    if len(item.text.split()) > 15:
        problems.append(problem_at(item, "tekst", message=told("question-too-long"), warning=validated))
    elif words.count("en") + words.count("of") > 1:
        problems.append(problem_at(item, "tekst", message=told("question-double"), warning=validated))
    if len([word for word in words if word in ("niet", "geen", "nooit", "niemand", "niks", "niets")]) > 1:
        problems.append(problem_at(item, "tekst", message=told("question-double-negation"), warning=validated))
    return problems


def _check_cuts(section: Section, questionnaire: Questionnaire) -> list[Problem]:
    """Rules of a manual are for the own result: a class is counted in the same way everywhere."""
    problems = []
    scale = next((scale for scale in questionnaire.scales if scale.id == section.scale), None)
    if questionnaire.ballot:
        if section.cuts:
            problems.append(problem_at(section, "grenzen", message=told("own-rule-in-ballot", key="grenzen")))
        if section.scoring.browser == "percent":
            problems.append(problem_at(section, "score", message=told("own-rule-in-ballot", key="score: procent")))
        if scale and scale.first:
            problems.append(problem_at(scale, "begint_bij", message=told("own-rule-in-ballot", key="begint_bij")))
    if not section.cuts or scale is None:
        return problems
    mean, least, most = section.scoring.browser == "mean", scale.first, scale.first + len(scale.labels) - 1
    if section.scoring.browser == "percent":
        least, most = 0, 100
    elif section.scoring.browser == "sum":
        least, most = least * len(section.items), most * len(section.items)
    values = [float(cut) for cut in section.cuts]
    if not section.scoring.adds_up or len(values) != 2:
        problems.append(problem_at(section, "grenzen", message=told("cuts-two")))
    elif not least < values[0] < values[1] <= most or not mean and any(value != int(value) for value in values):
        problems.append(problem_at(section, "grenzen", message=told("cuts-between", least=least, most=most)))
    if not section.cuts_from:
        problems.append(problem_at(section, "grenzen", message=told("cuts-without-source")))
    return problems


def _no_helpline(group: str, groups: set[str]) -> Told:
    return told("no-helpline", group=group, near=nearest(group, groups))


def _check_scales(questionnaire: Questionnaire) -> list[Problem]:
    problems = []
    for scale in questionnaire.scales:
        last = len(scale.labels) - 1
        if scale.offered and (scale.offered != sorted({0, *scale.offered, last}) or scale.offered[-1] > last):
            problems.append(problem_at(scale, "kiezen", message=told("answers-to-choose", last=last)))
        for index, label in enumerate(scale.labels):
            if label in scale.labels[:index]:
                problems.append(problem_at(scale, "antwoorden", index, message=told("answer-twice", answer=label)))
        if questionnaire.ballot and len(scale.labels) != BALLOT_ANSWERS:
            problems.append(
                problem_at(
                    scale, "antwoorden", message=told("number-of-answers", number=len(scale.labels), needed=BALLOT_ANSWERS)
                )
            )
    return problems


def _check_pictures(questionnaire: Questionnaire, root: Path) -> list[Problem]:
    problems = []
    used: list[tuple[Strict, tuple, str]] = [
        (item, ("pictogram",), item.picture) for item in items_of(questionnaire) if item.picture
    ]
    for scale in questionnaire.scales:
        used += [(scale, ("pictogrammen", index), name) for index, name in enumerate(scale.pictures)]
        if scale.pictures and len(scale.pictures) != len(scale.labels):
            problems.append(
                problem_at(
                    scale,
                    "pictogrammen",
                    message=told("number-of-pictures", pictures=len(scale.pictures), answers=len(scale.labels)),
                )
            )
    known = picture_names(root)
    for owner, keys, name in used:
        if name not in known:
            problems.append(problem_at(owner, *keys, message=told("unknown-picture", unknown=name, near=nearest(name, known))))
    return problems


def _check_limits(questionnaire: Questionnaire) -> list[Problem]:
    limits = questionnaire.limits or Limits()
    problems = []
    for key, less, more in (("vraag", limits.section, limits.item), ("gevoelig", limits.item, limits.sensitive)):
        if more < less:
            lower = {"vraag": "onderdeel", "gevoelig": "vraag"}[key]
            problems.append(
                problem_at(limits, key, message=told("limit-below-another", key=key, more=more, lower=lower, less=less))
            )
    return problems


def _check_numbers(questionnaires: list[Questionnaire]) -> list[Problem]:
    problems = []
    used: dict[int, str] = {}
    for questionnaire in questionnaires:
        if questionnaire.number in used:
            problems.append(
                problem_at(
                    questionnaire,
                    "nummer",
                    message=told("questionnaire-number-taken", number=questionnaire.number, owner=used[questionnaire.number]),
                )
            )
        used[questionnaire.number] = questionnaire.id
    return problems
