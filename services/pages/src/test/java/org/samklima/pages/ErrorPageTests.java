package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTests {

    @LocalServerPort
    int port;

    @Test
    void a_fault_of_ours_has_a_reference_that_stands_in_the_log(CapturedOutput output) throws Exception {
        var page = get("/broken", "en");
        var reference = Pattern.compile("Reference: (\\w{4}-\\w{4})\\.").matcher(page.body());

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(reference.find()).as(page.body()).isTrue();
        assertThat(output.getAll()).contains("Reference " + reference.group(1) + ": /broken failed");
        assertThat(page.body())
                .contains("Everything that was saved before is kept.")
                .doesNotContain("on purpose");
    }

    @Test
    void an_address_that_is_a_secret_stands_in_no_log(CapturedOutput output) throws Exception {
        assertThat(get("/broken/once-in-a-lifetime", "en").statusCode()).isEqualTo(500);

        assertThat(output.getAll()).contains(": /broken/{secret} failed").doesNotContain("once-in-a-lifetime");
    }

    @Test
    void a_page_that_is_not_here_says_so_in_the_readers_language() throws Exception {
        var page = get("/nowhere", "da");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<html lang=\"da\">", "Siden findes ikke")
                .doesNotContain("Reference:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gallery",
                "/nowhere",
                "/broken",
                "/assets/samklima.css",
                "/assets/nothing.css",
                "/api/nowhere",
                "/gallery/%2e%2e/x"
            })
    void every_answer_tells_the_browser_what_it_may_make_of_it(String path) throws Exception {
        var headers = get(path, "en").headers();

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()", "geolocation=()");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action")
                        .doesNotContain("unsafe", "*"));
    }

    @Test
    void an_answer_to_a_program_would_do_nothing_as_a_page() throws Exception {
        assertThat(get("/api/nowhere", "en").headers().allValues("Content-Security-Policy"))
                .containsExactly(SecurityHeaders.NO_PAGE);
    }

    @Test
    void the_language_links_of_an_error_page_lead_to_the_page_that_failed() throws Exception {
        assertThat(get("/nowhere?a=1", "sv").body()).contains("href=\"/nowhere?a=1&amp;lang=de\"");
    }

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
