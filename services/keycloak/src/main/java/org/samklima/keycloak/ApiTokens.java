package org.samklima.keycloak;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Makes a filter chain one for bearer tokens: no session, hence no CSRF token. A missing, expired or foreign token is 401 with the
 * reason in {@code WWW-Authenticate}; a token that cannot be checked because Keycloak never answered is 503.
 *
 * <p>Not a {@code Customizer}: Spring Security would apply such a bean to every filter chain by itself.
 */
public final class ApiTokens {

    private final JwtDecoder decoder;

    ApiTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    public void customize(HttpSecurity http) {
        http.csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(on -> on.authenticationEntryPoint(new BearerTokenAuthenticationEntryPoint()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.withObjectPostProcessor(answersServiceFailures())
                        .jwt(jwt -> jwt.decoder(decoder)
                                .jwtAuthenticationConverter(
                                        token -> new JwtAuthenticationToken(token, Roles.in(token)))));
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answersServiceFailures() {
        AuthenticationEntryPoint refuse = new BearerTokenAuthenticationEntryPoint();
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler((request, response, failure) -> {
                    if (failure instanceof AuthenticationServiceException) {
                        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
                        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                    } else {
                        refuse.commence(request, response, failure);
                    }
                });
                return filter;
            }
        };
    }
}
