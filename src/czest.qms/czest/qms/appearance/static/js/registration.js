/* The symbol that a document would get follows the kind and the unit chosen. */
(() => {
  "use strict";

  async function previewSymbol(event) {
    const form = event.target.closest?.(".qms-operation");
    const shown = form?.querySelector(".qms-symbol-preview");
    const [kind, unit] = ["kind", "owner_unit"].map((name) => form?.querySelector(`select[name="form.widgets.${name}:list"]`));
    if (!shown || (event.target !== kind && event.target !== unit)) return;
    shown.setAttribute("role", "status");
    const question = new URLSearchParams({ kind: kind.value, unit: unit.value });
    const response = await fetch(`${form.action.replace(/@@operation.*/, "@@symbol-preview")}?${question}`);
    const { symbol } = response.ok ? await response.json() : {};
    if (symbol) shown.textContent = symbol;
  }

  document.addEventListener("change", previewSymbol);
})();
