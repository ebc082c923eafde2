"""The pages of the ballot box and of the reports that belong to a questionnaire."""

from macros.content.model import Content
from macros.publish.links import Links
from macros.publish.questionnaires import questionnaire_data
from macros.render.shared import checked_line, lead, markdown_section, raw, widget
from macros.schema.questionnaire import BALLOT, REPORT, Questionnaire, page_id
from widgets.core import ballot, reports
from widgets.core.disclosure import limits
from widgets.core.html import el, to_html

REPORT_PROMISE = [
    "Je opent bestanden die al op dit apparaat staan. Er gaat niets weg.",
    "Sluit je de pagina? Dan is alles hier weg. Je bestanden blijven waar ze zijn.",
    "Deze meting is om met elkaar te praten. Het is geen oordeel over wie er voor de klas staat.",
]


def offered(content: Content) -> list[Questionnaire]:
    """The questionnaires that may go into a ballot box."""
    return [page for page in content.questionnaires.values() if page.ballot]


def ballot_page(questionnaire: Questionnaire, content: Content, links: Links) -> str:
    """The page with the ballot box, in Markdown with blocks of HTML."""
    data = questionnaire_data(questionnaire, content)
    allowed = limits(data)
    return "\n\n".join(
        [
            f"# Stembus: {raw(questionnaire.title)}",
            lead(
                "Met de stembus vult een hele groep de vragenlijst in, en de antwoorden worden meteen opgeteld. "
                "Na het sluiten zie je alleen de uitslag van de groep."
            ),
            _promises(
                [
                    "Deze pagina stuurt niets weg en bewaart niets. Antwoorden worden alleen opgeteld.",
                    f"Niemand ziet uitslagen van minder dan {allowed['item']} leerlingen per vraag. Wat minder dan "
                    f"{allowed['cell']} leerlingen kiezen, is niet apart te zien.",
                    "Wat we niet kunnen: voorkomen dat iemand over je schouder meekijkt, of dat leerlingen elkaar vertellen "
                    "wat zij kozen.",
                ]
            ),
            markdown_section("De stembus", "stembus", _without_script(questionnaire, links) + widget("ballot", data, ballot)),
            markdown_section("Zo gaat het", "zo-gaat-het", to_html(_how(questionnaire, allowed, links))),
            checked_line(questionnaire),
        ]
    )


def reports_page(questionnaire: Questionnaire, content: Content, links: Links) -> str:
    """The page that puts the reports of groups and years together, in Markdown with blocks of HTML."""
    data = questionnaire_data(questionnaire, content)
    return "\n\n".join(
        [
            f"# Rapporten: {raw(questionnaire.title)}",
            lead(
                "Open de rapporten van de groepen, dan zie je het beeld van de hele school. "
                "Je kunt ook twee rapporten naast elkaar leggen."
            ),
            _promises(REPORT_PROMISE),
            markdown_section(
                "Bestanden openen", "rapporten", _without_script(questionnaire, links) + widget("reports", data, reports)
            ),
            markdown_section(
                "Zo gaat het",
                "zo-gaat-het",
                to_html(
                    el(
                        "ol",
                        None,
                        el("li", None, "Elke groep sluit de stembus en bewaart het rapport."),
                        el(
                            "li",
                            None,
                            "Vulde een groep in op meer apparaten? Open dan de deelbestanden van al die apparaten en maak er één "
                            "rapport van. Bewaar dat, en wis de deelbestanden.",
                        ),
                        el(
                            "li",
                            None,
                            "Open alle rapporten tegelijk. Maak daarna het schoolrapport en bewaar het. Daarin tellen de "
                            "rapporten van de laatste drie maanden mee.",
                        ),
                        el(
                            "li",
                            None,
                            "Het schoolrapport komt uit de rapporten zelf. Wat daarin verborgen is, blijft verborgen, en daarom "
                            "staat er soms ‘van … tot en met …’.",
                        ),
                        el(
                            "li",
                            None,
                            f"Groepen met minder dan {limits(data)['item']} lijsten tellen niet mee in het schoolrapport.",
                        ),
                        el("li", None, "Wil je twee jaren vergelijken? Open dan de twee rapporten."),
                    )
                ),
            ),
            checked_line(questionnaire),
        ]
    )


