/* Tells who waits for a widget that does not start, or that stopped: a browser that is too old, a filter, a download that failed.
   Then the page shows what it has without a script: the paper form, the whole text. Stands in the page itself, before the script
   of the widgets, and is written in the JavaScript of 2009, for it must run where the other does not. Arrives that one after all,
   this goes. A tap on something that is not ready yet is kept, and carried out when it is; when it never is, a link leads on. */
(function (me) {
  var PATIENCE = 12; // half seconds in which somebody could see the page
  var DEAD = "[data-widget]:not([data-ready])", STARTING = DEAD + ":not([data-failed])";
  var passed = 0, shown = null, tapped = null;

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function place(node, before) {
    before.parentNode.insertBefore(node, before);
    shown.push(node);
  }

  function make(tag, name) {
    var node = document.createElement(tag);
    node.className = name;
    return node;
  }

  function show() {
    shown = [];
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = me.getAttribute("data-style");
    document.head.appendChild(style);
    shown.push(style);
    all("noscript").forEach(function (one) {
      if (!/\S/.test(one.textContent) || one.parentNode === document.head) return;
      var instead = make("div", "");
      instead.innerHTML = one.textContent; // a browser that runs scripts reads what stands there as text
      place(instead, one);
    });
    var first = document.querySelector(DEAD);
    var told = make("p", "notice not-started");
    told.setAttribute("role", "alert");
    told.appendChild(document.createTextNode(me.getAttribute("data-text")));
    // Not in the block of the widget: that may be out of sight with its heading.
    var anchor = first.parentNode.className === "block" ? first.parentNode : first;
    var heading = anchor.previousElementSibling;
    place(told, heading && /^H[2-6]$/.test(heading.tagName) ? heading : anchor);
    all("details.paper").forEach(function (one) {
      one.setAttribute("open", "");
    });
  }

  function hide() {
    shown.forEach(function (one) {
      one.parentNode.removeChild(one);
    });
    shown = null;
  }

  // The last tap counts: who taps again means that.
  function keep(event) {
    var control = event.target.closest && event.target.closest("[data-message]");
    if (!control || !control.closest(STARTING) || shown || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    tapped = control;
    control.setAttribute("data-tapped", "");
    if (!waiting) waiting = setInterval(carry, 30);
  }

  function carry() {
    var control = tapped, href = control.getAttribute("href");
    if (control.closest(STARTING) && !shown) return;
    waiting = clearInterval(waiting);
    all("[data-tapped]").forEach(function (one) {
      one.removeAttribute("data-tapped");
    });
    if (control.closest("[data-ready]")) control.click();
    else if (href) location.href = href;
  }

  function look() {
    var dead = document.querySelector(DEAD);
    if (dead && !document.hidden) passed += 1; // a page that nobody sees does not start
    if (!dead && shown) hide();
    if (dead && !shown && passed >= PATIENCE) show();
    if (!dead) timer = clearInterval(timer);
  }

  // A script that cannot be fetched or read will not come: no need to wait.
  window.addEventListener("error", function (event) {
    var source = event.target && event.target.src || event.filename || "";
    if (source.indexOf("/widgets.") >= 0 && document.querySelector(DEAD)) passed = PATIENCE;
  }, true);
  // One that worked, and cannot go on.
  document.addEventListener("widget-stopped", function () {
    passed = PATIENCE;
    if (!timer) timer = setInterval(look, 500);
  });
  var timer = setInterval(look, 500), waiting = 0;
  document.addEventListener("click", keep, true);
})(document.getElementById("not-started"));
