package org.samklima.portal.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.portal.tenancy.TenantTables.Column;
import org.samklima.portal.tenancy.TenantTables.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What erasing a person would touch, by the same conditions by which {@link Erasure} does it. Looking changes nothing. */
@Component
class ErasurePreview {

    private static final int EXAMPLES_OF_A_TABLE = 2;
    private static final int EXAMPLES = 8;
    private static final int FILES = 20;

    private final TenantTables tables;
    private final People people;
    private final Namesakes namesakes;
    private final JdbcClient jdbc;

    ErasurePreview(TenantTables tables, People people, Namesakes namesakes, JdbcClient jdbc) {
        this.tables = tables;
        this.people = people;
        this.namesakes = namesakes;
        this.jdbc = jdbc;
    }

    /**
     * What would be touched, each with the number of its entries; what has none is left out.
     *
     * @param id of the account; null for somebody who has left
     * @param namesake whether somebody else works here under that name, so that the name alone is not touched
     * @param lastManager whether nobody could manage the tenant without the person
     * @param goes what is removed
     * @param marked where a mark takes the place of the name
     * @param kept tables in which the name stays, by their name without a schema
     * @param examples places in texts where the name stands
     * @param files that the person has attached, whose inside is not searched
     */
    record Touched(
            @Nullable UUID id,
            String name,
            @Nullable String email,
            boolean namesake,
            boolean lastManager,
            Map<Area, Long> goes,
            Map<Area, Long> marked,
            Map<String, Long> kept,
            List<Example> examples,
            List<Attached> files) {

        /** Archives of the whole organisation go whoever is erased, so they are no sign that anybody was found. */
        public boolean isNothing() {
            return marked.isEmpty() && goes.keySet().stream().allMatch(area -> area == Area.ARCHIVES);
        }
    }

    /** The name in a text, with what stands around it. */
    record Example(Area area, String before, String name, String after) {}

    record Attached(UUID id, String name) {}

    /** Of somebody who works here. @throws Problem if nobody here has that id */
    @Transactional(readOnly = true)
    public Touched of(UUID personId) {
        var user = namesakes.user(personId).orElseThrow(Problem::notFound);
        return of(Marks.of(user), isLastManager(user));
    }

    /** Of somebody who has left, or of whoever works here with that address. @throws Problem if that is no name */
    @Transactional(readOnly = true)
    public Touched of(String name, String email) {
        var person = Marks.named(name, email);
        return namesakes
                .working(person)
                .map(user -> of(Marks.of(user), isLastManager(user)))
                .orElseGet(() -> of(person, false));
    }

    private boolean isLastManager(TenantUser user) {
        return people.having(Role.MANAGER).stream()
                .map(TenantUser::personId)
                .toList()
                .equals(List.of(user.personId()));
    }

    private Touched of(Marks person, boolean lastManager) {
        var namesake = namesakes.work(person);
        Map<Area, Long> goes = new EnumMap<>(Area.class);
        Map<Area, Long> marked = new EnumMap<>(Area.class);
        Map<String, Long> kept = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        for (var table : tables.all()) {
            var touches = Traces.touches(table, namesake);
            if (Kept.isKept(table)) {
                add(kept, table.name(), count(table, touches, person));
                continue;
            }
            var goesHere = goes(table);
            add(goes, Area.of(table), count(table, goesHere, person));
            if (!table.name().equals("tenant_user")) {
                var staysHere = touches + " AND NOT " + goesHere;
                var rows = count(table, staysHere, person);
                add(marked, Area.of(table), rows);
                if (rows > 0) {
                    examples.addAll(examples(table, staysHere, person));
                }
            }
        }
        return new Touched(
                person.id(),
                person.name(),
                person.email(),
                namesake,
                lastManager,
                goes,
                marked,
                kept,
                examples.stream().distinct().limit(EXAMPLES).toList(),
                namesake ? List.of() : files(person));
    }

    /** SQL: whether a row goes with the person; what hangs on their access goes with that. */
    private static String goes(Table table) {
        var theirs = Area.of(table) == Area.ACCESS
                ? "person_id = :id::uuid"
                : Erasure.THEIRS.getOrDefault(table.name(), "false");
        return "coalesce(" + theirs + ", false)";
    }

    private static <K> void add(Map<K, Long> counts, K what, long rows) {
        if (rows > 0) {
            counts.merge(what, rows, Long::sum);
        }
    }

    private long count(Table table, String condition, Marks person) {
        return jdbc.sql("SELECT count(*) FROM " + table.fullName() + " WHERE tenant_id = :tenant AND " + condition)
                .params(Traces.parameters(person))
                .query(Long.class)
                .single();
    }

    /** Where the name is all that a column holds there is nothing to see. */
    private List<Example> examples(Table table, String condition, Marks person) {
        List<Example> examples = new ArrayList<>();
        var texts = table.columns().stream()
                .filter(column -> column.type().equals("text"))
                .map(Column::name)
                .toList();
        for (var column : texts) {
            jdbc.sql("WITH found AS (SELECT " + column + " AS text, regexp_instr(" + column
                            + ", :namePattern) AS place FROM "
                            + table.fullName() + " WHERE tenant_id = :tenant AND " + condition + " AND " + column
                            + " ~ :namePattern AND length(" + column + ") > length(:name) LIMIT " + EXAMPLES_OF_A_TABLE
                            + ") SELECT substr(text, greatest(1, place - 60), least(60, place - 1)) AS before,"
                            + " substr(text, place + length(:name), 60) AS after FROM found")
                    .params(Traces.parameters(person))
                    .query((row, _) ->
                            new Example(Area.of(table), row.getString("before"), person.name(), row.getString("after")))
                    .list()
                    .forEach(examples::add);
        }
        return examples;
    }

    private List<Attached> files(Marks person) {
        return jdbc.sql("SELECT id, name FROM stored_file WHERE tenant_id = ? AND uploaded_by = ?"
                        + " ORDER BY uploaded_at DESC, id LIMIT " + FILES)
                .params(Tenancy.tenantId(), person.name())
                .query((row, _) -> new Attached(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
