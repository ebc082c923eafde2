"""The page that asks who you are: four doors for who works at school, and all other roles folded below them."""

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.routes import role_names
from macros.render.parts import role_part
from macros.render.role_sheets import FIRST, sheets
from macros.render.shared import capital
from macros.schema.people import Role
from widgets.core.html import el, to_html

OTHERS = {
    "school": "Andere rollen op school",
    "leerling": "Leerlingen",
    "thuis": "Ouders en verzorgers",
    "buiten": "Mensen van buiten de school",
}
COLLEAGUE = "medewerker"


def roles_page(content: Content, links: Links) -> str:
    """The doors, the tasks of those four, and the other roles by group, each with the way to its sheet."""
    have = {sheet.role.id for sheet in sheets(content)}
    first = [content.roles[name] for name in FIRST if name in content.roles]

    def part(role: Role) -> tuple | None:
        name = capital(content.vocabulary.name(role.id))
        sheet = el("a", {"href": links.to(f"rollen/{role.id}")}, f"{name} op één blad")
        return role_part(role, content, el("p", None, sheet) if role.id in have else None)

    def door(role: Role) -> tuple:
        address = links.to(f"rollen/{role.id}") if role.id in have else f"#rol-{role.id}"
        name = "Een collega die iets ziet of hoort" if role.id == COLLEAGUE else capital(role_names([role.id], content))
        task = el("p", None, role.tasks[0]) if role.tasks else None
        return el("li", {"class": "card"}, el("a", {"href": address}, name), task)

    folds = []
    for group, title in OTHERS.items():
        parts = [part(role) for role in content.roles.values() if role.group == group and role not in first]
        if any(parts):
            folds.append(el("details", {"class": "fold", "id": f"rollen-{group}"}, el("summary", None, title), parts))
    return to_html(
        el(
            "div",
            {"class": "roles-page"},
            el("p", {"class": "roles-ask"}, "Ik ben:"),
            el("ul", {"class": "cards roles-doors"}, [door(role) for role in first]),
            [part(role) for role in first],
            folds,
        )
    )
