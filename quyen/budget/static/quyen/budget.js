// Where the line did not carry what was typed, its own row says so. What was typed stays in its fields.
(() => {
  "use strict";
  const work = document.getElementById("money-work");
  if (!work) return;
  const tell = (event) => {
    const form = event.detail.elt.closest("form");
    const told = form?.querySelector("[aria-live]");
    if (!told) return;
    const words = document.createElement("p");
    words.className = "bad";
    words.textContent = work.dataset.wordUnsent;
    told.replaceChildren(words);
  };
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) work.addEventListener(name, tell);
})();
