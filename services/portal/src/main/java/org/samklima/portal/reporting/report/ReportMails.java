package org.samklima.portal.reporting.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.samklima.portal.letterbox.Receipt;
import org.samklima.portal.mail.Mail;
import org.samklima.portal.mail.Mails;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.DeadlineExtended;
import org.samklima.portal.reporting.MoreTime;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.reporting.ReminderDue;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Mail to a member's coordinators about their report. Each says why it came and leads to the exact place; an answer to it
 * reaches the network's secretariat.
 */
@Component
class ReportMails {

    private final Mails mails;
    private final People people;
    private final Tenants tenants;
    private final RoundDocuments documents;
    private final Reports reports;
    private final Clock clock;
    private final String portal;

    ReportMails(
            Mails mails,
            People people,
            Tenants tenants,
            RoundDocuments documents,
            Reports reports,
            Clock clock,
            @Value("${samklima.portal-url}") String portal) {
        this.mails = mails;
        this.people = people;
        this.tenants = tenants;
        this.documents = documents;
        this.reports = reports;
        this.clock = clock;
        this.portal = portal;
    }

    void opened(UUID report, PublishedRound round) {
        write("opened", "round-opened:" + round.round(), round, "/reports/" + report);
    }

    /** Only to whoever has not handed in; once a day. */
    @TenantListener
    void on(ReminderDue due) {
        var report = reports.find(due.networkId(), due.roundId());
        if (report.map(Report::state).filter(ReportState::isHandedIn).isPresent()) {
            return;
        }
        documents
                .published(due.networkId(), due.roundId())
                .filter(round -> round.accepts(due.tenantId(), clock.instant()))
                .ifPresent(round -> write(
                        "reminder",
                        "reminder:" + round.round() + ":" + today(round),
                        round,
                        report.map(ReportMails::path).orElse("/reports")));
    }

    /** To whoever got more time: until when and why. Handled again, it finds the mail written. */
    @TenantListener
    void on(DeadlineExtended extended) {
        documents
                .published(extended.networkId(), extended.roundId())
                .filter(round -> round.accepts(extended.tenantId(), clock.instant()))
                .ifPresent(round -> documents
                        .moreTime(extended.networkId(), extended.extensionId())
                        .ifPresent(granted -> extended(round, granted, "extended:" + extended.extensionId())));
    }

    private void extended(PublishedRound round, MoreTime granted, String occasion) {
        var report = reports.find(round.network().id(), round.round());
        write(
                "extended",
                occasion,
                round,
                report.map(ReportMails::path).orElse("/reports"),
                granted.everybody() ? 1 : 0,
                granted.reason(),
                report.filter(begun -> begun.state().isHandedIn()).isPresent() ? 1 : 0);
    }

    void receipt(ReportFile file, int version, Receipt receipt) {
        write(
                "receipt",
                "receipt:" + file.report().id() + ":" + version,
                file.round(),
                "/reports/" + file.report().id() + "/submissions/" + version,
                version,
                receipt.number(),
                receipt.at().atZone(file.round().timeZone()).toLocalDateTime(),
                file.round().timeZone().getId(),
                Tenancy.actor().name());
    }

    void reviewed(ReportFile file, int version, Review review) {
        write(
                review.isReturn() ? "returned" : "accepted",
                "reviewed:" + file.report().id() + ":" + version,
                file.round(),
                "/reports/" + file.report().id(),
                version,
                review.message().isBlank() ? 0 : 1,
                review.message(),
                review.reasons().size());
    }

    /** The texts take the network {0}, the round {1}, the deadline {2}, its zone {3}, the reader's organisation {4}, the address {5}, then the mail's own. */
    private void write(String what, String occasion, PublishedRound round, String path, Object... own) {
        var member = tenants.get(Tenancy.tenantId());
        Deadline deadline = round.deadlineOf(member.id());
        var arguments = new ArrayList<Object>(List.of(
                round.network().name(),
                round.name(),
                deadline.day(),
                deadline.zone().getId(),
                member.name(),
                address(member, path)));
        arguments.addAll(Arrays.asList(own));
        mails.write(new Mail(occasion, "reporting.mail." + what, round.contact(), arguments), coordinators());
    }

    private static String path(Report report) {
        return "/reports/" + report.id();
    }

    private List<String> coordinators() {
        return people.having(Role.COORDINATOR).stream().map(TenantUser::email).toList();
    }

    private String address(Tenant member, String path) {
        return portal + "/" + member.slug() + path;
    }

    private LocalDate today(PublishedRound round) {
        return clock.instant().atZone(round.timeZone()).toLocalDate();
    }
}
