"""Plain data with one thing wrong in it, for files that may be anything."""

import copy


def paths(value, path=()):
    """Every place in plain data."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from paths(value[key], (*path, key))
    if isinstance(value, list):
        for place in range(len(value)):
            yield from paths(value[place], (*path, place))


def damaged(data, path, value):
    """The data with something else at `path`. Only what is on the way there is copied."""
    if not path:
        return value
    found = copy.copy(data)
    found[path[0]] = damaged(data[path[0]], path[1:], value)
    return found


HOSTILE = (None, True, -1, 3, 10**30, 1.5, "", "x" * 500, "<b>", [], [[]], {}, {"a": 1})
