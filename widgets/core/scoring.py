"""Scores of one pupil, as the questionnaire itself says them (section["score"]), for that pupil's own screen only.

"mean"     mean of the answered items                  "highest"  the highest answer
"sum"      sum; for items without answer the mean      "count"    how many items were answered with 1 or more
           of the others stands in (prorated)

A score is only given when at least section["minimum"] items are answered (as a default half of them: the 50 % rule of
the PedsQL). A reversed item counts the other way round. Bands restate the words of the answers; there are no norms.
Integers only: every browser gives the same result.

answers: dict of item id to 0..5, as the pupil gave them. A skipped item is not in it.
"""


def top(section):
    """The highest answer on the scale of this section (int)."""
    return len(section["labels"]) - 1


def scored(section, item, answer):
    """What an answer counts for: turned round for a reversed item."""
    return top(section) - answer if item["reverse"] else answer


def high_is_good(section, item):
    """True when a high ANSWER to this item is good: a reversed item goes against its section."""
    return (section["polarity"] == "high-is-good") != item["reverse"]


def scored_values(section, answers):
    """What the answered items of this section count for (list of int)."""
    return [scored(section, item, answers[item["id"]]) for item in section["items"] if item["id"] in answers]


def score_section(section, answers):
    """The score of a section.

    Returns {"score", "answered", "items", "enough", "tenths", "sum", "highest", "most_often", "different", "band"}:
    `tenths` ten times the mean, rounded half up; `sum` the prorated sum, rounded half up; `highest` the highest value and
    `most_often` the texts of the items with it, when it is above 0; `different` how many items count for 1 or more;
    `band` 0, 1 or 2: for "mean" and "sum" below 30 %, up to 70 % or above that of the scale (on 0..5: 1.5 and 3.5), for
    "highest" and "count" the third of the scale in which the highest value lies (on 0..5: 0-1, 2-3, 4-5).
    With too few answers `enough` is False, and tenths, sum, highest and band are -1.
    """
    values = scored_values(section, answers)
    count = len(values)
    items = len(section["items"])
    result = {
        "score": section["score"],
        "answered": count,
        "items": items,
        "enough": count > 0 and count >= section["minimum"],
        "tenths": -1,
        "sum": -1,
        "highest": -1,
        "most_often": [],
        "different": 0,
        "band": -1,
    }
    if not result["enough"]:
        return result
    total = 0
    highest = 0
    for value in values:
        total = total + value
        highest = max(highest, value)
        if value > 0:
            result["different"] = result["different"] + 1
    result["tenths"] = (20 * total + count) // (2 * count)
    result["sum"] = (2 * total * items + count) // (2 * count)
    result["highest"] = highest
    if highest > 0:
        result["most_often"] = [
            item["text"]
            for item in section["items"]
            if item["id"] in answers and scored(section, item, answers[item["id"]]) == highest
        ]
    if section["score"] in ("mean", "sum"):
        result["band"] = _mean_band(total, count * top(section))
    else:
        result["band"] = highest * 3 // (top(section) + 1)
    return result


def _mean_band(total, most):
    if 10 * total < 3 * most:
        return 0
    if 10 * total > 7 * most:
        return 2
    return 1


def value_of(score):
    """The one number of a score: tenths of the mean, the sum, the highest answer or the count (int); -1 without a score."""
    if not score["enough"]:
        return -1
    return score[{"mean": "tenths", "sum": "sum", "highest": "highest", "count": "different"}[score["score"]]]


def most(section):
    """The highest `value_of` that a section can have (int)."""
    kind = section["score"]
    if kind == "mean":
        return 10 * top(section)
    if kind == "sum":
        return top(section) * len(section["items"])
    return top(section) if kind == "highest" else len(section["items"])


def percent(section, score):
    """How far the thermometer of this section is filled (0..100); -1 when there is no score."""
    if not score["enough"]:
        return -1
    return (200 * value_of(score) + most(section)) // (2 * most(section))
