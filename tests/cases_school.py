"""Cases for the school file: reading, writing, rules and the form, see tests/cases.py."""

from tests.cases_lists import filled
from tests.cases_shared import refusal
from widgets.core import plain_yaml, school_file, school_rules, school_text

TEXTS = (
    "naam: School\n",
    "a: [x, 12-01]\nb: {}\nc:\n- rol: x\n  naam: 'y''s: #'\n- rol: z # hier\nd: \"a\\\"b\"\n",
    "\ufeffa: x\r\nb:\r\n  c: {d: e, f: g}\r\n  h:\r\n    - i\r\n    -   j: k\r\n        l: m\r\n",
    "a: ~\nb: null\nc:\nd: ''\n",
    "a: é 😀 ‘x’ http://y#z\n",
    "",
    "# niets",
    "- a",
    " a: x",
    "a: b: c",
    "a:\n  b\n",
    "a: |\n  x",
    "a: 'x",
    "a: 'x' y",
    "a: x\n  y: z",
    "a: x\n\ty",
    "a: {b: [c]}",
    "a: - b",
    "a: &b c",
    "a: x\na: y",
    "a: x\n b: y",
    "a:\n    b: x\n  c: y",
    "a: [b",
    "a: [b,]",
    "a: lokaal 12, 's middags # b",
    "a:\n  - b - 'n c\n  - d: 'e # f' # g",
    "a: [b, 'c']",
    "a: [b, 'c # d]",
    "a: {b}",
    'a: "\\n"',
    "a:\n  -\n",
    "a:\n  - - b",
    "---\na: x",
    "a+: x",
    "a\u2028: x",
    "a: \ufffd",
    "ab:c: d",
    "a:\n  b:\n    c:\n      d:\n        e:\n          f:\n            g:\n              h:\n                i: x\n",
)
VALUES = (
    "School",
    "Foto's",
    "a: b",
    "a # b",
    "",
    " x",
    "1984",
    "112",
    "true",
    "Nee",
    "ja",
    "null",
    "-x",
    "De ‘Vlinder’",
    "É 😀",
    "a:",
    'x\\y"',
    "2026-11-21",
    "12-01",
    "https://x.example/?a=b#c",
    "@x",
    "{de mentor}",
    "[]",
    "x, y",
)


def small_content():
    return {
        "kinds": ["nl-po", "nl-vo", "vl-basis"],
        "countries": [["nl", "Nederland"], ["vl", "Vlaanderen"]],
        "types": {"nl": [["po", "basisschool"], ["vo", "voortgezet <b>"]], "vl": [["basis", "basisonderwijs"]]},
        "regions": {"nl": ["noord", "midden", "zuid", "eigen"], "vl": ["vlaanderen", "eigen"]},
        "region_names": {"noord": "Noord", "midden": "Midden", "zuid": "Zuid", "vlaanderen": "Vlaanderen", "eigen": "Eigen"},
        "protocols": [
            {"id": "alle", "title": "Voor alle", "for": ["nl-po", "nl-vo", "vl-basis"]},
            {"id": "alleen-vo", "title": "Alleen vo", "for": ["nl-vo"]},
        ],
        "roles": [
            {
                "id": "coordinator",
                "offered": True,
                "names": {"nl-po": "coördinator", "nl-vo": "coördinator", "vl-basis": "aanspreekpunt"},
            },
            {"id": "vertrouwenspersoon", "offered": True, "names": {"nl-po": "vp", "nl-vo": "vp", "vl-basis": "vp"}},
            {"id": "omstander", "offered": False, "names": {"nl-po": "o", "nl-vo": "o", "vl-basis": "o"}},
        ],
        "words": ["coordinator", "mentor"],
        "base": {
            "voorbeeld": "ja",
            "naam": "Voorbeeld",
            "land": "nl",
            "onderwijs": "vo",
            "protocol": "alle",
            "snel_weg": "https://x.example/",
            "vakanties": "midden",
            "vrije_dagen": [],
            "woorden": {},
            "contact": [{"rol": "coordinator", "naam": "Naam invullen"}],
        },
    }


