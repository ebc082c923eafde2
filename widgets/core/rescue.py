"""When something is so broken that it cannot be drawn any more: what was filled in, as text to copy.

What a core gives as `rescued(content, model)`: None when there is nothing to save, else {"text": to read, "data": plain
data that can be opened again later, or None}. Nothing here may fail, whatever the model looks like.
"""


def rescued(writers, values, data=None):
    """The first text that a writer still makes; when none does, every text in `values`. `data`: a function or None."""
    text = ""
    for write in writers:
        text = text or _tried(write)
    return {"text": text or readable(values), "data": _tried(data) if data is not None else None}


def _tried(make):
    try:
        return make()
    except Exception:
        return None


def readable(value):
    """Every text in plain data, one a line, with the name under which it stands."""
    lines = []
    _gather("", value, lines)
    return "\n".join(lines) + "\n" if lines else ""


def _gather(name, value, lines):
    if isinstance(value, dict):
        for key in value:
            _gather(str(key), value[key], lines)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _gather(name, item, lines)
    elif isinstance(value, str) and value.strip():
        lines.append((name + ": " if name else "") + value.strip())
