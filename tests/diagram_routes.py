"""Routes for the tests of the map: the hardest we know of, and random ones."""

import random

# The hardest route we know of: step | kind | number | title, then its exits: label -> step (at most n, then step).
HARDEST = """
signaal | do | 1 | Je ziet of hoort een signaal
  Een collega of ouder ziet het -> bespreking
  De leerling vertelt het zelf -> orienterend
bespreking | do | 2 | Bespreek het signaal met de coördinator en collega's
  -> orienterend
orienterend | do | 3 | Praat met de leerling die misschien gepest wordt
  -> klopt
klopt | ask | 4 | Klopt het vermoeden?
  Ja, er wordt gepest -> ouders
  Nee, of we weten het nog niet -> kijken
kijken | do | 5 | Blijf kijken en noteer wat je ziet
  Er komt een nieuw signaal -> bespreking (3, geen-pesten)
  Er komt geen nieuw signaal -> geen-pesten
ouders | do | 6 | Bespreek met de leerling wat de ouders horen
  -> wie
wie | ask | 7 | Weet de leerling wie er pest?
  Ja, iemand uit de eigen klas -> aanpak
  Ja, iemand van een andere school -> andere-school
  Nee, dat is onbekend -> gesprek-steun
andere-school | do | 8 | Neem contact op met de andere school via de vertrouwenspersoon
  -> ouders-8
aanpak | ask | 9 | Welke aanpak kiezen mentor en leerling samen?
  Niet confronteren -> klas
  Wel confronteren -> bemiddeling
klas | do | 10 | Maak pesten een thema in de klas
  -> ouders-5
ouders-5 | do | 11 | Vertel de ouders wat er in de klas gebeurt
  -> volgen-6
volgen-6 | do | 12 | Blijf de groep volgen
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> dader-nu
bemiddeling | do | 13 | Voer een bemiddelingsgesprek met beide leerlingen
  -> ouders-8
ouders-8 | do | 14 | Informeer ouders, teamleider en coördinator
  -> dossier-9
dossier-9 | do | 15 | Noteer het in het dossier
  -> volgen-10
volgen-10 | do | 16 | Volg beide leerlingen en plan een vervolgafspraak
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> dader-nu
gesprek-steun | do | 17 | Praat met de leerling over steun en over online veiligheid
  -> ouders-12
ouders-12 | do | 18 | Informeer de ouders van de leerling
  -> dossier-13
dossier-13 | do | 19 | Noteer het in het dossier
  -> volgen-14
volgen-14 | do | 20 | Blijf de leerling volgen
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> dader-nu
dader-nu | ask | 21 | Is nu bekend wie er pest?
  Ja, en het gebeurt vaker -> betrekken
  Nee, nog steeds onbekend -> gesprek-ouders
betrekken | do | 22 | Betrek de teamleider en de coördinator
  -> gesprek-dader
gesprek-dader | do | 23 | Praat met de leerling die pest en de ouders
  -> ouders-17
ouders-17 | do | 24 | Informeer de ouders van de gepeste leerling
  -> dossier-18
dossier-18 | do | 25 | Noteer het in het dossier
  -> volgen-19
volgen-19 | do | 26 | Volg beide leerlingen
  Het pesten is gestopt -> gestopt
  Het pesten gaat door -> maatregel
gesprek-ouders | do | 27 | Praat met de gepeste leerling en de ouders
  -> verdachte
verdachte | ask | 28 | Is er op school iemand van wie je denkt dat die het doet?
  Ja -> gesprek-verdachte
  Nee -> steun-politie
gesprek-verdachte | do | 29 | Praat alleen met deze leerling
  -> bevestigt
bevestigt | ask | 30 | Zegt de leerling dat het klopt?
  Ja, de leerling geeft het toe -> ouders-17
  Nee -> steun-politie
steun-politie | do | 31 | Help met melden bij de aanbieder of de politie
  -> dossier-21
dossier-21 | do | 32 | Noteer het in het dossier
  -> ouders-22
ouders-22 | do | 33 | Stuur de ouders een samenvatting van het gesprek
  -> volgen-23
volgen-23 | do | 34 | Blijf de gepeste leerling volgen
  Het pesten is gestopt -> gestopt
  Nu is bekend wie er pest -> betrekken (2, extern)
  Het pesten gaat door -> extern
maatregel | do | 35 | Kies een maatregel die bij de ernst past
  De maatregel helpt -> volgen-19 (3, extern)
  De maatregel helpt niet -> extern
extern | do | 36 | Vraag hulp van buiten de school
  -> gestopt
gestopt | end | 37 | Sluit af: de leerling bevestigt dat het pesten gestopt is
geen-pesten | end | 38 | Stop: er is nu geen pesten
"""


