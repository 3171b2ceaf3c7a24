package org.samklima.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
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
    private final AuditWords words;

    AuditController(AuditTrail trail, AuditWords words) {
        this.trail = trail;
        this.words = words;
    }

    /** An entry in the reader's words. */
    record Line(Instant at, String who, String what, List<String> details) {}

    @GetMapping("/audit")
    @InNavigation(value = "audit.navigation", order = 920)
    String newest(
            Tenant tenant,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Locale language,
            Model model) {
        var shown = Math.max(1, page);
        var entries = trail.newest(q, offset(shown), PAGE_SIZE + 1);
        model.addAttribute("tenant", tenant);
        model.addAttribute(
                "lines",
                entries.stream()
                        .limit(PAGE_SIZE)
                        .map(entry -> line(entry, language))
                        .toList());
        model.addAttribute("q", q);
        model.addAttribute("page", shown);
        model.addAttribute("hasOlder", entries.size() > PAGE_SIZE);
        return "audit/trail";
    }

    private static long offset(int page) {
        return (page - 1L) * PAGE_SIZE;
    }

    private Line line(AuditEntry entry, Locale language) {
        return new Line(entry.at(), entry.actor(), words.what(entry, language), words.details(entry, language));
    }

    /** The audit trail as data. */
    @TenantApi
    @Allowed(Role.MANAGER)
    static class Api {

        private final AuditTrail trail;

        Api(AuditTrail trail) {
            this.trail = trail;
        }

        /**
         * Newest first, 100 a page.
         *
         * @param q to be found in the name of who did it or in the details
         * @param page counted from one
         */
        @GetMapping("/audit-entries")
        List<AuditEntry> newest(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
            return trail.newest(q, offset(Math.max(1, page)), PAGE_SIZE);
        }
    }
}
