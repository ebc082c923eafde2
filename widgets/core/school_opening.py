"""Opening a school file in the form: what it says, over the values of protocol/school.yaml, or why the form cannot take it."""

from widgets.core import plain_yaml, school_rules, school_text

# Keys with one text, which the form shows; and those of somebody to turn to.
FILLED = ("naam", "land", "onderwijs", "website", "protocol", "snel_weg", "vakanties")
CONTACT_KEYS = ("rol", "naam", "telefoon", "mail", "waar", "vervanger", "vervanger_telefoon")
ONLY_SCHOOL = "Dit is geen schoolbestand zoals deze pagina dat maakt. "


def read_school(content, text):
    """(values, "") of the text of a file, or (None, why not). `text` is None for a file that could not be read.

    Mistakes in fields of the form are let through: the form shows them. What the form keeps as it is must be right.
    """
    if text is None:
        return None, "Dit bestand is te groot of niet te lezen."
    found, problem = plain_yaml.read(text)
    if problem:
        return None, ONLY_SCHOOL + "Regel " + str(problem["line"]) + ": " + problem["text"]
    whole = dict(content["base"])
    for key in found:
        whole[key] = found[key]
    if "voorbeeld" not in found:
        whole["voorbeeld"] = "nee"
    if "vakanties" not in found:  # those of the example are nobody's choice
        whole["vakanties"] = school_rules.only_region(content, whole["land"])
    values = school_text.trimmed(whole)
    trouble = _cannot_edit(content, values)
    return (None, trouble) if trouble else (values, "")


def _cannot_edit(content, school):
    """What is wrong in a file that the form can not show at a field; "" when there is nothing."""
    found = [wrong for wrong in school_rules.shape_mistakes(school) if not _at_field(wrong["path"], school)]
    if not found:
        found = school_rules.kept_mistakes(content, school)
    if not found:
        return ""
    path = [str(part + 1) if isinstance(part, int) else part for part in found[0]["path"]]
    return "Bij ‘" + " › ".join(path) + "’: " + found[0]["text"]


def _at_field(path, school):
    """Whether the form has a field for this place, and a text to put in it."""
    if path[0] in FILLED:
        return path[0] not in school or isinstance(school[path[0]], str)
    if path[0] != "contact" or "contact" not in school or not isinstance(school["contact"], list):
        return path == ["contact"] and "contact" not in school
    if len(path) < 3:
        return not school["contact"]
    contact = school["contact"][path[1]]
    return path[2] in CONTACT_KEYS and (path[2] not in contact or isinstance(contact[path[2]], str))
