"""What the guide asks of the page: a calendar, a file or a link with the case, the note; and what would be lost without them."""

from widgets.core import agenda, case, case_link, effects, rescue
from widgets.core.case_file import case_data, file_name, too_long
from widgets.core.note import note, parents_note
from widgets.core.outcome import reason
from widgets.core.plan import plan
from widgets.core.route import index_steps, walk

EFFECTS = ("calendar", "case-saved", "link-copied", "note-copied", "note-saved", "note-printed", "reason-copied")
NO_DATES = "Er staat geen datum open, dus er is niets om in je agenda te zetten."


def effect(content, model, name, clock):
    """What the page must do (widgets.core.effects). `name` is a tuple that begins with one of EFFECTS.

    Raises ValueError for another name.
    """
    if name[0] == "calendar":
        text = agenda.calendar_file(content, model, clock["stamp"])
        if not text:
            return effects.tell(NO_DATES)
        return effects.save_text("opvolging.ics", "text/calendar", text, {"began": ("calendar-made", clock["stamp"])})
    if name[0] == "case-saved":
        trouble = too_long(content, model)
        if trouble:
            return effects.tell(trouble)
        return effects.save_data(file_name(content, model), case_data(content, model, True), {"confirm": True})
    if name[0] == "link-copied":
        text = case_link.written(case_data(content, model, False))
        return effects.copy_link(text, "De link is gekopieerd. Wat je zelf typte, zit er niet in.")
    if name[0] in ("note-copied", "note-saved"):
        write = parents_note if model["panel"] == "parents" else note
        text = write(content, model, plan(content, model))
        if name[0] == "note-copied":
            return effects.copy(text, "De tekst is gekopieerd.")
        return effects.save_text("verslag.txt", "text/plain", text)
    if name[0] == "reason-copied":
        return effects.copy(reason(content, index_steps(content), walk(content, model["answers"])), "De tekst is gekopieerd.")
    if name[0] == "note-printed":
        return effects.print_part("verslag")
    raise ValueError("unknown effect: " + name[0])


def would_lose(content, model):
    """Whether somebody who leaves now loses something that stands nowhere else."""
    return content["calendar"] is not None and case.would_lose(model)


def rescued(content, model):
    """What can still be saved of a case that cannot be drawn any more: see widgets.core.rescue."""
    if content["calendar"] is None or not case.has_case(model):
        return None
    return rescue.rescued(
        [lambda: note(content, model, plan(content, model))], model["records"], lambda: case_data(content, model, True)
    )
