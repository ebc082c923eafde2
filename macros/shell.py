"""What the theme needs to know of the school: the banner, the contact and the fixed links on every page."""
from macros.content import Content
from macros.publish import role_names


def shell_data(content: Content) -> dict:
    """Values for `extra` in the configuration of the theme."""
    contact = content.school.contacts[0]
    return {
        "school": {"name": content.school.name, "example": content.school.example, "country": content.school.country},
        "danger_url": "nu-gevaar/",
        "contact": {"label": role_names([contact.role], content), "name": contact.name, "phone": contact.phone or "",
                    "mail": contact.mail or "", "url": "leerlingen/"},
        "footer_links": [*([{"title": "Website van de school", "url": content.school.site}] if content.school.site else []),
                         {"title": "Privacy", "url": "over/privacy/"},
                         {"title": "Toegankelijkheid", "url": "over/toegankelijkheid/"},
                         {"title": "Licenties", "url": "over/licenties/"}],
    }
