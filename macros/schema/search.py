"""Words for the search of the site, besides what stands on its pages."""

from typing import Annotated, Literal

from pydantic import Field

from macros.schema.base import Id, Line, Strict, YesNo, field


class Synonyms(Strict):
    """Words that mean the same to a visitor: each finds what any of them finds."""

    words: Annotated[list[Line], Field(min_length=2)] = field("woorden", "Woorden die voor een bezoeker hetzelfde betekenen.")


class WordForm(Strict):
    """A form that no spelling rule connects with its word."""

    form: Line = field("vorm", "De vorm, zoals iemand die typt.")
    of: Line = field("hoort_bij", "De stam waar deze vorm bij hoort.")


class Asker(Strict):
    """Words by which a question tells who asks it."""

    reader: Literal["leerling", "ouder", "personeel"] = field("lezer", "Wie het dan vraagt: leerling, ouder of personeel.")
    words: Annotated[list[Line], Field(min_length=1)] = field("woorden", "Woorden of een paar woorden samen.")


class Questions(Strict):
    """Questions as people type them, and the page that answers them."""

    page: Line = field("bladzijde", "Het adres van de bladzijde, zoals ouders/mijn-kind-pest.")
    questions: Annotated[list[Line], Field(min_length=1)] = field("vragen", "Vragen zoals mensen ze typen.")
    others: dict[Id, list[Line]] = field("andere_talen", "Vragen in andere talen: per taal, met de code ervan.", {})


class Alarm(Strict):
    """Words at which the search shows at once whom to call."""

    subject: Line = field("onderwerp", "Waar het over gaat, in een paar woorden.")
    first: YesNo = field("eerst", "ja: dan komt ‘Nu gevaar?’ ook als eerste bladzijde.", False)
    call: Annotated[list[Id], Field(min_length=1)] = field("bel", "Welke hulplijnen erbij staan. Alleen die van het eigen land.")
    words: Annotated[list[Line], Field(min_length=1)] = field("woorden", "Woorden of een paar woorden samen.")


class Search(Strict):
    """The file with words for the search."""

    synonyms: list[Synonyms] = field("synoniemen", "Groepen van woorden die hetzelfde betekenen.", [])
    forms: list[WordForm] = field("vormen", "Vormen die geen spellingregel verbindt.", [])
    ignored: list[Line] = field("stopwoorden", "Woorden die niets zeggen over waar een vraag over gaat.", [])
    askers: list[Asker] = field("vragers", "Aan welke woorden te horen is wie het vraagt. De eerste groep die past, telt.", [])
    questions: list[Questions] = field("vragen", "Vragen zoals mensen ze typen, met hun bladzijde.", [])
    alarms: list[Alarm] = field("alarm", "Woorden waarbij meteen de nummers staan om te bellen.", [])
