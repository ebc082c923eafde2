"""`make nieuw`: seven questions on the terminal, and a school's own layer is there. `python -m macros.commands.start`.

Asks for the name, country, kind of school, locations, coordinator, protocol and, where there is a choice, the region of
the school holidays; an answer given as an option is not asked.
Checks with the rules of the form in the browser, writes nothing that exists, and takes everything back when it goes wrong.
"""

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from macros.command import print_anything
from macros.content.model import is_right
from macros.load import load
from macros.publish.school_file import school_file_data
from macros.publish.shapes import SchoolFileData
from macros.schema.countries import COUNTRIES, KINDS, either
from macros.source.problems import near_miss, report
from widgets.core import school_rules, school_text

SCHOOL_FILE = "protocol/eigen/school.yaml"
LOCATIONS = "protocol/locaties"
LATER = "Naam invullen"  # as in the example school: the site says so itself


class Refused(Exception):
    """Nothing was written; the argument says why and what to do, in Dutch."""


@dataclass
class Answers:
    """What was answered. A name left empty for the coordinator becomes `LATER`."""

    name: str
    country: str
    school_type: str
    locations: list[str] = field(default_factory=list)
    coordinator: str = ""
    protocol: str = ""
    region: str = ""


# ---- asking ----

Rule = Callable[[str], str]  # "" when the answer is right, else what to do


def ask(question: str, default: str, rule: Rule, given: str | None, choices: dict[str, str] | None = None) -> str:
    """One answer that `rule` accepts. Raises Refused when an answer given as an option is wrong or the input ends."""
    choices = choices or {}
    if given is not None:
        answer = chosen(given.strip(), choices)
        wrong = rule(answer)
        if wrong:
            raise Refused(f"{question} ‘{given}’ kan niet. {wrong}")
        return answer
    print(f"\n{question}")
    for choice, meaning in choices.items():
        print(f"  {choice:<24} {meaning}")
    while True:
        try:
            answer = chosen(input(f"[{default}] " if default else "> ").strip() or default, choices)
        except EOFError:
            raise Refused("Er kwam geen antwoord meer. Typ de opdracht opnieuw en beantwoord alle vragen.") from None
        wrong = rule(answer)
        if not wrong:
            return answer
        print(f"  {wrong}")


def chosen(answer: str, choices: dict[str, str]) -> str:
    """The choice that somebody means, also by its name in words or with capitals: "Nederland" -> "nl". Else the answer itself."""
    for choice, meaning in choices.items():
        if answer.lower() in (choice.lower(), meaning.lower(), meaning.partition(" (")[0].lower()):
            return choice
    return answer


def one_of(choices: dict[str, str]) -> Rule:
    """A rule: the answer is one of the choices."""

    def rule(answer: str) -> str:
        if answer in choices:
            return ""
        return f"Kies uit: {', '.join(choices)}.{near_miss(answer, choices)}"

    return rule


def locations_rule(answer: str) -> str:
    """A rule: names with commas between them, each good for a file of its own."""
    seen: dict[str, str] = {}
    for name in split(answer):
        location = school_text.location_id(name)
        if school_rules.title(name) or not location:
            return f"‘{name}’ is geen goede naam. {school_rules.title(name) or 'Gebruik letters of cijfers.'}"
        if location in seen:
            return f"‘{name}’ en ‘{seen[location]}’ lijken te veel op elkaar. Maak de namen verschillend."
        seen[location] = name
    return ""


def split(answer: str) -> list[str]:
    return [name.strip() for name in answer.split(",") if name.strip()]


def interview(data: SchoolFileData, given: argparse.Namespace) -> Answers:
    """The answers, asked where they are not given."""
    name = ask("1. Hoe heet de school?", "", school_rules.title, given.naam)
    names = {country.code: country.name for country in COUNTRIES.values()}
    country = ask("2. In welk land staat de school?", "nl", one_of(names), given.land, names)
    types = COUNTRIES[country].school_types
    school_type = ask("3. Wat voor onderwijs geeft de school?", next(iter(types)), one_of(types), given.onderwijs, types)
    locations = ask(
        "4. Heeft de school meer locaties? Schrijf de namen met komma’s ertussen. Eén locatie? Druk dan op Enter.",
        "",
        locations_rule,
        given.locaties,
    )
    coordinator = ask(
        "5. Wie coördineert de aanpak van pesten? Weet je het nog niet? Druk dan op Enter.",
        LATER,
        school_rules.title,
        given.coordinator,
    )
    protocols = {
        protocol["id"]: protocol["title"] for protocol in data["protocols"] if f"{country}-{school_type}" in protocol["for"]
    }
    first = data["base"].get("protocol", "")
    protocol = ask(
        "6. Welk protocol volgt de school?",
        first if first in protocols else next(iter(protocols)),
        one_of(protocols),
        given.protocol,
        protocols,
    )
    regions = {region: data["region_names"][region] for region in COUNTRIES[country].region_codes}
    region = next(iter(regions))
    if given.vakanties is not None or len(regions) > 2:  # with one region, and "eigen", there is nothing to ask
        region = ask("7. Welke schoolvakanties gelden?", "", one_of(regions), given.vakanties, regions)
    return Answers(name, country, school_type, split(locations), coordinator, protocol, region)


# ---- writing ----


