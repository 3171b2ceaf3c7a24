package org.samklima.portal.planning.activityexchange;

import java.util.Arrays;
import java.util.List;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ColumnRole.Content;

/** The columns of a list of activities. {@code lists.role.<role>} is what each is called. */
enum ActivityColumn {
    REFERENCE("activity-reference", Content.TEXT),
    TITLE("activity-title", Content.TEXT),
    FIELD("field-of-action", Content.TEXT),
    STATUS("activity-status", Content.TEXT),
    STARTS_ON("starts-on", Content.TEXT),
    ENDS_ON("ends-on", Content.TEXT),
    RESPONSIBLE("responsible", Content.TEXT),
    PARTNERS("partners", Content.TEXT),
    GOALS("goals-served", Content.TEXT),
    EFFECT("effect-tonnes", Content.NUMBER),
    ASSUMPTION("effect-assumption", Content.TEXT),
    CO_BENEFITS("co-benefits", Content.TEXT),
    SHOWN("shown-publicly", Content.TEXT),
    DESCRIPTION("activity-description", Content.TEXT),
    BUDGET("budget-lines", Content.TEXT),
    MILESTONES("milestones", Content.TEXT),
    /** Which state of the activity the file shows, so that nobody's later change is undone unseen. */
    VERSION("version", Content.NUMBER),
    /** Only for the way in: what becomes an entry of the log, and of which day. */
    LOG("log-text", Content.TEXT),
    LOGGED_ON("logged-on", Content.TEXT),
    /** Only for the way in: the reference of the row that this one belongs to. */
    PARENT("parent-row", Content.TEXT);

    static final List<ColumnRole> ROLES =
            Arrays.stream(values()).map(column -> column.role).toList();

    /** Those of a file that leaves. */
    static final List<ActivityColumn> EXPORTED = Arrays.stream(values())
            .filter(column -> !List.of("LOG", "LOGGED_ON", "PARENT").contains(column.name()))
            .toList();

    private final ColumnRole role;

    ActivityColumn(String name, Content content) {
        this.role = new ColumnRole(name, content);
    }

    String role() {
        return role.name();
    }

    /** The key of its heading. */
    String heading() {
        return "lists.role." + role.name();
    }
}
