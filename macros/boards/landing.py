"""The page above the sites of all locations: a list of the schools, and the same list for an address that does not exist."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from macros.checks.contacts import dialled
from macros.site import csp
from widgets.core.html import el, to_html

MANY = 12  # more schools than this stand under their town
LIST_FILE = "locaties.json"
ELSEWHERE = "Zonder plaats"


@dataclass(frozen=True)
class School:
    """What the list shows of one school. `id` is the folder of its site; `emergency` its first number for acute danger."""

    id: str
    name: str
    town: str
    board: str
    language: str
    emergency: str


def files(schools: list[School], assets: str, site_url: str = "", offline: bool = False) -> dict[str, str]:
    """The files of the overview: path -> text. `assets`: the folder with the shared files, from the overview.

    `site_url`: the address at which the overview will stand. The page for a wrong address can stand in for an address of
    any depth, so its own addresses start at the root of the host.
    """
    top = urlsplit(site_url).path.rstrip("/") + "/"
    listed = [asdict(school) for school in in_order(schools)]
    made = {"index.html": _page(schools, "", assets, offline), LIST_FILE: json.dumps(listed, ensure_ascii=False, indent=1) + "\n"}
    return made if offline else made | {"404.html": _page(schools, top, assets, offline, missing=True)}


def in_order(schools: list[School]) -> list[School]:
    """By name as people count: capitals are no different, and School 2 comes before School 10."""

    def parts(school: School) -> list[tuple]:
        return [
            (not part.isdecimal(), int(part) if part.isdecimal() else part)
            for part in re.findall(r"[0-9]+|[^0-9]+", school.name.casefold())
        ]

    return sorted(schools, key=lambda school: (parts(school), school.id))


def board_of(schools: list[School]) -> str:
    """The name of the board when all schools have the same one, else empty."""
    names = {school.board for school in schools}
    return names.pop() if len(names) == 1 else ""


def _page(schools: list[School], top: str, assets: str, offline: bool, missing: bool = False) -> str:
    board = board_of(schools)
    title = f"Veilig op de scholen van {board}" if board else "Veilig op onze scholen"
    heading = "Deze pagina is er niet" if missing else title
    body = [
        el("header", None, _emergency(schools)),
        el(
            "main",
            None,
            el("h1", None, heading),
            el(
                "p",
                {"class": "lead"},
                "Misschien is de pagina verplaatst, of staat er een typfout in het adres. Kies hieronder je school."
                if missing
                else "Wat doen we als er gepest wordt? Elke school heeft een eigen site. Kies je school.",
            ),
            _lists(schools, top, offline),
        ),
        el(
            "footer", None, el("p", None, _count(len(schools))), el("p", None, "Deze site bewaart niets van je en volgt je niet.")
        ),
    ]
    language = schools[0].language if schools else "nl"
    head = "".join(
        to_html(part)
        for part in (
            el("meta", {"charset": "utf-8"}),
            el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            el("title", None, heading),
            el("meta", {"name": "description", "content": "Alle scholen van het bestuur, met wat zij doen tegen pesten."}),
            el("link", {"rel": "icon", "href": f"{top}{assets}/img/favicon.svg"}),
            el("link", {"rel": "stylesheet", "href": f"{top}{assets}/css/locaties.css"}),
        )
    )
    html = (
        f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n'
        + "\n".join(to_html(part) for part in body)
        + "\n</body>\n</html>\n"
    )
    return html if offline else csp.finish(html)


def _emergency(schools: list[School]) -> tuple | None:
    numbers = {school.emergency for school in schools}
    if len(numbers) != 1 or not any(numbers):
        return None
    number = numbers.pop()
    return el(
        "p",
        {"class": "danger"},
        el("strong", None, "Is er nu gevaar?"),
        " ",
        el("a", {"href": f"tel:{dialled(number)}"}, f"Bel {number}"),
    )


def _lists(schools: list[School], top: str, offline: bool) -> tuple:
    """One list, or with many schools one per town."""
    towns = sorted({school.town for school in schools}, key=lambda town: (not town, town.casefold()))
    if len(schools) <= MANY or len(towns) < 2:
        return el("nav", {"aria-label": "Scholen"}, _list(schools, top, offline, with_town=True))
    return el(
        "nav",
        {"aria-label": "Scholen"},
        [
            el(
                "section",
                None,
                el("h2", None, town or ELSEWHERE),
                _list([school for school in schools if school.town == town], top, offline, with_town=False),
            )
            for town in towns
        ],
    )


def _list(schools: list[School], top: str, offline: bool, with_town: bool) -> tuple:
    end = "index.html" if offline else ""
    return el(
        "ul",
        None,
        [
            el(
                "li",
                None,
                el("a", {"href": f"{top}{school.id}/{end}"}, school.name),
                el("span", {"class": "town"}, school.town) if with_town and school.town else None,
            )
            for school in in_order(schools)
        ],
    )


def _count(number: int) -> str:
    return "1 school" if number == 1 else f"{number} scholen"
