// Drag and drop with progress per file. Without this script the form posts all files at once.
(() => {
  "use strict";
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".drop-list");
  const send = form.querySelector("button[type=submit]");
  const AT_ONCE = 2;
  const word = (name) => form.dataset["word" + name[0].toUpperCase() + name.slice(1)];
  let queue = [], running = 0, delivery = "", address = "", broken = 0, opening = null;

  const row = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("span"), bar = document.createElement("progress"), say = document.createElement("span");
    name.className = "name"; name.textContent = file.name;
    bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", file.name);
    say.textContent = word("waiting");
    item.append(name, bar, say);
    list.append(item);
    return { file, item, bar, say };
  };

  const explain = (job, text) => {
    const why = document.createElement("span");
    why.className = "why"; why.textContent = text;
    job.item.append(why);
    return why;
  };

  const offerAgain = (job) => {
    const why = explain(job, word("broken") + " ");
    const again = document.createElement("button");
    again.type = "button"; again.className = "plain"; again.textContent = word("again");
    again.addEventListener("click", () => { why.remove(); broken -= 1; queue.push(job); next(); });
    why.append(again);
  };

  const finished = (job, answer) => {
    delivery = answer.delivery; address = answer.address;
    job.bar.value = 1;
    const refused = answer.refused.length, fresh = answer.new.length, known = answer.known.length;
    job.say.textContent = fresh ? word("received") : known ? word("known") : word("refused");
    if (refused) explain(job, answer.refused.map((r) => [r.name, r.reason, r.advice].join(" · ")).join("\n"));
  };

  const post = (job, done) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("unit", form.querySelector("[name=unit]").value);
    if (delivery) data.append("delivery", delivery);
    data.append("files", job.file, job.file.name);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (e) => { if (e.lengthComputable) job.bar.value = 0.95 * e.loaded / e.total; });
    const failed = () => { broken += 1; job.bar.value = 0; job.say.textContent = word("refused"); offerAgain(job); done(); };
    request.addEventListener("load", () => {
      if (request.status !== 200 || !request.response || !request.response.delivery) { failed(); return; }
      finished(job, request.response); done();
    });
    request.addEventListener("error", failed);
    job.say.textContent = word("sending");
    request.send(data);
  };

  const end = () => {
    send.disabled = false;
    if (!address) return;
    if (!broken) { window.location.assign(address); return; }
    if (!opening) { opening = document.createElement("a"); opening.className = "btn"; opening.textContent = word("open"); form.append(opening); }
    opening.href = address;
  };

  // the first file goes alone: its answer names the delivery that the others join
  const next = () => {
    while (queue.length && running < (delivery ? AT_ONCE : 1)) {
      running += 1;
      post(queue.shift(), () => { running -= 1; next(); });
    }
    if (!queue.length && !running) end();
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
