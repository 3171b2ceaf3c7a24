package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.pages.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GalleryBrowserTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "gallery, Nyby, 1280",
        "gallery, Nyby, 390",
        "gallery, Nyby, 320",
        "form, Ett formulär, 1280",
        "form, Ett formulär, 390",
        "form, Ett formulär, 320",
        "confirm, Dra tillbaka utgåvan?, 1280",
        "confirm, Dra tillbaka utgåvan?, 390",
        "gallery?accent=ffcc00, Nyby, 1280"
    })
    void a_page_is_accessible(String path, String heading, int width) {
        var page = browser.open(address("/" + path), width);

        assertThat(page.locator("h1").textContent()).isEqualTo(heading);
        Browser.screenshot(page, path.replaceAll("[^a-z]", "-"));
        Browser.assertAccessible(page);
    }

    @ParameterizedTest
    @CsvSource({
        "forbidden, Du får inte göra detta här",
        "nowhere, Sidan finns inte",
        "conflict, Det gick inte att göra detta",
        "broken, Något gick fel hos oss"
    })
    void an_error_page_is_accessible(String path, String heading) {
        var page = browser.open(address("/" + path), Browser.NARROW);

        assertThat(page.locator("h1").textContent()).isEqualTo(heading);
        Browser.screenshot(page, path);
        Browser.assertAccessible(page);
        assertThat(browser.problems()).singleElement().asString().contains("the server responded with a status of");
    }

    @ParameterizedTest
    @CsvSource({"1280", "390", "320"})
    void charts_are_drawn_under_the_strict_policy_and_are_accessible(int width) {
        var page = browser.open(address("/charts"), width);
        drawn(page, 6);

        assertThat(page.locator("svg path").count()).isGreaterThan(100);
        Browser.screenshot(page, "charts");
        Browser.assertAccessible(page);
    }

    @Test
    void a_chart_can_be_taken_along_as_picture_and_figures() throws IOException {
        var page = browser.open(address("/charts"), Browser.WIDE);
        drawn(page, 6);

        var picture = page.waitForDownload(() -> page.click("[data-chart-png] >> nth=0"));
        assertThat(picture.suggestedFilename()).isEqualTo("nyby-utslapp.png");
        assertThat(ImageIO.read(picture.path().toFile()).getWidth()).isEqualTo(1920);

        var figures = page.waitForDownload(() -> page.click("[data-chart-csv] >> nth=3"));
        assertThat(figures.suggestedFilename()).isEqualTo("jamforelse.csv");
        assertThat(Files.readString(figures.path()))
                .startsWith("\ufeffKommun;Utsläpp per invånare (ton)\r\nNyby;2,9\r\n")
                .endsWith("Övre Sjötorp med Lillåns bruk;\r\n");
    }

    @Test
    void without_scripts_the_tables_of_charts_are_open() {
        var page = browser.withoutScripts(Browser.NARROW).newPage();
        page.navigate(address("/charts"));

        assertThat(page.locator("figure table").first().isVisible()).isTrue();
        assertThat(page.locator("[data-chart-actions]").first().isVisible()).isFalse();
    }

    @Test
    void a_reader_chooses_the_language_without_scripts() {
        var page = browser.withoutScripts(Browser.NARROW).newPage();
        page.navigate(address("/gallery?sort=-name"));
        page.click(".site-language summary");
        page.click(".site-language a[lang=da]");

        assertThat(page.url()).isEqualTo(address("/gallery?sort=-name"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("da");
    }

    @Test
    void a_form_with_errors_comes_back_filled_in_and_leads_to_them() {
        var page = browser.open(address("/form"), Browser.WIDE);
        page.fill("#title", "");
        page.fill("#description", "Skrivet nyss");
        page.click("button[type=submit]");

        page.waitForSelector(".error-summary:focus");
        assertThat(page.inputValue("#description")).isEqualTo("Skrivet nyss");
        page.click(".error-summary a >> nth=0");
        page.waitForSelector("#title:focus");
        Browser.screenshot(page, "form-errors");
        Browser.assertAccessible(page);
    }

    @Test
    void a_sheet_prints_on_one_page() {
        var page = browser.open(address("/sheet"), Browser.WIDE);
        drawn(page, 1);

        var pdf = new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results()).hasSize(1);
    }

    private static void drawn(Page page, int charts) {
        page.waitForFunction(
                "count => document.querySelectorAll('[data-chart-state=drawn] svg').length >= count", charts);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
