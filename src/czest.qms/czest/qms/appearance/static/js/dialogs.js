/* Operations as dialogs over the page. Every page works without it. */
(() => {
  "use strict";

  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /* Operations open over the page; the same address is a page of its own for those without scripts. */
  const operationIn = (text) => find(".qms-operation", new DOMParser().parseFromString(text, "text/html"));

  function showOperation(dialog, operation) {
    dialog.replaceChildren(operation);
    enableDialogs(dialog);
    dialog.dispatchEvent(new CustomEvent("qms:shown", { bubbles: true }));
    const title = find(".qms-dialog-title", dialog);
    if (title) dialog.setAttribute("aria-labelledby", title.id);
    const first = find("[autofocus]", dialog) || find("input:not([type=hidden]), textarea, select", dialog);
    (find("[data-qms-errors]", dialog) || first)?.focus();
  }

  /* A place of this very page must be read again, too: it has changed. */
  function lead(address) {
    const bare = (href) => href.split("#")[0];
    const stays = bare(new URL(address, window.location.href).href) === bare(window.location.href);
    window.location.assign(address);
    if (stays) window.location.reload();
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
      lead(result);
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

  enableDialogs(document);
})();
