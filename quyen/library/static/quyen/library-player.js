// What is said beside the player: a time leads to its place in the film, and the line being said is marked.
(() => {
  "use strict";
  const film = document.getElementById("film");
  const lines = [...document.querySelectorAll(".cues [data-at]")];
  if (!film || !lines.length) return;
  for (const line of lines) {
    line.addEventListener("click", () => { film.currentTime = Number(line.dataset.at); film.play().catch(() => {}); });
  }
  let shown = null;
  film.addEventListener("timeupdate", () => {
    const now = lines.filter((line) => Number(line.dataset.at) <= film.currentTime + 0.1).pop();
    const item = now ? now.closest("li") : null;
    if (item === shown) return;
    if (shown) shown.classList.remove("on");
    if (item) item.classList.add("on");
    shown = item;
  });
})();
