/* A batch of records goes on by itself while its page is open; without this there is a button, and the worker. */
(() => {
  "use strict";

  async function goOn() {
    const form = document.querySelector("[data-qms-batch]");
    if (!form || !form.querySelector("button")) return;
    const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("qms-batch");
    if (!fresh) return;
    document.getElementById("qms-batch").replaceWith(fresh);
    goOn();
  }

  goOn();
})();
