"""The report file: what is kept, printed and put side by side. It holds the shown figures and nothing else.

Reading one is in report_reading: the ballot box only writes it.
"""
FORMAT = "veiligwijzer-uitslag"
FORMAT_VERSION = 2


def report_file(report):
    """The file of a report as plain data."""
    return {"format": FORMAT, "format_version": FORMAT_VERSION, "report": report}


def report_file_name(report):
    return ("uitslag-" if report["kind"] == "class" else "schoolbeeld-") + report["month"] + ".json"
