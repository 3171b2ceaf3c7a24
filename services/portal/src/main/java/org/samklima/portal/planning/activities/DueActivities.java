package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.DueItems;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person's own activities ask of them in the weeks to come: to begin, to end, to reach a milestone, to be told of. */
@Component
class DueActivities implements DueItems {

    /** What is further away only hides what is near; as far as anybody can ask to be reminded. */
    private static final int DAYS_AHEAD = 60;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    DueActivities(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    private record Own(
            UUID id,
            String title,
            ActivityStatus status,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            LocalDate heardOf) {}

    private record OwnMilestone(UUID activity, String activityTitle, UUID id, String title, LocalDate dueOn) {}

    @Override
    @Transactional(readOnly = true)
    public List<DueItem> due(Tenant tenant, Actor person, Locale language) {
        if (person.id() == null) {
            return List.of();
        }
        var today = tenant.dayOf(clock.instant());
        var own = own(tenant, person.id());
        var items = new ArrayList<DueItem>();
        own.forEach(activity -> items.addAll(of(activity, today, tenant, language)));
        milestones(tenant, person.id(), today.plusDays(DAYS_AHEAD)).stream()
                .map(milestone -> item(
                        "milestone " + milestone.id(),
                        "activities.due.milestone",
                        milestone.activity(),
                        milestone.dueOn(),
                        tenant,
                        language,
                        milestone.title(),
                        milestone.activityTitle()))
                .forEach(items::add);
        return items;
    }

    private List<DueItem> of(Own activity, LocalDate today, Tenant tenant, Locale language) {
        var horizon = today.plusDays(DAYS_AHEAD);
        var items = new ArrayList<DueItem>();
        boolean begins = activity.status() == ActivityStatus.NOT_STARTED;
        if (begins && activity.startsOn() != null && !activity.startsOn().isAfter(horizon)) {
            items.add(day("begin", activity, activity.startsOn(), tenant, language));
        }
        if (activity.endsOn() != null && !activity.endsOn().isAfter(horizon)) {
            items.add(day("end", activity, activity.endsOn(), tenant, language));
        }
        var quietSince = Silence.since(activity.heardOf());
        if (activity.status() == ActivityStatus.ONGOING && !quietSince.isAfter(today)) {
            items.add(DueItem.hint(
                    messages.getMessage("activities.due.quiet", new Object[] {activity.title()}, language),
                    quietSince,
                    tenant.timeZone(),
                    "/activities/" + activity.id() + "/log"));
        }
        return items;
    }

    private DueItem day(String what, Own activity, LocalDate day, Tenant tenant, Locale language) {
        return item(
                what + " " + activity.id(),
                "activities.due." + what,
                activity.id(),
                day,
                tenant,
                language,
                activity.title());
    }

    private DueItem item(
            String key,
            String message,
            UUID activity,
            LocalDate day,
            Tenant tenant,
            Locale language,
            Object... arguments) {
        return new DueItem(
                key + " " + day,
                DueItem.Kind.DEADLINE,
                messages.getMessage(message, arguments, language),
                null,
                day,
                tenant.timeZone(),
                "/activities/" + activity);
    }

    private List<Own> own(Tenant tenant, UUID person) {
        return jdbc.sql("SELECT a.id, a.title, a.status, a.starts_on, a.ends_on, " + Silence.HEARD_OF + " AS heard_of"
                        + " FROM activity a WHERE a.tenant_id = :tenant AND a.responsible_id = :person"
                        + " AND a.status IN ('NOT_STARTED', 'ONGOING') ORDER BY a.id")
                .params(Map.of(
                        "tenant",
                        tenant.id(),
                        "person",
                        person,
                        "zone",
                        tenant.timeZone().getId()))
                .query(Own.class)
                .list();
    }

    private List<OwnMilestone> milestones(Tenant tenant, UUID person, LocalDate horizon) {
        return jdbc.sql("SELECT a.id AS activity, a.title AS activity_title, m.id, m.title, m.due_on"
                        + " FROM activity a JOIN activity_milestone m ON m.tenant_id = a.tenant_id AND m.activity_id = a.id"
                        + " WHERE a.tenant_id = ? AND a.responsible_id = ? AND a.status IN ('NOT_STARTED', 'ONGOING')"
                        + " AND m.reached_on IS NULL AND m.due_on <= ? ORDER BY m.due_on, m.id")
                .params(tenant.id(), person, horizon)
                .query((row, _) -> new OwnMilestone(
                        row.getObject("activity", UUID.class),
                        row.getString("activity_title"),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }
}
