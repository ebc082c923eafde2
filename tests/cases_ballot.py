"""Cases for the ballot box and its reports, with a small instrument: see tests/cases.py."""

from tests.cases_shared import refusal
from widgets.core import ballot_box, ballot_csv, ballot_report, disclosure, part_file, report_file, report_reading, school_report

GOOD = ["nooit", "bijna nooit", "soms", "vaak", "bijna altijd", "altijd"]
OFTEN = ["nooit", "één keer", "twee of drie keer", "elke week", "meer keren per week", "elke dag"]


def ballot_item(id, item_class="A", reverse=False, signal=False):
    return {
        "id": id,
        "text": "Vraag " + id,
        "class": item_class,
        "reverse": reverse,
        "signal": signal,
        "urgent_from": 0,
        "help": "",
    }


def ballot_section(id, polarity, score, items, minimum=1):
    good = polarity == "high-is-good"
    return {
        "id": id,
        "name": "Deel " + id,
        "title": "Op school …",
        "polarity": polarity,
        "score": score,
        "minimum": minimum,
        "labels": GOOD if good else OFTEN,
        "items": items,
    }


def small_instrument(**changes):
    """A mean section with a reversed item, a checklist with a sensitive signal, and a section that counts."""
    found = {
        "id": "klein",
        "title": "Kleine lijst",
        "number": 7,
        "major": 2,
        "minor": 1,
        "fingerprint": 12345,
        "ballot": True,
        "limits": {"section": 5, "item": 10, "sensitive": 20, "background": 10, "cell": 3, "delta": 5},
        "sections": [
            ballot_section("s1", "high-is-good", "mean", [ballot_item("a1"), ballot_item("a2"), ballot_item("a3", "A", True)], 2),
            ballot_section(
                "s2",
                "high-is-bad",
                "highest",
                [ballot_item("b1", "B"), ballot_item("b2", "B"), ballot_item("c1", "C", False, True)],
            ),
            ballot_section("s3", "high-is-bad", "count", [ballot_item("d1", "B"), ballot_item("d2", "B")]),
        ],
    }
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


def closed_box(instrument, sheets, box_id="bus1", group="", alone=True, present=0):
    """(closed box, what was released) with these sheets in it."""
    box = ballot_box.new_box(instrument, present or max(len(sheets), 5) + 20, "2026-11", box_id, group, alone)
    for sheet in sheets:
        box, message, counted = ballot_box.cast(instrument, box, sheet)
        if not counted:
            raise ValueError(message)
    box, message, released = ballot_box.close(instrument, box)
    if released is None:
        raise ValueError(message)
    return box, released


def report_of(instrument, sheets, box_id="bus1", group=""):
    """The report of a group on one device."""
    box, released = closed_box(instrument, sheets, box_id, group)
    return ballot_report.class_report(instrument, box, released)


def part_of(instrument, sheets, box_id="bus1", group="2B"):
    """The file of one of several devices of a group."""
    box, released = closed_box(instrument, sheets, box_id, group, False)
    return part_file.part_file(box, released)


def seeded_report(count, seed, box_id="bus1", group=""):
    return report_of(small_instrument(), sheets_of(count, seed), box_id, group)


def case_collapse():
    found = []
    for counts in (
        [20, 5, 0],
        [20, 4, 1],
        [20, 3, 2],
        [19, 3, 3],
        [23, 1, 1],
        [25, 0, 0],
        [2, 10, 13],
        [10, 2, 13],
        [1, 1, 23],
        [2, 21, 2],
        [22, 3],
        [23, 2],
        [3, 22],
        [2, 23],
    ):
        found.append([[list(cell) for cell in disclosure.collapse(counts, high, 3)] for high in (True, False)])
    return found


def case_shares_and_margins():
    return [
        [disclosure.shares(counts) for counts in ([1, 1, 1], [3, 22], [13, 12], [7, 7, 7], [3, 1997], [3, 3, 4])],
        [disclosure.margin_text(count, 25) for count in (0, 1, 3, 5, 12, 25)],
        [list(disclosure.margin(count, 2000)) for count in (0, 1, 40, 1999)],
        [disclosure.share_text(share) for share in (0, 5, 95, 100)],
    ]


