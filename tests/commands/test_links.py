"""Links to other sites: which there are, and what a school is told of one that no longer works."""

import http.server
import threading
import time

import pytest

from macros.commands import links as link_check
from macros.commands.links import Finding, as_text, check_links, findings
from macros.commands.plain_pages import content_for
from macros.upkeep.external_links import Place, external_links
from tests.places import ROOT

HEAD = "# created by LinkChecker\nurlname;parentname;base;result;warningstring;infostring;valid;url\n"
MOVED = "Redirected to `https://nieuw.example/' status: 301 Moved Permanently."


# ---- which links ----


def test_links_of_content_and_pages_with_their_places():
    links = external_links(content_for(ROOT, "nl", "vo"), ROOT)
    assert any(place.file == "protocol/hulplijnen.yaml" for place in links["https://kindertelefoon.nl/"])
    staatsblad = links["https://zoek.officielebekendmakingen.nl/stb-2015-238.html"]
    assert {place.file for place in staatsblad} == {"docs/coordinator.md", "protocol/feiten.yaml"}
    for address, places in links.items():
        assert address[-1] not in ".,;:)]’" and "example" not in address.split("/")[2] and places
        for place in places:
            line = (ROOT / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
            assert address in line or place.file == "protocol/feiten.yaml", (address, place)


def test_a_school_tries_only_what_it_shows():
    dutch, flemish = (external_links(content_for(ROOT, *kind), ROOT) for kind in (("nl", "vo"), ("vl", "secundair")))
    assert "https://awel.be/" in flemish and "https://awel.be/" not in dutch
    page = "https://www.ovsg.be/nieuws/een-klacht-is-vervelend-maar-je-leert-eruit"
    assert any(place.file.startswith("docs/") for place in flemish[page]) and page not in dutch


# ---- what is told ----


@pytest.mark.parametrize(
    "row, told, broken, again",
    [
        ("a;;;200 OK;;;True;a", None, None, None),
        (f"a;;;200 OK;{MOVED};;True;b", "staat nu op https://nieuw.example/", False, False),
        ("a;;;200 OK;Redirected to `b' status: 302 Found.;;True;b", None, None, None),
        ("a;;;404 Not Found;;;False;a", "bestaat niet meer (404)", True, False),
        ("a;;;410 Gone;;;False;a", "bestaat niet meer (410)", True, False),
        ("a;;;403 Forbidden;;;False;a", "laat een programma niet toe (403)", False, False),
        ("a;;;503 Service Unavailable;;;False;a", "had een storing (503)", False, True),
        ("a;;;ReadTimeout: Read timed out.;;;False;a", "gaf geen antwoord", False, True),
        ("a;;;ConnectionError: Failed to resolve;;;False;a", "is niet te bereiken", True, True),
        ("a;;;syntax OK;Access denied by robots.txt, checked only syntax.;;True;a", "laat een programma niet toe.", False, False),
    ],
)
def test_each_answer_says_what_to_do(row, told, broken, again):
    found = findings(HEAD + row + "\n# Stopped checking\n")
    assert [(finding.what[: len(told)], finding.broken, finding.again) for finding in found] == (
        [(told, broken, again)] if told else []
    )


def test_the_report_names_link_page_and_what_to_do():
    places = {"https://a.example/": [Place("docs/x.md", 3, "Hulp")], "https://b.example/": []}
    assert as_text([Finding("https://a.example/", "bestaat niet meer (404).", True)], places) == (
        "https://a.example/ bestaat niet meer (404).\n    docs/x.md:3 (Hulp)\n\n"
        "2 links geprobeerd: 1 kapot, 0 om zelf te openen, 1 goed."
    )


def test_without_the_program_or_without_internet(monkeypatch, capsys):
    monkeypatch.setattr(link_check.shutil, "which", lambda *_, **__: None)
    assert link_check.main(ROOT) == 1
    assert "LinkChecker ontbreekt. Typ: make links" in capsys.readouterr().out
    monkeypatch.setattr(link_check, "check_links", lambda addresses: [Finding(one, "weg", True, again=True) for one in addresses])
    assert link_check.main(ROOT) == 1
    assert "Heeft deze computer internet?" in capsys.readouterr().out


# ---- the real program against a server on this machine ----


class Site(http.server.BaseHTTPRequestHandler):
    """Answers as sites do: found, moved, gone, broken, closed, too slow, and broken only the first time."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/traag":
            time.sleep(4)
        once = 503 if self.asked.count("/even-stuk") == 1 else 200
        code = {"/goed": 200, "/verhuisd": 301, "/even": 302, "/dicht": 403, "/stuk": 503, "/even-stuk": once}.get(self.path, 404)
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/goed")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *arguments) -> None:
        pass


def test_a_real_run():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        paths = ("goed", "verhuisd", "even", "weg", "dicht", "stuk", "even-stuk", "traag")
        found = {
            finding.address.removeprefix(base): finding for finding in check_links([f"{base}/{path}" for path in paths], 1, 0)
        }
    finally:
        server.shutdown()
        server.server_close()
    assert {path for path, finding in found.items() if finding.broken} == {"/weg"}
    assert set(found) == {"/weg", "/verhuisd", "/dicht", "/stuk", "/traag"}, "the second time /even-stuk worked"
    assert f"staat nu op {base}/goed" in found["/verhuisd"].what
    assert Site.asked.count("/stuk") == 2 and Site.asked.count("/weg") == 1, "only what may be over soon is tried again"
