"""Who somebody can turn to at school: a card per person, with numbers and addresses to tap."""

from macros.checks.contacts import dialled
from macros.content.languages import left_to_right, say
from macros.content.model import Content
from macros.render.shared import capital
from macros.schema.school import Contact
from widgets.core.html import el, to_html


def contacts(content: Content) -> str:
    """Everybody that the school names, as HTML."""
    return to_html(contact_list(content.school.contacts, content))


def contact_list(people: list[Contact], content: Content) -> tuple:
    return el("ul", {"class": "contacts"}, [el("li", None, contact_view(contact, content)) for contact in people])


def contact_view(contact: Contact, content: Content) -> list:
    """ "De coördinator pesten: naam, telefoon, mail, waar. Niet bereikbaar? Vraag naar …" with links."""
    details: list = [el("strong", None, contact.name)]
    details += [telephone(contact.phone, content)] if contact.phone else []
    details += [el("a", {"href": f"mailto:{contact.mail}"}, left_to_right(content, contact.mail))] if contact.mail else []
    details += [contact.place] if contact.place else []
    parts = [capital(content.spoken.name(contact.role, article=True)), ": ", *_joined(details)]
    return [*parts, ". ", *stand_in(contact, content)] if contact.substitute else parts


def stand_in(contact: Contact, content: Content) -> list:
    """Whom to ask for when a contact is ill or away, with a number to tap."""
    before, _, after = say(content, "Niet bereikbaar? Vraag naar {1}.", "\0").partition("\0")
    return [before, *stand_in_person(contact, content), after]


def stand_in_person(contact: Contact, content: Content) -> list:
    """The one who stands in for a contact: name and number. Nothing without one."""
    number = [telephone(contact.substitute_phone, content)] if contact.substitute_phone else []
    return _joined([*([contact.substitute] if contact.substitute else []), *number])


def telephone(number: str, content: Content) -> tuple:
    return el("a", {"href": "tel:" + dialled(number)}, left_to_right(content, number))


def _joined(parts: list) -> list:
    return [piece for place, part in enumerate(parts) for piece in ((", ", part) if place else (part,))]
