"""Whom to call or ask: helplines and the people of the school, as data and as lines of text."""

from __future__ import annotations

import datetime

from macros.checks.contacts import dialled
from macros.content.languages import left_to_right, say
from macros.content.model import Content
from macros.content.translation import dutch_part
from macros.publish.questionnaire_shapes import ContactData, HelplineData
from macros.schema.school import Contact, Helpline
from widgets.core.dates import MONTHS


def helplines_data(group: str, content: Content) -> list[HelplineData]:
    """The helplines of a group. Lines that the school still has to check are never shown."""
    return [helpline_data(line, content) for line in content.helplines.values() if group in line.groups and line.shown]


def helpline_data(line: Helpline, content: Content, brief: bool = False) -> HelplineData:
    """One helpline with its links, its hours and what to do when nobody answers. `brief`: without for whom it is."""
    site = line.site or ""
    parts = {
        "uren": say(content, "Bereikbaar: {1}.", line.hours.rstrip(".")) if line.hours else "",
        "voor_wie": "" if brief and "nood" not in line.groups else line.for_whom,
        "gratis": say(content, "Bellen is gratis.") if line.free and line.phone else "",
        "geen_gehoor": line.unanswered or "",
        "gecontroleerd": say(content, "Onze school keek dit na op {1}.", _day(line.checked, content)) if line.checked else "",
    }
    dutch = any(parts[key] and dutch_part(line, key) for key in ("uren", "voor_wie", "geen_gehoor"))
    data: HelplineData = {
        "name": line.name,
        "hours": parts["uren"],
        "for_whom": " ".join(text for text in parts.values() if text),
        "phone": line.phone or "",
        "tel": dialled(line.phone or ""),
        "site": site,
        "site_text": site.removeprefix("https://").removeprefix("www.").rstrip("/"),
    }
    return {"in_dutch": True, **data} if dutch else data


def _day(date: datetime.date, content: Content) -> str:
    return f"{date.day} {say(content, MONTHS[date.month - 1])} {date.year}"


def contact_data(contact: Contact, content: Content) -> ContactData:
    """Somebody of the school as the widgets read it."""
    who = content.spoken.name(contact.role, article=True)
    return {
        "who": who[0].upper() + who[1:],
        "name": contact.name,
        "place": contact.place or "",
        "phone": contact.phone or "",
        "tel": dialled(contact.phone or ""),
        "mail": contact.mail or "",
        "otherwise": substitute_text(contact, content),
        "other_phone": left_to_right(content, contact.substitute_phone or ""),
        "other_tel": dialled(contact.substitute_phone or ""),
    }


def substitute_text(contact: Contact, content: Content) -> str:
    """Whom to ask for when a contact is ill or away; empty when the school named nobody."""
    return say(content, "Niet bereikbaar? Vraag naar {1}.", substitute_name(contact, content)) if contact.substitute else ""


def substitute_name(contact: Contact, content: Content) -> str:
    """Who stands in for a contact: "naam, telefoon"; empty without one."""
    return ", ".join(text for text in (contact.substitute, left_to_right(content, contact.substitute_phone or "")) if text)
