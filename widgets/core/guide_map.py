"""What the map of a route shows of the guide in it."""

from widgets.core.route import index_steps, position_of, reached_from, walk


def marks(content, model):
    """What the map shows, as texts of a class and a name: "is-here step", "is-walked step", "is-walked step/exit" and "is-gone
    step" for what was not walked and cannot come any more."""
    trail = walk(content, model["answers"])
    here = model["look"] or trail[position_of(trail, model["at"])]["step"]
    found = ["is-here " + here]
    left = reached_from(index_steps(content), trail)
    left[here] = True
    for place in trail:
        left[place["step"]] = True
        if place["answer"]:
            found += ["is-walked " + place["step"], "is-walked " + place["step"] + "/" + place["answer"]]
    return found + ["is-gone " + step["id"] for step in content["steps"] if step["id"] not in left]
