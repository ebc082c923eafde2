"""The first page: doors for its readers, and quick links for each of them."""

import re

from macros.commands.plain_pages import expanded_page
from macros.load import load
from tests.places import ROOT


def test_a_real_school_has_no_door_for_makers():
    content = load(ROOT, "nl", "vo")
    assert content.school.example and "door--school" in expanded_page(ROOT, content, "index.md")
    content.school.example = False
    home = expanded_page(ROOT, content, "index.md")
    assert "door--school" not in home and "scholen" not in home
    assert re.findall(r'class="door door--([a-z]+)"', home) == ["staff", "parent", "pupil", "coordinator"]


def test_all_three_readers_have_quick_links_of_their_own():
    home = expanded_page(ROOT, load(ROOT, "vl", "basis"), "index.md")
    parts = re.split(r"\*\*(Voor [a-z ]+)\*\*", home)[1:]
    found = dict(zip(parts[::2], parts[1::2], strict=True))
    assert set(found) == {"Voor wie op school werkt", "Voor ouders", "Voor leerlingen"}
    assert all(3 <= text.count("\n- ") <= 5 for text in found.values())
