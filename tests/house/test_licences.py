"""What the site ships of others: each part is named on the page of licences, with its whole text beside it."""

import json
import re
from pathlib import Path

import material

from tests.places import ROOT

PAGE = (ROOT / "docs/over/licenties.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "Onderdeel" not in line]
SCRIPTS = Path(material.__file__).parent / "templates/assets/javascripts"
# What the licence has to say, so that an empty or wrong file is seen.
WORDS = {
    "MIT": "Permission is hereby granted, free of charge",
    "Apache-2.0": "TERMS AND CONDITIONS FOR USE, REPRODUCTION",
    "MPL-1.1": "MOZILLA PUBLIC LICENSE",
    "0BSD": "Permission to use, copy, modify, and/or distribute",
    "W3C": "W3C Software",
}


def parts_inside(pattern: str) -> set[str]:
    """The packages that a script of Material is made of, by its own map."""
    maps = [json.loads(path.read_text(encoding="utf-8")) for path in SCRIPTS.rglob(pattern)]
    assert maps
    return {found[1] for each in maps for source in each["sources"] if (found := re.search(r"node_modules/([^/]+)", source))}


def test_every_part_inside_the_scripts_of_the_theme_is_named():
    for name in parts_inside("bundle*.map") | parts_inside("search*.map"):
        assert re.search(rf"^\| {name}(\.js)?\b", PAGE, re.IGNORECASE | re.MULTILINE), name


def test_finding_14_every_licence_stands_on_the_site_with_its_whole_text():
    linked = set()
    for row in ROWS:
        for licence, place in re.findall(r"\[([^]]+)\]\(\.\./(assets/licenties/[^)]+)\)", row):
            linked.add(place)
            assert WORDS[licence] in (ROOT / "docs" / place).read_text(encoding="utf-8"), row
    assert linked == {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/assets/licenties").iterdir()}
    without = [row.split("|")[1].strip() for row in ROWS if "assets/licenties" not in row]
    assert without == ["Brython 3.15.0", "MkDocs"]  # the first stands on the page itself, the second is not on the site


def test_the_text_of_material_is_that_of_the_installed_one():
    installed = next(path for path in Path(material.__file__).parent.parent.glob("mkdocs_material-*/licenses/LICENSE"))
    assert (ROOT / "docs/assets/licenties/material.txt").read_text(encoding="utf-8") == installed.read_text(encoding="utf-8")
