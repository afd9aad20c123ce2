/* Work that goes on by itself: its sentence follows it, and the page is drawn anew when it is done. Without this, a link
   on the page looks again. */
(() => {
  "use strict";

  const PAUSE = 3000;

  async function follow(place) {
    const response = await fetch(place.dataset.qmsProgress, { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    const state = await response.json();
    if (state.finished) {
      window.location.reload();
      return;
    }
    const words = place.querySelector("[data-qms-progress-words]");
    if (words.textContent !== state.sentence) words.textContent = state.sentence;
    const bar = place.querySelector("progress");
    bar.max = state.total;
    bar.value = state.done;
    setTimeout(() => follow(place), PAUSE);
  }

  document.querySelectorAll("[data-qms-progress]").forEach((place) => setTimeout(() => follow(place), PAUSE));
})();
