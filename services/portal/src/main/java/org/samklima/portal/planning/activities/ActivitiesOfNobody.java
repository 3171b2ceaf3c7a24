package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.DueItems;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What activities ask that nobody who works here is responsible for: those of an office or a partner, those of somebody who
 * left. Whoever keeps the plan alive sees it, or nobody does.
 */
@Component
class ActivitiesOfNobody implements DueItems {

    /** As {@link DueActivities}. */
    private static final int DAYS_AHEAD = 60;

    /** More than this is one line: a list of other people's activities, read in, is not to bury what is one's own. */
    private static final int SINGLY = 5;

    private static final String DATES = """
            WITH open AS (
                SELECT * FROM activity
                WHERE tenant_id = :tenant AND status IN ('NOT_STARTED', 'ONGOING')
                  AND (responsible_id = ANY (:colleagues)) IS NOT TRUE)
            SELECT 'begin' AS what, id AS subject, id AS activity, title AS name, '' AS within, starts_on AS day
            FROM open WHERE status = 'NOT_STARTED' AND starts_on <= :horizon
            UNION ALL
            SELECT 'end', id, id, title, '', ends_on
            FROM open WHERE ends_on <= :horizon
            UNION ALL
            SELECT 'milestone', m.id, open.id, m.title, open.title, m.due_on
            FROM open JOIN activity_milestone m ON m.tenant_id = open.tenant_id AND m.activity_id = open.id
            WHERE m.reached_on IS NULL AND m.due_on <= :horizon
            ORDER BY day, subject""";

    private final JdbcClient jdbc;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    ActivitiesOfNobody(JdbcClient jdbc, People people, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Something to be done by a day.
     *
     * @param what message key: begin, end or milestone
     * @param within the milestone's activity
     */
    private record Date(String what, UUID subject, UUID activity, String name, String within, LocalDate day) {}

    @Override
    @Transactional(readOnly = true)
    public List<DueItem> due(Tenant tenant, Actor person, Locale language) {
        if (!person.has(Role.COORDINATOR, Role.STAFF)) {
            return List.of();
        }
        var today = tenant.dayOf(clock.instant());
        var dates = dates(tenant, today.plusDays(DAYS_AHEAD));
        return dates.size() <= SINGLY
                ? dates.stream().map(date -> item(date, tenant, language)).toList()
                : List.of(together(dates, today, tenant, language));
    }

    private List<Date> dates(Tenant tenant, LocalDate horizon) {
        var colleagues = people.all().stream().map(TenantUser::personId).toArray(UUID[]::new);
        return jdbc.sql(DATES)
                .params(Map.of("tenant", tenant.id(), "colleagues", colleagues, "horizon", horizon))
                .query(Date.class)
                .list();
    }

    private DueItem item(Date date, Tenant tenant, Locale language) {
        return new DueItem(
                date.what + " " + date.subject + " " + date.day,
                DueItem.Kind.DEADLINE,
                messages.getMessage("activities.due." + date.what, new Object[] {date.name, date.within}, language),
                null,
                date.day,
                tenant.timeZone(),
                "/activities/" + date.activity);
    }

    private DueItem together(List<Date> dates, LocalDate today, Tenant tenant, Locale language) {
        var first = dates.getFirst().day;
        return new DueItem(
                "activities of nobody " + first,
                DueItem.Kind.DEADLINE,
                messages.getMessage("activities.due.of-nobody", new Object[] {dates.size()}, language),
                null,
                first,
                tenant.timeZone(),
                first.isBefore(today) ? "/activities?late=true" : "/activities");
    }
}
