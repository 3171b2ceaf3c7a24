package org.samklima.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.LocaleResolver;

/** Asks Keycloak to speak the language that our page was in. */
class InThePagesLanguage implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver standard;
    private final LocaleResolver language;

    InThePagesLanguage(ClientRegistrationRepository registrations, LocaleResolver language) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        this.language = language;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withLanguage(request, standard.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withLanguage(request, standard.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest withLanguage(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest authorization) {
        if (authorization == null) {
            return null;
        }
        var spoken = language.resolveLocale(request).getLanguage();
        return OAuth2AuthorizationRequest.from(authorization)
                .additionalParameters(parameters -> parameters.putAll(Map.of("ui_locales", spoken)))
                .build();
    }
}
