package org.samklima.portal.planning.communication;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.samklima.portal.people.PersonLeft;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody took and has not done when they leave is again everybody's whom the plan names. */
@Component
class TakenTasks {

    private final JdbcClient jdbc;
    private final Clock clock;

    TakenTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @TenantListener
    void on(PersonLeft left) {
        jdbc.sql("UPDATE communication_task SET responsible_id = NULL, changed_at = ?, lock_version = lock_version + 1"
                        + " WHERE tenant_id = ? AND responsible_id = ? AND done_on IS NULL")
                .params(OffsetDateTime.now(clock), left.tenantId(), left.personId())
                .update();
    }
}
