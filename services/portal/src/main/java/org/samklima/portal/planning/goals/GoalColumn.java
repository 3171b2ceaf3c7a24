package org.samklima.portal.planning.goals;

import java.util.Arrays;
import java.util.List;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ColumnRole.Content;

/** The columns of a list of goals that say what a person decides about them. {@code lists.role.<role>} is what each is called. */
enum GoalColumn {
    TITLE("goal-title"),
    FIELD("field-of-action"),
    KIND("goal-kind"),
    MEASURE("goal-measure"),
    PER("goal-per"),
    BASELINE_YEAR("baseline-year"),
    /** Blank where the observed one counts. */
    BASELINE_VALUE("baseline-value"),
    TARGET_YEAR("target-year"),
    TARGET_VALUE("target-value"),
    INTERIM("interim-goals"),
    SCENARIO("baseline-scenario"),
    DUE_ON("due-on"),
    REACHED_ON("reached-on"),
    DECIDED_BY("decided-by"),
    DECIDED_ON("decided-on"),
    DECISION_LINK("decision-link"),
    DESCRIPTION("goal-description"),
    /** Which state of the goal the file shows, so that nobody's later change is undone unseen. */
    VERSION("version");

    static final List<ColumnRole> ROLES =
            Arrays.stream(values()).map(GoalColumn::columnRole).toList();

    private final String role;

    GoalColumn(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }

    /** The key of its heading. */
    String heading() {
        return "lists.role." + role;
    }

    private ColumnRole columnRole() {
        return new ColumnRole(role, Content.TEXT);
    }
}
