"""Roles and school words: who can be `wie`, and the words a school uses, with article and plural."""

from typing import Literal

from macros.schema.base import Audience, ForAudience, Id, Source, Strict, Text, Title, field

# The page with the table of all roles stands beside the pages of the roles.
MATRIX = "wie-doet-wat"


class Word(Strict):
    """A Dutch noun as it is used in running text."""

    name: Title = field("naam", "Het woord in het enkelvoud.", translated=True)
    article: Literal["de", "het", ""] = field("lidwoord", "de of het; leeg als er geen lidwoord bij hoort.", "de")
    plural: Title | None = field("meervoud", "Het woord in het meervoud.", None, translated=True)
    forms: dict[Id, Title] = field(
        "vormen", "Alleen in een vertaling: andere vormen, zoals een naamval. {mentor:vorm} kiest er een.", {}, translated=False
    )


class WordVariant(Strict):
    """Another word for some schools."""

    audience: Audience = field("voor", "Voor welk land en onderwijs dit woord geldt.")
    word: Word = field("woord", "Het woord dat dan geldt.")


class SchoolWord(Strict):
    """A word that may differ per country, school type or school."""

    thing = "Woord"
    id: Id = field("id", "De naam waarmee teksten dit woord gebruiken: {id} of {de id}.")
    word: Word = field("woord", "Het woord.")
    variants: list[WordVariant] = field("anders", "Andere woorden voor sommige scholen.", [])


class Role(SchoolWord):
    """Somebody who has a part in a step."""

    thing = "Rol"
    group: Literal["school", "leerling", "thuis", "buiten"] = field(
        "groep", "Waar deze rol bij hoort: school, leerling, thuis of buiten."
    )
    tasks: list[Text] = field("taken", "Wat deze persoon doet.", [], translated=False)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Roles(Strict):
    roles: list[Role] = field("rollen", "Iedereen die in een stap genoemd kan worden.", min_length=1)


class Words(Strict):
    words: list[SchoolWord] = field("woorden", "Woorden die per school kunnen verschillen.", min_length=1)


class Term(ForAudience):
    """A concept with its meaning."""

    thing = "Begrip"
    id: Id = field("id", "Vaste naam van het begrip.")
    term: Title = field("begrip", "Het begrip.", translated=False)
    meaning: Text = field("betekenis", "Wat het betekent, in gewone taal.", translated=False)
    example: Text | None = field("voorbeeld", "Een voorbeeld.", None, translated=False)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Terms(Strict):
    terms: list[Term] = field("begrippen", "Alle begrippen.", min_length=1)
