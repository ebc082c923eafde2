"""What the reports of a ballot box must say, worked out from the raw sheets and from the written rules.

It shares no line with the product: what a reader can know of a hidden cell is found by trying every way in which the pupils
could have answered, shares by comparing remainders, margins and differences with real numbers.
"""

import math
import statistics
from fractions import Fraction
from functools import lru_cache
from itertools import product as every

CELL = 3
BINS = {False: ((0, 1), (2, 3), (4, 5)), True: ((0, 1), (2, 5))}  # sensitive: two totals
MIDDLE_OF_BIN = {False: (0.5, 2.5, 4.5), True: (0.5, 3.5)}
TOO_FEW = "Minder dan {} antwoorden. Daarom staat dit er niet bij."


def questions(instrument):
    return [(section, item) for section in instrument["sections"] for item in section["items"]]


def sensitive(item):
    return item["class"] == "C"


def bad_is_high(section, item):
    return (section["polarity"] == "high-is-bad") is not item["reverse"]


def needed(item):
    return 20 if sensitive(item) else 10


# ---- what is shown of one question ----


def merged(counts, bad_high):
    """Runs of bins that are shown together, by the rule as it is written: the risky end with 0, 1 or 2 goes with its
    neighbour; then whatever is below three goes with a neighbour, and the risky end is given up last."""
    runs = [[place] for place in range(len(counts))]
    if not bad_high:
        runs.reverse()

    def size(run):
        return sum(counts[place] for place in run)

    if size(runs[-1]) < CELL:
        runs[-2:] = [runs[-2] + runs[-1]]
    while len(runs) > 1 and any(size(run) < CELL for run in runs):
        runs[:2] = [runs[0] + runs[1]]
    return [sorted(run) for run in (runs if bad_high else runs[::-1])]


def majority(counts, bad_high):
    """When one run is left: the bins that nearly everybody is in. The risky end alone when it is that; else the safe end, or
    all but the safe end, whichever holds more."""
    order = list(range(len(counts))) if bad_high else list(range(len(counts)))[::-1]
    if len(counts) == 3 and counts[order[-1]] >= CELL:
        return [order[-1]]
    rest = order[1:]
    return [order[0]] if counts[order[0]] > sum(counts[place] for place in rest) else sorted(rest)


def answers_of(section, item, sheets):
    """(pupils per bin with 0-2 skippers at the safe end, how many are in it, whether three or more skipped)."""
    bins = BINS[sensitive(item)]
    counts = [sum(1 for sheet in sheets if item["id"] in sheet and low <= sheet[item["id"]] <= high) for low, high in bins]
    skipped = sum(1 for sheet in sheets if item["id"] not in sheet)
    if skipped >= CELL:
        return counts, len(sheets) - skipped, True
    counts[0 if bad_is_high(section, item) else -1] += skipped
    return counts, len(sheets), False


def table(section, item, sheets, fewest):
    """What is released of one question, or None."""
    counts, everybody, many = answers_of(section, item, sheets)
    if everybody < fewest:
        return None
    runs = merged(counts, bad_is_high(section, item))
    if len(runs) == 1:
        run = majority(counts, bad_is_high(section, item))
        cells = [[run[0], run[-1], -1]]
    else:
        cells = [[run[0], run[-1], sum(counts[place] for place in run)] for run in runs]
    return {"of": everybody, "cells": cells, "skips": "3 of meer" if many else "0–2"}


# ---- what a reader can know ----


@lru_cache(maxsize=None)
def worlds(everybody, bins):
    """Every way in which so many pupils can be over so many bins."""
    return [counts for counts in every(range(everybody + 1), repeat=bins) if sum(counts) == everybody]


def looks_like(counts, bad_high, shown, may_be):
    """Whether these counts would be shown as the runs `shown`, each with a number of pupils that `may_be`."""
    runs = merged(counts, bad_high)
    if len(runs) == 1:
        run = majority(counts, bad_high)
        return shown == [[run[0], run[-1]]]
    return shown == [[run[0], run[-1]] for run in runs] and all(
        may_be(place, sum(counts[one] for one in run)) for place, run in enumerate(runs)
    )


