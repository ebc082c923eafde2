"""Checks of one route: every step can be reached, every choice leads somewhere, every path ends."""
import re

from macros import graph
from macros.layer_scenarios import fitting, is_joined, stands_in_layer
from macros.mentions import texts_of, titles
from macros.model import Content
from macros.named import unknown_names
from macros.problems import Problem, near_miss
from macros.scenarios import ways_of, walk_scenario
from macros.schema.route import PREVIOUS, Route, Scenario, Step
from macros.validate import problem_at

MAX_STEP_WORDS = 260   # about one screen
_NAMED_PAGE = re.compile(r"\b(?:pagina|wegwijzer|lijst|protocol) ‘([^‘’]+)’")


def check_route(route: Route, content: Content) -> list[Problem]:
    """All mistakes in a route. Shape is only checked when every name is known."""
    problems = _check_ids(route)
    known = [step.id for step in route.steps]
    for step in route.steps:
        problems += _check_step(step, known)
        problems += unknown_names(step, content) + check_mentions(step, content)
    if not problems:
        problems += _check_shape(route)
    if not problems:
        problems += _check_deadlines(route) + _check_scenarios(route)
    problems += _check_length(route)
    return problems


def _check_ids(route: Route) -> list[Problem]:
    problems = []
    first: dict[str, Step] = {}
    for step in route.steps:
        if step.id in first:
            line = route._document.line(first[step.id]._path + ("id",))
            problems.append(problem_at(step, "id", message=f"stap ‘{step.id}’ bestaat al (regel {line}). Kies een andere id."))
        first.setdefault(step.id, step)
    if route.start not in first:
        problems.append(problem_at(route, "begin", message=f"stap ‘{route.start}’ bestaat niet.{near_miss(route.start, first)}"))
    return problems


def _after_which(step: Step) -> str:
    """For a step that a school adds to a protocol of the base: it most often stands between others."""
    added = step._document.at(step._path).known is not None
    return " Hoort deze stap tussen twee andere? Zet er dan ‘na:’ bij, met de id van de stap ervoor." if added else ""


def _check_step(step: Step, known: list[str]) -> list[Problem]:
    problems = []
    if step.kind == "einde" and step.exits:
        problems.append(problem_at(step, "daarna", message=f"‘{step.id}’ is een einde, maar er staat een ‘daarna’ bij. "
                                                           "Haal dat weg of maak er een andere soort van."))
    if step.kind != "einde" and not step.exits:
        problems.append(problem_at(step, message=f"stap ‘{step.id}’ loopt dood: er staat geen ‘daarna’ bij. "
                                                 "Zeg wat er volgt, of zet er soort: einde bij." + _after_which(step)))
    if step.kind == "vraag" and len(step.exits) == 1:
        problems.append(problem_at(step, "daarna", message=f"vraag ‘{step.id}’ heeft maar één antwoord. "
                                                           "Voeg een antwoord toe of maak er soort: doen van."))
    if step.kind == "doen" and not step.who:
        problems.append(problem_at(step, message=f"bij stap ‘{step.id}’ ontbreekt wie het doet. Voeg ‘wie’ toe."))
    if step.route and step.kind != "einde":
        problems.append(problem_at(step, "verder_met", message="‘verder_met’ kan alleen bij soort: einde."))
    return problems + _check_exits(step, known)


def _check_exits(step: Step, known: list[str]) -> list[Problem]:
    problems = []
    labels: set[str] = set()
    keys: set[str] = set()
    for way in step.exits:
        for key, target in (("naar", way.to), ("dan", way.then)):
            if target is not None and target not in known:
                problems.append(problem_at(way, key, message=f"stap ‘{target}’ bestaat niet."
                                           f"{near_miss(target, known) or ' Kies een id van een stap in dit bestand.'}"))
        if not way.label and (step.kind == "vraag" or len(step.exits) > 1):
            problems.append(problem_at(way, message="bij deze uitgang staat niet wanneer je hem neemt. "
                                                    "Voeg ‘als’ toe, in een paar woorden."))
        if way.label and way.label.lower() in labels:
            problems.append(problem_at(way, "als", message=f"‘{way.label}’ staat er twee keer. Geef elke uitgang een eigen "
                                                           f"tekst."))
        labels.add((way.label or "").lower())
        if way.key in keys:
            problems.append(problem_at(way, message=f"twee uitgangen heten ‘{way.key}’. Geef deze uitgang een eigen id."))
        keys.add(way.key)
        if (way.limit is None) != (way.then is None):
            problems.append(problem_at(way, message="‘hoogstens’ en ‘dan’ horen bij elkaar: zeg hoe vaak, en wat er daarna "
                                                    "gebeurt."))
    return problems


