package org.samklima.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** The first page somebody asks for who is not signed in: they get a session and are sent to the sign-in. */
@PortalTest
class BehindProxyTests {

    private static final String PAGE = "/angsvik/reports";

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext portal;

    @Test
    void nobody_chooses_our_address_for_us_unless_a_proxy_is_said_to_be_there() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PAGE))
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example;proto=https")
                .build();

        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue(HttpHeaders.LOCATION).orElseThrow())
                    .doesNotContain("evil")
                    .doesNotStartWith("https");
        }
    }

    @Test
    void behind_one_that_speaks_tls_people_stay_at_its_address() throws Exception {
        var behind = MockMvcBuilders.webAppContextSetup(portal)
                .addFilters(
                        // What server.forward-headers-strategy=framework puts first.
                        new ForwardedHeaderFilter(),
                        portal.getBean(SessionRepositoryFilter.class),
                        portal.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class))
                .build();

        var answer = behind.perform(get(PAGE)
                        .accept(MediaType.TEXT_HTML)
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "portal.example.org"))
                .andReturn()
                .getResponse();

        assertThat(URI.create("https://portal.example.org" + PAGE).resolve(answer.getHeader(HttpHeaders.LOCATION)))
                .hasScheme("https")
                .hasHost("portal.example.org");
    }
}
