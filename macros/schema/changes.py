"""What changed names or went away between versions: so that a school's own layer hears what became of it."""

from typing import Literal

from macros.schema.base import Date, Id, Strict, Text, field


class Change(Strict):
    """One name that changed or went away."""

    version: Text = field("versie", "De versie waarin dit veranderde, bijvoorbeeld 0.2.0.")
    date: Date = field("datum", "De dag van die versie (jjjj-mm-dd).")
    file: Text = field("bestand", "Het bestand in de map protocol, zonder .yaml, bijvoorbeeld protocollen/zes-stappen.")
    kind: Literal[
        "pagina", "stap", "uitgang", "groep", "punt", "rol", "woord", "begrip", "hulplijn", "fase", "onderdeel", "vraag"
    ] = field("soort", "Wat er veranderde.")
    old: Id = field("van", "De oude naam.")
    new: Id | None = field("naar", "De nieuwe naam. Weglaten betekent: het is weg.", None)
    reason: Text = field("waarom", "Waarom, in één zin.")


class Changes(Strict):
    changes: list[Change] = field("wijzigingen", "Namen die veranderden of verdwenen, de nieuwste eerst.", [])
