package org.samklima.portal.reporting.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.samklima.portal.reporting.report.ReportBeginnings;
import org.samklima.portal.reporting.report.ReportLine;
import org.samklima.portal.reporting.report.ReportList;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.TenantKind;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All annual reports of a member, to every network it belongs or belonged to. */
@TenantController
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER, Role.MANAGER})
class ReportsController {

    private final ReportList list;
    private final ReportBeginnings beginnings;
    private final Clock clock;

    ReportsController(ReportList list, ReportBeginnings beginnings, Clock clock) {
        this.list = list;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    @GetMapping("/reports")
    @InNavigation(
            value = "reporting.navigation.reports",
            order = 10,
            kinds = {TenantKind.MUNICIPALITY, TenantKind.REGION})
    String all(Tenant tenant, Actor actor, Model model) {
        List<ReportLine> lines = list.all();
        model.addAttribute("tenant", tenant);
        model.addAttribute("now", clock.instant());
        model.addAttribute("mayEdit", actor.has(Role.COORDINATOR, Role.CONTRIBUTOR));
        model.addAttribute("due", lines.stream().filter(ReportLine::isDue).toList());
        model.addAttribute(
                "others", lines.stream().filter(line -> !line.isDue()).toList());
        return "reporting/reports";
    }

    /** Begins the report to a round, or finds it begun. */
    @PostMapping("/reports")
    @Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
    String begin(Tenant tenant, @RequestParam UUID network, @RequestParam UUID round) {
        return "redirect:/" + tenant.slug() + "/reports/" + beginnings.begin(network, round);
    }
}
