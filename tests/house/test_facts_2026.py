"""What is known about the law and about help in November 2026 stands on the pages where somebody needs it, per kind of school.

Words and numbers are those of the sources, written down by hand; nothing here is read from the content.
"""

import datetime
import re
from functools import lru_cache

import pytest

from macros.commands.check import main as check_main
from macros.commands.plain_pages import content_for, expanded
from macros.content.languages import languages
from macros.content.origin import origin
from macros.load import load
from macros.publish.cases import protocol_data
from macros.publish.links import Links
from macros.render.danger import numbers_note
from macros.render.shared import checked_line
from macros.upkeep.facts import links_of_facts, to_look_up
from macros.upkeep.year_list import year_check
from tests.loaded import loaded
from tests.own_layers import FILLED_IN, make_school
from tests.places import ROOT
from tests.words.of_a_country import KINDS, site_texts
from widgets.core import dates, plan

PO, SO, VO, BASIS, SECUNDAIR = KINDS
NL, VL, ALL = (PO, SO, VO), (BASIS, SECUNDAIR), tuple(KINDS)
# Protocols with an end for what somebody of the school did, by kind of school.
PROTOCOLS = {
    "aanbevolen-protocol": ALL,
    "nul-tot-zeven": (PO, BASIS),
    "plagen-en-steungroep": (PO, BASIS),
    "zes-stappen": (VO, SECUNDAIR),
    "signaal-tot-afronding": (VO, SECUNDAIR),
}
BOARD = (
    "moet",
    "meteen overleggen met de vertrouwensinspecteur",
    "0900-111 3 111",
    "redelijk vermoeden",
    "aangifte doen bij de politie",
    "stagiair",
    "vrijwilliger",
    "adviseur die helemaal van buiten",
)
# Fact -> (kinds of school, page, what stands on it).
FACTS = [
    (
        "F-8-01",
        NL,
        "wegwijzers/is-er-direct-gevaar",
        ("0800-0188", "dag en nacht gratis", "eerste zeven dagen", "ook als je geen aangifte doet"),
    ),
    (
        "F-8-01",
        VL,
        "wegwijzers/is-er-direct-gevaar",
        ("Zorgcentrum na Seksueel Geweld", "seksueelgeweld.be", "ook voor kinderen"),
    ),
    ("F-8-02", NL, "wegwijzers/online-pesten", ("020-261 52 75", "niet dag en nacht", "Take It Down", "laat het account staan")),
    ("F-8-02", VL, "wegwijzers/online-pesten", ("Take It Down", "laat het account staan", "om geld wordt gevraagd")),
    ("F-8-02", ALL, "leerlingen/online", ("Take It Down", "Laat het account staan", "om geld wordt gevraagd")),
    ("F-8-02", ALL, "lijsten/dossier", ("om geld wordt gevraagd", "Laat het account staan")),
    ("F-8-03", NL, "lijsten/digitaal", ("maken, hebben of bekijken", "vrijwillig")),
    (
        "F-8-04",
        NL,
        "wegwijzers/is-er-direct-gevaar",
        ("huisarts", "huisartsenpost", "020-311 38 88", "wie van jullie bij de leerling blijft"),
    ),
    ("F-8-04", VL, "wegwijzers/is-er-direct-gevaar", ("huisarts", "Het CLB is ’s avonds en ’s nachts dicht", "1813")),
    ("F-8-04", ALL, "ouders/mijn-kind-wordt-gepest", ("huisarts",)),
    ("F-8-05", NL, "wegwijzers/is-er-direct-gevaar", ("030-285 66 16", "9.00 tot 16.00", "op een school werkt")),
    ("F-8-05", NL, "coordinator/signaal", ("030-285 66 16", "9.00 tot 16.00", "020-311 38 88")),
    ("F-8-05", NL, "ouders/komt-u-er-niet-uit", ("Kinderombudsman", "0800-876 54 32")),
    ("F-8-06", NL, "coordinator", ("vóór 1 juli bij de inspectie", "toestemming")),
    ("F-8-06", NL, "lijsten/bewijslijst", ("vóór 1 juli bij de inspectie", "toestemming", "financiële maatregel")),
    ("F-8-06", NL, "lijsten/jaarkalender", ("vóór 1 juli bij de inspectie", "toestemming")),
    (
        "F-8-07",
        (VO,),
        "lijsten/maatregelen",
        (
            "Overleg met de inspectie voordat het besluit definitief wordt",
            "binnen zes weken bezwaar",
            "zes weken na het besluit",
            "een andere school de leerling wil toelaten",
            "met de reden erbij",
            "Hoor eerst",
        ),
    ),
    ("F-8-07", (PO,), "lijsten/maatregelen", ("binnen zes weken bezwaar", "zes weken na het besluit", "met de reden erbij")),
    (
        "F-8-07",
        (VO,),
        "ouders/komt-u-er-niet-uit",
        ("binnen zes weken bezwaar", "binnen zes weken na het besluit", "met de inspectie overleggen"),
    ),
    ("F-8-08", ALL, "rollen", ("Onderzoekt zelf niets, bemiddelt niet en lost de zaak niet op",)),
    *[("F-8-09", tuple(kind for kind in kinds if kind in NL), f"protocollen/{name}", BOARD) for name, kinds in PROTOCOLS.items()],
    ("F-8-09", NL, "wegwijzers/is-er-direct-gevaar", BOARD),
    ("F-8-09", NL, "coordinator/signaal", ("stagiair of vrijwilliger", "0900-111 3 111", "redelijk vermoeden", "aangifte")),
    ("F-8-10", (VO, SO), "ouders/dossier-en-privacy", ("kopie", "Tot uw kind 18 is", "Vanaf 16 jaar")),
    ("F-8-10", (VO, SO), "lijsten/dossier", ("kopie", "totdat hun kind 18 is")),
    ("F-8-10", (VO, SO), "protocollen/aanbevolen-protocol", ("Tot de leerling 18 is, houden de ouders het recht",)),
    (
        "F-8-11",
        NL,
        "lijsten/bewijslijst",
        (
            "36 777",
            "27 juni 2025",
            "18 november 2025",
            "incidenten vast te leggen",
            "melden bij de inspectie",
            "veiligheidscoördinator",
            "vertrouwenspersonen",
            "elk jaar te evalueren",
            "wordt de meldplicht breder",
            "eerstekamer.nl/36777",
        ),
    ),
    ("F-8-11", NL, "coordinator", ("36 777", "18 november 2025", "konden we niet zien", "eerstekamer.nl/36777")),
    ("F-8-12", VL, "coordinator", ("1 september 2018", "beleid op leerlingenbegeleiding", "voorwaarde", "niet verplicht")),
    ("F-8-12", VL, "lijsten/bewijslijst", ("psychisch en sociaal functioneren", "1 september 2018", "voorwaarde om erkend")),
    ("F-8-13", (BASIS,), "lijsten/digitaal", ("1 september 2025", "ook niet op de speelplaats")),
    (
        "F-8-13",
        (SECUNDAIR,),
        "lijsten/digitaal",
        ("1 september 2025", "ook niet op de speelplaats", "derde graad beslist de school"),
    ),
    ("F-8-14", VL, "hulplijnen", ("Vlaams Mensenrechteninstituut",)),
    ("F-8-14", VL, "lijsten/maatregelen", ("één keer verlengen",)),
    ("F-8-14", VL, "ouders/dossier-en-privacy", ("Gegevensbeschermingsautoriteit",)),
    ("F-8-14", (SECUNDAIR,), "lijsten/digitaal", ("van 16 tot 18 jaar", "14 jaar", "hoogstens drie jaar", "Doorsturen")),
    ("F-8-15", NL, "lijsten/bronnen", ("2020-2021", "11 procent", "5 procent", "22 procent", "10 procent")),
    (
        "F-8-16",
        NL,
        "lijsten/bronnen",
        ("KiVa", "goede aanwijzingen", "PRIMA", "eerste aanwijzingen", "Plezier op School", "2018 tot 2022", "nog geen bewijs"),
    ),
    ("F-8-16", ALL, "lijsten/bronnen", ("ging dat juist samen met méér pesten",)),
    (
        "F-8-17",
        ALL,
        "wegwijzers/is-er-direct-gevaar",
        (
            "dreiging over de school zelf",
            "altijd bij de politie",
            "eerste hulp",
            "op het hoofd",
            "ouders of verzorgers van alle betrokken leerlingen",
        ),
    ),
]


