package org.samklima.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes invented tenants and people, and lets them act. */
@TestComponent
public class World {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    World(Tenants tenants, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A person with an account at the identity provider. */
    public record Person(UUID id, String name, String email) {

        /** Signed in with a browser. */
        public RequestPostProcessor browser() {
            return oidcLogin()
                    .idToken(token -> token.subject(id.toString())
                            .claim("name", name)
                            .claim("email", email)
                            .claim("email_verified", true));
        }

        /** With a token for the API. */
        public RequestPostProcessor token() {
            return jwt().jwt(token -> token.subject(id.toString())
                    .claim("name", name)
                    .claim("email", email)
                    .claim("email_verified", true));
        }
    }

    /** The platform's operator, signed in with a browser. */
    public RequestPostProcessor operatorBrowser() {
        var operator = person("Olle Operator");
        return oidcLogin()
                .authorities(new SimpleGrantedAuthority("ROLE_OPERATOR"))
                .idToken(token -> token.subject(operator.id().toString()).claim("name", operator.name()));
    }

    /** The platform's operator, with a token for the API. */
    public RequestPostProcessor operatorToken() {
        var operator = person("Olle Operator");
        return jwt().authorities(new SimpleGrantedAuthority("ROLE_OPERATOR"))
                .jwt(token -> token.subject(operator.id().toString()).claim("name", operator.name()));
    }

    public Tenant municipality(String name) {
        return tenant(name, TenantKind.MUNICIPALITY);
    }

    public Tenant association(String name) {
        return tenant(name, TenantKind.ASSOCIATION);
    }

    public Tenant tenant(String name, TenantKind kind) {
        var number = NEXT.incrementAndGet();
        var tenant = new Tenant(
                Ids.next(),
                ("t" + number + "-" + name.toLowerCase().replaceAll("[^a-z0-9]+", "-"))
                        .replaceAll("^(.{40}).*", "$1")
                        .replaceAll("-$", ""),
                name,
                kind,
                "SE",
                kind == TenantKind.ASSOCIATION ? null : String.format("%04d", number),
                List.of("sv", "en"),
                ZoneId.of("Europe/Stockholm"),
                "#0b5d4b");
        in(tenant, () -> tenants.add(tenant));
        return tenant;
    }

    public Person person(String name) {
        var id = Ids.next();
        return new Person(
                id,
                name,
                name.toLowerCase().replaceAll("[^a-z]+", ".") + "." + NEXT.incrementAndGet() + "@example.org");
    }

    /** A new person with these roles in the tenant. */
    public Person person(String name, Tenant tenant, Role... roles) {
        return join(person(name), tenant, roles);
    }

    /** The same person in one more tenant. */
    public Person join(Person person, Tenant tenant, Role... roles) {
        in(
                tenant,
                () -> jdbc.sql("INSERT INTO tenant_user (tenant_id, person_id, name, email, roles, since)"
                                + " VALUES (?, ?, ?, ?, ?, now())")
                        .params(
                                tenant.id(),
                                person.id(),
                                person.name(),
                                person.email(),
                                List.of(roles).stream().map(Role::name).toArray(String[]::new))
                        .update());
        return person;
    }

    /** Makes members of the association from today on. */
    public void membership(Tenant association, Tenant... members) {
        in(association, () -> {
            for (var member : members) {
                jdbc.sql("INSERT INTO membership (tenant_id, member_id, since) VALUES (?, ?, current_date)")
                        .params(association.id(), member.id())
                        .update();
            }
        });
    }

    /** Works in the tenant, in one transaction, as somebody with every role. */
    public void in(Tenant tenant, Runnable work) {
        Tenancy.inTenant(tenant.id(), everyRole(), () -> transactions.executeWithoutResult(_ -> work.run()));
    }

    /** What the tenant sees, asked in one transaction, as somebody with every role. */
    public <T> T ask(Tenant tenant, Supplier<T> question) {
        return Tenancy.inTenant(tenant.id(), everyRole(), () -> transactions.execute(_ -> question.get()));
    }

    private static Actor everyRole() {
        return new Actor(Ids.next(), "Tess Test", Set.of(Role.values()));
    }
}
