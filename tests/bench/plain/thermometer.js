// The thermometer of widgets/page.py and widgets/core/thermometer.py in plain JavaScript: the floor that a widget
// could reach. Same data, same messages, same HTML up to the result, which the bench never opens.
(function () {
  "use strict";
  const WARNING_SECONDS = 60, WIPE_SECONDS = 90;
  const ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};
  const BLOCK = new Set(["dt", "dd", "th", "td", "tr", "li", "p", "h2", "h3", "summary", "legend", "label"]);
  const escape = (text) => String(text).replace(/[&<>"']/g, (char) => ENTITIES[char]);
  const tag = (name, attributes, ...children) => {
    let html = "<" + name;
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === true) html += " " + key;
      else if (value !== false && value != null) html += ` ${key}="${escape(value)}"`;
    }
    return html + ">" + (name === "input" ? "" : children.flat().join("") + `</${name}>` + (BLOCK.has(name) ? "\n" : ""));
  };

  // ---- update ----

  const init = () => ({at: 0, answers: {}, news: "", idle: false});
  const places = (content) => content.sections.flatMap((section) => section.items.map((item) => ({section, item})));
  const isUntouched = (model) => model.at === 0 && !Object.keys(model.answers).length;

  function update(content, model, [name, id, value]) {
    const all = places(content), moved = (at, answers) => ({at, answers, news: "", idle: false});
    if (name === "answered") {
      if (!/^[0-5]$/.test(value)) throw new Error("answer off the scale: " + value);
      if (!all.some(({item}) => item.id === id)) throw new Error("unknown item: " + id);
      return moved(model.at, {...model.answers, [id]: Number(value)});
    }
    if (name === "went-on" || name === "skipped") {
      if (model.at >= all.length) return model;
      const answers = {...model.answers};
      if (name === "skipped") delete answers[all[model.at].item.id];
      return moved(model.at + 1, answers);
    }
    if (name === "went-back") return moved(Math.max(0, model.at - 1), model.answers);
    if (name === "finished") return moved(all.length, model.answers);
    if (name === "restarted") return {...init(), news: "Je antwoorden zijn gewist. Je begint opnieuw."};
    if (name === "idled") {
      return {...model, idle: true, news: "Ben je er nog? Over een halve minuut wissen we je antwoorden."};
    }
    if (name === "stirred") return model.idle ? {...model, idle: false, news: ""} : model;
    if (name === "timed-out") {
      return {...init(), news: "Je antwoorden zijn gewist, omdat er even niets gebeurde."};
    }
    throw new Error("unknown message: " + name);
  }

  // ---- view ----

  function view(content, model) {
    const all = places(content);
    return tag("div", {class: "thermometer"},
      tag("p", {class: "thermometer-news", role: "status", "data-news": true}, escape(model.news)),
      tag("div", {"data-body": true}, model.at < all.length ? question(content, all, model) : ""));
  }

  function question(content, all, model) {
    const {section, item} = all[model.at];
    const chosen = item.id in model.answers ? model.answers[item.id] : -1;
    const choices = section.labels.map((label, value) => tag("label", {class: "choice"},
      tag("input", {type: "radio", name: "antwoord-" + item.id, value: String(value), autocomplete: "off",
                    checked: chosen === value, "data-answer": item.id}),
      tag("span", null, escape(label))));
    return tag("form", {class: "thermometer-question", autocomplete: "off", "data-key": item.id},
      tag("div", {class: "progress"},
        tag("p", null, escape(`Vraag ${model.at + 1} van ${all.length} · ${section.name}`)),
        tag("progress", {max: all.length, value: String(model.at), "aria-label": "Hoe ver je bent"})),
      section.explanation && section.items[0].id === item.id
        ? tag("p", {class: "section-explanation"}, escape(section.explanation)) : "",
      tag("fieldset", {"data-part": "question"},
        tag("legend", {tabindex: "-1", "data-focus": true},
          tag("span", {class: "section-title"}, escape(section.title)), " ",
          tag("span", {class: "item-text"}, escape(item.text))),
        tag("div", {class: "choices"}, choices)),
      tag("div", {"data-part": "help", role: "status"}, item.signal && chosen >= 1 ? helpNow(content, item) : ""),
      controls(content, all, model, chosen));
  }

  function helpNow(content, item) {
    const lines = (content.help[item.help] || []).map((line) => tag("li", null,
      tag("strong", null, escape(line.name)), ": ",
      [line.phone && tag("a", {href: "tel:" + line.tel}, escape(line.phone)),
       line.site && tag("a", {href: line.site, rel: "noreferrer"}, escape(line.site_text))].filter(Boolean).join(" of "),
      escape(". " + line.for_whom)));
    return tag("div", {class: "help-now"},
      tag("p", null, "Wat je hier invult is niet normaal en het is niet jouw schuld. Je kunt er nu met iemand over praten:"),
      tag("ul", {class: "helplines"}, lines));
  }

  function controls(content, all, model, chosen) {
    const last = model.at === all.length - 1;
    const button = (message, kind, label, hidden) =>
      tag("button", {type: "button", class: kind + "-button", "data-message": message, hidden}, escape(label));
    return tag("div", {class: "thermometer-controls", "data-part": "controls"},
      button("went-on", "main", last ? "Bekijk je uitslag" : "Volgende", chosen < 0),
      button("skipped", "quiet", content.skip),
      model.at > 0 ? button("went-back", "quiet", "Vorige") : "",
      Object.keys(model.answers).length && !last ? button("finished", "quiet", "Stoppen en uitslag bekijken") : "");
  }

  // ---- page ----

  for (const root of document.querySelectorAll('[data-widget="thermometer"]')) {
    const content = JSON.parse(root.dataset.content);
    let model = init(), timers = [];

    const draw = () => { root.innerHTML = view(content, model); };
    const drawParts = () => {
      const fresh = document.createElement("div");
      fresh.innerHTML = view(content, model);
      for (const part of fresh.querySelectorAll("[data-part]")) {
        const old = root.querySelector(`[data-part="${part.dataset.part}"]`);
        if (old && old.innerHTML !== part.innerHTML && !old.contains(document.activeElement)) {
          old.innerHTML = part.innerHTML;
        }
      }
    };
    const clearTimers = () => { timers.forEach(clearTimeout); timers = []; };
    const happened = (message, show) => { model = update(content, model, message); show(); };
    const restartTimers = () => {
      clearTimers();
      if (isUntouched(model)) return;
      timers = [setTimeout(() => happened(["idled"], drawParts), WARNING_SECONDS * 1000),
                setTimeout(() => { clearTimers(); happened(["timed-out"], draw); }, WIPE_SECONDS * 1000)];
    };
    const stirred = () => {
      if (model.idle) happened(["stirred"], drawParts);
      restartTimers();
    };

    root.addEventListener("click", (event) => {
      const target = event.target.closest("[data-message]");
      if (!target) return;
      event.preventDefault();
      happened(target.dataset.message.split(" "), draw);
      root.querySelector("[data-focus]")?.focus();
      restartTimers();
    });
    root.addEventListener("change", (event) => {
      if (!event.target.dataset.answer) return;
      happened(["answered", event.target.dataset.answer, event.target.value], drawParts);
      restartTimers();
    });
    root.addEventListener("submit", (event) => event.preventDefault());
    for (const name of ["keydown", "pointerdown"]) document.addEventListener(name, stirred);
    for (const chosen of root.querySelectorAll("input:checked")) {
      model = update(content, model, ["answered", chosen.dataset.answer, chosen.value]);
    }
    if (!isUntouched(model)) { drawParts(); restartTimers(); }
    window.addEventListener("pagehide", () => { clearTimers(); model = init(); draw(); });
    root.setAttribute("data-ready", "");
  }
})();
