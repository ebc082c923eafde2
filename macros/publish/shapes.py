"""The contract with the browser: the shape of the data of each widget, as the build makes it and widgets/core reads it.

tests/publish/test_shapes.py holds all that is really published against these, and every fixture of the core.
"""

from typing import Any, Literal

from typing_extensions import NotRequired, TypedDict

from macros.publish.questionnaire_shapes import QuestionnaireData
from macros.schema.durations import UnitName as Unit

StepKind = Literal["do", "ask", "end"]
BlockKind = Literal["list", "goal", "note", "checks", "say", "ask", "more", "tips", "reactions", "pitfalls"]


class Link(TypedDict):
    """A link: what it says and where it leads, relative to the page."""

    title: str
    href: str


class Way(TypedDict):
    """A way out of a step. `limit` 0: as often as you like; `then`: where it leads after that. `was`: its older names."""

    key: str
    label: str
    to: str
    limit: int
    then: str
    was: list[str]


# A key of that name can not stand in a class.
_With = TypedDict("_With", {"with": str})


class RouteStepData(_With):
    """One step of a route, its texts ready to be read. An empty text or list is not shown."""

    id: str
    number: str
    kind: StepKind
    title: str
    who: str
    inform: str
    deadline: str
    remark: str
    why: str
    how: list[str]
    caution: list[str]
    record: list[str]
    follow_up: list[str]
    terms: list[Link]
    pages: list[Link]
    guide: Link | None
    talk: str
    onward: Link | None
    exits: list[Way]


class RouteData(TypedDict):
    """A wayfinder, as widgets.core.route and widgets.core.guide read it. Without a calendar no case can be led."""

    id: str
    title: str
    start: str
    calendar: None
    steps: list[RouteStepData]


class Due(TypedDict):
    """By when a step is due: [amount, unit] after a step; "": after the one before. See widgets.core.plan."""

    duration: list[int | Unit]
    after: str
    wait: NotRequired[list[int | Unit]]
    lasts: NotRequired[list[int | Unit]]
    outside: NotRequired[bool]


StepRoles = TypedDict("StepRoles", {"who": list[str], "with": list[str], "inform": list[str]})


class ProtocolStepData(RouteStepData):
    """A step with which the guide can lead a case. `stage`: the id of its stage, "" in a protocol without them; `moments`: when
    to look back; `was`: its older ids."""

    stage: str
    due: Due | None
    moments: list[list[int | Unit]]
    mandatory: bool
    parents: str
    was: list[str]
    roles: StepRoles


class StageData(TypedDict):
    """Steps that belong together. `side`: seldom needed."""

    id: str
    title: str
    side: bool


class Calendar(TypedDict):
    """Days without school as day numbers of widgets.core.dates, both ends included; `free`: the public holidays among them;
    `terms`: [month, day]; `meetings`: when the school told of any."""

    closed: list[list[int]]
    free: list[int]
    known_until: int
    terms: list[list[int]]
    meetings: NotRequired[list[int]]


class RoleLink(TypedDict):
    """A role with a part in a protocol; `href` "": no sheet of its own."""

    id: str
    name: str
    href: str


class Line(TypedDict):
    """Something to tick, or to read in a list."""

    id: str
    text: str


Reaction = TypedDict("Reaction", {"when": str, "then": str})
Pitfall = TypedDict("Pitfall", {"avoid": str, "instead": str})
BlockItems = list[str] | list[Line] | list[Reaction] | list[Pitfall]


class Block(TypedDict):
    """A part of a talk of one kind."""

    kind: BlockKind
    items: BlockItems


TalkPart = TypedDict("TalkPart", {"id": str, "title": str, "blocks": list[Block]})


class TalkData(TypedDict):
    """A conversation guide, as widgets.core.talk reads it."""

    id: str
    title: str
    danger_href: str
    parts: list[TalkPart]


class ProtocolData(TypedDict):
    """A protocol with which the guide leads a case: see widgets.core.guide, plan and case. `talks` stand apart in the page."""

    id: str
    title: str
    start: str
    calendar: Calendar
    stages: list[StageData]
    steps: list[ProtocolStepData]
    version: str
    time_zone: str
    roles: list[RoleLink]
    leave_to: str
    contact: str
    talks: NotRequired[dict[str, TalkData]]


class EntryData(Line):
    explanation: str


GroupData = TypedDict("GroupData", {"id": str, "title": str, "entries": list[EntryData]})


class SignalGroupData(GroupData):
    """`danger`: who ticks here is sent to help first; `blank`: so many lines to fill in."""

    explanation: list[str]
    danger: bool
    blank: int


Onward = TypedDict("Onward", {"label": str, "href": str})


class SignalsData(TypedDict):
    """A list of signals, as widgets.core.signals reads it."""

    id: str
    danger_href: str
    meeting: str
    places: list[Line]
    onward: list[Onward]
    groups: list[SignalGroupData]


OwnGroup = TypedDict("OwnGroup", {"id": str, "title": str})


class AgreementsData(TypedDict):
    """A list of agreements, as widgets.core.agreements reads it."""

    id: str
    title: str
    groups: list[GroupData]
    own: OwnGroup


class RoleChoice(TypedDict):
    """A role in the form: `names` per kind of school ("nl-po")."""

    id: str
    offered: bool
    names: dict[str, str]


ProtocolChoice = TypedDict("ProtocolChoice", {"id": str, "title": str, "for": list[str]})


class SchoolFileData(TypedDict):
    """The form that makes the school file, as widgets.core.school_file reads it. `base`: the values to begin with."""

    kinds: list[str]
    countries: list[list[str]]
    types: dict[str, list[list[str]]]
    regions: dict[str, list[str]]
    region_names: dict[str, str]
    protocols: list[ProtocolChoice]
    roles: list[RoleChoice]
    words: list[str]
    base: dict[str, Any]


class WhenLine(TypedDict):
    """What the school does, told to parents. `dutch`: not translated."""

    text: str
    who: str
    dutch: bool


class WhenMoment(TypedDict):
    """`days`: school days after the report, -1 when none is told; `sure`: the latest in every course."""

    when: str
    sure: bool
    days: int
    lines: list[WhenLine]


WhenList = TypedDict("WhenList", {"id": str, "title": str, "moments": list[WhenMoment]})


class WhenData(TypedDict):
    """What happens when, as widgets.core.when reads it. `texts`: Dutch -> the language of the page, only in another language."""

    calendar: Calendar
    lists: list[WhenList]
    texts: NotRequired[dict[str, str]]


# Name of a widget -> the shapes that its data may have.
WIDGETS: dict[str, tuple[type, ...]] = {
    "guide": (RouteData, ProtocolData),
    "talk": (TalkData,),
    "thermometer": (QuestionnaireData,),
    "ballot": (QuestionnaireData,),
    "reports": (QuestionnaireData,),
    "signals": (SignalsData,),
    "agreements": (AgreementsData,),
    "school_file": (SchoolFileData,),
    "when": (WhenData,),
}
