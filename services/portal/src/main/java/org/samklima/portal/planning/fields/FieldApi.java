package org.samklima.portal.planning.fields;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Fields of action, as data. */
@TenantApi
@Allowed
class FieldApi {

    private final Fields fields;
    private final FieldChanges changes;

    FieldApi(Fields fields, FieldChanges changes) {
        this.fields = fields;
        this.changes = changes;
    }

    /**
     * A field of action.
     *
     * @param parent id of the field that it is a part of; absent at the top
     * @param path its name after those of the fields above it
     * @param sectors that it stands for
     * @param lockVersion to be sent back with a change
     */
    record FieldData(
            UUID id, @Nullable UUID parent, String name, String path, SortedSet<FieldSector> sectors, int lockVersion) {

        static FieldData of(Field field, FieldTree tree) {
            return new FieldData(
                    field.id(),
                    field.parent(),
                    field.name(),
                    tree.path(field.id()),
                    field.sectors(),
                    field.lockVersion());
        }
    }

    /** @param lockVersion of the field that is changed; a new one has none */
    record FieldInput(
            @Nullable String name,
            @Nullable UUID parent,
            @Nullable List<FieldSector> sectors,
            @Nullable Integer lockVersion) {

        Field.Terms terms() {
            if (sectors != null && sectors.stream().anyMatch(FieldInput::isNone)) {
                throw Problem.invalid("fields.unknown-sector", "null");
            }
            return new Field.Terms(name == null ? "" : name, parent, sectors == null ? List.of() : sectors);
        }

        private static boolean isNone(@Nullable FieldSector sector) {
            return sector == null || sector.list() == null || sector.sector() == null;
        }
    }

    /** Each field before its parts, in the order in which they are read. */
    @GetMapping("/fields")
    List<FieldData> all() {
        var tree = fields.tree();
        return tree.inOrder().stream()
                .map(branch -> FieldData.of(branch.field(), tree))
                .toList();
    }

    @GetMapping("/fields/{id}")
    FieldData one(@PathVariable UUID id) {
        var tree = fields.tree();
        return FieldData.of(tree.find(id).orElseThrow(Problem::notFound), tree);
    }

    /** A new field, after the others with the same parent. 422 if the parent already has a part of that name. */
    @PostMapping("/fields")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    FieldData add(@RequestBody FieldInput input) {
        return one(changes.add(input.terms()).id());
    }

    /** Adds the fields that most begin with, named in the tenant's language. 409 if there are fields already. */
    @PostMapping("/fields/first")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    List<FieldData> begin(Tenant tenant) {
        changes.begin(tenant);
        return all();
    }

    /** Renames it, moves it, maps it. 409 if somebody else has changed it since, 422 if it would be a part of itself. */
    @PutMapping("/fields/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    FieldData change(@PathVariable UUID id, @RequestBody FieldInput input) {
        changes.change(id, input.lockVersion() == null ? 0 : input.lockVersion(), input.terms());
        return one(id);
    }

    /**
     * One step up or down among the fields with the same parent.
     *
     * @param earlier whether up
     */
    @PostMapping("/fields/{id}/steps")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    List<FieldData> shift(@PathVariable UUID id, @RequestParam boolean earlier) {
        changes.shift(id, earlier);
        return all();
    }

    /**
     * Removes it. 409 while it holds goals, activities or other fields and nothing is said about where they go.
     *
     * @param into id of the field that takes what it holds
     */
    @DeleteMapping("/fields/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @RequestParam @Nullable UUID into) {
        changes.remove(id, into);
    }
}
