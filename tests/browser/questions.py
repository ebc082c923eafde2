"""A questionnaire on a small screen: what of each question is in sight, and how many taps it takes."""

SIZES = ((360, 640), (375, 548), (390, 664))
# Of the question on the screen: what is not wholly in sight below the bar, what something else lies over, and what comes too
# near to the button to leave quickly.
TROUBLE = """() => {
  const found = [], bar = document.querySelector(".md-header").getBoundingClientRect(),
    leave = document.querySelector(".leave-button").getBoundingClientRect();
  const parts = [["question", document.querySelector("legend")], ["go on", document.querySelector("[data-message=went-on]")],
    ...Array.from(document.querySelectorAll(".choice"), node => [node.textContent, node])];
  for (const [name, node] of parts) {
    const it = node.getBoundingClientRect();
    if (it.top < bar.bottom - 1 || it.bottom > innerHeight || it.left < 0 || it.right > innerWidth) {
      found.push("out of sight: " + name);
    }
    if (name === "question") continue;
    for (const [x, y] of [[.1, .2], [.5, .5], [.9, .8]]) {
      const top = document.elementFromPoint(it.left + x * it.width, it.top + y * it.height);
      if (top && !node.contains(top)) found.push("covered: " + name);
    }
    if (it.height < 43.5) found.push("low: " + name);
    if (it.top - leave.bottom < 44) found.push("near leaving: " + name);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
  return found;
}"""


def begin_again(page, size) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    page.evaluate("scrollTo(0, 0)")


def troubles(page, size) -> list[list[str]]:
    """What is wrong with each question at this size, in order."""
    begin_again(page, size)
    found = []
    while page.locator("legend").count():
        page.locator("body:not(:has([data-still]))").wait_for(state="attached")
        found.append(page.evaluate(TROUBLE))
        page.evaluate("document.querySelector('[data-message=skipped]').click()")
    return found


def taps(page, value: int) -> int:
    """How many taps a pupil needs who gives every question the same answer, up to the end; with a clock of the test."""
    count = 0
    while page.locator("legend").count():
        page.clock.run_for(1_000)
        before = page.locator("form.thermometer-question").get_attribute("data-key")
        page.locator(f'.choice:has(input[value="{value}"])').click()
        count += 1
        page.clock.run_for(1_000)
        if page.locator(f'[data-key="{before}"]').count():
            page.locator("[data-message=went-on]").click()
            count += 1
            page.clock.run_for(1_000)
    return count
