package org.samklima.portal.privacy;

import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else in the bound tenant has a person's name: then the name alone is nobody. */
@Component
class Namesakes {

    private final People people;
    private final JdbcClient jdbc;

    Namesakes(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    Optional<TenantUser> user(UUID personId) {
        return people.all().stream()
                .filter(user -> user.personId().equals(personId))
                .findFirst();
    }

    /** Who works here with the address of somebody who is said to have left. */
    Optional<TenantUser> working(Marks person) {
        return people.all().stream()
                .filter(user -> user.email().equalsIgnoreCase(person.email()))
                .findFirst();
    }

    /** Whether somebody else works here under the same name. */
    boolean work(Marks person) {
        return people.all().stream()
                .anyMatch(user ->
                        user.name().equals(person.name()) && !user.personId().equals(person.id()));
    }

    /** Whether somebody else works or has acted here under the same name: a name can be taken on, an id cannot. */
    boolean workOrWorked(Marks person) {
        return work(person)
                || jdbc.sql(
                                "SELECT EXISTS (SELECT FROM audit_entry WHERE tenant_id = ? AND actor_name = ? AND actor_id <> ?)")
                        .params(Tenancy.tenantId(), person.name(), person.id())
                        .query(Boolean.class)
                        .single();
    }
}
