"""Sheets per role and the matrix: everything comes from the steps, for every kind of school and every protocol."""

import re
from html.parser import HTMLParser

import pytest

from macros.load import load
from macros.publish.links import Links
from macros.publish.routes import role_names
from macros.render import parts as page_parts
from macros.render import role_sheets, roles_page
from macros.site import pages
from tests.places import ROOT
from tests.schools import LOADED, every_school, school  # noqa: F401 (pytest finds the fixture by its name)

WORDS = {"doet": "who", "praat mee": "with_", "krijgt bericht": "inform"}


class Table(HTMLParser):
    """The rows of the matrix: per cell its tag, attributes, what is seen and what is heard."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.rows, self.caption, self._open = [], "", []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._open.append((tag, attributes))
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append({"tag": tag, "scope": attributes.get("scope"), "seen": "", "heard": "", "links": []})
        elif tag == "a" and self.rows:
            self.rows[-1][-1]["links"].append(attributes["href"])

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, text):
        tags = [tag for tag, _ in self._open]
        if "caption" in tags:
            self.caption += text
        elif "th" in tags or "td" in tags:
            attributes = self._open[-1][1]
            if "aria-hidden" not in attributes:
                self.rows[-1][-1]["heard"] += text
            if attributes.get("class") != "unseen":
                self.rows[-1][-1]["seen"] += text


def matrix(content) -> Table:
    markup = role_sheets.matrix_page(content, Links("rollen/wie-doet-wat.md"))
    return Table(re.search(r"<table.*</table>", markup, re.DOTALL).group(0))


def sheet(role_id, content) -> str:
    return role_sheets.sheet_page(role_id, content, Links(f"rollen/{role_id}.md"))


def linked_steps(markup: str) -> list[str]:
    return re.findall(r'href="[^"]*/protocollen/[a-z0-9-]+/([a-z0-9-]+)/"', markup)


# ---- the matrix ----


@every_school
def test_every_cell_says_in_words_what_the_step_says(school):
    table, route = matrix(school), school.protocols[school.school.protocol]
    found = [sheet for sheet in role_sheets.sheets(school) if sheet.role.group == "school"]
    assert len(found) < len(role_sheets.sheets(school)), "only who works at school"
    head, *rows = table.rows
    assert [cell["heard"] for cell in head] == ["Stap", *[sheet.name for sheet in found]]
    assert {cell["scope"] for cell in head} == {"col"} and route.title in table.caption
    assert len(rows) == len(route.steps)
    for number, (step, (title, *cells)) in enumerate(zip(route.steps, rows), 1):
        assert (title["tag"], title["scope"], title["heard"]) == ("th", "row", f"{number}. {step.title}")
        assert title["links"] == [f"../../protocollen/{route.id}/{step.id}/"]
        for sheet, cell in zip(found, cells, strict=True):
            said = [word for word, key in WORDS.items() if sheet.role.id in getattr(step, key)]
            assert cell["heard"].strip() == " en ".join(said)
            assert cell["seen"].strip() == " ".join(word[0].upper() if word != "praat mee" else "M" for word in said).replace(
                "K", "B"
            )


def test_the_legend_explains_every_letter():
    markup = role_sheets.matrix_page(LOADED["nl", "vo"], Links("rollen/wie-doet-wat.md"))
    legend = dict(re.findall(r"<dt>(\w+)</dt>\s*<dd>([^<]+)</dd>", markup))
    assert legend == {"D": "doet", "M": "praat mee", "B": "krijgt bericht", "leeg": "geen taak in deze stap"}


# ---- the sheets ----


@every_school
def test_every_role_with_a_part_has_a_sheet_with_all_its_steps(school):
    route = school.protocols[school.school.protocol]
    for role_id, role in school.roles.items():
        own = [step.id for step in route.steps if role_id in step.who + step.with_ + step.inform]
        if not own:
            with pytest.raises(KeyError):
                sheet(role_id, school)
            continue
        markup = sheet(role_id, school)
        assert sorted(linked_steps(markup)) == sorted(own), "every step once"
        assert set(role.tasks) <= set(re.findall(r"<li>(.*?)</li>", markup))
        assert not re.search(r"\{[a-z]", markup.replace("{ #", "")), "a placeholder was left"


@every_school
def test_own_steps_say_by_when_and_what_to_write_down(school):
    for found in role_sheets.sheets(school):
        markup = sheet(found.role.id, school)
        for step in found.does:
            item = re.search(rf"<li><p[^>]*><a [^>]*/{step.id}/\".*?</li>", markup, re.DOTALL).group(0)
            assert ("<dt>Uiterlijk</dt>" in item) == bool(step.deadline)
            if step.deadline:
                assert step.deadline.within in item and (step.deadline.remark or "") in item
            for text in step.record + step.caution + step.follow_up:
                assert text.rstrip(".") in item


def test_deadlines_name_steps_by_their_number():
    content = LOADED["nl", "vo"]
    content.school.protocol, before = "signaal-tot-afronding", content.school.protocol
    route = content.protocols["signaal-tot-afronding"]
    numbers = {step.id: number for number, step in enumerate(route.steps, 1)}
    markup = sheet("mentor", content)
    content.school.protocol = before
    assert f"binnen 1 schooldag na stap {numbers['eerste-gesprek']}" in markup
    assert not re.search(r"(dag|dagen|week|weken|maand) na ‘", markup)


def test_readers_are_addressed_as_they_should_be():
    content = LOADED["nl", "vo"]
    for found in role_sheets.sheets(content):
        headings = " ".join(re.findall(r"^## (.*?) \{", sheet(found.role.id, content), re.MULTILINE)).lower()
        polite = bool(re.search(r"\b(u|uw)\b", headings))
        assert polite == (found.role.group == "thuis"), found.role.id
        assert not (polite and re.search(r"\b(je|jij|jou|jouw)\b", headings))


@pytest.mark.parametrize(
    "role_id, led, attended",
    [
        ("mentor", ["gesprek-gepest", "gesprek-pest", "gesprek-ouders-gepest"], []),
        ("gespreksleider", ["herstelgesprek", "herstelconferentie"], []),
        ("ouders-gepest", [], ["gesprek-ouders-gepest"]),
        ("leerling-gepest", [], ["gesprek-gepest"]),
    ],
)
def test_conversations_are_linked(role_id, led, attended):
    content = LOADED["nl", "vo"]
    found = next(found for found in role_sheets.sheets(content) if found.role.id == role_id)
    assert set(led) <= {guide.id for guide in found.leads} and bool(led) == bool(found.leads)
    assert set(attended) <= {guide.id for guide in found.attends}
    for guide in found.leads + found.attends:
        assert f'href="../../gesprekken/{guide.id}/"' in sheet(role_id, content)
    # A pupil or parent is only sent to conversations that are held with them.
    assert found.role.group == "school" or all(role_id in guide.with_ for guide in found.attends)


@every_school
def test_roles_page_asks_who_you_are_and_folds_the_rest(school):
    markup = roles_page.roles_page(school, Links("rollen.md"))
    doors, _, below = markup.partition("</ul>")
    have = [found.role.id for found in role_sheets.sheets(school)]
    asked = ["mentor", "coordinator", "leiding", "medewerker"]
    wanted = [f"../rollen/{name}/" if name in have else f"#rol-{name}" for name in asked]
    assert re.findall(r'href="([^"]+)"', doors) == wanted and {"mentor", "coordinator"} <= set(have)
    linked = re.findall(r'href="([^"]+)"', below)
    assert sorted(linked) == sorted(f"../rollen/{found.role.id}/" for found in role_sheets.sheets(school) if found.role.tasks)
    open_parts = re.sub(r"<details.*?</details>", "", below, flags=re.DOTALL)
    assert re.findall(r'id="rol-([a-z-]+)"', open_parts) == asked
    every = [role.id for role in school.roles.values() if role.tasks]
    assert sorted(re.findall(r'id="rol-([a-z-]+)"', markup)) == sorted(every)
    assert "href" not in page_parts.roles(school), "in the policy document they stand without links"


# ---- pages and menu ----


def test_every_sheet_is_a_page_and_the_menu_has_the_four_that_ask_most():
    content = LOADED["nl", "vo"]
    made = [path for path, _ in pages.generated(content) if path.startswith("rollen/")]
    assert made[0] == "rollen/wie-doet-wat.md"
    assert made[1:] == [f"rollen/{found.role.id}.md" for found in role_sheets.sheets(content)]

    def flat(item) -> list[str]:
        """All paths in a part of the menu."""
        if isinstance(item, str):
            return [item]
        parts = item if isinstance(item, list) else item.values()
        return [path for part in parts for path in flat(part)]

    menu = flat(pages.nav(content, pages.menu(ROOT)))
    asked = ["coordinator", "leiding", "medewerker", "mentor", "wie-doet-wat"]
    assert sorted(path for path in made if path in menu) == [f"rollen/{name}.md" for name in asked]
    assert len(menu) == len(set(menu))


def test_a_school_with_other_roles_breaks_nothing():
    """Names with odd characters, roles without tasks, a protocol in which nobody is named, and none at all."""
    content = load(ROOT, "nl", "po")
    route = content.protocols[content.school.protocol]
    for role in content.roles.values():
        role.tasks = []
    content.vocabulary._singular["mentor"].name = 'coach "A" & <b>*B*</b>'
    markup = sheet("mentor", content)
    assert "<b>" not in markup and "taken" not in re.findall(r"\{ #([a-z-]+) \}", markup)
    table = role_sheets.matrix_page(content, Links("rollen/wie-doet-wat.md"))
    assert "&amp; &lt;b&gt;*B*" in table and "<b>" not in table
    for step in route.steps:
        step.who, step.with_, step.inform = [], [], []
    assert [path for path, _ in pages.generated(content) if path.startswith("rollen/")] == ["rollen/wie-doet-wat.md"]
    assert "niet wie wat doet" in role_sheets.matrix_page(content, Links("rollen/wie-doet-wat.md"))
    content.protocols.clear()
    assert role_sheets.sheets(content) == []


def test_the_summary_names_the_role():
    content = LOADED["vl", "secundair"]
    for found in role_sheets.sheets(content):
        assert role_names([found.role.id], content) in role_sheets.summary(found, content)
