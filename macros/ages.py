"""How long ago something was read through: content that is too old, or dated in the future, is reported."""
import datetime

from macros.problems import Problem
from macros.schema.base import Strict
from macros.schema.school import FromElsewhere
from macros.validate import problem_at

PAGE_DAYS = 365
HELPLINE_DAYS = 180   # numbers and hours change sooner than advice


def today() -> datetime.date:
    """The date against which dates of review are held."""
    return datetime.date.today()


def check_seen(model: FromElsewhere) -> list[Problem]:
    """Problems with the dates of a number or a rule that was taken over from a source."""
    if model.seen is None:
        return [problem_at(model, "gelezen", message="hier staat niet wanneer de bron is gelezen. Zet de dag bij gelezen. Keken "
                                                     "jullie het zelf na? Zet die dag dan bij gecontroleerd.")]
    key = "gecontroleerd" if model.seen == model.checked else "gelezen"
    if (today() - model.seen).days < -1:
        return [problem_at(model, key, message="deze datum ligt in de toekomst. Zet er de dag van lezen of nakijken neer.")]
    if (today() - model.seen).days > HELPLINE_DAYS:
        return [problem_at(model, key, message="hier keek langer dan een half jaar niemand naar. Bel of open het zelf, en zet "
                                               "de dag bij gecontroleerd.", warning=True)]
    return []


def check_age(model: Strict, most_days: int) -> list[Problem]:
    """Problems with the date `gecontroleerd` of a part of the content."""
    days = (today() - model.checked).days
    if days < -1:
        return [problem_at(model, "gecontroleerd", message="deze datum ligt in de toekomst. Zet er de dag neer waarop "
                                                             "je het las.")]
    if days > most_days:
        period = "een jaar" if most_days == PAGE_DAYS else "een half jaar"
        return [problem_at(model, "gecontroleerd", message=f"deze datum is meer dan {period} oud. Lees "
                                                           "alles na en pas de datum aan.", warning=True)]
    return []
