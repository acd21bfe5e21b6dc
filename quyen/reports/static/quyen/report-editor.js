// Writing on the page of a report: saved some moments after the last key with the revision that was seen; what the line
// did not carry stays on this device and is sent later. Without this file each section has a form with a button.
(() => {
  "use strict";
  const sheet = document.querySelector("[data-editor]");
  if (!sheet || !window.fetch) return;
  const { textOf, chip, paragraph, fill } = window.quyenText;
  const AFTER = 800, AGAIN = 20_000; // ms after the last key; ms until the next try
  const word = (name) => sheet.dataset[`word${name}`];
  const figures = sheet.dataset.figures;
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const sections = new Map();
  let last = null; // where the person wrote last: {section, range}

  class Section {
    constructor(part) {
      this.part = part;
      this.words = part.querySelector(".words");
      this.said = part.querySelector(".said");
      this.both = part.querySelector(".both");
      this.seen = Number(part.dataset.seen);
      this.store = `quyen-section-${sheet.dataset.person}-${sheet.dataset.report}-${part.dataset.section}`;
      part.querySelector(".by-text").hidden = true;
      this.words.contentEditable = "true";
      for (const [name, value] of [["role", "textbox"], ["aria-multiline", "true"], ["aria-label", this.words.dataset.title]]) this.words.setAttribute(name, value);
      for (const one of this.words.querySelectorAll("[data-figure]")) one.contentEditable = "false";
      this.saved = textOf(this.words);
      this.words.addEventListener("input", () => this.changed());
      this.words.addEventListener("paste", (event) => this.pasted(event));
      this.words.addEventListener("beforeinput", (event) => { if (event.inputType.startsWith("format")) event.preventDefault(); });
      this.both.addEventListener("click", (event) => this.chosen(event));
      this.restore();
    }

    get clashes() { return this.both.hasChildNodes(); }
    get dirty() { return textOf(this.words) !== this.saved; }

    say(text, sign = "") { this.said.textContent = text; this.said.className = `said ${sign}`; }

    keep() {
      try { localStorage.setItem(this.store, JSON.stringify({ text: textOf(this.words), seen: this.seen })); } catch { /* a full or closed store: the page itself still holds the words */ }
    }
    forget() { try { localStorage.removeItem(this.store); } catch { /* as above */ } }

    restore() {
      let kept = null;
      try { kept = JSON.parse(localStorage.getItem(this.store) || "null"); } catch { /* as above */ }
      if (!kept) return;
      if (kept.text === this.saved) { this.forget(); return; }
      fill(this.words, kept.text, figures);
      this.seen = kept.seen; // whoever wrote since then is not overwritten
      this.say(word("Back"));
      this.save();
    }

    changed() {
      if (!this.words.textContent.trim() && !this.words.querySelector("[data-figure]")) this.words.replaceChildren();
      this.keep();
      window.clearTimeout(this.timer);
      if (!this.clashes) this.timer = window.setTimeout(() => this.save(), AFTER);
    }

    pasted(event) {
      event.preventDefault();
      document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
    }

    // true: nothing is left to be saved
    async save() {
      window.clearTimeout(this.timer);
      if (this.busy) return this.busy.then(() => this.save());
      if (this.clashes) return false;
      if (!this.dirty) { this.forget(); return true; }
      this.busy = this.post(textOf(this.words)).finally(() => { this.busy = null; });
      return this.busy;
    }

    async post(text) {
      this.say(word("Saving"));
      const data = new FormData();
      data.append("text", text);
      data.append("seen", String(this.seen));
      let answer;
      try {
        answer = await fetch(this.part.dataset.url, { method: "POST", body: data, redirect: "manual", headers: { Accept: "application/json", "X-CSRFToken": token } });
      } catch { return this.later(); }
      if (answer.type === "opaqueredirect" || answer.status === 403) { this.keep(); this.say(word("Enter"), "bad"); return false; }
      if (![200, 409, 422].includes(answer.status)) return this.later();
      const told = await answer.json();
      if (answer.status === 409) { this.clash(told); return false; }
      if (answer.status === 422) { this.keep(); this.say(`${word("Unsaved")}. ${told.error}`, "bad"); return false; }
      this.seen = told.revision;
      this.saved = text;
      this.say(told.said, "good");
      const back = this.part.querySelector("[data-fills]");
      if (back) back.hidden = false;
      this.sign(text.trim() !== "");
      if (this.dirty) this.changed(); else this.forget();
      return !this.dirty;
    }

    // the outline says at once that the section is no longer empty, or empty now
    sign(written) {
      const out = document.querySelector(".out[data-written]");
      const link = out?.querySelector(`a[href="#${this.part.id}"]`);
      if (!link || link.querySelector(".todo:not(.is-empty)")) return;
      const word = link.querySelector("span + span") ?? link.appendChild(document.createElement("span"));
      word.className = written ? "muted nowrap" : "todo nowrap is-empty";
      word.textContent = written ? out.dataset.written : out.dataset.empty;
    }

    later() { this.keep(); this.say(word("Kept"), "bad"); return false; }

    clash(told) {
      this.keep();
      this.say(word("Both"), "bad");
      this.both.innerHTML = told.html;
      this.theirs = told.revision;
      this.both.querySelector("[data-choice=both]").hidden = false;
      this.both.querySelector("details").hidden = true;
      this.both.scrollIntoView({ block: "nearest" });
    }

    chosen(event) {
      const choice = event.target.closest("[data-choice]")?.dataset.choice;
      if (!choice) return;
      event.preventDefault();
      const theirs = [...this.both.querySelector("[data-theirs]").children].map((one) => textOf(one));
      this.both.replaceChildren();
      this.seen = this.theirs;
      if (choice === "theirs") {
        fill(this.words, theirs.join("\n"), figures);
        this.saved = textOf(this.words);
        this.forget();
        this.say("");
        return;
      }
      if (choice === "both") for (const line of theirs) this.words.append(paragraph(line, figures));
      this.saved = theirs.join("\n");
      this.keep();
      this.save();
    }

    insert(node) {
      const range = last?.section === this ? last.range : null;
      if (range && this.words.contains(range.commonAncestorContainer)) {
        range.collapse(false);
        range.insertNode(node);
        range.setStartAfter(node);
      } else {
        if (!this.words.lastElementChild) this.words.append(document.createElement("p"));
        this.words.lastElementChild.append(" ", node);
      }
      node.after(" ");
      this.changed();
    }

    add(text) {
      for (const line of text.split("\n").filter((one) => one.trim())) this.words.append(paragraph(line, figures));
      this.changed();
      this.words.lastElementChild?.scrollIntoView({ block: "nearest" });
    }
  }

  document.execCommand("defaultParagraphSeparator", false, "p");
  for (const part of sheet.querySelectorAll("[data-section]")) sections.set(part.dataset.section, new Section(part));
  const all = () => [...sections.values()];

  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    const part = chosen.anchorNode?.parentElement?.closest("[data-section]");
    const section = part && sections.get(part.dataset.section);
    if (section?.words.contains(chosen.anchorNode)) last = { section, range: chosen.getRangeAt(0).cloneRange() };
  });

  const panel = document.getElementById("panel");
  const ready = () => { for (const one of panel.querySelectorAll("[data-insert]")) one.hidden = false; };
  panel.addEventListener("htmx:afterSwap", ready);
  ready();
  panel.addEventListener("click", (event) => {
    const one = event.target.closest("[data-insert]");
    if (!one) return;
    const into = sections.get(panel.dataset.into) || last?.section || all()[0];
    into?.insert(chip(one.dataset.insert, one.dataset.words, one.dataset.link));
  });
  panel.addEventListener("submit", (event) => {
    const section = sections.get(event.target.dataset?.copy);
    if (!section) return;
    event.preventDefault();
    section.add(event.submitter.dataset.text);
  });

  // a step of the whole report waits until every word is with the server
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-after-saving]");
    if (!button || !all().some((one) => one.dirty || one.clashes)) return;
    event.preventDefault();
    const done = await Promise.all(all().map((one) => one.save()));
    if (done.every(Boolean)) button.form.requestSubmit(button);
    else all().find((one) => one.dirty || one.clashes)?.part.scrollIntoView({ block: "center" });
  });
  // what was written is given up on purpose: nothing of it is to be sent later
  sheet.addEventListener("submit", (event) => {
    if (event.target.matches("[data-give-back]")) sections.get(event.target.closest("[data-section]").dataset.section)?.forget();
  });
  const retry = () => { for (const one of all()) if (one.dirty && !one.busy) one.save(); };
  window.addEventListener("online", retry);
  window.setInterval(retry, AGAIN);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") retry(); });
})();
