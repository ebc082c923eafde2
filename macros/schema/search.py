"""Words for the search of the site, besides what stands on its pages."""

from typing import Annotated

from pydantic import Field

from macros.schema.base import Line, Strict, field


class Synonyms(Strict):
    """Words that mean the same to a visitor: each finds what any of them finds."""

    words: Annotated[list[Line], Field(min_length=2)] = field("woorden", "Woorden die voor een bezoeker hetzelfde betekenen.")


class WordForm(Strict):
    """A form that no spelling rule connects with its word."""

    form: Line = field("vorm", "De vorm, zoals iemand die typt.")
    of: Line = field("hoort_bij", "De stam waar deze vorm bij hoort.")


class Search(Strict):
    """The file with words for the search."""

    synonyms: list[Synonyms] = field("synoniemen", "Groepen van woorden die hetzelfde betekenen.", [])
    forms: list[WordForm] = field("vormen", "Vormen die geen spellingregel verbindt.", [])
