package org.samklima.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaApplicationTests {

    /** Rounds, salt, stored key. */
    private static final Pattern SCRAM = Pattern.compile("SCRAM-SHA-256\\$(\\d+):([^$]+)\\$([^:]+):.+");

    private final TestDatabase database = TestDatabase.shared();

    @TempDir
    Path secrets;

    @AfterEach
    void giveTheRolesThePasswordsOfTheOtherTestsBack() throws Exception {
        roles("owner", "portal", "overview");
    }

    @Test
    void a_changed_password_is_the_only_one_after_the_roles_are_made_again() throws Exception {
        roles("owner", "new-portal", "overview");

        assertThat(isPassword("portal", "new-portal")).isTrue();
        assertThat(isPassword("portal", "portal")).isFalse();
        assertThat(isPassword("overview", "overview")).isTrue();
    }

    @Test
    void migrates_again_with_a_password_from_a_file() throws Exception {
        secret("SAMKLIMA_DATABASE_OWNER_PASSWORD", "owner");

        SchemaApplication.run(environment());

        try (var connection = database.superuser().getConnection();
                var changes = connection.createStatement().executeQuery("SELECT FROM samklima.databasechangelog")) {
            assertThat(changes.next()).isTrue();
        }
    }

    @Test
    void a_variable_goes_before_a_file() throws Exception {
        secret("SAMKLIMA_DATABASE_OWNER_PASSWORD", "wrong");
        var environment = new HashMap<>(environment());
        environment.put("SAMKLIMA_DATABASE_OWNER_PASSWORD", "owner");

        SchemaApplication.run(environment);
    }

    @Test
    void keycloaks_role_reaches_its_own_database_and_not_ours() throws Exception {
        secret("SAMKLIMA_DATABASE_KEYCLOAK_PASSWORD", "keycloaks");
        roles("owner", "portal", "overview");

        assertThat(isPassword("keycloak", "keycloaks")).isTrue();
        assertThat(canConnect("keycloak", "keycloaks", "keycloak")).isTrue();
        assertThat(canConnect("keycloak", "keycloaks", "samklima")).isFalse();
        assertThat(canConnect("portal", "portal", "keycloak")).isFalse();
    }

    @Test
    void says_which_setting_is_missing_and_where_it_may_stand() {
        assertThatExceptionOfType(JobSettings.Missing.class)
                .isThrownBy(() -> SchemaApplication.run(environment()))
                .withMessageContaining("SAMKLIMA_DATABASE_OWNER_PASSWORD")
                .withMessageContaining(secrets.toString());
    }

    private void roles(String owner, String portal, String overview) throws Exception {
        secret("SAMKLIMA_DATABASE_SUPERUSER_PASSWORD", TestServer.SUPERUSER);
        secret("SAMKLIMA_DATABASE_OWNER_PASSWORD", owner);
        secret("SAMKLIMA_DATABASE_PORTAL_PASSWORD", portal);
        secret("SAMKLIMA_DATABASE_OVERVIEW_PASSWORD", overview);
        SchemaApplication.run(environment(), "roles");
    }

    private Map<String, String> environment() {
        return Map.of("SAMKLIMA_DATABASE_URL", address(), "SAMKLIMA_SECRETS", secrets.toString());
    }

    private String address() {
        return ((PGSimpleDataSource) database.as("owner")).getUrl();
    }

    private void secret(String name, String value) throws IOException {
        Files.writeString(secrets.resolve(name), value + "\n");
    }

    private boolean canConnect(String role, String password, String to) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(address());
        source.setUser(role);
        source.setPassword(password);
        source.setDatabaseName(to);
        try (var connection = source.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException refused) {
            return false;
        }
    }

    /** The tests' server may let everyone in, so this asks what it would compare a password with (RFC 5802). */
    private boolean isPassword(String role, String password) throws Exception {
        try (var connection = database.superuser().getConnection();
                var query = connection.prepareStatement("SELECT rolpassword FROM pg_authid WHERE rolname = ?")) {
            query.setString(1, role);
            try (var found = query.executeQuery()) {
                found.next();
                var parts = SCRAM.matcher(found.getString(1));
                assertThat(parts.matches()).isTrue();
                var key = new PBEKeySpec(
                        password.toCharArray(),
                        Base64.getDecoder().decode(parts.group(2)),
                        Integer.parseInt(parts.group(1)),
                        256);
                var salted =
                        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key);
                var hmac = Mac.getInstance("HmacSHA256");
                hmac.init(new SecretKeySpec(salted.getEncoded(), "HmacSHA256"));
                var clientKey = hmac.doFinal("Client Key".getBytes(StandardCharsets.US_ASCII));
                var stored = MessageDigest.getInstance("SHA-256").digest(clientKey);
                return Base64.getEncoder().encodeToString(stored).equals(parts.group(3));
            }
        }
    }
}
