// What the line did not carry stays on this device and is sent when the line is back. Without this file the form posts
// with its button.
(() => {
  "use strict";
  const form = document.getElementById("write");
  if (!form) return;
  const key = `quyen-product-${form.dataset.person}-${form.dataset.product}`;
  const status = document.getElementById("saved");
  const revision = () => document.getElementById("revision"); // a save puts another in its place
  const TEXTS = ["title", "summary", "body", "transcript", "credits"];
  const said = () => JSON.stringify([...new FormData(form)].filter(([name]) => !["revision", "csrfmiddlewaretoken"].includes(name)));
  const send = () => window.htmx.trigger(form, "change");
  let clean = said(), under_way = 0, leaving = false;

  const keep = () => {
    const texts = Object.fromEntries(TEXTS.map((name) => [name, form.elements[name].value]));
    try { localStorage.setItem(key, JSON.stringify({ texts, revision: revision().value })); } catch { /* full: still on the screen */ }
    status.textContent = form.dataset.wordKept;
  };
  form.addEventListener("htmx:sendError", keep);
  form.addEventListener("htmx:responseError", keep);
  form.addEventListener("htmx:beforeRequest", (event) => { event.detail.xhr.said = said(); under_way += 1; });
  form.addEventListener("htmx:afterRequest", (event) => {
    under_way -= 1;
    if (leaving && !under_way) window.setTimeout(() => form.requestSubmit(), 0); // with the number that the answer brought
    if (!event.detail.successful) return;
    document.querySelector(".lib-conflict")?.scrollIntoView({ block: "center" });
    if (!event.detail.xhr.responseText.includes('class="good"')) return;
    clean = event.detail.xhr.said;
    localStorage.removeItem(key);
  });
  document.addEventListener("click", (event) => {
    const mine = event.target.closest("[data-mine]");
    if (mine) {
      event.preventDefault();
      revision().value = mine.dataset.mine;
      send();
    }
    if (event.target.closest("[data-theirs]")) { localStorage.removeItem(key); clean = said(); }
  });
  // a save that is still on its way comes first, or the two would be taken for two people
  form.addEventListener("submit", (event) => {
    if (under_way) { event.preventDefault(); leaving = true; return; }
    leaving = false;
    clean = said();
  });
  window.addEventListener("beforeunload", (event) => { if (clean !== said()) event.preventDefault(); });
  window.addEventListener("online", () => { if (localStorage.getItem(key)) send(); });
  const before = JSON.parse(localStorage.getItem(key) || "null");
  if (before) {
    for (const name of TEXTS) form.elements[name].value = before.texts[name];
    revision().value = before.revision; // whoever wrote since then is not overwritten
    window.setTimeout(send, 0);
  }
})();
