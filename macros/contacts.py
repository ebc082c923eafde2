"""The people of the school: names that are not filled in yet, and who stands on which page."""
import re

from macros.problems import Problem
from macros.schema.school import Contact, School
from macros.validate import problem_at

BOARD = "bestuur"
# What stands where a name should be. A name has at least two letters beside these words.
_NO_NAME = re.compile(r"\b(?:naam|namen|invullen|vul|in|nog|volgt|onbekend|nvt|tbd|xx+)\b|n\.?v\.?t\.?|t\.?b\.?d\.?", re.IGNORECASE)


def is_name(text: str) -> bool:
    """False for a placeholder such as ‘Naam invullen’, dots or dashes."""
    return len(re.findall(r"[^\W\d_]", _NO_NAME.sub("", text))) >= 2


def nameless(school: School) -> list[Contact]:
    """Contacts without a name of their own."""
    return [contact for contact in school.contacts if not is_name(contact.name)]


def for_everyone(school: School) -> list[Contact]:
    """Whom a pupil or parent turns to first. The board is for a complaint, unless it is all there is."""
    return [contact for contact in school.contacts if contact.role != BOARD] or school.contacts


def board(school: School) -> Contact | None:
    """The contact of the board, when it can be reached: a name, and a number or address."""
    return next((contact for contact in school.contacts
                 if contact.role == BOARD and is_name(contact.name) and (contact.phone or contact.mail)), None)


def check_contacts(school: School) -> list[Problem]:
    """What is missing. For a school that is no example a name that is missing is a mistake, for it would be published."""
    if school.example:
        return []
    return [*_without_name(school, warning=False), *_without_board(school)]


def still_to_fill(school: School) -> list[Problem]:
    """What the example school leaves open: reported as something to do, for the site works without it."""
    return [*_without_name(school, warning=True), *_without_board(school)] if school.example else []


def _without_name(school: School, warning: bool) -> list[Problem]:
    return [problem_at(contact, "naam", warning=warning, message=f"bij ‘{contact.role}’ staat nog geen naam. Vul de naam in, "
                                                                 "of haal deze contactpersoon weg.") for contact in nameless(school)]


def _without_board(school: School) -> list[Problem]:
    """The board answers for safety and takes reports about staff, so it must be known how to reach it."""
    if school.board or board(school) or any(contact.role == BOARD for contact in nameless(school)):
        return []
    return [problem_at(school, "contact", warning=True, message=f"er staat niet bij hoe iemand het bestuur bereikt. Zet een contact "
                       f"met rol: {BOARD} erbij, met telefoon of mail. Het bestuur hoort meldingen over iemand van de school.")]
