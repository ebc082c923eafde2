"""A questionnaire of which only the introduction changed: codes, parts and reports of the version before still count."""

import pytest

from tests.cases_ballot import sheets_of, small_instrument
from widgets.core import ballot_box, ballot_report, code, part_file, report_file, report_reading, school_report

OLD = small_instrument(major=1, fingerprint=777)
NEW = small_instrument(major=2, fingerprint=888, former=[[1, 777]])
OTHER = small_instrument(major=2, fingerprint=888)


def closed(instrument, box_id, group, alone=True, seed=1):
    box = ballot_box.new_box(instrument, 30, "2026-11", box_id, group, alone)
    for sheet in sheets_of(25, seed):
        box = ballot_box.cast(instrument, box, sheet)[0]
    box, _, released = ballot_box.close(instrument, box)
    return box, released


def test_a_code_of_the_version_before_is_read():
    sheet = sheets_of(1, 3)[0]
    text = code.encode(OLD, 77, 5, sheet)
    assert code.decode(NEW, 77, text)["sheet"] == sheet
    assert code.decode(NEW, 77, code.encode(NEW, 77, 5, sheet))["sheet"] == sheet
    assert code.decode(NEW, 78, text) == {"refused": code.OTHER_CLASS}
    assert code.decode(OTHER, 77, text) == {"refused": code.OTHER_VERSION}
    wrong = text[:-1] + ("0" if text[-1] != "0" else "1")
    assert code.decode(NEW, 77, wrong) == {"refused": code.MISTAKE}


def test_a_part_of_the_version_before_joins_with_one_of_now():
    parts = [part_file.part_file(*closed(*given)) for given in ((OLD, "busa", "2B", False, 1), (NEW, "busb", "2B", False, 2))]
    assert [part_file.read_part(NEW, part)[1] for part in parts] == ["", ""]
    report, said = ballot_report.joined_report(NEW, parts)
    assert report is not None and report["n"] == 50, said
    assert part_file.read_part(OTHER, parts[0]) == (None, part_file.NO_FIT)


def test_a_report_of_the_version_before_opens_and_counts_for_the_school():
    reports = []
    for given in ((OLD, "busa", "2A", True, 1), (NEW, "busb", "2B", True, 2)):
        made = ballot_report.class_report(given[0], *closed(*given))
        reports.append(report_reading.read_report(report_file.report_file(made))[0])
    school, said = school_report.school_report(NEW, reports)
    assert school is not None and school["n"] == 50, said
    assert school_report.school_report(OTHER, reports)[0] is None


@pytest.mark.parametrize("number, major, fingerprint", [(7, 3, 777), (7, 1, 778), (8, 1, 777)])
def test_no_other_version_counts(number, major, fingerprint):
    other = small_instrument(number=number, major=major, fingerprint=fingerprint)
    assert not ballot_box.fits(NEW, ballot_box.new_box(other, 30, "2026-11", "busx"))
