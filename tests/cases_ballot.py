"""Cases for the ballot box and its reports, with a small instrument: see tests/cases.py."""
from tests.cases_shared import refusal
from widgets.core import ballot_box, ballot_csv, ballot_report, disclosure, part_file, report_file, report_reading, school_report

GOOD = ["nooit", "bijna nooit", "soms", "vaak", "bijna altijd", "altijd"]
OFTEN = ["nooit", "één keer", "twee of drie keer", "elke week", "meer keren per week", "elke dag"]


def ballot_item(id, item_class="A", reverse=False, signal=False):
    return {"id": id, "text": "Vraag " + id, "class": item_class, "reverse": reverse, "signal": signal, "help": ""}


def ballot_section(id, polarity, score, items, minimum=1):
    good = polarity == "high-is-good"
    return {"id": id, "name": "Deel " + id, "title": "Op school …", "polarity": polarity, "score": score, "minimum": minimum,
            "labels": GOOD if good else OFTEN, "items": items}


def small_instrument(**changes):
    """A mean section with a reversed item, a checklist with a sensitive signal, and a section that counts."""
    found = {"id": "klein", "title": "Kleine lijst", "number": 7, "major": 2, "minor": 1, "fingerprint": 12345, "ballot": True,
             "limits": {"section": 5, "item": 10, "sensitive": 20, "background": 10, "cell": 3, "delta": 5},
             "sections": [
                 ballot_section("s1", "high-is-good", "mean", [ballot_item("a1"), ballot_item("a2"), ballot_item("a3", "A",
                     True)], 2),
                 ballot_section("s2", "high-is-bad", "highest", [ballot_item("b1", "B"), ballot_item("b2", "B"),
                                                                 ballot_item("c1", "C", False, True)]),
                 ballot_section("s3", "high-is-bad", "count", [ballot_item("d1", "B"), ballot_item("d2", "B")]),
             ]}
    for name in changes:
        found[name] = changes[name]
    return found


