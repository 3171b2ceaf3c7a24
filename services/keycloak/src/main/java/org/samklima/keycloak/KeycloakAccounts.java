package org.samklima.keycloak;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;
import org.samklima.keycloak.AccountWatch.State;

/** {@link Accounts} by Keycloak's admin API. */
class KeycloakAccounts implements Accounts {

    private static final int CONFLICT = 409;

    private final AdminApi admin;

    KeycloakAccounts(AdminApi admin) {
        this.admin = admin;
    }

    @Override
    public Optional<UUID> find(String email) {
        return KeycloakOrganisations.calling(
                "find an account",
                () -> admin.realm().users().searchByEmail(email, true).stream()
                        .map(found -> UUID.fromString(found.getId()))
                        .findFirst());
    }

    @Override
    public UUID open(String email, String name, Locale language) {
        int surname = name.lastIndexOf(' ');
        KeycloakOrganisations.calling("open an account", () -> {
            if (find(email).isEmpty()) {
                create(
                        email,
                        surname < 0 ? null : name.substring(0, surname),
                        surname < 0 ? null : name.substring(surname + 1),
                        language);
            }
        });
        return find(email).orElseThrow(() -> new IllegalStateException("An account that was opened is not there"));
    }

    @Override
    public void signOutEverywhere(UUID person) {
        KeycloakOrganisations.calling("sign out " + person, () -> {
            try {
                admin.realm().users().get(person.toString()).logout();
            } catch (NotFoundException _) {
                // Nobody has that account any more, and so no session.
            }
        });
    }

    @Override
    public void delete(UUID person) {
        KeycloakOrganisations.calling("delete an account", () -> {
            try {
                if (isOperator(admin.realm().users().get(person.toString()))) {
                    return;
                }
                try (var answer = admin.realm().users().delete(person.toString())) {
                    if (answer.getStatus() != 404) {
                        KeycloakOrganisations.requireSuccess(answer);
                    }
                }
            } catch (NotFoundException gone) {
                // as it should be
            }
        });
    }

    /** @param withRole whether to say if it is an operator's, which is a question of its own */
    State state(UUID person, boolean withRole) {
        return KeycloakOrganisations.calling("look at the account " + person, () -> {
            var account = admin.realm().users().get(person.toString());
            try {
                var found = account.toRepresentation();
                return new State(
                        Boolean.TRUE.equals(found.isEnabled()),
                        Instant.ofEpochSecond(found.getNotBefore() == null ? 0 : found.getNotBefore()),
                        withRole && isOperator(account));
            } catch (NotFoundException _) {
                requireGone(person);
                return State.GONE;
            }
        });
    }

    /** A proxy that keeps people from the administration says "not found" as well, but lists nothing. */
    private void requireGone(UUID person) {
        if (!admin.realm().users().search("id:" + person, 0, 1).isEmpty()) {
            throw new IllegalStateException("Keycloak lists an account that it does not find");
        }
    }

    private static boolean isOperator(UserResource account) {
        return account.roles().realmLevel().listEffective().stream()
                .anyMatch(role -> role.getName().equals(Realm.OPERATOR_ROLE));
    }

    /**
     * Without an account, Keycloak's invitation leads to a registration whose account belongs to the organisation: leaving it
     * would delete the account, whatever other tenants the person works in. Nobody can use the account opened here but
     * who receives the invitation, which also is what verifies the address.
     */
    void create(String email, @Nullable String firstName, @Nullable String lastName, Locale language) {
        var account = new UserRepresentation();
        account.setUsername(email);
        account.setEmail(email);
        account.setEmailVerified(true);
        account.setFirstName(firstName);
        account.setLastName(lastName);
        account.singleAttribute("locale", language.getLanguage());
        account.setRequiredActions(List.of("UPDATE_PASSWORD"));
        account.setEnabled(true);
        try (var answer = admin.realm().users().create(account)) {
            if (answer.getStatus() != CONFLICT) { // someone else invited the same person meanwhile
                KeycloakOrganisations.requireSuccess(answer);
            }
        }
    }
}
