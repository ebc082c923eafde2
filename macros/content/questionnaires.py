"""What pupils read in a questionnaire: its fingerprint, and the record of every version that was used.

A class or a year may only be compared with another when pupils read the same. So whoever changes anything that is read
before or while answering raises the major version, and `make record` writes the new version down.
What a pupil reads afterwards (result, advice, help) may change freely.
"""

import hashlib
import json
from pathlib import Path

from macros.content.project import read_project
from macros.schema import HISTORY_FILE
from macros.schema.questionnaire import History, Item, Questionnaire
from macros.schema.validate import problem_at, validate
from macros.source.problems import Problem, told

FILE = HISTORY_FILE
COMMAND = "make record"
_HEAD = """# yaml-language-server: $schema={schema}/{file}.json
# Elke versie van elke vragenlijst die is gebruikt. Verander hier niets met de hand.
# Is een vragenlijst veranderd? Verhoog dan de hoofdversie en typ: {command}
versies:
"""
# The first lines of a record: of the base, and of a school's own layer.
HEAD = [_HEAD.format(schema=schema, file=FILE, command=COMMAND) for schema in (".schema", "../.schema/eigen")]


def as_written(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire in Dutch, before the words of a school were filled in: the same for every school and language."""
    document = questionnaire._document
    return Questionnaire.model_validate(document.value if document.dutch is None else document.dutch.plain())


def fingerprint(questionnaire: Questionnaire) -> int:
    """A number below 2**30 that changes with anything a pupil reads before or while answering."""
    written = as_written(questionnaire)
    scales = {scale.id: scale for scale in written.scales}
    seen = [
        written.period,
        written.intro,
        written.definition,
        written.skip,
        [[field.id, field.text, field.choices] for field in written.background],
        [
            [
                section.id,
                section.title,
                section.name,
                section.explanation,
                scales[section.scale].labels,
                scales[section.scale].pictures,
                *([scales[section.scale].offered] if scales[section.scale].offered else []),
                [[item.id, item.text, item.picture] for item in section.items],
            ]
            for section in written.sections
        ],
    ]
    text = json.dumps(seen, ensure_ascii=False, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") >> 2


def former_versions(questionnaire: Questionnaire, history: History | None) -> list[list[int]]:
    """[major version, fingerprint] of the earlier versions that say the same questions and answers (`telt_mee`)."""
    return [
        [version.major, version.fingerprint]
        for version in (history.versions if history else [])
        if version.number == questionnaire.number and version.major in questionnaire.version.reads
    ]


def items_of(questionnaire: Questionnaire) -> list[Item]:
    return [item for section in questionnaire.sections for item in section.items]


def check_history(questionnaire: Questionnaire, history: History) -> list[Problem]:
    """Problems with a questionnaire that is not what was written down of it. A new version is a warning only."""
    number, major = questionnaire.number, questionnaire.version.major
    texts: dict[str, str] = {}
    for version in history.versions:
        if version.number == number:
            texts |= {item_id: text for item_id, text in version.items.items() if item_id not in texts}
    written = {item.id: item.text for item in items_of(as_written(questionnaire))}
    problems = [
        problem_at(item, "tekst", message=told("question-changed", id=item.id, before=texts[item.id]))
        for item in items_of(questionnaire)
        if texts.get(item.id, written[item.id]) != written[item.id]
    ]
    asked = [(item.id, item.text) for item in items_of(as_written(questionnaire))]
    alike = [version.major for version in history.versions if version.number == number and list(version.items.items()) == asked]
    problems += [
        problem_at(questionnaire, "versie", "telt_mee", index, message=told("version-not-alike", version=former))
        for index, former in enumerate(questionnaire.version.reads)
        if former not in alike or former >= major
    ]
    known = [version for version in history.versions if (version.number, version.major) == (number, major)]
    if not known:
        problems.append(
            problem_at(
                questionnaire,
                "versie",
                "hoofd",
                warning=True,
                message=told("version-not-recorded", version=major, command=COMMAND),
            )
        )
    elif known[0].fingerprint != fingerprint(questionnaire):
        problems.append(problem_at(questionnaire, "versie", "hoofd", message=told("version-changed", version=major + 1)))
    return problems


def recorded(questionnaire: Questionnaire) -> dict:
    """What is written down of a version, with Dutch keys."""
    return {
        "nummer": questionnaire.number,
        "hoofd": questionnaire.version.major,
        "vingerafdruk": fingerprint(questionnaire),
        "vragen": {item.id: item.text for item in items_of(as_written(questionnaire))},
    }


def write_history(root: Path) -> list[Problem]:
    """Add every version that is not yet in the record. What is in it stays as it is. Returns what is wrong.

    A questionnaire of the school's own layer goes into a record in that layer.
    """
    project = read_project(root)
    problems: list[Problem] = []
    versions: list[dict] = []
    if FILE in project.documents:
        document = project.documents[FILE].fresh()
        history = validate(document, History)
        if history is None:
            return document.problems
        versions = [version.model_dump(by_alias=True) for version in history.versions]
    for name in project.pages("vragenlijsten"):
        document = project.documents[name].fresh()
        questionnaire = validate(document, Questionnaire)
        problems += document.problems
        if questionnaire is None:
            continue
        new = recorded(questionnaire)
        if not [version for version in versions if (version["nummer"], version["hoofd"]) == (new["nummer"], new["hoofd"])]:
            versions.append(new)
            _append(root / "protocol" / ("eigen" if name in project.own else "") / f"{FILE}.yaml", new)
        problems += check_history(questionnaire, History.model_validate({"versies": versions}))
    return problems


def _append(path: Path, version: dict) -> None:
    """Write one version at the end of a record, that is begun when there is none."""
    before = path.read_text(encoding="utf-8") if path.is_file() else HEAD[path.parent.name == "eigen"]
    path.write_text(before.rstrip("\n") + "\n" + _as_yaml(version), encoding="utf-8")


def _as_yaml(version: dict) -> str:
    """One version as YAML. A text between double quotes as JSON is also YAML."""
    lines = [
        f"  - nummer: {version['nummer']}",
        f"    hoofd: {version['hoofd']}",
        f"    vingerafdruk: {version['vingerafdruk']}",
        "    vragen:",
    ]
    lines += [f"      {item_id}: {json.dumps(text, ensure_ascii=False)}" for item_id, text in version["vragen"].items()]
    return "\n".join(lines) + "\n"
