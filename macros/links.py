"""Addresses of pages, relative to the page that links: with folders (web) or with .html files (offline)."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Links:
    """Links from one page. `page` is its source path ("protocollen/x.md")."""
    page: str
    directory_urls: bool = True

    def to(self, target: str) -> str:
        """The relative address of a page: "gesprekken/y", "index", "leerlingen#hulp"."""
        path, _, anchor = target.partition("#")
        anchor = f"#{anchor}" if anchor else ""
        if self.directory_urls:
            name = "" if path == "index" else path.removesuffix("/index") + "/"
        else:
            name = f"{path}.html"
        return ("../" * self._depth() + name or "./") + anchor

    def asset(self, path: str) -> str:
        """The relative address of a file in the site."""
        return "../" * self._depth() + path

    def _depth(self) -> int:
        depth = self.page.count("/")
        if self.directory_urls and self.page.rsplit("/", 1)[-1] != "index.md":
            depth += 1
        return depth
