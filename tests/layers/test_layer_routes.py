"""What a layer does to the ways of a route: inserted steps, hidden steps, and the examples that walk them."""

import datetime

import pytest

from macros.checks import ages
from macros.commands.check import check
from macros.content.graph import reachable, reaching_an_end
from macros.content.own_scenarios import fitting
from macros.load import load
from macros.schema.countries import SCHOOL_TYPES
from tests.own_layers import make_school

RECOMMENDED = "protocollen/aanbevolen-protocol.yaml"
APPROACHES = ("steungroep", "gesprek-zonder-verwijt", "gesprek-duidelijk", "herstelgesprek")
NEW_STEP = "  - id: nieuw\n    soort: doen\n    titel: Iets nieuws\n    wie: [mentor]\n"


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch):
    monkeypatch.setattr(ages, "today", lambda: datetime.date(2026, 12, 1))


@pytest.fixture
def changed(tmp_path):
    """A function: steps in YAML for the recommended protocol -> (the route, its problems)."""

    def run(steps: str):
        content, problems = check(make_school(tmp_path, {RECOMMENDED: f"stappen:\n{steps}"}))
        return content.protocols["aanbevolen-protocol"], problems

    return run


def ways(route, step_id):
    return [(way.key, way.to) for way in route.step(step_id).exits]


def walks(route):
    """Independent of the checks: from the start every step is reached, and every step reaches an end."""
    ids = {step.id for step in route.steps}
    return reachable(route) == ids == reaching_an_end(route)


@pytest.mark.parametrize("approach", APPROACHES)
def test_a_school_can_switch_an_approach_off(changed, approach):
    """R-40: without breaking the route, and without alarms about examples that went with it."""
    route, problems = changed(f"  - id: {approach}\n    verborgen: ja\n")
    assert problems == [] and walks(route)
    assert approach not in {step.id for step in route.steps}
    assert not [way for step in route.steps for way in step.exits if approach in (way.to, way.then)]
    assert len(fitting(route)) >= 10, "most examples still fit"
    assert not [one for one in fitting(route) if approach in one.via or approach in str(one.answers)]


def test_all_approaches_but_one(changed):
    """With one answer left there is nothing to ask."""
    route, problems = changed("".join(f"  - id: {one}\n    verborgen: ja\n" for one in APPROACHES[:2]))
    assert problems == [] and walks(route)
    assert "aanpak" not in {step.id for step in route.steps}
    assert ("aanpak", "gesprek-duidelijk") in ways(route, "wie-is-het"), "the way keeps its name: stored cases stay right"


def test_what_nothing_leads_to_is_hidden_too(changed):
    route, problems = changed("  - id: aanpak\n    verborgen: ja\n")
    assert problems == [] and walks(route)
    assert not {"steungroep", "thuis-pest", "herstel-vraag"} & {step.id for step in route.steps}


def test_skipping_keeps_the_choice(changed):
    route, problems = changed("  - id: online\n    overslaan: ja\n")
    assert problems == [] and walks(route)
    assert ("online", "wie-is-het") in ways(route, "thuis-gepest") and len(fitting(route)) == 19


def test_a_hidden_way(changed):
    route, problems = changed("  - id: wie-is-het\n    daarna:\n      - naar: andere-school\n        verborgen: ja\n")
    assert problems == [] and walks(route)
    assert [target for _, target in ways(route, "wie-is-het")] == ["aanpak", "onbekend"]


def test_a_step_after_one_way(changed):
    route, problems = changed(NEW_STEP + "    na: eerste-gesprek\n")
    assert problems == [] and walks(route)
    ids = [step.id for step in route.steps]
    assert ids.index("nieuw") == ids.index("eerste-gesprek") + 1
    assert ways(route, "eerste-gesprek") == [("plan", "nieuw")] and ways(route, "nieuw") == [("plan", "plan")]
    assert len(fitting(route)) == 19


def test_a_step_takes_over_all_ways(changed):
    route, problems = changed(NEW_STEP + "    na: thuis-gepest\n")
    assert problems == [] and walks(route)
    assert ways(route, "thuis-gepest") == [("nieuw", "nieuw")]
    assert [key for key, _ in ways(route, "nieuw")] == ["online", "wie-is-het"]
    assert route.step("thuis-gepest").exits[0].former == ["online", "wie-is-het"]
    assert len(fitting(route)) == 19 and all("thuis-gepest" not in one.answers for one in fitting(route))


def test_a_step_after_one_answer(changed):
    route, problems = changed(NEW_STEP + "    na: aanpak\n    bij: steungroep\n")
    assert problems == [] and walks(route)
    assert ("steungroep", "nieuw") in ways(route, "aanpak") and ways(route, "nieuw") == [("steungroep", "steungroep")]


