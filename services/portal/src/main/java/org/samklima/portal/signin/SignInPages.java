package org.samklima.portal.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is said when signing in does not work, or has ended under a page; forwarded to with the status set, by whatever method the request had. */
@Controller
class SignInPages {

    @RequestMapping("/sign-in-unavailable")
    String unavailable(@RequestParam(name = "signed-out", required = false) String signedOut, Model model) {
        model.addAttribute("signedOut", signedOut != null);
        return "signin/unavailable";
    }

    @RequestMapping("/sign-in-failed")
    String failed() {
        return "signin/failed";
    }

    @RequestMapping("/sign-in-ended")
    String ended() {
        return "signin/ended";
    }

    @RequestMapping(OutdatedPage.PAGE)
    String outdated() {
        return "signin/outdated";
    }
}
