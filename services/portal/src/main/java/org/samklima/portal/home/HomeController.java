package org.samklima.portal.home;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what is due, by when, in which tenant. Whoever is not signed in is shown the way in. */
@Controller
class HomeController {

    private final MyTenants myTenants;
    private final Due due;

    HomeController(MyTenants myTenants, Due due) {
        this.myTenants = myTenants;
        this.due = due;
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
        model.addAttribute("due", due.in(workplaces, person, language));
        return "home/home";
    }
}
