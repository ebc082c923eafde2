"""How the site of one school looks, and which pages it leaves out: protocol/eigen/uiterlijk.yaml. The base has no such file."""

from typing import Annotated

from pydantic import StringConstraints

from macros.schema.base import Line, Strict, Title, field
from macros.schema.marks import Form

Colour = Annotated[
    str,
    StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$"),
    Form("Schrijf een kleur met een hekje en zes tekens, tussen aanhalingstekens: '#0e5f6f'."),
]


class Look(Strict):
    """The look of a school's own site."""

    name: Title | None = field(
        "naam", "De naam van de site. Weglaten betekent: Veilig op, met de naam van de school.", None, translated=False
    )
    logo: Line | None = field("logo", "Een bestand uit protocol/eigen/bestanden: png, jpg, webp of svg, hoogstens 200 kB.", None)
    colour: Colour | None = field("kleur", "De kleur van links, knoppen en koppen, tussen aanhalingstekens: '#0e5f6f'.", None)
    left_out: list[Line] = field(
        "weglaten", "Bladzijden of hele onderdelen die jullie weglaten: het pad in docs, zonder .md, bijvoorbeeld keuzes.", []
    )
