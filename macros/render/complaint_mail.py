"""A mail that parents can take over when the school does nothing: Dutch on every page, because the school reads it."""

from urllib.parse import quote

from macros.content.languages import say
from macros.content.model import Content
from widgets.core.html import el, to_html

SUBJECT = "Mijn zorgen over [naam van uw kind]"
# What somebody fills in stands between brackets.
MAIL = (
    "Beste [naam],",
    "Op [datum] heb ik op school verteld dat [naam van uw kind] gepest wordt. Op de site van de school staat wat er daarna zou "
    "gebeuren: [wat er staat, en op welke dag].",
    "Dat is [nog niet gebeurd, of: wel gebeurd, maar het heeft niet geholpen]. Ik merk namelijk dat [wat u ziet of hoort].",
    "Ik vraag u daarom om [bijvoorbeeld een gesprek deze week, of een vaste plek in de pauze]. Wilt u mij vóór [dag] laten weten "
    "wat de school gaat doen en wie dat doet?",
    "Ik denk graag met u mee, want we willen allebei dat [naam van uw kind] zich op school weer veilig voelt.",
    "Met vriendelijke groet,",
    "[uw naam en telefoonnummer]",
)


def complaint_mail(content: Content) -> str:
    """The mail as a block of HTML, with a link that opens it in the reader's own mail program. It names nobody."""
    address = "mailto:?subject=" + quote(SUBJECT) + "&body=" + quote("\r\n\r\n".join(MAIL))
    letter = el(
        "div",
        {"class": "letter", "lang": "nl", "dir": "ltr"},
        el("p", None, el("strong", None, "Onderwerp: "), SUBJECT),
        [el("p", None, paragraph) for paragraph in MAIL],
    )
    opened = el("a", {"href": address}, say(content, "Open deze mail in uw eigen mailprogramma"))
    return to_html(letter) + to_html(el("p", None, opened))
