"""Addresses of pages, relative to the page that links: with folders (web) or with .html files (offline)."""

from dataclasses import dataclass

# The page for acute danger has a door per reader; a link to it leads to the door of who reads the page it stands on.
DANGER = "nu-gevaar"
_STAFF = ("schoolteam", "protocollen", "wegwijzers", "gesprekken", "lijsten", "coordinator", "beleid")
_DOORS = {"leerlingen": "leerling", "vragenlijsten": "leerling", "ouders": "ouder", **dict.fromkeys(_STAFF, "school")}
_FOR_GROUPS = ("-stembus.md", "-rapport.md")  # beside the questionnaires, for staff


@dataclass(frozen=True)
class Links:
    """Links from one page. `page` is its source path ("protocollen/x.md").

    `own`: on a site in another language the pages that it has; other pages are those of the Dutch site, one folder up.
    """

    page: str
    directory_urls: bool = True
    own: frozenset[str] | None = None

    def to(self, target: str) -> str:
        """The relative address of a page: "gesprekken/y", "index", "leerlingen#hulp"."""
        path, _, anchor = target.partition("#")
        anchor = f"#{anchor}" if anchor else self.door() if path == DANGER else ""
        if self.directory_urls:
            name = "" if path == "index" else path.removesuffix("/index") + "/"
        else:
            name = f"{path}.html"
        return ("../" * (self._depth() + self.is_dutch(target)) + name or "./") + anchor

    def door(self) -> str:
        """The part of the page for acute danger that is for who reads this page ("#ouder"); empty when that can be anybody."""
        if self.page.startswith("vragenlijsten/") and self.page.endswith(_FOR_GROUPS):
            return "#school"
        door = _DOORS.get(self.page.removesuffix(".md").split("/")[0])
        return f"#{door}" if door else ""

    def is_dutch(self, target: str) -> bool:
        """On a site in another language: is this a page of the Dutch site?"""
        return self.own is not None and f"{target.partition('#')[0]}.md" not in self.own

    def attributes(self, target: str) -> dict[str, str]:
        """The attributes of a link: its address, and its language when that is another."""
        return {"href": self.to(target), **({"hreflang": "nl"} if self.is_dutch(target) else {})}

    def asset(self, path: str) -> str:
        """The relative address of a file in the site."""
        return "../" * self._depth() + path

    def _depth(self) -> int:
        depth = self.page.count("/")
        if self.directory_urls and self.page.rsplit("/", 1)[-1] != "index.md":
            depth += 1
        return depth
