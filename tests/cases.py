"""Cases for the browser core: each `case_*` returns a value that must be the same under CPython and Brython.

Plain functions without pytest, so that they also run inside a browser engine. Imports only the core.
"""

from tests import (
    cases_ballot,
    cases_ballot_view,
    cases_case,
    cases_code,
    cases_lists,
    cases_reports,
    cases_school,
    cases_scoring,
    cases_stages,
    cases_talk,
    cases_when,
)
from tests.cases_shared import refusal
from widgets.core import guide, guide_map, outcome, route, scoring, thermometer
from widgets.core.html import el, escape, to_html


def step(id, kind, exits, **more):
    """A step of a route with the texts that the guide shows."""
    facts = {
        "id": id,
        "number": "1",
        "kind": kind,
        "title": "Stap " + id,
        "who": "",
        "with": "",
        "inform": "",
        "deadline": "",
        "remark": "",
        "why": "",
        "how": [],
        "caution": [],
        "record": [],
        "follow_up": [],
        "terms": [],
        "pages": [],
        "guide": None,
        "talk": "",
        "onward": None,
        "exits": exits,
    }
    for name in more:
        facts[name] = more[name]
    return facts


def way(key, to, label="", limit=0, then=""):
    return {"key": key, "label": label or "Naar " + to, "to": to, "limit": limit, "then": then}


def small_route():
    """A question, a loop with a limit of two, and two ends."""
    return {
        "id": "klein",
        "title": "Klein",
        "start": "begin",
        "calendar": None,
        "steps": [
            step("begin", "ask", [way("ja", "doen"), way("nee", "klaar")], why="Waarom: “omdat” <b> & 'zo'"),
            step("doen", "do", [way("verder", "volgen")], who="de mentor", deadline="binnen 1 week", how=["Eerst", "Dan"]),
            step(
                "volgen",
                "do",
                [way("gestopt", "klaar"), way("onzeker", "volgen", "Nog onzeker", 2, "hulp")],
                follow_up=["2 schooldagen", "1 week"],
                remark="Of eerder.",
                terms=[{"title": "Pesten", "href": "#p"}, {"title": "Ruzie", "href": "#r"}],
            ),
            step("hulp", "end", [], caution=["Let hierop"], record=["Datum"]),
            step("klaar", "end", []),
        ],
    }


def small_questionnaire():
    labels = ["nooit", "zelden", "soms", "vaak", "meestal", "altijd"]

    def item(id, signal=False, help=""):
        return {
            "id": id,
            "text": "Vraag " + id,
            "class": "C" if signal else "A",
            "reverse": False,
            "signal": signal,
            "urgent_from": 1 if signal else 0,
            "help": help,
            "picture": "",
        }

    def section(id, kind, polarity, items):
        return {
            "id": id,
            "title": "Ik voel me veilig",
            "name": "Deel " + id,
            "explanation": "Uitleg",
            "kind": kind,
            "polarity": polarity,
            "own_behaviour": False,
            "labels": labels,
            "bands": ["laag", "midden", "hoog"],
            "label_pictures": [],
            "talk": None,
            "score": "mean" if kind == "scale" else "highest",
            "minimum": (len(items) + 1) // 2 if kind == "scale" else 1,
            "advice": ["a0", "a1", "a2"],
            "items": items,
        }

    line = {
        "name": "Hulp",
        "for_whom": "Voor jou.",
        "hours": "Altijd.",
        "phone": "113",
        "tel": "113",
        "site": "https://x.nl",
        "site_text": "x.nl",
    }
    own = section("s3", "checklist", "high-is-bad", [item("c1"), item("c2", True, "praten")])
    own["own_behaviour"] = True
    return {
        "id": "klein",
        "ballot": True,
        "skip": "Sla over",
        "closing": ["Dit is geen test."],
        "help": {"praten": [line]},
        "help_groups": ["praten", "zelfdoding"],
        "contacts": [
            {
                "who": "De mentor",
                "name": "Bo",
                "place": "kamer 1",
                "phone": "088-1",
                "tel": "0881",
                "mail": "bo@x.nl",
                "otherwise": "Niet bereikbaar? Vraag naar Sam, 088-2.",
                "other_phone": "088-2",
                "other_tel": "0882",
            }
        ],
        "aloud": False,
        "pictures": {},
        "sections": [
            section("s1", "scale", "high-is-good", [item("a1"), item("a2"), item("a3")]),
            section("s2", "checklist", "high-is-bad", [item("b1"), item("b2", True, "praten")]),
            own,
        ],
    }


