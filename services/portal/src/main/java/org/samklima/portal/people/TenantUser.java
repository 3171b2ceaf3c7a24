package org.samklima.portal.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;

/** A person as one tenant knows them: their name, their e-mail address and what they may do here. */
@Entity
public class TenantUser {

    @TenantId
    private UUID tenantId;

    @Id
    private UUID personId;

    private String name;
    private String email;
    private String[] roles;
    private Instant since;

    protected TenantUser() {}

    TenantUser(UUID personId, String name, String email, Set<Role> roles, Instant since) {
        this.personId = personId;
        this.name = name;
        this.email = email;
        this.roles = names(roles);
        this.since = since;
    }

    /** @throws Problem if no role is left, or one does not exist in this kind of tenant */
    void assign(Collection<Role> wanted, Tenant tenant) {
        checkRoles(wanted, tenant);
        roles = names(wanted);
    }

    static void checkRoles(Collection<Role> wanted, Tenant tenant) {
        if (wanted.isEmpty() || !tenant.kind().roles().containsAll(wanted)) {
            throw Problem.invalid("people.roles-impossible");
        }
    }

    boolean is(String name, String email) {
        return this.name.equals(name) && this.email.equals(email);
    }

    void isNow(String name, String email) {
        this.name = name;
        this.email = email;
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::name).toArray(String[]::new);
    }

    public UUID personId() {
        return personId;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Instant since() {
        return since;
    }

    public Set<Role> roles() {
        return Arrays.stream(roles)
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
