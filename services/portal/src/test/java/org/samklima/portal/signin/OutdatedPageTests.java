package org.samklima.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OutdatedPageTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    Tenant network;
    String cookie;

    @BeforeEach
    void somebody() {
        network = world.association("Klimatringen");
        cookie = SignedInBrowser.operatorCookie(world.person("Mia Manager", network, Role.MANAGER), portal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv | Sidan hade varit öppen för länge | Ingenting har ändrats | ladda om sidan
            da | Siden havde været åben for længe | Intet er ændret | genindlæs siden
            de | Diese Seite war zu lange geöffnet | Es wurde nichts geändert | laden Sie die Seite neu
            en | This page had been open for too long | Nothing was changed | reload the page
            """)
    void a_form_without_its_token_is_told_what_happened_what_was_kept_and_what_to_do(
            String language, String what, String kept, String next) throws Exception {
        var answer = post("/" + network.slug() + "/invitations", "email=ny%40example.org&roles=STAFF", language);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">", what, kept, next);
        assertThat(world.ask(
                        network,
                        () -> jdbc.sql("SELECT count(*) FROM invitation WHERE tenant_id = ?")
                                .param(network.id())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void signing_out_from_elsewhere_is_refused_too() throws Exception {
        assertThat(post("/logout", "", "en").statusCode()).isEqualTo(403);

        var page = request("/" + network.slug() + "/people", "en").build();
        assertThat(send(page).statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void a_page_that_is_not_there_still_knows_who_asks() throws Exception {
        var answer = send(request("/no-such-tenant", "en").build());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Mia Manager").doesNotContain("Sign in");
    }

    private HttpResponse<String> post(String path, String fields, String language)
            throws IOException, InterruptedException {
        return send(request(path, language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
    }

    private HttpRequest.Builder request(String path, String language) {
        return HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(portal) + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
