"""A ballot box after an error of the page itself: what is in it goes on, or can still be kept."""

from widgets.core import ballot_box, ballot_report, part_file, report_file
from widgets.core.changes import with_changes
from widgets.core.html import el

GOES_ON = "Er ging iets mis, maar de stembus is er nog. Probeer het nog eens."
SHEET_GONE = " De lijst van deze leerling is gewist en ging niet in de stembus."


def after_error(content, model):
    """The model to go on with: the same box, without the sheet of a pupil, the camera and a question to staff."""
    return with_changes(
        model,
        {
            "sheet": None,
            "key": "",
            "own": False,
            "camera": False,
            "asking": "",
            "news": GOES_ON + (SHEET_GONE if model["sheet"] is not None else ""),
        },
    )


def rescue(content, model):
    """When nothing can be drawn any more: {"view": element with what was in the box, "file": what to keep or None}.

    An open box is closed for it, if that may. With a file the view holds one link, which the page gives its address.
    """
    box = model["box"]
    said = "Er ging iets mis. De stembus stopt. Er waren " + str(box["n"]) + " van " + str(box["present"]) + " lijsten ingevuld."
    name, file = kept(model)
    if box["state"] == "open":
        closed, _, released = ballot_box.close(content, box)
        if released is None:
            return {
                "view": el("p", {"class": "notice", "role": "alert"}, said + " Dat zijn er te weinig om te bewaren."),
                "file": None,
            }
        name, file = kept(outcome(content, closed, released))
    return {
        "view": el(
            "div",
            {"class": "notice", "role": "alert"},
            el("p", None, said + " Bewaar nu wat erin zat."),
            el("p", None, el("a", {"class": "main-button", "href": "#", "download": name}, "Bewaar het bestand")),
        ),
        "file": file,
    }


def outcome(content, box, released):
    """What a closed box gives: {"report", "part"}, one of them None."""
    if box["alone"]:
        return {"report": ballot_report.class_report(content, box, released), "part": None}
    return {"report": None, "part": part_file.part_file(box, released)}


def kept(model):
    """(file name, file as plain data) of what a closed box gave; ("", None) before."""
    if model["part"] is not None:
        return part_file.part_file_name(model["part"]), model["part"]
    if model["report"] is not None:
        return report_file.report_file_name(model["report"]), report_file.report_file(model["report"])
    return "", None
