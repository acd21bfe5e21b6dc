// Photographs and files of an assignment: kept in this browser until the server has them, so that no line is needed
// when they are taken. Without this file the form posts one file with its button.
(() => {
  "use strict";
  const form = document.querySelector("[data-evidence]");
  if (!form || !window.indexedDB) return;
  const input = form.querySelector("input[type=file]");
  const list = document.getElementById("waiting");
  const there = document.getElementById("evidence");
  const word = (name) => form.dataset["word" + name[0].toUpperCase() + name.slice(1)];
  const person = form.dataset.person;
  const AGAIN = 30_000; // ms until the next try
  let busy = false, again = false;
  form.querySelector("[data-plain]").hidden = true;
  input.multiple = true;

  const opened = new Promise((done, failed) => {
    const asked = indexedDB.open("quyen-evidence", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("waiting", { keyPath: "id", autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const store = async (mode, deed) => {
    const base = await opened;
    return new Promise((done, failed) => {
      const asked = deed(base.transaction("waiting", mode).objectStore("waiting"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  };
  const mine = async () => (await store("readonly", (s) => s.getAll())).filter((one) => one.person === person);
  const forget = (one) => store("readwrite", (s) => s.delete(one.id));

  const row = (one) => {
    const item = document.createElement("div");
    const tag = document.createElement("span"), what = document.createElement("span"), drop = document.createElement("button");
    const more = document.createElement("span");
    item.className = "ev"; tag.className = "tag warn"; what.className = "what"; drop.className = "plain"; more.className = "muted";
    tag.textContent = one.problem ? word("refused") : one.sending ? word("sending") : word("waiting");
    more.textContent = one.problem || (one.enter ? word("enter") : `${(one.blob.size / 1048576).toFixed(1).replace(".", ",")} MB · ${word("later")}`);
    what.append(one.name, document.createElement("br"), more);
    drop.type = "button"; drop.textContent = word("drop"); drop.setAttribute("aria-label", `${word("drop")} ${one.name}`);
    drop.addEventListener("click", async () => { await forget(one); show(); });
    item.append(tag, what, drop);
    return item;
  };
  const here = (one) => one.address === form.getAttribute("action");
  const show = async (changed) => {
    const rows = (await mine()).filter(here).map((one) => (changed && changed.id === one.id ? { ...one, ...changed } : one));
    list.replaceChildren(...rows.map(row));
  };

  // true: gone or refused for good; false: the line or the session is missing, try again later
  const post = async (one) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("tep", one.blob, one.name);
    let answer;
    try {
      answer = await fetch(one.address, { method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "manual" });
    } catch { await show(); return false; }
    if (answer.type === "opaqueredirect" || answer.status === 403) { await show({ id: one.id, enter: true }); return false; }
    if (answer.status === 201) {
      const made = await answer.json();
      await forget(one);
      if (here(one)) {
        there.innerHTML = made.rows;
        for (const back of there.querySelectorAll("[data-back]")) back.value = window.location.pathname;
      }
      return true;
    }
    if (answer.status === 422) {
      const problem = (await answer.json()).error;
      await store("readwrite", (s) => s.put({ ...one, problem }));
      return true;
    }
    await show();
    return answer.status === 404 && (await forget(one), true);
  };
  const sendAll = async () => {
    for (const one of await mine()) {
      if (one.problem) continue;
      await show({ id: one.id, sending: true });
      if (!(await post(one))) return;
      await show();
    }
  };
  // one round at a time; what was added meanwhile has a round of its own
  const flush = async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) { again = false; await sendAll(); }
    } finally { busy = false; }
  };

  input.addEventListener("change", async () => {
    const files = [...input.files];
    for (const file of files) {
      await store("readwrite", (s) => s.add({ address: form.getAttribute("action"), person, name: file.name, blob: file }));
    }
    input.value = "";
    await show();
    flush();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  window.addEventListener("online", flush);
  window.setInterval(flush, AGAIN);
  show().then(flush);
})();
