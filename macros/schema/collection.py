"""Lists: signals, forms, rules, agreements, prevention, measures, calendar, resources."""

from typing import Literal

from macros.schema.base import ForAudience, Id, Lockable, Number, Page, RoleId, Source, Text, Title, Url, YesNo, field
from macros.schema.decision import Decision


class Entry(ForAudience):
    """One line of a list."""

    thing = "Regel"
    id: Id | None = field("id", "Vaste naam, alleen nodig als er naar verwezen wordt.", None)
    text: Text = field("tekst", "De regel zelf, kort.", translated=True)
    explanation: Text | None = field("toelichting", "Uitleg of voorbeeld in één of twee zinnen.", None, translated=False)
    when: Text | None = field("wanneer", "Maand of moment, in woorden.", None, translated=False)
    who: list[RoleId] = field("wie", "Rollen uit rollen.yaml.", [])
    link: Url | None = field("link", "Webadres dat hierbij hoort.", None)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Group(ForAudience, Lockable):
    """Lines that belong together."""

    thing = "Groep"
    id: Id = field("id", "Vaste naam van deze groep.")
    title: Title = field("titel", "De kop boven deze groep.", translated=True)
    explanation: list[Text] = field("uitleg", "Alinea's boven de lijst.", [], translated=True)
    entries: list[Entry] = field("punten", "De regels van de lijst.", [])
    blank: Number = field("leeg", "Aantal lege regels om zelf in te vullen.", 0)
    danger: YesNo = field("nu_gevaar", "ja: wie hier iets aankruist, ziet meteen een link naar de pagina ‘Nu gevaar?’.", False)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Collection(Page):
    """A page that is a list."""

    kind: Literal["gewoon", "aankruisen", "kalender", "ondertekenen"] = field(
        "soort", "gewoon, aankruisen (vakjes), kalender (met maanden) of ondertekenen (met handtekeningen).", "gewoon"
    )
    tool: Literal["signaallijst", "klasblad"] | None = field(
        "hulpmiddel",
        "Wat de lezer op het scherm met de lijst kan: signaallijst (aankruisen en samenvatten) "
        "of klasblad (kiezen, aanvullen en printen).",
        None,
    )
    menu: Literal["herkennen", "voorkomen", "regelen"] = field("menu", "Onder welk kopje de pagina in het menu staat.")
    intro: list[Text] = field("inleiding", "Alinea's boven de lijst.", [], translated=False)
    caution: list[Text] = field("let_op", "Wat je niet moet doen of extra aandacht vraagt.", [], translated=True)
    decisions: list[Decision] = field("besluiten", "Maatregelen als tabel: wie beslist, hoe lang, en wie het hoort.", [])
    groups: list[Group] = field("groepen", "De lijst, in groepen.", min_length=1)
