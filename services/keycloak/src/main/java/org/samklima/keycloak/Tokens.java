package org.samklima.keycloak;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/** Gets tokens from Keycloak and reads them, never waiting long for it. */
class Tokens {

    /** A flood of tokens with unknown keys must not become a flood of requests to Keycloak. */
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(5);

    private final Realm realm;
    private final IdentityProperties properties;
    private final JWKSource<SecurityContext> keys;

    Tokens(IdentityProperties properties) {
        this.realm = properties.realm();
        this.properties = properties;
        this.keys = keys();
    }

    JwtDecoder accessTokens() {
        return decoder(JwtValidators.createDefaultWithValidators(
                JwtValidators.createDefaultWithIssuer(realm.issuer().toString()),
                new JwtAudienceValidator(Realm.API_AUDIENCE)));
    }

    JwtDecoder idTokens(ClientRegistration client) {
        var decoder = decoder(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(client)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    RestClientAuthorizationCodeTokenResponseClient exchange() {
        var http = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        http.setReadTimeout(properties.readTimeout());
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return exchange;
    }

    private NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** Fetched when first needed, and kept for as long as Keycloak is away: a token signed by a known key stays good. */
    private JWKSource<SecurityContext> keys() {
        try {
            var retriever = new DefaultResourceRetriever(
                    (int) properties.connectTimeout().toMillis(),
                    (int) properties.readTimeout().toMillis(),
                    JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT);
            return JWKSourceBuilder.create(realm.keys().toURL(), retriever)
                    .rateLimited(KEYS_AT_MOST_EVERY.toMillis())
                    .retrying(true)
                    .outageTolerantForever()
                    .build();
        } catch (MalformedURLException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
