/* A consequence tells the day typed into its field; without a day it says what is true on any. */
(() => {
  "use strict";

  const LONG = new Intl.DateTimeFormat("pl", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  function dayIn(text) {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    /* Some browsers read 31 February as a day of March. */
    return day && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text) ? day : null;
  }

  function follow(line) {
    const { qmsFollows: field, qmsDated: dated } = line.dataset;
    const input = line.closest(".qms-operation").querySelector(`[name="form.widgets.${field}"]`);
    const day = input && dayIn(input.value.trim());
    line.dataset.qmsUndated ??= line.textContent;
    const words = day ? dated.replace("${day}", `${LONG.format(day)} r.`.replaceAll(" ", "\u00a0")) : line.dataset.qmsUndated;
    if (line.textContent !== words) line.textContent = words;
  }

  function followAll(root) {
    root.querySelectorAll("[data-qms-follows]").forEach((line) => {
      follow(line);
      line.setAttribute("aria-live", "polite");
    });
  }

  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => {
      const form = event.target.closest?.(".qms-operation");
      form?.querySelectorAll("[data-qms-follows]").forEach(follow);
    });
  }
  document.addEventListener("qms:shown", (event) => followAll(event.target));
  followAll(document);
})();