def span(everybody, bins, bad_high, shown, may_be):
    """Fewest and most pupils beyond each border, from the safe end, over all worlds that look like this."""
    possible = [
        counts if bad_high else counts[::-1] for counts in worlds(everybody, bins) if looks_like(counts, bad_high, shown, may_be)
    ]
    beyond = [[sum(counts[border:]) for counts in possible] for border in range(1, bins)]
    return {"of": everybody, "low": [min(found) for found in beyond], "high": [max(found) for found in beyond]}


def span_of_table(found, bins, bad_high):
    shown = [cell[:2] for cell in found["cells"]]
    return span(found["of"], bins, bad_high, shown, lambda place, pupils: pupils == found["cells"][place][2])


# ---- shares, margins ----


def shares(counts):
    """Steps of 5 % that make 100 together: each rounded down, and what is left to the largest remainders, the first first."""
    exact = [Fraction(20 * count, sum(counts)) for count in counts]
    steps = [math.floor(part) for part in exact]
    order = sorted(range(len(counts)), key=lambda place: (steps[place] - exact[place], place))
    for place in order[: 20 - sum(steps)]:
        steps[place] += 1
    return [5 * step for step in steps]


def share_words(share):
    return "minder dan 5 %" if share < 5 else "meer dan 95 %" if share > 95 else f"{share} %"


def wilson(count, everybody, z):
    share = count / everybody
    middle = share + z * z / (2 * everybody)
    width = z * math.sqrt(share * (1 - share) / everybody + z * z / (4 * everybody * everybody))
    return (middle - width) / (1 + z * z / everybody), (middle + width) / (1 + z * z / everybody)


def margin(count, everybody):
    low, high = wilson(count, everybody, 1.959964)
    return (
        0 if count == 0 else math.floor(everybody * low + 1e-9),
        everybody if count == everybody else math.ceil(everybody * high - 1e-9),
    )


def margin_words(count, everybody):
    low, high = margin(count, everybody)
    return f"ergens tussen {low} en {high} leerlingen"


def differs(count, everybody, other, others):
    """Newcombe at 99 % leaves out zero, and the gap is at least five pupils of the smaller group."""
    gap = Fraction(count, everybody) - Fraction(other, others)
    if abs(gap) * min(everybody, others) < 5:
        return False
    if gap < 0:
        count, everybody, other, others = other, others, count, everybody
    low, _ = wilson(count, everybody, 2.575829)
    _, high = wilson(other, others, 2.575829)
    return abs(float(gap)) > math.hypot(count / everybody - low, high - other / others)


# ---- figures ----


def run_words(labels, first, last):
    if last - first == 1:
        return f"{labels[first]} of {labels[last]}"
    return f"{labels[first]} of vaker" if last == 5 else f"{labels[first]} tot en met {labels[last]}"


def nothing(why, everybody, bins):
    return {
        "shown": False,
        "why": why,
        "of": everybody,
        "cells": [],
        "range": [],
        "almost": "",
        "skips": "",
        "span": {"of": everybody, "low": [0] * (bins - 1), "high": [everybody] * (bins - 1)},
    }


