// A report that the line did not carry stays on this device and is sent when the line is back. Without this file the
// form still posts with its button.
(() => {
  "use strict";
  const form = document.getElementById("report");
  if (!form) return;
  const key = `quyen-report-${form.dataset.person}-${form.dataset.assignment}`;
  const status = document.getElementById("saved");
  const next = document.querySelector("[data-next]");
  const revision = () => document.getElementById("revision"); // a save puts another in its place
  const values = () => ({ state: form.elements.state.value, note: form.elements.note.value, revision: revision().value });
  const kept = () => JSON.parse(localStorage.getItem(key) || "null");
  let leaving = false, dirty = false;

  const keep = () => {
    localStorage.setItem(key, JSON.stringify(values()));
    status.textContent = form.dataset.wordKept;
    leaving = false;
  };
  const send = () => window.htmx.trigger(form, "change");

  const go = () => window.location.assign(next.dataset.next);

  for (const name of ["input", "change"]) form.addEventListener(name, () => { dirty = true; });
  form.addEventListener("htmx:sendError", keep);
  form.addEventListener("htmx:responseError", keep);
  const said = () => JSON.stringify([form.elements.state.value, form.elements.note.value]);
  form.addEventListener("htmx:beforeRequest", (event) => { event.detail.xhr.said = said(); });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    document.querySelector(".conflict")?.scrollIntoView({ block: "center" });
    const saved = status.querySelector(".good") || event.detail.xhr.responseText.includes('class="good"');
    // an answer to what was said before the last change: another request is on its way
    if (saved && event.detail.xhr.said !== said()) return;
    if (saved) { localStorage.removeItem(key); dirty = false; }
    if (leaving && saved) go();
    leaving = false;
  });
  // "next" saves first and goes on only when it is saved; nothing to save, nothing to wait for
  next?.addEventListener("click", (event) => {
    event.preventDefault();
    if (!dirty) { go(); return; }
    leaving = true;
    send();
  });
  document.addEventListener("click", (event) => {
    const mine = event.target.closest("[data-mine]");
    if (mine) {
      event.preventDefault();
      revision().value = mine.dataset.mine;
      send();
    }
    if (event.target.closest("[data-theirs]")) localStorage.removeItem(key);
  });
  window.addEventListener("online", () => { if (kept()) send(); });
  const before = kept();
  if (before) {
    const choice = form.querySelector(`[name=state][value="${CSS.escape(before.state)}"]`);
    if (choice) choice.checked = true;
    form.elements.note.value = before.note;
    revision().value = before.revision; // whoever reported since then is not overwritten
    window.setTimeout(send, 0);
  }
})();
