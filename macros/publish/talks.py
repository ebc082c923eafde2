"""The plain data of one conversation guide, as widgets.core.talk reads it."""

from __future__ import annotations

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import role_names
from macros.publish.shapes import Block, BlockItems, BlockKind, Line, Pitfall, Reaction, TalkData, TalkPart
from macros.schema.guide import Guide, Phase


def talk_data(guide: Guide, content: Content, links: Links) -> TalkData:
    """A conversation guide in parts: what is empty is left out. Addresses are made by `links`."""
    people = f"Met {role_names(guide.with_, content)}" + (f", {guide.duration}" if guide.duration else "") + "."
    parts = [
        _part("voorwaarden", "Wanneer wel, wanneer niet", _block("list", guide.conditions)),
        _part(
            "vooraf",
            "Vooraf",
            _block("goal", [guide.goal]),
            _block("note", [people]),
            _block("checks", _ticks("vooraf", guide.before)),
        ),
        _part("eerste-zin", "Je eerste zin", _block("say", [guide.opening])),
        *(_phase(phase) for phase in guide.phases),
        _part(
            "wat-als",
            "Wat doe je als …",
            _block("reactions", [Reaction(when=reaction.when, then=reaction.then) for reaction in guide.reactions]),
        ),
        _part(
            "valkuilen",
            "Valkuilen",
            _block("pitfalls", [Pitfall(avoid=pitfall.avoid, instead=pitfall.instead) for pitfall in guide.pitfalls]),
        ),
        _part("afsluiten", "Afsluiten", _block("checks", _ticks("afsluiten", guide.closing))),
        _part("schrijf-op", "Schrijf op", _block("checks", _ticks("schrijf-op", guide.record))),
        _part("daarna", "Daarna", _block("list", guide.after)),
    ]
    return {
        "id": guide.id,
        "title": guide.title,
        "danger_href": links.to("nu-gevaar"),
        "parts": [part for part in parts if part["blocks"]],
    }


def _part(part_id: str, title: str, *blocks: Block) -> TalkPart:
    return {"id": part_id, "title": title, "blocks": [block for block in blocks if block["items"]]}


def _block(kind: BlockKind, items: BlockItems) -> Block:
    return {"kind": kind, "items": items}


def _phase(phase: Phase) -> TalkPart:
    """A phase, without a number of its own: the companion counts all its parts."""
    part_id = f"fase-{phase.id}"
    return _part(
        part_id,
        phase.title,
        _block("goal", [phase.goal] if phase.goal else []),
        _block("say", phase.say),
        _block("ask", _ticks(f"{part_id}-v", phase.questions, "")),
        _block("more", _ticks(f"{part_id}-e", phase.more, "")),
        _block("tips", phase.tips),
    )


def _ticks(prefix: str, texts: list[str], joint: str = "-") -> list[Line]:
    """Texts to tick, each with an id that stays the same as long as their order does."""
    return [{"id": f"{prefix}{joint}{number}", "text": text} for number, text in enumerate(texts, 1)]