GOOD = [
    ("filled", "naam", "De  Vlinder"),
    ("contact-filled", "1", "naam", "A. de Wit"),
    ("contact-filled", "1", "telefoon", "010 123 45 67"),
    ("contact-filled", "2", "naam", "O'Neil: é"),
    ("filled", "protocol", "alleen-vo"),
]
OWN_FILE = """naam: Eigen
vakanties: zuid
website: https://eigen.example/
contact:
  - {rol: omstander, naam: Bo}
vrije_dagen:
  - naam: Studiedag
    van: 2027-03-12
trimesters: [12-01, 03-15]
woorden:
  mentor:
    naam: coach
"""
OPENED = (
    "naam: X\n",
    "naam: [a]\n",
    "contact: x\n",
    "contact: []\n",
    "contact:\n  - naam: Bo\n    mail: x\n",
    "contact:\n  - Bo\n",
    "directeur: x\n",
    "vrije_dagen:\n  - naam: Dag\n    van: 2027-02-30\n",
    "vrije_dagen:\n  - naam: Dag\n    van: 2027-03-02\n    tot: 2027-03-01\n",
    "woorden:\n  metnor:\n    naam: coach\n",
    "voorbeeld: misschien\n",
    "voorbeeld: ja\n",
    "land: be\n",
    "website:\n",
    "naam: |\n  x\n",
    "{}",
    "contact:\n  - rol: [x]\n    naam: y\n",
    "contact:\n  - rol: x\n    naam: y\n    foto: z\n",
    OWN_FILE,
)


def case_plain_yaml_read():
    return [list(plain_yaml.read(text)) for text in TEXTS]


def case_plain_yaml_write():
    lines = []
    for number in range(len(VALUES)):
        lines += plain_yaml.write_lines("v" + str(number), VALUES[number], 0)
    lines += plain_yaml.write_lines("lijst", list(VALUES), 0)
    lines += plain_yaml.write_lines("diep", {"a": [{"b": "x", "c": ["y"]}], "d": {}, "e": []}, 0)
    return [lines, list(plain_yaml.read("\n".join(lines)))]


def case_rules_of_one_value():
    tried = {
        "title": ("", " ", "x", "ab", "é😀", "x" * 120, "x" * 121, "\u2003a\xa0"),
        "address": ("https://x", "https://", "http://x", "https://a b"),
        "phone": ("112", "+31 6-1", "1", "++1", "0" * 25, "0" * 26, "06 a", "٣٣"),
        "mail": ("a@b.c", "a@b", "@b.c", "a@b.", "a@.c", "a@b@c.d", "a b@c.d"),
        "name_id": ("a", "a-1", "1a", "-a", "a-", "a--b", "A", "é", "a" * 61),
        "date": ("2026-02-28", "2026-02-29", "0000-01-01", "2026-1-01", "9999-12-31"),
        "month_day": ("12-01", "02-29", " 03-15 ", "1-12", ""),
    }
    rules = {
        "title": school_rules.title,
        "address": school_rules.address,
        "phone": school_rules.phone,
        "mail": school_rules.mail,
        "name_id": school_rules.name_id,
        "date": school_rules.date,
        "month_day": school_rules.month_day,
    }
    return [[name, [rules[name](value) for value in tried[name]]] for name in tried]


def case_school_file_run():
    return filled(school_file, small_content(), GOOD + [("checked",)])


def case_school_file_all_mistakes_at_once():
    content = small_content()
    messages = [
        ("filled", "land", "vl"),
        ("filled", "website", "www.x"),
        ("filled", "snel_weg", ""),
        ("contact-filled", "2", "rol", "metnor"),
        ("contact-filled", "2", "mail", "x"),
        ("location-added",),
        ("location-added",),
        ("location-filled", "1", "naam", "Été 1"),
        ("location-filled", "2", "naam", "ete 1"),
        ("location-filled", "2", "coordinator", "x"),
        ("checked",),
    ]
    return filled(school_file, content, messages)


