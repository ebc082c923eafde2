"""Every macro that a page may call, by the name it has there.

What a function asks for by the name `content`, `links` or `root` it gets from here; the rest is what the page says.
"""

import inspect
from collections.abc import Callable
from typing import Any

import jinja2

from macros.content.languages import say
from macros.content.model import Content
from macros.content.translated_pages import own_pages
from macros.publish.links import Links
from macros.render import (
    attacks,
    ballot,
    complaint_mail,
    contacts,
    danger,
    first_minutes,
    own_choices,
    pairs,
    parts,
    policy,
    questionnaire,
    readers,
    role_sheets,
    roles_page,
    route,
    school_file,
    shared,
    short_policy,
    sources,
    step_page,
    talk,
    talk_cards,
    wall_sheet,
    when,
    year_page,
)
from macros.render import list as list_page
from macros.render.fields import fields_page
from macros.site import current
from macros.site.brython.licence import licence_text
from macros.site.offline.button import keep_button
from macros.source.code_folder import CODE
from macros.upkeep.sources import coverage

# A page of its own for everything of a kind: where the content has it, and what draws it.
PAGES: dict[str, tuple[str, Callable[..., str]]] = {
    "protocol_page": ("protocols", route.route_page),
    "wayfinder_page": ("wayfinders", route.route_page),
    "guide_page": ("guides", talk.guide_page),
    "questionnaire_page": ("questionnaires", questionnaire.questionnaire_page),
    "ballot_page": ("questionnaires", ballot.ballot_page),
    "reports_page": ("questionnaires", ballot.reports_page),
    "collection_page": ("collections", list_page.collection_page),
}


def link(target: str, links: Links) -> str:
    """The address of another page: link("gesprekken/x")."""
    return links.to(target)


def own_protocol(content: Content, links: Links) -> str:
    """The address of the protocol that the school follows."""
    return links.to(f"protocollen/{content.school.protocol}")


def print_button(content: Content, text: str = "Print deze pagina") -> str:
    """The button that prints a page, in the language of this build."""
    return shared.print_button(say(content, text))


def helplines(content: Content, *groups: str) -> str:
    """The helplines of these groups; without a name those of all, with a heading for each."""
    return parts.helplines(content, list(groups) or None, headings=not groups)


def one_step(route_id: str, step_id: str, content: Content, links: Links) -> str:
    """The page of one step. Raises KeyError when the school has no such route or step."""
    found = {each.id: each for each in content.routes}[route_id]
    return step_page.step_page(found, found.step(step_id), content, links)


def one_wall_sheet(route_id: str, content: Content, links: Links) -> str:
    """The protocol for the wall. Raises KeyError when the school has no such protocol."""
    return wall_sheet.wall_sheet(content.protocols[route_id], content, links)


def word(placeholder: str, content: Content) -> str:
    """A school word in a hand-written page: word("de mentor"). Raises KeyError when unknown."""
    text = content.spoken.replace(placeholder)
    if text is None:
        raise KeyError(f"onbekend woord: {placeholder}")
    return shared.running(text)


MACROS: dict[str, Callable[..., str]] = {
    "attempts": lambda: attacks.attempts_page(CODE),
    "ballot_links": ballot.ballot_links,
    "board": parts.board,
    "brython_licence": licence_text,
    "cards": parts.cards,
    "complaint_mail": complaint_mail.complaint_mail,
    "contacts": contacts.contacts,
    "dangers": danger.dangers,
    "emergency": danger.emergency,
    "fields_page": fields_page,
    "first_minutes": first_minutes.first_minutes,
    "help_first": readers.help_first,
    "helplines": helplines,
    "keep_button": keep_button,
    "link": link,
    "looked_up_by_school": parts.looked_up_by_school,
    "numbers_note": danger.numbers_note,
    "other_protocols": parts.other_protocols,
    "own_choices": own_choices.own_choices_page,
    "own_protocol": own_protocol,
    "page_link": shared.page_link,
    "policy_page": policy.policy_page,
    "print_button": print_button,
    "provenance": lambda root, content, links: sources.provenance(coverage(root), content, links),
    "role_page": role_sheets.sheet_page,
    "roles": roles_page.roles_page,
    "roles_matrix": role_sheets.matrix_page,
    "sentence_pairs": pairs.sentence_pairs,
    "school_file": school_file.school_file_form,
    "short_policy": short_policy.short_policy_page,
    "step_page": one_step,
    "wall_sheet": one_wall_sheet,
    "steps_for_parents": readers.for_parents,
    "talk_cards": talk_cards.talk_cards,
    "terms": parts.terms,
    "to_check": parts.to_check,
    "when_for_parents": when.when_for_parents,
    "when_for_pupils": when.when_for_pupils,
    "word": word,
    "year_check": year_page.year_check,
}


def table(directory_urls: bool) -> dict[str, Callable[..., str]]:
    """Every macro as a page calls it: name -> function. `directory_urls`: whether addresses of pages end with a slash."""
    macros = {**MACROS, **{name: _of_page(kind, drawn) for name, (kind, drawn) in PAGES.items()}}
    return {name: _called(function, directory_urls) for name, function in macros.items()}


def _of_page(kind: str, drawn: Callable[..., str]) -> Callable[..., str]:
    def page(page_id: str, content: Content, links: Links) -> str:
        return drawn(getattr(content, kind)[page_id], content, links)

    return page


def _called(function: Callable[..., str], directory_urls: bool) -> Callable[..., str]:
    """The function with what it asks for filled in, from the project that is built and the page that calls."""
    parameters = inspect.signature(function).parameters.values()
    asked = {parameter.name for parameter in parameters} & {"content", "links", "root"}
    said = [
        parameter.name
        for parameter in parameters
        if parameter.name not in asked and parameter.kind is not parameter.VAR_POSITIONAL
    ]
    repeated = any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters)

    @jinja2.pass_context
    def macro(context: jinja2.runtime.Context, *words: str, **named: Any) -> str:
        content = current.content()
        known = {
            "content": content,
            "root": current.root(),
            "links": Links(context["page"].file.src_uri, directory_urls, own_pages(content)),
        }
        given = {name: known[name] for name in asked}
        if repeated:
            return function(*given.values(), *words)
        return function(**given, **dict(zip(said, words, strict=False)), **named)

    return macro
