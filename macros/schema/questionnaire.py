"""Questionnaires (thermometers): sections, items, scales, scoring, and from how many pupils on something is shown."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from macros.schema.base import Id, Line, Number, Page, Source, Strict, Text, Title, YesNo, field
from macros.schema.marks import Prose

# Of a questionnaire in the ballot box there are two more pages.
BALLOT, REPORT = "stembus", "rapport"


def page_id(questionnaire_id: str, what: str) -> str:
    """The name of such a page: thermometer-vo-stembus."""
    return f"{questionnaire_id}-{what}"


# The ways to make a score that widgets.core.scoring knows.
Score = Literal["mean", "sum", "percent", "highest", "count"]
# An answer may be as short as one figure.
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), Prose()]
MOST_ANSWERS = 11


@dataclass(frozen=True)
class Scoring:
    """A way to make a score. `browser`: its name in widgets.core.scoring. `adds_up`: every answer counts in it, so half of the
    questions must have one (rule of the PedsQL), and a question may be asked the other way round."""

    browser: Score
    adds_up: bool


SCORINGS = {
    "gemiddelde": Scoring("mean", True),
    "som": Scoring("sum", True),
    "procent": Scoring("percent", True),
    "hoogste": Scoring("highest", False),
    "aantal": Scoring("count", False),
}
if TYPE_CHECKING:
    ScoringName = str  # which ones there are follows from the table
else:
    ScoringName = Literal[tuple(SCORINGS)]


def _cut(text: str) -> str:
    if not re.fullmatch(r"\d{1,4}([.,]\d)?", text):
        raise PydanticCustomError("grens", "grens")
    return text.replace(",", ".")


Cut = Annotated[Line, AfterValidator(_cut)]


class Version(Strict):
    major: Number = field("hoofd", "Hoger bij alles wat een leerling anders kan lezen.", ge=1, le=15)
    minor: Number = field("bij", "Hoger bij een kleine verbetering.", ge=0, le=99)
    reads: list[Number] = field(
        "telt_mee",
        "Eerdere hoofdversies met dezelfde vragen, waarin elk antwoord hetzelfde betekende. Hun codes, deelbestanden en "
        "rapporten tellen mee.",
        [],
        max_length=14,
    )


class Scale(Strict):
    """Answers in words, from the lowest up. The ballot box takes six of them."""

    thing = "Schaal"
    id: Id = field("id", "Vaste naam van de schaal.")
    labels: list[Label] = field(
        "antwoorden",
        "De antwoorden in woorden, van laag naar hoog. Voor de stembus zes, anders 2 tot 11.",
        min_length=2,
        max_length=MOST_ANSWERS,
        translated=True,
    )
    first: Number = field(
        "begint_bij",
        "Waarvoor het laagste antwoord telt, als de handleiding niet bij 0 begint. Alleen zonder stembus.",
        0,
        ge=0,
        le=10,
    )
    offered: list[Number] = field(
        "kiezen",
        "Welke antwoorden een leerling kan kiezen, als nummer: 0 is het eerste. Voor jonge kinderen vier. Weglaten: alle.",
        [],
        max_length=6,
    )
    pictures: list[Id] = field("pictogrammen", "Bij elk antwoord een tekening uit docs/assets/img/pictogrammen.", [])
    bands: list[Text] = field(
        "samengevat",
        "Drie manieren om het eigen antwoord samen te vatten: laag, midden, hoog.",
        min_length=3,
        max_length=3,
        translated=True,
    )

    @property
    def choices(self) -> list[int]:
        """The numbers of the answers that a pupil can choose."""
        return self.offered or list(range(len(self.labels)))


class Item(Strict):
    """One question."""

    thing = "Vraag"
    id: Id = field("id", "Vaste naam van de vraag. Nooit opnieuw gebruiken voor een andere tekst.")
    text: Title = field("tekst", "De vraag, hoogstens vijftien woorden.", translated=True)
    sensitivity: Literal["A", "B", "C"] = field(
        "klasse", "A gewoon, B last of eigen gedrag, C gevoelig.", only_tighter=("A", "B", "C")
    )
    signal: YesNo = field(
        "signaal",
        "ja: bij dit antwoord meteen hulp tonen (wapen, seksueel, zwaar geweld, angst).",
        False,
        only_tighter=("nee", "ja"),
    )
    urgent_from: Number | None = field(
        "dringend_vanaf",
        "Vanaf dit antwoord (1 tot 5) hoort de vraag in de eigen uitslag bij wat niet kan wachten. Bij een signaal vanaf 1.",
        None,
        ge=1,
        le=5,
    )
    reverse: YesNo = field("omgekeerd", "ja: bij deze vraag telt het antwoord andersom in de score.", False)
    picture: Id | None = field("pictogram", "Tekening uit docs/assets/img/pictogrammen, zonder .svg.", None)
    help: Id | None = field("hulp", "Groep van hulplijnen die bij deze vraag hoort. Verplicht bij klasse C.", None)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Talk(Strict):
    """A card for the conversation with the class about one section. Never about one pupil."""

    goal: Text = field("doel", "Wat het gesprek met de klas oplevert.", translated=False)
    opening: Text = field("opening", "De eerste zinnen, letterlijk.", translated=False)
    questions: list[Text] = field("vragen", "Drie vragen aan de klas.", min_length=3, max_length=3, translated=False)
    do: list[Text] = field("doen", "Wat de klas en de school daarna doen.", min_length=1, translated=False)


class Section(Strict):
    """Questions that belong together and get one result."""

    thing = "Onderdeel"
    id: Id = field("id", "Vaste naam van dit onderdeel.")
    title: Title = field("titel", "Het begin van de zin of de vraag boven dit onderdeel.", translated=True)
    name: Title = field("naam", "Korte naam voor in de uitslag.", translated=True)
    explanation: Text | None = field("uitleg", "Uitleg boven de vragen.", None, translated=True)
    polarity: Literal["hoog-is-goed", "hoog-is-slecht"] = field("richting", "Wat een hoog antwoord betekent.")
    kind: Literal["schaal", "lijst"] = field("soort", "schaal (gemiddelde) of lijst (vaakst en hoeveel).")
    score: ScoringName | None = field("score", "Hoe de score ontstaat. Weglaten: gemiddelde bij schaal, hoogste bij lijst.", None)
    minimum: Number | None = field(
        "minimaal", "Hoeveel vragen minstens een antwoord hebben. Weglaten: de helft bij gemiddelde en som, anders 1.", None, ge=1
    )
    scale: Id = field("schaal", "Welke schaal uit schalen.")
    cuts: list[Cut] = field(
        "grenzen",
        "Waar ‘midden’ en ‘hoog’ beginnen volgens de handleiding: twee getallen, bij een gemiddelde met één cijfer achter de "
        "punt. Alleen zonder stembus.",
        [],
        max_length=2,
    )
    cuts_from: list[Source] = field("grenzen_bron", "Waar de grenzen vandaan komen. Verplicht bij grenzen.", [])
    own_behaviour: YesNo = field(
        "eigen_gedrag", "ja: dit onderdeel gaat over wat de leerling zelf doet.", False, only_tighter=("nee", "ja")
    )
    items: list[Item] = field("vragen", "De vragen.", min_length=1, max_length=20)
    advice: list[Text] = field(
        "advies", "Drie adviezen bij de uitslag: laag, midden, hoog.", min_length=3, max_length=3, translated=True
    )
    talk: Talk | None = field("gesprek", "Kaart voor het gesprek met de klas over dit onderdeel.", None, staff=True)

    @property
    def scoring(self) -> Scoring:
        """How the score of this section is made, the default of its kind filled in."""
        return SCORINGS[self.score or {"schaal": "gemiddelde", "lijst": "hoogste"}[self.kind]]


class Limits(Strict):
    """From how many pupils on something is shown. A school may raise these numbers, never lower them.

    Source of the numbers: docs/keuzes/ and the thresholds that other instruments use.
    """

    section: Number = field("onderdeel", "Leerlingen voordat een onderdeel te zien is.", 5, ge=5, le=1000)
    item: Number = field("vraag", "Leerlingen voordat een vraag te zien is.", 10, ge=10, le=1000)
    sensitive: Number = field("gevoelig", "Leerlingen voordat een vraag van klasse C te zien is.", 20, ge=20, le=1000)
    background: Number = field("achtergrond", "Leerlingen in elke groep van een achtergrondvraag.", 10, ge=10, le=1000)
    cell: Number = field("cel", "Kleinste aantal leerlingen achter een getoond deel.", 3, ge=3, le=1000)
    delta: Number = field(
        "verschil", "Doet niets meer: een gesloten stembus gaat niet meer open. Mag blijven staan.", 5, ge=5, le=1000
    )


class Background(Strict):
    """A question about the pupil, for a round in the whole school. Off until a round asks for it, and never crossed."""

    thing = "Vraag"
    id: Id = field("id", "Vaste naam van deze vraag.")
    text: Title = field("tekst", "De vraag.", translated=True)
    choices: list[Title] = field("antwoorden", "Twee of drie antwoorden.", min_length=2, max_length=3, translated=True)


class RecordedVersion(Strict):
    """What pupils read in one version of a questionnaire."""

    named_by = ("nummer", "hoofd")
    number: Number = field("nummer", "Nummer van de vragenlijst.", ge=1, le=255)
    major: Number = field("hoofd", "Hoofdversie.", ge=1, le=15)
    fingerprint: int = field("vingerafdruk", "Getal dat verandert als een leerling iets anders leest.")
    items: dict[Id, Title] = field("vragen", "De tekst van elke vraag, per id.", translated=False)


class History(Strict):
    """Every version of every questionnaire that was ever used. Written by `make record`."""

    versions: list[RecordedVersion] = field("versies", "De versies, de oudste eerst.", min_length=1)


class Questionnaire(Page):
    """A thermometer."""

    number: Number = field("nummer", "Vast nummer van deze vragenlijst.", ge=1, le=255)
    version: Version = field("versie", "Versie van deze vragenlijst.")
    period: Text = field("periode", "Over welke periode het gaat, bijvoorbeeld: de afgelopen maand.", translated=True)
    intro: list[Text] = field("vooraf", "Wat de leerling leest voor het begin.", min_length=1, translated=True)
    definition: list[Text] = field("uitleg_pesten", "Drie korte regels: pesten, plagen, ruzie.", min_length=1, translated=True)
    validated: YesNo = field(
        "gevalideerd",
        "ja als de woorden uit een onderzochte vragenlijst komen en dus niet mogen veranderen: dan is een lange vraag geen fout.",
        False,
    )
    aloud: YesNo = field("voorlezen", "ja: een knop leest de vraag voor, met een stem van het apparaat zelf.", False)
    ballot: YesNo = field(
        "stembus", "nee: alleen voor de eigen uitslag, nooit opgeteld voor een klas.", True, only_tighter=("ja", "nee")
    )
    signals: YesNo = field(
        "groepssignaal", "nee: de uitslag van een klas zegt niets over vragen met een signaal.", True, only_tighter=("ja", "nee")
    )
    limits: Limits | None = field("drempels", "Vanaf hoeveel leerlingen iets te zien is. Alleen hoger mag.", None, joined=True)
    background: list[Background] = field(
        "achtergrond", "Vragen over de leerling. Staan uit, behalve in een ronde voor de hele school.", [], max_length=3
    )
    always_help: list[Id] = field(
        "hulp_altijd",
        "Groepen hulplijnen bij elke uitslag. De allereerste lijn staat onder elke vraag. Weglaten: praten en zelfdoding.",
        [],
    )
    skip: Title = field("overslaan", "Tekst van de knop om een vraag over te slaan.", translated=True)
    scales: list[Scale] = field("schalen", "De schalen met antwoorden in woorden.", min_length=1)
    sections: list[Section] = field("onderdelen", "De onderdelen met hun vragen.", min_length=1)
    closing: list[Text] = field("na_afloop", "Wat de leerling leest bij de uitslag.", min_length=1, translated=True)
