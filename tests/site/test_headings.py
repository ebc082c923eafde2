"""A heading is named by its own words."""

import markdown

from macros.site.headings import quiet_links


def test_the_link_to_a_heading_has_no_name_and_takes_no_tab():
    made = markdown.markdown(
        "# Nu gevaar?\n\nTekst met een [link](x.md).", extensions=["toc"], extension_configs={"toc": {"permalink": "#"}}
    )
    html = quiet_links(made)
    assert html.count("headerlink") == html.count('class="headerlink" aria-hidden="true" tabindex="-1"') == 1
    assert '<a href="x.md">link</a>' in html
