package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What Keycloak made of the realm's file: naming keys and flows ourselves must not leave out what it adds where a file names none. */
class RealmAsImportedTests {

    private final RealKeycloak keycloak = RealKeycloak.shared();

    @Test
    void its_signing_key_is_long_enough() throws Exception {
        var key = keycloak.realm().keys().getKeyMetadata().getKeys().stream()
                .filter(each -> "RS256".equals(each.getAlgorithm()) && "ACTIVE".equals(each.getStatus()))
                .findFirst()
                .orElseThrow();

        var published = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.getPublicKey())));
        assertThat(published.getModulus().bitLength()).isEqualTo(3072);
        assertThat(keycloak.realm().keys().getKeyMetadata().getActive())
                .containsKeys("RS256", "HS512", "AES", "RSA-OAEP");
    }

    @Test
    void nobody_registers_a_client_without_an_initial_token() {
        var policies = keycloak.realm()
                .components()
                .query(null, "org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy");

        assertThat(policies).extracting("name").contains("Trusted Hosts", "Consent Required", "Max Clients Limit");
    }

    @Test
    void every_way_to_sign_in_or_set_a_password_has_its_flow() {
        var realm = keycloak.realm().toRepresentation();

        assertThat(keycloak.realm().flows().getFlows())
                .extracting("alias")
                .contains(
                        realm.getBrowserFlow(),
                        realm.getDirectGrantFlow(),
                        realm.getResetCredentialsFlow(),
                        realm.getRegistrationFlow(),
                        realm.getClientAuthenticationFlow(),
                        realm.getFirstBrokerLoginFlow());
    }
}
