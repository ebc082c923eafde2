"""Scores of one pupil, for that pupil's own screen only.

Rules: a scale gives the mean of the answered items, when at least half of them is answered (PedsQL
50 % rule); a checklist gives the highest frequency, how many different things happened, and nothing
more. Bands restate the words of the answers; there are no norms. Integers only: a mean is kept as
(total, count), so that every browser gives the same result.

answers: dict of item id to 0..5. A skipped item is not in it.
"""


def answered_values(section, answers):
    """The answers (list of int 0..5) to the items of this section that were answered."""
    return [answers[item["id"]] for item in section["items"] if item["id"] in answers]


def score_scale(section, answers):
    """Score of a section of kind "scale".

    Returns {"answered", "items", "total", "enough", "tenths", "band"}: `tenths` is ten times the mean,
    rounded half up (0..50); `band` 0 (mean below 1.5), 1 or 2 (mean above 3.5). With fewer than half of
    the items answered `enough` is False and tenths and band are -1.
    """
    values = answered_values(section, answers)
    count = len(values)
    items = len(section["items"])
    total = 0
    for value in values:
        total = total + value
    if count == 0 or 2 * count < items:
        return {"answered": count, "items": items, "total": total, "enough": False, "tenths": -1, "band": -1}
    return {"answered": count, "items": items, "total": total, "enough": True,
            "tenths": (20 * total + count) // (2 * count), "band": _mean_band(total, count)}


def _mean_band(total, count):
    if 2 * total < 3 * count:
        return 0
    if 2 * total > 7 * count:
        return 2
    return 1


def score_checklist(section, answers):
    """Score of a section of kind "checklist".

    Returns {"answered", "items", "enough", "highest", "most_often", "different", "band"}: `highest` is
    the highest answer (0..5), `most_often` the texts of the items with that answer when it is above 0,
    `different` how many items were answered with 1 or more; `band` comes from the highest answer
    (0-1, 2-3, 4-5). Without any answer `enough` is False and highest and band are -1.
    """
    values = answered_values(section, answers)
    result = {"answered": len(values), "items": len(section["items"]), "enough": len(values) > 0,
              "highest": -1, "most_often": [], "different": 0, "band": -1}
    if not values:
        return result
    highest = 0
    for value in values:
        if value > highest:
            highest = value
        if value > 0:
            result["different"] = result["different"] + 1
    result["highest"] = highest
    result["band"] = highest // 2
    if highest > 0:
        for item in section["items"]:
            if item["id"] in answers and answers[item["id"]] == highest:
                result["most_often"].append(item["text"])
    return result


def score_section(section, answers):
    """The score of a section by its kind."""
    if section["kind"] == "scale":
        return score_scale(section, answers)
    return score_checklist(section, answers)


def percent(section, score):
    """How far the thermometer of this section is filled (0..100); -1 when there is no score."""
    if not score["enough"]:
        return -1
    if section["kind"] == "scale":
        return score["tenths"] * 2
    return score["highest"] * 20

