package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void operators_need_a_second_factor_unless_a_deployment_says_otherwise() {
        var forms = flow("forms").path("authenticationExecutions");
        var wanted = forms.get(forms.size() - 1);

        assertThat(wanted.path("requirement").asString()).isEqualTo("${SAMKLIMA_OPERATORS_SECOND_FACTOR:CONDITIONAL}");
        assertThat(flow(wanted.path("flowAlias").asString())
                        .path("authenticationExecutions")
                        .valueStream()
                        .filter(part -> part.path("requirement").asString().equals("REQUIRED"))
                        .map(part -> part.path("authenticator").asString()))
                .contains("conditional-user-role", "auth-otp-form");
    }

    private JsonNode flow(String alias) {
        return realm.path("authenticationFlows")
                .valueStream()
                .filter(flow -> flow.path("alias").asString().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tokens_are_signed_with_a_key_of_128_bits_of_strength() {
        var keys = realm.path("components").path("org.keycloak.keys.KeyProvider");

        assertThat(keys.valueStream()
                        .filter(key -> key.path("providerId").asString().startsWith("rsa"))
                        .map(key -> key.path("config").path("keySize").get(0).asString()))
                .hasSize(2)
                .containsOnly("3072");
    }

    @Test
    void a_guesser_of_passwords_is_slowed_down_and_never_locks_anybody_out_for_good() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.path("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isLessThanOrEqualTo(15 * 60);
        assertThat(realm.path("passwordPolicy").asString())
                .startsWith("length(12)")
                .contains("passwordBlacklist(samklima.txt)")
                .doesNotContain("digits", "upperCase", "specialChars", "forceExpiredPasswordChange", "maxLength");
    }

    @Test
    void the_refused_passwords_are_as_keycloak_compares_them_and_enough_that_others_would_pass() throws IOException {
        List<String> refused;
        try (var file = RealmFileTests.class.getResourceAsStream("/realm/password-blacklists/samklima.txt")) {
            refused = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }

        assertThat(refused)
                .doesNotHaveDuplicates()
                .allSatisfy(password -> assertThat(password)
                        .hasSizeBetween(12, 64)
                        .isLowerCase()
                        .doesNotContain("@", " "))
                .contains("samklima2026", "klimatplan-2027", "årsrapport2026", "gemeindegemeinde");
        assertThat(refused.stream().filter(password -> !password.matches(".*(klima|kommun|rapport|pass).*")))
                .hasSizeGreaterThan(3000);
    }

    @Test
    void sessions_and_tokens_end() {
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(4 * 60 * 60);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(12 * 60 * 60);
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(5 * 60);
        assertThat(realm.path("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
        assertThat(realm.path("offlineSessionMaxLifespanEnabled").asBoolean()).isTrue();
        assertThat(realm.path("offlineSessionMaxLifespan").asInt()).isLessThanOrEqualTo(366 * 24 * 60 * 60);
    }

    @Test
    void a_refresh_token_that_was_stolen_works_once_at_most() {
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
    }

    @Test
    void clients_may_do_only_what_they_need() {
        for (var client : realm.path("clients")) {
            assertThat(client.path("implicitFlowEnabled").asBoolean(true))
                    .as("%s", client.path("clientId"))
                    .isFalse();
            assertThat(client.path("redirectUris").valueStream().map(JsonNode::asString))
                    .as("%s", client.path("clientId"))
                    .noneMatch(address -> address.contains("*"));
        }
        for (var ofPeople : List.of(0, 1)) {
            assertThat(realm.path("clients")
                            .get(ofPeople)
                            .path("fullScopeAllowed")
                            .asBoolean(true))
                    .isFalse();
        }
        var portal = realm.path("clients").get(0);
        assertThat(portal.path("attributes").path("pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(portal.path("attributes").path("use.refresh.tokens").asString())
                .isEqualTo("false");
    }

    @Test
    void nobody_makes_an_account_uninvited_and_what_happens_to_accounts_is_written_down() {
        assertThat(realm.path("users")).as("the portal's own account").hasSize(1);
        assertThat(realm.path("actionTokenGeneratedByAdminLifespan").asInt()).isEqualTo(14 * 24 * 60 * 60);
        assertThat(realm.path("actionTokenGeneratedByUserLifespan").asInt()).isEqualTo(60 * 60);
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("verifyEmail").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asString()).isEqualTo("external");
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
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
