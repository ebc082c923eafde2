"""Decisions on a measure: who takes it, for how long, who is heard, and the letters that belong to it."""

from typing import Annotated

from pydantic import StringConstraints

from macros.schema.base import ForAudience, Id, Lockable, Source, Strict, Text, Texts, Title, field


class Cell(Strict):
    """What holds for one measure in one respect."""

    text: Text = field("tekst", "Wat er geldt, in één of twee zinnen.", translated=True)
    law: Title | None = field(
        "wet", "De wet of regel met het artikel. Weglaten als het een keuze van de school is.", None, translated=False
    )
    year: Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}$")] | None = field(
        "jaar", "Van welk jaar de bron is, als dat een ander jaar is dan bij dat nummer in feiten.yaml.", None
    )
    sources: list[Source] = field("bron", "Waar dit vandaan komt. Het jaar staat bij dat nummer in feiten.yaml.", [])


class Letter(Strict):
    """A letter to take over; what the school fills in stands between brackets."""

    thing = "Brief"
    id: Id = field("id", "Vaste naam van deze brief.")
    subject: Title = field("onderwerp", "Waar de brief over gaat.", translated=False)
    paragraphs: Texts = field("alineas", "De alinea's. Wat de school invult, staat tussen haken: [datum].", translated=False)


class Decision(ForAudience, Lockable):
    """One measure, as a row of a table."""

    thing = "Maatregel"
    id: Id = field("id", "Vaste naam van deze maatregel.")
    measure: Title = field("maatregel", "De maatregel in een paar woorden.", translated=False)
    decides: Cell | None = field("wie_beslist", "Wie de maatregel neemt.", None)
    lasts: Cell | None = field("hoe_lang", "Hoe lang de maatregel mag duren.", None)
    heard: Cell | None = field("eerst_horen", "Wie eerst zijn kant vertelt.", None)
    written: Cell | None = field("op_papier", "Wat er op papier komt, en voor wie.", None)
    reported: Cell | None = field("melden_aan", "Wie het moet weten.", None)
    objection: Cell | None = field("bezwaar", "Wat iemand kan doen die het er niet mee eens is.", None)
    letters: list[Letter] = field("brieven", "Brieven die de school kan overnemen.", [])
