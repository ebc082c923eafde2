"""The danger page as it is built: every reader finds the own situation, a number with its hours, and what to do then.

What must stand there comes from the list of checked facts (F-8-…), written down here by hand per country.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser

import pytest

from macros.commands.plain_pages import content_for, expanded_page
from macros.content.languages import languages
from macros.content.origin import origin
from macros.load import load
from macros.publish.helplines import helpline_data
from macros.publish.links import Links
from macros.render import danger
from macros.schema.countries import SCHOOL_TYPES
from tests.loaded import loaded
from tests.own_layers import make_school
from tests.places import ROOT

PAGE = "nu-gevaar.md"
KINDS = [(country, kind) for country, kinds in SCHOOL_TYPES.items() for kind in kinds]
DUTCH, FLEMISH = [kind for kind in KINDS if kind[0] == "nl"], [kind for kind in KINDS if kind[0] == "vl"]
LANGUAGES = languages(ROOT)
PUPIL, PARENT, STAFF = "leerling", "ouder", "school"
READERS = {PUPIL: "leerling", PARENT: "ouder", STAFF: "personeel"}  # anchor on the page -> reader in the content

# (fact, readers, what they find): a number means a link that dials it, with the hours right after it.
NL = [
    ("112", (PUPIL, PARENT, STAFF), [("112", "24 uur per dag")]),
    ("F-8-01 centre", (PUPIL, PARENT, STAFF), [("0800-0188", "24 uur per dag"), "gratis", "zeven dagen", "Bellen is gratis"]),
    ("F-8-01 without police", (PARENT, STAFF), [re.compile("geen aangifte|zonder aangifte")]),
    ("F-8-02 helpwanted", (PUPIL, PARENT, STAFF), [("020-261 52 75", "op vaste tijden")]),
    ("F-8-02 take it down", (PUPIL, PARENT, STAFF), ['href="https://takeitdown.ncmec.org/nl/"', "Take It Down"]),
    (
        "F-8-02 what to keep",
        (PUPIL, PARENT, STAFF),
        [
            "de naam van het account",
            re.compile("niet de foto zelf|[Nn]ooit het beeld zelf"),
            re.compile("account (?:blijft )?staan"),
        ],
    ),
    ("F-8-02 money", (PUPIL, PARENT, STAFF), [re.compile(r"[Bb]etaal (?:niets|niet)|niemand betaalt|betaal niets")]),
    ("F-8-03", (STAFF,), ["maken, hebben en bekijken is strafbaar", "anders beoordeeld"]),
    ("F-8-04 line", (PUPIL, PARENT, STAFF), [("113", "24 uur per dag"), "0800-0113"]),
    ("F-8-04 doctor", (PUPIL, PARENT, STAFF), ["huisarts"]),
    ("F-8-04 at night", (PARENT, STAFF), ["huisartsenpost"]),
    ("F-8-04 plan or means", (STAFF,), ["een plan of een middel", "Laat de leerling niet alleen", "Spreek nu af of"]),
    ("F-8-04 plan or means, at home", (PARENT,), ["Is er een plan", "geen moment alleen"]),
    ("F-8-04 not alone", (PUPIL,), [re.compile("Blijf niet alleen|Wil je bij me blijven")]),
    ("F-8-04 professionals", (STAFF,), [("020-311 38 88", "op werkdagen"), "113.nl/onderwijs"]),
    ("F-8-05 advice for staff", (STAFF,), [("030-285 66 16", "schooldagen van 9 tot 16 uur")]),
    ("F-8-05 ombudsman", (PUPIL, PARENT), [("0800-876 54 32", "op de tijden die op dekinderombudsman.nl staan")]),
    ("F-8-05 children", (PUPIL,), [("0800-0432", "meestal elke dag van 11 tot 21 uur"), "Neemt niemand op"]),
    ("home", (PUPIL, PARENT, STAFF), [("0800-2000", "24 uur per dag")]),
    ("F-8-09 inspector", (PUPIL, PARENT, STAFF), [("0900-111 3 111", "werkdagen van 8.00 tot 17.00 uur")]),
    (
        "F-8-09 duty",
        (STAFF,),
        [
            "meteen overleggen met de vertrouwensinspecteur",
            "redelijk vermoeden",
            "stagiair of vrijwilliger",
            "helemaal van buiten",
        ],
    ),
    ("F-8-09 duty, for parents", (PARENT,), ["meteen met de vertrouwensinspecteur overleggen", "redelijk vermoeden"]),
    ("F-8-17 threat", (STAFF,), ["meldt een dreiging tegen de school altijd bij de politie"]),
    ("F-8-17 violence", (STAFF,), ["eerste hulp", "klap op het hoofd", "nog dezelfde dag", "aan beide kanten"]),
    ("F-8-17 head", (PUPIL, PARENT), [re.compile("klap op (?:je|het) hoofd"), "dokter"]),
]
VL = [
    ("112 and 101", (PUPIL, PARENT, STAFF), [("112", "24 uur per dag"), ("101", "24 uur per dag"), "ziekenwagen"]),
    (
        "F-8-01",
        (PUPIL, PARENT, STAFF),
        ["Zorgcentrum na Seksueel Geweld", 'href="https://seksueelgeweld.be/"', "zeven dagen", "gratis", "dag en nacht"],
    ),
    (
        "F-8-02",
        (PUPIL, PARENT, STAFF),
        [("116 000", "24 uur per dag"), 'href="https://takeitdown.ncmec.org/nl/"', "de naam van het account"],
    ),
    ("F-8-03", (STAFF,), ["maken, hebben en bekijken kan strafbaar zijn"]),
    ("F-8-04 line", (PUPIL, PARENT, STAFF), [("1813", "bellen kan 24 uur per dag"), "huisarts"]),
    ("F-8-04 at night", (PARENT, STAFF), ["wachtpost", "spoed", re.compile("CLB[^.]* is [^.]*’s nachts[^.]* dicht")]),
    ("F-8-05 busy", (PUPIL,), [("102", "meestal ’s namiddags en ’s avonds"), "Awel is vaak bezet"]),
    ("home", (PUPIL, PARENT, STAFF), [("1712", "op vaste uren"), 'href="https://nupraatikerover.be/"']),
    ("F-8-09", (PUPIL, PARENT, STAFF), ["Iemand die op school werkt", "1712"]),
    (
        "F-8-17",
        (STAFF,),
        ["meldt een dreiging tegen de school altijd bij de politie", "eerste hulp", "klap op het hoofd", "aan beide kanten"],
    ),
]
CASES = [
    (*kind, fact, reader, wanted)
    for kinds, table in ((DUTCH, NL), (FLEMISH, VL))
    for kind in kinds
    for fact, readers, wanted in table
    for reader in readers
]


class _Texts(HTMLParser):
    """The texts of a page with the languages around each: (text, ("nl", …) of the elements it stands in, tag)."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("br", "img"):
            self.open.append((tag, dict(attrs).get("lang", "")))

    def handle_endtag(self, tag):
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_data(self, data):
        if data.strip():
            spoken = [lang for _, lang in self.open if lang]
            self.found.append((data.strip(), spoken[-1] if spoken else "", self.open[-1][0] if self.open else ""))


