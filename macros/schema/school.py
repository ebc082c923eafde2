"""The school itself, the helplines and the rule for acute danger."""
from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.schema.base import (Country, Date, ForAudience, Id, SchoolType, Source, Strict, Text, Texts, Title, Url,
                                YesNo, field)
from macros.schema.calendar import FreeDays, MonthDay, Region
from macros.schema.people import Word

Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ()/-]{1,24}$")]
Mail = Annotated[str, StringConstraints(pattern=r"^[^@\s:,;<>]+@[^@\s:,;<>]+\.[^@\s:,;<>]+$")]


class Contact(Strict):
    """Somebody a pupil, parent or colleague can turn to."""
    role: Id = field("rol", "De rol uit rollen.yaml.")
    name: Title = field("naam", "De naam zoals leerlingen en ouders die kennen.")
    phone: Phone | None = field("telefoon", "Telefoonnummer.", None)
    mail: Mail | None = field("mail", "Mailadres.", None)
    place: Title | None = field("waar", "Waar je deze persoon vindt, bijvoorbeeld: lokaal 12, maandag en donderdag.", None)


class Board(Strict):
    """The board of the school: who answers there, and when one goes there. Source: R-34."""
    name: Title = field("naam", "De naam van het schoolbestuur.")
    person: Title = field("contact", "Wie daar meldingen en klachten aanneemt: een naam of een functie.")
    phone: Phone | None = field("telefoon", "Telefoonnummer.", None)
    mail: Mail | None = field("mail", "Mailadres.", None)
    escalation: Text = field("escalatie", "Wanneer je naar het bestuur gaat, in één of twee zinnen.")


class School(Strict):
    """The one file a school must edit."""
    example: YesNo = field("voorbeeld", "ja zolang dit nog de voorbeeldschool is. Zet op nee als alles is ingevuld.")
    name: Title = field("naam", "De naam van de school.")
    town: Title | None = field("plaats", "De plaats waar de school staat. Handig als het bestuur meer scholen heeft.", None)
    country: Country = field("land", "nl (Nederland) of vl (Vlaanderen).")
    school_type: SchoolType = field("onderwijs", "po, so of vo in Nederland; basis of secundair in Vlaanderen.")
    site: Url | None = field("website", "De gewone website van de school.", None)
    protocol: Id = field("protocol", "Het protocol dat deze school volgt.")
    leave_to: Url = field("snel_weg", "Waar de knop 'Snel weg' naartoe gaat: een onopvallende pagina.")
    contacts: list[Contact] = field("contact", "Bij wie je terechtkunt. De eerste staat op elke pagina.", min_length=1)
    board: Board | None = field("bestuur", "Het schoolbestuur. Verplicht bij meer locaties.", None)
    holidays: Region | None = field(
        "vakanties", "Welke schoolvakanties gelden. eigen: alleen die met regio eigen in vakanties.yaml.", None)
    free_days: list[FreeDays] = field("vrije_dagen", "Dagen waarop deze school zelf dicht is, zoals een studiedag.", [])
    trimesters: list[MonthDay] = field(
        "trimesters", "Wanneer ‘elk trimester’ valt: maand-dag. Weglaten betekent: 12-01, 03-15 en 06-01.", [])
    keep: YesNo = field("bewaren", "nee als personeel de site niet op een apparaat mag bewaren; wat al bewaard is, verdwijnt "
                                   "dan.",
                        True)
    words: dict[Id, Word] = field("woorden", "Eigen woorden van de school, bijvoorbeeld voor mentor.", {})


class Helpline(ForAudience):
    """A helpline or service outside the school."""
    id: Id = field("id", "Vaste naam.")
    name: Title = field("naam", "De naam.")
    for_whom: Text = field("voor_wie", "Voor wie en waarvoor, in één zin.")
    groups: list[Literal["direct", "praten", "zelfdoding", "thuis", "online", "seksueel", "discriminatie", "ouders",
                         "klacht", "school", "politie", "kinderen"]] = field("groepen", "Waarbij deze hulplijn getoond wordt.",
                                                                             min_length=1)
    phone: Phone | None = field("telefoon", "Telefoonnummer.", None)
    site: Url | None = field("site", "Webadres.", None)
    hours: Text | None = field("uren", "Wanneer bereikbaar; alleen als het zeker is.", None)
    free: YesNo = field("gratis", "ja als bellen gratis is.", False)
    status: Literal["nagekeken", "nakijken"] = field(
        "status", "nagekeken: goed genoeg voor de site. nakijken: alleen op de lijst voor de school.")
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", min_length=1)
    checked: Date = field("gecontroleerd", "Datum waarop dit uit de bron is overgenomen (jjjj-mm-dd). In de eigen laag: de dag "
                                           "waarop de school zelf belde of keek.")


class Helplines(Strict):
    helplines: list[Helpline] = field("hulplijnen", "Alle hulplijnen.", min_length=1)


class Danger(ForAudience):
    """One situation of acute danger: what to do, whom to call."""
    id: Id = field("id", "Vaste naam.")
    situation: Title = field("situatie", "Wat er aan de hand is.")
    do: Texts = field("doe", "Wat je doet, in volgorde.")
    call: list[Id] = field("bel", "Hulplijnen uit hulplijnen.yaml.", [])
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Dangers(Strict):
    intro: Text = field("kort", "Wanneer deze regel geldt, in één of twee zinnen.")
    dangers: list[Danger] = field("gevaar", "Situaties waarin je eerst iets anders doet.", min_length=1)
    checked: Date = field("gecontroleerd", "Datum waarop deze tekst is bijgewerkt (jjjj-mm-dd). In de eigen laag: de dag "
                                           "waarop de school de tekst zelf nalas.")
