"""The JSON Schemas: `python -m macros.commands.schemas` writes protocol/.schema/*.json, so that editors complete and check."""

import copy
import json
import sys
from pathlib import Path

from macros.render.fields import TITLES
from macros.schema import EXTRA_FILES, FOLDERS, LANGUAGE_FILES, LAYER_FILES, OWN_FILES, SINGLE_FILES

# Keys that only a layer has, with what they do.
LAYER_KEYS = {
    "verborgen": {"enum": ["ja", "nee"], "description": "ja: dit uit de basis gebruikt jullie school niet."},
    "overslaan": {"enum": ["ja", "nee"], "description": "ja: de weg gaat langs deze stap door naar de volgende."},
    "na": {"type": "string", "description": "Na welk ding uit de basis dit nieuwe komt."},
    "bij": {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
        "description": "Bij welke uitgang van de stap bij ‘na’ deze nieuwe stap komt.",
    },
}


def json_schemas() -> dict[str, str]:
    """File name -> JSON Schema text, for editors."""
    schemas = {}
    for name, model in {**SINGLE_FILES, **EXTRA_FILES, **LANGUAGE_FILES, **FOLDERS}.items():
        schema = model.model_json_schema(by_alias=True)
        schema["title"] = TITLES.get(name, TITLES["protocollen"])
        schemas[f"{name}.json"] = _as_text(schema)
        if name in (*LAYER_FILES, *FOLDERS):
            schemas[f"eigen/{name}.json"] = _as_text(_for_layer(schema))
    for place, model in OWN_FILES.items():
        name = place.removesuffix(".yaml")
        schemas[f"{name}.json"] = _as_text({**model.model_json_schema(by_alias=True), "title": TITLES[name.rpartition("/")[2]]})
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
        thing["properties"] = (
            LAYER_KEYS
            | {
                key: {"anyOf": [value, {"type": "null"}], "description": value.get("description", "")}
                for key, value in known.items()
            }
            | added
        )
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
