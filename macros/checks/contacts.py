"""The people of the school: names that are not filled in yet, the board, and numbers to call."""

import re

from macros.schema.school import Contact, School
from macros.schema.validate import in_own_file, problem_at
from macros.source.problems import Problem, told
from widgets.core.names import is_name


def dialled(phone: str) -> str:
    """A number as a link dials it: "02/123 45 67" is 021234567, and "+31 (0)20 123" is +3120123 (RFC 3966, 3 and 5.1.4)."""
    kept = phone.replace("(0)", "") if phone.startswith("+") else phone
    return re.sub("[^0-9+]", "", kept)


def nameless(school: School) -> list[Contact]:
    """Contacts without a name of their own."""
    return [contact for contact in school.contacts if not is_name(contact.name)]


def check_contacts(school: School) -> list[Problem]:
    """What is missing. For a school that is no example a name that is missing is a mistake, for it would be published."""
    wrong = [
        problem_at(contact, "vervanger_telefoon", message=told("substitute-without-name"))
        for contact in school.contacts
        if contact.substitute_phone and not contact.substitute
    ]
    if school.example:
        return wrong
    wrong += [
        problem_at(contact, "vervanger", message=told("substitute-no-name", name=contact.substitute))
        for contact in school.contacts
        if contact.substitute and not is_name(contact.substitute)
    ]
    return [*_without_name(school, warning=False), *wrong, *without_board(school)]


def still_to_fill(school: School) -> list[Problem]:
    """What the example school leaves open: reported as something to do, for the site works without it."""
    return [*_without_name(school, warning=True), *without_board(school)] if school.example else []


def _without_name(school: School, warning: bool) -> list[Problem]:
    return [
        Problem(*_place_of_name(school, contact), told("contact-without-name", role=contact.role), warning)
        for contact in nameless(school)
    ]


def _place_of_name(school: School, contact: Contact) -> tuple[str, int]:
    """Where the name stands; a school that took the contacts over from the example says them in its own file."""
    place: tuple[str, int] = contact._document.place((*contact._path, "naam"))
    return in_own_file(school, "contact") if place[0] != in_own_file(school, "contact")[0] else place


def without_board(school: School) -> list[Problem]:
    """The board answers for safety and takes reports about staff, so it must be known how to reach it. Source: R-34."""
    if school.board:
        return []
    return [Problem(*in_own_file(school, "contact"), told("board-missing"), warning=True)]
