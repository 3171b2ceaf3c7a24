package org.samklima.portal.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. Whoever is not signed in is shown the way in. */
@Controller
class HomeController {

    private final MyTenants myTenants;

    HomeController(MyTenants myTenants) {
        this.myTenants = myTenants;
    }

    @GetMapping("/")
    String home(@Nullable Authentication authentication, Model model) {
        if (authentication == null) {
            return "home/welcome";
        }
        var person = SignedIn.of(authentication);
        List<Tenant> tenants = myTenants.of(person.person());
        model.addAttribute("person", person);
        model.addAttribute("tenants", tenants);
        return "home/home";
    }
}
