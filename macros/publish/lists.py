"""The plain data of the lists that a reader fills in on the screen, made from checked content."""

from __future__ import annotations

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import route_path
from macros.publish.shapes import AgreementsData, GroupData, Onward, SignalsData
from macros.schema.collection import Collection, Group


def signals_data(collection: Collection, content: Content, links: Links) -> SignalsData:
    """A list of signals as widgets.core.signals reads it."""
    return {
        "id": collection.id,
        "danger_href": links.to("nu-gevaar"),
        "meeting": content.vocabulary.name("leerlingbespreking", article=True),
        "places": [{"id": place, "text": text} for place, text in _places(content)],
        "onward": _onward(content, links),
        "groups": [
            {**_group_data(group), "explanation": group.explanation, "danger": group.danger, "blank": group.blank}
            for group in collection.groups
        ],
    }


def agreements_data(collection: Collection, content: Content, links: Links) -> AgreementsData:
    """A list of agreements as widgets.core.agreements reads it: the last group with blank lines is for own agreements."""
    own = [group for group in collection.groups if group.blank]
    return {
        "id": collection.id,
        "title": collection.title,
        "groups": [_group_data(group) for group in collection.groups if group.entries],
        "own": {"id": own[-1].id if own else "eigen", "title": own[-1].title if own else "Onze eigen afspraken"},
    }


def _group_data(group: Group) -> GroupData:
    """A group with its entries. Their ids hold for one visit only: nothing is stored."""
    return {
        "id": group.id,
        "title": group.title,
        "entries": [
            {"id": f"{group.id}-{number}", "text": entry.text, "explanation": entry.explanation or ""}
            for number, entry in enumerate(group.entries, 1)
        ],
    }


def _onward(content: Content, links: Links) -> list[Onward]:
    """What follows after a list of signals: the protocol of this school, and the first conversation in it."""
    protocol = content.protocols[content.school.protocol]
    ways: list[Onward] = [{"label": f"Volg ons protocol: {protocol.title}", "href": links.to(route_path(protocol, content))}]
    first = next((step.guide for step in protocol.steps if step.guide), None)
    if first:
        ways.append({"label": f"Praat eerst: {content.guides[first].title}", "href": links.to(f"gesprekken/{first}")})
    return ways


def _places(content: Content) -> list[tuple[str, str]]:
    """Where something can be seen: (id, as the summary says it)."""
    return [
        ("klas", "in de klas"),
        ("gang", "op de gang"),
        ("plein", "op " + content.vocabulary.name("schoolplein", article=True)),
        ("online", "online"),
        ("onderweg", "onderweg"),
        ("thuis", "thuis gehoord"),
        ("elders", "op een andere plek"),
    ]
