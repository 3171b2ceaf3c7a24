package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TokensTests {

    private static final Instant IN_FIVE_MINUTES = Instant.now().plusSeconds(300);

    private HttpServer keycloak;
    private TokenMaker tokens;
    private JwtDecoder decoder;
    private URI issuer;

    @BeforeEach
    void publishKeys() throws Exception {
        keycloak = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        issuer = URI.create("http://localhost:" + keycloak.getAddress().getPort() + "/realms/samklima");
        tokens = new TokenMaker(issuer.toString());
        keycloak.createContext("/realms/samklima/protocol/openid-connect/certs", exchange -> {
            var keys = tokens.publicKeys().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        keycloak.start();
        decoder = new Tokens(new IdentityProperties(
                        issuer,
                        null,
                        issuer,
                        "secret",
                        "secret",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5)))
                .accessTokens();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void a_token_for_the_api_is_read() throws Exception {
        assertThat(decoder.decode(tokens.token("samklima-api", IN_FIVE_MINUTES)).getIssuer())
                .hasToString(issuer.toString());
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        assertRefused(tokens.token("samklima-api", Instant.now().minusSeconds(120)));
    }

    @Test
    void a_token_for_another_application_is_refused() throws Exception {
        assertRefused(tokens.token("portal", IN_FIVE_MINUTES));
    }

    @Test
    void a_token_of_another_realm_is_refused() throws Exception {
        tokens = new TokenMaker(issuer.resolve("/realms/other").toString());
        assertRefused(tokens.token("samklima-api", IN_FIVE_MINUTES));
    }

    @Test
    void a_token_signed_by_someone_else_is_refused() throws Exception {
        assertRefused(new TokenMaker(issuer.toString()).token("samklima-api", IN_FIVE_MINUTES));
    }

    @Test
    void a_token_that_is_signed_in_another_way_is_refused() throws Exception {
        tokens.oddlySigned("samklima-api", IN_FIVE_MINUTES).forEach(this::assertRefused);
    }

    @Test
    void known_keys_go_on_working_while_keycloak_is_away() throws Exception {
        decoder.decode(tokens.token("samklima-api", IN_FIVE_MINUTES));

        keycloak.stop(0);

        assertThat(decoder.decode(tokens.token("samklima-api", IN_FIVE_MINUTES)).getSubject())
                .isNotBlank();
    }

    @Test
    void without_keys_a_token_is_neither_right_nor_wrong() throws Exception {
        keycloak.stop(0);

        var token = tokens.token("samklima-api", IN_FIVE_MINUTES);

        assertThatThrownBy(() -> decoder.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }
}
