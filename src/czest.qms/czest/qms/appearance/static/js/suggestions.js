/* Suggestions while typing in a search field. Every page works without it. */
(() => {
  "use strict";

  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

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

  all("[data-qms-suggestions]").forEach(enableSuggestions);
})();
