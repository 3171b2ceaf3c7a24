package org.samklima.portal.reminders;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The way out of reminders that needs no sign-in. Looking changes nothing, because mail programs look at links by themselves;
 * a POST switches off, whether it is the page's or a mail program's (RFC 8058), which follows no redirect.
 */
@Controller
@RequestMapping("/unsubscribe/{organisation}/{secret}")
class UnsubscribeController {

    private final Unsubscribing unsubscribing;

    UnsubscribeController(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    String look(@PathVariable String organisation, @PathVariable String secret, Model model) {
        return page(unsubscribing.look(organisation, new UnsubscribeSecret(secret)), model);
    }

    @PostMapping
    String switchOff(@PathVariable String organisation, @PathVariable String secret, Model model) {
        return page(unsubscribing.switchOff(organisation, new UnsubscribeSecret(secret)), model);
    }

    private static String page(Unsubscribing.Link link, Model model) {
        model.addAttribute("link", link);
        return "reminders/unsubscribe";
    }
}
