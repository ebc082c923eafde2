"""What a school file must be: the rules of macros.schema.school and of the content checks, on plain values.

A value is what `plain_yaml.read` gives: dicts, lists and texts. A mistake is {"path": keys and places, "text": what to do}.
tests/publish/test_school_file.py holds that the verdict is the same as that of the build.
"""

from widgets.core.dates import days_in_month
from widgets.core.invisible import has_invisible
from widgets.core.names import is_name
from widgets.core.yaml_scalar import KEY_FIRST

# White space as YAML content is trimmed in the build (Unicode White_Space).
WHITE = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u205f\u3000"
)
DIGITS = "0123456789"
SMALL = KEY_FIRST[0:26]
LONGEST_TITLE, LONGEST_TEXT, LONGEST_ID = 120, 4000, 60
COUNTRIES = ("nl", "vl")
SCHOOL_TYPES = ("po", "so", "vo", "basis", "secundair")
REGIONS = ("noord", "midden", "zuid", "vlaanderen", "eigen")
ARTICLES = ("de", "het", "")
FILL_IN = "Vul dit in."
NOT_SEEN = "Er staat een teken in dat je niet ziet. Typ de tekst opnieuw, zonder te plakken."


# ---- one value: "" when it is right, else what to do ----


def title(value):
    length = len(value.strip(WHITE))
    if length == 0:
        return FILL_IN
    if length < 2:
        return "Schrijf minstens twee letters."
    return "" if length <= LONGEST_TITLE else "Dit is te lang: hoogstens " + str(LONGEST_TITLE) + " tekens."


def text(value):
    length = len(value.strip(WHITE))
    if length == 0:
        return FILL_IN
    return "" if length <= LONGEST_TEXT else "Dit is te lang: hoogstens " + str(LONGEST_TEXT) + " tekens."


def address(value):
    rest = value[8:]
    host = rest.replace("?", "/").replace("#", "/").split("/")[0]
    if value[0:8] == "https://" and host and "@" not in host and not _holds(rest, WHITE + "\"'<>\\"):
        return ""
    return "Schrijf een adres dat begint met https://, zonder spaties en zonder @ in de naam van de site."


def phone(value):
    rest = value[1:] if value[0:1] == "+" else value
    if 2 <= len(rest) <= 25 and rest[0] in DIGITS and _only(rest, DIGITS + " ()/-"):
        return ""
    return "Schrijf een telefoonnummer met cijfers, spaties en streepjes, zoals 010 123 45 67."


def mail(value):
    pieces = value.split("@")
    if len(pieces) == 2 and pieces[0] and not _holds(value, WHITE + ":,;<>?&#%/\"'\\") and "." in pieces[1][1:-1]:
        return ""
    return "Schrijf een mailadres zoals naam@school.nl."


def name_id(value):
    if value[0:1] == "" or value[0] not in SMALL or len(value) > LONGEST_ID:
        return "Gebruik kleine letters, cijfers en streepjes, en begin met een letter."
    for piece in value.split("-"):
        if piece == "" or not _only(piece, SMALL + DIGITS):
            return "Gebruik kleine letters, cijfers en streepjes, en begin met een letter."
    return ""


def yes_no(value):
    return "" if value in ("ja", "nee") else "Schrijf ja of nee."


def date(value):
    wrong = "Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21."
    if len(value) != 10 or value[4] != "-" or value[7] != "-" or not _only(value[0:4] + value[5:7] + value[8:10], DIGITS):
        return wrong
    year, month, day = int(value[0:4]), int(value[5:7]), int(value[8:10])
    return "" if year > 0 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month) else wrong


def month_day(value):
    wrong = "Schrijf maand-dag, bijvoorbeeld 12-01 voor 1 december."
    return wrong if date("2027-" + value.strip(WHITE)) else ""


def country(value):
    return _one_of(value, COUNTRIES)


def school_type(value):
    return _one_of(value, SCHOOL_TYPES)


def region(value):
    return _one_of(value, REGIONS)


