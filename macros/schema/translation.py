"""Another language: what a translator fills in beside the translated texts."""

from typing import Literal

from macros.schema.base import Strict, Text, Title, field


class Language(Strict):
    """protocol/talen/<language>/site.yaml: the language itself, and the words of the site and of the widgets."""

    name: Title = field("naam", "De naam van de taal, in die taal zelf.")
    direction: Literal["ltr", "rtl"] = field("richting", "ltr: van links naar rechts. rtl: van rechts naar links.", "ltr")
    article: str = field("lidwoord", "Lidwoord voor een rol, zoals the. Weglaten als de taal er geen gebruikt.", "")
    notice: Text = field("melding", "Wat boven elke pagina staat over deze vertaling, in die taal.")
    notice_dutch: Text = field("melding_nederlands", "Dezelfde melding in het Nederlands.")
    outdated: Text = field("verouderd", "Melding als de Nederlandse pagina sinds de vertaling is veranderd, in die taal.")
    partly: Text = field("deels", "Melding als een deel van een pagina nog niet is vertaald, in die taal.")
    widget: dict[str, str] = field("vragenlijst", "De woorden van de vragenlijst op het scherm: Nederlands en de vertaling.")
    page: dict[str, str] = field("pagina", "De woorden van de pagina’s: Nederlands en de vertaling.")


class TranslatedFile(Strict):
    """Of which Dutch texts a translation was made, as short fingerprints."""

    file: Text = field("bestand", "Het vertaalde bestand, vanaf protocol of docs.")
    texts: Text = field("teksten", "Vingerafdrukken van de Nederlandse teksten, met spaties ertussen.")


class Translated(Strict):
    """protocol/talen/<language>/stand.yaml. Written by `make vertaald`."""

    files: list[TranslatedFile] = field("bestanden", "De vertaalde bestanden.", [])
