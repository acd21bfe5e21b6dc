// Beside a report: a figure, the list of figures or what the units below wrote comes without loading the page anew.
// Without this file the same addresses open as pages.
(() => {
  "use strict";
  const panel = document.getElementById("panel");
  if (!panel || !window.htmx) return;
  const empty = panel.innerHTML;

  const mark = () => {
    const shown = panel.querySelector("[data-shown]")?.dataset.shown;
    for (const one of document.querySelectorAll(".sheet .f.on")) one.classList.remove("on");
    if (!shown) return;
    for (const one of document.querySelectorAll(`.sheet [data-figure="${CSS.escape(shown)}"]`)) one.classList.add("on");
  };
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("[data-shut]")) { panel.innerHTML = empty; mark(); return; }
    const link = event.target.closest("a[data-panel], .sheet a[data-figure]");
    if (!link || !link.href) return;
    event.preventDefault();
    panel.dataset.into = link.dataset.into || "";
    window.htmx.ajax("GET", link.href, { target: panel, swap: "innerHTML" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.contains(document.activeElement)) { panel.innerHTML = empty; mark(); }
  });
  panel.addEventListener("htmx:afterSwap", mark);
  mark();

  // the outline says which section is before the eyes
  const links = new Map([...document.querySelectorAll(".out>ul a")].map((one) => [one.hash.slice(1), one]));
  const seen = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target.id);
    const first = [...links.keys()].find((id) => seen.has(id));
    for (const [id, link] of links) link.toggleAttribute("aria-current", id === first);
    if (first) links.get(first).setAttribute("aria-current", "true");
  }, { rootMargin: "0px 0px -60% 0px" });
  for (const id of links.keys()) { const part = document.getElementById(id); if (part) watch.observe(part); }
})();