def article(value):
    return _one_of(value, ARTICLES)


def _one_of(value, choices):
    if value in choices:
        return ""
    return "Kies één van deze: " + ", ".join([choice for choice in choices if choice]) + "."


def _holds(text, characters):
    for character in text:
        if character in characters:
            return True
    return False


def _only(text, characters):
    for character in text:
        if character not in characters:
            return False
    return True


# ---- the shape: key -> (has to be there, rule) ----

CONTACT = {
    "rol": (True, name_id),
    "naam": (True, title),
    "telefoon": (False, phone),
    "mail": (False, mail),
    "waar": (False, title),
    "vervanger": (False, title),
    "vervanger_telefoon": (False, phone),
}
BOARD = {
    "naam": (True, title),
    "contact": (True, title),
    "telefoon": (False, phone),
    "mail": (False, mail),
    "escalatie": (True, text),
}
FREE_DAYS = {"naam": (True, title), "van": (True, date), "tot": (False, date)}
WORD = {"naam": (True, title), "lidwoord": (False, article), "meervoud": (False, title)}
PLAIN = {
    "voorbeeld": (True, yes_no),
    "naam": (True, title),
    "plaats": (False, title),
    "land": (True, country),
    "onderwijs": (True, school_type),
    "website": (False, address),
    "protocol": (True, name_id),
    "snel_weg": (True, address),
    "vakanties": (False, region),
    "bewaren": (False, yes_no),
    "uitleg_voor_makers": (False, yes_no),
}
# The keys of a school file, in the order in which they are written.
KEYS = (
    "voorbeeld",
    "naam",
    "plaats",
    "land",
    "onderwijs",
    "website",
    "protocol",
    "snel_weg",
    "vakanties",
    "vrije_dagen",
    "trimesters",
    "vergaderingen",
    "bewaren",
    "uitleg_voor_makers",
    "contact",
    "bestuur",
    "woorden",
)


def shape_mistakes(school):
    """What the schema refuses, all at once."""
    layered = ("contact", "bestuur", "vrije_dagen", "trimesters", "vergaderingen", "woorden")
    found = _fields({key: school[key] for key in school if key not in layered}, PLAIN, [])
    if "contact" not in school:
        found.append(mistake(["contact"], "Schrijf bij wie leerlingen en ouders terechtkunnen."))
    elif isinstance(school["contact"], list) and not school["contact"]:
        found.append(mistake(["contact"], "Voeg minstens één persoon toe."))
    else:
        found += _items(school["contact"], CONTACT, ["contact"])
    if "bestuur" in school:
        found += _fields(school["bestuur"], BOARD, ["bestuur"])
    if "vrije_dagen" in school:
        found += _items(school["vrije_dagen"], FREE_DAYS, ["vrije_dagen"])
    for key, rule in (("trimesters", month_day), ("vergaderingen", date)):
        if key in school:
            found += _moments(key, school[key], rule)
    if "woorden" in school:
        found += _words(school["woorden"])
    return found


def mistake(path, text):
    return {"path": path, "text": text}


def _fields(value, shape, path):
    """The mistakes of a mapping with fixed keys."""
    if not isinstance(value, dict):
        return [mistake(path, "Hier horen regels met een naam en een dubbele punt.")]
    found = []
    for key in value:
        if key not in shape:
            found.append(mistake(path + [key], "‘" + key + "’ hoort hier niet. Haal deze regel weg."))
    for key in shape:
        needed, rule = shape[key]
        if key not in value:
            if needed:
                found.append(mistake(path + [key], FILL_IN))
        elif not isinstance(value[key], str):
            found.append(mistake(path + [key], "Hier hoort één tekst, geen lijst en geen regels eronder."))
        else:
            wrong = NOT_SEEN if has_invisible(value[key].strip(WHITE)) else rule(value[key])
            if wrong:
                found.append(mistake(path + [key], wrong))
    return found