def case_differences():
    found = []
    for n in (10, 25, 60, 400):
        for count in range(0, n + 1, max(1, n // 10)):
            for other in range(0, n + 6, 7):
                found.append(1 if disclosure.differs(count, n, other, n + 5) else 0)
    return found


def case_roots():
    return [disclosure.root_of(number) for number in (0, 1, 2, 3, 4, 15, 16, 17, 999999, 10**12, 10**16 - 1, 10**18)]


LIFE_MARKS = ("ABC-123", "abc 123", "x")


def case_box_life():
    """Open, refuse, close, and closed for good: what is in it is forgotten."""
    instrument = small_instrument()
    box = ballot_box.new_box(instrument, 7, "2026-11", "bus1", "  2B\n x")
    told = []
    for sheet in sheets_of(4, 5) + [{}, {"a1": 9}, {"zz": 1}, "x"]:
        box, message, counted = ballot_box.cast(instrument, box, sheet)
        told.append([message, counted])
    told.append([ballot_box.close_trouble(instrument, box), ballot_box.close(instrument, box)[2]])
    for mark in LIFE_MARKS:
        box, message, counted = ballot_box.cast(instrument, box, sheets_of(1, 9)[0], mark)
        told.append([message, counted, box["marks"]])
    told.append(ballot_box.close_trouble(instrument, box))
    for sheet in sheets_of(2, 3):
        box, message, counted = ballot_box.cast(instrument, box, sheet)
        told.append([message, counted])
    box, message, released = ballot_box.close(instrument, box)
    told.append(
        [message, released is not None, list(ballot_box.close(instrument, box)[1:]), ballot_box.cast(instrument, box, {}, "")[1]]
    )
    return [told, box]


def case_new_box_refuses():
    instrument = small_instrument()
    return [
        refusal(ballot_box.new_box, *arguments)
        for arguments in (
            (instrument, 4, "2026-11", "b1"),
            (instrument, 2001, "2026-11", "b1"),
            (instrument, "9", "2026-11", "b1"),
            (instrument, True, "2026-11", "b1"),
            (instrument, 9, "2026-13", "b1"),
            (instrument, 9, "2026-11-03", "b1"),
            (instrument, 9, "2026-11", "B 1"),
            (instrument, 9, "2026-11", "123"),
            (instrument, 9, "2026-11", ""),
            (small_instrument(number=0), 9, "2026-11", "b1"),
        )
    ]


REPORT_SIZES = (5, 9, 10, 12, 19, 20, 25, 40)
PART_SIZES = (7, 8, 14)
SCHOOL_SIZES = (25, 12, 8, 6, 23)


def case_class_reports():
    return [seeded_report(count, count) for count in REPORT_SIZES]


def small_parts():
    instrument = small_instrument()
    return [part_of(instrument, sheets_of(PART_SIZES[place], place + 1), "bus" + "abc"[place]) for place in range(3)]


def case_joining():
    """Several devices of one group: parts, one report in any order, and what is refused in words."""
    instrument = small_instrument()
    parts = small_parts()
    report, message = ballot_report.joined_report(instrument, parts)
    refused = [
        [],
        parts[:1],
        parts + parts[:1],
        [dict(parts[0], fingerprint=1), parts[1]],
        [dict(parts[0], group="2C"), parts[1]],
    ]
    return [
        parts,
        report,
        message,
        report == ballot_report.joined_report(instrument, parts[::-1])[0],
        [list(ballot_report.joined_report(instrument, wrong)) for wrong in refused],
    ]


def case_files():
    """What is written is read; whatever is wrong is refused with one reason."""
    instrument = small_instrument()
    part = small_parts()[0]
    report = seeded_report(20, 8, "bus1", "2B")
    file = report_file.report_file(report)
    wrong_parts = (
        None,
        [],
        {},
        {"format": "x"},
        {"format": "veiligwijzer-stembus"},
        file,
        dict(part, fingerprint=1),
        dict(part, n=4),
        dict(part, format_version=2),
        dict(part, extra=1),
        dict(part, items=[]),
        dict(part, signals={"c1": True}),
    )
    wrong_reports = (
        None,
        3,
        {},
        part,
        dict(file, format_version=9),
        dict(file, report={}),
        dict(file, report=dict(report, n=9)),
        dict(file, report=dict(report, odd="2")),
        dict(file, format_version=True),
    )
    return [
        part_file.part_file_name(part),
        part_file.read_part(instrument, part) == (part, ""),
        report_file.report_file_name(report),
        report_reading.read_report(file) == (report, ""),
        [list(part_file.read_part(instrument, data)) for data in wrong_parts],
        [list(report_reading.read_report(data)) for data in wrong_reports],
    ]


def case_tables():
    return ballot_csv.csv(seeded_report(25, 4, "bus1", "=1+1"))


def school_reports():
    return [seeded_report(SCHOOL_SIZES[place], place + 2, "bus" + "abcde"[place], "1" + "ABCDE"[place]) for place in range(5)]


def case_school():
    instrument = small_instrument()
    reports = school_reports()
    report, message = school_report.school_report(instrument, reports)
    refused = (
        [],
        reports[2:3],
        reports[2:4],
        reports + reports[:1],
        [report, reports[0]],
        [dict(reports[0], fingerprint=1), reports[1]],
        [dict(reports[0], items=reports[0]["items"][1:]), reports[1]],
    )
    return [
        report,
        message,
        school_report.school_report(instrument, reports[::-1])[0] == report,
        report_reading.read_report(report_file.report_file(report)) == (report, ""),
        ballot_csv.csv(report),
        [list(school_report.school_report(instrument, wrong)) for wrong in refused],
    ]


def calm_and_hurt(calm, hurt):
    """Sheets of pupils to whom nothing happened, and of pupils to whom everything happened every day."""
    return [{"a1": 5, "a2": 5, "a3": 0, "b1": 0, "b2": 0, "c1": 0, "d1": 0, "d2": 0}] * calm + [
        {"a1": 0, "a2": 0, "a3": 5, "b1": 5, "b2": 0, "c1": 0, "d1": 0, "d2": 0}
    ] * hurt


YEARS = ((30, 0, 15, 15), (15, 15, 30, 0), (30, 0, 28, 2), (20, 10, 15, 15), (20, 0, 5, 0), (12, 0, 9, 3))


def case_years():
    """Two years of a group, from (calm, hurt) to (calm, hurt); and with another major version."""
    instrument = small_instrument()
    found = []
    for calm, hurt, later_calm, later_hurt in YEARS:
        found.append(
            school_report.years(
                report_of(instrument, calm_and_hurt(calm, hurt)), report_of(instrument, calm_and_hurt(later_calm, later_hurt))
            )
        )
    older = report_of(instrument, calm_and_hurt(30, 0))
    return found + [school_report.years(dict(older, major=1), report_of(instrument, calm_and_hurt(0, 30)))]


CASES = [
    case_collapse,
    case_shares_and_margins,
    case_differences,
    case_roots,
    case_box_life,
    case_new_box_refuses,
    case_class_reports,
    case_joining,
    case_files,
    case_tables,
    case_school,
    case_years,
]
