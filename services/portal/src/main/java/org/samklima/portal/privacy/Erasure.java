package org.samklima.portal.privacy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.portal.tenancy.TenantTables.Column;
import org.samklima.portal.tenancy.TenantTables.Table;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person in the bound tenant. What is theirs alone goes; what the organisation needs stays, with a mark in the place
 * of the name that is the same wherever they were named, so that a history still says that one person did several things.
 */
@Service
class Erasure {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** SQL for one condition or another, also where there is none. */
    private static final Collector<CharSequence, ?, String> ANY =
            Collectors.collectingAndThen(Collectors.joining(" OR "), any -> any.isEmpty() ? "false" : "(" + any + ")");

    private final TenantTables tables;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Erasure(TenantTables tables, People people, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.tables = tables;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Who has asked to be erased here and works here still, the first who asked first. */
    @Transactional(readOnly = true)
    public List<TenantUser> waiting() {
        var asked = jdbc.sql("SELECT person_id FROM erasure_request WHERE tenant_id = ? ORDER BY asked_at")
                .param(Tenancy.tenantId())
                .query(UUID.class)
                .list();
        return people.all().stream()
                .filter(user -> asked.contains(user.personId()))
                .toList();
    }

    /**
     * Of somebody who works here; they lose their access at once.
     *
     * @return the mark that stands in the place of their name
     * @throws Problem if nobody here has that id, or it is the last manager
     */
    @Transactional
    public String erase(UUID personId) {
        var user = people.all().stream()
                .filter(one -> one.personId().equals(personId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        people.remove(personId);
        return forget(new Marks(personId, user.name(), user.email()));
    }

    /** Of somebody who left before, as far as they can be recognised. */
    @Transactional
    public String erase(String name, String email) {
        return forget(new Marks(null, name.strip(), email.isBlank() ? null : email.strip()));
    }

    private String forget(Marks person) {
        var mark = HexFormat.of().formatHex(random());
        // A literal, as in TenantTransactionManager; the policies of rows that never change ask only whether it is
        // there.
        jdbc.sql("SET LOCAL app.forgotten_person = '" + mark + "'").update();
        var all = tables.all();
        removeWhatIsTheirs(person);
        var namesake = hasNamesake(person);
        for (var table : all) {
            if (!Kept.isKept(table) && !table.name().equals("tenant_user")) {
                replace(table, person, mark, namesake);
            }
        }
        audit.record("person.erased", "person", mark, Map.of());
        if (person.id() != null) {
            events.publishEvent(new PersonErased(Tenancy.tenantId(), person.id()));
        }
        return mark;
    }

    private void removeWhatIsTheirs(Marks person) {
        var parameters = Traces.parameters(person);
        for (var theirs : List.of(
                "saved_view WHERE tenant_id = :tenant AND person_id = :id::uuid",
                "invitation WHERE tenant_id = :tenant AND lower(email) = lower(:email)",
                "outgoing_mail WHERE tenant_id = :tenant AND lower(recipient) = lower(:email)",
                "tenant_archive WHERE tenant_id = :tenant")) {
            jdbc.sql("DELETE FROM " + theirs).params(parameters).update();
        }
    }

    /** Somebody else here with the same name must not be forgotten with them. */
    private boolean hasNamesake(Marks person) {
        return people.all().stream()
                .anyMatch(user ->
                        user.name().equals(person.name()) && !user.personId().equals(person.id()));
    }

    /** With a namesake the name is taken out only where the id or the address stands beside it. */
    private void replace(Table table, Marks person, String mark, boolean namesake) {
        var changed = table.columns().stream()
                .filter(Column::changeable)
                .filter(column -> Traces.isText(column) || isPerson(column))
                .filter(column -> !table.key().contains(column.name()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        var ids = table.columns().stream()
                .filter(column -> column.type().equals("uuid") && !column.name().equals("tenant_id"))
                .map(column -> column.name() + " = :id::uuid")
                .collect(ANY);
        var addresses = table.columns().stream()
                .filter(Traces::isText)
                .map(column -> Traces.anyText(column, "~* :emailPattern"))
                .collect(ANY);
        jdbc.sql("UPDATE " + table.fullName() + " SET "
                        + changed.stream()
                                .map(column -> column.name() + " = " + forgotten(column))
                                .collect(Collectors.joining(", "))
                        + " WHERE tenant_id = :tenant AND (" + ids + " OR " + Traces.mentions(table) + ")"
                        + (namesake ? " AND (" + ids + " OR " + addresses + ")" : ""))
                .params(Traces.parameters(person))
                .param("mark", "[" + mark + "]")
                .param("address", mark + "@erased.invalid")
                .update();
    }

    private static boolean isPerson(Column column) {
        return column.type().equals("uuid") && column.nullable();
    }

    /** SQL for what a column holds afterwards. */
    private static String forgotten(Column column) {
        return switch (column.type()) {
            case "uuid" -> "nullif(" + column.name() + ", :id::uuid)";
            case "text" -> without(column.name());
            case "text[]" ->
                "CASE WHEN " + column.name() + " IS NOT NULL THEN ARRAY(SELECT " + without("part") + " FROM unnest("
                        + column.name() + ") part) END";
            default ->
                "samklima.replace_in_document(" + column.name()
                        + "::jsonb, :emailPattern, :address, :namePattern, :mark, :id::text)::" + column.type();
        };
    }

    /** The address first: it may hold the name. */
    private static String without(String text) {
        return "replace(regexp_replace(regexp_replace(" + text
                + ", :emailPattern, :address, 'gi'), :namePattern, :mark, 'g'), coalesce(:id::text, ''), :mark)";
    }

    private static byte[] random() {
        var bytes = new byte[3];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
