"""Rules for the language of all texts: who reads which page and how easy it must be, and which words we choose."""

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.schema.base import Audience, ForAudience, Id, Line, Number, Strict, Text, Title, YesNo, field

# The path of a page or of the pages below it: "leerlingen", "over/privacy".
PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*$")]
# A word or words; a star stands for letters: "zeur*" is also "zeurt" and "zeuren".
Pattern = Annotated[str, StringConstraints(pattern=r"^[^*\s]{2}[^*]*\*?$")]


class Reader(Strict):
    """A group of readers with the limits for their pages."""

    id: Id = field("id", "Vaste naam van deze groep lezers.")
    name: Title = field("naam", "Voor wie deze pagina’s zijn.")
    pages: list[PagePath] = field("paginas", "Pagina’s van deze lezers, ook alles eronder. Leeg: alle andere pagina’s.", [])
    score: Number = field("score", "Laagste leesbaarheid die mag: hoe hoger, hoe makkelijker (0 tot 100).", ge=0, le=100)
    average: Number = field("gemiddeld", "Hoeveel woorden een zin gemiddeld hoogstens heeft.", ge=5, le=40)
    longest: Number = field("langste", "Hoeveel woorden de langste zin hoogstens heeft.", ge=10, le=60)


class WordRule(Strict):
    """Words we do not use, and what we write instead."""

    avoid: Annotated[list[Pattern], Field(min_length=1)] = field(
        "niet", "Woorden die we niet gebruiken. Een ster aan het eind staat voor meer letters."
    )
    instead: Text = field("wel", "Wat je in plaats daarvan schrijft.")
    why: Text = field("waarom", "Waarom, in één zin.")
    allowed: list[Text] = field("mag_in", "Namen en zinnen waarin het woord wel mag staan.", [])


class Spelling(Strict):
    """One word that is spelled in one way everywhere."""

    preferred: Title = field("schrijf", "Zo schrijven we het.")
    avoid: Annotated[list[Pattern], Field(min_length=1)] = field("niet", "Andere vormen van hetzelfde woord.")


class SentenceRule(Strict):
    """A way to say something that nobody uses aloud, found by a pattern; never one that a good sentence fits."""

    id: Id = field("id", "Vaste naam van deze regel.")
    pattern: Line = field("patroon", "Waaraan je zo’n zin herkent: een patroon van Python.")
    bad: Text = field("niet", "Een zin die de regel vindt.")
    instead: Text = field("wel", "Dezelfde zin, zoals je hem wel schrijft.")
    why: Text = field("waarom", "Waarom, in één zin.")
    readers: list[Id] = field("lezers", "Alleen voor deze lezers. Leeg: voor iedereen.", [])
    quoted: YesNo = field("citaten", "ja: kijk ook tussen aanhalingstekens.", False)


class PlaceRule(WordRule):
    """Words that do not belong on the site of a school of this kind, because they are of another country or school type."""

    audience: Audience = field("voor", "Bij welk land en onderwijs dit woord niet hoort.")


class BothCountries(Strict):
    """Pages that tell of both countries, so that every word may stand there."""

    pages: Annotated[list[PagePath], Field(min_length=1)] = field("paginas", "De pagina’s, ook alles eronder.")
    why: Text = field("waarom", "Waarom daar woorden van beide landen horen, in één zin.")


class Language(Strict):
    """The file with rules for language."""

    readers: list[Reader] = field("lezers", "Groepen lezers met hun grenzen.", min_length=1)
    words: list[WordRule] = field("woorden", "Woorden die we niet gebruiken.", min_length=1)
    free: list[Text] = field("vrij", "Bestanden en pagina’s waar die woorden zelf het onderwerp zijn.", [])
    spellings: list[Spelling] = field("schrijfwijzen", "Eén vorm voor elk woord.", [])
    sentences: list[SentenceRule] = field("zinnen", "Zinnen die niemand hardop zo zegt.", [])
    places: list[PlaceRule] = field("landen", "Woorden die niet bij elk land of elk onderwijs horen.", [])
    both: list[BothCountries] = field("beide_landen", "Pagina’s die over beide landen gaan.", [])


class Pair(ForAudience):
    """A sentence that nobody says, and the same one as a native speaker writes it."""

    bad: Text = field("niet", "Zo niet.")
    good: Text = field("wel", "Zo wel.")
    rule: Id | None = field("regel", "De regel bij `zinnen` in taal.yaml die de eerste zin vindt.", None)
    why: Text | None = field("waarom", "Waarom. Weglaten mag als er een regel is, want die zegt het al.", None)


class ReaderPairs(Strict):
    """The pairs for one kind of reader."""

    id: Id = field("id", "Vaste naam van deze lezers.")
    name: Title = field("naam", "Voor wie deze zinnen zijn.")
    voice: Text = field("stem", "Hoe je tegen deze lezers praat, in een paar zinnen.")
    pairs: Annotated[list[Pair], Field(min_length=1)] = field("paren", "Zo niet en zo wel.")


class Pairs(Strict):
    """The file with sentences as they should not and should sound."""

    readers: Annotated[list[ReaderPairs], Field(min_length=1)] = field("lezers", "Per soort lezer.")