@lru_cache(maxsize=None)
def shown(country: str, school_type: str, language: str = "") -> str:
    if not language:
        return expanded_page(ROOT, content_for(ROOT, country, school_type), PAGE)
    content = load(ROOT, country, school_type, language=language)
    content.school.country, content.school.school_type = country, school_type
    return expanded_page(ROOT, content, PAGE)


def part(page: str, anchor: str) -> str:
    """What stands under the heading of one reader."""
    after = page.split(f"{{ #{anchor} }}", 1)[1]
    return re.split(r"\n## ", after, maxsplit=1)[0]


def texts(html: str) -> list[tuple[str, str, str]]:
    parser = _Texts()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("country, school_type, fact, reader, wanted", CASES)
def test_the_reader_finds_the_fact(country, school_type, fact, reader, wanted):
    html = part(shown(country, school_type), reader)
    for item in wanted:
        if isinstance(item, tuple):
            number, hours = item
            assert re.search(
                rf'<a href="tel:{re.sub("[^0-9]", "", number)}">{number}</a>[^<]*(?:<a [^>]*>[^<]*</a>\. )?'
                rf"[^<]*{re.escape(hours)}",
                html,
            ), f"{fact}: {number}, {hours}"
        elif isinstance(item, re.Pattern):
            assert item.search(html), f"{fact}: {item.pattern}"
        else:
            assert item in html, f"{fact}: {item}"


SITUATIONS = {
    "zelfdoding": "zelfmoord|niet meer leven",
    "beeld": "naaktfoto|naaktbeeld",
    "dreiging": "bedreigt|bedreigd|ergs",
    "thuis": "thuis",
    "seksueel": "seksueel|raakte je aan",
    "geweld": "geweld|gevecht",
    "wapen": "wapen",
    "school": "op school werkt",
    "dreiging tegen de school": "bedreigt de school",
}


