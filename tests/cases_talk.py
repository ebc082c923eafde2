"""Cases for the companion of a conversation, see tests/cases.py."""

from tests.cases_shared import refusal
from widgets.core import talk
from widgets.core.html import to_html


def small_talk():
    """A guide with every kind of block, and a phase that stands alone."""

    def items(*ids):
        return [{"id": id, "text": "Tekst van " + id} for id in ids]

    return {
        "id": "klein",
        "title": "Klein gesprek",
        "danger_href": "../nu-gevaar/",
        "parts": [
            {
                "id": "vooraf",
                "title": "Vooraf",
                "blocks": [
                    {"kind": "goal", "items": ["Rust & <b>ruimte</b>"]},
                    {"kind": "note", "items": ["Met de leerling."]},
                    {"kind": "checks", "items": items("vooraf-1", "vooraf-2")},
                ],
            },
            {"id": "eerste-zin", "title": "Je eerste zin", "blocks": [{"kind": "say", "items": ["Fijn dat je er bent."]}]},
            {
                "id": "fase-luister",
                "title": "1. Luister",
                "blocks": [
                    {"kind": "say", "items": ["Ik luister.", "Neem de tijd."]},
                    {"kind": "ask", "items": items("fase-luister-v1")},
                    {"kind": "more", "items": items("fase-luister-e1", "fase-luister-e2")},
                    {"kind": "tips", "items": ["Wacht even."]},
                ],
            },
            {
                "id": "wat-als",
                "title": "Wat doe je als …",
                "blocks": [{"kind": "reactions", "items": [{"when": "De leerling huilt.", "then": "Wacht."}]}],
            },
            {
                "id": "valkuilen",
                "title": "Valkuilen",
                "blocks": [{"kind": "pitfalls", "items": [{"avoid": "Haasten.", "instead": "Rust nemen."}]}],
            },
            {"id": "afsluiten", "title": "Afsluiten", "blocks": [{"kind": "checks", "items": items("afsluiten-1")}]},
            {"id": "daarna", "title": "Daarna", "blocks": [{"kind": "list", "items": ["Bel morgen."]}]},
        ],
    }


def followed(messages, prefix=""):
    """The models after each message, and the HTML of the last one: with a prefix, as another view holds it."""
    content = small_talk()
    models = [talk.init(content)]
    for message in messages:
        models.append(talk.update(content, models[-1], message))
    last = talk.view_body(content, models[-1], prefix) if prefix else talk.view(content, models[-1])
    return [models, to_html(last)]


def case_talk_every_part():
    return [followed([("went-on",)] * number) for number in range(len(small_talk()["parts"]) + 1)]


def case_talk_ticks_stay():
    return followed(
        [
            ("ticked", "vooraf-2", "ja"),
            ("went-on",),
            ("went-on",),
            ("ticked", "fase-luister-e2", "ja"),
            ("ticked", "fase-luister-v1", "ja"),
            ("ticked", "vooraf-1", "ja"),
            ("ticked", "vooraf-2", ""),
            ("went-back",),
            ("jumped", "vooraf"),
            ("went-back",),
        ]
    )


def case_talk_notes():
    """A few words per part, and what they make together."""
    return followed(
        [("written", "vooraf", "rustig "), ("went-on",), ("written", "eerste-zin", "x"), ("written", "eerste-zin", "")]
    )


def case_talk_held_by_another_view():
    return [
        followed([("jumped", part), ("ticked", "afsluiten-1", "ja")], "talk ") for part in ("vooraf", "fase-luister", "afsluiten")
    ]


def case_talk_without_reactions():
    content = small_talk()
    content["parts"] = [part for part in content["parts"] if part["id"] != "wat-als"]
    return to_html(talk.view(content, talk.update(content, talk.init(content), ("jumped", "fase-luister"))))


def case_talk_prints():
    content = small_talk()
    model = talk.init(content)
    clock = {"today": "2026-11-21", "stamp": "20261121T093000Z"}
    return [
        talk.effect(content, model, ("printed", "a5"), clock),
        talk.update(content, model, ("effected", "printed")),
        [refusal(talk.effect, content, model, name, clock) for name in (("printed",), ("printed", "a4"), ("saved", "a5"))],
    ]


def case_talk_refuses():
    content = small_talk()
    strange = small_talk()
    strange["parts"][0]["blocks"][0]["kind"] = "onbekend"
    return [
        refusal(talk.update, content, talk.init(content), message)
        for message in (
            ("gone",),
            ("went-on", "x"),
            ("went-back", "x"),
            ("jumped",),
            ("jumped", "nergens"),
            ("ticked", "vooraf-1"),
            ("ticked", "vooraf-9", "ja"),
            ("ticked", "vooraf-1", "misschien"),
            ("effected",),
            ("written", "nergens", "x"),
            ("written", "vooraf"),
        )
    ] + [refusal(talk.view, strange, talk.init(strange))]


CASES = [
    case_talk_every_part,
    case_talk_ticks_stay,
    case_talk_notes,
    case_talk_held_by_another_view,
    case_talk_without_reactions,
    case_talk_prints,
    case_talk_refuses,
]
