/* Moving from change to change in a comparison, and comparing at once what was chosen. */
(() => {
  "use strict";

  const redline = document.querySelector("[data-qms-redline]");
  const steps = document.querySelector("[data-qms-changes]");

  /* The number of a change is its place: beside each other both sides may carry it. */
  const marks = redline ? [...redline.querySelectorAll(".qms-redline-number[id^='zmiana-']")] : [];
  let place = -1;

  function go(target) {
    place = Math.max(0, Math.min(target, marks.length - 1));
    document.querySelectorAll(".qms-redline-present").forEach((block) => block.classList.remove("qms-redline-present"));
    const mark = marks[place];
    mark.parentElement.classList.add("qms-redline-present");
    mark.focus();
    mark.scrollIntoView({ block: "center" });
    const words = steps.dataset.qmsChanges.replace("${number}", place + 1).replace("${all}", marks.length);
    steps.querySelector("[data-qms-present]").textContent = words;
  }

  /* Arrows move on while a change or a button of these has the focus, and nowhere else. */
  function byKey(event) {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!direction || !event.target.matches(".qms-redline-number, [data-qms-step]")) return;
    event.preventDefault();
    go(place + direction);
  }

  if (steps && marks.length) {
    steps.hidden = false;
    steps.querySelectorAll("[data-qms-step]").forEach((button) => {
      button.addEventListener("click", () => go(place + Number(button.dataset.qmsStep)));
    });
    document.addEventListener("keydown", byKey);
  }

  /* A section that the contents lead to is unfolded. */
  window.addEventListener("hashchange", () => {
    const folded = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.closest("details");
    if (folded) folded.open = true;
  });

  document.querySelectorAll("[data-qms-submit-on-change]").forEach((form) => {
    form.querySelector("button").hidden = true;
    form.addEventListener("change", () => form.requestSubmit());
  });
})();
