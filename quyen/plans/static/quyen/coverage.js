// One opened cell at a time a row; the same cell again, or Escape, shuts it. Without this file the links still work.
(() => {
  const shut = (panel) => {
    const open = panel.closest("tr")?.previousElementSibling?.querySelector("[aria-expanded=true]");
    panel.replaceChildren();
    open?.setAttribute("aria-expanded", "false");
    return open;
  };
  // the next cell that waits for a person, after the one in hand or from the top again
  const nextOf = (panel) => {
    const waiting = [...document.querySelectorAll(".cov a.c.u")];
    const open = panel.closest("tr").previousElementSibling.querySelector("[aria-expanded=true]");
    const after = waiting.filter((one) => one !== open && open && open.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    return after[0] || waiting.find((one) => one !== open);
  };
  document.addEventListener("click", (event) => {
    const panel = event.target.closest("[data-next]")?.closest(".opened .panel");
    const next = panel && nextOf(panel);
    if (!next) return;
    shut(panel);
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
    next.click();
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const cell = event.target;
    if (!cell.matches?.(".cov a.c")) return;
    if (cell.getAttribute("aria-expanded") === "true") {
      event.preventDefault();
      shut(document.getElementById(cell.getAttribute("aria-controls")));
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const cell = event.detail.requestConfig?.elt;
    const panel = event.detail.target;
    if (!panel?.classList.contains("panel")) return;
    if (cell?.matches(".cov a.c")) {
      for (const other of cell.closest("tr").querySelectorAll("a.c")) other.setAttribute("aria-expanded", String(other === cell));
    } else {
      panel.focus({ preventScroll: true }); // a decision was saved: the panel says so
    }
    const next = panel.querySelector("[data-next]");
    if (next) next.hidden = !nextOf(panel);
  });
  document.addEventListener("keydown", (event) => {
    const panel = event.key === "Escape" && document.activeElement?.closest(".opened .panel, .cov tr");
    if (!panel) return;
    const own = panel.matches(".panel") ? panel : panel.nextElementSibling?.querySelector(".panel");
    if (own?.hasChildNodes()) shut(own)?.focus();
  });
})();
