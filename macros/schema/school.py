"""The school itself, the helplines and the rule for acute danger."""

import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.schema.base import (
    Country,
    Date,
    ForAudience,
    HelplineId,
    Id,
    Number,
    RoleId,
    SchoolType,
    Source,
    Strict,
    Text,
    Texts,
    Title,
    Url,
    YesNo,
    field,
)
from macros.schema.calendar import FreeDays, MonthDay, Region
from macros.schema.countries import CODES_IN_WORDS, TYPES_IN_WORDS
from macros.schema.marks import Form
from macros.schema.people import Word

Phone = Annotated[
    str,
    StringConstraints(pattern=r"^\+?[0-9][0-9 ()/-]{1,24}$"),
    Form("Schrijf een telefoonnummer met cijfers, spaties en streepjes."),
]
Mail = Annotated[
    str,
    StringConstraints(pattern=r"^[^@\s:,;<>?&#%/\"'\\]+@[^@\s:,;<>?&#%/\"'\\]+\.[^@\s:,;<>?&#%/\"'\\]+$"),
    Form("Schrijf een mailadres zoals naam@school.nl."),
]


class Contact(Strict):
    """Somebody a pupil, parent or colleague can turn to."""

    role: RoleId = field("rol", "De rol uit rollen.yaml.")
    name: Title = field("naam", "De naam zoals leerlingen en ouders die kennen.", translated=True)
    phone: Phone | None = field("telefoon", "Telefoonnummer.", None)
    mail: Mail | None = field("mail", "Mailadres.", None)
    place: Title | None = field(
        "waar", "Waar je deze persoon vindt, bijvoorbeeld: lokaal 12, maandag en donderdag.", None, translated=False
    )
    substitute: Title | None = field("vervanger", "Naar wie je gaat als deze persoon ziek of vrij is.", None, translated=False)
    substitute_phone: Phone | None = field("vervanger_telefoon", "Telefoonnummer van de vervanger.", None)


class Board(Strict):
    """The board of the school: who answers there, and when one goes there. Source: R-34."""

    name: Title = field("naam", "De naam van het schoolbestuur.", translated=True)
    person: Title = field("contact", "Wie daar meldingen en klachten aanneemt: een naam of een functie.", translated=False)
    phone: Phone | None = field("telefoon", "Telefoonnummer.", None)
    mail: Mail | None = field("mail", "Mailadres.", None)
    escalation: Text = field("escalatie", "Wanneer je naar het bestuur gaat, in één of twee zinnen.", translated=False)


class School(Strict):
    """The one file a school must edit."""

    example: YesNo = field("voorbeeld", "ja zolang dit nog de voorbeeldschool is. Zet op nee als alles is ingevuld.")
    name: Title = field("naam", "De naam van de school.", translated=True)
    town: Title | None = field(
        "plaats", "De plaats waar de school staat. Handig als het bestuur meer scholen heeft.", None, translated=False
    )
    country: Country = field("land", f"{CODES_IN_WORDS}.")
    school_type: SchoolType = field("onderwijs", f"{TYPES_IN_WORDS}.")
    site: Url | None = field("website", "De gewone website van de school.", None)
    protocol: Annotated[Id, Form("Schrijf de naam van een bestand uit de map protocollen, zonder .yaml.")] = field(
        "protocol", "Het protocol dat deze school volgt."
    )
    leave_to: Url = field("snel_weg", "Waar de knop 'Snel weg' naartoe gaat: een onopvallende pagina.")
    contacts: list[Contact] = field("contact", "Bij wie je terechtkunt. De eerste staat op elke pagina.", min_length=1)
    board: Board | None = field("bestuur", "Het schoolbestuur. Verplicht bij meer locaties.", None)
    holidays: Region | None = field(
        "vakanties", "Welke schoolvakanties gelden. eigen: alleen die met regio eigen in vakanties.yaml.", None
    )
    free_days: list[FreeDays] = field("vrije_dagen", "Dagen waarop deze school zelf dicht is, zoals een studiedag.", [])
    trimesters: list[MonthDay] = field(
        "trimesters", "Wanneer ‘elk trimester’ valt: maand-dag. Weglaten betekent: 12-01, 03-15 en 06-01.", []
    )
    meetings: list[Date] = field(
        "vergaderingen", "De dagen (jjjj-mm-dd) waarop de ‘volgende vergadering’ uit jullie protocol valt.", []
    )
    keep: YesNo = field(
        "bewaren", "nee als personeel de site niet op een apparaat mag bewaren; wat al bewaard is, verdwijnt dan.", True
    )
    for_makers: YesNo = field(
        "uitleg_voor_makers",
        "nee als wat voor makers is, niet op jullie site hoeft: schrijven, publiceren, keuzes. Geldt als voorbeeld op nee staat.",
        True,
    )
    words: dict[Id, Word] = field("woorden", "Eigen woorden van de school, bijvoorbeeld voor mentor.", {})


