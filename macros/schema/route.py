"""Routes: protocols and decision trees. A route is data all the way; nothing else says what comes next."""

from typing import Literal

from macros.schema.base import (
    Duration,
    ForAudience,
    GuideId,
    Id,
    Length,
    Lockable,
    Number,
    Page,
    RoleId,
    RouteId,
    Source,
    StageId,
    StepId,
    StepInRoute,
    Strict,
    TermId,
    Text,
    Title,
    YesNo,
    field,
)

PREVIOUS = "vorige"
OWN_PROTOCOL = "eigen-protocol"


class Deadline(Strict):
    """When a step must be done at the latest."""

    within: Duration = field(
        "binnen",
        "Hoe snel: 'meteen', 'dezelfde schooldag', '2 schooldagen', '1 week', '1 maand'. "
        "Een termijn uit een wet loopt door in vakanties: '5 werkdagen', '10 kalenderdagen', '6 kalenderweken'. "
        "Voor de eerste dagen kan het in uren: '4 uur', '24 uur'. Of: 'volgende vergadering' (zie vergaderingen bij de school).",
    )
    after: StepId = field("na", "De stap waarvan je telt. 'vorige' is de stap hiervoor.", PREVIOUS)
    remark: Text | None = field(
        "let_op", "Uitzondering in één zin, bijvoorbeeld: meteen als het niet veilig is.", None, translated=True
    )
    only_sooner: YesNo = field(
        "alleen_eerder",
        "ja als het door de uitzondering alleen eerder kan, en nooit later. Dan is de termijn een belofte aan ouders.",
        False,
    )
    not_before: Length | None = field(
        "niet_voor",
        "Hoelang je minstens wacht, geteld vanaf dezelfde dag, bijvoorbeeld 5 schooldagen bedenktijd. Niet langer dan binnen.",
        None,
    )
    lasts: Length | None = field(
        "hoogstens",
        "Hoelang iets hoogstens duurt vanaf de dag dat het is gedaan, zoals een schorsing van 5 schooldagen.",
        None,
    )
    outside: YesNo = field(
        "van_buiten",
        "ja als iemand buiten de school dit doet, zoals een commissie. De school belooft deze termijn dan niet aan ouders.",
        False,
    )


class Exit(Strict):
    """One way out of a step."""

    named_by = ("naar",)
    thing = "Uitgang"
    id: Id | None = field("id", "Vaste naam van deze uitgang. Nodig als twee uitgangen naar dezelfde stap gaan.", None)
    label: Title | None = field(
        "als", "Wat er aan de hand is, in woorden. Staat op de knop en in de tekening.", None, translated=True
    )
    to: StepId = field("naar", "De stap die dan volgt.")
    former: list[Id] = field(
        "voorheen", "Hoe deze uitgang eerder heette. Zo blijven bewaarde zaken te openen.", [], no_choice=True
    )
    limit: Number | None = field(
        "hoogstens", "Hoe vaak je deze weg terug mag nemen. Verplicht op een weg terug.", None, ge=1, le=20
    )
    then: StepId | None = field("dan", "De stap die volgt als het maximum is bereikt.", None)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])

    @property
    def key(self) -> str:
        """The name under which an answer is stored: never a position."""
        return self.id or self.to


class HowFor(ForAudience, Lockable):
    """A line under `hoe` that only some schools get, as the law of one country."""

    text: Text = field("tekst", "De regel, in één of twee zinnen.", translated=True)
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Stage(ForAudience):
    """Steps that belong together, so that a long route is seen at a glance."""

    thing = "Fase"
    id: Id = field("id", "Vaste naam van deze fase. Bij een stap staat die achter ‘fase:’.")
    title: Title = field("titel", "De fase in een paar woorden.", translated=True)
    when: Title | None = field(
        "als", "Alleen bij een zijweg, die lang niet elke keer nodig is: wanneer wel, in een paar woorden.", None, translated=True
    )
    what: Text = field("wat", "Wat er in deze fase gebeurt, in één zin.", translated=True, staff=True)


