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
    if not path:
        return value
    found = copy.deepcopy(data)
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


HOSTILE = (None, True, -1, 3, 10 ** 30, 1.5, "", "x" * 500, "<b>", [], [[]], {}, {"a": 1})
