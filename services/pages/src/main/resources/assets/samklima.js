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

  // A part of the page that could not be fetched or saved: because of the connection, because the page
  // is too old, or because too much came at once.
  const failures = ["data-connection-failed", "data-page-outdated", "data-too-many"];
  const TOO_MANY_REQUESTS = 429;

  const tell = shown => {
    for (const failure of failures) {
      const notice = document.querySelector(`[${failure}]`);
      if (notice) {
        notice.hidden = failure !== shown;
      }
    }
  };

  for (const problem of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(problem, event => {
      const answer = event.detail.xhr;
      if (answer?.status === TOO_MANY_REQUESTS) {
        tell("data-too-many");
      } else {
        tell(answer?.getResponseHeader("Page-Outdated") ? "data-page-outdated" : "data-connection-failed");
      }
    });
  }
  document.addEventListener("htmx:afterOnLoad", event => {
    if (event.detail.successful) {
      tell(null);
    }
  });

  enhance(document);
  document.addEventListener("htmx:load", event => {
    if (event.target !== document.body) {
      enhance(event.target);
    }
  });
})();
