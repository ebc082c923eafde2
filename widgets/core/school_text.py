"""A school file as text, with an explanation at every key, so that somebody can go on in a text editor."""

from widgets.core.plain_yaml import write_lines
from widgets.core.school_rules import DIGITS, KEYS, SMALL, WHITE

HEAD = """# yaml-language-server: $schema=../.schema/eigen/school.json
#
# De gegevens van jullie school. Dit bestand hoort in de map protocol/eigen en heet school.yaml.
# Een regel met een hekje (#) ervoor is uitleg. De computer slaat die regel over.
# Verander alleen wat achter de dubbele punt staat. Laat de spaties aan het begin van een regel staan."""
COMMENTS = {
    "voorbeeld": "# Is dit nog een proef? Met ja staat er een geel balkje boven de site. Zet het op nee als alles klopt.",
    "naam": "# De naam van de school, zoals leerlingen en ouders die kennen.",
    "plaats": "# De plaats waar de school staat. Handig als het bestuur meer scholen heeft.",
    "land": "# In welk land staat de school? nl is Nederland, vl is Vlaanderen.",
    "onderwijs": "# Nederland: po (basisschool), so (speciaal onderwijs) of vo (voortgezet onderwijs).\n"
    "# Vlaanderen: basis (basisonderwijs) of secundair (secundair onderwijs).",
    "website": "# De gewone website van de school.",
    "protocol": "# Welk protocol volgt de school? De naam van een bestand uit de map protocollen, zonder .yaml.",
    "snel_weg": "# Waar een leerling naartoe gaat met de knop ‘Snel weg’: een gewone pagina die niet opvalt.",
    "vakanties": "# Welke schoolvakanties gelden? Nederland: noord, midden of zuid. Vlaanderen: vlaanderen.\n"
    "# Andere vakanties? Schrijf eigen en zet ze in vakanties.yaml.",
    "vrije_dagen": "# Op welke dagen is de school zelf dicht? Haal de haken weg en schrijf eronder:\n"
    "#   - naam: Studiedag\n#     van: 2027-03-12\n#     tot: 2027-03-15",
    "trimesters": "# Wanneer kijkt de school terug als er staat: elk trimester? Schrijf maand-dag.",
    "vergaderingen": "# Op welke dagen valt de ‘volgende vergadering’ uit jullie protocol? Schrijf jaar-maand-dag.",
    "bewaren": "# Mag het personeel de site op een apparaat bewaren, voor als er geen internet is? Schrijf ja of nee.",
    "uitleg_voor_makers": "# Moeten de bladzijden over schrijven, publiceren en keuzes op jullie site? Schrijf ja of nee.",
    "contact": "# Bij wie kunnen leerlingen, ouders en collega’s terecht? De eerste staat op elke pagina.\n"
    "# Per persoon kan ook: telefoon, mail en waar (waar en wanneer je deze persoon vindt).\n"
    "# En: vervanger (naar wie je gaat als deze persoon ziek of vrij is) en vervanger_telefoon.\n"
    "# De rollen heten bijvoorbeeld: coordinator, vertrouwenspersoon, mentor, begeleider, leiding, schoolleiding.\n"
    "# Alle namen staan achter id in protocol/rollen.yaml.",
    "bestuur": "# Bij wie komen meldingen over de schoolleiding terecht, en klachten die op school niet zijn opgelost?\n"
    "# Haal de hekjes weg en vul in. Heeft het bestuur meer locaties? Dan is dit verplicht.",
    "woorden": "# Gebruikt de school een ander woord, bijvoorbeeld coach in plaats van mentor?\n"
    "# Haal de haakjes weg en schrijf eronder:\n"
    "#   mentor:\n#     naam: coach\n#     lidwoord: de\n#     meervoud: coaches",
}
# What a school may leave out is shown with a mark before it.
HINTS = {
    "plaats": "# plaats: Utrecht",
    "website": "# website: https://www.voorbeeld.example/",
    "bewaren": "# bewaren: nee",
    "uitleg_voor_makers": "# uitleg_voor_makers: nee",
    "bestuur": "# bestuur:\n#   naam: Stichting Voorbeeld\n#   contact: secretaris van het bestuur\n#   telefoon: het "
    "nummer\n"
    "#   escalatie: Gaat het over de schoolleiding? Ga dan naar het bestuur.",
    "vakanties": "# vakanties: midden",
    "vrije_dagen": "vrije_dagen: []",
    "trimesters": "# trimesters: [12-01, 03-15, 06-01]",
    "vergaderingen": "# vergaderingen: [2027-01-12, 2027-02-09]",
    "woorden": "woorden: {}",
}
LOCATION_HEAD = """# yaml-language-server: $schema=../.schema/eigen/school.json
#
# Eén locatie van de school. Hier staat alleen wat anders is dan in protocol/eigen/school.yaml.
# De naam van dit bestand is de naam van de locatie in het adres."""
# Names that the folder with all locations needs itself (macros.boards.build).
TAKEN = ("gedeeld", "assets", "index", "404", "hosting")
_PLAIN_LETTERS = {
    "á": "a",
    "à": "a",
    "â": "a",
    "ä": "a",
    "ã": "a",
    "å": "a",
    "ç": "c",
    "é": "e",
    "è": "e",
    "ê": "e",
    "ë": "e",
    "í": "i",
    "ì": "i",
    "î": "i",
    "ï": "i",
    "ñ": "n",
    "ó": "o",
    "ò": "o",
    "ô": "o",
    "ö": "o",
    "õ": "o",
    "ú": "u",
    "ù": "u",
    "û": "u",
    "ü": "u",
    "ý": "y",
    "ÿ": "y",
    "’": "",
    "'": "",
}


