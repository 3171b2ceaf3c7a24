package org.samklima.portal.planning.goals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.DueItems;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Milestones that are to be reached in the weeks to come or should have been, for whoever keeps the goals. */
@Component
class DueGoals implements DueItems {

    /** What is further away only hides what is near; as far as anybody can ask to be reminded. */
    private static final int DAYS_AHEAD = 60;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    DueGoals(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    private record Row(UUID id, String title, LocalDate dueOn) {}

    @Override
    @Transactional(readOnly = true)
    public List<DueItem> due(Tenant tenant, Actor person, Locale language) {
        if (!person.has(Role.COORDINATOR, Role.STAFF)) {
            return List.of();
        }
        return jdbc
                .sql("SELECT id, title, due_on FROM goal WHERE tenant_id = ? AND kind = 'MILESTONE'"
                        + " AND reached_on IS NULL AND archived_at IS NULL AND due_on <= ? ORDER BY due_on, id")
                .params(tenant.id(), tenant.dayOf(clock.instant()).plusDays(DAYS_AHEAD))
                .query(Row.class)
                .list()
                .stream()
                .map(goal -> new DueItem(
                        "goal " + goal.id + " " + goal.dueOn,
                        DueItem.Kind.DEADLINE,
                        messages.getMessage("goals.due", new Object[] {goal.title}, language),
                        null,
                        goal.dueOn,
                        tenant.timeZone(),
                        "/goals/" + goal.id))
                .toList();
    }
}
