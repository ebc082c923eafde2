"""One page load, with nothing in any cache, on a processor made slower."""

import json
from pathlib import Path

from playwright.sync_api import Browser

_IN_PAGE = Path(__file__).with_name("in_page.js").read_text(encoding="utf-8")
_TIMEOUT_MILLISECONDS = 60_000
_PHONE = {"width": 390, "height": 844}


def measure(browser: Browser, url: str, what: str, slower: int) -> dict:
    """What in_page.js tells of one load: `what` is "answer" or "paint". Raises playwright's TimeoutError.

    "processor" is added: milliseconds of processor time of the main thread until then. It counts the slowing down too,
    but, unlike the clock, not the time that other programs took.
    """
    context = browser.new_context(viewport=_PHONE, locale="nl-NL")
    try:
        page = context.new_page()
        page.add_init_script(f"const MEASURE = {json.dumps(what)};\n{_IN_PAGE}")
        devtools = context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        with page.expect_console_message(
            lambda message: message.text.startswith("bench "), timeout=_TIMEOUT_MILLISECONDS
        ) as told:
            page.goto(url, wait_until="commit")
        metrics = {metric["name"]: metric["value"] for metric in devtools.send("Performance.getMetrics")["metrics"]}
        return {**json.loads(told.value.text.removeprefix("bench ")), "processor": metrics["TaskDuration"] * 1000}
    finally:
        context.close()
