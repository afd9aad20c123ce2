/* Small comforts of the intranet. Every page works without them. */
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

  /* Operations open over the page; the same address is a page of its own for those without scripts. */
  const operationIn = (text) => find(".qms-operation", new DOMParser().parseFromString(text, "text/html"));

  function showOperation(dialog, operation) {
    dialog.replaceChildren(operation);
    enableDialogs(dialog);
    const title = find(".qms-dialog-title", dialog);
    if (title) dialog.setAttribute("aria-labelledby", title.id);
    (find("[data-qms-errors]", dialog) || find("input:not([type=hidden]), textarea, select", dialog))?.focus();
  }

  async function submitInside(event, dialog) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    event.preventDefault();
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form, event.submitter),
      headers: { Accept: "text/html", "X-Qms-Dialog": "1" },
    });
    /* The result is opened, not fetched here, or the message about it would be shown to nobody. */
    const result = response.headers.get("X-Qms-Location");
    if (result) {
      window.location.assign(result);
      return;
    }
    const operation = operationIn(await response.text());
    if (operation) showOperation(dialog, operation);
    else if (response.redirected) window.location.assign(response.url);
    else HTMLFormElement.prototype.submit.call(form);
  }

  async function openOperation(event) {
    const link = event.currentTarget;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const response = await fetch(link.href, { headers: { Accept: "text/html" } });
    const operation = response.ok && operationIn(await response.text());
    if (!operation) {
      window.location.assign(link.href);
      return;
    }
    const existing = link.closest("dialog");
    const dialog = existing || document.createElement("dialog");
    if (!existing) {
      dialog.className = "qms-dialog";
      dialog.addEventListener("submit", (submitted) => submitInside(submitted, dialog));
      dialog.addEventListener("close", () => {
        dialog.remove();
        link.focus();
      });
      document.body.append(dialog);
      dialog.showModal();
    }
    showOperation(dialog, operation);
  }

  function enableDialogs(root) {
    all("a[data-qms-dialog]", root).forEach((link) => link.addEventListener("click", openOperation));
    all("[data-qms-open]", root).forEach((button) => {
      button.addEventListener("click", () => document.getElementById(button.dataset.qmsOpen)?.showModal());
    });
    all("[data-qms-close]", root).forEach((closer) => {
      closer.addEventListener("click", (event) => {
        const dialog = closer.closest("dialog");
        if (!dialog) return;
        event.preventDefault();
        dialog.close();
      });
    });
  }

  /* Suggestions under a search field: a list box driven from the field. */
  function enableSuggestions(field) {
    const list = document.createElement("div");
    list.className = "qms-suggestions";
    list.id = "qms-suggestions";
    list.hidden = true;
    field.form.append(list);
    Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })
      .forEach(([name, value]) => field.setAttribute(name, value));
    const options = () => all('[role="option"]', list);
    const chosen = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");
    /* An option names its address itself, since a list box may hold no links. */
    const open = (option) => {
      const address = option && (option.dataset.qmsHref || find("a", option)?.href);
      if (address) window.location.assign(address);
    };
    let timer = null;
    let asked = 0;

    const show = (shown) => {
      list.hidden = !shown;
      field.setAttribute("aria-expanded", String(shown));
      if (!shown) field.removeAttribute("aria-activedescendant");
    };
    const choose = (index) => options().forEach((option, position) => {
      option.setAttribute("aria-selected", String(position === index));
      if (position === index) field.setAttribute("aria-activedescendant", option.id);
    });
    const ask = async () => {
      const text = field.value.trim();
      if (text.length < 2) return show(false);
      const turn = ++asked;
      const response = await fetch(`${field.dataset.qmsSuggestions}?SearchableText=${encodeURIComponent(text)}`);
      if (!response.ok || turn !== asked) return;
      list.innerHTML = await response.text();
      show(options().length > 0);
      choose(0);
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 180);
    });
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const count = options().length;
      if (event.key === "ArrowDown") choose((chosen() + 1) % count);
      else if (event.key === "ArrowUp") choose((chosen() - 1 + count) % count);
      else if (event.key === "Enter") open(options()[chosen()]);
      else if (event.key === "Escape") show(false);
      else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => open(event.target.closest('[role="option"]')));
    field.addEventListener("blur", () => show(false));
  }

  document.addEventListener("keydown", shortcut);
  document.addEventListener("keydown", closeMenus);
  document.addEventListener("click", closeMenus);
  document.addEventListener("submit", makeBusy, true);
  window.addEventListener("pageshow", makeIdle);
  all("[data-qms-toggle]").forEach(enableToggle);
  all("[data-qms-contents]").forEach(followReading);
  all(".qms-text table").forEach(frameTable);
  if (window.matchMedia("(max-width: 760px)").matches) all("[data-qms-fold]").forEach((part) => { part.open = false; });
  all("[data-qms-suggestions]").forEach(enableSuggestions);
  all("[data-qms-print]").forEach((button) => button.addEventListener("click", (event) => {
    event.preventDefault();
    window.print();
  }));
  enableDialogs(document);
  find("[data-qms-errors]")?.focus();
})();
