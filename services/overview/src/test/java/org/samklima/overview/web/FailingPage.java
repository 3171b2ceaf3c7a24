package org.samklima.overview.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What every page could do and none should. */
@Controller
class FailingPage {

    @GetMapping("/da/failing/page")
    String fail() {
        throw new IllegalStateException("a secret of ours");
    }
}
