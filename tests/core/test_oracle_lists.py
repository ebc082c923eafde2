"""The summary of signals, put together from a heap of notes instead of from the list."""

import datetime
import random

import pytest

from tests.cases_lists import small_signals
from tests.oracles import days
from widgets.core import signals

PLACES = {"klas": "in de klas", "plein": "op het plein", "": "plek niet opgeschreven"}
WEEKS = {
    "week-0": "Deze week",
    "week-1": "Vorige week",
    "week-2": "Twee weken geleden",
    "week-3": "Drie weken geleden",
    "earlier": "Eerder",
}
TEXTS = {"eerst-1": "Doet zichzelf pijn", "school-1": "Is vaak alleen", "school-2": "Is spullen kwijt <b>"}
OWN = ["eigen-eigen-1", "eigen-eigen-2"]


@pytest.mark.parametrize("seed", range(40))
def test_any_summary(seed):
    chance, content = random.Random(seed), small_signals()
    model, notes = signals.init(content), {}  # entry -> [week, place, text]
    today = None
    if chance.random() < 0.8:
        today = datetime.date(2026, 8, 1) + datetime.timedelta(chance.randint(0, 400))
        model = signals.update(content, model, ("day-began", today.isoformat()))
    for _ in range(chance.randint(0, 14)):
        entry = chance.choice([*TEXTS, *OWN])
        choice = chance.random()
        if entry in OWN and (entry not in notes or choice < 0.3):
            text = chance.choice(["Huilde", "Liep weg", ""])
            model = signals.update(content, model, ("described", entry, text))
            notes.setdefault(entry, ["week-0", "", text])[2] = text
            notes = {one: note for one, note in notes.items() if note[2]}
        elif entry in TEXTS and (entry not in notes or choice < 0.3):
            ticked = entry not in notes or chance.random() < 0.5
            model = signals.update(content, model, ("ticked", entry, "ja" if ticked else ""))
            notes |= {entry: notes.get(entry, ["week-0", "", TEXTS[entry]])}
            notes = notes if ticked else {one: note for one, note in notes.items() if one != entry}
        elif choice < 0.65:
            notes[entry][0] = chance.choice(list(WEEKS))
            model = signals.update(content, model, ("dated", entry, notes[entry][0]))
        else:
            notes[entry][1] = chance.choice(list(PLACES))
            model = signals.update(content, model, ("placed", entry, notes[entry][1]))
    paragraphs = ["Wat ons opviel: samenvatting voor de leerlingbespreking"]
    paragraphs += [f"Opgeschreven op {days.long(today)}."] if today else []
    paragraphs += ["Eerst hulp: volg meteen de pagina ‘Nu gevaar?’."] if "eerst-1" in notes else []
    for number, (week, words) in enumerate(WEEKS.items()):
        if today and week != "earlier":
            first = today - datetime.timedelta(today.weekday(), weeks=number)
            words = f"In de week van {first.day} {days.MONTHS[first.month - 1]}"
        for place, where in PLACES.items():
            here = [f"- {notes[one][2]}" for one in [*TEXTS, *OWN] if one in notes and notes[one][:2] == [week, place]]
            paragraphs += ["\n".join([f"{words}, {where}:", *here])] if here else []
    paragraphs.append(
        "Eén signaal bewijst niets, en meer signalen samen ook niet. Ze zijn wel een reden om te praten.\n"
        "Deze lijst zegt niets over wie pest."
    )
    assert signals.summary_text(content, model) == "\n\n".join(paragraphs) + "\n"


def test_an_own_line_beside_what_asks_for_help_first_asks_for_it_too():
    content = small_signals()
    content["groups"][0]["blank"] = 1
    model = signals.update(content, signals.init(content), ("described", "eerst-eigen-1", "Zei iets"))
    assert "Eerst hulp: volg meteen de pagina ‘Nu gevaar?’." in signals.summary_text(content, model)
