"""Plain language: every page fits its readers, no words we do not want, and no spelling mistakes."""

from functools import lru_cache

import pytest

from macros.schema.guide import Guide
from macros.schema.validate import validate
from macros.source.reader import read
from tests import spelling
from tests.places import ROOT
from tests.words.house_style import Passage, check_address, check_words, passages, read_rules, reader_of, unused_exceptions
from tests.words.readability import measure, page_blocks, sentences, site_pages, syllables, words

RULES, MISTAKES = read_rules(ROOT)
# Not spelled as Dutch: names of the work of others, keys and choices for authors, and examples of how not to write.
OTHER_SPELLING = ("docs/over/licenties.md", "over/licenties", "schrijven/velden", "schrijven/stijl")


@lru_cache(maxsize=1)
def texts() -> list[Passage]:
    return passages(ROOT)


# ---- measuring ----


@pytest.mark.parametrize(
    "word, count",
    [
        ("pest", 1),
        ("pesten", 2),
        ("leerling", 2),
        ("gesprekswijzer", 4),
        ("meeuw", 1),
        ("nieuwe", 2),
        ("mooi", 1),
        ("oei", 1),
        ("fraai", 1),
        ("buiten", 2),
        ("anoniem", 3),
        ("avond", 2),
        ("actie", 2),
        ("ideeën", 3),
        ("egoïst", 3),
        ("coördinator", 5),
        ("situatie", 4),
        ("individuele", 6),
        ("online", 2),
        ("website", 2),
        ("foto’s", 2),
        ("112", 1),
        ("vrijdag", 2),
        ("yoga", 2),
        ("één", 1),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    "text, count",
    [
        ("Kom. Ga zitten! Wat is er?", 3),
        ("Zeg: ‘Ik help je.’ Wacht dan even.", 2),
        ("Bel op 1 mei. 112 kan altijd.", 2),
        ("Zie art. 3 van de wet.", 1),
        ("Het kost € 3.50 per stuk.", 1),
        ("Kijk, luister, wacht", 1),
        ("", 0),
        ("Dit is … nog niet klaar.", 1),
        ("Kom (of bel). Daarna praten we.", 2),
        ("De school belt u. U hoort meer.", 2),
        ("W.H. Douma schreef dit.", 1),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text)) == count


def test_score_is_flesch_douma():
    reading = measure(["De leerling praat met de mentor.", "Zij luisteren samen naar een ander."])
    assert (reading.sentences, reading.words, reading.syllables) == (2, 12, 18)
    assert reading.score == pytest.approx(206.84 - 0.93 * 6 - 77 * 18 / 12)


def test_loose_words_do_not_make_a_page_look_easier():
    assert measure(["Wie", "de mentor", "Ga zitten."]).words == 2
    assert measure(["een " * 40]).longest.count("een") == 40


def test_only_running_text_of_the_article_counts():
    blocks = page_blocks(
        '<nav>Menu.</nav><article class="md-content__inner md-typeset"><h1>Titel<a class="headerlink">#</a></h1>'
        '<div data-widget="guide"><p>Dubbel.</p></div><p>Een <strong>hele</strong> zin.<br>Nog een.</p><pre>x = 1.</pre>'
        '<ul class="helplines"><li><strong>De Lijn</strong>: <a href="tel:1">1</a>. Bel gerust.</li></ul>'
        '<p lang="en">No Dutch.</p><svg><text>Weg.</text></svg><dl><dd>de mentor en de docent</dd></dl>'
        "<p><a>Rollen in de school</a> (nieuw), <a>Wat nu?</a></p><p>Zie <a>Rollen</a>.</p></article><p>Voet.</p>"
    )
    assert blocks == ["Titel", "Een hele zin.", "Nog een.", ":", ". Bel gerust.", "Zie Rollen."]


def test_the_most_exact_path_says_who_reads_a_page():
    assert reader_of("over/licenties", RULES.readers).id == "scholen"
    assert reader_of("over/privacy", RULES.readers).id == "ouders"
    assert reader_of("overzicht", RULES.readers).id == "schoolteam"
    assert reader_of("leerlingen", RULES.readers).id == "leerlingen"


# ---- pages ----


def test_every_page_fits_its_readers(site):
    wrong, seen = [], set()
    for page, markup in site_pages(site).items():
        reader, reading = reader_of(page, RULES.readers), measure(page_blocks(markup))
        seen.add(reader.id)
        length = len(words(reading.longest))
        if length > reader.longest:
            wrong.append(f"{page}: {length} words, at most {reader.longest} for {reader.id}: {reading.longest}")
        if reading.words_per_sentence > reader.average:
            wrong.append(f"{page}: {reading.words_per_sentence:.1f} words per sentence, at most {reader.average} for {reader.id}")
        if reading.sentences and reading.score < reader.score:
            wrong.append(f"{page}: score {reading.score:.1f}, at least {reader.score} for {reader.id}")
    assert not wrong, "\n".join(wrong)
    assert seen == {reader.id for reader in RULES.readers}


# ---- words ----


def test_rules_are_right():
    assert MISTAKES == []
    assert [reader.id for reader in RULES.readers if not reader.pages] == ["schoolteam"], "one group has all other pages"


def test_no_unwanted_words():
    assert not (found := check_words(texts(), RULES)), "\n".join(map(str, found))


def test_parents_read_u_and_pupils_je():
    assert not (found := check_address(texts())), "\n".join(map(str, found))
    assert [
        problem.file
        for problem in check_address(
            [
                Passage("protocol/x.yaml", 1, "Je kind.", "voor_ouders"),
                Passage("docs/leerlingen.md", 1, "Bel als u wilt."),
                Passage("docs/ouders/melden.md", 1, "Uw kind en jouw school."),
                Passage("docs/ouderavond.md", 1, "Jij."),
                Passage("docs/ouders.md", 1, "Zeg: ‘Vertel je het?’ Zie [Zie je het?]."),
                Passage("docs/ouders.md", 1, "- Wil je dat?"),
                Passage("protocol/y.yaml", 1, "Zeg wat u wilt, of wat je wilt.", "hoe"),
            ]
        )
    ] == ["protocol/x.yaml", "docs/leerlingen.md", "docs/ouders/melden.md"]


def test_no_unwanted_words_on_pages(site):
    """Also what the code writes itself."""
    found = check_words(
        [Passage(page, 1, block) for page, markup in site_pages(site).items() for block in page_blocks(markup)], RULES
    )
    assert not found, "\n".join(map(str, found))


def test_every_exception_is_needed():
    assert unused_exceptions(texts(), RULES) == []


@pytest.mark.parametrize("pattern", [pattern for rule in [*RULES.words, *RULES.spellings] for pattern in rule.avoid])
def test_every_rule_finds_its_word(pattern):
    word = pattern.replace("*", "en")
    assert check_words([Passage("x.md", 3, f"Ik schrijf: {word}.")], RULES)


def test_rules_look_at_whole_words_and_exceptions():
    def found(text: str) -> list[str]:
        return [problem.message for problem in check_words([Passage("x.md", 3, text)], RULES)]

    assert not found("De dadelijkheid van slachtofferhulp. Zie https://pesters.nl en pesters.nl.")
    assert not found("De gepeste leerling kiest.") and found("De gepeste kiest.")
    assert found("Dader, ga weg.") and found("{De mentor} ziet de dader.") and not found("WhatsApp") and found("whatsapp")


def test_content_is_checked_where_authors_write(tmp_path):
    (tmp_path / "protocol/lijsten").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "protocol/lijsten/proef.yaml").write_text(
        "id: proef\ntitel: Proef\nkort: Een proef.\nmenu: regelen\ngecontroleerd: 2026-11-21\nzoekwoorden: [dader]\n"
        "groepen:\n  - id: dader\n    titel: Groep\n    punten:\n      - tekst: Goed\n        toelichting: Straf de dader.\n",
        encoding="utf-8",
    )
    (tmp_path / "docs/proef.md").write_text(
        "---\ntitle: De dader\ntemplate: dader.html\nzoekwoorden: [dader]\n---\n# Kop\n\n`dader` en [tekst](dader.md)\n\n"
        '```\ndader\n```\nEen <b class="dader">dader</b>.\n',
        encoding="utf-8",
    )
    assert [(problem.file, problem.line) for problem in check_words(passages(tmp_path), RULES)] == [
        ("protocol/lijsten/proef.yaml", 12),
        ("docs/proef.md", 2),
        ("docs/proef.md", 13),
    ]


