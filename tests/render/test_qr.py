"""The QR code: the modules are those of another encoder, and another program reads the drawing."""

import random
import re

import pytest
import zxingcpp
from qrcodegen import QrCode, QrSegment

from macros.render.qr_shape import qr_shape
from tests.cases_code import small_instrument
from widgets.core import code, qr
from widgets.core.html import to_html

PIXELS = 3


def random_text(length, chance):
    return "".join(chance.choice(qr.CHARACTERS) for _ in range(length))


def pixels(html):
    """The drawing as rows of grey values, 3 pixels a module, read from the path of the dark modules only."""
    side = int(re.search(r'viewBox="0 0 (\d+) ', html)[1])
    rows = [bytearray(b"\xff" * (side * PIXELS)) for _ in range(side * PIXELS)]
    dark = re.search(r'fill="#000" d="([^"]*)"', html)[1]
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", dark)
    assert "".join(f"M{column} {row}h{run}v1h-{back}z" for column, row, run, back in runs) == dark
    for column, row, run, _back in runs:
        for down in range(PIXELS):
            at = int(column) * PIXELS
            rows[int(row) * PIXELS + down][at : at + int(run) * PIXELS] = bytes(int(run) * PIXELS)
    return rows


def read(rows):
    image = memoryview(b"".join(rows)).cast("B", (len(rows), len(rows[0])))
    return [(found.text, found.ec_level) for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


@pytest.mark.parametrize("length", range(1, 68))
def test_the_modules_are_those_of_another_encoder(length):
    chance = random.Random(length)
    shape = qr_shape(length)
    version = (shape["size"] - 17) // 4
    for _turn in range(5):
        text = random_text(length, chance)
        other = QrCode.encode_segments([QrSegment.make_alphanumeric(text)], QrCode.Ecc.QUARTILE, version, version, 0, False)
        size = range(shape["size"])
        assert qr.matrix(shape, text) == [[int(other.get_module(column, row)) for column in size] for row in size]


@pytest.mark.parametrize(
    ("length", "size", "capacity"), [(29, 25, 29), (30, 29, 47), (42, 29, 47), (47, 29, 47), (48, 33, 67), (67, 33, 67)]
)
def test_the_smallest_shape_that_fits(length, size, capacity):
    shape = qr_shape(length)
    assert (shape["size"], shape["capacity"]) == (size, capacity)


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError):
        qr_shape(68)
    with pytest.raises(ValueError):
        qr.matrix(qr_shape(47), "A" * 48)


@pytest.mark.parametrize("text", ["a", "É", "A-B", "\n", "0\u200f"])
def test_other_characters_are_refused(text):
    with pytest.raises(ValueError):
        qr.matrix(qr_shape(47), text)


@pytest.mark.parametrize("items", [8, 30, 45, 48, 60, 80])
def test_another_program_reads_the_drawing(items):
    instrument = small_instrument(items)
    chance = random.Random(items)
    shape = qr_shape(code.code_length(instrument))
    for _turn in range(20):
        sheet = {item: chance.randrange(6) for item in code.item_ids(instrument)}
        text = code.encode(instrument, 5, chance.randrange(code.NONCES), sheet)
        html = to_html(qr.drawing(shape, text, "Je code als plaatje"))
        assert read(pixels(html)) == [(text.replace(" ", ""), "Q")]


def test_a_stain_may_cover_part_of_it():
    """A white square of 6 by 6 modules in the middle of the lower right, as of a thumb or a light."""
    text = code.encode(small_instrument(48), 5, 9, {"v0": 1})
    rows = pixels(to_html(qr.drawing(qr_shape(44), text, "")))
    for row in range(16 * PIXELS, 22 * PIXELS):
        rows[row][18 * PIXELS : 24 * PIXELS] = b"\xff" * (6 * PIXELS)
    assert read(rows) == [(text.replace(" ", ""), "Q")]


def test_the_drawing_says_what_it_is_and_keeps_its_own_background():
    html = to_html(qr.drawing(qr_shape(44), "A" * 44, "Je code <als> plaatje"))
    assert 'role="img" aria-label="Je code &lt;als&gt; plaatje"' in html
    assert '<path fill="#fff" d="M0 0h37v37H0z">' in html
