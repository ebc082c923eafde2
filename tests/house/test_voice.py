"""How the site sounds: sentences that nobody says aloud are found by rules, and the examples for who writes keep to these.

The rules are `zinnen` in protocol/taal.yaml, the examples protocol/voorbeeldzinnen.yaml.
"""

import re
from functools import lru_cache

import pytest

from macros.commands.plain_pages import content_for
from macros.render.pairs import sentence_pairs, why
from macros.schema.language import Pair, Pairs
from macros.schema.validate import validate
from macros.source.reader import read
from tests.places import ROOT
from tests.words.house_style import Passage, check_address, check_sentences, check_words, passages, read_rules
from tests.words.of_a_country import KINDS, site_texts
from tests.words.readability import sentences, words

RULES, _ = read_rules(ROOT)
PAIRS = validate(read(ROOT / "protocol/voorbeeldzinnen.yaml", ROOT), Pairs)
READERS = ("team", "ouders", "leerlingen", "coordinatoren", "makers")
LIMITS = {"leerlingen": "leerlingen", "ouders": "ouders", "makers": "scholen"}  # the others read as staff
EACH = [(reader.id, pair) for reader in PAIRS.readers for pair in reader.pairs]


def found(text: str, reader: str = "") -> set[str]:
    """The rules that this text breaks, when only that reader reads it."""
    return {rule for _, rule in check_sentences([Passage("x.md", 1, text, f"voor_{reader}")], RULES)}


# ---- rules ----


@pytest.mark.parametrize("rule", RULES.sentences, ids=lambda rule: rule.id)
def test_a_rule_finds_its_bad_sentence_and_not_its_good_one(rule):
    for reader in rule.readers or ["", "ouders", "leerlingen"]:
        assert rule.id in found(rule.bad, reader) and rule.id not in found(rule.instead, reader)
    if rule.readers:
        assert rule.id not in found(rule.bad), "for these readers only"


@pytest.mark.parametrize(
    "rule, text",
    [
        ("thuis-als-persoon", "Het gaat niet goed. Thuis weet nog van niets, maar thuis krijgt bericht."),
        ("thuis-als-persoon", "Thuis weet het nog niet."),
        ("thuis-als-persoon", "Mail thuis."),
        ("thuis-als-persoon", "Overleg daarna met thuis."),
        ("die-en-nog-eens-die", "Vraag wat die wil en hoe die geholpen wil worden, en wanneer die naar huis gaat."),
        ("wie-als-naam", "Wie gepest wordt, krijgt hulp."),
        ("wie-als-naam", "Bel de ouders van wie pestte."),
        ("wie-als-naam", "Straf wie meedoet."),
        ("wie-als-naam", "Blijf bij wie er last van heeft."),
        ("zonder-onderwerp", "De commissie helpt u. Doet niet: de school straffen."),
        ("vindt-plaats", "De overdracht zal in juni plaatsvinden, want toen heeft die ook plaatsgevonden."),
        ("haakjes", "Praat met de leerling(e)."),
        ("je-en-u", "Uw kind mag meedoen, en je hoeft niets te betalen."),
    ],
)
def test_others_of_the_same_kind_are_found(rule, text):
    pieces = [piece for piece in sentences(text) if rule in found(piece)]
    assert pieces and rule in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thuis kan het kind rustig vertellen wat er is gebeurd.",
        "Thuis hoort u er meer over.",
        "Thuis krijgt het kind rust.",
        "Is het thuis niet veilig? Zeg dat dan op school.",
        "Maak afspraken voor thuis en voor school.",
        "Wie met thuis blijven niets oplost, gaat weer naar school.",
        "De leerling die pest en de leerling die gepest wordt, krijgen elk een eigen gesprek.",
        "Vraag of die leerling het al weet, en wat die collega ervan vindt.",
        "Weet je wie pest? Vraag wie meedoet.",
        "Aan wie vertel je het?",
        "Zoek iemand bij wie je je veilig voelt.",
        "Er is limonade voor wie meedoet.",
        "Zeg: ‘Wilt u dat uw kind meedoet?’ Daarna wacht je even.",
        "De oplossing vindt een plaats in het plan.",
        "Plaatsen genoeg: kies er een waar niemand binnenloopt.",
        "Het maken van de site duurt een minuut.",
        "Vul dit (samen) in.",
        "Dat mag niet, en dat kan niet.",
        "Klik op de knop als je klaar bent.",
    ],
)
@pytest.mark.parametrize("reader", ["", "leerlingen", "ouders"])
def test_no_rule_forbids_a_good_sentence(text, reader):
    assert found(text, reader) == set()


