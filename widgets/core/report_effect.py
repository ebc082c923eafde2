"""What can be done with a report: keep it, save its table, print it or the sheet for the pupils."""
from widgets.core import ballot_csv, report_file


def report_effect(report, name):
    """What the page must do with a report: save, table, print. Raises ValueError for another name."""
    file_name = report_file.report_file_name(report)
    if name[0] == "report-saved":
        return {"kind": "save", "name": file_name, "type": "application/json", "data": report_file.report_file(report),
                "said": "Het rapport is gemaakt. Er staat alleen in wat je hier ook ziet."}
    if name[0] == "csv-saved":
        return {"kind": "save", "name": file_name.replace(".json", ".csv"), "type": "text/csv", "text": ballot_csv.csv(report),
                "said": "De tabel is gemaakt. Er staat alleen in wat je hier ook ziet."}
    if name[0] == "report-printed":
        return {"kind": "print", "part": "rapport", "said": ""}
    if name[0] == "feedback-printed":
        return {"kind": "print", "part": "terugkoppeling", "said": ""}
    raise ValueError("unknown effect: " + name[0])
