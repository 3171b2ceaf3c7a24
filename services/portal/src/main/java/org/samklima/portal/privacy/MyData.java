package org.samklima.portal.privacy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.mail.Mail;
import org.samklima.portal.mail.Mails;
import org.samklima.portal.people.MyTenants;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Samklima knows about who is signed in: asked in each of their tenants in turn, as themselves there. */
@Service
class MyData {

    private final MyTenants myTenants;
    private final People people;
    private final Namesakes namesakes;
    private final Traces traces;
    private final Mails mails;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String portal;
    private final TransactionTemplate transactions;

    MyData(
            MyTenants myTenants,
            People people,
            Namesakes namesakes,
            Traces traces,
            Mails mails,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            @Value("${samklima.portal-url}") String portal,
            PlatformTransactionManager transactions) {
        this.myTenants = myTenants;
        this.people = people;
        this.namesakes = namesakes;
        this.traces = traces;
        this.mails = mails;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.portal = portal;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Everything about one person. */
    record Everything(Account account, List<InTenant> tenants) {}

    /** What the identity provider says at sign-in. */
    record Account(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String language) {}

    /**
     * What one tenant knows.
     *
     * @param tenant its address
     * @param name its name
     * @param asked whether the person has asked to be erased here
     */
    record InTenant(String tenant, String name, boolean asked, List<Traces.Found> found) {

        public long rows() {
            return found.stream().mapToLong(one -> one.rows().size()).sum();
        }

        public long mentions() {
            return found.stream().mapToLong(Traces.Found::mentions).sum();
        }
    }

    Everything of(SignedIn person) {
        var locale = person.locale();
        return new Everything(
                new Account(
                        person.person(), person.name(), person.email(), locale == null ? null : locale.getLanguage()),
                myTenants.of(person.person()).stream()
                        .map(workplace -> in(workplace, person))
                        .toList());
    }

    private InTenant in(Workplace workplace, SignedIn person) {
        return Tenancy.inTenant(
                workplace.tenant().id(),
                actor(workplace, person),
                () -> transactions.execute(_ -> {
                    var known = namesakes
                            .user(person.person())
                            .map(Marks::of)
                            .orElseGet(() -> new Marks(person.person(), person.name(), person.email()));
                    return new InTenant(
                            workplace.tenant().slug(),
                            workplace.tenant().name(),
                            jdbc.sql(
                                            "SELECT EXISTS (SELECT FROM erasure_request WHERE tenant_id = ? AND person_id = ?)")
                                    .params(workplace.tenant().id(), person.person())
                                    .query(Boolean.class)
                                    .single(),
                            traces.of(known, namesakes.workOrWorked(known)));
                }));
    }

    /** Asks to be erased, in these of the person's own tenants; their managers are told. Asking again changes nothing. */
    void askToBeErased(SignedIn person, Collection<String> slugs) {
        myTenants.of(person.person()).stream()
                .filter(workplace -> slugs.contains(workplace.tenant().slug()))
                .forEach(workplace -> Tenancy.inTenant(
                        workplace.tenant().id(),
                        actor(workplace, person),
                        () -> transactions.executeWithoutResult(_ -> ask(workplace, person))));
    }

    private void ask(Workplace workplace, SignedIn person) {
        var tenant = workplace.tenant();
        int asked = jdbc.sql("INSERT INTO erasure_request (tenant_id, person_id, asked_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(tenant.id(), person.person(), OffsetDateTime.now(clock))
                .update();
        if (asked > 0) {
            audit.record("erasure.asked", "person", person.person(), Map.of());
            mails.write(
                    new Mail(
                            "erasure-asked:" + person.person() + ":"
                                    + clock.instant().getEpochSecond(),
                            "privacy.mail.asked",
                            null,
                            List.of(tenant.name(), portal + "/" + tenant.slug() + "/erasures")),
                    people.having(Role.MANAGER).stream().map(TenantUser::email).toList());
        }
    }

    /** Takes back what {@link #askToBeErased} asked for in one of the person's own tenants, as long as it was not done. */
    void takeBack(SignedIn person, String slug) {
        myTenants.of(person.person()).stream()
                .filter(workplace -> workplace.tenant().slug().equals(slug))
                .forEach(workplace -> Tenancy.inTenant(
                        workplace.tenant().id(),
                        actor(workplace, person),
                        () -> transactions.executeWithoutResult(_ -> takeBack(workplace, person))));
    }

    private void takeBack(Workplace workplace, SignedIn person) {
        int taken = jdbc.sql("DELETE FROM erasure_request WHERE tenant_id = ? AND person_id = ?")
                .params(workplace.tenant().id(), person.person())
                .update();
        if (taken > 0) {
            audit.record("erasure.taken-back", "person", person.person(), Map.of());
        }
    }

    private static Actor actor(Workplace workplace, SignedIn person) {
        return new Actor(person.person(), person.name(), workplace.roles());
    }
}
