// A comment on a place: select some words, and the form takes them with their neighbours. Without this file the words
// are copied into the form by hand.
(() => {
  "use strict";
  const form = document.getElementById("say");
  if (!form) return;
  const NEAR = 80;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn go lib-here";
  button.textContent = form.dataset.wordHere;
  button.hidden = true;
  document.body.append(button);
  let held = null;

  // the letters of a piece of the page, without the numbers of comments
  const letters = (range) => {
    const copy = range.cloneContents();
    for (const one of copy.querySelectorAll(".lib-no")) one.remove();
    return copy.textContent;
  };

  const chosen = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement?.closest("[data-place] :is(p, li, h3)");
    if (!start) return null;
    if (!start.contains(range.endContainer)) range.setEnd(start, start.childNodes.length);
    const before = document.createRange(), after = document.createRange();
    before.setStart(start, 0);
    before.setEnd(range.startContainer, range.startOffset);
    after.setStart(range.endContainer, range.endOffset);
    after.setEnd(start, start.childNodes.length);
    const quote = letters(range);
    if (!quote.trim()) return null;
    return {
      place: start.closest("[data-place]").dataset.place, quote,
      before: letters(before).slice(-NEAR), after: letters(after).slice(0, NEAR), box: range.getBoundingClientRect(),
    };
  };

  document.addEventListener("selectionchange", () => {
    held = chosen();
    button.hidden = !held;
    if (!held) return;
    button.style.left = `${Math.max(8, Math.min(held.box.left + scrollX, scrollX + innerWidth - 170))}px`;
    button.style.top = `${held.box.bottom + scrollY + 6}px`;
  });
  button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => {
    if (!held) return;
    for (const name of ["place", "quote", "before", "after"]) form.elements[name].value = held[name];
    button.hidden = true;
    form.elements.text.focus();
    form.scrollIntoView({ block: "center" });
  });
})();