def play(core, content, messages):
    """The models after each message, and the HTML of the last one."""
    model = core.init(content)
    models = [model]
    for message in messages:
        model = core.update(content, model, message)
        models.append(model)
    return [models, to_html(core.view(content, model))]


# ---- html ----


def case_escape():
    return [escape(text) for text in ("<script>alert(1)</script>", "a & b", "\"'", "{{ x }}", "é 😀 ‘’", "")]


def case_elements():
    return to_html(
        el(
            "p",
            {"class": 'x"y', "hidden": True, "title": None, "data-n": 3, "open": False},
            "a<b",
            None,
            [el("br"), "c", None],
            el("input", {"checked": True}),
        )
    )


# ---- route ----


def case_walk_steps():
    route_ = small_route()
    answers = {}
    seen = [route.walk(route_, answers)]
    for visit, key in (
        ("begin", "ja"),
        ("doen", "verder"),
        ("volgen", "onzeker"),
        ("volgen#2", "onzeker"),
        ("volgen#3", "onzeker"),
    ):
        answers[visit] = key
        seen.append(route.walk(route_, answers))
    return seen


def case_off_path():
    route_ = small_route()
    return [
        route.off_path(route_, {"begin": "nee", "doen": "verder", "volgen": "gestopt"}),
        route.off_path(route_, {"begin": "onzin"}),
        route.visited_step("volgen#12"),
    ]


# ---- guide ----


def case_guide_forward():
    return play(
        guide,
        small_route(),
        [
            ("answered", "begin", "ja"),
            ("answered", "doen", "verder"),
            ("answered", "volgen", "onzeker"),
            ("answered", "volgen#2", "onzeker"),
            ("answered", "volgen#3", "onzeker"),
        ],
    )


def case_guide_change():
    return play(
        guide,
        small_route(),
        [("answered", "begin", "ja"), ("answered", "doen", "verder"), ("revisited", "begin"), ("answered", "begin", "nee")],
    )


def case_guide_change_in_a_loop():
    """After a change the next step comes up, not the far end of old answers."""
    return play(
        guide,
        small_route(),
        [
            ("answered", "begin", "ja"),
            ("answered", "doen", "verder"),
            ("answered", "volgen", "onzeker"),
            ("answered", "volgen#2", "gestopt"),
            ("revisited", "doen"),
            ("answered", "doen", "verder"),
            ("returned",),
        ],
    )


def case_guide_outcome():
    """The reason for the report at the end of a wayfinder: every question with its answer; nothing before the end."""
    route_ = small_route()
    steps = route.index_steps(route_)

    def said(answers):
        return outcome.reason(route_, steps, route.walk(route_, answers))

    return [
        said({"begin": "nee"}),
        said({"begin": "ja", "doen": "verder", "volgen": "gestopt"}),
        said({"begin": "ja"}),
        to_html(outcome.outcome_part(said({"begin": "nee"}))),
        outcome.outcome_part(""),
    ]


def case_guide_back_and_restart():
    first = play(guide, small_route(), [("answered", "begin", "ja"), ("went-back",), ("went-back",)])
    second = play(guide, small_route(), [("answered", "begin", "ja"), ("restarted",)])
    return [first, second]


def case_guide_marks():
    route_ = small_route()
    model = guide.update(route_, guide.init(route_), ("answered", "begin", "ja"))
    return [guide_map.marks(route_, guide.init(route_)), guide_map.marks(route_, model)]