# What only somebody with a live page or a telephone can tell.
TO_LOOK_UP = {
    NL: (
        "36 777",
        "uitslag van de monitor",
        "telefoons",
        "Kindertelefoon",
        "Helpwanted",
        "Fier",
        "Jongeren Hulp Online",
        "Meldknop",
        "Veiligheidsmonitor",
    ),
    VL: ("Awel", "1712", "Klachtenlijn", "preventief schorsen", "uitschrijven", "Strafwetboek"),
}


@lru_cache(maxsize=None)
def shown(country: str, school_type: str) -> dict[str, str]:
    found = {page: " ".join(texts) for page, texts in site_texts(ROOT, content_for(ROOT, country, school_type)).items()}
    for route in [page for page in found if re.fullmatch("(protocollen|wegwijzers)/[^/]+", page)]:
        found[route] += "".join(f" {text}" for page, text in found.items() if page.startswith(f"{route}/"))
    return found


@pytest.mark.parametrize("fact, kinds, page, words", FACTS, ids=[f"{fact[0]}-{fact[2]}-{len(fact[1])}" for fact in FACTS])
def test_a_fact_stands_where_it_is_needed(fact, kinds, page, words):
    assert kinds
    for kind in kinds:
        missing = [word for word in words if word not in shown(*kind)[page]]
        assert not missing, f"{fact}: {page} of {kind}"


