package org.samklima.portal.limits;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.samklima.portal.problem.TooManyRequests;
import org.samklima.portal.tenancy.TenantFilter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what comes too fast, by 429 and {@code Retry-After}: sign-ins, wrong secrets and requests of strangers by their address, the
 * requests and files of the signed-in by person, and all that is done in one tenant by the tenant.
 */
public final class RequestLimits {

    static final String REFUSED = "samklima.requests.refused";

    static final List<String> WAYS_IN = List.of("/oauth2/", "/login/");

    /** Where the address itself is the secret; nothing is found at a wrong one. */
    private static final List<String> SECRET_ADDRESSES = List.of("/calendar/", "/unsubscribe/");

    /** Cached by every browser for ever, and asked for by what watches over the portal. */
    static final List<String> NOT_COUNTED = List.of("/assets/", "/actuator/");

    private final Buckets buckets;
    private final MeterRegistry meters;
    private final boolean enabled;

    RequestLimits(LimitProperties properties, Buckets buckets, MeterRegistry meters) {
        this.buckets = buckets;
        this.meters = meters;
        this.enabled = properties.enabled();
    }

    /** Makes a filter chain count. To be called once its {@link TenantFilter}, if it has one, is in it. */
    public void customize(HttpSecurity http) {
        if (!enabled) {
            return;
        }
        http.addFilterAfter(new Guesses(), HeaderWriterFilter.class)
                .addFilterAfter(new Counting(false, signIns()), HeaderWriterFilter.class)
                .addFilterBefore(new Counting(true, strangers(), people(), uploads()), AuthorizationFilter.class);
    }

    /** Behind the {@link TenantFilter}: only who was let in can use up what a tenant has. */
    public void customizeBehindTenant(HttpSecurity http) {
        if (enabled) {
            http.addFilterAfter(new Counting(true, tenants()), TenantFilter.class);
        }
    }

    private record Rule(Limit limit, Function<HttpServletRequest, Optional<String>> who) {}

    private static Rule signIns() {
        return new Rule(
                Limit.SIGN_IN, request -> startsWithAny(request, WAYS_IN) ? address(request) : Optional.empty());
    }

    private static Rule strangers() {
        return new Rule(
                Limit.ANONYMOUS,
                request -> person().isPresent() || startsWithAny(request, NOT_COUNTED)
                        ? Optional.empty()
                        : address(request));
    }

    private static Rule people() {
        return new Rule(Limit.PERSON, request -> startsWithAny(request, NOT_COUNTED) ? Optional.empty() : person());
    }

    private static Rule uploads() {
        return new Rule(Limit.UPLOAD, request -> isUpload(request) ? person() : Optional.empty());
    }

    private static Rule tenants() {
        return new Rule(
                Limit.TENANT,
                request ->
                        TenantFilter.tenantOf(request).map(tenant -> tenant.id().toString()));
    }

    private static Optional<String> address(HttpServletRequest request) {
        return Optional.of(ClientAddress.of(request));
    }

    /** Keycloak's subject, the same by browser and by token. */
    private static Optional<String> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn -> signedIn.isAuthenticated() && !(signedIn instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    static boolean startsWithAny(HttpServletRequest request, List<String> beginnings) {
        return beginnings.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    /** What is forwarded was counted, and refused for another reason. */
    private static boolean isForward(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST;
    }

    private void count(Limit limit) {
        meters.counter(REFUSED, "limit", limit.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
    }

    private final class Counting extends OncePerRequestFilter {

        private final boolean ofOurPage;
        private final List<Rule> rules;

        /** @param ofOurPage whether a request comes here only with the token of a page of ours */
        Counting(boolean ofOurPage, Rule... rules) {
            this.ofOurPage = ofOurPage;
            this.rules = List.of(rules);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            for (var rule : isForward(request) ? List.<Rule>of() : rules) {
                var who = rule.who.apply(request);
                if (who.isPresent()) {
                    var wait = buckets.take(rule.limit, who.get());
                    if (wait.isPositive()) {
                        count(rule.limit);
                        TooManyRequests.refuse(request, response, wait, ofOurPage);
                        return;
                    }
                }
            }
            chain.doFilter(request, response);
        }

        /** Two of these stand in one chain. */
        @Override
        protected String getAlreadyFilteredAttributeName() {
            return super.getAlreadyFilteredAttributeName() + System.identityHashCode(this);
        }
    }

    /** Counts only what was wrong, so that a calendar program or a script that knows its secret never hears of it. */
    private final class Guesses extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean secret = startsWithAny(request, SECRET_ADDRESSES);
            if (isForward(request) || !secret && request.getHeader("Authorization") == null) {
                chain.doFilter(request, response);
                return;
            }
            var address = ClientAddress.of(request);
            var wait = buckets.wait(Limit.GUESS, address);
            if (wait.isPositive()) {
                count(Limit.GUESS);
                TooManyRequests.refuse(request, response, wait, false);
                return;
            }
            chain.doFilter(request, response);
            var status = HttpStatus.resolve(response.getStatus());
            if (status == HttpStatus.UNAUTHORIZED || secret && status == HttpStatus.NOT_FOUND) {
                buckets.take(Limit.GUESS, address);
            }
        }
    }
}
