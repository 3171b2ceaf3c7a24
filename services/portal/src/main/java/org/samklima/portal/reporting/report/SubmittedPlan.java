package org.samklima.portal.reporting.report;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.planning.PlanReferences;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was submitted says which goals and activities it was taken from; these stay, so that it can be looked up. */
@Component
class SubmittedPlan implements PlanReferences {

    private final JdbcClient jdbc;

    SubmittedPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> referredTo(Set<UUID> goalsAndActivities) {
        return jdbc
                .sql("SELECT DISTINCT item #>> '{}' FROM submission,"
                        + " jsonb_path_query(content::jsonb, '$.answers[*].origin.items[*]') item"
                        + " WHERE tenant_id = ? AND item #>> '{}' = ANY (?)")
                .params(
                        Tenancy.tenantId(),
                        goalsAndActivities.stream().map(UUID::toString).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
