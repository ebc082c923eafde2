"""The plain data of the page on which somebody makes the school file, made from checked content."""

from __future__ import annotations

from pathlib import Path

from macros.content.model import Content
from macros.content.vocabulary import chosen_word
from macros.publish.shapes import SchoolFileData
from macros.schema.countries import COUNTRIES, KINDS, REGION_NAMES
from macros.source.reader import read

# Who can be somebody to turn to; other roles are right in a file, but not offered.
OFFERED_GROUPS = ("school", "buiten")


def school_file_data(content: Content) -> SchoolFileData:
    """What widgets.core.school_file needs: the choices for every kind of school, and the values of school.yaml to start with."""
    return {
        "kinds": [f"{country}-{school_type}" for country, school_type in KINDS],
        "countries": [[country.code, country.name] for country in COUNTRIES.values()],
        "types": {country.code: [list(pair) for pair in country.school_types.items()] for country in COUNTRIES.values()},
        "regions": {country.code: list(country.region_codes) for country in COUNTRIES.values()},
        "region_names": {region: name[0].upper() + name[1:] for region, name in REGION_NAMES.items()},
        "protocols": [
            {
                "id": route.id,
                "title": route.title,
                "for": [
                    f"{country}-{school_type}"
                    for country, school_type in KINDS
                    if not route.audience or route.audience.includes(country, school_type)
                ],
            }
            for route in content.every_protocol
        ],
        "roles": [
            {
                "id": role.id,
                "offered": role.group in OFFERED_GROUPS,
                "names": {
                    f"{country}-{school_type}": chosen_word(role, country, school_type, {}).name for country, school_type in KINDS
                },
            }
            for role in content.roles.values()
        ],
        "words": [*content.roles, *content.words],
        "base": base_school(content.root),
    }


def base_school(root: Path) -> dict:
    """The values of protocol/school.yaml itself, as text."""
    return read(root / "protocol" / "school.yaml", root).value or {}
