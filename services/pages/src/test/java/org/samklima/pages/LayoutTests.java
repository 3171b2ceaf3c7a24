package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class LayoutTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_page_gets_title_language_and_landmarks() {
        assertThat(mvc.get().uri("/plain").header("Accept-Language", "de-AT, en;q=0.5"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"de\">", "<title>Eine einfache Seite – Samklima</title>")
                .containsOnlyOnce("<main>")
                .containsOnlyOnce("<h1>Eine einfache Seite</h1>")
                .contains("href=\"#content\"", "id=\"content\"");
    }

    @Test
    void the_chosen_language_goes_before_the_browsers() {
        assertThat(mvc.get().uri("/plain").cookie(new Cookie("language", "da")).header("Accept-Language", "de"))
                .bodyText()
                .contains("<html lang=\"da\">");
    }

    @Test
    void a_reader_who_asks_for_nothing_we_have_gets_the_default_language() {
        assertThat(mvc.get().uri("/plain").header("Accept-Language", "fi"))
                .bodyText()
                .contains("<html lang=\"sv\">");
        assertThat(mvc.get().uri("/plain").cookie(new Cookie("language", "fi")).header("Accept-Language", "((("))
                .bodyText()
                .contains("<html lang=\"sv\">");
    }

    @Test
    void choosing_a_language_is_remembered_and_leads_back_to_the_clean_address() {
        assertThat(mvc.get().uri(URI.create("/plain?a=%C3%A5&lang=da&b=2")))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/plain?a=%C3%A5&b=2")
                .cookies()
                .hasValue("language", "da");
        assertThat(mvc.get().uri("/plain?lang=fi")).hasStatusOk();
    }

    @Test
    void over_https_the_choice_is_this_hosts_alone_and_the_browser_stays_with_https() {
        var chosen = mvc.get().uri(URI.create("/plain?lang=da")).secure(true).exchange();

        assertThat(chosen.getResponse().getCookie("__Host-language")).satisfies(cookie -> {
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
        });
        assertThat(chosen.getResponse().getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(mvc.get().uri("/plain").secure(true).cookie(new Cookie("__Host-language", "da")))
                .bodyText()
                .contains("<html lang=\"da\">");
        assertThat(mvc.get().uri("/plain")).headers().doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void the_language_links_keep_the_address() {
        assertThat(mvc.get().uri("/plain?a=1"))
                .bodyText()
                .contains("href=\"/plain?a=1&amp;lang=de\" hreflang=\"de\" lang=\"de\">Deutsch</a>");
    }

    @Test
    void assets_carry_their_content_in_the_name_and_are_kept_for_ever() {
        var page = mvc.get().uri("/plain").exchange();
        var css = page.getResponse().getContentAsByteArray();
        var address = new String(css).replaceFirst("(?s).*(/assets/samklima-[0-9a-f]{32}\\.css).*", "$1");

        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    @Test
    void a_word_nobody_wrote_fails_the_page() {
        assertThat(mvc.get().uri("/unknown-word")).failure().hasStackTraceContaining("gallery.nobody.wrote.this");
    }

    @Test
    void what_was_done_is_said_on_the_next_page() {
        var saved = mvc.post().uri("/saved").exchange();

        assertThat(mvc.get()
                        .uri("/plain")
                        .flashAttr("notice", saved.getMvcResult().getFlashMap().get("notice"))
                        .header("Accept-Language", "en"))
                .bodyText()
                .contains("Saved for Nyby")
                .contains("role=\"status\"");
    }
}
