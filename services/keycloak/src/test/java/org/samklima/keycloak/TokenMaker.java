package org.samklima.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs tokens that Keycloak never would: expired ones, and for other audiences. */
class TokenMaker {

    private final String issuer;
    private final RSAKey key;

    TokenMaker(String issuer) throws JOSEException {
        this.issuer = issuer;
        this.key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    }

    String token(String audience, Instant expires) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims(audience, expires));
    }

    /** Good but for how they are signed: more strongly than we expect, with the public key as if it were a secret, and not at all. */
    List<String> oddlySigned(String audience, Instant expires) throws JOSEException {
        var claims = claims(audience, expires);
        return List.of(
                signed(JWSAlgorithm.RS512, new RSASSASigner(key), claims),
                signed(JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded()), claims),
                new PlainJWT(claims).serialize());
    }

    private JWTClaimsSet claims(String audience, Instant expires) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(UUID.randomUUID().toString())
                .audience(audience)
                .issueTime(Date.from(expires.minusSeconds(300)))
                .expirationTime(Date.from(expires))
                .build();
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    /** What Keycloak would answer where it publishes its keys. */
    String publicKeys() {
        return new JWKSet(key).toString(true);
    }
}
