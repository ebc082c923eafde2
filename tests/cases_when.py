"""Cases for what happens when, told to parents, see tests/cases.py."""

from tests.cases_shared import refusal
from widgets.core import dates, when
from widgets.core.html import to_html


def small_content():
    """Three moments around the Christmas holidays of 2026, and one for another reader."""

    def moment(words, sure, days, text, who="de mentor"):
        return {"when": words, "sure": sure, "days": days, "lines": [{"text": text, "who": who, "dutch": False}]}

    holidays = [dates.from_iso("2026-12-19"), dates.from_iso("2027-01-03")]
    return {
        "calendar": {"closed": [holidays], "free": [], "known_until": dates.from_iso("2027-02-28"), "terms": []},
        "lists": [
            {
                "id": "school",
                "title": "",
                "moments": [
                    moment("Op de dag van de melding", True, 0, "U hoort wie <u> helpt."),
                    {
                        "when": "Uiterlijk 2 schooldagen na de melding",
                        "sure": True,
                        "days": 2,
                        "lines": [
                            {"text": "De school praat met uw kind.", "who": "de mentor", "dutch": False},
                            {"text": "Dezelfde dag komt er een plan.", "who": "de mentor", "dutch": False},
                            {"text": "Iemand belt u.", "who": "de directeur", "dutch": False},
                        ],
                    },
                    moment("Meestal binnen 2 weken na de melding", False, 10, "U krijgt het op papier.", ""),
                    moment("Daarna", False, -1, "De school vraagt hoe het gaat."),
                ],
            },
            {"id": "kind-pest", "title": "Heeft uw kind gepest?", "moments": [moment("Meestal", False, 3, "De school belt u.")]},
        ],
    }


def case_when_days():
    """Per day of report: the days at which 0, 2, 3 and 10 school days are over."""
    calendar = small_content()["calendar"]
    found = []
    for told in ("2026-11-30", "2026-11-28", "2026-12-17", "2026-12-18", "2026-12-24", "2027-02-22", "2027-03-01"):
        days = [when.day_of(calendar, dates.from_iso(told), days) for days in (0, 2, 3, 10)]
        found.append([told, [dates.to_iso(day) if day is not None else None for day in days]])
    return found


def case_when_asked():
    content = small_content()
    model = when.init(content)
    asked = [[typed, when.update(content, model, ("told", typed))] for typed in ("2026-12-18", "18-12-26", "", "?", "31-11-2026")]
    return asked + [when.update(content, asked[0][1], ("effected", "x"))]


def case_when_drawn():
    content = small_content()
    return [
        to_html(when.view(content, when.update(content, when.init(content), ("told", typed))))
        for typed in ("", "2026-12-18", "2027-02-22", "31-11-2026")
    ]


def case_when_in_another_language():
    content = small_content()
    content["texts"] = {when.SURE: "at the latest {1}", when.OFTEN: "usually {1}", when.ASK: "Which day?", when.WHO: "Who"}
    content["lists"][0]["moments"][1]["lines"][0]["dutch"] = True
    return to_html(when.view(content, when.update(content, when.init(content), ("told", "2026-12-18"))))


def case_when_refuses():
    content = small_content()
    return [
        refusal(when.update, content, when.init(content), message)
        for message in (("gone",), ("told",), ("told", "2026-12-18", "x"), ("effected",))
    ]


CASES = [case_when_days, case_when_asked, case_when_drawn, case_when_in_another_language, case_when_refuses]
