/* A draft saves itself, tells who else is editing it, and is not left with unsaved work. Without this the button does. */
(() => {
  "use strict";

  const form = document.querySelector("[data-qms-autosave]");
  if (!form) return;
  const { url, fields, words, ...given } = JSON.parse(form.dataset.qmsAutosave);
  const status = form.querySelector("[data-qms-saved]");
  const others = form.querySelector("[data-qms-others]");
  const token = form.elements._authenticator.value;

  const LOOK_EVERY = 1500;
  const PRESENCE_EVERY = 25000;

  let digest = given.digest;
  let saved = null;
  let typed = null;
  let editorSeen = false;
  let busy = false;
  let stopped = false;
  let leaving = false;

  const inputs = (name) => [...form.querySelectorAll(`[name="form.widgets.${name}"], [name="form.widgets.${name}:list"]`)];
  const editor = (id) => window.tinymce?.get(id);
  const readers = {
    text: ([input]) => input.value,
    lines: ([input]) => input.value.split("\n").map((line) => line.trim()).filter(Boolean),
    list: (ticks) => ticks.filter((tick) => tick.checked).map((tick) => tick.value),
    choice: ([input]) => (input.value.startsWith("--") ? null : input.value),
    date: ([input]) => input.value.trim() || null,
    html: ([input]) => (editor(input.id)?.initialized ? editor(input.id).getContent() : input.value),
  };

  function read() {
    return Object.fromEntries(Object.entries(fields)
      .map(([name, kind]) => [name, kind, inputs(name)])
      .filter(([, kind, found]) => found.length || kind === "list")
      .map(([name, kind, found]) => [name, JSON.stringify(readers[kind](found))]));
  }

  function changed(values) {
    return Object.keys(values).filter((name) => values[name] !== saved[name]);
  }

  const filesChosen = () => [...form.querySelectorAll('input[type="file"]')].some((input) => input.files.length);

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function request(method, address, body, headers = {}) {
    return fetch(address, {
      method,
      headers: { Accept: "application/json", "Content-Type": "application/json", "X-CSRF-TOKEN": token, ...headers },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  }

  /* Somebody was quicker, or the draft is no draft any more: nothing is overwritten, nothing typed is lost. */
  function stop(message) {
    stopped = true;
    const box = document.createElement("div");
    box.className = "qms-message qms-message-void";
    box.setAttribute("role", "alert");
    const sentence = document.createElement("p");
    sentence.textContent = `${message} ${words.kept} `;
    const again = document.createElement("a");
    again.href = window.location.href;
    again.textContent = words.reload;
    again.addEventListener("click", () => { leaving = true; });
    sentence.append(again);
    box.append(sentence);
    form.querySelector("header").after(box);
    say(words.failed);
  }

  async function save(values) {
    const names = changed(values);
    busy = true;
    say(words.saving);
    try {
      const body = Object.fromEntries(names.map((name) => [name, JSON.parse(values[name])]));
      const response = await request("PATCH", url, body, { "If-Match": `"${digest}"` });
      const answer = await response.json();
      if (response.ok) {
        digest = answer.digest;
        form.elements.expected_digest.value = digest;
        saved = { ...saved, ...values };
        const now = new Date();
        say(words.saved.replace("${hour}", `${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`));
      } else if (response.status === 400) {
        say([words.failed, ...(answer.errors || []).map((error) => error.message)].join(" "));
      } else {
        stop(answer.message || words.failed);
      }
    } catch {
      say(words.unreachable);
      typed = null;
    } finally {
      busy = false;
    }
  }

  /* The editor writes its own HTML when it wakes: that is no change of the person's. */
  function noticeEditor(values) {
    const awake = inputs("body").some((input) => editor(input.id)?.initialized);
    if (awake && !editorSeen) {
      editorSeen = true;
      saved.body = values.body;
    }
  }

  /* Saved when nothing was typed between two looks. */
  function look() {
    if (busy || stopped || leaving) return;
    const values = read();
    noticeEditor(values);
    const names = changed(values);
    if (!names.length) return;
    const present = JSON.stringify(values);
    if (present === typed) return;
    if (look.last === present) {
      typed = present;
      save(values);
    } else {
      say(words.unsaved);
    }
    look.last = present;
  }

  async function tellPresence() {
    if (stopped) return;
    try {
      const response = await request("POST", `${url}/@presence`, {});
      if (!response.ok) return;
      const people = (await response.json()).others.map(({ post, name }) => [post, name].filter(Boolean).join(", "));
      const text = people.length ? `${words.editing} ${people.join("; ")}` : "";
      if (others.textContent !== text) others.textContent = text;
    } catch {
      /* Asked again soon; saving tells of a lost connection. */
    }
  }

  window.addEventListener("beforeunload", (event) => {
    if (leaving || (!changed(read()).length && !filesChosen())) return;
    event.preventDefault();
    event.returnValue = "";
  });
  form.addEventListener("submit", () => { leaving = true; });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file" && filesChosen()) say(words.files);
  });

  saved = read();
  setInterval(look, LOOK_EVERY);
  setInterval(tellPresence, PRESENCE_EVERY);
  tellPresence();
})();
