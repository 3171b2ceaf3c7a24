package org.samklima.portal.audit;

import java.util.List;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail as a page. */
@TenantController
@Allowed(Role.MANAGER)
class AuditController {

    static final int PAGE_SIZE = 100;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String newest(Tenant tenant, @RequestParam(defaultValue = "0") int page, Model model) {
        var shown = Math.max(0, page);
        var entries = trail.newest(shown, PAGE_SIZE + 1);
        model.addAttribute("tenant", tenant);
        model.addAttribute("entries", entries.subList(0, Math.min(PAGE_SIZE, entries.size())));
        model.addAttribute("page", shown);
        model.addAttribute("hasOlder", entries.size() > PAGE_SIZE);
        return "audit/trail";
    }

    /** The audit trail as data. */
    @TenantApi
    @Allowed(Role.MANAGER)
    static class Api {

        private final AuditTrail trail;

        Api(AuditTrail trail) {
            this.trail = trail;
        }

        /** Newest first, 100 a page. */
        @GetMapping("/audit-entries")
        List<AuditEntry> newest(@RequestParam(defaultValue = "0") int page) {
            return trail.newest(Math.max(0, page), PAGE_SIZE);
        }
    }
}