def test_every_fact_has_a_place():
    """All seventeen, and each of them for whom it holds in the list of sources too."""
    numbers = {f"F-8-{number:02}" for number in range(1, 18)}
    assert {fact for fact, *_ in FACTS} == numbers
    assert numbers <= set(links_of_facts(ROOT))


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_school_looks_up_stands_everywhere_it_looks(kind):
    """On the page for schools, in the list for once a year and in the report of a check; never that of another country."""
    content = content_for(ROOT, *kind)
    asked = " ".join(point.question for point in to_look_up(ROOT, content.school))
    for kinds, words in TO_LOOK_UP.items():
        assert [word for word in words if (word in asked) != (kind in kinds)] == []
    (part,) = [part for part in year_check(content, ROOT, datetime.date(2026, 12, 1)) if part.id == "opzoeken"]
    for point in to_look_up(ROOT, content.school):
        assert point.question in shown(*kind)["scholen"]
        (item,) = [item for item in part.items if item.text == point.question]
        assert item.addresses == point.links and item.places[0].startswith("protocol/feiten.yaml:")


def test_the_report_of_a_check_says_what_to_look_up(capsys):
    assert check_main(ROOT) == 0
    said = capsys.readouterr().out
    assert said.index("De inhoud klopt") < said.index("Zelf opzoeken") < said.index("https://www.eerstekamer.nl/36777")


@pytest.mark.parametrize("kind", VL)
def test_complaints_of_discrimination_no_longer_go_to_unia(kind):
    assert not [page for page, text in shown(*kind).items() if re.search(r"\bUnia\b", text)]


@pytest.mark.parametrize("kind", VL)
def test_no_dutch_duty_in_flanders(kind):
    whole = " ".join(
        text for page, text in shown(*kind).items() if not page.startswith(("scholen", "schrijven", "keuzes", "over/"))
    )
    for word in ("vertrouwensinspecteur", "0900-111", "030-285", "0800-876", "vóór 1 juli", "020-311", "020-261"):
        assert word not in whole, word


def test_nothing_about_sixteen_year_olds_in_a_flemish_primary_school():
    """Also not in what the search reads. Pages for whoever makes the site are for all schools."""
    for path, markdown in expanded(ROOT, content_for(ROOT, *BASIS)):
        if not path.startswith(("schrijven", "keuzes", "scholen")):
            assert not re.search(r"\b16(-| )?(jaar|jarige|\+)|zestien", markdown), path


# ---- terms ----


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("online", [False, True])
def test_the_recommended_protocol_is_quick(kind, online):
    """Reported on Monday 2 November 2026: the talk and the plan by Wednesday, home by Thursday, the other home within a week.

    In Flanders two weeks later: there 2 November is a holiday.
    """
    monday = dates.from_iso("2026-11-02" if kind in NL else "2026-11-16")
    content = content_for(ROOT, *kind)
    data = protocol_data(content.protocols["aanbevolen-protocol"], content, Links("protocollen/aanbevolen-protocol.md", True))
    for approach, after in (
        ("gesprek-duidelijk", "thuis-pest"),
        ("gesprek-zonder-verwijt", "thuis-pest"),
        ("steungroep", "steungroep"),
    ):
        answers = {
            "melding": "eerste-gesprek",
            "eerste-gesprek": "plan",
            "plan": "wat-is-het",
            "wat-is-het": "thuis-gepest",
            "thuis-gepest": "online" if online else "wie-is-het",
            "online": "wie-is-het",
            "wie-is-het": "aanpak",
            "aanpak": approach,
            approach: "afspraken" if approach == "steungroep" else "thuis-pest",
        }
        lines = plan.plan(data, {"answers": answers, "records": {}, "reported": monday, "today": None})
        due = {line["step"]: line["due"] - monday for line in lines if line["due"] is not None}
        assert (due["melding"], due["eerste-gesprek"], due["plan"], due["thuis-gepest"]) == (0, 2, 2, 3)
        assert due[approach] <= due[after] <= 7


