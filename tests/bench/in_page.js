// Runs in each measured page before anything else; tells the bench by the console, so that nothing has to ask.
// `MEASURE` ("answer" or "paint") is put before this text.
(function () {
  "use strict";
  const SETTLE_MILLISECONDS = 1000;
  const tell = (found) => console.info("bench " + JSON.stringify(found));

  // Answers the first question and returns what shows which question is on screen, before and after.
  const HANDS = {
    guide(root) {
      const shown = () => root.querySelector(".guide-title").textContent;
      const before = shown();
      root.querySelector(".answer").click();
      return [before, shown()];
    },
    thermometer(root) {
      const shown = () => root.querySelector("[data-key]").dataset.key;
      const before = shown();
      root.querySelector("input[type=radio]").click();
      root.querySelector("[data-message=went-on]:not([hidden])").click();
      return [before, shown()];
    },
    async surveyjs(root) {
      const shown = () => root.querySelector(".sd-question__title, .sv-question__title, h5")?.textContent ?? "";
      const before = shown();
      root.querySelector("input[type=radio]").click();
      root.querySelector(".sd-navigation__next-btn, .sv_next_btn, input[value=Verder]").click();
      while (shown() === before) await new Promise((resolve) => setTimeout(resolve, 0));
      return [before, shown()];
    },
  };

  // Without what the script of the theme adds to whatever has the focus: in one variant it starts before, in another after.
  const drawn = (root) => root.innerHTML.replace(/ class="focus-visible"| focus-visible(?=")| data-focus-visible-added=""/g, "");

  async function answerAtOnce(_changes, observer) {
    const root = document.querySelector("[data-ready]");
    if (!root) return;
    observer.disconnect();
    const ready = performance.now();
    let hands = HANDS[root.dataset.widget](root);
    if (hands instanceof Promise) hands = await hands;
    const [before, after] = hands, answered = performance.now();
    tell({ready, answered, moved: before !== after, html: drawn(root)});
  }

  function watchPaint() {
    let largest = 0;
    new PerformanceObserver((list) => { largest = list.getEntries().at(-1).startTime; })
      .observe({type: "largest-contentful-paint", buffered: true});
    addEventListener("load", () => setTimeout(
      () => requestAnimationFrame(() => setTimeout(() => tell({largest}))), SETTLE_MILLISECONDS));
  }

  if (MEASURE === "answer") {
    new MutationObserver(answerAtOnce).observe(document, {subtree: true, attributes: true, attributeFilter: ["data-ready"]});
  } else {
    watchPaint();
  }
})();