def test_no_text_breaks_a_rule():
    broken = [f"{rule}: {problem}" for problem, rule in check_sentences(passages(ROOT), RULES)]
    assert not broken, "\n".join(broken)


def test_hij_of_zij_may_be_written():
    """Better than a slash or ‘die’ twice; a slash cannot be read aloud."""
    for good in ("De leerling kiest of hij of zij erbij wil zijn.", "Loop met hem of haar mee."):
        assert not check_words([Passage("x.md", 1, good)], RULES)
    for bad in ("De leerling kiest of hij erbij wil zijn.", "Vraag het hem/haar.", "Bel diens ouders."):
        assert check_words([Passage("x.md", 1, bad)], RULES)


# ---- examples ----


def test_forty_for_each_reader_and_all_of_them_different():
    assert tuple(reader.id for reader in PAIRS.readers) == READERS
    assert [len(reader.pairs) for reader in PAIRS.readers] == [40] * 5
    said = [text for _, pair in EACH for text in (pair.bad, pair.good)]
    assert len(set(said)) == len(said)
    assert all(
        sum(pair.audience is not None for each, pair in EACH if each == reader) >= 3 for reader in ("ouders", "leerlingen")
    )


@pytest.mark.parametrize("reader, pair", EACH, ids=[f"{reader}-{number % 40 + 1}" for number, (reader, _) in enumerate(EACH)])
def test_a_good_sentence_passes_and_a_bad_one_has_its_reason(reader: str, pair: Pair):
    good = Passage("x.md", 1, pair.good, f"voor_{reader}")
    assert found(pair.good, reader) == set() and not check_words([good], RULES) and not check_address([good])
    longest = next(each.longest for each in RULES.readers if each.id == LIMITS.get(reader, "schoolteam"))
    assert max(len(words(sentence)) for sentence in sentences(pair.good)) <= longest
    if pair.rule:
        assert pair.rule in found(pair.bad, reader)
    else:
        assert pair.why and not found(pair.bad, reader), "a rule finds it: say which"


def test_the_page_shows_every_pair_with_its_reason():
    shown = sentence_pairs(ROOT)
    reasons = {rule.id: rule.why for rule in RULES.sentences}
    assert shown.count("<tr") == len(EACH) + len(READERS)
    for _, pair in EACH:
        assert f'"Waarom">{"Vlaanderen. " if pair.audience else ""}{why(pair, reasons)}</td>' in shown.replace("&#39;", "'")


# ---- pages for parents and pupils ----


@lru_cache(maxsize=None)
def told_at_home(country: str, school_type: str) -> dict[str, str]:
    pages = site_texts(ROOT, content_for(ROOT, country, school_type))
    return {page: " ".join(texts) for page, texts in pages.items() if page.split("/")[0] in ("ouders", "leerlingen")}


@pytest.mark.parametrize("kind", KINDS)
def test_parents_and_pupils_do_not_read_the_language_of_the_route(kind):
    """No order to the team and no label of an answer; one page says what the protocol calls a step, behind a link."""
    routes = content_for(ROOT, *kind).routes
    titles = {step.title for route in routes for step in route.steps if len(step.title.split()) > 3}
    labels = {way.label for route in routes for step in route.steps for way in step.exits if len((way.label or "").split()) > 3}
    assert len(titles) > 50 and len(labels) > 50
    for page, text in told_at_home(*kind).items():
        assert not re.search(r"\bAls: |aan de orde|Samen uiterlijk", text), page
        if page != "ouders/stappen":
            assert [words for words in titles | labels if words in text] == [], page


@pytest.mark.parametrize("kind", KINDS)
def test_a_young_child_reads_juf_or_meester(kind):
    """Names of functions are for secondary schools; of them a child of eight knows only who helps when there is bullying."""
    functions = r"\b(?:klastitularis|klasleerkracht|titularis|groepsleerkracht|mentor|zorgcoördinator|intern begeleider)\b"
    for page, text in told_at_home(*kind).items():
        if page.startswith("leerlingen") and kind[1] in ("po", "basis"):
            assert not re.search(functions, text, re.I), page
