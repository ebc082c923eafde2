"""Ballot boxes for tests: files made with the core under CPython, and pupils who fill in fast in a page."""

import json
from pathlib import Path

from macros.publish.questionnaires import questionnaire_data
from tests.loaded import loaded
from widgets.core import ballot_box, ballot_report, code, part_file, report_file

CONTENT = loaded()
QUESTIONNAIRE = next(page for page in CONTENT.questionnaires.values() if page.ballot)
INSTRUMENT = questionnaire_data(QUESTIONNAIRE, CONTENT)
ITEMS = [item["id"] for section in INSTRUMENT["sections"] for item in section["items"]]
BALLOT = f"vragenlijsten/{QUESTIONNAIRE.id}-stembus/"
REPORTS = f"vragenlijsten/{QUESTIONNAIRE.id}-rapport/"
ALONE, SEVERAL = "alleen op dit apparaat", "op meer apparaten"

# One pupil answers until at least half of the questions have an answer, stops, and casts the sheet. Nobody looks on meanwhile:
# to bring each question in sight and give it the focus would take a third of the time.
_FILL = """([seed, count]) => {
  const click = name => document.querySelector(`[data-message="${name}"]`).click();
  const {focus} = HTMLElement.prototype, {scrollIntoView} = Element.prototype;
  HTMLElement.prototype.focus = Element.prototype.scrollIntoView = () => {};
  try {
    click("pupil-began");
    for (let place = 0; place < count; place++) {
      document.querySelector(`.choice input[value="${(seed * 7 + place * 3 + seed * place) % 6}"]`).click();
      click("went-on");
    }
  } finally {
    Object.assign(HTMLElement.prototype, {focus});
    Object.assign(Element.prototype, {scrollIntoView});
  }
  if (document.querySelector("[data-message=finished]")) click("finished");
  click("cast");
}"""


def answers(number: int) -> dict[str, int]:
    """A whole sheet that differs from pupil to pupil: mostly well, some not."""
    return {item: (number * 7 + place * 3 + number * place) % 6 for place, item in enumerate(ITEMS)}


def _closed(sheets: list[dict], group: str, box_id: str, month: str, present: int, alone: bool) -> tuple[dict, dict]:
    """A closed box, and what it released."""
    made = ballot_box.new_box(INSTRUMENT, present or max(len(sheets), 5), month, box_id, group, alone)
    for sheet in sheets:
        made, said, counted = ballot_box.cast(INSTRUMENT, made, sheet)
        assert counted, said
    made, said, released = ballot_box.close(INSTRUMENT, made)
    assert made["state"] == "closed", said
    return made, released


def report(sheets: list[dict], group: str, box_id: str, month: str = "2026-11", present: int = 0) -> dict:
    """The report of a group that filled in on one device."""
    return ballot_report.class_report(INSTRUMENT, *_closed(sheets, group, box_id, month, present, True))


def part(sheets: list[dict], group: str, box_id: str, month: str = "2026-11", present: int = 0) -> dict:
    """What one of several devices of a group gives, to be joined with the others."""
    return part_file.part_file(*_closed(sheets, group, box_id, month, present, False))


def report_path(folder: Path, made: dict) -> Path:
    """A report as a file on disk."""
    path = folder / (made["boxes"][0] + "-" + report_file.report_file_name(made))
    path.write_text(json.dumps(report_file.report_file(made)), encoding="utf-8")
    return path


def part_path(folder: Path, made: dict) -> Path:
    """The file of one of several devices, on disk."""
    path = folder / part_file.part_file_name(made)
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def open_ballot(page, present: int = 12, group: str = "2B", word: str = "", where: str = ALONE) -> None:
    page.wait_for_selector("[data-ready]")
    page.get_by_label("Hoeveel leerlingen zijn er?").fill(str(present))
    page.get_by_label("Welke groep?").fill(group)
    choose_where(page, where)
    page.get_by_label("Sluitwoord").fill(word)
    button(page, "Open de stembus").click()
    page.wait_for_selector(".ballot-ready")


def choose_where(page, where: str = ALONE) -> None:
    """Whether the group fills in on this device alone, or on several."""
    page.get_by_label("Waar vult de groep de lijst in?").select_option(label=where)


def open_codes(page) -> int:
    """The screen where codes from own devices go in; gives the session of the round."""
    button(page, "Ik heb een code op mijn eigen apparaat").click()
    return code.session_in(page.locator(".ballot-session").inner_text())


def type_codes(page, session: int, sheets: list[dict]) -> None:
    """Sheets as codes, put in the box one after another."""
    for number, sheet in enumerate(sheets):
        page.get_by_label("Of typ de code van de leerling").fill(code.encode(INSTRUMENT, session, 1000 + number, sheet))
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#stembus-code-{number + 1}")
    button(page, "Klaar met codes").click()


def pupils(page, numbers, count: int = 0) -> None:
    """Pupils fill in one after another; with `count` 0 just over half of the questions."""
    for number in numbers:
        page.evaluate(_FILL, [number, count or len(ITEMS) // 2 + 1])


def close_ballot(page) -> None:
    page.get_by_text("Voor de volwassene").click()
    button(page, "Sluit de stembus").click()
    button(page, "Ja, sluit de stembus").click()


def report_of_box(page) -> None:
    """The report of the box that was just closed."""
    button(page, "Bekijk het rapport").click()
    page.wait_for_selector(".report")


def open_report(page, path) -> None:
    """Open the file of one report on the page of the reports, and look at it."""
    page.wait_for_selector("[data-ready]")
    page.set_input_files("[data-open]", path)
    page.get_by_role("button", name="Bekijk").click()
    page.wait_for_selector(".report")
