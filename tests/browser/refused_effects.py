"""Every effect of every widget on its page, and every way in which a browser can refuse one."""

from tests.browser import ballots, case_page, lists_page
from widgets.core import agreements, ballot, guide, reports, school_file, signals, talk, thermometer, when
from widgets.kinds import KINDS

CORES = {
    "guide": guide,
    "talk": talk,
    "thermometer": thermometer,
    "signals": signals,
    "agreements": agreements,
    "ballot": ballot,
    "reports": reports,
    "school_file": school_file,
    "when": when,
}
assert set(CORES) == set(KINDS)

_THROW = "() => { throw new Error('nee') }"
# No error as JavaScript makes them: Python cannot catch it where it happens, so it is told in general words.
_WORD = "() => { throw 'nee' }"
# Kind of effect -> how it is refused: name -> (what is replaced, by what). "" as value takes it away.
REFUSALS = {
    "copy": {
        "missing": ("Document.prototype", "execCommand", "undefined"),
        "throws": ("document", "execCommand", _THROW),
        "throws a word": ("document", "execCommand", _WORD),
        "false": ("document", "execCommand", "() => false"),
        "no answer": ("document", "execCommand", "() => undefined"),
        "cannot select": ("HTMLTextAreaElement.prototype", "select", _THROW),
    },
    "save": {
        "missing": ("URL", "createObjectURL", "undefined"),
        "throws": ("URL", "createObjectURL", _THROW),
        "throws a word": ("URL", "createObjectURL", _WORD),
        "false": ("URL", "createObjectURL", "() => false"),
        "empty": ("URL", "createObjectURL", "() => ''"),
        "no blobs": ("window", "Blob", "undefined"),
        "cannot click": ("HTMLAnchorElement.prototype", "click", _THROW),
    },
    "print": {
        "missing": ("window", "print", "undefined"),
        "throws": ("window", "print", _THROW),
        "throws a word": ("window", "print", _WORD),
    },
}
REFUSALS["copy-link"] = REFUSALS["copy"]
# What the browser takes without saying whether it was done.
SILENT = {"save": ("HTMLAnchorElement.prototype", "click", "() => false"), "print": ("window", "print", "() => false")}