def figure(found, bins, bad_high, labels, why, everybody):
    """The figure of one group out of its table (None: `why`)."""
    if found is None:
        return nothing(why, everybody, len(bins))
    told = nothing("", found["of"], len(bins)) | {"shown": True, "skips": found["skips"]}
    runs = [cell[:2] for cell in found["cells"]]
    if len(runs) == 1:
        told["range"] = [bins[runs[0][0]][0], bins[runs[0][1]][1]]
        told["almost"] = "bijna iedereen: " + run_words(labels, *told["range"])
        told["span"] = span(found["of"], len(bins), bad_high, runs, None)
        return told
    steps = [share // 5 for share in shares([cell[2] for cell in found["cells"]])]
    near = [sizes for sizes in every(*[close_to(step, found["of"]) for step in steps]) if sum(sizes) == found["of"]]
    for place, (first, last, _) in enumerate(found["cells"]):
        edges = [bins[first][0], bins[last][1]]
        guess = min(max(math.floor(Fraction(steps[place] * found["of"], 20) + Fraction(1, 2)), CELL), found["of"] - CELL)
        told["cells"].append(
            {
                "from": edges[0],
                "to": edges[1],
                "label": run_words(labels, *edges),
                "pct": 5 * steps[place],
                "low": min(sizes[place] for sizes in near),
                "high": max(sizes[place] for sizes in near),
                "share": share_words(5 * steps[place]),
                "pupils": margin_words(guess, found["of"]),
            }
        )
    told["span"] = span(
        found["of"],
        len(bins),
        bad_high,
        runs,
        lambda place, pupils: told["cells"][place]["low"] <= pupils <= told["cells"][place]["high"],
    )
    return told


def close_to(step, everybody):
    """The numbers of pupils whose share lies less than one step of 5 % from this one, and never below three."""
    return [count for count in range(CELL, everybody + 1) if abs(Fraction(20 * count, everybody) - step) < 1]


def figure_of_question(section, item, sheets):
    return figure(
        table(section, item, sheets, needed(item)),
        BINS[sensitive(item)],
        bad_is_high(section, item),
        section["labels"],
        TOO_FEW.format(needed(item)),
        len(sheets),
    )


# ---- what crosses questions ----


def leading(section):
    return [item for item in section["items"] if not sensitive(item)] or section["items"]


def values(section, sheet):
    return [5 - sheet[item["id"]] if item["reverse"] else sheet[item["id"]] for item in leading(section) if item["id"] in sheet]


def regular(section, sheets):
    """The figure "at least one thing regularly" of a section, or None when it has none."""
    if section["score"] != "highest" or section["polarity"] != "high-is-bad" or len(leading(section)) < 2:
        return None
    everybody = len(sheets)
    hidden_words = "Dit getal laten we hier weg. Samen met de vragen kan het iets over één leerling verraden."
    if everybody < 10:
        return nothing(TOO_FEW.format(10), everybody, 2)
    most, may_be_empty = [], []
    for item in leading(section):
        found = table(section, item, sheets, needed(item))
        if found is None:
            return nothing(hidden_words, everybody, 2)
        known = span_of_table(found, len(BINS[sensitive(item)]), bad_is_high(section, item))
        # Where the table does not show the border, any of the first three numbers may be the true one.
        most.append(min(known["high"][0], known["low"][0] + CELL - 1))
        may_be_empty.append(known["low"][0] == 0)
    cap = min([everybody] + [sum(most) - most[place] for place in range(len(most)) if may_be_empty[place]])
    count = sum(1 for sheet in sheets if any(value >= 2 for value in values(section, sheet)))
    if cap < CELL:
        return nothing(hidden_words, everybody, 2)
    told = min(count, cap)
    small = ((0, 1), (2, 5))
    if told < CELL or everybody - told < CELL:
        place = 0 if told < CELL else 1
        return figure(
            {"of": everybody, "cells": [[place, place, -1]], "skips": ""}, small, True, section["labels"], "", everybody
        )
    found = figure(
        {"of": everybody, "cells": [[0, 0, everybody - told], [1, 1, told]], "skips": ""},
        small,
        True,
        section["labels"],
        "",
        everybody,
    )
    if count >= cap and cap < everybody:
        found["cells"][0] |= {
            "low": 0,
            "high": everybody - told,
            "share": f"hoogstens {everybody - told} leerlingen",
            "pupils": "",
        }
        found["cells"][1] |= {"low": told, "high": everybody, "share": f"minstens {told} leerlingen", "pupils": ""}
        found["span"] = {"of": everybody, "low": [told], "high": [everybody]}
    return found


def half_points(section, sheet):
    """The score of one pupil in half points, None with too few answers. Halves go up."""
    found = values(section, sheet)
    if not found or len(found) < min(section["minimum"], len(leading(section))):
        return None
    if section["score"] == "highest":
        return 2 * max(found)
    if section["score"] == "count":
        return math.floor(Fraction(10 * sum(value >= 1 for value in found), len(found)) + Fraction(1, 2))
    return math.floor(Fraction(2 * sum(found), len(found)) + Fraction(1, 2))


def middle(section, sheets):
    """The middle pupil of a small group in half points, or -1."""
    scores = [half_points(section, sheet) for sheet in sheets]
    known = [score for score in scores if score is not None]
    ordinary = [item for item in section["items"] if not sensitive(item)]
    if len(sheets) >= 10 or len(ordinary) < 3 or (len(scores) - len(known) >= CELL and len(known) < 5):
        return -1
    return statistics.median_low(known)


def level(section, figures):
    """How much trouble from 0 to 10, or -1: the mean answer if every bin counts as its middle; half of what can be."""
    shown = [found for found in figures if found["shown"]]
    if not shown or 2 * len(shown) < len(figures):
        return -1
    ends = []
    for end in ("low", "high"):
        total = Fraction(0)
        for found in shown:
            points = MIDDLE_OF_BIN[len(found["span"]["low"]) == 1]
            total += Fraction(points[0]) + sum(
                Fraction(points[place + 1] - points[place]) * Fraction(beyond, found["of"])
                for place, beyond in enumerate(found["span"][end])
            )
        ends.append(2 * total / len(shown))
    if ends[1] - ends[0] > 3:
        return -1
    return math.floor(sum(ends) / 2 + Fraction(1, 2))


def halves(half):
    return f"{half // 2},5" if half % 2 else f"{half // 2}"


def section_line(section, figures, middles):
    """Level, measure and words of a section of a report."""
    trouble = level(section, figures)
    if trouble >= 0:
        found = 10 - trouble if section["polarity"] == "high-is-good" else trouble
        return {"level": found, "measure": "mean", "words": f"Gemiddeld ongeveer {halves(found)} van de 5."}
    if middles >= 0:
        return {"level": middles, "measure": "middle", "words": f"Het midden ligt op {halves(middles)} van de 5."}
    return {"level": -1, "measure": "", "words": "Te weinig antwoorden."}


def odd_sheets(instrument, sheets):
    """ "3 of meer" or "": sheets with the highest answer at eight out of nine questions, good and bad ones. Told only when
    one such sheet can miss every question where few chose the highest answer or that is not shown."""
    asked = questions(instrument)
    odd = 0
    for sheet in sheets:
        highest = [(section, item) for section, item in asked if sheet.get(item["id"]) == 5]
        directions = {bad_is_high(section, item) for section, item in highest}
        odd += Fraction(len(highest), len(asked)) >= Fraction(8, 9) and len(directions) == 2
    missed = max(left for left in range(len(asked) + 1) if Fraction(len(asked) - left, len(asked)) >= Fraction(8, 9))
    scarce = 0
    for section, item in asked:
        found = table(section, item, sheets, needed(item))
        if found is None:
            scarce += 1
        else:
            known = span_of_table(found, len(BINS[sensitive(item)]), bad_is_high(section, item))
            scarce += (known["low"][-1] if bad_is_high(section, item) else found["of"] - known["high"][0]) < CELL
    return "3 of meer" if len(sheets) >= 10 and odd >= 3 and scarce <= missed else ""


def named(item, sheets):
    """Whether three pupils or more named a thing that must not be missed."""
    return sum(1 for sheet in sheets if sheet.get(item["id"], 0) >= 1) >= 3


# ---- reports ----


def ranked(instrument, figures):
    """(ids of strengths, ids of attention): at most three each, by share, equals in their own order."""
    attention, strengths = [], []
    for place, (section, item) in enumerate(questions(instrument)):
        found = figures[item["id"]]
        risky = BINS[sensitive(item)][-1] if bad_is_high(section, item) else (0, 1)
        safe = (0, 1) if bad_is_high(section, item) else BINS[sensitive(item)][-1]
        for cell in found["cells"]:
            enough = 100 * cell["low"] >= 5 * found["of"] and cell["low"] > 0
            if (cell["from"], cell["to"]) == risky and cell["pct"] >= 10 and enough:
                attention.append((-cell["pct"], place, item["id"]))
            if (cell["from"], cell["to"]) == safe and cell["pct"] >= 50 and 100 * cell["low"] >= 45 * found["of"]:
                strengths.append((bad_is_high(section, item), -cell["pct"], place, item["id"]))
        if found["range"] == list(risky):
            attention.append((-100, place, item["id"]))
        if found["range"] == list(safe):
            strengths.append((bad_is_high(section, item), -100, place, item["id"]))
    first = [line[-1] for line in sorted(attention)][:3]
    open_to_all = {item["id"] for _, item in questions(instrument) if not sensitive(item)} - set(first)
    return [line[-1] for line in sorted(strengths) if line[-1] in open_to_all][:3], first


def facts(instrument, figures, regulars, middles, signals, odd):
    """What a report must tell, by name."""
    strengths, attention = ranked(instrument, figures)
    return {
        "items": figures,
        "regular": regulars,
        "signals": signals,
        "odd": odd,
        "strengths": strengths,
        "attention": attention,
        "sections": {
            section["id"]: section_line(section, [figures[item["id"]] for item in leading(section)], middles[section["id"]])
            for section in instrument["sections"]
        },
    }


def group(instrument, sheets):
    """What the report of a group on one device must tell."""
    return facts(
        instrument,
        {item["id"]: figure_of_question(section, item, sheets) for section, item in questions(instrument)},
        {section["id"]: regular(section, sheets) for section in instrument["sections"]},
        {section["id"]: middle(section, sheets) for section in instrument["sections"]},
        {item["id"]: named(item, sheets) for _, item in questions(instrument) if item["signal"]} if len(sheets) >= 10 else {},
        odd_sheets(instrument, sheets),
    )


def part(instrument, sheets):
    """What the file of one of several devices must hold."""
    return {
        "n": len(sheets),
        "items": {item["id"]: table(section, item, sheets, 5) for section, item in questions(instrument)},
        "signals": {item["id"]: named(item, sheets) for _, item in questions(instrument) if item["signal"]}
        if len(sheets) >= 10
        else {},
    }


def added(spans):
    return {
        "of": sum(one["of"] for one in spans),
        "low": [sum(column) for column in zip(*[one["low"] for one in spans])],
        "high": [sum(column) for column in zip(*[one["high"] for one in spans])],
    }


def figure_of_sum(known, item, section, skips):
    """The figure of several groups: a border is drawn when at most 30 % is open; shares are rounded outward."""
    bins, everybody = BINS[sensitive(item)] if item else ((0, 1), (2, 5)), known["of"]
    bad_high = bad_is_high(section, item) if item else True
    told = nothing("", everybody, len(bins)) | {"shown": True, "skips": skips, "span": known}
    borders = [place for place in range(len(bins) - 1) if (known["high"][place] - known["low"][place]) / everybody <= 0.3]
    if not borders:
        return told | {"shown": False, "skips": skips, "why": "Er zijn te veel kleine groepjes om dit op te tellen."}
    edges = [-1, *borders, len(bins) - 1]
    beyond = {-1: (everybody, everybody), len(bins) - 1: (0, 0)} | {b: (known["low"][b], known["high"][b]) for b in borders}
    runs = []
    for start, end in zip(edges, edges[1:]):
        run = [start + 1, end] if bad_high else [len(bins) - 1 - end, len(bins) - 2 - start]
        runs.append((run, max(0, beyond[start][0] - beyond[end][1]), beyond[start][1] - beyond[end][0]))
    runs.sort()
    parts = shares([low + high for _, low, high in runs])
    for place, (run, low, high) in enumerate(runs):
        answers = [bins[run[0]][0], bins[run[1]][1]]
        told["cells"].append(
            {
                "from": answers[0],
                "to": answers[1],
                "label": run_words(section["labels"], *answers),
                "pct": parts[place],
                "low": low,
                "high": high,
                **between(low, high, everybody, parts[place]),
            }
        )
    return told


def between(low, high, everybody, drawn):
    """One number has the share that is drawn, so that the words of a question make a hundred as well."""
    if low == high:
        return {"share": share_words(drawn), "pupils": margin_words(low, everybody)}
    fewest, most = 5 * math.floor(Fraction(20 * low, everybody)), 5 * math.ceil(Fraction(20 * high, everybody))
    share = f"hoogstens {most} %" if not fewest else f"minstens {fewest} %" if most >= 100 else f"{fewest} tot {most} %"
    return {"share": share, "pupils": f"hoogstens {high} leerlingen" if not low else f"van {low} tot en met {high} leerlingen"}


def skip_words(found):
    return "3 of meer" if "3 of meer" in found else "0–2"


def several_devices(instrument, groups):
    """What the report of a group on several devices must tell; `groups`: the sheets of each device."""
    everybody = sum(map(len, groups))
    figures = {}
    for section, item in questions(instrument):
        tables = [found for found in (table(section, item, sheets, 5) for sheets in groups) if found is not None]
        spans = [span_of_table(found, len(BINS[sensitive(item)]), bad_is_high(section, item)) for found in tables]
        figures[item["id"]] = (
            nothing(TOO_FEW.format(needed(item)), everybody, len(BINS[sensitive(item)]))
            if sum(found["of"] for found in tables) < needed(item)
            else figure_of_sum(added(spans), item, section, skip_words([found["skips"] for found in tables]))
        )
    regulars = {
        section["id"]: None
        if regular(section, groups[0]) is None
        else nothing("Dit getal is er niet bij groepen op meer apparaten.", everybody, 2)
        for section in instrument["sections"]
    }
    signals = {}
    for _, item in questions(instrument):
        if item["signal"] and any(len(sheets) >= 10 for sheets in groups):
            signals[item["id"]] = any(named(item, sheets) for sheets in groups if len(sheets) >= 10)
    return facts(instrument, figures, regulars, {section["id"]: -1 for section in instrument["sections"]}, signals, "")


def school(instrument, groups):
    """What the report of a school must tell; `groups`: the sheets of each group, all on one device."""
    large = [group(instrument, sheets) for sheets in groups if len(sheets) >= 10]
    everybody = sum(len(sheets) for sheets in groups if len(sheets) >= 10)
    figures, regulars = {}, {}
    for section, item in questions(instrument):
        figures[item["id"]] = total([one["items"][item["id"]] for one in large], item, section, needed(item), everybody)
    for section in instrument["sections"]:
        found = [one["regular"][section["id"]] for one in large]
        regulars[section["id"]] = None if found[0] is None else total(found, None, section, 10, everybody)
    signals = {name: any(one["signals"][name] for one in large) for name in large[0]["signals"]}
    return facts(
        instrument,
        figures,
        regulars,
        {section["id"]: -1 for section in instrument["sections"]},
        signals,
        "3 of meer" if any(one["odd"] for one in large) else "",
    )


def total(found, item, section, fewest, everybody):
    shown = [one for one in found if one["shown"]]
    if sum(one["of"] for one in shown) < fewest:
        return nothing("Te weinig groepen laten deze vraag zien.", everybody, len(BINS[sensitive(item)]) if item else 2)
    return figure_of_sum(added([one["span"] for one in shown]), item, section, skip_words([one["skips"] for one in shown]))


# ---- years ----


def risky_gap(older, newer):
    """The smallest difference at the risky end that both reports allow, as a share; 0 when it is not a clear one."""
    if not older["shown"] or not newer["shown"]:
        return 0
    pairs = [
        (now, before)
        for now in (newer["span"]["low"][-1], newer["span"]["high"][-1])
        for before in (older["span"]["low"][-1], older["span"]["high"][-1])
    ]
    gaps = [Fraction(now, newer["of"]) - Fraction(before, older["of"]) for now, before in pairs]
    if min(gaps) < 0 < max(gaps) or 0 in gaps:
        return 0
    nearest = min(range(4), key=lambda place: abs(gaps[place]))
    now, before = pairs[nearest]
    return gaps[nearest] if differs(now, newer["of"], before, older["of"]) else 0


def years(instrument, older, newer):
    """(verdict per section, {question: "meer" or "minder"}) of two groups, `older` and `newer` as `group` gives them."""
    verdicts = {}
    for section in instrument["sections"]:
        before, now = older["sections"][section["id"]], newer["sections"][section["id"]]
        gap = now["level"] - before["level"]
        what = "hoger = veiliger" if section["polarity"] == "high-is-good" else "hoger = meer last"
        if -1 in (before["level"], now["level"]):
            verdicts[section["id"]] = "Te weinig antwoorden."
        elif before["measure"] != now["measure"]:
            verdicts[section["id"]] = "Anders berekend: niet te vergelijken."
        elif abs(gap) < 2:
            verdicts[section["id"]] = "Geen duidelijk verschil."
        else:
            verdicts[section["id"]] = f"Duidelijk {'hoger' if gap > 0 else 'lager'} ({what})."
    gaps = [
        (-abs(gap), place, item["id"], gap)
        for place, (_, item) in enumerate(questions(instrument))
        if (gap := risky_gap(older["items"][item["id"]], newer["items"][item["id"]]))
    ]
    return verdicts, {name: "meer" if gap > 0 else "minder" for _, _, name, gap in sorted(gaps)[:3]}
