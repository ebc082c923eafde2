"""Walking a route with a finger along the lines: one step at a time, everything counted by looking back."""


def step_of(route: dict, name: str) -> dict:
    return [step for step in route["steps"] if step["id"] == name][0]


def walked(route: dict, answers: dict) -> list[tuple[str, str, str]]:
    """(visit, step, answer or "") of every visit; the last one is where somebody stands."""
    trail: list[tuple[str, str, str]] = []
    name = route["start"]
    while True:
        visits = sum(step == name for _, step, _ in trail)
        visit = f"{name}#{visits + 1}" if visits else name
        ways = {way["key"]: way for way in step_of(route, name)["exits"]}
        answer = answers.get(visit, "")
        if answer not in ways:
            return [*trail, (visit, name, "")]
        before = taken(trail, name, answer)
        trail.append((visit, name, answer))
        over = 0 < ways[answer]["limit"] <= before
        name = ways[answer]["then"] if over else ways[answer]["to"]


def taken(trail: list[tuple[str, str, str]], step: str, answer: str) -> int:
    """How often a way was taken."""
    return sum((step, answer) == (other, given) for _, other, given in trail)


def leads(route: dict, trail: list[tuple[str, str, str]], answer: str) -> str:
    """Where an answer given at the end of the trail leads."""
    way = [way for way in step_of(route, trail[-1][1])["exits"] if way["key"] == answer][0]
    return way["then"] if way["limit"] and taken(trail, trail[-1][1], answer) >= way["limit"] else way["to"]


def still_reached(route: dict, trail: list[tuple[str, str, str]]) -> set[str]:
    """The steps that can still come after the end of a trail: what was found is looked at again until nothing is added. A way
    back that is used up leads on only to what comes after it."""
    found: set[str] = set()
    while True:
        more = set(found)
        for name in {trail[-1][1], *found}:
            for way in step_of(route, name)["exits"]:
                used_up = 0 < way["limit"] <= taken(trail, name, way["key"])
                more |= {way["then"]} if used_up else {way["to"], way["then"]} - {""}
        if more == found:
            return found
        found = more
