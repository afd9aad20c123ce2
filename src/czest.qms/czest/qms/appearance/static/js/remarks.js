/* Selected words of the text become the passage of a remark. Without it a paragraph is chosen from a list. */
(() => {
  "use strict";

  const text = document.querySelector(".qms-text");
  const bar = document.querySelector("[data-qms-selection]");
  const link = document.querySelector("[data-qms-add-remark]");
  if (!text || !bar || !link) return;

  const BLOCKS = "h2, h3, h4, p, li, caption, td, th";
  const AROUND = 120;
  const flat = (words) => words.replace(/\s+/g, " ");
  /* What is selected, and what was when the button was pressed. */
  let passage = null;
  let chosen = null;

  /* The text before, within and behind a range, without the numbers of remarks; blocks stand apart. */
  function cut(range) {
    const parts = { before: "", within: "", behind: "" };
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data || node.parentElement.closest(".qms-passage-number")) continue;
      const own = node.parentElement.closest(BLOCKS);
      const apart = own !== block ? " " : "";
      block = own;
      const where = range.comparePoint(node, 0);
      const begins = node === range.startContainer ? range.startOffset : where < 0 ? node.data.length : 0;
      const ends = node === range.endContainer ? range.endOffset : where > 0 ? 0 : node.data.length;
      parts[begins ? "before" : ends ? "within" : "behind"] += apart;
      parts.before += node.data.slice(0, begins);
      parts.within += node.data.slice(begins, ends);
      parts.behind += node.data.slice(Math.max(begins, ends));
    }
    return parts;
  }

  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const { before, within, behind } = cut(range);
    const quote = flat(within).trim();
    if (!quote) return null;
    return {
      quote,
      prefix: flat(before).trim().slice(-AROUND),
      suffix: flat(behind).trim().slice(0, AROUND),
      position: String(flat(before).trimStart().length),
    };
  }

  document.addEventListener("selectionchange", () => {
    if (document.querySelector("dialog[open]")) return;
    const found = selected();
    /* A press of the button takes the selection away in some browsers. */
    if (!found && bar.contains(document.activeElement)) return;
    passage = found;
    bar.hidden = !passage;
    bar.querySelector("[data-qms-selected]").textContent = passage ? `„${passage.quote}”` : "";
  });

  bar.querySelector("button").addEventListener("click", () => {
    chosen = passage;
    link.click();
    bar.hidden = true;
  });

  document.addEventListener("qms:shown", (event) => {
    const form = event.target.querySelector("#operation-add-remark");
    if (!form || !chosen) return;
    for (const [name, value] of Object.entries(chosen)) {
      const input = form.querySelector(`[name="form.widgets.${name}"]`);
      if (input) input.value = value;
    }
    chosen = null;
    form.querySelector('[name="form.widgets.text"]').autofocus = true;
  });
})();
