// What pages do better with scripts; everything works without.
"use strict";

(() => {
  // The errors of a form are read first.
  const focusOn = root => root.querySelector("[data-focus]")?.focus();

  const showPrinting = root => {
    for (const button of root.querySelectorAll("[data-print][hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    }
  };

  const enhance = root => {
    focusOn(root);
    showPrinting(root);
  };

  // A menu closes when the reader goes on elsewhere.
  const closeMenus = except => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(except)) {
        menu.open = false;
      }
    }
  };

  document.addEventListener("click", event => closeMenus(event.target));
  document.addEventListener("focusin", event => closeMenus(event.target));
  document.addEventListener("keydown", event => {
    const menu = event.key === "Escape" && document.activeElement?.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A part of the page that could not be fetched or saved.
  const failed = shown => {
    const notice = document.querySelector("[data-connection-failed]");
    if (notice) {
      notice.hidden = !shown;
    }
  };

  for (const problem of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(problem, () => failed(true));
  }
  document.addEventListener("htmx:afterOnLoad", event => {
    if (event.detail.successful) {
      failed(false);
    }
  });

  enhance(document);
  document.addEventListener("htmx:load", event => {
    if (event.target !== document.body) {
      enhance(event.target);
    }
  });
})();
