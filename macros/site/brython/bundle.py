"""One classic script with everything: licence, run-time, loader, our modules, start.

The script works under `script-src 'self'` and from file://: no fetch, no eval, no IndexedDB.
"""

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from macros.site.brython import compiler
from macros.site.brython import runtime as brython_runtime

BANNER = f"""/*!
Contains the run-time part of Brython {brython_runtime.BRYTHON_VERSION}, an implementation of Python 3 for the browser,
changed: cut down and minified. Copyright (c) 2012, Pierre Quentel. All rights reserved. Licence: BSD 3-Clause.
{{licence}}*/
"""


def bundle(modules: dict[str, str], main: str | None, runtime: str = "trimmed", lines: bool = True) -> str:
    """One script that runs `main` as soon as it is loaded.

    modules: dotted name -> Python source; packages are names that other names start with, their source may be empty.
    main: the module to run, or None to load nothing yet. runtime: "trimmed", or "full" for the whole brython.js, which
    gives the same result but needs 'unsafe-eval'. lines: see compiler.to_javascript. Raises ValueError for a wrong
    argument, SyntaxError or CompileError for a module that does not compile, BrythonChanged for another release of Brython.
    """
    if main is not None and main not in modules:
        raise ValueError(f"main module {main!r} is not in the bundle")
    return banner() + _runtime_script(runtime) + _modules_script(modules, main, lines)


def package_modules(root: Path) -> dict[str, str]:
    """The sources of widgets/**/*.py below `root`: dotted name -> source, in sorted order."""
    paths = sorted((root / "widgets").rglob("*.py"))
    return {_dotted_name(path.relative_to(root)): path.read_text(encoding="utf-8") for path in paths}


def banner() -> str:
    """The licence of Brython as a comment; Brython's own file does not carry it."""
    licence = files(__package__).joinpath("LICENSE-brython.txt").read_text(encoding="utf-8")
    return BANNER.format(licence=licence.partition("All rights reserved.\n")[2].lstrip())


def _dotted_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _runtime_script(kind: str) -> str:
    if kind not in ("trimmed", "full"):
        raise ValueError(f"runtime is 'trimmed' or 'full', not {kind!r}")
    text = brython_runtime.trimmed() if kind == "trimmed" else brython_runtime.full()
    # In a function of its own: "use strict" of Brython stays there, compiled Python is not strict JavaScript.
    return "globalThis.__BRYTHON__={};\n(function(){" + text + "\n})();\n"


def _modules_script(modules: dict[str, str], main: str | None, lines: bool) -> str:
    entries = []
    for name in sorted(modules):
        is_package = any(other.startswith(name + ".") for other in modules)
        filename = name.replace(".", "/") + ("/__init__.py" if is_package else ".py")
        code = _javascript(modules[name], filename, name, lines)
        entries.append(f"{json.dumps(name)}:{{isPackage:{json.dumps(is_package)},run:{code}}}")
    loader = files(__package__).joinpath("loader.js").read_text(encoding="utf-8")
    registry = "{" + ",\n".join(entries) + "}"
    return brython_runtime.minified(f"{loader.rstrip()}(__BRYTHON__,{registry},{json.dumps(main)});\n") + "\n"


@lru_cache(maxsize=1024)  # most modules stand in more than one script
def _javascript(source: str, filename: str, name: str, lines: bool) -> str:
    return compiler.to_javascript(source, filename, name, lines)
