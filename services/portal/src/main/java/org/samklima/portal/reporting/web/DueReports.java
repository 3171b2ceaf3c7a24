package org.samklima.portal.reporting.web;

import java.util.List;
import java.util.Locale;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.DueItems;
import org.samklima.portal.reporting.report.ReportLine;
import org.samklima.portal.reporting.report.ReportList;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** The reports that a network waits for, on the first page of whoever can do something about them. */
@Component
class DueReports implements DueItems {

    private final ReportList reports;

    DueReports(ReportList reports) {
        this.reports = reports;
    }

    @Override
    public List<DueItem> due(Tenant tenant, Actor person, Locale language) {
        if (!person.has(Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER)) {
            return List.of();
        }
        return reports.all().stream()
                .filter(ReportLine::isDue)
                .map(DueReports::item)
                .toList();
    }

    private static DueItem item(ReportLine line) {
        return new DueItem(
                "report " + line.round().round() + " " + line.deadline().day(),
                DueItem.Kind.DEADLINE,
                line.round().name(),
                line.round().network().name(),
                line.deadline().day(),
                line.deadline().zone(),
                line.id() == null ? "/reports" : "/reports/" + line.id());
    }
}
