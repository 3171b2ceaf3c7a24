package org.samklima.portal.planning.history;

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

/** What colleagues did to the plan: of each part the latest, on the first page of everyone who works on it. */
@Component
class RecentPlanChanges implements RecentItems {

    private final JdbcClient jdbc;
    private final MessageSource messages;

    RecentPlanChanges(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecentItem> since(Tenant tenant, Actor person, Instant since, int atMost, Locale language) {
        return jdbc.sql(
                        "SELECT * FROM (SELECT DISTINCT ON (item_id) item_id, at, actor_name, title, action FROM plan_change"
                                + " WHERE tenant_id = ? AND at >= ? AND actor_id IS DISTINCT FROM ?"
                                + " ORDER BY item_id, at DESC, id DESC) newest ORDER BY at DESC LIMIT ?")
                .params(Arrays.asList(tenant.id(), since.atOffset(ZoneOffset.UTC), person.id(), atMost))
                .query((row, _) -> item(row, language))
                .list();
    }

    private RecentItem item(ResultSet row, Locale language) throws SQLException {
        return new RecentItem(
                messages.getMessage(
                        "plan.recent." + row.getString("action"), new Object[] {row.getString("title")}, language),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                "/plan/history?item=" + row.getString("item_id"));
    }
}
