package org.samklima.portal.planning.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.portal.problem.Problem;

/** A tenant's fields of action as they hang together. */
public final class FieldTree {

    private static final String STEP = " / ";

    private final Map<@Nullable UUID, List<Field>> children = new HashMap<>();
    private final Map<UUID, Branch> branches = new LinkedHashMap<>();

    private FieldTree(Collection<Field> fields) {
        fields.stream()
                .sorted(Comparator.comparingInt(Field::position).thenComparing(Field::id))
                .forEach(field -> children.computeIfAbsent(field.parent(), parent -> new ArrayList<>())
                        .add(field));
        grow(null, "", 0);
    }

    private void grow(@Nullable UUID parent, String above, int depth) {
        for (var field : children(parent)) {
            branches.put(field.id(), new Branch(field, above + field.name(), depth));
            grow(field.id(), above + field.name() + STEP, depth + 1);
        }
    }

    static FieldTree of(Collection<Field> fields) {
        return new FieldTree(fields);
    }

    /**
     * A field in its place.
     *
     * @param path its name after those of the fields that it is a part of, as in {@code Transport / Cycling}
     * @param depth 0 at the top
     */
    public record Branch(Field field, String path, int depth) {}

    public boolean isEmpty() {
        return branches.isEmpty();
    }

    /** Each field before its parts, in the order in which they are read. */
    public List<Branch> inOrder() {
        return List.copyOf(branches.values());
    }

    public Optional<Field> find(UUID id) {
        return Optional.ofNullable(branches.get(id)).map(Branch::field);
    }

    /** @param parent null for the fields at the top */
    public List<Field> children(@Nullable UUID parent) {
        return children.getOrDefault(parent, List.of());
    }

    /** The names down to it; empty where there is no such field. */
    public String path(@Nullable UUID id) {
        var branch = id == null ? null : branches.get(id);
        return branch == null ? "" : branch.path();
    }

    /** The field and everything below it; nothing where there is no such field. */
    public Set<UUID> within(UUID id) {
        var within = new LinkedHashSet<UUID>();
        if (branches.containsKey(id)) {
            within.add(id);
            children(id).forEach(child -> within.addAll(within(child.id())));
        }
        return within;
    }

    /** To choose from, each by its path. */
    public List<Choice> choices() {
        return branches.values().stream()
                .map(branch -> Choice.of(branch.field().id().toString(), branch.path()))
                .toList();
    }

    /** The choices without the field and what is below it: where it, or what it holds, can go. */
    List<Choice> choicesOutside(UUID id) {
        var within = within(id);
        return choices().stream()
                .filter(choice -> !within.contains(UUID.fromString(choice.value())))
                .toList();
    }

    /**
     * @param id of the field that gets these terms; null for a new one
     * @throws Problem if the parent is none or a part of the field itself, or has a part of that name already
     */
    void check(@Nullable UUID id, Field.Terms terms) {
        var parent = terms.parent();
        if (parent != null && !branches.containsKey(parent)) {
            throw Problem.invalid("fields.unknown-parent");
        }
        if (id != null && parent != null && within(id).contains(parent)) {
            throw Problem.invalid("fields.contains-itself", path(parent));
        }
        if (children(parent).stream()
                .anyMatch(sibling -> !sibling.id().equals(id) && sibling.name().equalsIgnoreCase(terms.name()))) {
            throw Problem.invalid("fields.name-taken", terms.name());
        }
    }
}
