"""The report file: what is kept, printed and put side by side. It holds the shown figures and nothing else.

Reading one is in report_reading: the ballot box only writes it.
"""

FORMAT = "veiligwijzer-uitslag"
FORMAT_VERSION = 2
SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
LONGEST_NAME = 30


def report_file(report):
    """The file of a report as plain data."""
    return {"format": FORMAT, "format_version": FORMAT_VERSION, "report": report}


def report_file_name(report):
    """ "uitslag-2026-11-2B.json": with what can be in any file name of the name of the group, which is in the file as well."""
    group = safe_name(report["group"])
    return (
        ("uitslag-" if report["kind"] == "class" else "schoolbeeld-") + report["month"] + ("-" + group if group else "") + ".json"
    )


def safe_name(text):
    """A text as a part of a file name: at most 30 letters without accents and digits, anything else as one hyphen."""
    found = ""
    for letter in text:
        if letter in SAFE:
            found = found + letter
        elif found and found[-1] != "-":
            found = found + "-"
    return found[0:LONGEST_NAME].strip("-")
