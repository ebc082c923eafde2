"""The headings of a page, as somebody hears them."""

_LINK = '<a class="headerlink" '


def quiet_links(html: str) -> str:
    """A page in which the link to a heading (#) is for a pointer only: no part of the name of the heading, and no stop of Tab."""
    return html.replace(_LINK, f'{_LINK}aria-hidden="true" tabindex="-1" ')
