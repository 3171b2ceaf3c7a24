/**
 * A thin adapter over Spring Security and Keycloak's admin API: who is signed in, organisations, invitations. What a
 * person may do in a tenant is not decided here.
 *
 * <p>An application that has this module on its class path gets these beans, and composes its own filter chains:
 *
 * <pre>{@code
 * @Bean
 * @Order(1)
 * SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) {
 *     http.securityMatcher("/api/**");
 *     tokens.customize(http);
 *     return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated()).build();
 * }
 *
 * @Bean
 * @Order(2)
 * SecurityFilterChain pages(HttpSecurity http, BrowserSignIn signIn) {
 *     signIn.customize(http);
 *     return http.authorizeHttpRequests(requests -> requests
 *                     .requestMatchers("/sign-in-unavailable", "/sign-in-failed", "/sign-in-ended", "/css/**").permitAll()
 *                     .requestMatchers("/operator/**").hasRole("OPERATOR")
 *                     .anyRequest().authenticated())
 *             .build();
 * }
 * }</pre>
 *
 * <p>A handler asks {@link org.samklima.keycloak.SignedIn#of} who is there. The application answers three addresses itself, open
 * to everyone and for every HTTP method (they are forwarded to): {@code /sign-in-unavailable} (status 503 already set;
 * with the parameter {@code signed-out} the person has just left us but Keycloak's session could not be ended), {@code
 * /sign-in-failed} (status 401 already set: a stale, cancelled or refused attempt; a link to {@link
 * org.samklima.keycloak.BrowserSignIn#START} tries again) and {@code /sign-in-ended} (status 401 already set: somebody was signed
 * in whose account Keycloak has closed or signed out meanwhile). What the API refuses goes to the application's {@code /error}, where
 * {@link org.samklima.keycloak.TokenRefusal#of(jakarta.servlet.http.HttpServletRequest)} tells why.
 *
 * <p>The application starts and serves the signed-in while Keycloak is away: no address is discovered, keys are fetched
 * when first needed and then kept, and no token of a person is stored.
 *
 * <p>The realm itself is {@code realm/samklima-realm.json} in this module, the same file for standalone, compose, chart and
 * tests.
 */
@NullMarked
package org.samklima.keycloak;

import org.jspecify.annotations.NullMarked;
