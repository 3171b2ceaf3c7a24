package org.samklima.portal.planning.activities;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.samklima.pages.Choice;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The activities that somebody may want to write in the log of, the likeliest first. */
@Repository
class LogChoices {

    /** More than that nobody looks through; the others are found in the list of activities. */
    static final int MOST = 100;

    private final JdbcClient jdbc;

    LogChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is under way before what is put off or over; then one's own; then what one wrote of before; then by title.
     *
     * @return at most one more than {@link #MOST}
     */
    @Transactional(readOnly = true)
    List<Choice> of(Actor person) {
        return jdbc.sql("SELECT a.id, a.title FROM activity a"
                        + " LEFT JOIN (SELECT DISTINCT activity_id FROM activity_log WHERE tenant_id = ? AND author_id = ?) mine"
                        + " ON mine.activity_id = a.id WHERE a.tenant_id = ?"
                        + " ORDER BY a.status NOT IN ('NOT_STARTED', 'ONGOING'), a.responsible_id IS DISTINCT FROM ?,"
                        + " mine.activity_id IS NULL, lower(a.title), a.id LIMIT ?")
                .params(Arrays.asList(Tenancy.tenantId(), person.id(), Tenancy.tenantId(), person.id(), MOST + 1))
                .query((row, _) -> Choice.of(String.valueOf(row.getObject("id", UUID.class)), row.getString("title")))
                .list();
    }
}
