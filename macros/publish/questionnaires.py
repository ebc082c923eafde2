"""The data of a questionnaire for the browser: the thermometer, the ballot box and the reports read the same."""

from __future__ import annotations

from macros.content.model import Content
from macros.content.pictograms import shapes
from macros.content.questionnaires import fingerprint, former_versions
from macros.content.reading_time import minutes
from macros.publish.helplines import contact_data, helplines_data
from macros.publish.questionnaire_shapes import ItemData, Polarity, QuestionnaireData, SectionData, SectionKind
from macros.schema.questionnaire import Item, Limits, Questionnaire, Scale, Section
from macros.schema.school import Contact

POLARITIES: dict[str, Polarity] = {"hoog-is-goed": "high-is-good", "hoog-is-slecht": "high-is-bad"}
SECTION_KINDS: dict[str, SectionKind] = {"schaal": "scale", "lijst": "checklist"}
CONFIDANTS = ("vertrouwenspersoon",)
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
        "former": former_versions(questionnaire, content.history),
        "minutes": list(minutes(questionnaire)),
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
        "contacts": [contact_data(contact, content) for contact in _confidants_first(content.school.contacts)],
        "sections": [_section_data(section, scales[section.scale]) for section in questionnaire.sections],
        **words_of_widget(content),
    }


def _confidants_first(contacts: list[Contact]) -> list[Contact]:
    """A pupil first reads who is there to listen, and then who leads the case."""
    return sorted(contacts, key=lambda contact: contact.role not in CONFIDANTS)


def words_of_widget(content: Content) -> dict:
    """Only on a page in another language: its own words for the widget."""
    translation = content.translation
    return {"language": translation.code, "texts": translation.site.widget} if translation and translation.site else {}


def _section_data(section: Section, scale: Scale) -> SectionData:
    data: SectionData = {
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
        **({"offered": scale.choices} if scale.offered else {}),  # type: ignore[typeddict-item]
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
    if scale.first:
        data["first"] = scale.first
    if section.cuts:
        data["cuts"] = cuts(section)
    return data


def cuts(section: Section) -> list[int]:
    """The cut-offs of a section as widgets.core.scoring takes them: of a mean in tenths."""
    return [round(float(cut) * (10 if section.scoring.browser == "mean" else 1)) for cut in section.cuts]


def _item_data(item: Item) -> ItemData:
    return {
        "id": item.id,
        "text": item.text,
        "class": item.sensitivity,
        "reverse": item.reverse,
        "signal": item.signal,
        "urgent_from": 1 if item.signal else item.urgent_from or 0,
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