class Step(ForAudience, Lockable):
    """One step: something to do, a question to answer, or an end."""

    thing = "Stap"
    id: Id = field("id", "Vaste naam van de stap. Verandert nooit.")
    former: list[Id] = field("voorheen", "Hoe deze stap eerder heette. Zo blijven bewaarde zaken te openen.", [], no_choice=True)
    kind: Literal["doen", "vraag", "einde"] = field("soort", "doen (een handeling), vraag (een keuze) of einde.")
    stage: StageId | None = field("fase", "De fase waar deze stap bij hoort. Nodig als de route fasen heeft.", None)
    title: Title = field("titel", "De stap in een paar woorden, als opdracht of als vraag.", translated=True)
    who: list[RoleId] = field("wie", "Wie is verantwoordelijk: rollen uit rollen.yaml.", [])
    with_: list[RoleId] = field("met", "Met wie: rollen uit rollen.yaml.", [])
    inform: list[RoleId] = field("informeer", "Wie krijgt bericht: rollen uit rollen.yaml.", [])
    deadline: Deadline | None = field("wanneer", "Wanneer het uiterlijk klaar is.", None, joined=True)
    why: Text | None = field("waarom", "Waarom deze stap er is, in één of twee zinnen.", None, translated=False, names_pages=True)
    how: list[Text] = field("hoe", "Hoe je het doet, punt voor punt.", [], translated=False, names_pages=True)
    how_for: list[HowFor] = field("hoe_voor", "Regels onder hoe die alleen voor sommige scholen gelden, zoals een wet.", [])
    caution: list[Text] = field(
        "let_op", "Wat je niet moet doen of extra aandacht vraagt.", [], translated=True, names_pages=True
    )
    guide: GuideId | None = field("gesprek", "De gesprekswijzer die bij deze stap hoort.", None)
    terms: list[TermId] = field("begrippen", "Begrippen uit begrippen.yaml die hier worden uitgelegd.", [])
    record: list[Text] = field("noteer", "Wat je opschrijft.", [], translated=False, names_pages=True)
    follow_up: list[Duration] = field(
        "opvolgen",
        "Vaste momenten om terug te komen, bijvoorbeeld 2 schooldagen, 1 week. "
        "Met een andere ‘wanneer’ erbij tellen ze vanaf de dag dat het is gedaan.",
        [],
    )
    exits: list[Exit] = field("daarna", "Wat er volgt. Elke uitgang heeft een reden (als) en een stap (naar).", [])
    route: RouteId | None = field(
        "verder_met",
        "Bij een einde: het protocol of de wegwijzer waarmee het verder gaat. 'eigen-protocol' is het protocol van de school.",
        None,
    )
    at_step: list[StepInRoute] = field(
        "verder_bij",
        "Bij een einde met ‘verder_met: eigen-protocol’: bij welke stap van elk protocol het verdergaat. "
        "Zonder regel voor het protocol van de school begint het bij de eerste stap.",
        [],
    )
    for_parents: Text | None = field(
        "voor_ouders", "Wat ouders van deze stap merken, in 'u', in één of twee zinnen.", None, translated=True
    )
    for_pupils: Text | None = field(
        "voor_leerlingen", "Wat leerlingen van deze stap merken, in 'je', in één of twee zinnen.", None, translated=False
    )
    sources: list[Source] = field("bron", "Waar dit vandaan komt.", [])


class Scenario(Strict):
    """An example that walks the route: for readers, for drills and as a check of the route."""

    named_by = ("naam",)
    thing = "Voorbeeld"
    name: Title = field("naam", "Het voorbeeld in een paar woorden.", translated=True)
    answers: dict[Id, Id | list[Id]] = field(
        "antwoorden", "Per stap met een keuze: de gekozen uitgang. Een lijst als de stap vaker voorkomt."
    )
    end: StepId = field("einde", "De stap waar dit voorbeeld moet eindigen.")
    via: list[StepId] = field("langs", "Stappen waar dit voorbeeld langs moet komen.", [])


class Route(Page):
    """A protocol or a decision tree."""

    start: StepId = field("begin", "De stap waar het begint.")
    stages: list[Stage] = field(
        "fasen",
        "De grote lijn: stappen die bij elkaar horen, in de volgorde van de stappen. "
        "Een protocol heeft er vijf tot zeven, zijwegen niet meegeteld. Weglaten mag.",
        [],
    )
    steps: list[Step] = field("stappen", "Alle stappen, in de volgorde waarin je ze leest.", min_length=1)
    scenarios: list[Scenario] = field("scenarios", "Voorbeelden die samen elke weg bewandelen.", [])

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError when there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
