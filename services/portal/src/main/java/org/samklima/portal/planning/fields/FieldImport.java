package org.samklima.portal.planning.fields;

import java.util.List;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.lists.ImportNote;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ColumnRole.Content;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes fields of action from a list, all or none: new ones come behind those there are, in the order of the list, and those
 * that are there (by their path) stand for the sectors that it says. None is removed, moved or renamed.
 */
@Service
class FieldImport {

    static final String PATH = "field-of-action";
    static final String SECTORS = "field-sectors";
    static final List<ColumnRole> ROLES =
            List.of(new ColumnRole(PATH, Content.TEXT), new ColumnRole(SECTORS, Content.TEXT));

    private final Fields fields;
    private final FieldItems items;
    private final FieldChanges changes;
    private final NewFields newFields;
    private final AuditTrail audit;

    FieldImport(Fields fields, FieldItems items, FieldChanges changes, NewFields newFields, AuditTrail audit) {
        this.fields = fields;
        this.items = items;
        this.changes = changes;
        this.newFields = newFields;
        this.audit = audit;
    }

    /** What importing this list would do. */
    @Transactional(readOnly = true)
    ListReport tryOut(ListUpload upload) {
        return check(upload).report();
    }

    /** Imports it, unless one of its rows is wrong: then the report says which, and nothing has happened. */
    @Transactional
    ListReport carryOut(ListUpload upload) {
        var check = check(upload);
        var report = check.report();
        if (!report.isImportable()) {
            return report;
        }
        check.wanted().forEach(this::write);
        ImportNote.in(audit, "field", upload, report);
        return report.done();
    }

    private FieldImportCheck check(ListUpload upload) {
        return new FieldImportCheck(fields.tree(), new SectorWords(items.names()), upload.rows());
    }

    private void write(FieldImportCheck.Wanted wanted) {
        var before = wanted.before();
        if (before != null) {
            changes.change(
                    before.id(),
                    before.lockVersion(),
                    new Field.Terms(before.name(), before.parent(), wanted.sectors()));
            return;
        }
        var above = wanted.path().subList(0, wanted.path().size() - 1);
        changes.add(new Field.Terms(wanted.path().getLast(), newFields.at(above), wanted.sectors()));
    }
}
