package org.samklima.overview.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.overview.OverviewTest;
import org.samklima.overview.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverviewTest
class AnswersOverHttpTests {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sv/klimatringen", "/api/v1/klimatringen/members", "/api/v1/klimatringen/data.csv"})
    void what_may_change_is_kept_for_a_minute_at_most(String path) {
        assertThat(header(visitor.get(path), "Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void the_data_of_one_version_is_kept_for_ever() {
        assertThat(header(visitor.get("/api/v1/klimatringen/editions/2025.1/data.csv"), "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(visitor.get("/api/v1/klimatringen/editions/2025/data.csv"), "Cache-Control"))
                .isEqualTo("public, max-age=60");
    }

    @Test
    void who_has_an_answer_already_is_not_given_it_again() {
        String tag = header(visitor.get("/sv/klimatringen"), "ETag");

        HttpResponse<String> again = visitor.get("/sv/klimatringen", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(visitor.get("/da/klimatringen", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_answer_is_the_same_compressed_and_plain() throws IOException {
        HttpResponse<byte[]> compressed =
                visitor.bytes("/sv/klimatringen/members", "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<byte[]> plain = visitor.bytes("/sv/klimatringen/members", "Accept-Encoding", "gzip;q=0");

        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "Vary")).contains("Accept-Encoding");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void parameters_that_mean_nothing_make_no_other_answer() {
        assertThat(visitor.get("/sv/klimatringen/members?utm_source=x&sort=nonsense&year=1066&group=none")
                        .body())
                .isEqualTo(visitor.get("/sv/klimatringen/members").body());
    }

    @Test
    void the_head_of_an_answer_can_be_had_alone() {
        HttpResponse<String> head = visitor.head("/sv/klimatringen");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void nobody_gets_a_cookie() {
        assertThat(visitor.get("/sv/klimatringen").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
