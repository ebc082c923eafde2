"""What is wrong with text that is no YAML, in Dutch and with the remedy an author needs."""

import re

import yaml
from yaml.error import Mark

from macros.source.problems import Problem, Told, told

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


def _typed_wrong(lines: list[str], line: int) -> tuple[int, Told] | None:
    """What can be seen in the lines themselves: (line, what is told). The parser often stops one line too late."""
    for number, content in enumerate(lines, 1):
        if _CONFLICT.match(content):
            return number, told("git-conflict")
    before = next((number for number in range(line - 1, 0, -1) if number <= len(lines) and lines[number - 1].strip()), line)
    for number in (before, line):
        content = lines[number - 1] if number <= len(lines) else ""
        odd_dash = _ODD_DASH.match(content)
        glued = re.match(rf"^\s*(?:- )?({_KEY}):[^\s/:]", content)
        if _ODD_SPACE.search(content):
            return number, told("odd-space")
        if odd_dash:
            return number, told("odd-dash", dash=odd_dash[1])
        if glued:
            return number, told("glued", key=glued[1])
        if re.match(rf"^\s*-{_KEY}:", content):
            return number, told("dash-without-space")
        if content.startswith("```"):
            return number, told("fences")
    return None


def _parsed_wrong(lines: list[str], line: int, reason: str, mark: Mark | None, error: yaml.YAMLError) -> tuple[int, Told]:
    """What the reason of the parser says: (line, what is told)."""
    this_line = lines[line - 1] if line <= len(lines) else ""
    tabbed = next((number for number, content in enumerate(lines[:line], 1) if re.match(r" *\t", content)), None)
    if "\\t" in reason or (tabbed and "\t" in this_line):
        return tabbed or line, told("tab")
    if "mapping values are not allowed" in reason:
        key = re.fullmatch(rf"\s*(?:- )?({_KEY})", this_line[: mark.column if mark else None])
        if key:
            return line, told("jumps-in", key=key[1])
        return line, told("colon-in-text")
    if "quoted scalar" in reason:
        opened = getattr(error, "context_mark", None)
        return opened.line + 1 if opened else line, told("quote-not-closed")
    if re.search(r"[:-] +'[^']*'\w", this_line):
        return line, told("quote-in-quotes")
    if "cannot start any token" in reason:
        return line, told("odd-start")
    if "flow mapping" in reason or "flow sequence" in reason or re.search(r"[:-] +[{\[]", this_line):
        return line, told("bracket-not-closed")
    if "anchor" in reason or "alias" in reason or "tag" in reason or "directive" in reason:
        return line, told("reserved-start")
    if "could not find expected ':'" in reason:
        return line, told("colon-missing")
    key = re.match(rf"\s*(?:- )?({_KEY}):( |$)", this_line)
    if key:
        return line, told("not-under", key=key[1])
    return line, told("not-like-before")
