"""What is wrong with text that is no YAML, in Dutch and with the remedy an author needs."""
import re

import yaml

from macros.problems import Problem

_KEY = r"[a-z_]+\+?"
# Spaces and dashes that a word processor puts in the place of the ordinary ones.
_ODD_SPACE = re.compile(r"^[ -]*[\u00a0\u2000-\u200a\u202f\u3000]|:[\u00a0\u2000-\u200a\u202f\u3000]")
_ODD_DASH = re.compile(r"^\s*([\u2013\u2014\u2022\u00b7*])\s")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)")


def syntax_problem(file: str, error: yaml.YAMLError, text: str) -> Problem:
    """The problem of a text that the parser refused."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    reason = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    lines = text.splitlines()
    found = _typed_wrong(lines, line) or _parsed_wrong(lines, line, reason, mark, error)
    return Problem(file, *found)


def _typed_wrong(lines: list[str], line: int) -> tuple[int, str] | None:
    """What can be seen in the lines themselves: (line, message). The parser often stops one line too late."""
    for number, content in enumerate(lines, 1):
        if _CONFLICT.match(content):
            return number, ("hier staan twee versies van dezelfde tekst, na een botsing in git. Kies er één, en haal de regels met "
                            "<<<<<<<, ======= en >>>>>>> weg.")
    before = next((number for number in range(line - 1, 0, -1) if number <= len(lines) and lines[number - 1].strip()), line)
    for number in (before, line):
        content = lines[number - 1] if number <= len(lines) else ""
        glued = re.match(rf"^\s*(?:- )?({_KEY}):[^\s/:]", content)
        if _ODD_SPACE.search(content):
            return number, ("hier staat een bijzondere spatie, misschien uit een tekstverwerker. Haal de spaties in deze regel weg en "
                            "typ ze opnieuw.")
        if _ODD_DASH.match(content):
            return number, f"een lijst begint met een gewoon streepje (-), niet met {_ODD_DASH.match(content)[1]}."
        if glued:
            return number, f"achter de dubbele punt van ‘{glued[1]}’ hoort een spatie."
        if number == line and re.match(rf"^\s*-{_KEY}:", content):
            return number, "achter het streepje hoort een spatie."
        if content.startswith("```"):
            return number, "haal de regels met ``` weg. Die horen bij de uitleg, niet in het bestand."
    return None


def _parsed_wrong(lines: list[str], line: int, reason: str, mark, error: yaml.YAMLError) -> tuple[int, str]:
    """What the reason of the parser says: (line, message)."""
    this_line = lines[line - 1] if line <= len(lines) else ""
    tabbed = next((number for number, content in enumerate(lines[:line], 1) if re.match(r" *\t", content)), None)
    if "\\t" in reason or (tabbed and "\t" in this_line):
        return tabbed or line, "deze regel begint met een tab. Gebruik spaties om in te springen."
    if "mapping values are not allowed" in reason:
        key = re.fullmatch(rf"\s*(?:- )?({_KEY})", this_line[:mark.column])
        if key:
            return line, (f"‘{key[1]}’ springt te ver in, of de tekst erboven is niet af. Zet ‘{key[1]}’ recht onder de regels die "
                          "erbij horen.")
        return line, ("in deze tekst staat een dubbele punt met een spatie erachter. Zet de tekst tussen "
                      "aanhalingstekens of gebruik > en begin op een nieuwe regel.")
    if "quoted scalar" in reason:
        start = error.context_mark.line + 1 if getattr(error, "context_mark", None) else line
        return start, "hier begint een aanhalingsteken dat niet wordt gesloten. Zet er één achter de tekst."
    if re.search(r"[:-] +'[^']*'\w", this_line):
        return line, "in deze tekst staat een ' binnen twee andere. Zet \" om de tekst: \"foto's\"."
    if "cannot start any token" in reason:
        return line, "deze tekst begint met een bijzonder teken. Zet de tekst tussen aanhalingstekens."
    if "flow mapping" in reason or "flow sequence" in reason or re.search(r"[:-] +[{\[]", this_line):
        return line, ("hier staat een { of [ die niet goed sluit. Een tekst die daarmee begint, moet "
                      "tussen aanhalingstekens: '{de mentor} …'.")
    if "anchor" in reason or "alias" in reason or "tag" in reason or "directive" in reason:
        return line, "een tekst die begint met &, *, ! of % moet tussen aanhalingstekens: '…'."
    if "could not find expected ':'" in reason:
        return line, "hier ontbreekt een dubbele punt, of de regel is niet ver genoeg ingesprongen."
    key = re.match(rf"\s*(?:- )?({_KEY}):( |$)", this_line)
    if key:
        return line, (f"‘{key[1]}’ staat niet recht onder de regels die erbij horen. Laat ze even ver inspringen, ook de regel met "
                      "het streepje.")
    return line, ("de regel klopt niet met de regels ervoor. Kijk of het inspringen gelijk is en of "
                  "elk streepje en elke dubbele punt gevolgd wordt door een spatie.")
