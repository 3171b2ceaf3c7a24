package org.samklima.keycloak;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Makes a filter chain one that people sign in to with their browser: OpenID Connect with PKCE, a session of ours, and a
 * sign-out ({@code POST /logout}) that ends Keycloak's session as well. Which requests need it stays with the chain.
 *
 * <p>Not a {@code Customizer}: Spring Security would apply such a bean to every filter chain by itself.
 */
public final class BrowserSignIn {

    /** A link here starts the sign-in. */
    public static final String START = "/oauth2/authorization/" + BrowserSignIn.REGISTRATION;

    static final String REGISTRATION = "keycloak";

    static final RequestMatcher FROM_HTMX = new RequestHeaderRequestMatcher("HX-Request", "true");

    private final ClientRegistrationRepository registrations;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens;
    private final KeycloakReachability keycloak;
    private final AccountWatch accounts;
    private final LocaleResolver language;
    private final ApplicationEventPublisher events;

    BrowserSignIn(
            ClientRegistrationRepository registrations,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens,
            KeycloakReachability keycloak,
            AccountWatch accounts,
            LocaleResolver language,
            ApplicationEventPublisher events) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.language = language;
        this.events = events;
    }

    public void customize(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage(START)
                .authorizedClientRepository(new ForgottenTokens())
                .authorizationEndpoint(
                        start -> start.authorizationRequestResolver(new InThePagesLanguage(registrations, language)))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .userInfoEndpoint(user -> user.oidcUserService(
                        request -> new DefaultOidcUser(Roles.in(request.getIdToken()), request.getIdToken())))
                .failureHandler(new SignInFailed(keycloak, events)));
        http.logout(logout -> logout.logoutSuccessHandler(new SignOut(registrations, keycloak)));
        http.addFilterBefore(new SignInUnavailable(keycloak, events), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterAfter(new SignInEnded(accounts), OAuth2LoginAuthenticationFilter.class);
        http.requestCache(cache -> cache.requestCache(onlyWholePages()));
        // A redirect to Keycloak would fail inside an htmx request; reloading the page leads there properly.
        http.exceptionHandling(on ->
                on.defaultAuthenticationEntryPointFor((request, response, failure) -> reload(response), FROM_HTMX));
    }

    static void reload(HttpServletResponse response) {
        response.setHeader("HX-Refresh", "true");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    /** After signing in one comes back to the page one wanted, never to a fragment of it. */
    private static HttpSessionRequestCache onlyWholePages() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                html,
                new NegatedRequestMatcher(FROM_HTMX)));
        return cache;
    }
}
