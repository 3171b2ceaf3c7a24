package org.samklima.portal.home;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what is due, by when, in which tenant; what changed. Whoever is not signed in is shown the way in. */
@Controller
class HomeController {

    private final MyTenants myTenants;
    private final Due due;
    private final Recent recent;
    private final Shortcuts shortcuts;

    HomeController(MyTenants myTenants, Due due, Recent recent, Shortcuts shortcuts) {
        this.myTenants = myTenants;
        this.due = due;
        this.recent = recent;
        this.shortcuts = shortcuts;
    }

    @GetMapping("/")
    String home(@Nullable Authentication authentication, Locale language, Model model) {
        if (authentication == null) {
            return "home/welcome";
        }
        var person = SignedIn.of(authentication);
        var workplaces = myTenants.of(person.person());
        model.addAttribute("person", person);
        model.addAttribute("workplaces", workplaces);
        model.addAttribute("sections", DueLine.sections(due.in(workplaces, person, language)));
        model.addAttribute("recent", recent.in(workplaces, person, language));
        model.addAttribute("logging", shortcuts.logging(workplaces, person));
        return "home/home";
    }
}