REPLACE = """([owner, name, value]) => {
  const target = owner.split('.').reduce((found, key) => found[key], window);
  window.restore = [target, name, Object.getOwnPropertyDescriptor(target, name)];
  Object.defineProperty(target, name, {value: eval('(' + value + ')'), configurable: true, writable: true});
}"""
RESTORE = """() => {
  const [target, name, before] = window.restore;
  if (before) Object.defineProperty(target, name, before); else delete target[name];
}"""
# What somebody sees of a widget and has filled in, without what is said of the effect itself.
STATE = """() => {
  const body = document.querySelector('[data-widget] [data-body]').cloneNode(true);
  body.querySelectorAll('[data-told]').forEach(one => one.remove());
  const fields = [...document.querySelectorAll('[data-widget] :is(input, select, textarea):not([data-told] *)')];
  return body.textContent + JSON.stringify(fields.map(one => one.type == 'checkbox' ? one.checked : one.value));
}"""
ASKS = """() => {
  const leaving = new Event('beforeunload', {cancelable: true});
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""


# ---- the pages, with something on them to lose ----


def guide_page(page, server, _folder):
    page.goto(server.url + case_page.ADDRESS)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Vandaag").click()
    case_page.fill_in(page, "Feiten", "Een tas in de sloot.")


def signals_page(page, server, _folder):
    page.goto(server.url + lists_page.ADDRESSES["signals"])
    page.wait_for_selector("[data-ready]")
    lists_page.fill_in_signals(page)


def agreements_page(page, server, _folder):
    page.goto(server.url + lists_page.ADDRESSES["agreements"])
    page.wait_for_selector("[data-ready]")
    lists_page.fill_in_agreements(page)


def school_page(page, server, _folder):
    page.goto(server.url + "scholen/schoolbestand/")
    page.wait_for_selector("[data-ready]")
    page.locator("#veld-naam").fill("De Vlinder")
    page.locator("#veld-vakanties").select_option("midden")
    page.locator("#veld-onderwijs").select_option(index=1)
    page.locator("#veld-protocol").select_option(index=0)
    page.locator("#veld-contact-1-naam").fill("A. de Wit")
    page.locator("#veld-contact-2-naam").fill("B. Bos")
    page.get_by_role("button", name="Voeg een locatie toe").click()
    page.locator("#veld-locatie-1-naam").fill("Noord")


def talk_page(page, server, _folder):
    page.goto(server.url + f"gesprekken/{next(iter(case_page.CONTENT.guides))}/")
    page.wait_for_selector("[data-ready]")
    while not page.locator(".talk-tick input:visible").count():
        page.get_by_role("button", name="Volgende").click()
    page.locator(".talk-tick input:visible").first.check()
    note = page.locator('[data-field^="written"]:visible').first
    note.fill("De tas lag in de sloot.")
    note.blur()


def outcome_page(page, server, _folder):
    """A questionnaire of staff, answered to its end."""
    page.goto(server.url + "wegwijzers/is-dit-pesten/")
    page.wait_for_selector("[data-ready]")
    while not page.locator("[data-effect=reason-copied]").count():
        case_page.answer(page)


def reports_page(page, server, folder):
    page.goto(server.url + ballots.REPORTS)
    page.wait_for_selector("[data-ready]")
    ballots.open_report(
        page, ballots.report_path(folder, ballots.report([ballots.answers(number) for number in range(12)], "2B", "kast1"))
    )


def ballot_page(page, server, _folder):
    page.goto(server.url + ballots.BALLOT)


def _closed_box(where):
    """A function that brings the page to what a closed box gives: the report of one that is alone, the part of one of several."""
    shown = ".report" if where == ballots.ALONE else "[data-effect=part-saved]"

    def bring(page):
        if page.locator(shown).count():
            return
        page.reload()
        ballots.open_ballot(page, where=where)
        ballots.pupils(page, range(6))
        ballots.close_ballot(page)
        if where == ballots.ALONE:
            ballots.report_of_box(page)

    return bring


def _panel(name):
    return lambda page: case_page.panel(page, name) if page.locator(".panel-title", has_text=name).count() == 0 else None


# Widget -> (its page with something to lose, {effect: what to do first}). Every effect of a core stands here once.
PAGES = {
    "guide": (
        guide_page,
        {
            "calendar": _panel("Alle datums"),
            "case-saved": _panel("Bewaren of overdragen"),
            "link-copied": _panel("Bewaren of overdragen"),
            "note-copied": _panel("Verslag"),
            "note-saved": _panel("Verslag"),
            "note-printed": _panel("Verslag"),
        },
    ),
    "talk": (talk_page, {"printed": None, "notes-copied": None}),
    "signals": (signals_page, {"copy": None, "save": None}),
    "agreements": (agreements_page, {"copy": None}),
    "ballot": (
        ballot_page,
        {name: _closed_box(ballots.SEVERAL if name == "part-saved" else ballots.ALONE) for name in ballot.EFFECTS},
    ),
    "reports": (reports_page, dict.fromkeys(reports.EFFECTS)),
    "school_file": (school_page, {"save": None, "copy": None, "save-location": None}),
    "outcome": (outcome_page, {"reason-copied": None}),
}
OF_GUIDE = "outcome"  # another page of the guide
EFFECTS = [(kind, name) for kind in PAGES for name in PAGES[kind][1]]
assert {(kind.replace(OF_GUIDE, "guide"), name) for kind, name in EFFECTS} == {
    (kind, name) for kind, core in CORES.items() for name in getattr(core, "EFFECTS", ())
}
