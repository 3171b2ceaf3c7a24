package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class ComponentTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_missing_figure_is_spoken_as_a_word_and_a_notation_key_explained() {
        assertThat(mvc.get().uri("/gallery").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("<span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">no figure</span>")
                .contains("title=\"not estimated\"");
    }

    @Test
    void a_table_says_how_it_is_sorted_and_leads_to_the_reverse() {
        assertThat(mvc.get().uri("/gallery?sort=emissions"))
                .bodyText()
                .contains(
                        "aria-sort=\"ascending\"",
                        "href=\"/gallery?sort=-emissions\"",
                        "href=\"/gallery?sort=change\"");
    }

    @Test
    void a_field_names_its_help_and_its_error() {
        assertThat(submitted("title", "").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"title-help\"", "id=\"title-error\"", "aria-describedby=\"title-help title-error\"")
                .contains("aria-invalid=\"true\"", "href=\"#title\"", "Give the activity a title");
    }

    @Test
    void a_typed_number_is_read_and_shown_again_as_the_language_writes_it() {
        assertThat(submitted("share", "1 234,50")).bodyText().contains("name=\"share\" value=\"1234,50\"");
    }

    @Test
    void what_is_no_number_comes_back_as_it_was_typed_with_all_the_rest() {
        assertThat(submitted("share", "tolv").param("title", "Cykelvägar"))
                .bodyText()
                .contains("value=\"tolv\"", "id=\"share-error\"", "Skriv ett tal, till exempel 1234,5")
                .contains("value=\"Cykelv&auml;gar\"");
    }

    private MockMvcTester.MockMvcRequestBuilder submitted(String field, String value) {
        return mvc.post()
                .uri("/form")
                .param(field, value)
                .param("answers[q1]", "Ja")
                .param("_published", "on");
    }

    @Test
    void a_chart_carries_its_data_and_its_whole_table() {
        assertThat(mvc.get().uri("/charts"))
                .bodyText()
                .contains("data-chart=\"{&quot;kind&quot;:&quot;lines&quot;")
                .contains("<th scope=\"row\">2007</th>");
    }

    @Test
    void a_page_carries_the_strict_policy_and_nothing_inline() {
        assertThat(mvc.get().uri("/gallery"))
                .hasHeader("Content-Security-Policy", Shell.CONTENT_SECURITY_POLICY + "; form-action 'self'")
                .bodyText()
                .doesNotContain("style=\"", "<style", "onclick=");
    }

    @Test
    void a_networks_colour_is_a_style_sheet_of_its_own() {
        assertThat(mvc.get().uri("/gallery?accent=ffcc00"))
                .bodyText()
                .contains("href=\"/assets/accent/ffcc00.css\"", "<title>Komponenter – Klimatringen – Samklima</title>");
        assertThat(mvc.get().uri("/assets/accent/ffcc00.css"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.valueOf("text/css"))
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .bodyText()
                .contains("--accent:#ffcc00;--on-accent:#000000;");
        assertThat(mvc.get().uri("/assets/accent/red;}.css")).hasStatus4xxClientError();
    }
}