def case_school_file_kind_of_school():
    """Choices that do not exist in another country or kind of school are asked again."""
    content = small_content()
    found = []
    for more in (
        [("filled", "land", "vl")],
        [("filled", "onderwijs", "po")],
        [("filled", "land", "vl"), ("filled", "land", "nl")],
        [("filled", "land", "zz")],
    ):
        school = filled(school_file, content, GOOD + more)[0]["school"]
        found.append([school["land"], school["onderwijs"], school["protocol"], school["vakanties"]])
    return found


def case_school_file_rows():
    content = small_content()
    return [
        filled(school_file, content, GOOD + more)
        for more in (
            [("contact-added",)],
            [("contact-raised", "2")],
            [("contact-removed", "1"), ("location-added",), ("location-removed", "1")],
            [("cleared",)],
        )
    ]


def case_school_file_opened():
    """A file with own fields goes over the base; what the form can not show is refused and changes nothing."""
    content = small_content()
    found = []
    for text in OPENED:
        model, page = filled(school_file, content, [("opened", text)])
        found.append([model, school_file.wrong_fields(content, model), len(page)])
    return found + [filled(school_file, content, [("opened", None)])]


def case_school_file_opened_over_another():
    """A file over what was not kept waits for a yes; one that is not right is refused at once."""
    content = small_content()
    begun = GOOD + [("opened", OWN_FILE)]
    return [
        filled(school_file, content, messages)[0]
        for messages in (GOOD + [("opened", "naam: [a]\n")], begun, begun + [("opening-confirmed",)], begun + [("asked-back",)])
    ]


def case_school_file_effects():
    content = small_content()
    messages = GOOD + [
        ("filled", "vakanties", "midden"),
        ("location-added",),
        ("location-filled", "1", "naam", "2e Locatie"),
        ("location-filled", "1", "coordinator", "C. Bos"),
    ]
    model = filled(school_file, content, messages)[0]
    done = [school_file.effect(content, model, name, None) for name in (("save",), ("copy",), ("save-location", "1"))]
    return done + [school_file.effect(content, school_file.init(content), ("save",), None)]


def case_school_file_location_ids():
    return [
        school_text.location_id(name)
        for name in ("Noord", "De Été’s - 2", "2e huis", "  ", "日本", "É", "x" * 70, "Foto's & zo", "Index", "de Index", "404")
    ]


def case_school_file_invisible():
    content = small_content()
    return filled(school_file, content, [("filled", "naam", "a\tb\nc\u2028d\x00")])[0]["school"]["naam"]


def case_school_file_refuses():
    content = small_content()
    model = school_file.init(content)
    return [
        refusal(school_file.update, content, model, message)
        for message in (
            ("gone",),
            ("filled", "contact", "x"),
            ("filled", "naam"),
            ("contact-filled", "3", "naam", "x"),
            ("contact-filled", "1", "foto", "x"),
            ("contact-removed", "0"),
            ("contact-raised",),
            ("contact-gone", "1"),
            ("location-removed", "1"),
            ("location-raised", "1"),
            ("checked", "x"),
        )
    ] + [refusal(school_file.effect, content, model, ("leave",), None)]


CASES = [
    case_plain_yaml_read,
    case_plain_yaml_write,
    case_rules_of_one_value,
    case_school_file_run,
    case_school_file_all_mistakes_at_once,
    case_school_file_kind_of_school,
    case_school_file_rows,
    case_school_file_opened,
    case_school_file_opened_over_another,
    case_school_file_effects,
    case_school_file_location_ids,
    case_school_file_invisible,
    case_school_file_refuses,
]
