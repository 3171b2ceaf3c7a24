package org.samklima.portal.home;

import java.util.Locale;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a tenant: what is due here, and what changed. */
@TenantController
@Allowed
class TenantHomeController {

    private final Due due;
    private final Recent recent;
    private final Shortcuts shortcuts;

    TenantHomeController(Due due, Recent recent, Shortcuts shortcuts) {
        this.due = due;
        this.recent = recent;
        this.shortcuts = shortcuts;
    }

    @GetMapping
    String home(Tenant tenant, Actor actor, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("sections", DueLine.sections(due.in(tenant, actor, language)));
        model.addAttribute("recent", recent.in(tenant, actor, language));
        model.addAttribute("logging", shortcuts.logging(tenant, actor).orElse(null));
        return "home/tenant";
    }
}
