"""The doorway for pages: every macro a page may call. Decides nothing.

mkdocs-macros calls `define_env`. The hooks of MkDocs itself are in macros/hooks.py, the only module
that imports mkdocs.
"""
from typing import Any


def define_env(env: Any) -> None:
    """Register the macros. `env` is the environment of mkdocs-macros."""
    from macros import site
    from macros.coverage import coverage
    from macros.fields import fields_page
    from macros.foreign_pages import own_pages, page_link as link_to_page
    from macros.links import Links
    from macros.render import attempts as attempts_list
    from macros.render import (ballot, collection, danger, guide, keep, lists, questionnaire, readers, role_sheets, route,
                               shared)
    from macros.render import first_minutes as first_minutes_box
    from macros.render import own_choices as own_choices_table
    from macros.render import policy as policy_document
    from macros.render import provenance as provenance_table
    from macros.render import school_file as school_file_page
    from macros.render import talk_cards as cards_for_talk
    from macros.render import year_page

    directory_urls = bool(env.conf["use_directory_urls"])

    def links() -> Links:
        return Links(env.page.file.src_uri, directory_urls, own_pages(site.content()))

    def link(target: str) -> str:
        """The address of another page: link("gesprekken/x")."""
        return links().to(target)

    def page_link(target: str, text: str, dutch: bool = False) -> str:
        """A link in a translated page, which says so when the page behind it is in Dutch."""
        return link_to_page(target, text, site.content(), links(), dutch)

    def protocol_page(page_id: str) -> str:
        return route.route_page(site.content().protocols[page_id], site.content(), links())

    def wayfinder_page(page_id: str) -> str:
        return route.route_page(site.content().wayfinders[page_id], site.content(), links())

    def guide_page(page_id: str) -> str:
        return guide.guide_page(site.content().guides[page_id], site.content(), links())

    def questionnaire_page(page_id: str) -> str:
        return questionnaire.questionnaire_page(site.content().questionnaires[page_id], site.content(), links())

    def ballot_page(page_id: str) -> str:
        return ballot.ballot_page(site.content().questionnaires[page_id], site.content(), links())

    def reports_page(page_id: str) -> str:
        return ballot.reports_page(site.content().questionnaires[page_id], site.content(), links())

    def ballot_links() -> str:
        return ballot.ballot_links(site.content(), links())

    def collection_page(page_id: str) -> str:
        return collection.collection_page(site.content().collections[page_id], site.content(), links())

    def cards(kind: str) -> str:
        return lists.cards(site.content(), links(), kind)

    def emergency() -> str:
        return danger.emergency(site.content())

    def dangers(reader: str) -> str:
        return danger.dangers(site.content(), reader, links())

    def numbers_note() -> str:
        return danger.numbers_note(site.content())

    def helplines(*groups: str) -> str:
        return lists.helplines(site.content(), list(groups) or None, headings=not groups)

    def keep_button() -> str:
        return keep.keep_button(site.content(), links())

    def contacts() -> str:
        return lists.contacts(site.content())

    def board() -> str:
        return lists.board(site.content())

    def roles() -> str:
        return lists.roles(site.content(), role_sheets.addresses(site.content(), links()))

    def role_page(role_id: str) -> str:
        return role_sheets.sheet_page(role_id, site.content(), links())

    def roles_matrix() -> str:
        return role_sheets.matrix_page(site.content(), links())

    def terms() -> str:
        return lists.terms(site.content())

    def to_check() -> str:
        return lists.to_check(site.content())

    def year_check() -> str:
        return year_page.year_check(site.content(), site.root())

    def steps_for_parents() -> str:
        return readers.for_parents(site.content(), links())

    def steps_for_pupils() -> str:
        return readers.for_pupils(site.content(), links())

    def first_minutes() -> str:
        return first_minutes_box.first_minutes(site.content(), links())

    def help_first() -> str:
        return readers.help_first(site.content(), links())

    def own_protocol() -> str:
        """The address of the protocol that the school follows."""
        return links().to(f"protocollen/{site.content().school.protocol}")

    def policy_page() -> str:
        return policy_document.policy_page(site.content(), links())

    def provenance() -> str:
        return provenance_table.provenance(coverage(site.root()), site.content(), links())

    def own_choices() -> str:
        return own_choices_table.own_choices_page(site.content(), links())

    def talk_cards() -> str:
        return cards_for_talk.talk_cards(site.content())

    def attempts() -> str:
        return attempts_list.attempts_page(site.CODE)

    def word(placeholder: str) -> str:
        """A school word in a hand-written page: word("de mentor"). Raises KeyError when unknown."""
        text = site.content().spoken.replace(placeholder)
        if text is None:
            raise KeyError(f"onbekend woord: {placeholder}")
        return shared.running(text)

    def school_file() -> str:
        return school_file_page.school_file_form(site.content())

    def brython_licence() -> str:
        return lists.licence_text()

    for macro in (brython_licence, link, page_link, protocol_page, wayfinder_page, guide_page, questionnaire_page, ballot_page,
                  reports_page, ballot_links, keep_button, collection_page, cards, emergency, dangers, numbers_note, helplines, contacts, board, roles,
                  role_page, roles_matrix, terms, to_check, year_check, provenance, policy_page, steps_for_parents,
                  steps_for_pupils, first_minutes, help_first, own_protocol, word, fields_page, talk_cards, attempts, own_choices,
                  school_file):
        env.macro(macro)
    school = site.content().school
    env.variables["country"] = school.country if school else ""
    env.variables["school_type"] = school.school_type if school else ""
