"""The shape of a questionnaire in the browser, with the helplines beside it: part of the contract in macros.publish.shapes."""

from typing import Literal

from typing_extensions import NotRequired, TypedDict

from macros.schema.questionnaire import Score

Polarity = Literal["high-is-good", "high-is-bad"]
SectionKind = Literal["scale", "checklist"]


class HelplineData(TypedDict):
    """A helpline. `in_dutch`: on a site in another language its texts are not translated."""

    name: str
    for_whom: str
    hours: str
    phone: str
    tel: str
    site: str
    site_text: str
    in_dutch: NotRequired[bool]


class ContactData(TypedDict):
    """Somebody of the school. `otherwise`: whom to ask for instead, with the number `other_phone`; or empty."""

    who: str
    name: str
    place: str
    phone: str
    tel: str
    mail: str
    otherwise: str
    other_phone: str
    other_tel: str


ItemData = TypedDict(
    "ItemData",
    {
        "id": str,
        "text": str,
        "class": Literal["A", "B", "C"],
        "reverse": bool,
        "signal": bool,
        "urgent_from": int,
        "help": str,
        "picture": str,
    },
)


# What the class talks about after a result.
CardData = TypedDict("CardData", {"goal": str, "opening": str, "questions": list[str], "do": list[str]})


class SectionData(TypedDict):
    """Questions with one result. `labels` are the answers from the lowest up, `offered` those that can be chosen when that is not
    all of them; `minimum`: so many must have an answer; `first` and `cuts`: see widgets.core.scoring."""

    id: str
    title: str
    name: str
    explanation: str
    polarity: Polarity
    kind: SectionKind
    score: Score
    minimum: int
    own_behaviour: bool
    labels: list[str]
    label_pictures: list[str]
    offered: NotRequired[list[int]]
    bands: list[str]
    advice: list[str]
    talk: CardData | None
    items: list[ItemData]
    first: NotRequired[int]
    cuts: NotRequired[list[int]]


BackgroundData = TypedDict("BackgroundData", {"id": str, "text": str, "choices": list[str]})


# From how many pupils on something is shown.
LimitsData = TypedDict(
    "LimitsData", {"section": int, "item": int, "sensitive": int, "background": int, "cell": int, "delta": int}
)


class QrShape(TypedDict):
    """All of a QR code that does not depend on its text, see macros.render.qr_shape."""

    size: int
    capacity: int
    rows: list[str]
    path: list[int]
    blocks: int
    data: int
    divisor: list[int]


class QuestionnaireData(TypedDict):
    """A questionnaire, as widgets.core.thermometer, the ballot box and the reports read it.

    `pictures`: name of a drawing -> [[tag, attributes], ...]. In another language `language` and `texts`: Dutch -> its words.
    `former`: [major version, fingerprint] of earlier versions with the same questions and answers. `minutes`: of who reads fast
    and of who reads slowly. `qr`: on the page of a questionnaire that can go to a ballot box.
    """

    id: str
    title: str
    number: int
    major: int
    minor: int
    fingerprint: int
    former: list[list[int]]
    minutes: list[int]
    month_text: str
    intro: list[str]
    definition: list[str]
    ballot: bool
    signals: bool
    limits: LimitsData
    background: list[BackgroundData]
    aloud: bool
    pictures: dict[str, list[list[str | dict[str, str]]]]
    skip: str
    closing: list[str]
    help_groups: list[str]
    help: dict[str, list[HelplineData]]
    contacts: list[ContactData]
    sections: list[SectionData]
    language: NotRequired[str]
    texts: NotRequired[dict[str, str]]
    qr: NotRequired[QrShape]
