"""The school's own part of the site: name, logo, colour, pages, files and what it leaves out."""

import re
import struct
import zlib

import pytest

from macros.content import attachments, colours
from macros.content.model import Content
from macros.content.own_site import ALWAYS, OWN_PART, read_own_site, written_pages
from macros.load import load
from macros.site import own, pages
from macros.source.problems import report
from tests.places import ROOT
from tests.projects import copy_base

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" fill="#fff"/></svg>'


def png() -> bytes:
    """One grey pixel, made with the standard library."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00\x80")) + chunk(b"IEND", b"")


def layer(root, **files):
    """Write these files in protocol/eigen. Returns `root`."""
    for name, data in files.items():
        path = root / "protocol/eigen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


@pytest.fixture
def root(tmp_path):
    (tmp_path / "protocol").mkdir()
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    return tmp_path


def told(root) -> str:
    return report(read_own_site(root).problems)


# ---- colour ----


def luminance(colour: str) -> float:
    """By the definition of WCAG, written down again."""
    channels = [int(pair, 16) / 255 for pair in re.findall("..", colour[1:])]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    light, dark = max(luminance(one), luminance(other)), min(luminance(one), luminance(other))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_by_hand():
    assert round(colours.contrast("#000000", "#ffffff"), 2) == 21 and colours.contrast("#777777", "#777777") == 1
    assert round(colours.contrast("#767676", "#ffffff"), 2) == 4.54, "the lightest grey on white that WCAG lets pass"


def test_every_colour_that_is_taken_can_be_read_in_both_schemes():
    site = (ROOT / "docs/assets/css/site.css").read_text(encoding="utf-8")
    light, dark = site.split('[data-md-color-scheme="slate"] {', 1)
    grounds = [
        [re.search(rf"--vw-{name}: (#[0-9a-f]+);", part)[1] for name in ("page", "soft", "raised")] for part in (light, dark)
    ]
    grounds[0] = [colour if len(colour) == 7 else "#" + "".join(2 * one for one in colour[1:]) for colour in grounds[0]]
    taken = refused = 0
    for number in range(0, 256**3, 7919):
        colour = f"#{number:06x}"
        if not colours.is_readable(colour, colours.LIGHT):
            refused += 1
            assert colours.is_readable(colours.nearest_readable(colour, colours.LIGHT, "#000000"), colours.LIGHT)
            continue
        taken += 1
        sheet = colours.style_sheet(colour)
        found = re.findall(r"--vw-brand: (\S+); --vw-brand-strong: (\S+); --vw-on-brand: (\S+);", sheet)
        assert found[0][0] == colour
        for (brand, strong, on), below in zip(found, grounds):
            assert all(ratio(brand, ground) >= 4.5 and ratio(strong, ground) >= 4.5 for ground in below), colour
            assert ratio(brand, on) >= 4.5 and ratio(strong, on) >= 4.5, colour
    assert taken > 300 and refused > 300


def test_a_colour_that_is_too_light_comes_with_one_that_is_not(root):
    found = told(layer(root, **{"uiterlijk.yaml": "kleur: '#ff9900'\n"}))
    better = re.search(r"‘kleur: '(#[0-9a-f]{6})'’", found)[1]
    assert "protocol/eigen/uiterlijk.yaml:1: de kleur #ff9900 is te licht" in found
    assert told(layer(root, **{"uiterlijk.yaml": f"kleur: '{better}'\n"})) == ""


@pytest.mark.parametrize("colour", ["rood", "#fff", "0e5f6f", "#0e5f6g", "#0e5f6f; } body { display: none"])
def test_only_a_colour_of_six_characters(root, colour):
    assert "Schrijf een kleur met een hekje en zes tekens" in told(layer(root, **{"uiterlijk.yaml": f"kleur: '{colour}'\n"}))


# ---- logo and files ----


@pytest.mark.parametrize(
    "name, data", [("logo.png", png()), ("logo.svg", SVG), ("logo.jpg", b"\xff\xd8\xff\xe0x"), ("logo.webp", b"RIFF....WEBPx")]
)
def test_a_logo_goes_along(root, name, data):
    found = read_own_site(layer(root, **{"uiterlijk.yaml": f"logo: {name}\n", f"bestanden/{name}": data}))
    assert found.problems == [] and found.logo.name == name


@pytest.mark.parametrize(
    "name, data, said",
    [
        ("logo.svg", SVG.replace("<circle", "<script>alert(1)</script><circle"), "<script>"),
        ("logo.svg", SVG.replace("<circle", '<circle onload="x()"'), "onload=…"),
        ("logo.svg", SVG.replace("<circle", '<a href="https://elders.example/"/><circle'), "<a>"),
        ("logo.svg", SVG.replace("<circle", "<foreignObject/><circle"), "<foreignObject>"),
        ("logo.svg", SVG.replace("<circle", '<image href="https://elders.example/x.png"/><circle'), "<image>"),
        ("logo.svg", SVG.replace("<circle", '<use href="https://elders.example/x.svg#a"/><circle'), "een link"),
        ("logo.svg", SVG.replace("<circle", '<set attributeName="onclick" to="x()"/><circle'), "<set>"),
        ("logo.svg", SVG.replace('fill="#fff"', 'style="fill:url(https://elders.example/)"'), "naar elders"),
        ("logo.svg", SVG.replace("<circle", "<style>@import 'https://elders.example/x.css';</style><circle"), "een stijl"),
        ("logo.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "een DOCTYPE"),
        ("logo.svg", SVG.replace("<circle", '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/><circle'), "<script>"),
        ("logo.svg", "<svg", "van binnen geen svg"),
        ("logo.svg", "<p>tekst</p>", "van binnen geen svg"),
        ("logo.png", SVG, "van binnen geen png"),
        ("logo.webp", b"RIFF....AVI x", "van binnen geen webp"),
        ("logo.gif", b"GIF89a", "een bestand van deze soort: png, jpg, jpeg, webp of svg"),
        ("logo.png", png() + b"x" * 200_000, "te groot (200 kB). Hoogstens 200 kB"),
    ],
)
def test_a_logo_that_may_not_is_refused_with_the_reason(root, name, data, said):
    found = told(layer(root, **{"uiterlijk.yaml": f"logo: {name}\n", f"bestanden/{name}": data}))
    assert said in found and "protocol/eigen/uiterlijk.yaml:1:" in found


def test_a_drawing_of_a_program_is_plain():
    notes = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1.2"><i:grid/>'
    )
    assert attachments.wrong_with_drawing((notes + '<path d="M0 0h1v1z" fill="url(#a)"/></svg>').encode()) is None


def test_a_logo_that_is_not_there_says_which_one_is(root):
    found = told(layer(root, **{"uiterlijk.yaml": "logo: lgo.png\n", "bestanden/logo.png": png()}))
    assert "geen ‘lgo.png’. Bedoel je ‘logo.png’?" in found
    for outside in ("../school.yaml", "/etc/hostname", "a/../logo.png"):
        assert "staat geen" in told(layer(root, **{"uiterlijk.yaml": f"logo: {outside}\n"}))


@pytest.mark.parametrize(
    "name, data, said",
    [
        ("bestanden/Ons plan.pdf", b"%PDF-1.4", "kan niet in een webadres"),
        ("bestanden/plan.pdf", b"tekst", "van binnen geen pdf"),
        ("bestanden/plan.exe", b"MZ", "dit soort bestand komt niet op de site"),
        ("bestanden/plan.html", b"<p>", "dit soort bestand komt niet op de site"),
        ("bestanden/foto.jpg", b"\xff\xd8\xff" + b"x" * 1_000_000, "te groot"),
        (
            "plan.pdf",
            b"%PDF-1.4",
            "let op: dit bestand gebruikt de site niet. Is het een logo, een foto of een bijlage? Zet het in",
        ),
        ("over-ons.md", b"# Wij", "let op: deze bladzijde staat nog niet op de site. Zet haar in protocol/eigen/paginas"),
        ("logo.ai", b"x", "let op: dit bestand gebruikt de site niet"),
        ("paginas/foto.jpg", b"\xff\xd8\xff", "protocol/eigen/bestanden"),
        ("protocollen/plan.docx", b"PK\x03\x04", "protocol/eigen/bestanden"),
    ],
)
def test_no_file_is_ignored(root, name, data, said):
    found = told(layer(root, **{name: data}))
    assert f"protocol/eigen/{name}:1:" in found and said in found


def test_the_read_me_and_hidden_files_are_nothing(root):
    assert told(layer(root, **{"LEESMIJ.md": "x", ".DS_Store": "x", "bestanden/.keep": ""})) == ""


# ---- pages ----

FRONT = "---\ntitel: Onze afspraken\nkort: Wat wij samen afspreken.\nmenu: ouders\n---\n\n"


@pytest.mark.parametrize(
    "text, line, said",
    [
        ("Zomaar tekst", 1, "bovenaan ontbreekt de titel"),
        (FRONT.replace("ouders", "leraren"), 1, "‘leraren’ is geen plek in het menu. Kies uit: school, schoolteam, ouders"),
        (FRONT.replace("kort", "auteur"), 3, "Dit hoort daar niet: ‘auteur: Wat wij samen afspreken.’"),
        (FRONT + "<script>alert(1)</script>", 7, "hier staat <script>"),
        (FRONT + "Ja\n<iframe src='x'></iframe>", 8, "hier staat <iframe>"),
        (FRONT + "![](bestanden/ingang.png)", 7, "bij deze foto staat niet wat erop te zien is"),
        (FRONT + "![De deur](https://elders.example/x.png)", 7, "een foto staat in protocol/eigen/bestanden"),
        (FRONT + "[Plan](bestanden/pln.pdf)", 7, "geen ‘pln.pdf’. Bedoel je ‘plan.pdf’?"),
        (FRONT + "[Team](taem.md)", 7, "er is geen eigen bladzijde ‘taem.md’. Bedoel je ‘team’?"),
        (FRONT + "[Klik](javascript:alert)", 7, "zo’n link kan hier niet"),
        (FRONT + "[Klik](http://elders.example)", 7, "zo’n link kan hier niet"),
    ],
)
def test_what_is_wrong_with_a_page_of_the_school(root, text, line, said):
    layer(
        root, **{"bestanden/plan.pdf": b"%PDF-1.4", "bestanden/ingang.png": png(), "paginas/team.md": "---\ntitel: Team\n---\n"}
    )
    found = told(layer(root, **{"paginas/afspraken.md": text}))
    assert f"protocol/eigen/paginas/afspraken.md:{line}: " in found and said in found


def content_with(root, **files) -> Content:
    copy_base(root)
    content = load(layer(root, **files), "nl", "vo")
    assert isinstance(content, Content) and not content.errors, report(content.problems)
    return content


def test_a_page_of_the_school_is_text_with_the_words_of_the_school(tmp_path):
    page = FRONT + "De {mentor} helpt. {{ 1 + 1 }} {% raw %}\n\n![De deur](bestanden/ingang.png) [Hulp](../hulplijnen.md)\n"
    content = content_with(
        tmp_path / "p",
        **{
            "paginas/afspraken.md": page,
            "paginas/team.md": "---\ntitel: Ons team\n---\n\nWij.",
            "bestanden/ingang.png": png(),
            "uiterlijk.yaml": "naam: De Linde & jij\nkleur: '#7a1f5c'\nweglaten: [keuzes, ouders/brief-vragenlijst]\n",
        },
    )
    made = dict(own.pages(content))
    text = made["onze-school/afspraken.md"]
    assert "De mentor helpt." in text and "{{" not in text and "{%" not in text and "# Onze afspraken" in text
    assert own.site_name(content) == "De Linde & jij" and "#7a1f5c" in own.style(content)
    menu = own.menu(pages.nav(content, pages.menu(ROOT)), content)
    parts = {title: below for item in menu if isinstance(item, dict) for title, below in item.items()}
    assert parts["Ouders"][-1] == "onze-school/afspraken.md" and parts[OWN_PART] == ["onze-school/team.md"]
    assert "ouders/brief-vragenlijst.md" not in str(menu) and "'keuzes/" not in str(menu) and "'Keuzes'" not in str(menu)
    assert {path for path, _ in own.left_out(content)} >= {"keuzes/taal.md", "keuzes/index.md", "ouders/brief-vragenlijst.md"}


def test_what_points_at_a_page_that_is_left_out_adapts(tmp_path):
    content = content_with(tmp_path / "p", **{"uiterlijk.yaml": "weglaten: [keuzes, ouders/brief-vragenlijst]\n"})
    html = (
        '<p>Lees <a href="../brief-vragenlijst/">de brief</a> of <a href="../../hulplijnen/">hulp</a>.</p>'
        '<ul><li><a href="../../keuzes/taal/#x">Taal</a></li><li><a href="#hier">Hier</a></li></ul>'
        '<a class="door" href="../../keuzes/"><strong>Keuzes</strong></a><a href="https://x.example/keuzes/">x</a>'
    )
    assert own.without_links(html, "ouders/mijn-kind-pest/", content) == (
        '<p>Lees de brief of <a href="../../hulplijnen/">hulp</a>.</p><ul><li><a href="#hier">Hier</a></li></ul>'
        '<a href="https://x.example/keuzes/">x</a>'
    )
    on_disk = '<a href="brief-vragenlijst.html">b</a> <a href="../keuzes/index.html">k</a> <a href="stappen.html">s</a>'
    assert own.without_links(on_disk, "ouders/mijn-kind-pest.html", content) == 'b k <a href="stappen.html">s</a>'


@pytest.mark.parametrize("page", ALWAYS)
def test_what_every_reader_needs_stays(root, page):
    found = told(layer(root, **{"uiterlijk.yaml": f"weglaten: [{page.split('/')[0]}]\n"}))
    assert "kan niet weg: die heeft iedere lezer nodig" in found


def test_a_page_that_is_not_there_cannot_be_left_out(root):
    assert "‘ouders/brief’ bestaat niet" in told(layer(root, **{"uiterlijk.yaml": "weglaten: [ouders/brief]\n"}))
    assert "index" in written_pages(root) and not any(page.startswith("talen/") for page in written_pages(root))


def test_without_a_layer_nothing_changes(root):
    found = read_own_site(root)
    assert (found.look, found.pages, found.files, found.left_out, found.problems) == (None, [], [], [], [])