@pytest.mark.parametrize("country, school_type", KINDS)
@pytest.mark.parametrize("reader", READERS)
def test_every_situation_is_there_and_at_hand(country, school_type, reader):
    html = part(shown(country, school_type), reader)
    folds = re.findall(r'<details class="danger-box"><summary><h3 id="[^"]+">([^<]+)</h3>\s*</summary>', html)
    assert len(folds) == html.count("<h3") >= 7
    for name, words in SITUATIONS.items():
        assert re.search(words, " ".join(folds), re.I), name


@pytest.mark.parametrize("country, school_type", KINDS)
def test_the_first_lines_are_numbers_to_tap(country, school_type):
    """In Flanders: 112 (ambulance, fire brigade, police) and 101 (police)."""
    first = shown(country, school_type).split("## ", 1)[0]
    buttons = re.findall(r'href="tel:(\d+)"><strong>Bel \d+</strong> <span>([^<]+)</span>', first)
    if country == "vl":
        assert (
            buttons[:2]
            == [("112", "Ziekenwagen, brandweer en politie, als er nu gevaar is."), ("101", "Politie, als er nu gevaar is.")]
            and buttons[2][0] == "1813"
        )
        assert "wachtpost" in first and "huisartsenpost" not in first
    else:
        assert [number for number, _ in buttons] == ["112", "113"] and "24 uur per dag" in buttons[1][1]
        assert "huisartsenpost" in first
    assert "huisarts" in first
    assert first.index("tel:112") < first.index("danger-doors")


@pytest.mark.parametrize("country, school_type", KINDS)
def test_whoever_gets_no_answer_reads_what_to_do(country, school_type):
    """Every number on the page has its hours; what is not an emergency number also says what to do without an answer."""
    content = content_for(ROOT, country, school_type)
    lines = {name: content.helplines[name] for situation in content.dangers for name in situation.call}
    assert [name for name, line in lines.items() if not line.shown or not line.hours] == []
    assert [name for name, line in lines.items() if line.phone and "nood" not in line.groups and not line.unanswered] == []
    assert all(re.search(r"\b(?:tel:|https:)", part(shown(country, school_type), reader)) for reader in READERS)


@pytest.mark.parametrize("country, school_type", KINDS)
def test_parents_read_u_and_pupils_je(country, school_type):
    for situation in content_for(ROOT, country, school_type).dangers:
        words = re.sub("‘[^’]*’", "", " ".join([situation.situation, *situation.do]))
        wrong = {"ouder": r"\b(?:je|jij|jou|jouw|jullie)\b", "leerling": r"\b(?:u|uw)\b", "personeel": r"\b(?:u|uw)\b"}
        assert not re.search(wrong[situation.reader], words, re.I), situation.id


@pytest.mark.parametrize("country, school_type", KINDS)
def test_a_child_is_not_sent_to_the_line_of_another_country(country, school_type):
    page = shown(country, school_type)
    dialled = set(re.findall(r'"tel:(\d+)"', page))
    others = {"nl": {"101", "102", "1712", "1813", "116000"}, "vl": {"113", "08000432", "08002000", "08000188", "0202615275"}}
    assert dialled and not dialled & others[country]


# ---- where numbers come from ----


def test_no_page_says_that_we_checked_a_number():
    for country, school_type in KINDS:
        content = content_for(ROOT, country, school_type)
        assert [line.id for line in content.helplines.values() if line.checked or line.status == "nagekeken"] == []
        assert content.danger_page.checked is None
        for path in (PAGE, "hulplijnen.md"):
            page = expanded_page(ROOT, content, path)
            assert "niet zelf gebeld" in page and not re.search(r"nagekeken op|gecontroleerd op", page, re.I), path


def test_where_a_number_comes_from_is_told_with_its_year():
    lines = loaded().helplines
    assert origin(lines["kindertelefoon"]) == "overgenomen uit een bron van 2019, gelezen in november 2026, niet gebeld"
    assert origin(lines["veilig-thuis"]) == "overgenomen uit een bron zonder jaartal, gelezen in november 2026, niet gebeld"


def test_a_school_that_called_says_so_itself(tmp_path):
    project = make_school(tmp_path, {"hulplijnen.yaml": "hulplijnen:\n  - id: veilig-thuis\n    gecontroleerd: 2026-11-30\n"})
    content = load(project)
    assert content.errors == []
    assert "Onze school keek dit na op 30 november 2026." in helpline_data(content.helplines["veilig-thuis"], content)["for_whom"]
    assert origin(content.helplines["veilig-thuis"]) == "door jullie nagekeken op 30 november 2026"


