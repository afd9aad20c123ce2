/* Small comforts of the intranet. Every page works without it. */
(() => {
  "use strict";

  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /* The key "/" leads to the search field from anywhere but a field. */
  function shortcut(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const field = find('[data-qms-shortcut="/"]');
    if (event.key !== "/" || typing || !field || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    find("#" + field.form.id)?.classList.add("qms-open");
    field.focus();
    field.select();
  }

  /* Menu and search of the phone: links to their target become switches. */
  function enableToggle(link) {
    const target = document.getElementById(link.dataset.qmsToggle);
    if (!target) return;
    const tell = () => link.setAttribute("aria-expanded", target.classList.contains("qms-open"));
    link.setAttribute("role", "button");
    link.setAttribute("aria-controls", target.id);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      target.classList.toggle("qms-open");
      if (target.classList.contains("qms-open")) find("input", target)?.focus();
      tell();
    });
    tell();
  }

  function closeMenus(event) {
    all("details[data-qms-menu][open]").forEach((menu) => {
      const escaped = event.key === "Escape";
      if (escaped || (event.type === "click" && !menu.contains(event.target))) menu.open = false;
      if (escaped) find("summary", menu).focus();
    });
  }

  /* The table of contents shows the section that is being read. */
  function followReading(contents) {
    const links = new Map();
    all('a[href^="#"]', contents).forEach((link) => {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section) links.set(section, link);
    });
    if (!links.size) return;
    const sections = [...links.keys()];
    let waiting = false;
    const mark = () => {
      waiting = false;
      const passed = sections.filter((section) => section.getBoundingClientRect().top < 120);
      const ended = window.scrollY > 0 && window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const present = ended ? sections.at(-1) : passed.at(-1) || sections[0];
      sections.forEach((section) => links.get(section).removeAttribute("aria-current"));
      links.get(present).setAttribute("aria-current", "true");
    };
    document.addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }, { passive: true });
    mark();
  }

  /* A wide table scrolls inside its own frame, by keyboard too; the frame is named after the heading above. */
  function frameTable(table) {
    if (table.scrollWidth <= table.parentElement.clientWidth) return;
    const above = (heading) => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING;
    const heading = all("h1, h2, h3, h4").filter(above).at(-1);
    const frame = document.createElement("div");
    frame.className = "qms-table-frame";
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", table.caption?.textContent || heading?.textContent || document.title);
    table.replaceWith(frame);
    frame.append(table);
  }

  /* A date is typed; the calendar of the browser helps. */
  function addCalendar(field) {
    const calendar = document.createElement("input");
    const button = document.createElement("button");
    calendar.type = "date";
    calendar.tabIndex = -1;
    calendar.className = "qms-calendar";
    calendar.setAttribute("aria-hidden", "true");
    button.type = "button";
    button.className = "qms-calendar-button";
    button.setAttribute("aria-label", field.dataset.qmsCalendar);
    button.addEventListener("click", () => {
      calendar.value = field.value;
      calendar.showPicker();
    });
    calendar.addEventListener("change", () => {
      field.value = calendar.value;
      field.focus();
    });
    field.after(button, calendar);
  }

  /* A pressed button says what is being done and cannot be pressed twice. */
  function makeBusy(event) {
    const button = event.submitter;
    if (!button) return;
    if (button.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    const width = button.offsetWidth;
    button.setAttribute("aria-busy", "true");
    if (!button.dataset.qmsBusy) return;
    button.style.minWidth = `${width}px`;
    button.dataset.qmsLabel = button.textContent;
    const words = find("[data-qms-words]", button);
    if (words) words.textContent = button.dataset.qmsBusy;
  }

  function makeIdle() {
    all('[aria-busy="true"]').forEach((button) => {
      button.removeAttribute("aria-busy");
      const words = find("[data-qms-words]", button);
      if (words && button.dataset.qmsLabel) words.textContent = button.dataset.qmsLabel.trim();
    });
  }

  document.addEventListener("qms:shown", (event) => all("[data-qms-calendar]", event.target).forEach(addCalendar));
  document.addEventListener("keydown", shortcut);
  document.addEventListener("keydown", closeMenus);
  document.addEventListener("click", closeMenus);
  document.addEventListener("submit", makeBusy, true);
  window.addEventListener("pageshow", makeIdle);
  all("[data-qms-toggle]").forEach(enableToggle);
  all("[data-qms-contents]").forEach(followReading);
  all(".qms-text table").forEach(frameTable);
  if (window.matchMedia("(max-width: 760px)").matches) all("[data-qms-fold]").forEach((part) => { part.open = false; });
  all("[data-qms-print]").forEach((button) => button.addEventListener("click", (event) => {
    event.preventDefault();
    window.print();
  }));
  find("[data-qms-errors]")?.focus();
  all("[data-qms-calendar]").forEach(addCalendar);
})();
