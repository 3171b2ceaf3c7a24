package org.samklima.portal.planning.activityexchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.planning.activities.ActivityPlan;
import org.samklima.portal.planning.activities.LogNote;
import org.samklima.portal.planning.fields.FieldNames;

/** An activity while the rows that are about it are put together. */
final class Pending {

    private final @Nullable ListRow row;
    private final @Nullable Activity before;
    private final Draft draft;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<LogNote> notes = new ArrayList<>();
    private FieldNames.@Nullable Named field;

    /**
     * @param row that is the activity; null where only entries of it stand in the list
     * @param before the activity as it is; null for a new one
     */
    Pending(@Nullable ListRow row, @Nullable Activity before) {
        this.row = row;
        this.before = before;
        this.draft = new Draft(before == null ? ActivityPlan.titled("") : before.plan());
    }

    @Nullable ListRow row() {
        return row;
    }

    @Nullable Activity before() {
        return before;
    }

    Draft draft() {
        return draft;
    }

    /** It gets this field, which may still have to be made. */
    void field(FieldNames.Named named) {
        field = named;
        draft.fieldId = named.id();
    }

    FieldNames.@Nullable Named field() {
        return field;
    }

    /** One more paragraph of its description. */
    void describe(String paragraph) {
        paragraphs.add(paragraph);
    }

    void note(LogNote note) {
        notes.add(note);
    }

    List<LogNote> notes() {
        return notes;
    }

    /** How it shall be; a description that the list has in several rows replaces the one that is there. */
    ActivityPlan plan(String ownDescription) {
        if (!paragraphs.isEmpty()) {
            var all = new ArrayList<String>();
            if (!ownDescription.isEmpty()) {
                all.add(ownDescription);
            }
            all.addAll(paragraphs);
            draft.description = String.join("\n\n", all);
        }
        return draft.plan();
    }

    String title() {
        return before != null && draft.title.isEmpty() ? before.title() : draft.title;
    }

    /** Reference and title, as far as there are. */
    String called() {
        return (draft.reference + " " + title()).strip();
    }

    boolean isNew() {
        return before == null;
    }

    boolean isToBeOtherThan(ActivityPlan plan) {
        boolean fieldToBeMade = field != null && field.id() == null;
        return before == null || fieldToBeMade || !Objects.equals(before.plan(), plan);
    }
}