def read_route(text: str, route_id: str = "signaal-tot-einde") -> dict:
    """A route from the short notation above."""
    steps = []
    for line in text.strip().splitlines():
        if line.startswith("  "):
            label, _, target = line.strip().rpartition("->")
            target, _, limit = target.strip().partition(" (")
            most, _, then = limit.rstrip(")").partition(", ")
            exits = steps[-1]["exits"]
            exits.append(
                {"key": f"weg-{len(exits)}", "label": label.strip(), "to": target, "limit": int(most or 0), "then": then}
            )
        else:
            step_id, kind, number, title = (part.strip() for part in line.split("|"))
            steps.append({"id": step_id, "kind": kind, "number": number, "title": title, "exits": []})
    return {"id": route_id, "title": "Van signaal tot einde", "start": steps[0]["id"], "steps": steps}


WORDS = (
    "de leerling praat met een ouder of verzorger over pesten op school en online verantwoordelijkheidsgevoel "
    "medezeggenschapsraadsvergadering groep mentor afspraak meldcode veiligheidscoördinator we i iii"
).split()


def random_route(seed: int, size: int) -> dict:
    """A route of `size` steps that mostly goes forward, with some loops and some very long words."""
    chance = random.Random(seed)

    def phrase(least: int, most: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most))).capitalize()

    steps = []
    for place_of in range(size):
        later = range(place_of + 1, size)
        kind = "end" if not later or (place_of > 2 and chance.random() < 0.06) else chance.choice(("do", "do", "ask"))
        exits = []
        if kind != "end":
            for number in range(chance.randint(2, 4) if kind == "ask" else chance.choice((1, 1, 1, 2))):
                near = min(size - 1, place_of + chance.randint(1, 5))
                exits.append({"key": f"e{number}", "label": phrase(1, 6), "to": f"s{near}", "limit": 0, "then": ""})
            if len(exits) == 1:
                exits[0]["label"] = ""
            elif chance.random() < 0.25:
                exits[-1] |= {
                    "to": f"s{chance.randint(max(0, place_of - 8), place_of)}",
                    "limit": chance.randint(1, 5),
                    "then": exits[0]["to"],
                }
        steps.append({"id": f"s{place_of}", "kind": kind, "number": str(place_of + 1), "title": phrase(1, 12), "exits": exits})
    return {"id": f"toeval-{seed}", "title": "Toeval", "start": "s0", "steps": steps}


def wild_route(seed: int, size: int) -> dict:
    """A route whose exits lead anywhere, up or down or to themselves, and that may start in the middle of the file."""
    chance = random.Random(seed)
    steps = []
    for place_of in range(size):
        exits = []
        for number in range(chance.choice((0, 1, 1, 2, 3, 5))):
            limit = chance.choice((0, 0, 1, 3))
            exits.append(
                {
                    "key": f"e{number}",
                    "label": chance.choice(("", "ja", "de leerling vertelt het zelf")),
                    "to": f"s{chance.randrange(size)}",
                    "limit": limit,
                    "then": f"s{chance.randrange(size)}" if limit else "",
                }
            )
        steps.append(
            {
                "id": f"s{place_of}",
                "kind": chance.choice(("do", "ask")) if exits else "end",
                "number": str(place_of + 1),
                "title": chance.choice(WORDS),
                "exits": exits,
            }
        )
    return {"id": f"wild-{seed}", "title": "Wild", "start": f"s{chance.randrange(size)}", "steps": steps}
