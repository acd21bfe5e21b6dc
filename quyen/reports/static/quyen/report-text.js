// The words of a section as text and back: a line a paragraph, a figure by its key in double braces.
window.quyenText = (() => {
  "use strict";
  const BLOCK = /^(P|DIV|LI|UL|OL|TABLE|TBODY|TR|BLOCKQUOTE|H[1-6])$/;
  const TOKEN = /\{\{\s*([A-Za-z0-9][A-Za-z0-9._-]{0,60})\s*\}\}/;

  const textOf = (words) => {
    const lines = [];
    let line = "";
    const end = () => { lines.push(line); line = ""; };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) { line += node.data; return; }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      if (node.dataset.figure) { line += `{{${node.dataset.figure}}}`; return; }
      if (node.nodeName === "BR") { end(); return; }
      const block = BLOCK.test(node.nodeName);
      if (block && line) end();
      node.childNodes.forEach(walk);
      if (block && line) end();
    };
    words.childNodes.forEach(walk);
    if (line) end();
    return lines.map((one) => one.replace(/[\s\u00a0]+/g, " ").trim()).filter(Boolean).join("\n");
  };

  // a figure that cannot be typed into; it leads to where it comes from
  const chip = (key, said, link) => {
    const made = document.createElement("a");
    made.className = "f";
    made.dataset.figure = key;
    made.href = link;
    made.textContent = said;
    made.contentEditable = "false";
    return made;
  };

  const known = (key, figures) => {
    const held = document.querySelector(`.sheet a[data-figure="${CSS.escape(key)}"]`);
    return chip(key, held ? held.textContent : `{{${key}}}`, `${figures}${key}/`);
  };

  const paragraph = (line, figures) => {
    const made = document.createElement("p");
    line.split(TOKEN).forEach((piece, place) => {
      if (piece) made.append(place % 2 ? known(piece, figures) : piece);
    });
    return made;
  };

  const fill = (words, text, figures) => {
    words.replaceChildren(...text.split("\n").filter(Boolean).map((line) => paragraph(line, figures)));
  };

  return { textOf, chip, paragraph, fill };
})();
