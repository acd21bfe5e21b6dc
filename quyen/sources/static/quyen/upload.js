// Documents of a delivery; over drop.js.
(() => {
  "use strict";
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const AT_ONCE = 2;
  const word = (name) => form.dataset["word" + name[0].toUpperCase() + name.slice(1)];
  let delivery = "", address = "";

  const zone = window.quyenDrop(form, {
    word,
    fields: () => [["unit", form.querySelector("[name=unit]").value], ...(delivery ? [["delivery", delivery]] : [])],
    atOnce: () => (delivery ? AT_ONCE : 1), // the first file goes alone: its answer names the delivery that the others join
    refusal: () => "",
    finished: (job, answer) => {
      if (!answer.delivery) return false;
      delivery = answer.delivery; address = answer.address;
      job.say.textContent = answer.new.length ? word("received") : answer.known.length ? word("known") : word("refused");
      zone.tell(job, answer.refused.map((r) => [r.name, r.reason, r.advice].join(" · ")), "why");
      return true;
    },
    address: () => address,
  });
})();
