package org.samklima.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the schema spreads over several PostgreSQL servers with Citus, read off the catalogue: whatever has a tenant is
 * distributed by it and lies beside the same tenant's other rows; the directory of tenants is copied to every server.
 */
final class Distribution {

    /** Few rows, seldom written, referred to by every tenant's rows. */
    static final Map<String, String> REFERENCE = Map.of(
            "samklima.tenant", "the directory: every server looks tenants up and every tenant's rows refer to it");

    /** Without a tenant and never joined with a tenant's rows, so they stay where they are and every server reaches them. */
    static final Map<String, String> LOCAL = new TreeMap<>(Map.of(
            "samklima.event_publication", "Spring Modulith's registry of events",
            "samklima.scheduled_tasks", "db-scheduler's queue, whose workers skip one another's locked rows",
            "samklima.spring_session", "who is signed in",
            "samklima.spring_session_attributes", "part of a session",
            "samklima.tally", "a few numbers over all tenants",
            "samklima.databasechangelog", "Liquibase's own, used by the migration job only",
            "samklima.databasechangeloglock", "Liquibase's own, used by the migration job only"));

    private static final String TABLES = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname IN ('samklima', 'published') AND c.relkind IN ('r', 'p')";

    private static final String NAME = "n.nspname || '.' || c.relname";

    private final JdbcClient catalogue;

    Distribution(JdbcClient catalogue) {
        this.catalogue = catalogue;
    }

    /** A foreign key as it is written after {@code ADD CONSTRAINT}. */
    private record ForeignKey(String table, String name, String target, String definition) {}

    Set<String> all() {
        return new TreeSet<>(names("true"));
    }

    /** Those with a tenant, each after the tables that it refers to. */
    SequencedSet<String> distributed() {
        var left = new TreeSet<>(
                names("EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')"));
        var keys = foreignKeys();
        var ordered = new LinkedHashSet<String>();
        while (!left.isEmpty()) {
            var ready = left.stream()
                    .filter(table -> keys.stream()
                            .filter(key ->
                                    key.table().equals(table) && !key.target().equals(table))
                            .noneMatch(key -> left.contains(key.target())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("These tables refer to one another in a circle: " + left);
            }
            ordered.addAll(ready);
            left.removeAll(ready);
        }
        return ordered;
    }

    /** The statements for a coordinator with workers and this schema, to be carried out once, as the owner. */
    String script() {
        var toDirectory = foreignKeys().stream()
                .filter(key -> REFERENCE.containsKey(key.target()))
                .toList();
        var distributed = new ArrayList<>(distributed());
        var first = distributed.getFirst();
        return Stream.of(
                        Stream.of(
                                "-- Spreads the schema over the workers of a Citus coordinator: see scaling.md. Written by DistributionTests from the",
                                "-- catalogue; run it once, after the migration job: as the owner while there is no tenant yet, as a superuser otherwise.",
                                "",
                                "-- Policies read app.tenant_id on every server.",
                                "ALTER DATABASE samklima SET citus.propagate_set_commands = 'local';",
                                "",
                                "-- A key to a table that is copied everywhere is added again when both are in their places."),
                        toDirectory.stream()
                                .map(key -> "ALTER TABLE " + key.table() + " DROP CONSTRAINT " + key.name() + ";"),
                        Stream.of("", "-- Copied to every server."),
                        new TreeMap<>(REFERENCE)
                                .entrySet().stream()
                                        .map(table -> "SELECT create_reference_table('" + table.getKey() + "'); -- "
                                                + table.getValue()),
                        Stream.of("", "-- A tenant's rows lie together, those of all tables on one server."),
                        distributed.stream()
                                .map(table -> "SELECT create_distributed_table('" + table
                                        + "', 'tenant_id', colocate_with => '"
                                        + (table.equals(first) ? "none" : first) + "');"),
                        Stream.of(""),
                        toDirectory.stream()
                                .map(key -> "ALTER TABLE " + key.table() + " ADD CONSTRAINT " + key.name() + " "
                                        + key.definition() + ";"),
                        Stream.of("", "-- Stay on the coordinator, known to every server."),
                        LOCAL.entrySet().stream()
                                .map(table -> "SELECT citus_add_local_table_to_metadata('" + table.getKey() + "'); -- "
                                        + table.getValue()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What Citus cannot spread: each with the reason. */
    List<String> obstacles() {
        return catalogue
                .sql(
                        "SELECT 'trigger ' || t.tgname || ' on ' || " + NAME + " FROM pg_trigger t"
                                + " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname IN ('samklima', 'published') AND NOT t.tgisinternal"
                                + " UNION ALL SELECT 'key ' || k.conname || ' leaves its tenant: ' || k.conrelid::regclass"
                                + " FROM pg_constraint k WHERE k.contype = 'f'"
                                + " AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'tenant_id')"
                                + " AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attname = 'tenant_id')"
                                + " AND k.confrelid::regclass::text <> ALL (string_to_array(:reference, ','))"
                                + " UNION ALL SELECT 'exclusion ' || k.conname || ' does not compare tenants: ' || k.conrelid::regclass"
                                + " FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'tenant_id'"
                                + " WHERE k.contype = 'x' AND NOT a.attnum = ANY (k.conkey)"
                                + " UNION ALL SELECT 'unlogged or inherited: ' || " + NAME + " " + TABLES
                                + " AND (c.relpersistence <> 'p' OR EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid))")
                .param("reference", String.join(",", REFERENCE.keySet()))
                .query(String.class)
                .list();
    }

    private List<ForeignKey> foreignKeys() {
        return catalogue
                .sql(
                        "SELECT k.conrelid::regclass::text \"table\", k.conname \"name\", k.confrelid::regclass::text target,"
                                + " pg_get_constraintdef(k.oid) definition FROM pg_constraint k"
                                + " JOIN pg_namespace n ON n.oid = k.connamespace"
                                + " WHERE k.contype = 'f' AND n.nspname IN ('samklima', 'published')"
                                + " ORDER BY 1, 2")
                .query(ForeignKey.class)
                .list();
    }

    private List<String> names(String condition) {
        return catalogue
                .sql("SELECT " + NAME + " " + TABLES + " AND " + condition + " ORDER BY 1")
                .query(String.class)
                .list();
    }
}
