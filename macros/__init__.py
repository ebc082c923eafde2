"""The doorway for pages: every macro a page may call. Decides nothing.

mkdocs-macros calls `define_env`. The hooks of MkDocs itself are in macros/hooks.py, the only module
that imports mkdocs.
"""


def define_env(env) -> None:
    """Register the macros. `env` is the environment of mkdocs-macros."""
    from macros import site
    from macros.fields import fields_page
    from macros.links import Links
    from macros.render import guide, lists, questionnaire, route

    directory_urls = bool(env.conf["use_directory_urls"])

    def links() -> Links:
        return Links(env.page.file.src_uri, directory_urls)

    def link(target: str) -> str:
        """The address of another page: link("gesprekken/x")."""
        return links().to(target)

    def protocol_page(page_id: str) -> str:
        return route.route_page(site.content().protocols[page_id], site.content(), links())

    def wayfinder_page(page_id: str) -> str:
        return route.route_page(site.content().wayfinders[page_id], site.content(), links())

    def guide_page(page_id: str) -> str:
        return guide.guide_page(site.content().guides[page_id], site.content(), links())

    def questionnaire_page(page_id: str) -> str:
        return questionnaire.questionnaire_page(site.content().questionnaires[page_id], site.content(), links())

    def cards(kind: str) -> str:
        return lists.cards(site.content(), links(), kind)

    def dangers() -> str:
        return lists.dangers(site.content(), links())

    def helplines(*groups: str) -> str:
        return lists.helplines(site.content(), list(groups) or None, headings=not groups)

    def contacts() -> str:
        return lists.contacts(site.content())

    def roles() -> str:
        return lists.roles(site.content())

    def terms() -> str:
        return lists.terms(site.content())

    def to_check() -> str:
        return lists.to_check(site.content())

    def word(placeholder: str) -> str:
        """A school word in a hand-written page: word("de mentor"). Raises KeyError when unknown."""
        text = site.content().vocabulary.replace(placeholder)
        if text is None:
            raise KeyError(f"onbekend woord: {placeholder}")
        return text

    def brython_licence() -> str:
        return lists.licence_text()

    for macro in (brython_licence, link, protocol_page, wayfinder_page, guide_page, questionnaire_page, cards, dangers, helplines,
                  contacts, roles, terms, to_check, word, fields_page):
        env.macro(macro)
