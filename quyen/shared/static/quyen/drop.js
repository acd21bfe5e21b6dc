// A form that takes files by drag and drop, a row each with its progress, some at a time. Without a script it posts all at once.
// The page says the rest in `own`:
//   word(name)           its words: waiting, sending, refused, broken, again, open, and looking where the server looks long
//   fields()             what is sent beside the file, as pairs
//   atOnce()             how many are sent together
//   refusal(file)        why a file is not even sent, or ""
//   finished(job, data)  says on the row what came of it; false: the answer cannot be used
//   address(zone)        where to go when all is done: "" nowhere. With trouble it is only offered
window.quyenDrop = (form, own) => {
  "use strict";
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".drop-list");
  const send = form.querySelector("button[type=submit]");
  const zone = { troubled: 0 };
  const queue = [];
  let running = 0, opening = null;

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const row = (file) => {
    const item = document.createElement("li"), bar = document.createElement("progress");
    bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", file.name);
    const say = element("span", own.word("waiting"));
    item.append(element("span", file.name, "name"), bar, say);
    list.append(item);
    return { file, item, bar, say };
  };

  zone.tell = (job, lines, kind) => {
    const said = lines.filter(Boolean);
    if (said.length) job.item.append(element("span", said.join("\n"), kind));
  };

  const failed = (job) => {
    zone.troubled += 1;
    job.bar.value = 0; job.say.textContent = own.word("refused");
    const why = element("span", `${own.word("broken")} `, "why"), again = element("button", own.word("again"), "plain");
    again.type = "button";
    again.addEventListener("click", () => { why.remove(); zone.troubled -= 1; queue.push(job); next(); });
    why.append(again);
    job.item.append(why);
  };

  const post = (job) => {
    const data = new FormData(), request = new XMLHttpRequest();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const [name, value] of own.fields()) data.append(name, value);
    data.append("files", job.file, job.file.name);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (e) => { if (e.lengthComputable) job.bar.value = 0.95 * e.loaded / e.total; });
    request.upload.addEventListener("load", () => { if (own.word("looking")) job.say.textContent = own.word("looking"); });
    request.addEventListener("loadend", () => {
      const answer = request.status === 200 ? request.response : null;
      if (answer && own.finished(job, answer) !== false) job.bar.value = 1;
      else failed(job);
      running -= 1;
      next();
    });
    job.say.textContent = own.word("sending");
    request.send(data);
  };

  const end = () => {
    send.disabled = false;
    const address = own.address(zone);
    if (!address) return;
    if (!zone.troubled) { window.location.assign(address); return; }
    if (!opening) { opening = element("a", own.word("open"), "btn"); form.append(opening); }
    opening.href = address;
  };

  const next = () => {
    while (queue.length && running < own.atOnce()) {
      const job = queue.shift(), why = own.refusal(job.file);
      if (why) {
        zone.troubled += 1;
        job.say.textContent = own.word("refused");
        zone.tell(job, [why], "why");
      } else {
        running += 1;
        post(job);
      }
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
  return zone;
};