def test_a_school_may_add_a_situation_and_hide_none(tmp_path):
    added = (
        "gevaar+:\n  - id: sloot\n    lezer: ouder\n    situatie: Uw kind viel in de sloot\n    doe: [Bel 112.]\n"
        "    bel: [noodnummer-nl]\n"
    )
    content = load(make_school(tmp_path / "a", {"gevaar.yaml": added}))
    assert content.errors == [] and "sloot" in danger.dangers(content, "ouder") and "sloot" not in danger.dangers(content)
    hidden = "gevaar:\n  - id: leerling-thuis-vo-nl\n    lezer: personeel\n"
    assert ["staat vast" in problem.message for problem in load(make_school(tmp_path / "b", {"gevaar.yaml": hidden})).errors] == [
        True
    ]


# ---- other languages ----


@pytest.mark.parametrize("country, school_type", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_dutch_for_staff_in_another_language(language, country, school_type):
    """Dutch are only the names of helplines: no text for staff, and nothing that was translated stands inside Dutch."""
    page = shown(country, school_type, language)
    dutch = [(text, tag) for text, lang, tag in texts(page) if lang == "nl"]
    content = content_for(ROOT, country, school_type)
    names = {line.name for line in content.helplines.values()}
    assert [text for text, tag in dutch if tag != "strong" or text not in names] == []
    staff = [
        text for situation in content.dangers if situation.reader == "personeel" for text in (situation.situation, *situation.do)
    ]
    assert [text for text in staff if text in page] == []
    assert 'hreflang="nl"' in part(page, STAFF) and "danger-box" not in part(page, STAFF)
    assert not re.search(r"\b(?:niet|wordt|iemand)\b", part(page, PARENT)) and "</a> of <a" not in page


@pytest.mark.parametrize("country, school_type", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_every_situation_and_number(language, country, school_type):
    page, dutch = shown(country, school_type, language), shown(country, school_type)
    for reader in (PUPIL, PARENT):
        here, there = part(page, reader), part(dutch, reader)
        for pattern in (r'<h3 id="([^"]+)"', r'href="(tel:\d+|https:[^"]+)"'):
            assert re.findall(pattern, here) == re.findall(pattern, there)
        assert "huisarts" in here, "the word to ask for in the street"
    other = {situation.id: situation for situation in loaded(country, school_type, language=language).dangers}
    for situation in content_for(ROOT, country, school_type).dangers:
        if situation.reader != "personeel":
            assert [re.findall(r"\d+", text) for text in other[situation.id].do] == [
                re.findall(r"\d+", text) for text in situation.do
            ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_and_advice_of_helplines_are_translated(language):
    for country, school_type in (("nl", "vo"), ("vl", "secundair")):
        content = loaded(country, school_type, language=language)
        dutch = content_for(ROOT, country, school_type)
        for line in content.helplines.values():
            known = dutch.helplines[line.id]
            if line.shown:
                assert "in_dutch" not in helpline_data(line, content), line.id
                for own, other in (
                    (known.hours, line.hours),
                    (known.unanswered, line.unanswered),
                    (known.for_whom, line.for_whom),
                ):
                    numbers = [sorted(re.findall(r"\d{3,}(?:-\d+)?", text or "")) for text in (own, other)]
                    assert numbers[0] == numbers[1], line.id
        names = [text for text, lang, tag in texts(danger.dangers(content, "leerling", Links(PAGE))) if lang == "nl"]
        assert names and not set(names) - {line.name for line in content.helplines.values()}


def test_a_dutch_text_of_a_school_says_that_it_is_dutch(tmp_path):
    project = make_school(
        tmp_path,
        {
            "gevaar.yaml": "gevaar+:\n  - id: sloot\n    lezer: ouder\n    situatie: Uw kind viel in de "
            "sloot\n    doe: [Bel 112.]\n"
        },
    )
    content = load(project, language="ar")
    html = danger.dangers(content, "ouder", Links(PAGE))
    assert content.translation.site.partly in html
    assert [lang for text, lang, _ in texts(html) if "sloot" in text] == ["nl"]


@pytest.mark.parametrize("country, school_type", [("nl", "vo"), ("vl", "secundair")])
def test_numbers_with_a_dash_are_kept_together_in_arabic(country, school_type):
    """After Arabic letters 0800-0188 would show as 0188-0800 (rules W2 and W4 of Unicode 9)."""
    html = re.sub(r'<a [^>]*dir="ltr"[^>]*>[^<]*</a>', "", shown(country, school_type, "ar").split("---\n", 2)[2])
    told = [text for text, _, tag in texts(html) if tag not in ("script",) and re.search(r"\d-\d", text)]
    assert told or country == "vl"
    assert [text for text in told if re.search(r"\d-\d", re.sub("\u2066[^\u2069]*\u2069", "", text))] == []
