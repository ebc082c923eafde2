"""A ballot box after an error of the page itself: what is in it goes on, or can still be kept."""
from widgets.core import ballot_box, ballot_file
from widgets.core.changes import with_changes
from widgets.core.html import el

GOES_ON = "Er ging iets mis, maar de stembus is er nog. Probeer het nog eens."
SHEET_GONE = " De lijst van deze leerling is gewist en ging niet in de stembus."


def after_error(content, model):
    """The model to go on with: the same box, without the sheet of a pupil, the camera and a question to staff."""
    return with_changes(model, {"sheet": None, "key": "", "own": False, "camera": False, "asking": "",
                                "news": GOES_ON + (SHEET_GONE if model["sheet"] is not None else "")})


def rescue(content, model):
    """When nothing can be drawn any more: {"view": element with what was in the box, "file": day file or None}.

    An open box is closed for it, if that may. With a file the view holds one link, which the page gives its address.
    """
    box = model["box"]
    if box["state"] == "open":
        box = ballot_box.close(content, box)[0]
    said = "Er ging iets mis. De stembus stopt. Er waren " + str(box["n"]) + " van " + str(box["present"]) + " lijsten ingevuld."
    if box["state"] != "closed":
        too_few = said + " Dat zijn er te weinig om te bewaren."
        return {"view": el("p", {"class": "notice", "role": "alert"}, too_few), "file": None}
    return {"view": el("div", {"class": "notice", "role": "alert"}, el("p", None, said + " Bewaar nu het dagbestand."),
                       el("p", None, el("a", {"class": "main-button", "href": "#", "download": ballot_file.box_file_name(box)},
                                        "Bewaar dagbestand (vertrouwelijk)"))),
            "file": ballot_file.box_file(box)}
