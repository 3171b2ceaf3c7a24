package org.samklima.portal.planning.goals;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.samklima.pages.Languages;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.fields.FieldNames;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.fields.NewFields;
import org.samklima.portal.planning.lists.ImportNote;
import org.samklima.portal.tables.Spelling;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes goals from a list, all or none: new ones are set, and those that are there (by title) become what the list says. What it
 * leaves blank stays as it is.
 */
@Service
class GoalImport {

    private final Goals goals;
    private final GoalChanges changes;
    private final Standings standings;
    private final Fields fields;
    private final NewFields newFields;
    private final AuditTrail audit;
    private final MessageSource messages;

    GoalImport(
            Goals goals,
            GoalChanges changes,
            Standings standings,
            Fields fields,
            NewFields newFields,
            AuditTrail audit,
            MessageSource messages) {
        this.goals = goals;
        this.changes = changes;
        this.standings = standings;
        this.fields = fields;
        this.newFields = newFields;
        this.audit = audit;
        this.messages = messages;
    }

    /**
     * What importing this list would do.
     *
     * @param createFields whether fields of action that are missing would be made
     * @param language in which it is said
     */
    @Transactional(readOnly = true)
    ListReport tryOut(ListUpload upload, boolean createFields, Locale language) {
        return check(upload, known(createFields, language)).report();
    }

    /** Imports it, unless one of its rows is wrong: then the report says which, and nothing has happened. */
    @Transactional
    ListReport carryOut(ListUpload upload, boolean createFields, Locale language) {
        var known = known(createFields, language);
        var check = check(upload, known);
        var report = check.report();
        if (!report.isImportable()) {
            return report;
        }
        if (!known.fields().missing().isEmpty()) {
            newFields.add(known.fields().missing());
            check = check(upload, known(createFields, language));
        }
        changes.carryOut(check.added(), check.changed());
        ImportNote.in(audit, "goal", upload, report);
        return report.done();
    }

    private static GoalImportCheck check(ListUpload upload, GoalImportCheck.Known known) {
        return new GoalImportCheck(known, upload.rows());
    }

    private GoalImportCheck.Known known(boolean createFields, Locale language) {
        var tree = fields.tree();
        return new GoalImportCheck.Known(
                goals.all(),
                tree,
                new FieldNames(tree, createFields),
                standings.measures(),
                kinds(),
                column -> messages.getMessage(column.heading(), null, language));
    }

    private Map<String, GoalKind> kinds() {
        var kinds = new HashMap<String, GoalKind>();
        for (var kind : GoalKind.values()) {
            kinds.put(Spelling.fold(kind.name()), kind);
            Languages.SUPPORTED.forEach(language ->
                    kinds.put(Spelling.fold(messages.getMessage("goals.kind." + kind, null, language)), kind));
        }
        return kinds;
    }
}