def test_examples_of_what_not_to_say_are_free():
    guide = validate(read(ROOT / "protocol/gesprekken/gesprek-gepest.yaml", ROOT), Guide)
    checked = {passage.text for passage in texts()}
    assert guide.pitfalls and not {pitfall.avoid for pitfall in guide.pitfalls} & checked
    assert {pitfall.instead for pitfall in guide.pitfalls} <= checked


# ---- spelling ----


def test_no_spelling_mistakes():
    names = set(spelling.unknown((ROOT / "protocol/school.yaml").read_text(encoding="utf-8")))
    wrong = [
        f"{passage.file}:{passage.line}: {word}"
        for passage in texts()
        if passage.file not in (*OTHER_SPELLING, "protocol/school.yaml")
        for word in spelling.unknown(passage.text)
        if word not in names
    ]
    assert not wrong, "not in the Dutch list; correct it or add it to tests/words/eigen.txt:\n" + "\n".join(wrong)


def test_no_spelling_mistakes_on_pages(site):
    """Also what the code writes itself."""
    names = set(spelling.unknown((ROOT / "protocol/school.yaml").read_text(encoding="utf-8")))
    wrong = {
        f"{page}: {word}"
        for page, markup in site_pages(site).items()
        if page not in OTHER_SPELLING
        for block in page_blocks(markup)
        for word in spelling.unknown(block.replace("\u00ad", ""))  # where a browser may break a word is no end of it
        if word not in names
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_a_spelling_mistake_is_found():
    assert spelling.unknown("De leerlng vertelt; {de mentr} staat op pestn.nl en foto’s ook.") == ["leerlng"]


def test_own_words_are_sorted_and_not_in_the_dutch_list():
    own = spelling.OWN_WORDS.read_text(encoding="utf-8").splitlines()
    assert own == sorted(set(own), key=lambda word: (word.lower(), word))
    assert not [word for word in own if spelling.in_dictionary(word)]
