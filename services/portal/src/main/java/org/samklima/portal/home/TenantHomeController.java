package org.samklima.portal.home;

import java.util.Locale;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a tenant: what is due here. */
@TenantController
@Allowed
class TenantHomeController {

    private final Due due;

    TenantHomeController(Due due) {
        this.due = due;
    }

    @GetMapping
    String home(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("due", due.in(tenant, actor, language));
        return "home/tenant";
    }
}