def files_for(answers: Answers, base: dict) -> dict[str, str]:
    """Path from the root -> text. `base`: the values of protocol/school.yaml."""
    school = {
        **school_text.trimmed(base),
        "voorbeeld": "ja" if answers.coordinator == LATER else "nee",
        "naam": answers.name,
        "land": answers.country,
        "onderwijs": answers.school_type,
        "protocol": answers.protocol,
        "vakanties": answers.region,
        "contact": [{"rol": "coordinator", "naam": answers.coordinator}],
    }
    files = {SCHOOL_FILE: school_text.school_text(school)}
    if len(answers.locations) > 1:
        for name in answers.locations:
            location = {"naam": name, "coordinator": ""}
            files[f"{LOCATIONS}/{school_text.location_id(name)}.yaml"] = school_text.location_text(school, location)
    return files


def refuse_existing(root: Path) -> None:
    """Raises Refused when the school already has a file of its own."""
    if (root / SCHOOL_FILE).exists():
        raise Refused(
            f"{SCHOOL_FILE} bestaat al, en blijft zoals het is. Wil je iets veranderen? Open het bestand in een "
            "tekstprogramma, of op de pagina ‘Maak je schoolbestand’. Wil je opnieuw beginnen? "
            "Geef het eerst een andere plek."
        )


def write(root: Path, files: dict[str, str]) -> None:
    """Write all files, or none: whatever goes wrong, or Ctrl-C, takes back what was made.

    Raises Refused when a file exists, or when the content is no longer right with these files.
    """
    there = [path for path in files if (root / path).exists()]
    if there:
        raise Refused(
            f"Dit bestaat al: {', '.join(there)}. Er is niets geschreven. Kies andere namen voor de locaties, of "
            "verander deze bestanden zelf."
        )
    made: list[Path] = []
    try:
        for path, text in files.items():
            missing = [folder for folder in (root / path).parents if not folder.exists()]
            for folder in reversed(missing):
                made.append(folder)
                folder.mkdir()
            made.append(root / path)
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        _check(root, files)
    except BaseException:
        for place in reversed(made):
            if place.is_dir():
                place.rmdir()
            else:
                place.unlink(missing_ok=True)
        raise


def _check(root: Path, files: dict[str, str]) -> None:
    """Load the content as the build will, for the school and for every location."""
    names = [Path(path).with_suffix("").relative_to("protocol").as_posix() for path in files if path != SCHOOL_FILE]
    layers = [("eigen",), *(("eigen", name) for name in names)]
    for chosen in layers:
        content = load(root, layers=chosen)
        if content.errors:
            raise Refused("Met deze antwoorden klopt de inhoud niet. Er is niets geschreven.\n\n" + report(content.errors))


# ---- the command ----


def next_steps(answers: Answers, files: dict[str, str]) -> str:
    """What was written and what to do now."""
    lines = [
        "",
        "Klaar. Dit is geschreven:",
        *(f"  {path}" for path in files),
        "",
        "En nu:",
        f"  1. Open {SCHOOL_FILE} en vul de andere contacten in, met een vervanger. Bij elke regel staat uitleg.",
    ]
    if answers.coordinator == LATER:
        lines.append("     Vul daar ook de naam van de coördinator in, en zet dan ‘voorbeeld’ op nee.")
    lines += [
        "  2. Typ: make serve. Dan zie je de site van jullie school.",
        "  3. Iets anders doen dan het protocol? Lees docs/schrijven/eigen-laag.md.",
    ]
    if len(answers.locations) == 1:
        lines.append("  Met één locatie is geen apart bestand nodig.")
    return "\n".join(lines)


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m macros.commands.start",
        add_help=True,
        description="Stelt zeven vragen en schrijft protocol/eigen/school.yaml.",
    )
    parser.add_argument("--naam", help="naam van de school")
    parser.add_argument("--land", help=either(list(COUNTRIES)))
    parser.add_argument("--onderwijs", help=either([school_type for _, school_type in KINDS]))
    parser.add_argument("--locaties", help="namen van de locaties, met komma’s ertussen; leeg is één locatie")
    parser.add_argument("--coordinator", help="naam van wie de aanpak van pesten coördineert")
    parser.add_argument("--protocol", help="naam van het protocol, zonder .yaml")
    parser.add_argument(
        "--vakanties", help="; ".join(f"in {country.name} {either(country.region_codes)}" for country in COUNTRIES.values())
    )
    return parser.parse_args(arguments)


def main(root: Path, arguments: list[str]) -> int:
    """Ask, write and say what to do next. Returns 0, or 1 when nothing was written."""
    print_anything(sys.stdout, sys.stderr)
    given = options(arguments)
    try:
        refuse_existing(root)
        content = load(root)
        if not is_right(content):
            raise Refused("De inhoud heeft al fouten. Verbeter die eerst.\n\n" + report(content.errors))
        data = school_file_data(content)
        shorter = either([country.name for country in COUNTRIES.values() if len(country.regions) == 1])
        print(f"Zeven vragen, in {shorter} zes. Tussen [ ] staat wat je krijgt met Enter. Stoppen kan altijd met Ctrl-C.")
        answers = interview(data, given)
        files = files_for(answers, data["base"])
        write(root, files)
    except Refused as refused:
        print(f"\n{refused}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt. Er is niets geschreven.", file=sys.stderr)
        return 1
    print(next_steps(answers, files))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd(), sys.argv[1:]))
