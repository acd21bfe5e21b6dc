// Decisions go to the server one after the other, in the order in which they were made, however fast the keys:
// none is dropped, none overtakes another. Without this script each button posts the form by itself.
(() => {
  "use strict";
  const form = document.getElementById("decide");
  if (!form || !window.fetch) return;
  const say = () => document.getElementById("say");
  const queue = [];
  let busy = false, stuck = false;

  const valuesOf = (button) => {
    const data = new FormData(form);
    if (button.name !== "many") data.delete("item");
    data.append(button.name, button.value);
    return data;
  };

  const post = async (data) => {
    const answer = await fetch(form.action, { method: "POST", body: data, headers: { "HX-Request": "true" } });
    if (answer.redirected) { queue.length = 0; busy = false; window.location.reload(); return; }  // signed out meanwhile
    if (!answer.ok) throw new Error(String(answer.status));
    window.htmx.swap(form, await answer.text(), { swapStyle: "none", swapDelay: 0, settleDelay: 0 });
  };

  const halt = () => {
    stuck = true;
    const line = document.createElement("p"), again = document.createElement("button");
    line.className = "message error";
    line.textContent = form.dataset.wordBroken.replace("%s", queue.length) + " ";
    again.type = "button"; again.className = "plain"; again.textContent = form.dataset.wordAgain;
    again.addEventListener("click", () => { stuck = false; line.remove(); pump(); });
    line.append(again);
    say().replaceChildren(line);
  };

  const pump = async () => {
    if (busy || stuck || !queue.length) return;
    busy = true;
    try { await post(queue[0]); queue.shift(); } catch { halt(); }
    busy = false;
    pump();
  };

  form.addEventListener("submit", (e) => {
    if (!e.submitter || !e.submitter.name) return;
    e.preventDefault();
    queue.push(valuesOf(e.submitter));
    pump();
  });
  window.addEventListener("beforeunload", (e) => { if (queue.length) e.preventDefault(); });
})();
