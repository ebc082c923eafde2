"""A conversation inside the guide: what is written during it stands in the report of the case at once."""

from widgets.core import talk_parts
from widgets.core.case import record_of, with_record
from widgets.core.changes import with_changes
from widgets.core.route import index_steps, visited_step


def talk_content(content, model):
    """The content of the conversation that stands open."""
    return content["talks"][index_steps(content)[visited_step(model["talk"]["visit"])]["talk"]]


def followed(talk, model, message):
    """The model after a message of the conversation that stands open. `talk`: the content of that conversation."""
    before = model["talk"]["model"]
    changed = talk_parts.update(talk, before, message)
    noted = _with_notes(model, model["talk"]["visit"], talk_parts.notes_text(talk, before), talk_parts.notes_text(talk, changed))
    return with_changes(noted, {"talk": with_changes(model["talk"], {"model": changed})})


def _with_notes(model, visit, before, after):
    """The model with what was written during a talk in the facts of its step, in the place of what was written `before`."""
    if before == after:
        return model
    facts = record_of(model, visit)["facts"]
    if before and before in facts:
        return with_record(model, visit, {"facts": facts.replace(before, after).strip()})
    return with_record(model, visit, {"facts": (facts + "\n" + after).strip()})
