package org.samklima.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * Tokens for the API that the portal checks as it would Keycloak's. Of the identity provider there are only the keys: on
 * everything else it hangs up, as one that is away.
 */
public final class TestTokens {

    private static final TestTokens SHARED = new TestTokens();

    private final RSAKey key;
    private final HttpServer keys;

    private TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("tests").generate();
            keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException failure) {
            throw new IllegalStateException("No keys for the tests", failure);
        }
        keys.createContext("/", HttpExchange::close);
        keys.createContext("/realms/samklima/protocol/openid-connect/certs", this::publish);
        keys.start();
    }

    private void publish(HttpExchange exchange) throws IOException {
        try (exchange) {
            var text = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String issuer() {
        return "http://localhost:" + SHARED.keys.getAddress().getPort() + "/realms/samklima";
    }

    /** A person's token, good until this moment. */
    public static String of(World.Person person, Instant until) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("samklima-api")
                .subject(person.id().toString())
                .claim("name", person.name())
                .claim("email", person.email())
                .claim("email_verified", true)
                .issueTime(Date.from(until.minusSeconds(300)))
                .expirationTime(Date.from(until))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(SHARED.key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(SHARED.key));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }
}
