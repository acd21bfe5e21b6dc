// Letters selected in the source become an item: their place is counted back into the text of the reading.
(() => {
  "use strict";
  const sheet = document.querySelector(".sheet[data-add]"), template = document.getElementById("chooser");
  if (!sheet || !template) return;
  let box = null;

  // the text counts code points, the browser UTF-16 units
  const points = (text) => [...text].length;

  const placeOf = (node, offset) => {
    const block = (node.nodeType === 1 ? node : node.parentElement).closest("[data-at]");
    if (!block || !sheet.contains(block)) return null;
    const range = document.createRange();
    range.setStart(block, 0); range.setEnd(node, offset);
    return Number(block.dataset.at) + points(range.toString());
  };

  const close = () => { if (box) { box.remove(); box = null; } };

  const open = () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !chosen.rangeCount || !sheet.contains(chosen.anchorNode)) { close(); return; }
    const range = chosen.getRangeAt(0);
    const from = placeOf(range.startContainer, range.startOffset), to = placeOf(range.endContainer, range.endOffset);
    if (from === null || to === null || to <= from) { close(); return; }
    close();
    box = template.content.firstElementChild.cloneNode(true);
    const link = box.querySelector("a"), kind = box.querySelector("select");
    const aim = () => { link.href = `${sheet.dataset.add}?loai=${kind.value}&tu=${from}&den=${to}&ban-doc=${sheet.dataset.reading}`; };
    kind.addEventListener("change", aim); aim();
    document.body.append(box);
    const at = range.getBoundingClientRect();
    box.style.top = `${at.bottom + window.scrollY + 6}px`;
    box.style.left = `${Math.max(8, Math.min(at.left + window.scrollX, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
  };

  document.addEventListener("mouseup", (e) => { if (!box || !box.contains(e.target)) setTimeout(open); });
  document.addEventListener("keyup", (e) => { if (e.shiftKey && !(box && box.contains(e.target))) open(); if (e.key === "Escape") close(); });
  document.getElementById("source").addEventListener("scroll", close, { passive: true });
})();
