"""A case in hand: kept as a file, handed over, left; nothing stays behind."""

import json

import pytest

from tests.browser.case_page import ADDRESS, CONTENT, answer, downloaded, fill_in, panel
from tests.conftest import settle

pytestmark = pytest.mark.browser


# ---- keeping, handing over ----


def test_a_colleague_opens_the_file_also_from_a_disk(case, open_page, offline_site, tmp_path):
    fill_in(case, "Feiten", "Er is iets gezegd.")
    answer(case)
    panel(case, "Bewaren of overdragen")
    kept = tmp_path / "zaak.json"
    kept.write_text(downloaded(case, "Bewaar als bestand"), encoding="utf-8")
    assert "staat alleen op deze pagina" in case.locator('[data-part="kept"]').inner_text()
    case.get_by_role("button", name="Ja, het bestand staat er").click()
    assert "Alles wat je invulde, is bewaard." in case.locator('[data-part="kept"]').inner_text()
    other = open_page((offline_site / f"{ADDRESS.rstrip('/')}.html").as_uri(), 375)
    other.wait_for_selector("[data-ready]")
    panel(other, "Bewaren of overdragen")
    other.get_by_label("Open een bewaard bestand").set_input_files(kept)
    other.get_by_text("De zaak is geopend.").wait_for()
    assert other.locator(".guide-title").inner_text() == case.locator(".guide-title").inner_text()
    panel(other, "Verslag")
    assert "Feiten: Er is iets gezegd." in other.locator("pre.note").inner_text()


@pytest.mark.parametrize(
    "text, message",
    [
        ("geen json", "geen zaak van deze site"),
        ("{}", "geen zaak van deze site"),
        (
            json.dumps({"format": "veiligwijzer-zaak", "format_version": 1, "protocol": "<img src=x onerror=alert(1)>"}),
            "ander protocol",
        ),
        (json.dumps({"format": "veiligwijzer-zaak", "format_version": 99}), "nieuwere site"),
        ("x" * 1_100_000, "geen zaak van deze site"),
    ],
)
def test_a_wrong_file_changes_nothing(text, message, case, tmp_path):
    answer(case)
    title = case.locator(".guide-title").inner_text()
    panel(case, "Bewaren of overdragen")
    wrong = tmp_path / "fout.json"
    wrong.write_text(text, encoding="utf-8")
    case.get_by_label("Open een bewaard bestand").set_input_files(wrong)
    case.locator(".case-panel .notice").wait_for()
    assert message in case.locator(".case-panel .notice").inner_text()
    assert case.locator(".guide-title").inner_text() == title
    assert case.locator(".case-panel img").count() == 0


def test_a_link_brings_the_case_without_what_was_typed(case, open_page):
    fill_in(case, "Feiten", "Niet in de link")
    answer(case)
    panel(case, "Bewaren of overdragen")
    case.context.grant_permissions(["clipboard-read", "clipboard-write"])
    case.get_by_role("button", name="Kopieer een link").click()
    link = case.evaluate("navigator.clipboard.readText()")
    assert "#zaak=" in link and "Niet" not in link
    other = open_page(link, 375)
    other.get_by_text("De zaak is geopend.").wait_for()
    assert "#" not in other.url
    assert other.locator(".guide-title").inner_text() == case.locator(".guide-title").inner_text()


def test_a_damaged_link_changes_nothing(server, open_page):
    page = open_page(server.url + ADDRESS + "#zaak=%E0%A4%A{", 375)
    page.locator(".case-panel .notice").wait_for()
    assert "Er is niets veranderd" in page.locator(".case-panel .notice").inner_text()


# ---- leaving ----


def kept_anywhere(page):
    return page.evaluate("""async () => [document.cookie, localStorage.length, sessionStorage.length,
                                         (await indexedDB.databases()).length, (await caches.keys()).length]""")


def test_after_a_whole_case_nothing_is_left(case, server):
    settle(case)
    before = len(case.watch.requests)
    fill_in(case, "Feiten", "Iets")
    for _ in range(40):
        if not case.locator(".answer").count():
            break
        answer(case)
    assert case.locator(".guide-done").count() == 1
    panel(case, "Verslag")
    assert case.watch.requests[before:] == []
    assert kept_anywhere(case) == ["", 0, 0, 0, 0]
    case.on("dialog", lambda dialog: dialog.accept())
    case.goto(server.url + "over/privacy/")
    case.go_back()
    case.wait_for_selector("[data-ready]")
    assert case.get_by_label("Dag van de melding").input_value() == ""
    assert case.locator(".guide-trail").count() == 0
    assert "Iets" not in case.locator("[data-widget]").inner_text()
    assert kept_anywhere(case) == ["", 0, 0, 0, 0]


def test_leaving_quickly_asks_nothing(case, server):
    asked = []
    case.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    case.route("https://**", lambda route: route.fulfill(body="<title>Elders</title>", content_type="text/html"))
    fill_in(case, "Feiten", "Iets")
    case.watch.requests.clear()
    case.get_by_role("link", name="Snel weg").click()
    case.wait_for_url(CONTENT.school.leave_to)
    case.watch.requests.clear()  # the page somebody chose to go to is another host by nature
    assert asked == []


def test_starting_over_asks_first(case):
    answer(case)
    case.get_by_role("button", name="Opnieuw beginnen").click()
    case.get_by_role("button", name="Nee, ga verder").click()
    assert case.locator(".guide-trail").count() == 1
    case.get_by_role("button", name="Opnieuw beginnen").click()
    case.get_by_role("button", name="Ja, begin opnieuw").click()
    assert case.locator(".guide-trail").count() == 0
    assert case.get_by_label("Dag van de melding").input_value() == ""
