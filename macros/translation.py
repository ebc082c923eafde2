"""A translation as a layer of texts: protocol/talen/<language>/<the same path>.yaml, with the same shape by id.

A translation only replaces texts. What it leaves out stays Dutch, and so does every text whose Dutch changed since it
was translated: nobody may read a promise that the school no longer makes. Which Dutch texts were translated is in
stand.yaml of the language, as short fingerprints; `make vertaald` writes it.
"""
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.problems import Problem, near_miss
from macros.schema.tables import TRANSLATED
from macros.source import Document, read
from macros.words import PLACEHOLDER, owner_of

FOLDER = "talen"
SITE, STATE = "site", "stand"
FORMS = "vormen"


@dataclass
class Layer:
    """The translation of one file while it is laid over the Dutch."""
    dutch: Document
    own: Document
    known: set[str]                                             # fingerprints of the Dutch texts that were translated
    translated: set[tuple] = field(default_factory=set)         # places in the Dutch file
    names: dict[str, str] = field(default_factory=dict)         # placeholder -> id of the word
    seen: list[str] = field(default_factory=list)               # fingerprints of all texts that have a translation

    def problem(self, path: tuple, message: str, warning: bool = False) -> None:
        self.own.problems.append(Problem(self.own.file, self.own.line(path), message, warning))


def fingerprint(text: str) -> str:
    """Six characters that change with the text; spaces and line breaks do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:6]


def translate(name: str, document: Document, folder: Path, known: set[str], names: dict[str, str],
              before: Document | None = None) -> Layer | None:
    """Lay the translation of a file over `document` (in place), if `folder` has one. Returns what was done, or None.

    `name` is as in protocol/: "vragenlijsten/x". A school's own layer is in `document` already, so a text that the
    school changed is a text that was not translated. `before` is then the file without that layer: a translation is
    right when it fits that, and what it says of a part that the school hid is left out.

    After that `document.value` is translated, `document.dutch` what it was, `document.translated` the places that
    are in the other language. Mistakes are in the problems of the layer's own document.
    """
    document.dutch = document.value
    document.files, document.lines = dict(document.files), dict(document.lines)
    path = folder / f"{name}.yaml"
    if not path.is_file() or document.value is None:
        return None
    own = read(path, folder.parent.parent.parent)
    layer = Layer(document, own, known, names=names)
    if own.value is not None:
        document.value = _merged(layer, document.value, own.value, (), ())
        document.translated = layer.translated
        if before is not None:
            notices = [problem for problem in own.problems if problem.warning]
            own.problems.clear()
            base = before.fresh()
            base.files, base.lines = dict(base.files), dict(base.lines)
            _merged(Layer(base, own, known, names=names), base.value, own.value, (), ())
            own.problems[:] = [problem for problem in own.problems if not problem.warning] + notices
    return layer


def _merged(layer: Layer, dutch: Any, own: Any, path: tuple, place: tuple) -> Any:
    """The Dutch value at `path` with the translation at `place` laid over it."""
    if isinstance(dutch, dict) and isinstance(own, dict):
        return _mapping(layer, dutch, own, path, place)
    if isinstance(dutch, list) and isinstance(own, list):
        if dutch and all(isinstance(item, dict) and key_of(item) for item in dutch):
            return _by_id(layer, dutch, own, path, place)
        if len(dutch) != len(own):
            layer.problem(place, f"hier horen {len(dutch)} regels, net als in het Nederlands. Het zijn er {len(own)}.")
            return dutch
        return [_merged(layer, one, other, path + (number,), place + (number,))
                for number, (one, other) in enumerate(zip(dutch, own))]
    if isinstance(dutch, str) and isinstance(own, str):
        return _text(layer, dutch, own, path, place)
    layer.problem(place, "hier staat iets anders dan in het Nederlands. Neem de vorm van het Nederlandse bestand over.")
    return dutch


def _mapping(layer: Layer, dutch: dict, own: dict, path: tuple, place: tuple) -> dict:
    result = dict(dutch)
    for key, value in own.items():
        if key == FORMS and "naam" in dutch:
            result[FORMS] = value
        elif key in ("id", "naar"):
            continue   # names the part, see key_of
        elif key not in dutch:
            layer.problem(place + (key,), f"‘{key}’ staat niet op deze plek in het Nederlandse bestand."
                          f"{near_miss(key, dutch) or ' Haal deze regel weg.'}")
        elif _is_text(dutch[key]) and key not in TRANSLATED:
            layer.problem(place + (key,), f"‘{key}’ wordt niet vertaald. Haal deze regel weg.")
        else:
            result[key] = _merged(layer, dutch[key], value, path + (key,), place + (key,))
    return result


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def key_of(item: dict) -> str:
    """What a translator calls a part of a list: its id; for an exit without one, the step it leads to."""
    name = item.get("id") or item.get("naar")
    return name if isinstance(name, str) else ""


def _by_id(layer: Layer, dutch: list, own: list, path: tuple, place: tuple) -> list:
    places = {key_of(item): number for number, item in enumerate(dutch)}
    result = list(dutch)
    seen: set[str] = set()
    for number, item in enumerate(own):
        here = place + (number,)
        item_id = key_of(item) if isinstance(item, dict) else ""
        if item_id not in places:
            layer.problem(here + ("id",), f"de id ‘{item_id}’ bestaat niet in het Nederlandse bestand."
                          f"{near_miss(item_id, places) or ' Neem de id uit het Nederlands over.'}")
        elif item_id in seen:
            layer.problem(here + ("id",), f"de id ‘{item_id}’ staat er al. Vertaal elk deel één keer.")
        else:
            seen.add(item_id)
            at = places[item_id]
            result[at] = _merged(layer, dutch[at], item, path + (at,), here)
    return result


def _text(layer: Layer, dutch: str, own: str, path: tuple, place: tuple) -> str:
    layer.seen.append(fingerprint(dutch))
    wanted, found = words_in(dutch, layer.names), words_in(own, layer.names)
    for name in sorted(wanted - found):
        layer.problem(place, f"het woord {{{name}}} uit het Nederlands ontbreekt. Zet het in de vertaling.")
    for name in sorted(found - wanted):
        near = near_miss(name, [*layer.names, *wanted]) if name not in layer.names.values() else ""
        layer.problem(place, f"het woord {{{name}}} staat niet in het Nederlands.{near or ' Haal het weg.'}")
    if wanted != found:
        return dutch
    if layer.seen[-1] not in layer.known:
        layer.problem(place, "de Nederlandse tekst is sindsdien veranderd. De site toont hier Nederlands. "
                             "Kijk de vertaling na en typ: make vertaald", warning=True)
        return dutch
    layer.translated.add(path)
    layer.dutch.files[path], layer.dutch.lines[path] = layer.own.place(place)
    return own


def words_in(text: str, names: dict[str, str]) -> set[str]:
    """The ids of the school words in a text, whatever their form: {de mentor} and {mentor:dat} are both mentor."""
    found = set()
    for match in PLACEHOLDER.finditer(text):
        name = owner_of(match.group(1))
        found.add(names.get(name, name))
    return found


def dutch_part(model: Any, *keys: Any) -> dict[str, str] | None:
    """Attributes for a text that stayed Dutch on a page in another language, else None."""
    document = model._document
    if document is None or document.dutch is None or model._path + keys in document.translated:
        return None
    return {"lang": "nl", "dir": "ltr"}
