"""Where the content comes from: the source documents in numbers, and what was chosen where they were wrong or disagreed."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from macros.schema.base import Country, ForAudience, Id, Line, Source, Strict, Text, Title, field
from macros.schema.countries import COUNTRIES, LAW_CODES, either

FACT_PATTERN = re.compile(r"^(S[1-9]-[A-Z]+\d*-[A-Z]?\d+[a-z]?|X-\d{2})$")
# Also without encryption: some sites that were read have no other address.
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>]+$")]
RANGE_PATTERN = re.compile(r"^([A-Z]?)(\d+)([a-z]?)(?:-([A-Z]?)(\d+))?$")


def _matches(pattern: re.Pattern) -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.match(text):
            raise PydanticCustomError("bron", "bron")
        return text

    return AfterValidator(check)


def _range(text: str) -> str:
    expand(text)
    return text


def expand(text: str) -> list[str]:
    """The numbers in "01-13", "A1-A6" or "07a". Raises PydanticCustomError "bron" for anything else."""
    match = RANGE_PATTERN.match(text)
    if not match:
        raise PydanticCustomError("bron", "bron")
    letter, first, suffix, last_letter, last = match.groups()
    if last is None:
        return [text]
    if suffix or last_letter != letter or len(last) != len(first) or int(last) <= int(first):
        raise PydanticCustomError("bron", "bron")
    return [f"{letter}{number:0{len(first)}}" for number in range(int(first), int(last) + 1)]


FactId = Annotated[Line, _matches(FACT_PATTERN)]
NumberRange = Annotated[Line, AfterValidator(_range)]


class Kind(Strict):
    """A kind of fact."""

    code: Annotated[Line, _matches(re.compile(r"^[A-Z]+$"))] = field("code", "De letters in het nummer, zoals SIG.")
    name: Title = field("naam", "Wat voor feiten dit zijn.")


class Series(Strict):
    """The numbers of one kind in one source document."""

    kind: Annotated[Line, _matches(re.compile(r"^[A-Z]+\d*$"))] = field(
        "soort", "Een code uit soorten. Een gesprek heeft er een cijfer achter, zoals CONV2."
    )
    numbers: list[NumberRange] = field("nummers", "Nummers of reeksen, zoals 01-13, A1-A6 of 07a.", min_length=1)

    @property
    def kind_code(self) -> str:
        """The kind without the number of a conversation guide."""
        return self.kind.rstrip("0123456789")


class SourceDocument(Strict):
    """One document that was read and numbered."""

    id: Annotated[Line, _matches(re.compile(r"^S[1-9]$"))] = field("id", "S met een cijfer: het begin van alle nummers.")
    name: Title = field("naam", "Hoe de bron hier heet. Nooit de naam van een school.")
    description: Text = field("omschrijving", "Wat voor document het is, zonder namen.")
    series: list[Series] = field("feiten", "De nummers, per soort.", min_length=1)

    def facts(self) -> list[tuple[str, str]]:
        """All facts in this source, in order: (number, code of the kind)."""
        return [
            (f"{self.id}-{series.kind}-{number}", series.kind_code)
            for series in self.series
            for text in series.numbers
            for number in expand(text)
        ]


class Contradiction(Strict):
    """Where the sources disagree, and what was chosen."""

    id: Annotated[Line, _matches(re.compile(r"^X-\d{2}$"))] = field("nummer", "X met een nummer.")
    title: Title = field("titel", "Waar het over gaat.")
    difference: Text = field("verschil", "Wat de bronnen zeggen, in één of twee zinnen.")
    choice: Text = field("keuze", "Wat wij kiezen, in één of twee zinnen.")


class Repair(Strict):
    """A mistake or gap in a source, and what stands in its place."""

    facts: list[FactId] = field("nummers", "De punten die hiermee zijn opgelost.", min_length=1)
    problem: Text = field("probleem", "Wat er niet klopte.")
    choice: Text = field("keuze", "Wat er nu staat.")


class RepairTheme(Strict):
    """Repairs about the same subject."""

    title: Title = field("titel", "Het onderwerp.")
    repairs: list[Repair] = field("punten", "Wat er is opgelost.", min_length=1)


class Departure(Strict):
    """Facts that were left out, or taken over in another form on purpose."""

    facts: list[FactId] = field("nummers", "Om welke feiten het gaat.", min_length=1)
    what: Title = field("wat", "Wat er in de bron stond, in een paar woorden.")
    reason: Text = field("reden", "Waarom het hier niet of anders staat.")


class Provenance(Strict):
    kinds: list[Kind] = field("soorten", "De soorten feiten.", min_length=1)
    sources: list[SourceDocument] = field("bronnen", "De documenten die zijn gebruikt.", min_length=1)
    contradictions: list[Contradiction] = field("tegenspraken", "Waar de bronnen elkaar tegenspreken.", [])
    themes: list[RepairTheme] = field("oplossingen", "Wat is hersteld, per onderwerp.", [])
    departures: list[Departure] = field("anders", "Wat is weggelaten of met opzet anders staat.", [])


class FactLinks(Strict):
    """Where one numbered fact was found."""

    number: Annotated[str, StringConstraints(pattern=rf"^F-(?:{LAW_CODES}|E|8)-[0-9]{{2}}[a-z]?$")] = field(
        "nummer", "Het nummer van het feit, zoals het bij bron staat."
    )
    links: Annotated[list[Address], Field(min_length=1)] = field("links", "Webadressen waar je het feit kunt nakijken.")
    year: Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}$")] | None = field(
        "jaar", "Van welk jaar de nieuwste bron is. Weglaten als dat niet bekend is.", None
    )
    country: Country | None = field(
        "land", f"Alleen als het feit voor één land geldt en het nummer dat niet zegt: {either(list(COUNTRIES))}.", None
    )


class LookUp(ForAudience):
    """Something that may have changed since its source was written: a school looks it up before it publishes."""

    id: Id = field("id", "Vaste naam van dit punt.")
    question: Text = field("vraag", "Wat de school nakijkt, als vraag.")
    links: Annotated[list[Address], Field(min_length=1)] = field("links", "Webadressen waar het antwoord staat.")
    numbers: list[Source] = field("bron", "De nummers van de feiten waar het om gaat.", [])


class FactSources(Strict):
    """The file with the addresses of all numbered facts."""

    facts: list[FactLinks] = field("feiten", "Alle feiten met een nummer.", min_length=1)
    to_look_up: list[LookUp] = field("opzoeken", "Wat een school zelf opzoekt voordat zij publiceert, en daarna elk jaar.", [])
