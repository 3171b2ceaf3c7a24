package org.samklima.portal.planning.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.springframework.validation.BindingResult;

/**
 * A field of action as it is typed.
 *
 * @param parent id of the field above; blank at the top
 * @param sectors each as {@code list/sector}
 * @param lockVersion of the field that the page was made from
 */
record FieldForm(
        @Nullable String name,
        @Nullable UUID parent,
        @Nullable List<String> sectors,
        @Nullable Integer lockVersion) {

    static final FieldForm EMPTY = new FieldForm(null, null, null, null);

    static FieldForm of(Field field) {
        return new FieldForm(
                field.name(),
                field.parent(),
                field.sectors().stream().map(FieldSector::written).toList(),
                field.lockVersion());
    }

    /** @param kept sectors that the page could not offer, and that stay */
    Field.Terms terms(Collection<FieldSector> kept) {
        var all = new ArrayList<>(kept);
        if (sectors != null) {
            sectors.stream().map(FieldSector::parse).forEach(all::add);
        }
        return new Field.Terms(name == null ? "" : name, parent, all);
    }

    int basedOn() {
        return lockVersion == null ? 0 : lockVersion;
    }

    static void reject(Problem problem, BindingResult errors) {
        var field =
                switch (problem.messageKey()) {
                    case "fields.nameless", "fields.name-too-long", "fields.name-taken" -> "name";
                    case "fields.contains-itself", "fields.unknown-parent" -> "parent";
                    case "fields.unknown-sector" -> "sectors";
                    default -> null;
                };
        if (field == null) {
            errors.reject(problem.messageKey(), problem.arguments(), null);
        } else {
            errors.rejectValue(field, problem.messageKey(), problem.arguments(), null);
        }
    }
}