def school_text(school):
    """The text of school.yaml. `plain_yaml.read` gives `school` back, with the empty lists of HINTS where it has no such key."""
    pieces = [HEAD]
    for key in KEYS:
        lines = [COMMENTS[key]]
        lines += write_lines(key, school[key], 0) if key in school else [HINTS[key]] if key in HINTS else []
        pieces.append("\n".join(lines))
    return "\n\n".join(pieces) + "\n"


def trimmed(value):
    """A value with white space around its texts taken away, and without empty texts inside mappings."""
    if isinstance(value, str):
        return value.strip(WHITE)
    if isinstance(value, list):
        return [trimmed(item) for item in value]
    found = {}
    for key in value:
        inside = trimmed(value[key])
        if inside != "":
            found[key] = inside
    return found


# ---- locations ----


def location_id(name):
    """The name of the file of a location, from its name: "Locatie Été 2" -> "locatie-ete-2". Empty without letters or digits.

    It is also the address of its site, so it begins with a letter and is none of TAKEN.
    """
    pieces = []
    for character in name.lower():
        plain = _PLAIN_LETTERS[character] if character in _PLAIN_LETTERS else character
        if plain != "":
            pieces.append(plain if plain in SMALL + DIGITS else " ")
    words = [word for word in "".join(pieces).split(" ") if word]
    if words and (words[0][0] not in SMALL or "-".join(words) in TAKEN):
        words = ["locatie"] + words
    return "-".join(words)[:50].strip("-")


def location_text(school, location):
    """The text of protocol/locaties/<id>.yaml. location: {"naam", "coordinator": "" or who it is there}."""
    pieces = [
        LOCATION_HEAD,
        "\n".join(
            ["# De naam van deze locatie, zoals leerlingen en ouders die kennen."] + write_lines("naam", location["naam"], 0)
        ),
    ]
    comment = "# Bij wie kunnen leerlingen en ouders hier terecht? Zonder deze regels gelden die van de school."
    if location["coordinator"]:
        pieces.append("\n".join([comment] + write_lines("contact", _contacts_there(school, location["coordinator"]), 0)))
    else:
        pieces.append(comment + "\n# contact:\n#   - rol: coordinator\n#     naam: Naam invullen")
    return "\n\n".join(pieces) + "\n"


def _contacts_there(school, coordinator):
    """The contacts of the school with another coordinator, who comes first."""
    others = [contact for contact in school["contact"] if contact["rol"] != "coordinator"]
    return [{"rol": "coordinator", "naam": coordinator}] + others
