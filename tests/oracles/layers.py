"""Laying a layer over the base, on plain data: the rules of macros.layers.merge as they are written there, and no more."""

import copy

CONTROLS = ("verborgen", "na")
JOINED = ("wanneer", "drempels")


def named(value) -> bool:
    return isinstance(value, list) and value != [] and all(isinstance(one, dict) and one.get("id") for one in value)


def laid_over(base: dict, own: dict) -> dict:
    """A new dict: the base with what the layer changes, adds and hides."""
    found = copy.deepcopy(base)
    for key, value in own.items():
        if key.endswith("+"):
            continue
        if key in found and value == "":
            del found[key]
        elif key in found and named(found[key]) and isinstance(value, list):
            found[key] = things(found[key], value)
        elif key in JOINED and isinstance(found.get(key), dict) and isinstance(value, dict):
            found[key] = laid_over(found[key], value)
        else:
            found[key] = copy.deepcopy(value)
    for key, value in own.items():
        if key.endswith("+") and isinstance(value, list):
            before = found.get(key[:-1], [])
            if named(before):
                found[key[:-1]] = things(before, value)
            elif isinstance(before, list):
                found[key[:-1]] = before + copy.deepcopy(value)
    return found


def things(base: list, own: list) -> list:
    """Known things change, or go; new ones come at the end, or after the one they name, in the order of the layer."""
    order = [one["id"] for one in base]
    by_name = {one["id"]: one for one in base}
    after: dict[str, str] = {}
    for one in own:
        fields = {key: value for key, value in one.items() if key not in (*CONTROLS, "id")}
        if one["id"] not in by_name and one.get("verborgen") == "ja":
            continue  # a mistake that is told
        if one["id"] not in by_name:
            by_name[one["id"]] = {"id": one["id"], **copy.deepcopy(fields)}
            anchor = after.get(one.get("na"), one.get("na"))
            if anchor in order:
                order.insert(order.index(anchor) + 1, one["id"])
                after[one["na"]] = one["id"]
            else:
                order.append(one["id"])
        elif one.get("verborgen") == "ja":
            order.remove(one["id"])
            del by_name[one["id"]]
        else:
            by_name[one["id"]] = laid_over(by_name[one["id"]], fields)
    return [by_name[name] for name in order]
