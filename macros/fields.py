"""The reference for authors: every key of every kind of file, from the models themselves. Also the JSON Schemas.

`python -m macros.fields` writes protocol/.schema/*.json, so that editors complete and check while typing.
"""
import copy
import json
import sys
from pathlib import Path
from typing import Any

from macros.field_examples import example, example_file
from macros.schema import EXTRA_FILES, FOLDERS, LANGUAGE_FILES, LAYER_FILES, SINGLE_FILES
from macros.schema.base import Strict, choices_of, model_inside
from widgets.core.html import el, to_html

TITLES = {"school": "De school: school.yaml", "rollen": "Rollen: rollen.yaml", "woorden": "Woorden: woorden.yaml",
          "begrippen": "Begrippen: begrippen.yaml", "hulplijnen": "Hulplijnen: hulplijnen.yaml",
          "gevaar": "Nu gevaar: gevaar.yaml", "vakanties": "Vakanties: vakanties.yaml",
          "protocollen": "Protocollen en wegwijzers",
          "gesprekken": "Gesprekswijzers", "vragenlijsten": "Vragenlijsten", "lijsten": "Lijsten",
          "wijzigingen": "Wijzigingen: wijzigingen.yaml", "herkomst": "Herkomst: herkomst.yaml",
          "feiten": "Bronnen van feiten: feiten.yaml", "taal": "Taal: taal.yaml",
          "site": "Een taal: talen/…/site.yaml", "stand": "Wat is vertaald: talen/…/stand.yaml",
          "vragenlijsten-geschiedenis": "Versies van vragenlijsten: vragenlijsten-geschiedenis.yaml"}
# Keys that only a layer has, with what they do.
LAYER_KEYS = {
    "verborgen": {"enum": ["ja", "nee"], "description": "ja: dit uit de basis gebruikt jullie school niet."},
    "overslaan": {"enum": ["ja", "nee"], "description": "ja: de weg gaat langs deze stap door naar de volgende."},
    "na": {"type": "string", "description": "Na welk ding uit de basis dit nieuwe komt."},
    "bij": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "description": "Bij welke uitgang van de stap bij ‘na’ deze nieuwe stap komt."},
}


def fields_page() -> str:
    """All fields with an example of each, in Markdown."""
    parts = []
    kinds = {**SINGLE_FILES, **{name: model for name, model in FOLDERS.items() if name != "wegwijzers"}}
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
            found += _models(inside, path + (info.alias,))
    return found


def _list(kind: str, path: tuple[str, ...], model: type[Strict]) -> tuple:
    """Every key of a thing: its name, whether it has to be there, what it is, and how it looks."""
    items = []
    for info in model.model_fields.values():
        needed = el("span", {"class": "badge"}, "verplicht") if info.is_required() else None
        items.append(el("div", {"class": "field-entry"},
                        el("dt", None, el("code", None, info.alias), " ", needed),
                        el("dd", None, el("p", None, info.description + _choices(info.annotation)),
                           el("pre", {"class": "field-example"}, el("code", None, example(kind, path, info.alias))))))
    return el("dl", {"class": "field-list"}, items)


def _whole_example(kind: str) -> tuple:
    """A whole file with every key in it. Nobody needs them all."""
    return el("details", None, el("summary", None, f"Een heel bestand met al deze sleutels ({TITLES[kind]})"),
              el("pre", None, el("code", {"tabindex": "0", "role": "region", "aria-label": f"Voorbeeld: {TITLES[kind]}"},
                               example_file(kind)[1])))


def _choices(annotation: Any) -> str:
    """The words to choose from, when there is a fixed set."""
    words = [word or "(leeg)" for word in choices_of(annotation)]
    return f" Kies uit: {', '.join(words)}." if words else ""


def json_schemas() -> dict[str, str]:
    """File name -> JSON Schema text, for editors."""
    schemas = {}
    for name, model in {**SINGLE_FILES, **EXTRA_FILES, **LANGUAGE_FILES, **FOLDERS}.items():
        schema = model.model_json_schema(by_alias=True)
        schema["title"] = TITLES.get(name, TITLES["protocollen"])
        schemas[f"{name}.json"] = _as_text(schema)
        if name in (*LAYER_FILES, *FOLDERS):
            schemas[f"eigen/{name}.json"] = _as_text(_for_layer(schema))
    return schemas


def _as_text(schema: dict) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _for_layer(schema: dict) -> dict:
    """The schema of the same file in a layer: nothing is required, and there is `veld+`, `verborgen` and `na`."""
    layer = copy.deepcopy(schema)
    for thing in [layer, *layer.get("$defs", {}).values()]:
        if "properties" not in thing:
            continue
        thing.pop("required", None)
        known = thing["properties"]
        added = {f"{key}+": value for key, value in known.items() if value.get("type") == "array"}
        thing["properties"] = LAYER_KEYS | {key: {"anyOf": [value, {"type": "null"}], "description": value.get("description", "")}
                               for key, value in known.items()} | added
    layer["title"] += " (eigen laag)"
    return layer


def write_schemas(root: Path) -> list[Path]:
    """Write the schemas under `root`/protocol/.schema. Returns the files that changed."""
    folder = root / "protocol" / ".schema"
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, text in json_schemas().items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


if __name__ == "__main__":
    for written in write_schemas(Path.cwd()):
        print(f"geschreven: {written}", file=sys.stderr)
