package org.samklima.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class SessionCookieTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Test
    void where_people_come_by_https_the_cookie_is_this_hosts_alone() {
        assertThat(cookie("https://portal.example.org"))
                .startsWith("__Host-samklima=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void on_ones_own_machine_it_travels_by_http() {
        assertThat(cookie("http://localhost:8081"))
                .startsWith("samklima=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Secure", "Domain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%s", "/%s/people", "/%s/no-such-page", "/me/sessions", "/api/v1/me"})
    void no_answer_to_a_signed_in_person_may_be_stored(String path) throws Exception {
        var town = world.municipality("Ekby");
        var anna = world.person("Anna Alm", town, Role.MANAGER);
        var signedIn = path.startsWith("/api/") ? anna.token() : anna.browser();

        mvc.perform(get(path.formatted(town.slug())).with(signedIn))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void signing_out_clears_what_the_browser_kept() throws Exception {
        var anna = world.person("Anna Alm", world.municipality("Ekby"), Role.MANAGER);

        mvc.perform(post("/logout").secure(true).with(anna.browser()).with(csrf()))
                .andExpect(header().string("Clear-Site-Data", containsString("\"cache\"")));
    }

    private static String cookie(String portal) {
        var response = new MockHttpServletResponse();
        new SignInConfiguration()
                .sessionCookie(URI.create(portal), "samklima")
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "id"));
        return response.getHeader("Set-Cookie");
    }
}
