package org.samklima.portal.planning.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.samklima.portal.home.RecentItem;
import org.samklima.portal.home.RecentItems;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues wrote in the logs: of each activity the latest, on everybody's first page. */
@Component
class RecentLogEntries implements RecentItems {

    private final JdbcClient jdbc;
    private final MessageSource messages;

    RecentLogEntries(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecentItem> since(Tenant tenant, Actor person, Instant since, int atMost, Locale language) {
        return jdbc.sql(
                        "SELECT * FROM (SELECT DISTINCT ON (l.activity_id) l.activity_id, l.id, l.written_at, l.author, a.title"
                                + " FROM activity_log l JOIN activity a ON a.tenant_id = l.tenant_id AND a.id = l.activity_id"
                                + " WHERE l.tenant_id = ? AND l.written_at >= ? AND l.author_id IS DISTINCT FROM ?"
                                + " ORDER BY l.activity_id, l.written_at DESC, l.id DESC) newest ORDER BY written_at DESC LIMIT ?")
                .params(Arrays.asList(tenant.id(), since.atOffset(ZoneOffset.UTC), person.id(), atMost))
                .query((row, _) -> item(row, language))
                .list();
    }

    private RecentItem item(ResultSet row, Locale language) throws SQLException {
        return new RecentItem(
                messages.getMessage("activities.recent", new Object[] {row.getString("title")}, language),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                "/activities/" + row.getString("activity_id") + "#log-" + row.getString("id"));
    }
}
