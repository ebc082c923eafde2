"""The plain data of the page on which somebody makes the school file, made from checked content."""
from __future__ import annotations

from pathlib import Path

from macros.model import Content
from macros.schema.base import COUNTRY_NAMES, SCHOOL_TYPES
from macros.schema.calendar import REGIONS
from macros.school_calendar import REGION_NAMES
from macros.source import read
from macros.words import chosen_word

TYPE_NAMES = {"po": "basisschool (po)", "so": "speciaal onderwijs (so)", "vo": "voortgezet onderwijs (vo)",
              "basis": "basisonderwijs", "secundair": "secundair onderwijs"}
# Who can be somebody to turn to; other roles are right in a file, but not offered.
OFFERED_GROUPS = ("school", "buiten")


def school_file_data(content: Content) -> dict:
    """What widgets.core.school_file needs: the choices for every kind of school, and the values of school.yaml to start with."""
    kinds = [(country, school_type) for country, types in SCHOOL_TYPES.items() for school_type in types]
    return {
        "kinds": [f"{country}-{school_type}" for country, school_type in kinds],
        "countries": [list(pair) for pair in COUNTRY_NAMES.items()],
        "types": {country: [[school_type, TYPE_NAMES[school_type]] for school_type in types]
                  for country, types in SCHOOL_TYPES.items()},
        "regions": {country: list(regions) for country, regions in REGIONS.items()},
        "region_names": {region: name[0].upper() + name[1:] for region, name in REGION_NAMES.items()},
        "protocols": [{"id": route.id, "title": route.title,
                       "for": [f"{country}-{school_type}" for country, school_type in kinds
                               if not route.audience or route.audience.includes(country, school_type)]}
                      for route in content.every_protocol],
        "roles": [{"id": role.id, "offered": role.group in OFFERED_GROUPS,
                   "names": {f"{country}-{school_type}": chosen_word(role, country, school_type, {}).name
                             for country, school_type in kinds}} for role in content.roles.values()],
        "words": [*content.roles, *content.words],
        "base": base_school(content.root),
    }


def base_school(root: Path) -> dict:
    """The values of protocol/school.yaml itself, as text."""
    return read(root / "protocol" / "school.yaml", root).value or {}