@pytest.mark.parametrize(
    "name, first",
    [
        ("aanbevolen-protocol", "eerste-gesprek"),
        ("nul-tot-zeven", "stap-3-gepest"),
        ("plagen-en-steungroep", "eerste-gesprek"),
        ("signaal-tot-afronding", "eerste-gesprek"),
    ],
)
def test_the_first_talk_comes_within_two_school_days(name, first):
    """The six steps keep the week of their source, and say that sooner is better."""
    kind = VO if VO in PROTOCOLS[name] else PO
    step = content_for(ROOT, *kind).protocols[name].step(first)
    assert step.deadline.within == "2 schooldagen"
    assert "twee schooldagen" in shown(*VO)["protocollen/zes-stappen"]


def test_no_page_repeats_the_old_terms():
    old = re.compile(
        r"binnen (een|1|één) week (praat|na een melding)|hoogstens (één|een) week|"
        r"uiterlijk (een|één) week na het gesprek|"
        r"praat (uiterlijk|binnen) (een|één) week|nooit langer dan één week",
        re.I,
    )
    for kind in KINDS:
        for page, text in shown(*kind).items():
            found = old.search(text)
            assert not found, f"{page}: {found and found.group(0)}"


def test_talking_together_is_for_a_quarrel_only():
    for kind in KINDS:
        for route in content_for(ROOT, *kind).routes:
            for step in route.steps:
                if step.guide == "gesprek-samen":
                    assert {"leerling-gepest", "leerling-pest"}.isdisjoint(step.with_), f"{route.id} {step.id}"


# ---- dates ----

CLAIM = re.compile(
    r"(nagekeken|gecontroleerd|gecheckt|nagezien|nagelezen) (op|in) "
    r"(\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)",
    re.I,
)
DAY = re.compile(r"\b\d{1,2}\.? +[^\W\d_]+[’'\w]* +20\d\d")  # "21 november 2026", in any alphabet


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_says_that_we_checked_on_a_day(kind):
    for page, text in shown(*kind).items():
        if not page.startswith(("schrijven", "scholen")):  # what a school itself may write there
            assert not CLAIM.search(text), page


@pytest.mark.parametrize("code", ["", *languages(ROOT)])
def test_no_language_dates_a_check(code):
    """Under texts and numbers stands a month, in every language; only a school gets a day."""
    for country, school_type in KINDS:
        content = loaded(country, school_type, language=code)
        told = checked_line(next(iter(content.protocols.values())), content)
        assert "2026" in told and not DAY.search(told + numbers_note(content)), told
    base = ROOT / "docs" / "talen" / code if code else ROOT / "docs"
    for path in base.rglob("*.md"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if 'class="checked"' in line and (code or "talen" not in path.parts):
                assert "2026" in line and not DAY.search(line), path


def test_a_school_that_looked_itself_says_so(tmp_path):
    """The date of the layer is a day, with the school as the one who read or called; of the rest it stays a month."""
    layer = {
        "school.yaml": FILLED_IN,
        "lijsten/maatregelen.yaml": "gecontroleerd: 2026-11-23\n",
        "hulplijnen.yaml": "hulplijnen:\n  - id: politie-nl\n    gecontroleerd: 2026-11-24\n",
    }
    content = load(make_school(tmp_path, layer))
    assert not content.errors
    read, other = content.collections["maatregelen"], content.collections["dossier"]
    assert "De school heeft deze tekst nagelezen op 23 november 2026." in checked_line(read, content)
    assert "Deze tekst is voor het laatst bijgewerkt in november 2026." in checked_line(other, content)
    called = content.helplines["politie-nl"]
    assert origin(called) == "door jullie nagekeken op 24 november 2026"
    assert "niet gebeld" in origin(content.helplines["slachtofferhulp"])


def test_sources_that_gave_way_are_gone():
    """Newspapers and pages of others than the law stay only with their year in sight."""
    gone = re.compile(r"valkenswaard\.nl|stoppestennu\.nl/[a-z]|5dok\.net/document|schulinck\.nl|rblgv\.nl|demorgen\.be")
    weak = re.compile(r"ad\.nl/|security\.nl/|klacht-over-veilige-schoolomgeving-communicatie")
    for kind in KINDS:
        for path, markdown in expanded(ROOT, content_for(ROOT, *kind)):
            found = gone.search(markdown)
            assert not found, f"{path}: {found and found.group(0)}"
            for line in markdown.splitlines():
                if 'class="checked"' in line and weak.search(line):
                    assert re.search(r"\(20\d\d\)", line), path
