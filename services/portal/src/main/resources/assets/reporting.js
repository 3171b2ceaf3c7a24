// What the pages of a report do better with scripts.
"use strict";

(() => {
  // What was typed at a question when it was last sent. Leaving a field says "changed" once more; sending it again would
  // replace the line under the question while somebody is about to press a button there.
  const sent = new WeakMap();

  const valueOf = field => (field.matches("[type=radio], [type=checkbox]") ? field.checked : field.value);

  const typed = question =>
    JSON.stringify([...question.querySelectorAll(".field-of-answer")].map(field => [field.name, valueOf(field)]));

  document.addEventListener("htmx:beforeRequest", event => {
    const question = event.detail.elt;
    if (!question.matches(".question")) {
      return;
    }
    const now = typed(question);
    if (sent.get(question) === now) {
      event.preventDefault();
    }
    sent.set(question, now);
  });

  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, event => sent.delete(event.detail.elt));
  }
})();
