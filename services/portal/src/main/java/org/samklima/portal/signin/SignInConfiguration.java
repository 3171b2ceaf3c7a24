package org.samklima.portal.signin;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Duration;
import org.samklima.keycloak.ApiTokens;
import org.samklima.keycloak.BrowserSignIn;
import org.samklima.portal.limits.RequestLimits;
import org.samklima.portal.tenancy.TenantFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Pages for people with a session, the API for bearer tokens; behind either, the path's tenant. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SignInConfiguration.A_WORKING_DAY)
class SignInConfiguration {

    /** Nobody loses a half-written report to a meeting. */
    static final int A_WORKING_DAY = 10 * 60 * 60;

    /** As long as Keycloak keeps anybody signed in ({@code ssoSessionMaxLifespan}), however busy they are. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    /** Says what the API can do, not what is in it. */
    private static final String[] API_DOCUMENTATION = {
        "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"
    };

    /** A mail program posts here for its reader, who is not signed in: the link's secret is the permission. */
    private static final String UNSUBSCRIBE = "/unsubscribe/**";

    /** Also around error pages, which else would take everybody for a stranger: Spring Boot's own would not be around them. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionAroundErrorPages(SessionRepositoryFilter<?> sessions) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(sessions);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** Where people come by https, the cookie belongs to this host alone, and travels no other way. */
    @Bean
    CookieSerializer sessionCookie(
            @Value("${samklima.portal-url}") URI portal, @Value("${server.servlet.session.cookie.name}") String name) {
        boolean https = isHttps(portal);
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookieName(portal, name));
        cookie.setUseSecureCookie(https);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    static String cookieName(URI portal, String name) {
        return isHttps(portal) ? "__Host-" + name : name;
    }

    private static boolean isHttps(URI portal) {
        return "https".equals(portal.getScheme());
    }

    /** So that who was refused something can be told. */
    @Bean
    AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    /** On a port of its own, where there is more than health; nothing of it is signed in. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .build();
    }

    @Bean
    FilterRegistrationBean<WithoutSession> noSessionWhereTheDatabaseIsAway(
            @Value("${samklima.portal-url}") URI portal, @Value("${server.servlet.session.cookie.name}") String name) {
        var registration = new FilterRegistrationBean<>(new WithoutSession(cookieName(portal, name)));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, TenantFilter tenants, RequestLimits limits) {
        http.securityMatcher("/api/**").addFilterAfter(tenants, AuthorizationFilter.class);
        tokens.customize(http);
        limits.customize(http);
        limits.customizeBehindTenant(http);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/operator/**")
                        .hasRole("OPERATOR")
                        .requestMatchers("/api/v1/report-form-schema")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Calendar programs cannot sign in: their address is the secret. They get neither a session nor a cookie. */
    @Bean
    @Order(2)
    SecurityFilterChain calendars(HttpSecurity http, RequestLimits limits) {
        limits.customize(http);
        return http.securityMatcher("/calendar/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, BrowserSignIn signIn, TenantFilter tenants, RequestLimits limits) {
        http.addFilterAfter(tenants, AuthorizationFilter.class)
                .addFilterBefore(new SessionAge(LONGEST_SESSION), SecurityContextHolderFilter.class)
                .logout(logout -> logout.addLogoutHandler(new HeaderWriterLogoutHandler(
                        new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))));
        signIn.customize(http);
        limits.customize(http);
        limits.customizeBehindTenant(http);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/assets/**",
                                "/error",
                                "/sign-in-unavailable",
                                "/sign-in-failed",
                                "/sign-in-ended",
                                OutdatedPage.PAGE,
                                "/robots.txt",
                                UNSUBSCRIBE)
                        .permitAll()
                        .requestMatchers(API_DOCUMENTATION)
                        .permitAll()
                        .requestMatchers("/operator/**")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(UNSUBSCRIBE))
                .exceptionHandling(on -> on.accessDeniedHandler(new OutdatedPage()))
                .build();
    }
}
