// A day is typed as people write it, 30/11/2026, whatever language the browser speaks; a calendar stands beside it.
(() => {
  "use strict";
  const two = (number) => String(number).padStart(2, "0");

  // the day as calendars want it, "" where it is none yet; eight digits do, for keyboards of telephones without a stroke
  const read = (words) => {
    const found = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(words.trim()) || /^(\d\d)(\d\d)(\d{4})$/.exec(words.trim());
    return found ? `${found[3]}-${two(found[2])}-${two(found[1])}` : "";
  };
  const write = (field, day) => {
    const [year, month, date] = day.split("-");
    field.value = `${date}/${month}/${year}`;
  };

  const dress = (field) => {
    if (field.parentElement.classList.contains("day-field")) return;
    const around = document.createElement("span"), calendar = document.createElement("input"), open = document.createElement("button");
    const had = document.activeElement === field;
    around.className = "day-field";
    Object.assign(calendar, { type: "date", tabIndex: -1, className: "day-calendar" });
    calendar.setAttribute("aria-hidden", "true");
    Object.assign(open, { type: "button", className: "day-open" });
    open.setAttribute("aria-label", field.dataset.day);
    field.replaceWith(around);
    around.append(field, calendar, open);
    if (had) field.focus();

    field.addEventListener("change", () => { const day = read(field.value); if (day) write(field, day); });
    open.addEventListener("click", () => { calendar.value = read(field.value); calendar.showPicker(); });
    calendar.addEventListener("input", (event) => event.stopPropagation());
    calendar.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!calendar.value) return;
      write(field, calendar.value);
      for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
      field.focus();
    });
  };

  const all = (within) => within.querySelectorAll("input[data-day]").forEach(dress);
  all(document);
  document.addEventListener("htmx:load", (event) => all(event.detail.elt));
})();
