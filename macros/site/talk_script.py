"""The conversations that the guide can open, as one script for the pages of all protocols.

In the page itself they would be its largest part, and the same in each. A script and no data file: a page opened from a disk may
not read a file, and the script has done its work before that of the guide begins.
"""

import hashlib
import json

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.talks import talk_data
from macros.render.shared import as_json

FOLDER = "protocollen"  # beside the pages, not in assets/: those files are shared by the sites of all locations of a board
MARK = "data-talks"  # the guide of a protocol
_SCRIPT = 'for(const guide of document.querySelectorAll("[data-talks]"))guide.setAttribute("data-talks",{talks});\n'


def files(content: Content, directory_urls: bool) -> dict[str, str]:
    """The script: path in the site -> text; none when no protocol has a conversation."""
    talks = _talks(content, directory_urls)
    # The text of the data as one string: the guide reads it, and only when somebody opens a conversation.
    text = _SCRIPT.format(talks=json.dumps(as_json(talks), ensure_ascii=False))
    return {f"{FOLDER}/gesprekken.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js": text} if talks else {}


def add_to_page(html: str, links: Links, content: Content, before: str) -> str:
    """A page with the guide of a protocol gets the script, in front of the text `before`. Other pages stay as they are."""
    if MARK not in html:
        return html
    tags = "".join(f'<script src="{links.asset(path)}"></script>' for path in files(content, links.directory_urls))
    return html.replace(before, tags + before, 1)


def _talks(content: Content, directory_urls: bool) -> dict:
    """Per guide that a step of a protocol names: its data. All protocols stand in one folder, so that addresses are the same."""
    links = Links(f"{FOLDER}/x.md", directory_urls)
    used = {step.guide for route in content.protocols.values() for step in route.steps if step.guide in content.guides}
    return {name: talk_data(content.guides[name], content, links) for name in sorted(used)}
