"""Runs a module as `python -m` does, and tells in Dutch of a package that can not be used.

`python -m macros.command mkdocs build` is `python -m mkdocs build`.

Imports nothing but Python's own modules, so that it starts in an environment that is damaged.
"""

import io
import re
import runpy
import sys
import traceback
from types import TracebackType
from typing import TextIO

OWN = ("macros", "widgets", "tests")
AGAIN = "Verwijder de map .venv en geef het commando nog een keer. Dan wordt alles opnieuw geïnstalleerd."
_LIBRARY = re.compile(r"\b(lib[\w.+-]+\.(?:so|dylib)[\w.]*|[\w-]+\.dll)\b")
_PACKAGE = re.compile(r"[/\\](?:site|dist)-packages[/\\]([A-Za-z0-9_]+)")


def print_anything(*streams: TextIO) -> None:
    """Let no character stop what is printed to these: the console of Windows does not know every one."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def explain(error: BaseException | None) -> str | None:
    """What to do about a package or a library of the computer that can not be used, in Dutch; None for other errors."""
    if error is None:
        return None
    # A package may answer an import that fails with a guess of its own: the first error knows best.
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return explain(before) or _explain(error)


def _explain(error: BaseException) -> str | None:
    package = _package(error)
    if isinstance(error, (ImportError, OSError)) and package:
        library = _LIBRARY.search(str(error))
        if library:
            return (
                f"Het pakket ‘{package}’ start niet. Op deze computer ontbreekt de bibliotheek {library[1]}. "
                "Installeer die met het pakketbeheer van je computer, of vraag het je beheerder. "
                "Geef daarna het commando nog een keer."
            )
    if isinstance(error, ImportError) and package in OWN:
        return f"Er ontbreekt een deel van de code: {error}. Haal de code opnieuw op. Zie wat er ontbreekt met: git status."
    if package and (isinstance(error, ImportError) or _while_importing(error)):
        return f"Het pakket ‘{package}’ ontbreekt of is beschadigd ({_first_line(error)}). {AGAIN}"
    return None


def _package(error: BaseException) -> str:
    """The package that an error is about: the one that was not found, or the last one whose code ran; "" when there is none."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return error.name.split(".")[0]
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        files.append(error.filename or "")
    found = [match[1] for match in map(_PACKAGE.search, files) if match]
    if isinstance(error, ImportError) and error.name and not found:
        return error.name.split(".")[0]
    return found[-1] if found else ""


def _while_importing(error: BaseException) -> bool:
    """Did the error come while the code of a package was loaded, as with a file that is cut off?"""
    if isinstance(error, SyntaxError):
        return bool(_PACKAGE.search(error.filename or ""))
    last = traceback.extract_tb(error.__traceback__)[-1]
    return last.name == "<module>" and bool(_PACKAGE.search(last.filename))


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def watch() -> None:
    """From now on, an error that ends this process is told in words when it is one that `explain` knows."""
    sys.excepthook = _tell


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    words = explain(error)
    if words:
        print(words, file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


def main(arguments: list[str]) -> None:
    """Run the module that the first argument names, with the others as its arguments."""
    watch()
    sys.argv = arguments
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