class FromElsewhere(Strict):
    """What was taken over from a source: when it was read, and when a school tried it itself."""

    read: Date | None = field("gelezen", "Datum waarop de bron voor het laatst is gelezen (jjjj-mm-dd).", None, free=True)
    checked: Date | None = field(
        "gecontroleerd",
        "Alleen voor een school: de dag waarop jullie dit zelf nakeken, bijvoorbeeld door te bellen (jjjj-mm-dd).",
        None,
        free=True,
        no_choice=True,
    )

    @property
    def seen(self) -> datetime.date | None:
        """When somebody last looked at it: read the source, or tried it."""
        return max((date for date in (self.read, self.checked) if date), default=None)

    @property
    def last_seen(self) -> datetime.date:
        """The same of content without errors: that always has a date. Raises ValueError without one."""
        if self.seen is None:
            raise ValueError("taken over from a source that nobody read")
        return self.seen


class Helpline(ForAudience, FromElsewhere):
    """A helpline or service outside the school."""

    thing = "Hulplijn"
    id: Id = field("id", "Vaste naam.")
    name: Title = field("naam", "De naam.", translated=True)
    for_whom: Text = field("voor_wie", "Voor wie en waarvoor, in één zin.", translated=True)
    groups: list[
        Literal[
            "nood",
            "direct",
            "praten",
            "zelfdoding",
            "thuis",
            "online",
            "seksueel",
            "discriminatie",
            "ouders",
            "klacht",
            "school",
            "politie",
            "kinderen",
        ]
    ] = field("groepen", "Waarbij deze hulplijn getoond wordt.", min_length=1)
    phone: Phone | None = field("telefoon", "Telefoonnummer.", None)
    site: Url | None = field("site", "Webadres.", None)
    hours: Text | None = field("uren", "Wanneer bereikbaar. Niet zeker? Schrijf dan waar de uren staan.", None, translated=True)
    unanswered: Text | None = field(
        "geen_gehoor", "Wat je doet als niemand opneemt, of als het druk of gesloten is.", None, translated=True
    )
    free: YesNo = field("gratis", "ja als bellen gratis is.", False)
    status: Literal["overgenomen", "nagekeken", "nakijken"] = field(
        "status",
        "overgenomen: uit een bron, niet gebeld; staat op de site. nagekeken: door jullie school zelf; staat op de "
        "site. nakijken: alleen op de lijst voor de school.",
    )
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", min_length=1)
    source_year: Number | None = field("bron_van", "Uit welk jaar de bron is, als dat bekend is.", None, free=True)

    @property
    def shown(self) -> bool:
        """Whether it stands on the site."""
        return self.status != "nakijken"


class Helplines(Strict):
    helplines: list[Helpline] = field("hulplijnen", "Alle hulplijnen.", min_length=1)


class Danger(ForAudience):
    """One situation of acute danger: what to do, whom to call."""

    thing = "Situatie"
    id: Id = field("id", "Vaste naam.")
    reader: Literal["leerling", "ouder", "personeel"] = field(
        "lezer", "Voor wie dit is geschreven. Een vertaalde site toont alleen wat voor leerlingen en ouders is.", "personeel"
    )
    situation: Title = field("situatie", "Wat er aan de hand is.", translated=True)
    do: Texts = field("doe", "Wat je doet, in volgorde.", translated=True)
    call: list[HelplineId] = field("bel", "Hulplijnen uit hulplijnen.yaml.", [])
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Dangers(FromElsewhere):
    intro: Text = field("kort", "Wanneer deze regel geldt, in één of twee zinnen.", translated=True)
    dangers: list[Danger] = field("gevaar", "Situaties waarin je eerst iets anders doet.", min_length=1)
