// Says that a chosen file is too large before it is sent; without scripts the server says so afterwards.
"use strict";

(() => {
  const largestOf = input => Number(input.dataset.largest);

  const tooLarge = input => [...input.files].find(file => file.size > largestOf(input));

  const tell = (input, file) => {
    const id = `${input.id}-too-large`;
    document.getElementById(id)?.remove();
    input.removeAttribute("aria-invalid");
    if (file) {
      const problem = document.createElement("p");
      problem.id = id;
      problem.className = "upload-problem";
      problem.setAttribute("role", "alert");
      problem.textContent = input.dataset.tooLarge.replace("{0}", file.name);
      input.setAttribute("aria-invalid", "true");
      input.parentElement.append(problem);
    }
  };

  document.addEventListener("change", event => {
    if (event.target.matches("input[type=file][data-largest]")) {
      tell(event.target, tooLarge(event.target));
    }
  });

  document.addEventListener("submit", event => {
    const wrong = [...event.target.querySelectorAll("input[type=file][data-largest]")].find(tooLarge);
    if (wrong) {
      event.preventDefault();
      tell(wrong, tooLarge(wrong));
      wrong.focus();
    }
  });
})();
