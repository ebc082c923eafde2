"""Scores of one pupil, as the questionnaire itself says them (section["score"]), for that pupil's own screen only.

"mean"     mean of the answered items                  "highest"  the highest answer
"sum"      sum; for items without answer the mean      "count"    how many items were answered with 1 or more
           of the others stands in (prorated)
"percent"  that sum as a share of the way from the lowest that can be to the highest

A score is only given when at least section["minimum"] items are answered (as a default half of them: the 50 % rule of
the PedsQL). A reversed item counts the other way round. Bands restate the words of the answers; there are no norms.
Integers only: every browser gives the same result.

Some questionnaires count their answers from another number than 0 (section["first"], may be left out), and some say
themselves where a band begins (section["cuts"], may be left out: the lowest value of the second and of the third, of a
mean in tenths).

answers: dict of item id to 0, 1 ..., the place on the scale, as the pupil gave them. A skipped item is not in it.
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
    result["tenths"] = (20 * total + count) // (2 * count) + 10 * first(section)
    result["sum"] = (2 * total * items + count) // (2 * count) + first(section) * items
    result["highest"] = highest
    if highest > 0:
        result["most_often"] = [
            item["text"]
            for item in section["items"]
            if item["id"] in answers and scored(section, item, answers[item["id"]]) == highest
        ]
    if "cuts" in section:
        result["band"] = _own_band(section, result, total, count)
    elif section["score"] in ("mean", "sum", "percent"):
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


def _own_band(section, result, total, count):
    """The band by the cut-offs of the questionnaire itself; a mean counts as it is, before it is rounded."""
    band = 0
    for cut in section["cuts"]:
        if section["score"] == "mean":
            reached = 10 * total + 10 * first(section) * count >= cut * count
        else:
            reached = (_share(section, result) if section["score"] == "percent" else result["sum"]) >= cut
        if reached:
            band = band + 1
    return band


def first(section):
    """What the lowest answer counts for (int)."""
    return section["first"] if "first" in section else 0


def _share(section, score):
    """The sum as a percentage of the way from the lowest to the highest, rounded half up."""
    span = top(section) * len(section["items"])
    return (200 * (score["sum"] - first(section) * len(section["items"])) + span) // (2 * span)


def value_of(score):
    """The one number of a score: tenths of the mean, the sum, the highest answer or the count (int); -1 without a score.

    Of "percent" it is the sum: see `shown`.
    """
    if not score["enough"]:
        return -1
    kinds = {"mean": "tenths", "sum": "sum", "percent": "sum", "highest": "highest", "count": "different"}
    return score[kinds[score["score"]]]


def shown(section, score):
    """The number as the questionnaire shows it (int): a percentage where it says so, else `value_of`; -1 without a score."""
    return _share(section, score) if score["enough"] and section["score"] == "percent" else value_of(score)


def most(section):
    """The highest `value_of` that a section can have (int)."""
    kind = section["score"]
    if kind == "mean":
        return 10 * (top(section) + first(section))
    if kind == "sum" or kind == "percent":
        return (top(section) + first(section)) * len(section["items"])
    return top(section) if kind == "highest" else len(section["items"])


def percent(section, score):
    """How far the thermometer of this section is filled (0..100); -1 when there is no score."""
    if not score["enough"]:
        return -1
    least = 0
    if section["score"] == "mean":
        least = 10 * first(section)
    elif section["score"] in ("sum", "percent"):
        least = first(section) * len(section["items"])
    span = most(section) - least
    return (200 * (value_of(score) - least) + span) // (2 * span)
