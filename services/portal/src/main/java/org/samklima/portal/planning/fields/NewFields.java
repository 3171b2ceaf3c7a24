package org.samklima.portal.planning.fields;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.Spelling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fields of action that a list of something else names, and that are missing. */
@Service
public class NewFields {

    private final FieldChanges changes;
    private final Fields fields;

    NewFields(FieldChanges changes, Fields fields) {
        this.changes = changes;
        this.fields = fields;
    }

    /**
     * Makes what is missing of each path; what is there already, however it is spelled, stays.
     *
     * @param paths names from the top
     * @throws org.samklima.portal.problem.Problem if a name is too long
     */
    @Transactional
    public void add(List<List<String>> paths) {
        paths.forEach(this::addPath);
    }

    private void addPath(List<String> path) {
        at(path);
    }

    /** The field at that path, made if it is missing; null for the top. */
    @Nullable UUID at(List<String> path) {
        UUID parent = null;
        for (var name : path) {
            parent = there(parent, name);
        }
        return parent;
    }

    private UUID there(@Nullable UUID parent, String name) {
        return fields.tree().children(parent).stream()
                .filter(field -> Spelling.fold(field.name()).equals(Spelling.fold(name)))
                .findFirst()
                .orElseGet(() -> changes.add(new Field.Terms(name, parent, List.of())))
                .id();
    }
}
