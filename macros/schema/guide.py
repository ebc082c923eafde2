"""Conversation guides, phase by phase."""

from macros.schema.base import Id, Page, RoleId, Strict, Text, Texts, Title, field


class Reaction(Strict):
    """What to do or say when something happens in the talk."""

    when: Text = field("als", "Wat er gebeurt, bijvoorbeeld: de leerling huilt.", translated=True)
    then: Text = field("dan", "Wat je dan doet of zegt.", translated=False)


class Pitfall(Strict):
    """A mistake that is easily made, and what to do instead."""

    avoid: Text = field("niet", "Wat je beter niet doet of zegt.", translated=False)
    instead: Text = field("wel", "Wat je wel doet of zegt.", translated=False)


class Phase(Strict):
    """One part of the talk."""

    thing = "Fase"
    id: Id = field("id", "Vaste naam van deze fase.")
    title: Title = field("titel", "De fase in een paar woorden.", translated=True)
    goal: Text | None = field("doel", "Wat je in deze fase wilt bereiken.", None, translated=False)
    say: list[Text] = field("zeg", "Zinnen die je letterlijk kunt zeggen.", [], translated=False)
    questions: list[Text] = field("vragen", "De kernvragen.", [], translated=False)
    more: list[Text] = field("extra", "Extra vragen, ingeklapt.", [], translated=False)
    tips: list[Text] = field("tips", "Hoe je het doet.", [], translated=False)


class Guide(Page):
    """A conversation guide."""

    goal: Text = field("doel", "Wat het gesprek moet opleveren.", translated=False)
    who: list[RoleId] = field("wie", "Wie het gesprek voert: rollen uit rollen.yaml.", min_length=1)
    with_: list[RoleId] = field("met", "Met wie: rollen uit rollen.yaml.", min_length=1)
    duration: Text | None = field("duur", "Hoe lang het ongeveer duurt.", None, translated=False)
    conditions: list[Text] = field("voorwaarden", "Wanneer dit gesprek wel of niet kan.", [], translated=False)
    before: list[Text] = field("vooraf", "Wat je doet voor het gesprek.", [], translated=True)
    opening: Text = field("eerste_zin", "De eerste zin die je zegt.", translated=False)
    phases: list[Phase] = field("fasen", "De fasen van het gesprek, op volgorde.", min_length=1)
    reactions: list[Reaction] = field("wat_als", "Wat je doet als er iets gebeurt, bijvoorbeeld als de leerling huilt.", [])
    pitfalls: list[Pitfall] = field("valkuilen", "Wat je beter niet doet, en wat wel.", [])
    closing: Texts = field("afsluiten", "Hoe je afsluit.", translated=False)
    record: Texts = field("noteer", "Wat je na afloop opschrijft.", translated=False)
    after: list[Text] = field("daarna", "Wat er na het gesprek gebeurt.", [], translated=False)
