"""The doorway for pages: every macro a page may call. Decides nothing.

mkdocs-macros calls `define_env`. The hooks of MkDocs itself are in macros/hooks.py, the only module
that imports mkdocs.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros. `env` is the environment of mkdocs-macros."""
    from macros.site import current
    from macros.site.macro_table import table

    for name, macro in table(bool(env.conf["use_directory_urls"])).items():
        env.macro(macro, name)
    school = current.content().school
    env.variables["country"] = school.country if school else ""
    env.variables["school_type"] = school.school_type if school else ""
    env.variables["example"] = bool(school and school.example)
