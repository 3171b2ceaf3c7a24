package org.samklima.keycloak;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest application that uses this module as {@code package-info} says. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class SmallPortal {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) {
        http.securityMatcher("/api/**");
        tokens.customize(http);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, BrowserSignIn signIn) {
        signIn.customize(http);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/sign-in-unavailable", "/sign-in-failed", "/sign-in-ended")
                        .permitAll()
                        .requestMatchers("/operator")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @GetMapping("/")
    String front() {
        return "front page";
    }

    @GetMapping({"/who", "/api/who", "/operator"})
    SignedIn who(Authentication authentication) {
        return SignedIn.of(authentication);
    }

    @GetMapping(path = "/leave", produces = "text/html")
    String leave(CsrfToken csrf) {
        return "<form action=\"/logout\"><input type=\"hidden\" name=\"_csrf\" value=\"" + csrf.getToken()
                + "\"></form>";
    }

    @RequestMapping("/sign-in-unavailable")
    String unavailable(@RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
        return "sign-in is unavailable" + (signedOut == null ? "" : ", signed out here only");
    }

    @RequestMapping("/sign-in-failed")
    String failed() {
        return "sign-in failed";
    }

    @RequestMapping("/sign-in-ended")
    String ended() {
        return "sign-in ended";
    }
}
