"""Putting a mutated file into a program that has loaded the file already."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType, FunctionType


def swap(name: str, path: Path, code: CodeType) -> None:
    """Let the module `name` do what `code` says, for everybody who already imported something of it."""
    module = sys.modules[name]
    fresh = {"__name__": name, "__file__": str(path), "__package__": name.rpartition(".")[0]}
    exec(code, fresh)
    for key, new in fresh.items():
        if key in vars(module) and not key.startswith("__"):
            old = vars(module)[key]
            if isinstance(new, FunctionType) and new.__module__ == name:
                _swap_function(old, new)
            elif isinstance(new, type) and new.__module__ == name:
                _swap_class(old, new)
            elif type(new) is not type(old) or not _same(old, new):
                _swap_value(key, old, new)


def _same(old, new) -> bool:
    return old is new or repr(old) == repr(new)


def _swap_function(old, new) -> None:
    old, new = getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new)
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def _swap_class(old: type, new: type) -> None:
    for key, value in vars(new).items():
        before = vars(old).get(key)
        if isinstance(value, property) and value.fget and before:
            _swap_function(before.fget, value.fget)
        elif isinstance(value, (staticmethod, classmethod)) and before:
            _swap_function(before.__func__, value.__func__)
        elif isinstance(value, FunctionType) and isinstance(before, FunctionType):
            _swap_function(before, value)
        elif not key.startswith("__") and not callable(value) and not key.startswith("_abc") and not _same(before, value):
            setattr(old, key, value)


def _swap_value(key: str, old, new) -> None:
    """A constant is replaced wherever it was imported under its own name."""
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get(key, _same) is old:
            setattr(module, key, new)
