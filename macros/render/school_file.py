"""The page on which somebody makes the school file: the form, and without JavaScript the file to copy."""

from macros.content.model import Content
from macros.publish.school_file import base_school, school_file_data
from macros.render.shared import widget
from widgets.core import school_file, school_text
from widgets.core.html import el, to_html


def school_file_form(content: Content) -> str:
    """The widget, for a page in Markdown."""
    return (
        '<div class="block">'
        + _without_script(content)
        + widget("school_file", school_file_data(content), school_file)
        + "</div>"
    )


def _without_script(content: Content) -> str:
    """How to make the file by hand, and the file of the example school to begin with."""
    text = school_text.school_text(school_text.trimmed(base_school(content.root)))
    return (
        "<noscript>"
        + to_html(
            el(
                "div",
                None,
                el(
                    "p",
                    {"class": "notice"},
                    "Dit formulier werkt alleen met JavaScript. Zonder JavaScript maak je het bestand zelf:",
                ),
                el(
                    "ol",
                    None,
                    el("li", None, "Kopieer de tekst hieronder naar een leeg bestand in een gewoon tekstprogramma."),
                    el("li", None, "Verander wat achter elke dubbele punt staat. Bij elke regel staat uitleg."),
                    el("li", None, "Bewaar het als ", el("code", None, "school.yaml"), ", met de codering UTF-8."),
                ),
                el("pre", None, el("code", {"tabindex": "0", "role": "region", "aria-label": "De tekst van school.yaml"}, text)),
            )
        )
        + "</noscript>"
    )
