"""Building blocks shared by every kind of content: strict models, Dutch keys, Dutch types."""

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints
from pydantic_core import PydanticCustomError

from macros.schema.countries import CODES_IN_WORDS, COUNTRIES, KINDS, TYPES_TOGETHER
from macros.schema.durations import counted, is_duration
from macros.schema.marks import Form, Names, Prose, field, key_of

# The choices follow from the table of countries, so a type checker only knows that they are texts.
if TYPE_CHECKING:
    Country = str
    SchoolType = str
else:
    Country = Literal[tuple(COUNTRIES)]
    SchoolType = Literal[tuple(dict.fromkeys(school_type for _, school_type in KINDS))]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SOURCE_PATTERN = re.compile(
    r"^(S[1-5](-[A-Z]+\d*)?(-[A-Z0-9]+[a-z]?)?|X-\d+|F-(?:[A-Z]+|8)-\d+[a-z]?|[RU]-[A-Z0-9-]+"
    r"|https?://\S+)$"
)


def _duration(text: str) -> str:
    if is_duration(text):
        return text
    raise PydanticCustomError("duur", "duur")


def _length(text: str) -> str:
    if is_duration(text) and counted(text):
        return text
    raise PydanticCustomError("lengte", "lengte")


def _source(text: str) -> str:
    if not SOURCE_PATTERN.match(text):
        raise PydanticCustomError("bron", "bron")
    return text


def _date(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("datum", "datum") from None


def _yes_no(text: Any) -> Any:
    if text in ("ja", "nee"):
        return text == "ja"
    if isinstance(text, bool):
        return text
    raise PydanticCustomError("ja_nee", "ja_nee")


def _number(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"-?\d{1,6}", text):
            raise PydanticCustomError("getal", "getal")
        return int(text)
    return text


_WEB_HELP = "Schrijf een adres dat begint met https://."
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]  # of a fixed form: no prose
# No name before an @: https://bekend.nl@elders.example leads to elders.example.
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"'<>/?#@\\]+([/?#][^\s\"'<>\\]*)?$"), Form(_WEB_HELP)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Text = Annotated[Line, Prose()]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120), Prose()]
Texts = Annotated[list[Text], Field(min_length=1)]
Duration = Annotated[Line, AfterValidator(_duration)]
Length = Annotated[Line, AfterValidator(_length)]
Source = Annotated[Line, AfterValidator(_source)]
Date = Annotated[datetime.date, BeforeValidator(_date, json_schema_input_type=str)]
YesNo = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=Literal["ja", "nee"])]
Number = Annotated[int, BeforeValidator(_number, json_schema_input_type=int | str)]

# Ids of other things. That they exist is checked by macros.checks.names and macros.checks.routes.
_STEP_HELP = Form("Schrijf de id van een stap: wat er achter ‘id:’ staat, niet de titel.")
_ROLE_HELP = Form("Schrijf de id van een rol uit rollen.yaml, bijvoorbeeld mentor.")
StepId = Annotated[Id, _STEP_HELP, Names("step")]
RoleId = Annotated[Id, _ROLE_HELP, Names("role")]
_STAGE_HELP = Form("Schrijf de id van een fase: wat er bij ‘fasen’ achter ‘id:’ staat, niet de titel.")
StageId = Annotated[Id, _STAGE_HELP, Names("stage")]
TermId = Annotated[Id, Names("term")]
HelplineId = Annotated[Id, Names("helpline")]
GuideId = Annotated[Id, Names("guide")]
RouteId = Annotated[Id, Names("route")]


_AT_STEP = Form("Schrijf de id van een protocol en die van een stap, met een streep ertussen: aanbevolen-protocol/aanpak.")
StepInRoute = Annotated[str, StringConstraints(pattern=ID_PATTERN[:-1] + "/" + ID_PATTERN[1:], max_length=121), _AT_STEP]


class Strict(BaseModel):
    """A mapping in a content file. Unknown keys are refused.

    After reading, `_document` is the source document and `_path` the place in it (keys and
    indexes), so that a later check can name file and line.
    """

    # Things of this kind in a list, for a layer: the keys that name one without an id, and what one is called.
    named_by: ClassVar[tuple[str, ...]] = ()
    thing: ClassVar[str] = ""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)
    _document: Any = PrivateAttr(default=None)
    _path: tuple = PrivateAttr(default=())


def model_inside(annotation: Any) -> type[Strict] | None:
    """The model that a field with this annotation holds, by itself or in a list or mapping; None for other fields."""
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return annotation
    return next((found for argument in get_args(annotation) if (found := model_inside(argument))), None)


@lru_cache(maxsize=None)  # asked for every part of every file
def fields_with_parts(model: type[Strict]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold other models: (name, Dutch key)."""
    return tuple((name, key_of(info)) for name, info in model.model_fields.items() if model_inside(info.annotation))


def choices_of(annotation: Any) -> tuple:
    """The words to choose from, when there is a fixed set; else nothing."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for argument in get_args(annotation) if (found := choices_of(argument))), ())


class Audience(Strict):
    """For which country and school types something is meant. A key left out means: all."""

    countries: list[Country] = field("land", f"Landen: {CODES_IN_WORDS}.", [])
    school_types: list[SchoolType] = field("onderwijs", f"Soorten onderwijs: {TYPES_TOGETHER}.", [])

    def includes(self, country: str, school_type: str) -> bool:
        return (not self.countries or country in self.countries) and (not self.school_types or school_type in self.school_types)


class ForAudience(Strict):
    """A part of the content that can be meant for some schools only."""

    audience: Audience | None = field("voor", "Voor welk land en onderwijs. Weglaten betekent: voor iedereen.", None)


class Lockable(Strict):
    """A part of the content that a school may add to, but not hide or replace in its own layer."""

    locked: YesNo = field("vast", "ja: een school mag dit aanvullen, niet verbergen of vervangen.", False)
    locked_because: Text | None = field("vast_omdat", "Welke wet of reden daarachter zit, in één zin.", None, translated=False)


class Page(ForAudience, Lockable):
    """What every file with one page of content starts with."""

    id: Id = field("id", "Vaste naam in kleine letters. Verandert nooit: links en afdrukken wijzen ernaar.")
    title: Title = field("titel", "De titel zoals de lezer die ziet.", translated=True)
    summary: Text = field("kort", "Waar gaat dit over, in één of twee zinnen.", translated=True)
    search_words: list[Text] = field(
        "zoekwoorden",
        "Woorden die lezers typen, ook als ze niet op de pagina staan.",
        [],
        translated=True,
        staff=True,
        free=True,
        no_choice=True,
    )
    sources: list[Source] = field("bron", "Waar de feiten vandaan komen: nummers of webadressen.", [])
    checked: Date = field(
        "gecontroleerd",
        "Datum waarop deze tekst is bijgewerkt (jjjj-mm-dd). In de eigen laag: de dag waarop de school de tekst zelf nalas.",
        free=True,
        no_choice=True,
    )
