package org.samklima.portal.planning.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.planning.history.PlanHistory;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant orders its fields of action. */
@Service
class FieldChanges {

    private final Fields fields;
    private final FieldItems items;
    private final FirstTree firstTree;
    private final ObjectProvider<FieldContents> contents;
    private final PlanHistory history;
    private final AuditTrail audit;

    FieldChanges(
            Fields fields,
            FieldItems items,
            FirstTree firstTree,
            ObjectProvider<FieldContents> contents,
            PlanHistory history,
            AuditTrail audit) {
        this.fields = fields;
        this.items = items;
        this.firstTree = firstTree;
        this.contents = contents;
        this.history = history;
        this.audit = audit;
    }

    /**
     * After the others with the same parent.
     *
     * @throws Problem if the parent or a sector is none, or the name is taken there
     */
    @Transactional
    Field add(Field.Terms terms) {
        return add(terms, items.names());
    }

    private Field add(Field.Terms terms, SectorNames names) {
        var tree = fields.forChange();
        tree.check(null, terms);
        checkSectors(terms.sectors(), names);
        var field = Field.fresh(Ids.next(), terms, next(tree, terms.parent()));
        fields.insert(field);
        history.added(FieldItems.item(field, fields.tree(), names));
        return field;
    }

    /**
     * Renames the field, moves it, maps it.
     *
     * @param basedOn the lock version of the field that was changed
     * @throws Problem if it would be a part of itself; if the name is taken there or a sector is none; if somebody else has
     *     changed it since
     */
    @Transactional
    Field change(UUID id, int basedOn, Field.Terms terms) {
        var names = items.names();
        var tree = fields.forChange();
        var before = tree.find(id).orElseThrow(Problem::notFound);
        tree.check(id, terms);
        var added = new TreeSet<>(terms.sectors());
        added.removeAll(before.sectors());
        checkSectors(added, names);
        var stays = Objects.equals(before.parent(), terms.parent());
        var after = before.with(terms, stays ? before.position() : next(tree, terms.parent()));
        fields.update(after, basedOn);
        history.changed(FieldItems.item(before, tree, names), FieldItems.item(after, fields.tree(), names));
        return after;
    }

    private static int next(FieldTree tree, @Nullable UUID parent) {
        return tree.children(parent).stream().mapToInt(Field::position).max().orElse(0) + 1;
    }

    private static void checkSectors(Collection<FieldSector> sectors, SectorNames names) {
        sectors.stream().filter(sector -> !names.knows(sector)).findFirst().ifPresent(unknown -> {
            throw Problem.invalid("fields.unknown-sector", unknown.list() + "/" + unknown.sector());
        });
    }

    /**
     * Changes places with the field before or after it; at the end of the row nothing happens.
     *
     * @param earlier before, or else after
     */
    @Transactional
    void shift(UUID id, boolean earlier) {
        var tree = fields.forChange();
        var field = tree.find(id).orElseThrow(Problem::notFound);
        var siblings = new ArrayList<>(tree.children(field.parent()));
        int place = siblings.indexOf(field);
        int other = earlier ? place - 1 : place + 1;
        if (other < 0 || other >= siblings.size()) {
            return;
        }
        Collections.swap(siblings, place, other);
        fields.order(siblings);
        var names = items.names();
        history.changed(FieldItems.item(field, tree, names), FieldItems.item(field, fields.tree(), names));
    }

    /**
     * Removes a field. What it holds, and the fields that are its parts, go into another one first.
     *
     * @param into where that is; null where it holds nothing
     * @throws Problem if it holds something and has nowhere to put it, or would put it into itself
     */
    @Transactional
    void remove(UUID id, @Nullable UUID into) {
        var tree = fields.forChange();
        var field = tree.find(id).orElseThrow(Problem::notFound);
        var names = items.names();
        if (into != null) {
            empty(field, into, tree, names);
        } else if (!tree.children(id).isEmpty()
                || contents.stream().anyMatch(kind -> kind.counts().containsKey(id))) {
            throw Problem.conflict("fields.remove.in-use", field.name());
        }
        fields.delete(field);
        history.removed(FieldItems.item(field, tree, names));
        audit.record("field.removed", "field", id, Map.of("name", field.name()));
    }

    private void empty(Field field, UUID into, FieldTree tree, SectorNames names) {
        if (tree.find(into).isEmpty()) {
            throw Problem.invalid("fields.unknown-parent");
        }
        if (tree.within(field.id()).contains(into)) {
            throw Problem.invalid("fields.remove.into-itself", tree.path(into));
        }
        contents.forEach(kind -> kind.move(field.id(), into));
        var parts = tree.children(field.id());
        int place = next(tree, into);
        var moved = new ArrayList<Field>();
        for (var part : parts) {
            var terms = new Field.Terms(part.name(), into, part.sectors());
            tree.check(part.id(), terms);
            var after = part.with(terms, place++);
            fields.update(after, part.lockVersion());
            moved.add(after);
        }
        var grown = fields.tree();
        for (int i = 0; i < moved.size(); i++) {
            history.changed(FieldItems.item(parts.get(i), tree, names), FieldItems.item(moved.get(i), grown, names));
        }
    }

    /**
     * Adds the fields that most begin with, named in the tenant's language.
     *
     * @throws Problem if there are fields already
     */
    @Transactional
    List<Field> begin(Tenant tenant) {
        if (!fields.forChange().isEmpty()) {
            throw Problem.conflict("fields.first.there");
        }
        var names = items.names();
        return firstTree.of(tenant).stream().map(terms -> add(terms, names)).toList();
    }
}