def case_guide_refuses():
    route_ = small_route()
    model = guide.init(route_)
    return [
        refusal(guide.update, route_, model, message)
        for message in (
            ("onbekend",),
            ("answered", "begin"),
            ("answered", "begin", "misschien"),
            ("answered", "doen", "verder"),
            ("revisited", "hulp"),
            ("went-back", "x"),
            ("restarted", "x"),
        )
    ]


# ---- scoring ----


def case_scale_scores():
    section = small_questionnaire()["sections"][0]
    found = []
    for values in ((0, 0, 0), (5, 5, 5), (1, 2, 1), (3, 4, 4), (3, 4), (4,), ()):
        answers = {}
        for number in range(len(values)):
            answers["a" + str(number + 1)] = values[number]
        score = scoring.score_section(section, answers)
        found.append([score, scoring.percent(section, score)])
    return found


def case_checklist_scores():
    section = small_questionnaire()["sections"][1]
    found = []
    for answers in ({}, {"b1": 0}, {"b1": 0, "b2": 0}, {"b1": 1}, {"b1": 3, "b2": 3}, {"b1": 5, "b2": 2}):
        score = scoring.score_section(section, answers)
        found.append([score, scoring.percent(section, score)])
    return found


# ---- thermometer ----


def case_thermometer_run():
    return play(
        thermometer,
        small_questionnaire(),
        [
            ("answered", "a1", "3"),
            ("went-on",),
            ("skipped",),
            ("answered", "a3", "4"),
            ("went-on",),
            ("answered", "b1", "0"),
            ("went-on",),
            ("answered", "b2", "2"),
            ("went-on",),
        ],
    )


def case_thermometer_help():
    return play(
        thermometer, small_questionnaire(), [("skipped",), ("skipped",), ("skipped",), ("skipped",), ("answered", "b2", "1")]
    )


def case_thermometer_own_behaviour():
    """Somebody who fills in the own behaviour is never told that it is not their fault."""
    return [
        play(thermometer, small_questionnaire(), messages)
        for messages in (
            [("finished",), ("went-back",), ("answered", "c2", "1")],
            [("answered", "c1", "1"), ("finished",)],
            [("answered", "c2", "1"), ("answered", "c1", "2"), ("finished",)],
        )
    ]


def case_thermometer_wipes():
    return [
        play(thermometer, small_questionnaire(), [("answered", "a1", "5"), ("went-on",), ("idled",), last])
        for last in (("stirred",), ("timed-out",), ("restarted",))
    ]


def case_thermometer_edges():
    return [
        play(thermometer, small_questionnaire(), messages)
        for messages in (
            [("went-back",)],
            [("finished",)],
            [("finished",), ("went-on",)],
            [("finished",), ("went-back",)],
            [("answered", "a1", "5"), ("skipped",), ("finished",)],
        )
    ]


def case_thermometer_refuses():
    content = small_questionnaire()
    model = thermometer.init(content)
    return [
        refusal(thermometer.update, content, model, message)
        for message in (("answered", "a1", "6"), ("answered", "a1", "-1"), ("answered", "zz", "1"), ("answered", "a1"), ("gone",))
    ]


CASES = [
    case_escape,
    case_elements,
    case_walk_steps,
    case_off_path,
    case_guide_forward,
    case_guide_change,
    case_guide_change_in_a_loop,
    case_guide_outcome,
    case_guide_back_and_restart,
    case_guide_marks,
    case_guide_refuses,
    case_scale_scores,
    case_checklist_scores,
    case_thermometer_own_behaviour,
    case_thermometer_run,
    case_thermometer_help,
    case_thermometer_wipes,
    case_thermometer_edges,
    case_thermometer_refuses,
    *cases_ballot_view.CASES,
    *cases_case.CASES,
    *cases_talk.CASES,
    *cases_when.CASES,
    *cases_lists.CASES,
    *cases_stages.CASES,
    *cases_reports.CASES,
    *cases_scoring.CASES,
    *cases_ballot.CASES,
    *cases_code.CASES,
    *cases_school.CASES,
]


def results():
    """One line per case: the name and the value as text."""
    return "\n".join([case.__name__ + " " + repr(case()) for case in CASES])
