package org.samklima.portal.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The people of a tenant, as data. */
@TenantApi
@Allowed(Role.MANAGER)
class PeopleApi {

    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    record Person(UUID id, String name, String email, Set<Role> roles, Instant since) {}

    record NewInvitation(String email, Set<Role> roles) {

        NewInvitation {
            email = Objects.requireNonNullElse(email, "");
            roles = Objects.requireNonNullElse(roles, Set.of());
        }
    }

    /** Everyone who works in this tenant, by name. */
    @GetMapping("/people")
    List<Person> all() {
        return people.all().stream()
                .map(user -> new Person(user.personId(), user.name(), user.email(), user.roles(), user.since()))
                .toList();
    }

    /** Invites an e-mail address; the identity provider sends the mail. 422 if address or roles are impossible. */
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void invite(@RequestBody NewInvitation invitation) {
        people.invite(invitation.email(), invitation.roles());
    }

    record NewRoles(Set<Role> roles) {

        NewRoles {
            roles = Objects.requireNonNullElse(roles, Set.of());
        }
    }

    /** Gives a person these roles instead of the ones they have. 409 for the last manager, 422 if a role is impossible. */
    @PutMapping("/people/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @RequestBody NewRoles roles) {
        people.assign(id, roles.roles());
    }

    /** The person loses access to this tenant at once. 409 for the last manager. */
    @DeleteMapping("/people/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        people.remove(id);
    }
}
