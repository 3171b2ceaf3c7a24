package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmFileTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z_]+(:[^}]*)?}");

    private final JsonNode realm = read();

    @Test
    void every_secret_comes_from_outside() {
        var secrets = realm.findValues("secret");
        secrets.addAll(realm.findValues("password"));

        assertThat(secrets)
                .hasSize(3)
                .allSatisfy(secret -> assertThat(secret.asString()).matches(PLACEHOLDER));
    }

    @Test
    void only_what_a_real_deployment_must_decide_lacks_a_default() {
        var undecided = PLACEHOLDER
                .matcher(realm.toString())
                .results()
                .filter(placeholder -> placeholder.group(1) == null)
                .map(placeholder -> placeholder.group())
                .distinct();

        assertThat(undecided)
                .containsExactlyInAnyOrder(
                        "${SAMKLIMA_SMTP_HOST}",
                        "${SAMKLIMA_MAIL_FROM}",
                        "${SAMKLIMA_PORTAL_URL}",
                        "${SAMKLIMA_PORTAL_SECRET}",
                        "${SAMKLIMA_ADMIN_SECRET}");
    }

    @Test
    void trading_passwords_for_tokens_is_off_unless_asked_for() {
        var grants = realm.get("clients").findValuesAsString("directAccessGrantsEnabled");

        assertThat(grants).containsExactlyInAnyOrder("false", "false", "${SAMKLIMA_SCRIPTS_PASSWORD_GRANT:false}");
    }

    @Test
    void the_portals_own_account_may_manage_organisations_and_people_and_nothing_else() {
        var roles = realm.get("users").get(0).get("clientRoles");

        assertThat(roles.propertyNames()).containsExactly("realm-management");
        assertThat(roles.get("realm-management").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("manage-organizations", "manage-users");
    }

    private static JsonNode read() {
        try (var file = RealmFileTests.class.getResourceAsStream("/realm/samklima-realm.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
