"""Questionnaires (thermometers): sections, items, scales, scoring."""
from typing import Literal

from macros.schema.base import Id, Number, Page, Source, Strict, Text, Title, YesNo, field


class Version(Strict):
    major: Number = field("hoofd", "Hoger bij alles wat een leerling anders kan lezen.", ge=1, le=15)
    minor: Number = field("bij", "Hoger bij een kleine verbetering.", ge=0, le=99)


class Scale(Strict):
    """Six answers in words, from 0 to 5."""
    id: Id = field("id", "Vaste naam van de schaal.")
    labels: list[Title] = field("antwoorden", "De zes antwoorden in woorden, van 0 tot 5.", min_length=6, max_length=6)
    bands: list[Text] = field(
        "samengevat", "Drie manieren om het eigen antwoord samen te vatten: laag, midden, hoog.", min_length=3, max_length=3)


class Item(Strict):
    """One question."""
    id: Id = field("id", "Vaste naam van de vraag. Nooit opnieuw gebruiken voor een andere tekst.")
    text: Title = field("tekst", "De vraag, hoogstens vijftien woorden.")
    sensitivity: Literal["A", "B", "C"] = field("klasse", "A gewoon, B last of eigen gedrag, C gevoelig.")
    signal: YesNo = field("signaal", "ja: bij dit antwoord meteen hulp tonen (wapen, seksueel, zwaar geweld, angst).", False)
    help: Id | None = field("hulp", "Groep van hulplijnen die bij deze vraag hoort. Verplicht bij klasse C.", None)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Section(Strict):
    """Questions that belong together and get one result."""
    id: Id = field("id", "Vaste naam van dit onderdeel.")
    title: Title = field("titel", "Het begin van de zin of de vraag boven dit onderdeel.")
    name: Title = field("naam", "Korte naam voor in de uitslag.")
    explanation: Text | None = field("uitleg", "Uitleg boven de vragen.", None)
    polarity: Literal["hoog-is-goed", "hoog-is-slecht"] = field("richting", "Wat een hoog antwoord betekent.")
    kind: Literal["schaal", "lijst"] = field("soort", "schaal (gemiddelde) of lijst (vaakst en hoeveel).")
    scale: Id = field("schaal", "Welke schaal uit schalen.")
    own_behaviour: YesNo = field("eigen_gedrag", "ja: dit onderdeel gaat over wat de leerling zelf doet.", False)
    items: list[Item] = field("vragen", "De vragen.", min_length=1, max_length=20)
    advice: list[Text] = field(
        "advies", "Drie adviezen bij de uitslag: laag, midden, hoog.", min_length=3, max_length=3)


class Questionnaire(Page):
    """A thermometer."""
    number: Number = field("nummer", "Vast nummer van deze vragenlijst.", ge=1, le=255)
    version: Version = field("versie", "Versie van deze vragenlijst.")
    period: Text = field("periode", "Over welke periode het gaat, bijvoorbeeld: de afgelopen maand.")
    intro: list[Text] = field("vooraf", "Wat de leerling leest voor het begin.", min_length=1)
    definition: list[Text] = field("uitleg_pesten", "Drie korte regels: pesten, plagen, ruzie.", min_length=1)
    skip: Title = field("overslaan", "Tekst van de knop om een vraag over te slaan.")
    scales: list[Scale] = field("schalen", "De schalen met antwoorden in woorden.", min_length=1)
    sections: list[Section] = field("onderdelen", "De onderdelen met hun vragen.", min_length=1)
    closing: list[Text] = field("na_afloop", "Wat de leerling leest bij de uitslag.", min_length=1)
