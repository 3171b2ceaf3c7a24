package org.samklima.portal.reminders;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reminders that people of the bound tenant got. */
@Repository
class Reminders {

    /** Whoever finds a mail after a year can still switch it off by its link. */
    private static final int KEPT_DAYS = 400;

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param told keys of what it said */
    record Last(LocalDate day, Set<String> told) {}

    /** Each person's last one. */
    @Transactional(readOnly = true)
    public Map<UUID, Last> last() {
        return jdbc
                .sql("SELECT DISTINCT ON (person_id) person_id, day, told FROM reminder WHERE tenant_id = ?"
                        + " ORDER BY person_id, day DESC")
                .param(Tenancy.tenantId())
                .query((row, _) -> Map.entry(
                        row.getObject("person_id", UUID.class),
                        new Last(row.getObject("day", LocalDate.class), Set.of((String[])
                                row.getArray("told").getArray()))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes that the person is reminded on that day; false if they were already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID person, LocalDate day, Set<String> told, UnsubscribeSecret secret) {
        jdbc.sql("DELETE FROM reminder WHERE tenant_id = ? AND person_id = ? AND day < ?")
                .params(Tenancy.tenantId(), person, day.minusDays(KEPT_DAYS))
                .update();
        return jdbc.sql("INSERT INTO reminder (tenant_id, person_id, day, told, unsubscribe_hash)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, person_id, day) DO NOTHING")
                        .params(Tenancy.tenantId(), person, day, told.toArray(String[]::new), secret.hash())
                        .update()
                == 1;
    }

    /** Who got the reminder with this secret in its link. */
    @Transactional(readOnly = true)
    public Optional<UUID> recipient(UnsubscribeSecret secret) {
        return jdbc.sql("SELECT person_id FROM reminder WHERE tenant_id = ? AND unsubscribe_hash = ?")
                .params(Tenancy.tenantId(), secret.hash())
                .query(UUID.class)
                .optional();
    }
}
