"""What can be done with a report: keep it, save its table, print it or the sheet for the pupils."""

from widgets.core import ballot_csv, effects, report_file
from widgets.core.effects import HANDED_OVER

EFFECTS = ("report-saved", "csv-saved", "report-printed", "feedback-printed")
SAME = " In het bestand staat alleen wat je hier ook ziet."


def report_effect(report, name):
    """What the page must do with a report: save, table, print. Raises ValueError for another name."""
    file_name = report_file.report_file_name(report)
    if name[0] == "report-saved":
        return effects.save_data(file_name, report_file.report_file(report), {"said": HANDED_OVER + SAME, "confirm": True})
    if name[0] == "csv-saved":
        return effects.save_text(
            file_name.replace(".json", ".csv"), "text/csv", ballot_csv.csv(report), {"said": HANDED_OVER + SAME}
        )
    if name[0] == "report-printed":
        return effects.print_part("rapport")
    if name[0] == "feedback-printed":
        return effects.print_part("terugkoppeling")
    raise ValueError("unknown effect: " + name[0])
