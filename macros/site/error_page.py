"""What an author sees in the browser while the content has mistakes."""

from macros.source.problems import Problem
from widgets.core.html import el, to_html


def error_page(problems: list[Problem]) -> str:
    """A page (Markdown) with every problem; it makes room for the site when the last one is solved."""
    errors = sorted(problem for problem in problems if not problem.warning)
    lines = [el("li", None, el("code", None, f"{problem.file}:{problem.line}"), " ", problem.message) for problem in errors]
    return (
        "---\ntitle: Fouten in de inhoud\n---\n\n# Fouten in de inhoud\n\n"
        "Verbeter deze regels en sla het bestand op. Deze pagina ververst zichzelf.\n\n"
        + "{% raw %}\n"
        + to_html(el("ul", {"class": "problems"}, lines)).replace("{%", "&#123;%")
        + "\n{% endraw %}\n"
    )