def _items(value, shape, path):
    if not isinstance(value, list):
        return [mistake(path, "Hier hoort een lijst. Begin elke regel met een streepje.")]
    found = []
    for place in range(len(value)):
        found += _fields(value[place], shape, path + [place])
    return found


def _moments(key, value, rule):
    if not isinstance(value, list):
        return [mistake([key], "Hier hoort een lijst. Begin elke regel met een streepje.")]
    found = []
    for place in range(len(value)):
        wrong = rule(value[place]) if isinstance(value[place], str) else "Hier hoort één tekst."
        if wrong:
            found.append(mistake([key, place], wrong))
    return found


def _words(value):
    if not isinstance(value, dict):
        return [mistake(["woorden"], "Hier horen regels met een naam en een dubbele punt.")]
    found = []
    for key in value:
        wrong = name_id(key)
        if wrong:
            found.append(mistake(["woorden", key], wrong))
        found += _fields(value[key], WORD, ["woorden", key])
    return found


# ---- what must fit the rest of the content ----


def kind_of_school(school):
    """The name under which the content of this page lists what a kind of school has: "nl-vo"."""
    return school["land"] + "-" + school["onderwijs"]


def only_region(content, country):
    """The region of a country where there is nothing to choose (that one, and "eigen"); else ""."""
    regions = content["regions"][country] if isinstance(country, str) and country in content["regions"] else []
    return regions[0] if len(regions) == 2 else ""


def content_mistakes(content, school):
    """What does not fit the rest of the content. `school` has no `shape_mistakes`."""
    found = []
    kind = kind_of_school(school)
    if kind not in content["kinds"]:
        found.append(mistake(["onderwijs"], "Dit onderwijs bestaat niet in dit land. Kies een ander."))
    elif school["protocol"] not in [protocol["id"] for protocol in content["protocols"] if kind in protocol["for"]]:
        found.append(mistake(["protocol"], "Dit protocol bestaat niet voor dit land en onderwijs. Kies een ander."))
    regions = content["regions"][school["land"]]
    if "vakanties" in school:
        if school["vakanties"] not in regions:
            found.append(mistake(["vakanties"], "Deze vakanties horen niet bij dit land. Kies andere."))
    elif len(regions) > 2:
        found.append(mistake(["vakanties"], "Kies welke schoolvakanties gelden."))
    roles = [role["id"] for role in content["roles"]]
    for place in range(len(school["contact"])):
        if school["contact"][place]["rol"] not in roles:
            found.append(mistake(["contact", place, "rol"], "Deze rol bestaat niet. Kies een andere."))
        contact = school["contact"][place]
        if school["voorbeeld"] == "nee" and not is_name(contact["naam"]):
            found.append(mistake(["contact", place, "naam"], "Vul een naam in, of haal deze persoon weg."))
        if "vervanger" not in contact:
            if "vervanger_telefoon" in contact:
                found.append(
                    mistake(
                        ["contact", place, "vervanger_telefoon"], "Vul ook de naam van de vervanger in, of haal dit nummer weg."
                    )
                )
        elif school["voorbeeld"] == "nee" and not is_name(contact["vervanger"]):
            found.append(mistake(["contact", place, "vervanger"], "Vul een naam in, of laat dit leeg."))
    return found + kept_mistakes(content, school)


def kept_mistakes(content, school):
    """The content mistakes in own words and free days, of which the shape is right."""
    found = []
    if "woorden" in school:
        for key in school["woorden"]:
            if key not in content["words"]:
                found.append(mistake(["woorden", key], "Dit woord bestaat niet in rollen.yaml of woorden.yaml."))
    if "vrije_dagen" in school:
        for place in range(len(school["vrije_dagen"])):
            days = school["vrije_dagen"][place]
            if "tot" in days and days["tot"] < days["van"]:
                found.append(mistake(["vrije_dagen", place, "tot"], "Deze vrije dagen eindigen voordat ze beginnen."))
    return found


def mistakes(content, school):
    """Everything that is wrong with a school file; the rest of the content is looked at when its shape is right."""
    return shape_mistakes(school) or content_mistakes(content, school)