def staff_links(questionnaire: Questionnaire, links: Links) -> str:
    """On the page of the questionnaire: where staff finds the ballot box and the reports. Empty when it has none."""
    if not questionnaire.ballot:
        return ""
    return to_html(
        el(
            "p",
            {"class": "staff-links"},
            "Voor het schoolteam: ",
            el("a", {"href": links.to(f"vragenlijsten/{page_id(questionnaire.id, BALLOT)}")}, "de stembus voor een groep"),
            " en ",
            el("a", {"href": links.to(f"vragenlijsten/{page_id(questionnaire.id, REPORT)}")}, "de rapporten"),
            ".",
        )
    )


def ballot_links(content: Content, links: Links) -> str:
    """A list of all ballot boxes and reports, for a page for staff."""
    return to_html(
        el(
            "ul",
            None,
            [
                el(
                    "li",
                    None,
                    f"‘{questionnaire.title}’: de ",
                    el("a", {"href": links.to(f"vragenlijsten/{page_id(questionnaire.id, BALLOT)}")}, "stembus"),
                    " en de ",
                    el("a", {"href": links.to(f"vragenlijsten/{page_id(questionnaire.id, REPORT)}")}, "rapporten"),
                )
                for questionnaire in offered(content)
            ],
        )
    )


def _without_script(questionnaire: Questionnaire, links: Links) -> str:
    address = links.to(f"vragenlijsten/{questionnaire.id}")
    return (
        '<noscript><p class="notice">Dit werkt alleen met JavaScript. Zonder JavaScript kun je de vragen op papier invullen: '
        f'<a href="{address}#op-papier">de vragen op papier</a>.</p></noscript>'
    )


def _promises(texts: list[str]) -> str:
    return '<div class="block">' + to_html(el("ul", {"class": "promises"}, [el("li", None, text) for text in texts])) + "</div>"


def _how(questionnaire: Questionnaire, allowed: dict[str, int], links: Links) -> tuple:
    return el(
        "ol",
        None,
        el(
            "li",
            None,
            "Tel de leerlingen die er zijn en kies of de groep alleen op dit apparaat invult of op meer. Open dan de "
            "stembus. Met een sluitwoord kan alleen jij hem sluiten.",
        ),
        el("li", None, "Geef het apparaat door. Elke leerling vult alleen in, met het scherm van de anderen afgekeerd."),
        el(
            "li",
            None,
            "Na de laatste vraag kiest de leerling ‘Doe in de stembus’. Dan bestaat de lijst van die leerling niet meer.",
        ),
        el("li", None, "Liever op een eigen apparaat? Dan maakt de leerling daar een code en houdt die hier voor de camera."),
        el(
            "li",
            None,
            f"Sluit de stembus als iedereen klaar is. Dat kan vanaf {allowed['section']} lijsten. "
            f"Vragen apart zie je vanaf {allowed['item']}. Na het sluiten kan er niets meer bij: wie later komt, vult in een "
            f"nieuwe stembus in, vanaf {allowed['section']} lijsten.",
        ),
        el("li", None, "Bewaar het rapport en bekijk het samen met een collega. Praat daarna met de groep."),
        el("li", None, "Sluit de pagina niet tussendoor, want dan is alles weg. Een iPad of iPhone waarschuwt daar niet voor."),
        el(
            "li",
            None,
            "Vult de groep in op meer apparaten? Dan geeft elk apparaat een deelbestand in plaats van een rapport. Open ze "
            "samen bij de rapporten, en wis ze daarna.",
        ),
        el(
            "li",
            None,
            "Meer groepen of jaren? Ga naar ",
            el("a", {"href": links.to(f"vragenlijsten/{page_id(questionnaire.id, REPORT)}")}, "de rapporten"),
            ".",
        ),
    )
