package org.samklima.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Makes a filter chain one for bearer tokens: no session, hence no CSRF token. A missing, expired or foreign token is 401 with the
 * reason in {@code WWW-Authenticate}; a token that cannot be checked because Keycloak never answered is 503. Both leave by the
 * application's error page, which finds the {@link TokenRefusal} in the request.
 *
 * <p>Not a {@code Customizer}: Spring Security would apply such a bean to every filter chain by itself.
 */
public final class ApiTokens {

    private static final AuthenticationEntryPoint CHALLENGE = challenge();
    /** Spring would name a description that we do not have, at whatever host the request says it is for. */
    private static final Pattern NO_METADATA = Pattern.compile(",? resource_metadata=\"\"");

    private static final AccessDeniedHandler LACKS_SCOPE = new BearerTokenAccessDeniedHandler();

    private final JwtDecoder decoder;

    ApiTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    public void customize(HttpSecurity http) {
        http.csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        on -> on.authenticationEntryPoint(ApiTokens::refuse).accessDeniedHandler(ApiTokens::refuse))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.withObjectPostProcessor(refusing())
                        .accessDeniedHandler(ApiTokens::refuse)
                        .jwt(jwt -> jwt.decoder(decoder)
                                .jwtAuthenticationConverter(
                                        token -> new JwtAuthenticationToken(token, Roles.in(token)))));
    }

    private static AuthenticationEntryPoint challenge() {
        var challenge = new BearerTokenAuthenticationEntryPoint();
        challenge.setResourceMetadataParameterResolver(_ -> "");
        return challenge;
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusing() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(ApiTokens::refuse);
                return filter;
            }
        };
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var refusal = TokenRefusal.of(failure);
        refusal.noteOn(request);
        if (refusal == TokenRefusal.UNCHECKED) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            CHALLENGE.commence(request, response, failure);
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    NO_METADATA
                            .matcher(String.valueOf(response.getHeader(HttpHeaders.WWW_AUTHENTICATE)))
                            .replaceFirst(""));
            response.sendError(response.getStatus());
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        LACKS_SCOPE.handle(request, response, denied);
        response.sendError(response.getStatus());
    }
}
