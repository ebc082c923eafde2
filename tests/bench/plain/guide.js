// The guide of widgets/page.py and widgets/core/guide.py in plain JavaScript: the floor that a widget could reach.
// Same data, same messages, same HTML. The bench compares the drawn HTML and says so when the two have drifted apart.
(function () {
  "use strict";
  const ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};
  const BLOCK = new Set(["dt", "dd", "th", "td", "tr", "li", "p", "h2", "h3", "summary", "legend", "label"]);
  const escape = (text) => String(text).replace(/[&<>"']/g, (char) => ENTITIES[char]);
  const tag = (name, attributes, ...children) => {
    let html = "<" + name;
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === true) html += " " + key;
      else if (value !== false && value != null) html += ` ${key}="${escape(value)}"`;
    }
    return name === "input" ? html + ">" : html + ">" + children.flat().join("") + `</${name}>` + (BLOCK.has(name) ? "\n" : "");
  };
  const items = (texts) => texts.map((text) => tag("li", null, escape(text)));

  // ---- route ----

  const indexSteps = (route) => Object.fromEntries(route.steps.map((step) => [step.id, step]));
  const findExit = (step, key) => step.exits.find((way) => way.key === key);
  const destination = (way, taken) => (way.limit > 0 && taken >= way.limit ? way.then : way.to);
  const stepOf = (visit) => visit.split("#")[0];

  function walk(route, answers) {
    const steps = indexSteps(route), rounds = {}, taken = {}, trail = [];
    let id = route.start;
    while (true) {
      const step = steps[id];
      rounds[id] = (rounds[id] || 0) + 1;
      const visit = rounds[id] === 1 ? id : id + "#" + rounds[id];
      const before = {};
      for (const way of step.exits) before[way.key] = taken[id + "/" + way.key] || 0;
      const way = findExit(step, answers[visit]);
      trail.push({visit, step: id, round: rounds[id], answer: way ? way.key : "", taken: before});
      if (!way) return trail;
      taken[id + "/" + way.key] = before[way.key] + 1;
      id = destination(way, before[way.key]);
    }
  }

  function position(trail, visit) {
    const found = trail.findIndex((place) => place.visit === visit);
    return found < 0 ? trail.length - 1 : found;
  }

  // ---- update ----

  const init = () => ({answers: {}, at: "", news: ""});

  function update(content, model, [name, visit, key]) {
    const trail = walk(content, model.answers);
    if (name === "answered") {
      if (!trail.some((place) => place.visit === visit)) throw new Error("unknown visit: " + visit);
      if (!findExit(indexSteps(content)[stepOf(visit)], key)) throw new Error("unknown exit: " + visit + "/" + key);
      const changed = visit in model.answers && model.answers[visit] !== key;
      return {answers: {...model.answers, [visit]: key}, at: "",
              news: changed ? "Je antwoord is gewijzigd. Je andere antwoorden blijven staan." : ""};
    }
    if (name === "went-back") {
      const here = position(trail, model.at);
      return here === 0 ? model : {answers: model.answers, at: trail[here - 1].visit, news: ""};
    }
    if (name === "revisited") return {answers: model.answers, at: visit, news: ""};
    if (name === "restarted") return {answers: {}, at: "", news: "Je begint opnieuw."};
    throw new Error("unknown message: " + name);
  }

  // ---- view ----

  function view(content, model) {
    const steps = indexSteps(content), trail = walk(content, model.answers), here = position(trail, model.at);
    const place = trail[here], step = steps[place.step], heading = "hulp-" + content.id;
    return tag("div", {class: "guide"},
      tag("p", {class: "guide-news", role: "status", "data-news": true}, escape(model.news)),
      tag("div", {"data-body": true}, bar(),
        tag("section", {class: "guide-card guide-" + step.kind, "aria-labelledby": heading},
          tag("p", {class: "guide-kind"}, {do: "Doen", ask: "Vraag", end: "Einde"}[step.kind] + " · stap " + step.number
            + (place.round > 1 ? ` · ${place.round}e keer` : "")),
          tag("h3", {id: heading, class: "guide-title", tabindex: "-1", "data-focus": true}, escape(step.title)),
          tag("div", {"data-part": "due"}, moment(step, place)),
          facts(step),
          step.talk ? tag("p", {class: "needs-script"}, tag("button", {type: "button", class: "main-button",
            "data-message": "talk-opened " + place.visit}, "Voer het gesprek, deel voor deel")) : "",
          tag("div", {"data-part": "answers"}, exits(steps, step, place))),
        here ? tag("p", {class: "guide-controls"}, button("went-back", "Vorige stap"),
                   button("restarted", "Opnieuw beginnen")) : "",
        tag("div", {"data-part": "trail"}, trailList(steps, trail, here), leftBehind(steps, trail, model.answers)),
        panels()));
  }

  // A case that has not begun: the same at every step.
  const bar = () => tag("section", {class: "case-bar needs-script", "aria-label": "Zaak"},
    tag("p", {class: "case-hint"}, "Is er echt een melding? Kies de dag. Dan krijgt elke stap een datum."),
    tag("p", {class: "case-fields"}, tag("label", {class: "field"}, tag("span", {class: "field-label"}, "Dag van de melding"),
      tag("input", {type: "date", value: "", "data-field": "reported", min: "2000-01-01", max: "2099-12-31"})),
      button("reported-today", "Vandaag")),
    tag("div", {"data-part": "next", class: "case-next"}));

  const panels = () => tag("section", {class: "case-panels needs-script", "aria-label": "Datums, verslag en bewaren"},
    tag("p", {class: "guide-controls"}, Object.entries({dates: "Alle datums", mine: "Wat moet ik doen?", note: "Verslag",
      parents: "Voor ouders", keep: "Bewaren of overdragen"}).map(([name, label]) => tag("button", {type: "button",
        class: "quiet-button", "aria-expanded": "false", "data-message": "panel-chosen " + name}, label))));

  const moment = (step, place) => step.follow_up.length < 2 || place.round > step.follow_up.length ? "" : tag("p",
    {class: "moment"}, `Moment ${place.round} van ${step.follow_up.length}: na ${step.follow_up[place.round - 1]}.`);

  const button = (message, label) =>
    tag("button", {type: "button", class: "quiet-button", "data-message": message}, label);

  function facts(step) {
    const told = {Wie: step.who, Met: step.with, Wanneer: step.remark ? step.deadline + ". " + step.remark : step.deadline,
                  "Laat weten aan": step.inform, "Kom terug na": step.follow_up.join(", ")};
    const found = Object.keys(told).filter((label) => told[label]).map((label) =>
      tag("div", {class: "fact"}, tag("dt", null, label), tag("dd", null, escape(told[label]))));
    const box = (name, title, texts) => texts.length
      ? tag("div", {class: name}, tag("p", {class: name + "-title"}, title), tag("ul", null, items(texts))) : "";
    const links = pages => pages.map((page, index) => (index ? " · " : "") + tag("a", {href: page.href}, escape(page.title)));
    return tag("div", {class: "step-facts"},
      found.length ? tag("dl", {class: "facts"}, found) : "",
      step.why ? tag("p", {class: "why"}, escape(step.why)) : "",
      step.how.length ? tag("ul", {class: "how"}, items(step.how)) : "",
      box("caution", "Let op", step.caution),
      step.guide ? tag("p", {class: "guide-link"}, "Gesprekswijzer: ", links([step.guide])) : "",
      step.pages.length ? tag("p", {class: "pages-line"}, "Lees ook: ", links(step.pages)) : "",
      box("record", "Schrijf op", step.record),
      step.terms.length ? tag("p", {class: "terms-line"}, "Begrippen: ", links(step.terms)) : "",
      step.onward ? tag("p", {class: "onward"},
        tag("a", {href: step.onward.href}, escape("Ga verder met: " + step.onward.title))) : "");
  }

  function exits(steps, step, place) {
    if (!step.exits.length) return tag("p", {class: "guide-done"}, "Hier eindigt deze route.");
    return tag("ul", {class: "answers"}, step.exits.map((way) => {
      const target = steps[destination(way, place.taken[way.key])];
      return tag("li", null, tag("a",
        {class: "answer", href: "#stap-" + target.id, "aria-current": place.answer === way.key ? "true" : null,
         "data-message": `answered ${place.visit} ${way.key}`},
        tag("span", {class: "answer-label"}, escape(way.label)),
        tag("span", {class: "answer-next"}, escape("Dan: " + preview(target))),
        way.limit > place.taken[way.key] ? tag("span", {class: "answer-next"},
          `Dit kan nog ${way.limit - place.taken[way.key]} keer.`) : ""));
    }));
  }

  function preview(step) {
    const details = [step.who, step.deadline].filter(Boolean);
    return step.title + (details.length ? ` (${details.join("; ")})` : "");
  }

  function trailList(steps, trail, here) {
    const lines = trail.map((place, index) => place.answer ? tag("li", {"aria-current": index === here ? "step" : null},
      tag("span", {class: "trail-step"}, escape(steps[place.step].title)), " ",
      tag("span", {class: "trail-answer"}, escape(findExit(steps[place.step], place.answer).label)), " ",
      tag("button", {type: "button", class: "quiet-button", "data-message": "revisited " + place.visit},
        "Bekijk of wijzig", tag("span", {class: "unseen"}, escape(": " + steps[place.step].title)))) : "").filter(Boolean);
    if (!lines.length) return "";
    const count = lines.length === 1 ? "1 stap" : lines.length + " stappen";
    return tag("details", {class: "guide-trail", open: true}, tag("summary", null, `Zo kwam je hier (${count})`),
               tag("ol", null, lines));
  }

  function leftBehind(steps, trail, answers) {
    const on = trail.map((place) => place.visit);
    const lines = Object.keys(answers).filter((visit) => !on.includes(visit)).map((visit) => {
      const step = steps[stepOf(visit)];
      return step.title + ": " + findExit(step, answers[visit]).label;
    });
    return lines.length ? tag("details", {class: "guide-left"},
      tag("summary", null, `Niet meer van toepassing (${lines.length})`),
      tag("p", null, "Deze antwoorden gaf je eerder. Ze tellen weer mee als je route er weer langs gaat."),
      tag("ul", null, items(lines))) : "";
  }

  // ---- page ----

  function showMarks(content, model) {
    const trail = walk(content, model.answers), here = trail[position(trail, model.at)].step;
    const walked = trail.filter((place) => place.answer);
    for (const node of document.querySelectorAll("[data-step]")) {
      const step = node.dataset.step;
      node.classList.toggle("is-here", step === here);
      node.classList.toggle("is-walked", walked.some((place) => place.step === step));
      if (step === here) node.setAttribute("aria-current", "step");
      else node.removeAttribute("aria-current");
    }
    for (const edge of document.querySelectorAll("[data-exit]")) {
      edge.classList.toggle("is-walked", walked.some((place) => place.step === edge.dataset.from
        && place.answer === edge.dataset.exit));
    }
  }

  for (const root of document.querySelectorAll('[data-widget="guide"]')) {
    const content = JSON.parse(root.dataset.content);
    let model = init();
    root.addEventListener("click", (event) => {
      const target = event.target.closest("[data-message]");
      if (!target) return;
      event.preventDefault();
      model = update(content, model, target.dataset.message.split(" "));
      root.innerHTML = view(content, model);
      showMarks(content, model);
      root.querySelector("[data-focus]").focus();
    });
    root.setAttribute("data-ready", "");
    showMarks(content, model);
  }
})();
