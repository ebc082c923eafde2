/* Keyboard repairs for the theme, and the arrow keys on the map of a route. It opens the menu and the search with a <label> and a hidden checkbox, which no
   keyboard reaches. Each label becomes a real button; what is out of sight leaves the tab order (inert).
   Without script the labels still work. */
(function () {
  "use strict";
  const find = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const [drawer, menu, search] = ["#__drawer", ".md-sidebar--primary", ".md-search"].map((name) => document.querySelector(name));
  // How wide the window is. Where a browser does not say, the window itself does.
  const atLeast = (width) => {
    try {
      const list = matchMedia(`(min-width: ${width}em)`);
      if (list) return list;
    } catch {
      console.info("No matchMedia");
    }
    return { get matches() { return innerWidth >= 16 * width; } };
  };
  const column = atLeast(76.25); // from here on the theme shows the menu as a column
  const field = atLeast(60); // from here on the search field is always in sight
  // By its attribute: a browser that does not know inert (Safari before 15.5) then hides it by style.
  const rest = (node, wanted) => { if (wanted) node.setAttribute("inert", ""); else node.removeAttribute("inert"); };
  if (!("inert" in HTMLElement.prototype)) document.documentElement.classList.add("no-inert");
  const toButton = (label) => {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: label.className + " as-button" });
    button.dataset.opens = box.id;
    button.append(...Array.from(label.childNodes, (node) => node.cloneNode(true)));
    const link = label.parentElement.querySelector("a");
    if (!button.innerText.trim()) button.setAttribute("aria-label", { __drawer: "Menu", __search: "Zoeken" }[box.id] || "Meer bij " + link.innerText.trim());
    if (label.id) { button.id = label.id; label.removeAttribute("id"); } // names the list below it
    label.hidden = true; // stays in the page: the theme listens to it
    label.before(button);
    button.addEventListener("click", () => {
      box.click();
      const next = find(`[data-opens='${box.id}']`).find((other) => other !== button);
      ({ __drawer: menu, __search: search && search.querySelector("input") }[box.id] || (column.matches ? button : next || button)).focus({ preventScroll: true }); // what slides in is not in view yet: the drawer would scroll to it
    });
  };
  const update = () => {
    find("[data-opens]").forEach((button) => { // a heading in the column is no control
      button.disabled = column.matches && Boolean(button.closest(".md-nav__item")) && button.closest(".md-nav__item").matches(".md-nav__item--section");
      button.setAttribute("aria-expanded", String(document.getElementById(button.dataset.opens).checked || button.disabled));
    });
    find(".md-nav__item", menu || search).forEach((item) => { // below the column, an open part covers the others
      const [list, box] = [":scope > .md-nav", ":scope > .md-nav__toggle"].map((name) => item.querySelector(name));
      const heading = item.matches(".md-nav__item--section");
      if (box && list) { // no box: a list of headings, always open
        rest(list, !box.checked && !(column.matches && heading));
        find(":scope > .md-nav__link", item).forEach((link) => { rest(link, !column.matches && box.checked); });
      }
      rest(item, !column.matches && !(box && box.checked) && Boolean(item.parentElement.querySelector(":scope > li > .md-nav__toggle:checked")));
    });
    if (menu) rest(menu, !column.matches && !drawer.checked);
    if (search) {
      const open = document.getElementById("__search").checked;
      if (!open && search.contains(document.activeElement)) find("[data-opens='__search']").forEach((button) => button.focus());
      rest(search, !open && !field.matches);
      rest(search.querySelector(".md-search__output"), !open);
    }
  };
  const close = () => { if (drawer.checked && !column.matches) drawer.click(); };
  find(".md-header label[for='__drawer'], .md-header__button[for='__search'], .md-sidebar--primary label[for^='__nav_'], .md-sidebar--primary label[for='__toc']").forEach(toButton);
  find(".md-nav[aria-expanded]").forEach((list) => list.removeAttribute("aria-expanded"));
  document.addEventListener("change", update);
  if (column.addEventListener) [column, field].forEach((width) => width.addEventListener("change", update));
  else addEventListener("resize", update);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search && search.contains(event.target)) { // the theme drops the focus: the next Tab comes back here
      search.tabIndex = -1;
      setTimeout(() => { if (document.activeElement === document.body) search.focus(); });
    }
    if (event.key === "Escape" && drawer.checked) { close(); document.querySelector("[data-opens='__drawer']").focus(); }
  });
  // The map of a route: the arrow keys walk along what is in sight of it.
  document.addEventListener("keydown", (event) => {
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!turn || !event.target.matches(".map-stop, .map-head")) return;
    const stops = find(".map-head, details[open] > .map-stops .map-stop, .line-map > .map-stops .map-stop");
    const next = stops[stops.indexOf(event.target) + turn];
    event.preventDefault();
    if (next) next.focus();
  });
  if (menu) menu.tabIndex = -1; // takes the focus when it opens
  if (menu) menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(); });
  addEventListener("load", () => find(".md-typeset__scrollwrap").forEach((box) => { box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1; }));
  update();
})();
