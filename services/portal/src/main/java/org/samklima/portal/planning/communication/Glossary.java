package org.samklima.portal.planning.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The parties that the bound tenant's plan names, in their order. */
@Repository
public class Glossary {

    private static final String SELECT = "SELECT id, name, aliases, description, lock_version, ARRAY(SELECT person_id"
            + " FROM glossary_party_person person WHERE person.tenant_id = party.tenant_id AND person.party_id = party.id)"
            + " AS people FROM glossary_party party WHERE tenant_id = ?";

    private final JdbcClient jdbc;
    private final People people;
    private final AuditTrail audit;

    Glossary(JdbcClient jdbc, People people, AuditTrail audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Party> all() {
        return jdbc.sql(SELECT + " ORDER BY position, id")
                .param(Tenancy.tenantId())
                .query(Glossary::party)
                .list();
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public Party get(UUID id) {
        return jdbc.sql(SELECT + " AND id = ?")
                .params(Tenancy.tenantId(), id)
                .query(Glossary::party)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * At the end.
     *
     * @throws Problem if there is one of that name, or one of the people does not work here
     */
    @Transactional
    public Party add(Party.Text text, Set<UUID> members) {
        var id = Ids.next();
        named(
                text,
                () -> jdbc.sql("INSERT INTO glossary_party (tenant_id, id, name, aliases, description, position)"
                                + " VALUES (?, ?, ?, ?, ?,"
                                + " (SELECT coalesce(max(position), 0) + 1 FROM glossary_party WHERE tenant_id = ?))")
                        .params(
                                Tenancy.tenantId(),
                                id,
                                text.name(),
                                text.aliases().toArray(String[]::new),
                                text.description(),
                                Tenancy.tenantId())
                        .update());
        assign(id, members);
        record("glossary.added", id, text);
        return get(id);
    }

    /** @throws Problem as {@link #add} does, and if somebody was quicker */
    @Transactional
    public Party change(UUID id, Party.Text text, Set<UUID> members, int lockVersion) {
        get(id);
        int changed = named(
                text,
                () -> jdbc.sql(
                                "UPDATE glossary_party SET name = ?, aliases = ?, description = ?,"
                                        + " lock_version = lock_version + 1 WHERE tenant_id = ? AND id = ? AND lock_version = ?")
                        .params(
                                text.name(),
                                text.aliases().toArray(String[]::new),
                                text.description(),
                                Tenancy.tenantId(),
                                id,
                                lockVersion)
                        .update());
        if (changed == 0) {
            throw Problem.conflict("communication.changed-meanwhile");
        }
        assign(id, members);
        record("glossary.changed", id, text);
        return get(id);
    }

    @Transactional
    public void remove(UUID id) {
        var party = get(id);
        jdbc.sql("DELETE FROM glossary_party WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .update();
        record("glossary.removed", id, party.text());
    }

    /** Moves it up or down by this many places. */
    @Transactional
    public void moveBy(UUID id, int places) {
        var order = new ArrayList<>(
                jdbc.sql("SELECT id FROM glossary_party WHERE tenant_id = ? ORDER BY position, id FOR UPDATE")
                        .param(Tenancy.tenantId())
                        .query(UUID.class)
                        .list());
        int place = order.indexOf(id);
        if (place < 0) {
            throw Problem.notFound();
        }
        order.remove(place);
        order.add(Math.clamp((long) place + places, 0, order.size()), id);
        jdbc.sql("UPDATE glossary_party SET position = ordered.place"
                        + " FROM unnest(?::uuid[]) WITH ORDINALITY AS ordered (id, place)"
                        + " WHERE tenant_id = ? AND glossary_party.id = ordered.id")
                .params(order.toArray(UUID[]::new), Tenancy.tenantId())
                .update();
    }

    private interface Writing {
        int write();
    }

    private static int named(Party.Text text, Writing writing) {
        try {
            return writing.write();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("communication.party.name-taken", text.name());
        }
    }

    private void assign(UUID party, Set<UUID> members) {
        var here = people.all().stream().map(TenantUser::personId).toList();
        if (!here.containsAll(members)) {
            throw Problem.invalid("communication.person-unknown");
        }
        jdbc.sql("DELETE FROM glossary_party_person WHERE tenant_id = ? AND party_id = ?")
                .params(Tenancy.tenantId(), party)
                .update();
        jdbc.sql("INSERT INTO glossary_party_person (tenant_id, party_id, person_id)"
                        + " SELECT ?, ?, person FROM unnest(?::uuid[]) AS person")
                .params(Tenancy.tenantId(), party, members.toArray(UUID[]::new))
                .update();
    }

    private void record(String action, UUID id, Party.Text text) {
        audit.record(action, "glossary-party", id, Map.of("name", text.name()));
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        return new Party(
                row.getObject("id", UUID.class),
                new Party.Text(
                        row.getString("name"),
                        List.of((String[]) row.getArray("aliases").getArray()),
                        row.getString("description")),
                Set.of((UUID[]) row.getArray("people").getArray()),
                row.getInt("lock_version"));
    }
}
