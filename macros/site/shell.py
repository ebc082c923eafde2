"""What the theme needs to know of the school: the banner, the contact and the fixed links on every page."""

from macros.checks.contacts import dialled
from macros.content.languages import left_to_right, say
from macros.content.model import Content
from macros.publish.helplines import substitute_text
from macros.publish.routes import role_names
from macros.site import reader_menu


def _has_makers(content: Content) -> bool:
    """On the site of a real school the pages for makers are not in the menu: one link leads there, on the Dutch site."""
    return reader_menu.is_published(content) and content.school.for_makers and not content.translation


def shell_data(content: Content) -> dict:
    """Values for `extra` in the configuration of the theme."""
    contact = content.school.contacts[0]
    dutch = "../" if content.translation else ""  # these pages are only on the Dutch site, one folder up
    return {
        "texts": content.translation.language.page if content.translation else {},  # Dutch -> the language of the site
        "school": {"name": content.school.name, "example": content.school.example, "country": content.school.country},
        "danger_url": "nu-gevaar/",
        "contact": {
            "label": role_names([contact.role], content),
            "name": contact.name,
            "phone": left_to_right(content, contact.phone or ""),
            "dialled": dialled(contact.phone or ""),
            "mail": contact.mail or "",
            "substitute": substitute_text(contact, content),
            "substitute_phone": left_to_right(content, contact.substitute_phone or ""),
            "substitute_dialled": dialled(contact.substitute_phone or ""),
            "url": "ouders/" if content.translation else "leerlingen/",
        },
        "footer_links": [
            *([{"title": say(content, "Website van de school"), "url": content.school.site}] if content.school.site else []),
            *([{"title": "Voor wie deze site maakt", "url": "scholen/"}] if _has_makers(content) else []),
            *(
                {"title": say(content, title), "url": f"{dutch}over/{name}/"}
                for title, name in (("Privacy", "privacy"), ("Toegankelijkheid", "toegankelijkheid"), ("Licenties", "licenties"))
            ),
        ],
    }
