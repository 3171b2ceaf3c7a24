package org.samklima.keycloak;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The application starts and goes on while nothing listens where Keycloak should be. */
@SpringBootTest(classes = SmallPortal.class)
@AutoConfigureMockMvc
class SignInWithoutKeycloakTests {

    private static final UUID PERSON = UUID.randomUUID();

    @Autowired
    private MockMvc portal;

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry properties) throws IOException {
        try (var socket = new ServerSocket(0)) {
            var closed = "http://localhost:" + socket.getLocalPort() + "/realms/samklima";
            properties.add("samklima.identity.issuer", () -> closed);
        }
        properties.add("samklima.identity.portal-url", () -> "http://localhost:8081");
        properties.add("samklima.identity.portal-secret", () -> "secret");
        properties.add("samklima.identity.admin-secret", () -> "secret");
    }

    @Test
    void the_signed_in_go_on() throws Exception {
        portal.perform(get("/who")
                        .with(oidcLogin()
                                .idToken(token ->
                                        token.subject(PERSON.toString()).issuedAt(Instant.now()))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person").value(PERSON.toString()));
    }

    @Test
    void signing_in_says_what_is_wrong() throws Exception {
        portal.perform(get(BrowserSignIn.START))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "10"))
                .andExpect(forwardedUrl("/sign-in-unavailable"));
    }

    @Test
    void coming_back_after_keycloak_went_away_says_what_is_wrong() throws Exception {
        portal.perform(get("/login/oauth2/code/keycloak?code=1&state=2"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(forwardedUrl("/sign-in-unavailable"));
    }

    @Test
    void signing_out_ends_our_session_and_says_that_keycloaks_is_still_open() throws Exception {
        portal.perform(post("/logout")
                        .with(oidcLogin().idToken(token -> token.subject(PERSON.toString())))
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in-unavailable?signed-out"));
    }

    @Test
    void a_token_that_cannot_be_checked_is_not_called_wrong() throws Exception {
        var token = new TokenMaker("http://localhost/realms/samklima")
                .token(Realm.API_AUDIENCE, Instant.now().plusSeconds(60));

        portal.perform(get("/api/who").header("Authorization", "Bearer " + token))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "10"));
    }

    @Test
    void what_is_no_token_at_all_is_refused() throws Exception {
        portal.perform(get("/api/who").header("Authorization", "Bearer nonsense"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Bearer")));
    }
}
