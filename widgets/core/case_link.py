"""A case as a short text for behind the # of a link, and back. A link brings choices and dates, no words: anybody can make one,
and a sentence of somebody else must never stand in a case.

Ten fields with a dot between them: "2", protocol, version, day of report, letter, id, number of the last calendar file, steps,
dates in calendar files, sum. Numbers have base 36, days are told from the day before them. Names hold no capitals, so that a
capital says what follows. A step: its name, R and which time, K and its answer (A: the step that is named next), S when it was
left out, and D, P and N with the days of its record. A date in a calendar file: its name, D and the day; I and a number stand
for the name of that step, E for the same as the date before it but for what comes after the last "-". The steps go by name: so
a link still opens after a change.
"""

from widgets.core.case import DAYS, TEXTS, empty_record
from widgets.core.case_check import FORMAT, FORMAT_VERSION, KEYS, trouble
from widgets.core.case_file import is_round, step_names, without_titles
from widgets.core.route import visited_step

MARK = "2"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PRIME = 1679609  # the largest below what four digits hold
NONE = -100000000000  # no day and no number of a case
# A step of a link that this protocol does not have, and the name that it gets: no step has it.
NAMELESS = "?"
UNKNOWN_STEP = "onbekende stap"
LETTERS = ("D", "P", "N")  # of DAYS


def written(data):
    """The text for a case without texts, see widgets.core.case_file.case_data."""
    told = [visit for visit in data["records"] if data["records"][visit] != empty_record()]
    visits = list(data["answers"]) + [visit for visit in told if visit not in data["answers"]]
    names = [visited_step(visit) for visit in visits]
    steps = []
    before = data["reported"] or 0
    for index in range(len(visits)):
        word = visits[index].replace("#", "R")
        key = data["answers"][visits[index]] if visits[index] in data["answers"] else ""
        if key:
            word = word + ("A" if index + 1 < len(names) and key == names[index + 1] else "K" + key)
        record = data["records"][visits[index]] if visits[index] in data["records"] else empty_record()
        word = word + ("S" if record["skipped"] else "")
        for name, letter in zip(DAYS, LETTERS):
            if record[name] is not None:
                word = word + letter + _number(record[name] - before)
                before = record[name]
        steps.append(word)
    events = data["agenda"]["events"]
    dates = []
    stem = ""
    for uid in events:
        name = _short(names, uid)
        if stem and _stem(uid) == stem:
            name = "E" + uid[len(stem) + 1 :]
        stem = _stem(uid)
        dates.append(name + "D" + _number(events[uid][0] - (data["reported"] or 0)))
    fields = [
        MARK,
        data["protocol"],
        data["version"],
        _number(data["reported"]) if data["reported"] is not None else "",
        data["label"],
        data["id"],
        _number(data["agenda"]["sequence"]),
        "_".join(steps),
        "_".join(dates),
    ]
    return ".".join(fields) + "." + _sum(".".join(fields))


def _stem(uid):
    """A name without its last dash and what follows it."""
    return "-".join(uid.split("-")[:-1])


def read(text):
    """The case that a text holds, as plain data that is still to be checked; None for anything else."""
    fields = text.split(".")
    if len(fields) != 10 or fields[0] != MARK or _sum(".".join(fields[0:9])) != fields[9]:
        return None
    reported = _value(fields[3]) if fields[3] else None
    answers = {}
    records = {}
    names = []
    before = reported or 0
    waiting = ""
    for word in fields[7].split("_") if fields[7] else []:
        name, parts = _parts(word)
        names.append(name)
        if waiting:
            answers[waiting] = name
        visit = name + ("#" + parts["R"] if "R" in parts else "")
        waiting = visit if "A" in parts else ""
        if "K" in parts:
            answers[visit] = parts["K"]
        record = empty_record()
        record["skipped"] = "S" in parts
        for field, letter in zip(DAYS, LETTERS):
            if letter in parts:
                record[field] = before = before + _value(parts[letter])
        if record != empty_record():
            records[visit] = record
    events = {}
    uid = ""
    for word in fields[8].split("_") if fields[8] else []:
        name, parts = _parts(word)
        if "I" in parts:
            number, dash, rest = parts["I"].partition("-")
            place = _value(number)
            name = (names[place] if 0 <= place < len(names) else "") + dash + rest
        elif "E" in parts:
            name = _stem(uid) + "-" + parts["E"]
        uid = name
        events[uid] = [(reported or 0) + (_value(parts["D"]) if "D" in parts else NONE), ""]
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "protocol": fields[1],
        "version": fields[2],
        "reported": reported,
        "label": fields[4],
        "id": fields[5],
        "agenda": {"sequence": _value(fields[6]), "events": events},
        "answers": answers,
        "records": records,
        "seen": {},
        "former": [],
    }


def of_link(content, data):
    """What a link may bring, out of `data` (a text of `written`; plain data of an older link): the choices and dates
    of a case. Every word in it is left out, also the name of a step that this protocol does not have. What is no case stays as
    it is: it will be refused."""
    if isinstance(data, str):
        data = read(data)
    if not isinstance(data, dict):
        return data
    found = {name: data[name] for name in KEYS if name in data}
    if "protocol" in found and found["protocol"] != content["id"]:
        found["protocol"] = ""
    if trouble(content, found):
        return found
    known = step_names(content)
    renamed = {}
    for visit in list(data["answers"]) + list(data["records"]):
        step = visited_step(visit)
        if visit not in renamed:
            renamed[visit] = visit if step in known and is_round(visit[len(step) :]) else NAMELESS + str(len(renamed))
    found["answers"] = {renamed[visit]: data["answers"][visit] for visit in data["answers"]}
    found["records"] = {}
    for visit in data["records"]:
        record = {name: data["records"][visit][name] for name in empty_record()}
        for name in TEXTS:
            record[name] = ""
        found["records"][renamed[visit]] = record
    found["seen"] = {}
    for visit in renamed.values():
        if visited_step(visit) not in known:
            found["seen"][visit] = [UNKNOWN_STEP, "", ""]
    found["former"] = []
    if "agenda" in data:
        found["agenda"] = without_titles(data["agenda"])
    return found


def _parts(word):
    """ "volgenR2D1" as ("volgen", {"R": "2", "D": "1"})."""
    name = ""
    parts = {}
    letter = ""
    for character in word:
        if "A" <= character <= "Z":
            letter = character
            parts[letter] = ""
        elif letter:
            parts[letter] = parts[letter] + character
        else:
            name = name + character
    return name, parts


def _short(names, uid):
    """The name of a date, with a number for the longest name of a step that it begins with."""
    best = ""
    for name in names:
        if len(name) > len(best) and (uid + "-").startswith(name + "-"):
            best = name
    return "I" + _number(names.index(best)) + uid[len(best) :] if best else uid


def _number(value):
    """An int with base 36: 11 is "b", -1 is "-1"."""
    if value < 0:
        return "-" + _number(-value)
    return (_number(value // 36) if value > 35 else "") + DIGITS[value % 36]


def _value(text):
    """The int of a text with base 36; NONE for what is no number or too large."""
    digits = text[1:] if text[0:1] == "-" else text
    if not 0 < len(digits) < 8:
        return NONE
    value = 0
    for digit in digits:
        if digit not in DIGITS:
            return NONE
        value = value * 36 + DIGITS.index(digit)
    return -value if digits != text else value


def _sum(text):
    """Another one for every text in which one character is other."""
    value = 0
    for character in text:
        value = (value * 31 + ord(character)) % PRIME
    return _number(value)
