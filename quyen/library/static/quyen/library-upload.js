// Files of a product, one after the other, with what was told of each; over drop.js.
(() => {
  "use strict";
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const word = (name) => form.dataset[name];
  let placed = 0;

  // asked before anything is sent: nobody waits an hour to be told that a film is too long
  const most = (file) => {
    const kind = /\.zip$/i.test(file.name) ? "Zip" : { video: "Video", image: "Image", audio: "Audio" }[file.type.split("/")[0]] || "Other";
    return Number(form.dataset[`most${kind}`]);
  };

  const zone = window.quyenDrop(form, {
    word,
    fields: () => [],
    atOnce: () => 1,
    refusal: (file) => (file.size > most(file) ? word("large").replace("%s", Math.floor(most(file) / 1048576)) : ""),
    finished: (job, answer) => {
      if (!answer.placed) return false;
      const good = answer.placed.length, bad = answer.refused.length;
      placed += good; zone.troubled += bad;
      const count = (name, number, other) => (number ? [word(name) + (number + other > 1 ? ` ${number}` : "")] : []);
      job.say.textContent = [...count("placed", good, bad), ...count("refused", bad, good)].join(", ");
      const notes = answer.placed.flatMap((one) => one.told.map((said) => (good > 1 ? `${one.name}: ${said}` : said)));
      if (notes.length) zone.troubled += 1;
      zone.tell(job, notes, "note");
      zone.tell(job, answer.refused.map((one) => (one.name === job.file.name ? "" : `${one.name}: `) + `${one.reason} ${one.advice}`), "why");
      return true;
    },
    address: () => (placed ? window.location.pathname : ""),
  });
})();