def sheets_of(count, seed):
    """Sheets that look like those of a class: mostly good, some skipped, the same for the same seed."""
    found = []
    for _ in range(count):
        sheet = {}
        for name in ("a1", "a2", "a3", "b1", "b2", "c1", "d1", "d2"):
            seed = (seed * 1103 + 12345) % 65521
            value = (seed // 7) % 6
            if name in ("a3", "b1", "b2", "c1", "d1", "d2") and seed % 5 > 0:
                value = 0
            if seed % 17 > 0:
                sheet[name] = value
        found.append(sheet)
    return found


def filled_box(count, seed, box_id="bus1", group="", present=0):
    """A closed box with so many sheets in it."""
    instrument = small_instrument()
    box = ballot_box.new_box(instrument, present or max(count, 5) + 20, "2026-11", box_id, group)
    for sheet in sheets_of(count, seed):
        box, message, counted = ballot_box.cast(instrument, box, sheet)
        if not counted:
            raise ValueError(message)
    return ballot_box.close(instrument, box)[0]


def case_collapse():
    found = []
    for counts in ([20, 5, 0], [20, 4, 1], [20, 3, 2], [19, 3, 3], [23, 1, 1], [25, 0, 0], [2, 10, 13], [10, 2, 13], [1, 1, 23],
                   [2, 21, 2], [22, 3], [23, 2], [3, 22], [2, 23]):
        found.append([[list(cell) for cell in disclosure.collapse(counts, high)] for high in (True, False)])
    return found


def case_shares_and_margins():
    return [[disclosure.shares(counts) for counts in ([1, 1, 1], [3, 22], [13, 12], [7, 7, 7], [3, 1997], [3, 3, 4])],
            [disclosure.margin_text(count, 25) for count in (0, 1, 3, 5, 12, 25)],
            [list(disclosure.margin(count, 2000)) for count in (0, 1, 40, 1999)],
            [disclosure.share_text(share) for share in (0, 5, 95, 100)]]


def case_differences():
    found = []
    for n in (10, 25, 60, 400):
        for count in range(0, n + 1, max(1, n // 10)):
            for other in range(0, n + 6, 7):
                found.append(1 if disclosure.differs(count, n, other, n + 5) else 0)
    return found


def case_roots():
    return [disclosure.root_of(number) for number in (0, 1, 2, 3, 4, 15, 16, 17, 999999, 10 ** 12, 10 ** 16 - 1, 10 ** 18)]


def case_box_life():
    """Open, refuse, close, reopen, refuse, close again."""
    instrument = small_instrument()
    box = ballot_box.new_box(instrument, 18, "2026-11", "bus1", "  2B\n x")
    told = []
    for sheet in sheets_of(4, 5) + [{}, {"a1": 9}, {"zz": 1}, "x"]:
        box, message, counted = ballot_box.cast(instrument, box, sheet)
        told.append([message, counted])
    told.append(ballot_box.close(instrument, box)[1])
    for mark in ("ABC-123", "abc 123", "x"):
        box, message, counted = ballot_box.cast(instrument, box, sheets_of(1, 9)[0], mark)
        told.append([message, counted, box["marks"]])
    box, message = ballot_box.close(instrument, box)
    told.append([message, box["marks"], ballot_box.close(instrument, box)[1], ballot_box.cast(instrument, box, {}, "")[1]])
    box, message = ballot_box.reopen(instrument, box)
    told.append([message, ballot_box.reopen(instrument, box)[1]])
    for sheet in sheets_of(14, 3):
        box, message, counted = ballot_box.cast(instrument, box, sheet)
        told.append([message, ballot_box.close_trouble(instrument, box)])
    box, message = ballot_box.close(instrument, box)
    return [told, message, box, ballot_box.reopen(instrument, box)[1]]


def case_new_box_refuses():
    instrument = small_instrument()
    return [refusal(ballot_box.new_box, *arguments) for arguments in (
        (instrument, 4, "2026-11", "b1"), (instrument, 2001, "2026-11", "b1"), (instrument, "9", "2026-11", "b1"),
        (instrument, True, "2026-11", "b1"),
        (instrument, 9, "2026-13", "b1"), (instrument, 9, "2026-11-03", "b1"), (instrument, 9, "2026-11", "B 1"),
            (instrument, 9, "2026-11", "123"),
        (instrument, 9, "2026-11", ""), (small_instrument(number=0), 9, "2026-11", "b1"))]


def case_class_reports():
    found = []
    for count in (5, 9, 10, 19, 20, 40):
        found.append(ballot_report.class_report(small_instrument(), filled_box(count, count)))
    return found


def case_merging():
    instrument = small_instrument()
    boxes = [filled_box(7 + place, place + 1, "bus" + "abc"[place], "2B") for place in range(3)]
    one, message = ballot_box.merge(instrument, boxes)
    other = ballot_box.merge(instrument, boxes[::-1])[0]
    stepwise = ballot_box.merge(instrument, [ballot_box.merge(instrument, boxes[1:])[0], boxes[0]])[0]
    seen = [ballot_box.reveal(box) for box in boxes]
    return [one, message, one == other, one["counters"] == stepwise["counters"],
            [ballot_box.merge(instrument, wrong)[1] for wrong in (
                [], boxes[:1], boxes + boxes[:1], [one, boxes[1]], seen, [ballot_box.changed(boxes[0], {"fingerprint": 1}),
                boxes[1]],
                [ballot_box.reopen(instrument, boxes[0])[0], boxes[1]])],
            ballot_box.merge(instrument, [seen[0]] + boxes[1:])[0]["shown"]]


def case_files():
    instrument = small_instrument()
    box = filled_box(20, 8, "bus1", "2B")
    kept = ballot_file.box_file(box)
    report = ballot_report.class_report(instrument, box)
    file = report_file.report_file(report)
    return [kept, ballot_file.box_file_name(box), ballot_file.read_box(instrument, kept) == (box, ""),
        report_file.report_file_name(report),
            report_reading.read_report(file) == (report, ""),
            refusal(ballot_file.box_file, ballot_box.reopen(instrument, box)[0]),
            [ballot_file.read_box(instrument, data)[1] for data in (None, [], {}, {"format": "x"}, dict(kept, fingerprint=1),
                dict(kept, n=4),
                                                                    dict(kept, format_version=2), dict(kept, extra=1),
                                                                        dict(kept, counters=[]))],
            [report_reading.read_report(data)[1] for data in (None, 3, {}, kept, dict(file, format_version=9),
                                                              dict(file, report={}),
                                                           dict(file, report=dict(report, n=9)), dict(file,
                                                               report=dict(report, odd="2")))]]


def case_tables():
    return ballot_csv.csv(ballot_report.class_report(small_instrument(), filled_box(25, 4, "bus1", "=1+1")))


def case_school():
    instrument = small_instrument()
    boxes = [filled_box((25, 12, 8, 6, 23)[place], place + 2, "bus" + "abcde"[place], "1" + "ABCDE"[place]) for place in range(5)]
    report, message = school_report.school_report(instrument, boxes)
    with_left_out = school_report.school_report(instrument, boxes[:3])[0]
    older, _ = school_report.school_report(instrument, boxes[:2])
    return [report, message, with_left_out["left_out"], report_reading.read_report(report_file.report_file(report)) == (report,
                                                                                                                        ""),
            ballot_csv.csv(with_left_out),
            [school_report.school_report(instrument, wrong)[1] for wrong in ([], boxes[2:3], boxes + boxes[:1])],
            school_report.years(older, report), school_report.years(dict(older, major=1), report)]


CASES = [case_collapse, case_shares_and_margins, case_differences, case_roots, case_box_life, case_new_box_refuses,
    case_class_reports,
         case_merging, case_files, case_tables, case_school]
