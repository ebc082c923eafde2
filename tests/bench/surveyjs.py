"""Our questionnaire against the same questions in SurveyJS: until the first question works, and what is downloaded.

SurveyJS stands in the most favourable surroundings: a page with nothing else, its smallest style sheet, no fonts. Ours
is the page as built, with the menu, the search and the theme. It is for this measurement only, and never in the site.
"""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path

from playwright.sync_api import Browser

from macros.load import load
from macros.publish.questionnaires import questionnaire_data
from tests.bench import loading
from tests.bench.gzipped import GzipServer
from tests.bench.pages import WidgetPage
from tests.bench.report import Bar, Table, Verdict, progress
from tests.bench.rounds import ratio, spread
from tests.places import ROOT

VERSION = "2.5.38"
PACKAGES = ("survey-core", "survey-js-ui")
CACHE = ROOT / ".cache" / f"surveyjs-{VERSION}"
FILES = {
    "survey-core/survey-core.fontless.min.css": "survey.css",
    "survey-core/survey.core.min.js": "survey.core.js",
    "survey-core/i18n/dutch.js": "dutch.js",
    "survey-js-ui/survey-js-ui.min.js": "survey-js-ui.js",
}
RATE = 4
VARIANTS = {"ours": "ours", "surveyjs": "SurveyJS"}
_WAIT_SECONDS = 120
_HTML = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Vragenlijst</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="survey.css"></head>
<body><div id="survey" data-widget="surveyjs"></div><script src="survey.core.js"></script><script src="dutch.js"></script>
<script src="survey-js-ui.js"></script><script src="app.js"></script></body></html>"""
_APP = """const model = new Survey.Model(%s), root = document.getElementById("survey");
model.onAfterRenderQuestion.add(() => root.setAttribute("data-ready", ""));
model.render(root);
"""


def run(browser: Browser, site: Path, pages: list[WidgetPage], count: int) -> tuple[list, dict]:
    """What to print, and the figures; one line when SurveyJS can not be had. Raises playwright's TimeoutError."""
    trouble = fetch()
    if trouble:
        return [f"\nSurveyJS was not measured: {trouble}"], {"surveyjs": trouble}
    place = next(page for page in pages if page.widget == "thermometer").path
    _write_page(site / "surveyjs", Path(place).name)
    server = GzipServer(site)
    paths = {"ours": place, "surveyjs": "surveyjs/"}
    told: dict[str, list[dict]] = {variant: [] for variant in VARIANTS}
    try:
        bytes_sent = {variant: transfer(browser, server.url + path) for variant, path in paths.items()}
        for number in range(count):
            for variant in VARIANTS if number % 2 == 0 else [*VARIANTS][::-1]:
                progress(f"surveyjs: round {number + 1} of {count}, {variant}")
                told[variant].append(loading.measure(browser, server.url + paths[variant], "answer", RATE))
    finally:
        server.stop()
    if not all(one["moved"] for samples in told.values() for one in samples):
        raise ValueError("an answer did not lead to the next question")
    return _shown(told, bytes_sent)


def _shown(told: dict[str, list[dict]], bytes_sent: dict[str, int]) -> tuple[list, dict]:
    table = Table(
        f"The same questionnaire in SurveyJS {VERSION}, cold cache, {RATE}x slower; ms since the start of the navigation",
        ("variant", "usable", "low", "high", "next question", "main thread", "kB gzip"),
    )
    bars, times, figures = [], {}, {}
    for variant, label in VARIANTS.items():
        times[variant] = {
            name: spread(told[variant], lambda one, name=name: one[name]) for name in ("ready", "answered", "processor")
        }
        ready = times[variant]["ready"]
        table.add(
            label,
            round(ready["median"]),
            round(ready["low"]),
            round(ready["high"]),
            round(times[variant]["answered"]["median"]),
            round(times[variant]["processor"]["median"]),
            f"{bytes_sent[variant] / 1000:.1f}",
        )
        bars.append(Bar(f"{label}: first question usable", ready["median"], "ms"))
        figures[variant] = {**times[variant], "transfer": bytes_sent[variant]}
    ratios = {name: ratio(times["ours"][name], times["surveyjs"][name]) for name in ("ready", "answered", "processor")}
    verdicts = [
        Verdict(f"first question usable at {RATE}x, against SurveyJS", ratios["ready"], 1, "x"),
        Verdict("transfer of the whole page, against SurveyJS", bytes_sent["ours"] / bytes_sent["surveyjs"], 1, "x"),
    ]
    note = f"  first answer handled: {ratios['answered']:.2f} x; main thread until then: {ratios['processor']:.2f} x"
    return [table, bars, *verdicts, note], {"surveyjs": {**figures, "ratios": ratios, "version": VERSION}}


def fetch() -> str:
    """Have the files of SurveyJS in .cache/. Returns "", or in one line why that did not work."""
    if CACHE.is_dir():
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "there is no npm on this machine"
    work = CACHE.with_suffix(".new")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in PACKAGES:
        try:
            subprocess.run(
                [npm, "pack", "--silent", f"{name}@{VERSION}"], cwd=work, check=True, capture_output=True, timeout=_WAIT_SECONDS
            )
        except (subprocess.SubprocessError, OSError) as error:
            return f"npm did not give {name} {VERSION} ({type(error).__name__})"
        with tarfile.open(work / f"{name}-{VERSION}.tgz") as packed:
            for member in packed.getmembers():
                kept = f"{name}/{member.name.partition('/')[2]}"
                if kept in FILES:
                    (work / FILES[kept]).write_bytes(packed.extractfile(member).read())
    missing = [name for name in FILES.values() if not (work / name).is_file()]
    if missing:
        return f"these files are not in the packages: {', '.join(missing)}"
    work.rename(CACHE)
    return ""


def survey(questionnaire_id: str) -> dict:
    """A questionnaire of the site as SurveyJS reads it: one question per page, words at each answer, skipping allowed."""
    content = load(ROOT)
    data = questionnaire_data(content.questionnaires[questionnaire_id], content)
    return {
        "locale": "nl",
        "title": data["title"],
        "showProgressBar": True,
        "pages": [
            {
                "elements": [
                    {
                        "type": "radiogroup",
                        "name": item["id"],
                        "title": f"{section['title']} {item['text']}",
                        "choices": [{"value": value, "text": label} for value, label in enumerate(section["labels"])],
                    }
                ]
            }
            for section in data["sections"]
            for item in section["items"]
        ],
    }


def transfer(browser: Browser, address: str) -> int:
    """Bytes that a first visit downloads by itself, compressed, with headers."""
    context = browser.new_context(locale="nl-NL")
    try:
        page = context.new_page()
        sizes: list[int] = []
        context.on(
            "requestfinished",
            lambda request: sizes.append(request.sizes()["responseBodySize"] + request.sizes()["responseHeadersSize"]),
        )
        page.goto(address, wait_until="networkidle")
        # The search starts its worker after that.
        page.wait_for_timeout(1000)
        return sum(sizes)
    finally:
        context.close()


def _write_page(folder: Path, questionnaire_id: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(CACHE, folder)
    (folder / "index.html").write_text(_HTML, encoding="utf-8")
    (folder / "app.js").write_text(_APP % json.dumps(survey(questionnaire_id), ensure_ascii=False), encoding="utf-8")
