// Files of a product by drag and drop, with progress and what was told of each. Without it the form posts all at once.
(() => {
  "use strict";
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".drop-list");
  const send = form.querySelector("button[type=submit]");
  const word = (name) => form.dataset[name];
  let queue = [], busy = false, placed = 0, troubled = 0, opening = null;

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const row = (file) => {
    const item = document.createElement("li"), bar = document.createElement("progress");
    bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", file.name);
    const say = element("span", word("waiting"));
    item.append(element("span", file.name, "name"), bar, say);
    list.append(item);
    return { file, item, bar, say };
  };

  const told = (job, lines, kind) => {
    if (lines.length) job.item.append(element("span", lines.join("\n"), kind));
  };

  const finished = (job, answer) => {
    job.bar.value = 1;
    placed += answer.placed.length; troubled += answer.refused.length;
    const count = (name, number, other) => (number ? [word(name) + (number + other > 1 ? ` ${number}` : "")] : []);
    const good = answer.placed.length, bad = answer.refused.length;
    job.say.textContent = [...count("placed", good, bad), ...count("refused", bad, good)].join(", ");
    const notes = answer.placed.flatMap((one) => one.told.map((said) => (answer.placed.length > 1 ? `${one.name}: ${said}` : said)));
    if (notes.length) troubled += 1;
    told(job, notes, "note");
    told(job, answer.refused.map((one) => (one.name === job.file.name ? "" : `${one.name}: `) + `${one.reason} ${one.advice}`), "why");
  };

  const failed = (job) => {
    troubled += 1;
    job.bar.value = 0; job.say.textContent = word("refused");
    const why = element("span", `${word("broken")} `, "why"), again = element("button", word("again"), "plain");
    again.type = "button";
    again.addEventListener("click", () => { why.remove(); troubled -= 1; queue.push(job); next(); });
    why.append(again);
    job.item.append(why);
  };

  // asked before anything is sent: nobody waits an hour to be told that a film is too long
  const most = (file) => {
    const kind = /\.zip$/i.test(file.name) ? "Zip" : { video: "Video", image: "Image", audio: "Audio" }[file.type.split("/")[0]] || "Other";
    return Number(form.dataset[`most${kind}`]);
  };

  const tooLarge = (job) => {
    troubled += 1;
    job.say.textContent = word("refused");
    told(job, [word("large").replace("%s", Math.floor(most(job.file) / 1048576))], "why");
  };

  const post = (job) => {
    const data = new FormData(), request = new XMLHttpRequest();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("files", job.file, job.file.name);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (e) => { if (e.lengthComputable) job.bar.value = 0.95 * e.loaded / e.total; });
    request.upload.addEventListener("load", () => { job.say.textContent = word("looking"); });
    request.addEventListener("loadend", () => {
      if (request.status === 200 && request.response && request.response.placed) finished(job, request.response);
      else failed(job);
      busy = false;
      next();
    });
    job.say.textContent = word("sending");
    request.send(data);
  };

  const end = () => {
    send.disabled = false;
    if (!placed) return;
    if (!troubled) { window.location.reload(); return; }
    if (opening) return;
    opening = element("a", word("open"), "btn");
    opening.href = window.location.pathname;
    form.append(opening);
  };

  const next = () => {
    if (busy) return;
    const job = queue.shift();
    if (!job) { end(); return; }
    if (job.file.size > most(job.file)) { tooLarge(job); next(); return; }
    busy = true;
    post(job);
  };

  const take = (files) => {
    if (!files.length) return;
    send.disabled = true;
    for (const file of files) queue.push(row(file));
    input.value = "";
    next();
  };

  input.required = false;
  input.addEventListener("change", () => take([...input.files]));
  form.addEventListener("submit", (e) => { e.preventDefault(); if (input.files.length) take([...input.files]); else input.click(); });
  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", (e) => { if (!form.contains(e.relatedTarget)) form.classList.remove("over"); });
  form.addEventListener("drop", (e) => { e.preventDefault(); form.classList.remove("over"); take([...e.dataTransfer.files]); });
})();
