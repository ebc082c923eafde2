"""Shapes of routes by trying: every walk is followed, and a step is taken away to see what can still be reached.

A route here is {step: [(target, limited)]}, with a start and a set of ends.
"""


def reached(ways: dict, first: str, without: str = "") -> set[str]:
    """The steps that can be reached from the first, with one out of the way."""
    found, edge = set(), {first} - {without}
    while edge:
        found |= edge
        edge = {target for step in edge for target, _ in ways[step]} - found - {without}
    return found


def dominators(ways: dict, first: str) -> dict[str, set[str]]:
    """Step that can be reached -> the steps without which it could not be."""
    return {
        step: {other for other in reached(ways, first) - {step} if step not in reached(ways, first, other)}
        for step in reached(ways, first)
    }


def goes_round(ways: dict) -> bool:
    """Whether some walk along ways without a limit comes back where it was."""

    def comes_back(first: str) -> bool:
        edge = seen = {target for target, limited in ways[first] if not limited}
        while edge:
            edge = {target for step in edge for target, limited in ways[step] if not limited} - seen
            seen = seen | edge
        return first in seen

    return any(comes_back(step) for step in ways)
