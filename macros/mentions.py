"""Pages that a text names between quotes: "de pagina ‘Maatregelen en straf’" becomes a link beside that text."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.problems import Problem, near_miss
from macros.schema.route import Step
from macros.validate import problem_at

if TYPE_CHECKING:
    from macros.content import Content

# Pages with a title of their own that are written as Markdown in docs/: title -> path.
WRITTEN = {"Nu gevaar?": "nu-gevaar", "Hulplijnen": "hulplijnen", "Komt u er niet uit?": "ouders/komt-u-er-niet-uit"}
TEXTS = (("waarom", "why"), ("hoe", "how"), ("let_op", "caution"), ("noteer", "record"))
_QUOTED = re.compile(r"‘([^‘’]+)’")
_NAMED = re.compile(r"\b(?:pagina|wegwijzer|lijst|protocol) ‘([^‘’]+)’")


def titles(content: Content) -> dict[str, str]:
    """The title of every page that a text may name, with its path as Links.to takes it."""
    return WRITTEN | {page.title: f"{folder}/{page.id}" for folder, pages in content.folders.items() for page in pages.values()}


def mentioned(step: Step, content: Content) -> list[tuple[str, str]]:
    """(title, path) of the pages that the texts of a step name, each once, as they are named."""
    known = titles(content)
    found = [title for _, text in _texts(step) for title in _QUOTED.findall(text) if title in known]
    return [(title, known[title]) for title in dict.fromkeys(found)]


def check_mentions(step: Step, content: Content) -> list[Problem]:
    """A problem for "de pagina ‘…’" with a title that is nearly right: the link would silently be missing.

    Another title may be of a page that this school hides or does not need.
    """
    known = titles(content)
    return [problem_at(step, *place, message=f"er is geen pagina met de titel ‘{title}’.{near_miss(title, known)}")
            for place, text in _texts(step) for title in _NAMED.findall(text) if title not in known and near_miss(title, known)]


def _texts(step: Step) -> list[tuple[tuple, str]]:
    """The texts of a step with their places in the file."""
    found: list[tuple[tuple, str]] = []
    for key, name in TEXTS:
        value = getattr(step, name)
        found += [((key, index), text) for index, text in enumerate(value)] if isinstance(value, list) else [((key,), value or "")]
    return found
