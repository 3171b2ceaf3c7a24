package org.samklima.portal.planning.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan's history. Written in the transaction of the change itself; can be added to and read, never changed. */
@Component
public class PlanHistory {

    private final JdbcClient jdbc;
    private final JdbcOperations statements;
    private final JsonMapper json;
    private final Clock clock;

    PlanHistory(JdbcClient jdbc, JdbcOperations statements, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.json = json;
        this.clock = clock;
    }

    /** What happened to a part of the plan. */
    enum Action {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A change as it was noted.
     *
     * @param title of the part, as it was called after the change
     */
    record Entry(
            Instant at,
            String actor,
            PlanItem.Kind kind,
            UUID item,
            String title,
            Action action,
            List<FactChange> changes) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void added(PlanItem item) {
        added(List.of(item));
    }

    /** Many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void added(List<PlanItem> items) {
        note(items.stream()
                .map(item -> row(
                        item,
                        Action.ADDED,
                        PlanItem.of(item.kind(), item.id(), item.title()).changesTo(item)))
                .toList());
    }

    /** Notes nothing where nothing became different. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(PlanItem before, PlanItem after) {
        changed(List.of(before), List.of(after));
    }

    /** Many at once, each as it was and as it is in the same place of both lists. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(List<PlanItem> before, List<PlanItem> after) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (int index = 0; index < before.size(); index++) {
            var changes = before.get(index).changesTo(after.get(index));
            if (!changes.isEmpty()) {
                rows.add(row(after.get(index), Action.CHANGED, changes));
            }
        }
        note(rows);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void removed(PlanItem item) {
        note(List.<@Nullable Object[]>of(
                row(item, Action.REMOVED, item.changesTo(PlanItem.of(item.kind(), item.id(), item.title())))));
    }

    /**
     * Newest first, a part at a time.
     *
     * @param item only what happened to this one; null for everything
     * @param text to be found in the titles and names of who did it; blank for everything
     */
    @Transactional(readOnly = true)
    List<Entry> newest(@Nullable UUID item, String text, long offset, int limit) {
        return jdbc.sql("SELECT at, actor_name, item_kind, item_id, title, action, changes FROM plan_change"
                        + " WHERE tenant_id = ? AND (?::uuid IS NULL OR item_id = ?)"
                        + " AND strpos(lower(actor_name || ' ' || title), lower(?)) > 0"
                        + " ORDER BY at DESC, id DESC LIMIT ? OFFSET ?")
                .params(Arrays.asList(Tenancy.tenantId(), item, item, text.strip(), limit, offset))
                .query(this::entry)
                .list();
    }

    private void note(List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            statements.batchUpdate(
                    "INSERT INTO plan_change"
                            + " (tenant_id, id, at, actor_id, actor_name, item_kind, item_id, title, action, changes)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)",
                    rows);
        }
    }

    private @Nullable Object[] row(PlanItem item, Action action, List<FactChange> changes) {
        var actor = Tenancy.actor();
        return new @Nullable Object[] {
            Tenancy.tenantId(),
            Ids.next(),
            OffsetDateTime.now(clock),
            actor.id(),
            actor.name(),
            item.kind().name(),
            item.id(),
            item.title(),
            action.name(),
            json.writeValueAsString(changes)
        };
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                PlanItem.Kind.valueOf(row.getString("item_kind")),
                row.getObject("item_id", UUID.class),
                row.getString("title"),
                Action.valueOf(row.getString("action")),
                List.of(json.readerFor(FactChange[].class)
                        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .<FactChange[]>readValue(row.getString("changes"))));
    }
}
