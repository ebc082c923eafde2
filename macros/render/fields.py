"""The reference for authors: every key of every kind of file, from the models themselves."""

from pathlib import Path
from typing import Any

from macros.render.field_examples import example, example_file
from macros.schema import FOLDERS, OWN_FILES, SINGLE_FILES
from macros.schema.base import Strict, choices_of, model_inside
from macros.schema.marks import key_of
from widgets.core.html import el, to_html

TITLES = {
    "school": "De school: school.yaml",
    "rollen": "Rollen: rollen.yaml",
    "woorden": "Woorden: woorden.yaml",
    "begrippen": "Begrippen: begrippen.yaml",
    "hulplijnen": "Hulplijnen: hulplijnen.yaml",
    "gevaar": "Nu gevaar: gevaar.yaml",
    "vakanties": "Vakanties: vakanties.yaml",
    "protocollen": "Protocollen en wegwijzers",
    "gesprekken": "Gesprekswijzers",
    "vragenlijsten": "Vragenlijsten",
    "lijsten": "Lijsten",
    "wijzigingen": "Wijzigingen: wijzigingen.yaml",
    "herkomst": "Herkomst: herkomst.yaml",
    "feiten": "Bronnen van feiten: feiten.yaml",
    "taal": "Taal: taal.yaml",
    "voorbeeldzinnen": "Zo niet en zo wel: voorbeeldzinnen.yaml",
    "zoeken": "Zoeken: zoeken.yaml",
    "uiterlijk": "Hoe jullie site eruitziet: eigen/uiterlijk.yaml",
    "site": "Een taal: talen/…/site.yaml",
    "stand": "Wat is vertaald: talen/…/stand.yaml",
    "vragenlijsten-geschiedenis": "Versies van vragenlijsten: vragenlijsten-geschiedenis.yaml",
}


def fields_page() -> str:
    """All fields with an example of each, in Markdown."""
    parts = []
    own = {Path(place).stem: model for place, model in OWN_FILES.items()}
    kinds = {**SINGLE_FILES, **{name: model for name, model in FOLDERS.items() if name != "wegwijzers"}, **own}
    for kind, model in kinds.items():
        parts.append(f"## {TITLES[kind]} {{ #{kind} }}")
        for path, nested in _models(model):
            if path:
                parts.append(f"### {' › '.join(path)} {{ #{kind}-{'-'.join(path)} }}".replace("_", "-"))
            parts.append(to_html(_list(kind, path, nested)))
        parts.append(to_html(_whole_example(kind)))
    return "\n\n".join(parts)


def _models(model: type[Strict], path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], type[Strict]]]:
    """The model and every model inside it, with the Dutch keys that lead there."""
    found = [(path, model)]
    for info in model.model_fields.values():
        inside = model_inside(info.annotation)
        if inside and inside not in [known for _, known in found]:
            found += _models(inside, path + (key_of(info),))
    return found


def _list(kind: str, path: tuple[str, ...], model: type[Strict]) -> tuple:
    """Every key of a thing: its name, whether it has to be there, what it is, and how it looks."""
    items = []
    for info in model.model_fields.values():
        needed = el("span", {"class": "badge"}, "verplicht") if info.is_required() else None
        items.append(
            el(
                "div",
                {"class": "field-entry"},
                el("dt", None, el("code", None, info.alias), " ", needed),
                el(
                    "dd",
                    None,
                    el("p", None, (info.description or "") + _choices(info.annotation)),
                    el("pre", {"class": "field-example"}, el("code", None, example(kind, path, key_of(info)))),
                ),
            )
        )
    return el("dl", {"class": "field-list"}, items)


def _whole_example(kind: str) -> tuple:
    """A whole file with every key in it. Nobody needs them all."""
    return el(
        "details",
        None,
        el("summary", None, f"Een heel bestand met al deze sleutels ({TITLES[kind]})"),
        el(
            "pre",
            None,
            el("code", {"tabindex": "0", "role": "region", "aria-label": f"Voorbeeld: {TITLES[kind]}"}, example_file(kind)[1]),
        ),
    )


def _choices(annotation: Any) -> str:
    """The words to choose from, when there is a fixed set."""
    words = [word or "(leeg)" for word in choices_of(annotation)]
    return f" Kies uit: {', '.join(words)}." if words else ""
