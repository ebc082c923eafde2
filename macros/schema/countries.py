"""All that differs per country and is not content, in one table. There is no country to fall back on.

What the law of a country says, its helplines and its school holidays are content: `voor: {land: …}` in protocol/.
"""

from dataclasses import dataclass

OWN_REGION = "eigen"  # of every country: only the school's own holidays count


@dataclass(frozen=True)
class Country:
    """One country as the build knows it.

    `language`: the tag of a page in Dutch. `public_holidays`: module and class in the package `holidays`.
    `school_types` and `regions`: the code an author writes -> its name in words. `stand_in`: the region that an example
    counts with while nobody chose one.
    """

    code: str
    name: str
    language: str
    time_zone: str
    public_holidays: tuple[str, str]
    school_types: dict[str, str]
    regions: dict[str, str]
    stand_in: str

    @property
    def region_codes(self) -> tuple[str, ...]:
        """Every region that a school in this country may write."""
        return (*self.regions, OWN_REGION)


COUNTRIES = {
    country.code: country
    for country in (
        Country(
            "nl",
            "Nederland",
            "nl",
            "Europe/Amsterdam",
            ("netherlands", "Netherlands"),
            {"po": "basisschool (po)", "so": "speciaal onderwijs (so)", "vo": "voortgezet onderwijs (vo)"},
            {"noord": "regio Noord", "midden": "regio Midden", "zuid": "regio Zuid"},
            "midden",
        ),
        Country(
            "vl",
            "Vlaanderen",
            "nl-BE",
            "Europe/Brussels",
            ("belgium", "Belgium"),
            {"basis": "basisonderwijs", "secundair": "secundair onderwijs"},
            {"vlaanderen": "Vlaanderen"},
            "vlaanderen",
        ),
    )
}
SCHOOL_TYPES = {code: tuple(country.school_types) for code, country in COUNTRIES.items()}
# Every kind of school: (country, school type).
KINDS = [(code, school_type) for code, types in SCHOOL_TYPES.items() for school_type in types]
REGION_NAMES = {region: name for country in COUNTRIES.values() for region, name in country.regions.items()} | {
    OWN_REGION: "de eigen school"
}


# In the number of a fact of law: F-NL-01.
LAW_CODES = "|".join(code.upper() for code in COUNTRIES)


def either(words: list[str] | tuple[str, ...]) -> str:
    """ "noord, midden of zuid" """
    return " of ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


# In the explanation of a field.
CODES_IN_WORDS = either([f"{code} ({country.name})" for code, country in COUNTRIES.items()])
TYPES_IN_WORDS = "; ".join(f"{either(SCHOOL_TYPES[code])} in {country.name}" for code, country in COUNTRIES.items())
TYPES_TOGETHER = either([f"{', '.join(SCHOOL_TYPES[code])} ({country.name})" for code, country in COUNTRIES.items()])
