package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.people.People;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks what activities refer to: a few questions, however many activities there are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SurroundingsReader {

    private final JdbcClient jdbc;
    private final People people;
    private final Tenants tenants;
    private final Clock clock;

    SurroundingsReader(JdbcClient jdbc, People people, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.tenants = tenants;
        this.clock = clock;
    }

    Surroundings read() {
        return read(references());
    }

    /** Without the references: for whoever only looks. */
    Surroundings names() {
        return read(new HashMap<>());
    }

    private Surroundings read(Map<String, UUID> references) {
        var names = new LinkedHashMap<UUID, String>();
        people.all().forEach(person -> names.put(person.personId(), person.name()));
        return new Surroundings(today(), fields(), goals(), names, references);
    }

    /** Where the tenant is. */
    LocalDate today() {
        return tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
    }

    private record Field(UUID id, @Nullable UUID parent, String name) {}

    private Map<UUID, String> fields() {
        var byParent = new HashMap<@Nullable UUID, List<Field>>();
        jdbc.sql("SELECT id, parent_id, name FROM plan_field WHERE tenant_id = ? ORDER BY position DESC, id DESC")
                .param(Tenancy.tenantId())
                .query((row, _) -> new Field(
                        row.getObject("id", UUID.class), row.getObject("parent_id", UUID.class), row.getString("name")))
                .list()
                .forEach(field -> byParent.computeIfAbsent(field.parent(), _ -> new ArrayList<>())
                        .add(field));
        var paths = new LinkedHashMap<UUID, String>();
        var next = new ArrayDeque<>(byParent.getOrDefault(null, List.of()).reversed());
        while (!next.isEmpty()) {
            var field = next.poll();
            var above = field.parent() == null ? "" : paths.get(field.parent()) + " / ";
            paths.put(field.id(), above + field.name());
            byParent.getOrDefault(field.id(), List.of()).forEach(next::addFirst);
        }
        return paths;
    }

    private Map<UUID, String> goals() {
        var titles = new LinkedHashMap<UUID, String>();
        jdbc.sql("SELECT id, title FROM goal WHERE tenant_id = ? ORDER BY title, id")
                .param(Tenancy.tenantId())
                .query(row -> {
                    titles.put(row.getObject("id", UUID.class), row.getString("title"));
                });
        return titles;
    }

    private Map<String, UUID> references() {
        var references = new HashMap<String, UUID>();
        jdbc.sql("SELECT reference, id FROM activity WHERE tenant_id = ? AND reference <> ''")
                .param(Tenancy.tenantId())
                .query(row -> {
                    references.put(row.getString("reference"), row.getObject("id", UUID.class));
                });
        return references;
    }
}
