"""Scores of one pupil, from the words in the questionnaire, with fractions."""

from fractions import Fraction as F


def counted(section: dict, item: dict, answer: int) -> int:
    last = max(range(len(section["labels"])))
    return last - answer if item["reverse"] else answer


def rounded(value: F) -> int:
    """To the nearest whole number; a half goes up."""
    return int(value + F(1, 2))


def score(section: dict, answers: dict) -> dict:
    """What widgets.core.scoring.score_section promises, and beside it "value", "most" and "percent"."""
    labels, items = len(section["labels"]), section["items"]
    pairs = [(item["text"], counted(section, item, answers[item["id"]])) for item in items if item["id"] in answers]
    values = [value for _, value in pairs]
    most = {"mean": 10 * (labels - 1), "sum": len(items) * (labels - 1), "highest": labels - 1, "count": len(items)}[
        section["score"]
    ]
    found = {
        "score": section["score"],
        "answered": len(pairs),
        "items": len(items),
        "enough": bool(pairs) and len(pairs) >= section["minimum"],
        "tenths": -1,
        "sum": -1,
        "highest": -1,
        "most_often": [],
        "different": 0,
        "band": -1,
        "value": -1,
        "most": most,
        "percent": -1,
    }
    if not found["enough"]:
        return found
    mean = F(sum(values), len(values))
    top = sorted(values)[-1]
    found |= {
        "tenths": rounded(10 * mean),
        "sum": rounded(mean * len(items)),
        "highest": top,
        "most_often": [text for text, value in pairs if value == top] if top else [],
        "different": len([value for value in values if value]),
    }
    share = mean / (labels - 1)
    if section["score"] in ("mean", "sum"):
        found["band"] = 0 if share < F(3, 10) else 2 if share > F(7, 10) else 1
    else:  # the third of the answers in which the highest lies
        found["band"] = next(third for third in range(3) if F(top, labels) < F(third + 1, 3))
    found["value"] = found[{"mean": "tenths", "sum": "sum", "highest": "highest", "count": "different"}[section["score"]]]
    found["percent"] = rounded(F(100 * found["value"], most))
    return found
