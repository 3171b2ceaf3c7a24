package org.samklima.portal.privacy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    /** What a person leaves that nobody else needs, by table, with SQL for which of its rows. */
    static final Map<String, String> THEIRS = Map.of(
            "saved_view", "person_id = :id::uuid",
            "invitation", "lower(email) = lower(:email)",
            "outgoing_mail", "lower(recipient) = lower(:email)",
            "tenant_archive", "true");

    private final TenantTables tables;
    private final People people;
    private final Namesakes namesakes;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Erasure(
            TenantTables tables,
            People people,
            Namesakes namesakes,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.tables = tables;
        this.people = people;
        this.namesakes = namesakes;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Who has asked to be erased here, and when; they work here still. */
    record Waiting(TenantUser user, Instant askedAt) {

        /** The law gives a month (article 12, paragraph 3 of the GDPR). */
        public LocalDate answerBy(ZoneId zone) {
            return askedAt.atZone(zone).toLocalDate().plusMonths(1);
        }
    }

    /** The first who asked first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        var users = people.all().stream().collect(Collectors.toMap(TenantUser::personId, Function.identity()));
        return jdbc.sql("SELECT person_id, asked_at FROM erasure_request WHERE tenant_id = ? ORDER BY asked_at")
                .param(Tenancy.tenantId())
                .query((row, _) -> new Waiting(
                        users.get(row.getObject("person_id", UUID.class)),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Of somebody who works here; they lose their access at once.
     *
     * @return the mark that stands in the place of their name
     * @throws Problem if nobody here has that id, or it is the last manager
     */
    @Transactional
    public String erase(UUID personId) {
        var person = namesakes.user(personId).orElseThrow(Problem::notFound);
        people.remove(personId);
        return forget(Marks.of(person));
    }

    /**
     * Of somebody who left before, as far as they can be recognised.
     *
     * @throws Problem if the name is none, or the address is somebody's who works here
     */
    @Transactional
    public String erase(String name, String email) {
        var person = Marks.named(name, email);
        namesakes.working(person).ifPresent(user -> {
            throw Problem.conflict("privacy.works-here", user.name());
        });
        return forget(person);
    }

    private String forget(Marks person) {
        var mark = HexFormat.of().formatHex(random());
        // A literal, as in TenantTransactionManager; the policies of rows that never change ask only whether it is
        // there.
        jdbc.sql("SET LOCAL app.forgotten_person = '" + mark + "'").update();
        var all = tables.all();
        removeWhatIsTheirs(person);
        var namesake = namesakes.work(person);
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
        THEIRS.forEach((table, theirs) -> jdbc.sql("DELETE FROM " + table + " WHERE tenant_id = :tenant AND " + theirs)
                .params(Traces.parameters(person))
                .update());
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
        jdbc.sql("UPDATE " + table.fullName() + " SET "
                        + changed.stream()
                                .map(column -> column.name() + " = " + forgotten(column))
                                .collect(Collectors.joining(", "))
                        + " WHERE tenant_id = :tenant AND " + Traces.touches(table, namesake))
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
