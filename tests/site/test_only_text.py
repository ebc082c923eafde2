"""What a school writes is text everywhere: no word, name or address of it can run, hide or lead elsewhere."""

import re

import markdown
import pytest
from pydantic import TypeAdapter, ValidationError

from macros.commands.check import check
from macros.commands.plain_pages import FRONT_MATTER, expanded
from macros.load import load
from macros.schema.base import Url
from macros.schema.school import Mail
from macros.site import csp
from macros.source.reader import read
from tests.projects import copy_base
from widgets.core import ballot_box, school_rules
from widgets.core.invisible import has_invisible

NASTY = 'coach<script>window.hit=1</script><img src=x onerror=hit()>[a](javascript:hit())`"'
SCHOOL = f"""voorbeeld: ja
naam: '{NASTY}'
vakanties: midden
plaats: '{NASTY}'
contact:
  - rol: coordinator
    naam: '{NASTY}'
    waar: '{NASTY}'
bestuur:
  naam: '{NASTY}'
  contact: '{NASTY}'
  escalatie: '{NASTY}'
woorden:
""" + "".join(
    f"  {word}:\n    naam: '{number} {NASTY}'\n    meervoud: '{number} en {NASTY}'\n"
    for number, word in enumerate(("mentor", "coordinator", "leiding", "school", "programma", "leerlingvolgsysteem"))
)
# What mkdocs.yml turns on and what can make markup out of text.
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "admonition"]


@pytest.fixture(scope="module")
def nasty_pages(tmp_path_factory):
    root = copy_base(tmp_path_factory.mktemp("nasty"), languages=False)
    (root / "protocol" / "eigen").mkdir()
    (root / "protocol" / "eigen" / "school.yaml").write_text(SCHOOL, encoding="utf-8")
    _, problems = check(root)
    assert not [problem for problem in problems if not problem.warning]
    reader = markdown.Markdown(extensions=EXTENSIONS)
    return {path: reader.reset().convert(FRONT_MATTER.sub("", text)) for path, text in expanded(root, load(root))}


def test_finding_11_a_word_of_the_school_is_text_on_every_page(nasty_pages):
    """`woorden: {mentor: {naam: "coach<script>…"}}` ran on 18 pages."""
    told = [path for path, html in nasty_pages.items() if "coach&lt;script" in html]
    assert len(told) > 18
    for path, html in nasty_pages.items():
        csp.check(html)
        assert "<img src=x" not in html and not re.search(r'href="javascript', html), path


def test_finding_11_a_script_of_somebody_else_stops_the_build():
    theme = (
        "<script>var target=document.getElementById(location.hash.slice(1));target&&target.name&&"
        '(target.checked=target.name.startsWith("__tabbed_"))</script>'
    )
    csp.check(f"<p>{theme}</p>")
    for other in (
        "<script>hit()</script>",
        "<script type=module>hit()</script>",
        '<img src="x" onerror="hit()">',
        "<svg/onload=hit()>",
        '<a href=" JavaScript:hit()">x</a>',
        theme.replace("slice(1)", "slice(1),hit()"),
        "<script>__md_scope=new URL(hit(),location)</script>",
    ):
        with pytest.raises(csp.UnknownScript):
            csp.check(f"<p>{other}</p>")
    csp.check(
        '<p data-content="{&quot;a&quot;: &quot; onclick=x javascript:y&quot;}">Tekst met onclick=1 en javascript: erin</p>'
    )
    csp.check('<script src="a.js"></script><script type="application/json">{"a": 1}</script>')


# ---- characters that nobody sees ----

HIDDEN = ["\u202e", "\u200b", "\u2066", "\u00ad", "\u0007", "\ufeff", "\u3164", "\U000e0041", "\u180e", "\x7f"]


@pytest.mark.parametrize("character", HIDDEN)
@pytest.mark.parametrize("by_number", [False, True])
def test_finding_13_what_nobody_sees_is_refused_with_its_line(character, by_number, tmp_path):
    written = f"\\U{ord(character):08x}" if by_number else character
    file = tmp_path / "protocol" / "x.yaml"
    file.parent.mkdir()
    file.write_text(f'a: goed\nb: "Jan{written}Jansen"\n', encoding="utf-8")
    problems = read(file, tmp_path).problems
    assert [problem.line for problem in problems] == [2] and "niet" in problems[0].message
    assert has_invisible(f"Jan{character}Jansen")


def test_finding_13_a_character_that_does_not_exist_is_a_mistake_and_no_traceback(tmp_path):
    for text in ('"a\\U00110000b"', '"a\\UFFFFFFFFb"'):
        file = tmp_path / "x.yaml"
        file.write_text(f"a: goed\nb: {text}\n", encoding="utf-8")
        assert [(problem.line, "bestaat" in problem.message) for problem in read(file, tmp_path).problems] == [(2, True)]


def test_ordinary_text_of_every_language_may_stand():
    for text in (
        "Zoë’s café – “goed” ‘zo’… € ½ naar\u00a0huis",
        "مرحبا بالعالم",
        "Привіт, світе",
        "Zażółć gęślą jaźń",
        "Çağrı",
        "❤\ufe0f",
    ):
        assert not has_invisible(text)


def test_a_translation_may_join_letters(tmp_path):
    for folder, wrong in (("talen", 0), ("eigen", 1)):
        file = tmp_path / "protocol" / folder / "x.yaml"
        file.parent.mkdir(parents=True)
        file.write_text('a: "می\u200cخواهم \u2066112\u2069"\n', encoding="utf-8")
        assert len(read(file, tmp_path).problems) == wrong


def test_finding_13_the_name_of_a_group_keeps_only_what_can_be_seen():
    assert ballot_box.clean_group(" 2\u202eB\u200b \u0007havo\n") == "2B havo"


# ---- addresses that lead elsewhere ----

GOOD_ADDRESSES = ["https://voorbeeld.nl", "https://www.voorbeeld.nl/a?b=c@d#e", "https://voorbeeld.nl:8080/@naam"]
BAD_ADDRESSES = [
    "https://google.nl@evil.example/",
    "https://a:b@evil.example",
    "https://",
    "https:///x",
    "https://evil.example\\@a.nl",
    "http://voorbeeld.nl",
    "javascript:hit()",
    "https://a b.nl",
]
GOOD_MAIL = ["j.jansen@school.nl", "info+pesten@school.example"]
BAD_MAIL = [
    "j@school.nl?subject=x",
    "j@school.nl&bcc=a@b.nl",
    "a%0ab@school.nl",
    "j@x.nl?bcc=k@y.nl",
    'j"@school.nl',
    "j/k@school.nl",
]


@pytest.mark.parametrize(
    ("kind", "rule", "good", "bad"),
    [(Url, school_rules.address, GOOD_ADDRESSES, BAD_ADDRESSES), (Mail, school_rules.mail, GOOD_MAIL, BAD_MAIL)],
)
def test_finding_13_an_address_leads_where_it_says(kind, rule, good, bad):
    build = TypeAdapter(kind)
    for text in good:
        assert build.validate_python(text) == text and rule(text) == ""
    for text in bad:
        with pytest.raises(ValidationError):
            build.validate_python(text)
        assert rule(text) != ""
