package org.samklima.portal.problem;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.samklima.pages.testing.Browser;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.TestTokens;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** A hundred megabytes through the real server, at every route that takes a file. */
@PortalTest
class LargeUploadTests {

    private static final int HUNDRED_MEGABYTES = 100 * 1024 * 1024;
    private static final String BOUNDARY = "a-boundary-that-no-file-has";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    private static final String JSON = "application/json";

    @RegisterExtension
    static final Browser browser = new Browser();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient everything =
            JdbcClient.create(TestDatabase.shared().superuser());

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    ApplicationContext portal;

    @Autowired
    World world;

    Tenant network;
    World.Person staff;

    @BeforeEach
    void somebody_who_may_upload_everywhere() {
        network = world.association("Klimatringen");
        staff = world.person("Stina Stab", network, Role.STAFF, Role.MANAGER);
    }

    @Test
    void every_page_and_every_api_that_takes_a_file_says_that_it_is_too_large_and_keeps_nothing() throws Exception {
        long before = rows();
        var routes = uploadRoutes();
        assertThat(routes).hasSizeGreaterThanOrEqualTo(7);
        for (var path : routes) {
            var answer = send(path, MULTIPART, BodyPublishers.fromPublisher(upload(), uploadLength()));
            assertTold(path, answer, "Die Datei ist größer als 50 MB");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_file_whose_sender_does_not_say_how_large_it_is_gets_the_same_answer() throws Exception {
        for (var path : uploadRoutes()) {
            assertTold(path, send(path, MULTIPART, upload()), "Die Datei ist größer als 50 MB");
        }
    }

    @Test
    void a_form_without_a_file_and_a_message_to_the_api_are_held_to_less() throws Exception {
        var json = "/api/v1/" + network.slug() + "/members";
        assertTold(
                json, send(json, JSON, BodyPublishers.ofByteArray(new byte[HUNDRED_MEGABYTES])), "Das Gesendete ist");
        assertTold(json, send(json, JSON, BodyPublishers.ofInputStream(Spaces::new)), "Das Gesendete ist");
        var forms = "/api/v1/" + network.slug() + "/report-forms";
        assertThat(send(forms, JSON, BodyPublishers.ofInputStream(Spaces::new)).statusCode())
                .isEqualTo(413);
        var page = "/" + network.slug() + "/invitations";
        var urlencoded = "application/x-www-form-urlencoded";
        assertTold(
                page,
                send(page, urlencoded, BodyPublishers.ofByteArray(new byte[HUNDRED_MEGABYTES])),
                "Das Gesendete ist");
        assertTold(page, send(page, urlencoded, BodyPublishers.ofInputStream(Spaces::new)), "Das Gesendete ist");
    }

    @Test
    void whoever_chose_the_wrong_file_in_a_browser_sees_the_page_and_can_go_back(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("members.csv");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(HUNDRED_MEGABYTES);
        }
        var page = browser.reader(Browser.WIDE).newPage();
        var address = SignedInBrowser.signIn(page.context(), staff, portal) + "/" + network.slug() + "/member-imports";
        page.navigate(address);

        page.locator("#file").setInputFiles(file);
        page.locator("form:has(#file) button[type=submit]").first().click();

        assertThat(page.locator("h1")).hasText("Det gick inte att göra");
        assertThat(page.locator("main")).containsText("Filen är större än 50 MB och lästes inte. Dela upp den");
        assertThat(page.locator("main")).containsText("Ingenting har ändrats");
        assertThat(page.locator(".site-user")).containsText("Stina Stab");
        Browser.screenshot(page, "upload-too-large");
        Browser.assertAccessible(page);
        page.goBack();
        assertThat(page.locator("#file")).isVisible();
        assertThat(browser.problems()).singleElement().asString().contains("413");
    }

    private void assertTold(String path, HttpResponse<String> answer, String text) {
        assertThat(answer.statusCode()).as(path).isEqualTo(413);
        if (path.startsWith("/api/")) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(path)
                    .get()
                    .asString()
                    .startsWith("application/problem+json");
            var problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.path("detail").asString()).as(path).startsWith(text);
            assertThat(problem.path("code").asString()).as(path).endsWith("-too-large");
        } else {
            assertThat(answer.body()).as(path).contains("<html lang=\"de\">", text, "Es wurde nichts geändert");
        }
    }

    /** Whoever takes a file gets it as a {@link MultipartFile}. */
    private List<String> uploadRoutes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> Arrays.stream(mapping.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(MultipartFile.class)))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
                .map(pattern -> pattern.replace("{tenant}", network.slug())
                        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                .sorted()
                .toList();
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(portal) + path))
                .header("Content-Type", type)
                .header("Accept-Language", "de")
                .header("Accept", path.startsWith("/api/") ? "*/*" : "text/html")
                .POST(body);
        if (path.startsWith("/api/")) {
            request.header(
                    "Authorization",
                    "Bearer " + TestTokens.of(staff, Instant.now().plusSeconds(300)));
        } else {
            request.header("Cookie", SignedInBrowser.operatorCookie(staff, portal));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher upload() {
        return BodyPublishers.concat(
                BodyPublishers.ofString(head()),
                BodyPublishers.ofInputStream(Spaces::new),
                BodyPublishers.ofString(tail()));
    }

    private static long uploadLength() {
        return head().length() + (long) HUNDRED_MEGABYTES + tail().length();
    }

    private static String head() {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
    }

    private static String tail() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    /** Of all tables that an upload could leave something in. */
    private long rows() {
        return Stream.of("tenant", "membership", "report_form", "report_form_draft", "import_job")
                .mapToLong(table -> everything
                        .sql("SELECT count(*) FROM samklima." + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    /** A hundred megabytes that a reader of JSON waits through for something to begin. */
    private static final class Spaces extends InputStream {

        private int left = HUNDRED_MEGABYTES;

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = Math.min(length, left);
            Arrays.fill(bytes, offset, offset + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