def test_two_steps_after_the_same_one_come_in_order(changed):
    route, problems = changed(NEW_STEP + "    na: thuis-pest\n" + NEW_STEP.replace("nieuw", "nieuwer") + "    na: thuis-pest\n")
    assert problems == [] and walks(route)
    assert ways(route, "thuis-pest")[0][1] == "nieuw" and ways(route, "nieuw")[0][1] == "nieuwer"
    assert ways(route, "nieuwer")[0][1] == "herstel-vraag"


def test_a_new_question_and_the_examples_take_its_first_answer(changed):
    route, problems = changed(
        "  - id: hulp-nodig\n    soort: vraag\n    titel: Is er extra hulp nodig?\n    na: plan-b\n    daarna:\n      - als: "
        "Nee\n"
        "        naar: herstel-vraag\n      - als: Ja\n        naar: hulp-van-buiten\n"
        + NEW_STEP.replace("nieuw", "plan-b")
        + "    na: thuis-pest\n"
    )
    assert [problem.message for problem in problems] == [
        "geen enkel scenario gaat van ‘hulp-nodig’ naar ‘hulp-van-buiten’. Voeg een voorbeeld toe onder scenarios."
    ]
    assert walks(route) and len(fitting(route)) == 19
    assert "hulp-nodig" in fitting(route)[0].answers


def test_hidden_pages_are_no_longer_pointed_at(tmp_path):
    content, problems = check(
        make_school(
            tmp_path,
            {
                "gesprekken/steungroep.yaml": "verborgen: ja\n",
                "wegwijzers/welke-aanpak-past.yaml": "verborgen: ja\n",
                "begrippen.yaml": "begrippen:\n  - id: steungroep\n    verborgen: ja\n",
                "hulplijnen.yaml": "hulplijnen:\n  - id: slachtofferhulp\n    verborgen: ja\n",
            },
        )
    )
    assert problems == []
    steps = [step for route in content.routes for step in route.steps]
    assert "steungroep" not in {step.guide for step in steps} | {term for step in steps for term in step.terms}
    assert not [danger for danger in content.dangers if "slachtofferhulp" in danger.call]


@pytest.mark.parametrize("country, school_type", [(country, kind) for country, kinds in SCHOOL_TYPES.items() for kind in kinds])
def test_every_kind_of_school_has_routes_after_changes(tmp_path, country, school_type):
    content = load(
        make_school(tmp_path, {RECOMMENDED: f"stappen:\n{NEW_STEP}    na: plan\n  - id: steungroep\n    verborgen: ja\n"}),
        country,
        school_type,
    )
    assert content.problems == [] and walks(content.protocols["aanbevolen-protocol"])


def test_a_school_says_itself_where_the_way_goes(changed):
    """What the report asks for when a step with more ways out is hidden."""
    route, problems = changed(
        "  - id: thuis-pest\n    daarna:\n      - id: herstel-vraag\n        naar: afspraken\n"
        "  - id: herstel-vraag\n    verborgen: ja\n"
    )
    assert problems == [] and walks(route)
    assert ways(route, "thuis-pest") == [("herstel-vraag", "afspraken")]
    assert not {"herstel-vraag", "herstelgesprek"} & {step.id for step in route.steps}


def test_a_way_is_hidden_at_a_step_with_its_older_name(tmp_path):
    root = make_school(
        tmp_path, {RECOMMENDED: "stappen:\n  - id: kies-aanpak\n    daarna:\n      - naar: steungroep\n        verborgen: ja\n"}
    )
    base = root / "protocol" / RECOMMENDED
    base.write_text(
        base.read_text(encoding="utf-8").replace("  - id: aanpak\n", "  - id: aanpak\n    voorheen: [kies-aanpak]\n"),
        encoding="utf-8",
    )
    route = load(root).protocols["aanbevolen-protocol"]
    assert "steungroep" not in {way.to for way in route.step("aanpak").exits}


def test_an_answer_that_moved_to_a_new_step_keeps_its_name_there(tmp_path):
    """After a step with more ways out, the layer of the school puts a new step; a location goes on from there."""
    root = make_school(tmp_path, {RECOMMENDED: f"stappen:\n{NEW_STEP}    na: melding\n"})
    location = root / "protocol" / "locaties" / "oost" / RECOMMENDED
    location.parent.mkdir(parents=True)
    location.write_text(
        "stappen:\n  - id: nog-een\n    soort: doen\n    titel: Nog iets\n    wie: [mentor]\n    na: nieuw\n"
        "    bij: eerste-gesprek\n",
        encoding="utf-8",
    )
    content = load(root, layers=("eigen", "locaties/oost"))
    assert not content.errors, content.errors
    assert ("eerste-gesprek", "nog-een") in ways(content.protocols["aanbevolen-protocol"], "nieuw")
