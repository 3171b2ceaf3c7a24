package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTests {

    private final RealKeycloak keycloak = RealKeycloak.shared();
    private final AdminApi admin = new AdminApi(new IdentityProperties(
            keycloak.issuer(),
            null,
            URI.create("http://localhost:8081"),
            RealKeycloak.PORTAL_SECRET,
            RealKeycloak.ADMIN_SECRET,
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5)));
    private final Accounts accounts = new KeycloakAccounts(admin);
    private final String email = "Arriving-" + UUID.randomUUID() + "@samklima.example";

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void an_account_is_opened_once_and_nobody_can_enter_it_before_they_have_set_a_password() {
        assertThat(accounts.find(email)).isEmpty();

        var opened = accounts.open(email, "Eva Maria Lind", Locale.of("sv"));

        assertThat(accounts.open(email.toLowerCase(Locale.ROOT), "Somebody Else", Locale.of("da")))
                .isEqualTo(opened);
        assertThat(accounts.find(email)).contains(opened);
        var account = keycloak.realm().users().get(opened.toString()).toRepresentation();
        assertThat(account.getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        assertThat(account.getFirstName()).isEqualTo("Eva Maria");
        assertThat(account.getLastName()).isEqualTo("Lind");
        assertThat(keycloak.realm().users().get(opened.toString()).credentials())
                .isEmpty();
    }

    @Test
    void a_deleted_account_is_gone_with_its_memberships_and_deleting_it_again_is_well() {
        var person = accounts.open(email, "Eva Lind", Locale.of("sv"));

        accounts.delete(person);
        accounts.delete(person);

        assertThat(accounts.find(email)).isEmpty();
        assertThatThrownBy(() -> keycloak.realm().users().get(person.toString()).toRepresentation())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_runs_the_platform_keeps_their_account_whatever_tenant_forgets_them() {
        var person = accounts.open(email, "Olle Operator", Locale.of("sv"));
        keycloak.makeOperator(person);

        accounts.delete(person);

        assertThat(accounts.find(email)).contains(person);
    }

    @Test
    void an_organisation_is_forgotten_and_the_accounts_of_its_people_stay() {
        var organisations = new KeycloakOrganisations(admin, "http://localhost:8081");
        var slug = "leaving-" + UUID.randomUUID();
        organisations.create(new Organisations.TenantRef(UUID.randomUUID(), slug, "Leaving " + slug));
        var person = accounts.open(email, "Eva Lind", Locale.of("sv"));

        organisations.delete(slug);
        organisations.delete(slug);

        assertThatThrownBy(() -> organisations.members(slug)).isInstanceOf(Organisations.UnknownOrganisation.class);
        assertThat(accounts.find(email)).contains(person);
    }
}
