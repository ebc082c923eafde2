"""What no module of a script names is left out of it; what is named in any way stays, on its own line."""

from macros.site.brython.unused import without_unused

SOURCE = '''"""Doc."""
from lib import (used, only_by_dead,
                 by_text)
ALIVE = 1
DEAD = 2
DOES = used()


def called():
    return ALIVE


def dead():
    return only_by_dead() + chain()


def chain():
    return DEAD


class Kept:
    def method(self):
        return called()
'''
LIB = (
    "def used():\n    return 1\n\n\ndef only_by_dead():\n    return 2\n\n\n"
    "def by_text():\n    return 3\n\n\ndef by_attribute():\n    return 4\n"
)
USER = 'import lib\n\n\nclass User:\n    def run(self):\n        return lib.by_attribute(), getattr(lib, "by_text")\n'


def test_only_what_is_named_stays():
    found = without_unused({"main": SOURCE, "lib": LIB, "user": USER})
    assert "def called" in found["main"] and "ALIVE = 1" in found["main"] and "DOES = used()" in found["main"]
    assert (
        "dead" not in found["main"].replace("only_by_dead", "") and "chain" not in found["main"] and "DEAD" not in found["main"]
    )
    assert "from lib import used, by_text" in found["main"]
    assert "only_by_dead" not in found["lib"] and "def by_text" in found["lib"] and "def by_attribute" in found["lib"]
    assert found["user"] == USER


def test_lines_keep_their_numbers():
    found = without_unused({"main": SOURCE, "lib": LIB, "user": USER})["main"]
    assert found.split("\n").index("class Kept:") == SOURCE.split("\n").index("class Kept:")
