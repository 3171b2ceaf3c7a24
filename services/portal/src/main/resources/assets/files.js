// Says that a chosen file is too large before it is sent; without scripts the server says so afterwards.
"use strict";

(() => {
  const largestOf = input => Number(input.dataset.largest);

  const tooLarge = input => [...input.files].find(file => file.size > largestOf(input));

  const tell = (input, message) => {
    const id = `${input.id}-too-large`;
    document.getElementById(id)?.remove();
    input.removeAttribute("aria-invalid");
    if (message) {
      const problem = document.createElement("p");
      problem.id = id;
      problem.className = "upload-problem";
      problem.setAttribute("role", "alert");
      problem.textContent = message;
      input.setAttribute("aria-invalid", "true");
      input.parentElement.append(problem);
    }
  };

  document.addEventListener("change", event => {
    if (event.target.matches("input[type=file][data-largest]")) {
      const file = tooLarge(event.target);
      tell(event.target, file && event.target.dataset.tooLarge.replace("{0}", file.name));
    }
  });

  // However small each is, together they may be more than the server takes in one go.
  const tooMuch = inputs => {
    const files = inputs.flatMap(input => [...input.files]);
    return files.reduce((sum, file) => sum + file.size, 0) > Math.min(...inputs.map(input => Number(input.dataset.most)));
  };

  document.addEventListener("submit", event => {
    const inputs = [...event.target.querySelectorAll("input[type=file][data-largest]")];
    const wrong = inputs.find(tooLarge);
    if (wrong) {
      event.preventDefault();
      tell(wrong, wrong.dataset.tooLarge.replace("{0}", tooLarge(wrong).name));
      wrong.focus();
    } else if (inputs.length && tooMuch(inputs)) {
      event.preventDefault();
      tell(inputs.at(-1), inputs.at(-1).dataset.tooMuch);
      inputs.at(-1).focus();
    }
  });
})();
