package org.samklima.portal.planning.activityexchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.people.People;
import org.samklima.portal.planning.activities.Activities;
import org.samklima.portal.planning.activities.ActivityLog;
import org.samklima.portal.planning.activities.ActivityPlan;
import org.samklima.portal.planning.activities.LogNote;
import org.samklima.portal.planning.fields.FieldNames;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.fields.NewFields;
import org.samklima.portal.planning.lists.ImportNote;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes activities from a list, all or none: new ones begin, and those that are there (by reference, else by title) become
 * what the list says. What it leaves blank stays as it is.
 */
@Service
class ActivityImport {

    private final Activities activities;
    private final ActivityLog logs;
    private final Fields fields;
    private final NewFields newFields;
    private final People people;
    private final ExchangeWords words;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final FigureTexts figures;

    ActivityImport(
            Activities activities,
            ActivityLog logs,
            Fields fields,
            NewFields newFields,
            People people,
            ExchangeWords words,
            AuditTrail audit,
            MessageSource messages,
            FigureTexts figures) {
        this.activities = activities;
        this.logs = logs;
        this.fields = fields;
        this.newFields = newFields;
        this.people = people;
        this.words = words;
        this.audit = audit;
        this.messages = messages;
        this.figures = figures;
    }

    /**
     * What an import does, or would do.
     *
     * @param unknownStatuses words, or colours, of which whoever imports has to say what they mean
     */
    record Tried(ListReport report, Set<String> unknownStatuses) {}

    /** Whether the person may make fields of action while they import. */
    static boolean mayMakeFields() {
        return Tenancy.actor().has(Role.COORDINATOR, Role.STAFF);
    }

    /**
     * What importing this list would do.
     *
     * @param language in which it is said
     */
    @Transactional(readOnly = true)
    Tried tryOut(ListUpload upload, ImportOptions options, Locale language) {
        var check = check(upload, options, known(options), language);
        return new Tried(check.report(), check.unknownStatuses());
    }

    /** Imports it, unless one of its rows is wrong: then the report says which, and nothing has happened. */
    @Transactional
    Tried carryOut(ListUpload upload, ImportOptions options, Locale language) {
        var known = known(options);
        var check = check(upload, options, known, language);
        var report = check.report();
        if (!report.isImportable()) {
            return new Tried(report, check.unknownStatuses());
        }
        if (!known.fields().missing().isEmpty()) {
            newFields.add(known.fields().missing());
            check = check(upload, options, known(options), language);
        }
        write(check.pending());
        ImportNote.in(audit, "activity", upload, report);
        return new Tried(report.done(), check.unknownStatuses());
    }

    private Known known(ImportOptions options) {
        if (options.createFields() && !mayMakeFields()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "activityexchange.fields-not-yours");
        }
        return new Known(
                activities.all(),
                activities.surroundings(),
                new FieldNames(fields.tree(), options.createFields()),
                new Responsibles(people.all()),
                options,
                words);
    }

    private ActivityImportCheck check(ListUpload upload, ImportOptions options, Known known, Locale language) {
        return new ActivityImportCheck(
                known,
                upload.columns().containsKey(ActivityColumn.PARENT.role()),
                upload.rows(),
                logs::of,
                new RowLines(messages, figures, language));
    }

    private void write(List<Pending> pending) {
        var fresh = pending.stream().filter(Pending::isNew).toList();
        var added = fresh.stream().map(one -> one.draft().plan()).toList();
        var changed = new LinkedHashMap<UUID, ActivityPlan>();
        var notes = new LinkedHashMap<UUID, List<LogNote>>();
        for (var one : pending) {
            var before = one.before();
            if (before != null) {
                notes.put(before.id(), one.notes());
                var plan = one.draft().plan();
                if (!plan.equals(before.plan())) {
                    changed.put(before.id(), plan);
                }
            }
        }
        var begun = new ArrayList<>(activities.carryOut(added, changed));
        for (int index = 0; index < fresh.size(); index++) {
            notes.put(begun.get(index).id(), fresh.get(index).notes());
        }
        logs.writeAll(notes);
    }
}