def _check_shape(route: Route) -> list[Problem]:
    problems = []
    reached = graph.reachable(route)
    ending = graph.reaching_an_end(route)
    for step in route.steps:
        if step.id not in reached:
            problems.append(problem_at(step, "id", message=f"stap ‘{step.id}’ is niet te bereiken. "
                                                           "Laat een andere stap ernaar verwijzen of haal hem weg."))
        elif step.id not in ending:
            problems.append(problem_at(step, "id", message=f"vanaf stap ‘{step.id}’ kom je nooit bij een einde. "
                                                           "Geef één van de stappen erna een uitgang naar een einde."))
    loop = graph.unlimited_loop(route)
    if loop:
        step = route.step(loop[-1])
        names = " → ".join([*loop, loop[0]])
        problems.append(problem_at(step, "daarna", message=f"deze stappen gaan eindeloos rond: {names}. "
                                                           "Zet bij de weg terug ‘hoogstens’ en ‘dan’."))
    return problems


def _check_deadlines(route: Route) -> list[Problem]:
    problems = []
    before = graph.always_before(route)
    known = [step.id for step in route.steps]
    for step in route.steps:
        if not step.deadline or step.deadline.after == PREVIOUS:
            continue
        after = step.deadline.after
        if after not in known:
            problems.append(problem_at(step.deadline, "na", message=f"stap ‘{after}’ bestaat niet.{near_miss(after, known)}"))
        elif after not in before[step.id]:
            problems.append(problem_at(step.deadline, "na", message=f"je komt niet altijd langs ‘{after}’ voordat je bij "
                                       f"‘{step.id}’ bent. Kies een eerdere stap, of laat ‘na’ weg."))
    return problems


def _check_scenarios(route: Route) -> list[Problem]:
    problems = []
    walked: set[tuple[str, str, str]] = set()
    for scenario in fitting(route):
        problems += _check_scenario(route, scenario, walked)
    for step in route.steps:
        for way in step.exits:
            if is_joined(route) and not stands_in_layer(way):
                continue   # the examples of the base that walked here may have gone with what a layer hid
            targets = [way.to] + ([way.then] if way.then else [])
            for target in targets:
                if (step.id, way.key, target) not in walked:
                    problems.append(problem_at(way, message=f"geen enkel scenario gaat van ‘{step.id}’ naar ‘{target}’. "
                                                            "Voeg een voorbeeld toe onder scenarios.", warning=True))
    return problems


def _check_scenario(route: Route, scenario: Scenario, walked: set[tuple[str, str, str]]) -> list[Problem]:
    problems = []
    known = [step.id for step in route.steps]
    for step_id, given in scenario.answers.items():
        if step_id not in known:
            problems.append(problem_at(scenario, "antwoorden", step_id,
                                       message=f"stap ‘{step_id}’ bestaat niet.{near_miss(step_id, known)}"))
            continue
        keys = [way.key for way in route.step(step_id).exits]
        for key in [given] if isinstance(given, str) else given:
            if not keys:
                problems.append(problem_at(scenario, "antwoorden", step_id,
                                           message=f"stap ‘{step_id}’ is een einde. Haal deze regel weg."))
            elif key not in keys:
                problems.append(problem_at(scenario, "antwoorden", step_id,
                                           message=f"stap ‘{step_id}’ heeft geen uitgang ‘{key}’."
                                           f"{near_miss(key, keys) or ' Kies uit: ' + ', '.join(keys) + '.'}"))
    if problems:
        return problems
    trail = walk_scenario(ways_of(route), scenario)
    passed = [place["step"] for place in trail]
    for step_id, given in scenario.answers.items():
        if passed.count(step_id) < (1 if isinstance(given, str) else len(given)):
            problems.append(problem_at(scenario, "antwoorden", step_id,
                                       message=f"dit voorbeeld geeft meer antwoorden bij ‘{step_id}’ "
                                                                                "dan het er langs komt. Haal weg wat niet "
                                                                                "nodig is."))
    for here, following in zip(trail, trail[1:]):
        walked.add((here["step"], here["answer"], following["step"]))
    if passed[-1] != scenario.end:
        problems.append(problem_at(scenario, "einde", message=f"dit voorbeeld eindigt bij ‘{passed[-1]}’, niet bij "
                                                              f"‘{scenario.end}’. "
                                                              f"De weg: {' → '.join(passed[-6:])}."))
    for index, step_id in enumerate(scenario.via):
        if step_id not in passed:
            problems.append(problem_at(scenario, "langs", index, message=f"dit voorbeeld komt niet langs ‘{step_id}’."))
    return problems


def _check_length(route: Route) -> list[Problem]:
    problems = []
    for step in route.steps:
        texts = [step.why or "", *step.how, *(line.text for line in step.how_for), *step.caution, *step.record]
        if sum(len(text.split()) for text in texts) > MAX_STEP_WORDS:
            problems.append(problem_at(step, message=f"stap ‘{step.id}’ is lang: meer dan {MAX_STEP_WORDS} woorden past niet op "
                                                     "één scherm. Maak hem korter of maak er twee stappen van.", warning=True))
    return problems


def check_mentions(step: Step, content: Content) -> list[Problem]:
    """A problem for "de pagina ‘…’" with a title that is nearly right: the link would silently be missing.

    Another title may be of a page that this school hides or does not need.
    """
    known = titles(content)
    return [problem_at(step, *place, message=f"er is geen pagina met de titel ‘{title}’.{near_miss(title, known)}")
            for place, text in texts_of(step) for title in _NAMED_PAGE.findall(text) if title not in known and near_miss(title, known)]
