"""The file of a box: its counters are one text, and nothing but exactly such a text is read."""
import pytest

from tests.cases_ballot import filled_box, sheets_of, small_instrument
from tests.test_ballot import HOSTILE, damaged, paths
from widgets.core import ballot_box, ballot_file, ballot_report

INSTRUMENT = small_instrument()


def closed_twice():
    box = ballot_box.reopen(INSTRUMENT, filled_box(12, 3, "bus1", "2B"))[0]
    for sheet in sheets_of(7, 5):
        box = ballot_box.cast(INSTRUMENT, box, sheet)[0]
    return ballot_box.close(INSTRUMENT, box)[0]


def test_a_box_that_closed_twice_keeps_what_it_showed():
    box = closed_twice()
    assert box["shown"] is not None and filled_box(12, 3)["shown"] is None
    again, reason = ballot_file.read_box(INSTRUMENT, ballot_file.box_file(box))
    assert (again, reason) == (box, "")
    assert ballot_report.class_report(INSTRUMENT, again) == ballot_report.class_report(INSTRUMENT, box)


def test_anything_wrong_in_the_file_of_a_box_that_closed_twice():
    data = ballot_file.box_file(closed_twice())
    for path in paths(data):
        for value in HOSTILE:
            found, reason = ballot_file.read_box(INSTRUMENT, damaged(data, path, value))
            assert (found is None) == bool(reason)
            if found:
                assert ballot_report.class_report(INSTRUMENT, found)["n"] == found["n"]


def test_the_box_with_figures_of_its_own_and_the_box_without_tell_the_same():
    """A box that closed once has no figures in it: they follow from its counters."""
    box = filled_box(25, 4)
    with_figures = ballot_box.changed(box, {"shown": ballot_box.figures(INSTRUMENT, box)})
    assert with_figures["shown"]
    assert ballot_report.class_report(INSTRUMENT, with_figures) == ballot_report.class_report(INSTRUMENT, box)


NOT_A_COUNT = ("", "05", "+5", "-1", "5.0", "1e1", "٣", "²", "0x1", "1_0", "True", "\n5", "5\t", "9" * 5000, "999999")


@pytest.mark.parametrize("piece", NOT_A_COUNT, ids=lambda piece: repr(piece)[:12])
def test_a_count_is_written_in_one_way(piece):
    data = ballot_file.box_file(filled_box(12, 3))
    counts = data["counters"].split(" ")
    for place in range(len(counts)):
        changed = " ".join([*counts[:place], piece, *counts[place + 1:]])
        assert ballot_file.read_box(INSTRUMENT, {**data, "counters": changed}) == (None, ballot_file.DAMAGED)


def test_each_row_adds_up_and_there_are_no_more_and_no_fewer():
    data = ballot_file.box_file(filled_box(12, 3))
    counts = data["counters"].split(" ")
    for wrong in (counts[:-1], [*counts, "0"], counts[1:], ["0", *counts], [str(int(counts[0]) + 1), *counts[1:]],
                  [*counts[:-1], "13"], []):
        assert ballot_file.read_box(INSTRUMENT, {**data, "counters": " ".join(wrong)}) == (None, ballot_file.DAMAGED)
    moved = [int(count) for count in counts]
    giver = next(place for place in range(7) if moved[place])
    moved[giver] -= 1
    moved[7] += 1
    text = " ".join(map(str, moved))
    assert ballot_file.read_box(INSTRUMENT, {**data, "counters": text}) == (None, ballot_file.DAMAGED)
