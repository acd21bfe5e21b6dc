// The two halves of the review know each other: hover, focus and keys move both, a thin rule joins them.
// Nothing here decides anything: every key presses a button that is on the page.
(() => {
  "use strict";
  const pair = document.getElementById("pair"), source = document.getElementById("source");
  const facts = document.getElementById("facts"), path = document.getElementById("thread");
  if (!pair || !source || !facts) return;
  const OFF = "quyen.keys.off";
  let current = null, returning = null, waiting = false;

  const rows = () => [...facts.querySelectorAll("[data-row]")];
  const marksOf = (row) => [...source.querySelectorAll(`mark[data-of~="${row.dataset.row}"]`)];
  const remembered = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };

  const draw = () => {
    waiting = false;
    const mark = current && marksOf(current)[0];
    if (!mark) { path.removeAttribute("d"); return; }
    const frame = source.getBoundingClientRect(), p = pair.getBoundingClientRect();
    const m = mark.getBoundingClientRect(), r = current.getBoundingClientRect();
    const y = m.top + Math.min(m.height, 24) / 2;
    if (y < frame.top || y > frame.bottom) { path.removeAttribute("d"); return; }
    const x1 = frame.right - p.left - 2, x2 = r.left - p.left, y1 = y - p.top, y2 = r.top + 24 - p.top, c = (x1 + x2) / 2;
    path.setAttribute("d", `M${x1 - 34},${y1}H${x1}C${c + 4},${y1} ${c - 4},${y2} ${x2},${y2}`);
  };
  const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(draw); } };

  const toMark = (row) => {
    const mark = marksOf(row)[0];
    if (!mark) return;
    const m = mark.getBoundingClientRect(), s = source.getBoundingClientRect();
    if (m.top < s.top + 20 || m.bottom > s.bottom - 20) source.scrollTop += m.top - s.top - s.height / 3;
  };

  const hold = (row, { focus = false, follow = false } = {}) => {
    for (const old of pair.querySelectorAll(".on")) old.classList.remove("on");
    for (const other of facts.querySelectorAll('[data-row][tabindex="0"]')) other.tabIndex = -1;
    current = row;
    if (row) {
      row.classList.add("on");
      row.tabIndex = 0;
      for (const mark of marksOf(row)) mark.classList.add("on");
      if (focus) { row.focus({ preventScroll: true }); row.scrollIntoView({ block: "nearest" }); }
      if (follow) toMark(row);
    }
    soon();
  };

  const step = (by, wanted = () => true) => {
    if (current && !current.contains(document.activeElement)) { hold(current, { focus: true, follow: true }); return; }
    const all = rows();
    let at = current ? all.indexOf(current) : by > 0 ? -1 : all.length;
    do at += by; while (all[at] && !wanted(all[at]));
    if (all[at]) hold(all[at], { focus: true, follow: true });
  };
  const isOpen = (row) => row.classList.contains("proposed") || row.classList.contains("open") || row.classList.contains("out_of_date");
  const press = (key) => {
    const button = current && current.querySelector(`[data-key="${key}"]`);
    if (button) button.click();
    return Boolean(button);
  };

  // --- pointer and focus --------------------------------------------------------------------------
  facts.addEventListener("mouseover", (e) => {
    const row = e.target.closest("[data-row]");
    if (row && row !== current && !facts.contains(document.activeElement)) hold(row);
  });
  facts.addEventListener("focusin", (e) => {
    const row = e.target.closest("[data-row]");
    if (row && row !== current) hold(row, { follow: true });
  });
  facts.addEventListener("click", (e) => {
    const row = e.target.closest("[data-row]");
    if (e.target.closest("a.there") && row) { e.preventDefault(); hold(row, { focus: true, follow: true }); return; }
    if (row && !e.target.closest("a,button,input,select,textarea,label,summary")) hold(row, { focus: true, follow: true });
    const close = e.target.closest("[data-close]");
    if (close && row) { e.preventDefault(); row.querySelector(".slot").replaceChildren(); hold(row, { focus: true }); }
  });
  const rowOf = (mark) => mark.dataset.of.split(" ").map((key) => document.getElementById(key)).find(Boolean);
  source.addEventListener("mouseover", (e) => {
    const mark = e.target.closest("mark"), row = mark && rowOf(mark);
    if (row && row !== current && !facts.contains(document.activeElement)) hold(row);
  });
  source.addEventListener("click", (e) => {
    const mark = e.target.closest("mark"), row = mark && getSelection().isCollapsed && rowOf(mark);
    if (row) { hold(row, { focus: true }); row.scrollIntoView({ block: "center" }); soon(); }
  });
  for (const [what, event] of [[source, "scroll"], [window, "scroll"], [window, "resize"]]) what.addEventListener(event, soon, { passive: true });
  document.fonts.ready.then(soon);

  // --- keys -------------------------------------------------------------------------------------------
  const dialog = document.getElementById("keys"), off = document.getElementById("keys-off");
  const ACTS = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), n: () => step(1, isOpen),
    e: () => press("e"), x: () => { const next = current; if (press("x") && next) step(1); },
    u: () => { returning = current && current.id; press("u"); },
    Enter: () => { press("enter"); step(1); },
    " ": () => { const box = current && current.querySelector(".pick"); if (box) { box.checked = !box.checked; count(); } },
    "?": () => dialog && dialog.showModal(),
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    if (e.key === "Escape" && e.target.closest(".editing")) {
      const row = e.target.closest("[data-row]");
      row.querySelector(".slot").replaceChildren(); hold(row, { focus: true }); return;
    }
    if (remembered() || (dialog && dialog.open) || e.target.closest("input:not(.pick),textarea,select,[contenteditable]")) return;
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key, act = ACTS[key];
    const onRow = e.target.matches("[data-row]"), free = onRow || e.target === document.body || e.target === document.getElementById("work");
    if (!act) return;
    if (["Enter", " ", "ArrowDown", "ArrowUp"].includes(key) && !onRow) return;  // there the key has its own meaning
    if (!free && !facts.contains(e.target) && !source.contains(e.target)) return;
    e.preventDefault(); act();
  });
  if (dialog) {
    document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());
    off.checked = remembered();
    off.addEventListener("change", () => { try { localStorage.setItem(OFF, off.checked ? "1" : "0"); } catch { /* private window: for this page only */ } });
  }

  // --- many at once -----------------------------------------------------------------------------------
  const picked = document.getElementById("picked");
  const count = () => {
    if (!picked) return;
    const n = facts.querySelectorAll(".pick:checked").length;
    picked.textContent = n ? picked.dataset.some + n : picked.dataset.none;
    for (const button of document.querySelectorAll("#many button")) button.disabled = !n;
  };
  facts.addEventListener("change", (e) => { if (e.target.matches(".pick")) count(); });

  // --- what HTMX brought ----------------------------------------------------------------------------------
  document.body.addEventListener("htmx:beforeRequest", (e) => {
    const row = e.detail.elt.closest && e.detail.elt.closest("[data-row]");
    if (row && e.detail.elt.matches("form")) returning = row.id;
  });
  document.body.addEventListener("htmx:afterSwap", (e) => {
    const slot = e.detail && e.detail.target;
    if (!slot || !slot.classList || !slot.classList.contains("slot")) return;
    const first = slot.querySelector("textarea,input:not([type=hidden]),select,summary");
    if (first) first.focus();
    soon();
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    const kept = current && document.getElementById(current.id);
    if (returning) {
      const row = document.getElementById(returning);
      returning = null;
      if (row && !row.querySelector(".editing")) { hold(row, { focus: true }); count(); return; }
    }
    if (kept && kept !== current) hold(kept, { focus: document.activeElement === document.body });
    for (const mark of source.querySelectorAll("mark.doubt")) {
      const left = mark.dataset.of.split(" ").some((key) => key[0] === "f" && document.getElementById(key)?.classList.contains("open"));
      if (!left) mark.classList.remove("doubt");
    }
    count(); soon();
  });

  count();
  const wanted = location.hash && document.getElementById(location.hash.slice(1));
  if (wanted && wanted.dataset.row) hold(wanted, { focus: true, follow: true });
  else if (rows()[0]) hold(rows().find(isOpen) || rows()[0]);
})();
