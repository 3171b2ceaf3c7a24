package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.people.People;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.goals.Goals;
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
    private final Fields fields;
    private final Goals goals;
    private final People people;
    private final Tenants tenants;
    private final Clock clock;

    SurroundingsReader(JdbcClient jdbc, Fields fields, Goals goals, People people, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.goals = goals;
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
        return new Surroundings(today(), fieldPaths(), goals.titles(), names, references);
    }

    /** Where the tenant is. */
    LocalDate today() {
        return tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
    }

    private Map<UUID, String> fieldPaths() {
        var paths = new LinkedHashMap<UUID, String>();
        fields.tree().inOrder().forEach(branch -> paths.put(branch.field().id(), branch.path()));
        return paths;
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
