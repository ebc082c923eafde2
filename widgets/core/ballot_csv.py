"""A report as a table for a spreadsheet: shown figures only, the same as on the page."""

from widgets.core.figures import halves

COLUMNS = ["soort", "onderdeel", "vraag", "antwoord", "uitkomst", "marge"]


def csv(report):
    """The text of a CSV file (semicolons, CRLF, byte order mark); no cell can work as a formula."""
    rows = [
        COLUMNS,
        ["uitslag", "", report["title"], "", report["month"], report["group"]],
        ["ingevuld", "", "", "", str(report["n"]) + " van " + str(report["present"]), ""],
    ]
    names = {}
    for section in report["sections"]:
        names[section["id"]] = section["name"]
        rows.append(["onderdeel", section["name"], section["title"], section["direction"], _level(section), section["words"]])
        if section["regular"]:
            rows = rows + _figure_rows("onderdeel, hoogste antwoord", section["name"], section["title"], section["regular"])
    for kind, lines in (("gaat goed", report["strengths"]), ("let op", report["attention"])):
        for line in lines:
            rows.append([kind, names[line["section"]], line["text"], line["label"], line["share"], line["pupils"]])
    for signal in report["signals"]:
        rows.append(
            ["signaal", "", signal["text"], "", "genoemd" if signal["named"] else "niet of weinig genoemd", signal["words"]]
        )
    for item in report["items"]:
        rows = rows + _figure_rows("vraag", names[item["section"]], item["text"], item["figure"])
    if report["kind"] == "school":
        for group in report["groups"]:
            for cell in group["cells"]:
                rows.append(["groep", names[cell["section"]], "", group["name"], cell["words"], str(group["n"]) + " ingevuld"])
        for group in report["left_out"]:
            rows.append(["niet meegeteld", "", "", group["name"], str(group["n"]) + " ingevuld", ""])
    if report["odd"]:
        rows.append(["opvallend ingevuld", "", "", "", report["odd"], ""])
    return "\ufeff" + "".join([";".join([_cell(text) for text in row]) + "\r\n" for row in rows])


def _level(section):
    return halves(section["level"]) if section["level"] >= 0 else ""


def _figure_rows(kind, section, text, figure):
    if not figure["shown"]:
        return [[kind, section, text, "", figure["why"], ""]]
    if figure["almost"]:
        return [[kind, section, text, figure["almost"], "", ""]]
    rows = [[kind, section, text, cell["label"], cell["share"], cell["pupils"]] for cell in figure["cells"]]
    return rows + [[kind, section, text, "overgeslagen", figure["skips"], ""]]


def _cell(text):
    """A text between quotes; one that starts like a formula gets an apostrophe in front."""
    clean = " ".join(text.split())
    if clean and clean[0] in "=+-@":
        clean = "'" + clean
    return '"' + clean.replace('"', '""') + '"'
