package org.samklima.portal.home;

import java.util.Locale;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.TenantPages;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a tenant: what is due here, and where to go. */
@TenantController
@Allowed
class TenantHomeController {

    private final Due due;
    private final TenantPages pages;

    TenantHomeController(Due due, TenantPages pages) {
        this.due = due;
        this.pages = pages;
    }

    @GetMapping
    String home(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("actor", actor);
        model.addAttribute("due", due.in(tenant, actor, language));
        model.addAttribute("pages", pages.of(tenant, actor));
        return "home/tenant";
    }
}
