package org.samklima.portal.planning.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/** Fields of action by what lists call them: their name, or their path from the top. */
public final class FieldNames {

    private static final String STEP = "\\s*[›>]\\s*|\\s+/\\s+";

    /**
     * A field that a list names.
     *
     * @param id null for one that is still to be made
     * @param path its names from the top
     */
    public record Named(@Nullable UUID id, String path) {}

    private final boolean create;
    private final Map<String, Named> byPath = new HashMap<>();
    private final Map<String, Set<Named>> byName = new HashMap<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();

    /** @param create whether a field that is missing shall be made */
    public FieldNames(FieldTree tree, boolean create) {
        this.create = create;
        tree.inOrder().forEach(branch -> {
            var named = new Named(branch.field().id(), branch.path());
            byPath.put(key(names(tree, branch.field())), named);
            byName.computeIfAbsent(Spelling.fold(branch.field().name()), _ -> new LinkedHashSet<>())
                    .add(named);
        });
        // A name can hold what separates names in a path: then the path as it is written leads there, too.
        tree.inOrder()
                .forEach(branch -> byPath.putIfAbsent(
                        key(steps(branch.path())), new Named(branch.field().id(), branch.path())));
    }

    private static List<String> names(FieldTree tree, Field field) {
        var names = new ArrayList<String>();
        Optional.ofNullable(field.parent()).flatMap(tree::find).ifPresent(parent -> names.addAll(names(tree, parent)));
        names.add(field.name());
        return names;
    }

    /** @throws Problem if there is no such field and none is to be made, or the name could mean several */
    public Named find(String text) {
        var steps = steps(text);
        var there = byPath.get(key(steps));
        if (there != null) {
            return there;
        }
        var called = byName.getOrDefault(Spelling.fold(text), Set.of());
        if (called.size() > 1) {
            throw Problem.invalid(
                    "fields.named.ambiguous",
                    Shortened.of(text),
                    String.join(", ", called.stream().map(Named::path).toList()));
        }
        return called.stream().findFirst().orElseGet(() -> toBeMade(text, steps));
    }

    /** The field that is there and that the text can only mean. */
    public Optional<Named> there(String text) {
        var there = byPath.get(key(steps(text)));
        var called = byName.getOrDefault(Spelling.fold(text), Set.of());
        return there != null || called.size() != 1
                ? Optional.ofNullable(there)
                : called.stream().findFirst();
    }

    /** By its path from the top and nothing else; possibly one that is to be made. */
    Named atPath(List<String> steps) {
        var there = byPath.get(key(steps));
        return there != null ? there : toBeMade(String.join(" / ", steps), steps);
    }

    /** At the top, whatever is called so further down; possibly one that {@link #isMissing}. */
    public Named atTop(String name) {
        var there = byPath.get(key(List.of(name)));
        if (there != null) {
            return there;
        }
        return create ? toBeMade(name, List.of(name)) : new Named(null, name);
    }

    /** Whether there is no such field, and none is to be made. */
    public boolean isMissing(Named named) {
        return named.id() == null && !create;
    }

    public static Problem unknown(String name) {
        return Problem.invalid("fields.named.unknown", Shortened.of(name));
    }

    private Named toBeMade(String text, List<String> steps) {
        if (!create) {
            throw unknown(text);
        }
        for (int depth = 1; depth <= steps.size(); depth++) {
            var above = List.copyOf(steps.subList(0, depth));
            if (byPath.putIfAbsent(key(above), new Named(null, String.join(" / ", above))) == null) {
                missing.put(key(above), above);
            }
        }
        return byPath.get(key(steps));
    }

    /** The paths of those that are to be made, each after what it is a part of. */
    public List<List<String>> missing() {
        return List.copyOf(missing.values());
    }

    static List<String> steps(String path) {
        return Arrays.stream(path.split(STEP))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static String key(List<String> steps) {
        return String.join("›", steps.stream().map(Spelling::fold).toList());
    }
}
