package org.samklima.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class TextsTests {

    private static final Texts EMISSIONS = Texts.of("sv", "Utsläpp").with("en", "Emissions");

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void a_reader_gets_the_own_language() {
        assertThat(EMISSIONS.in("en")).isEqualTo("Emissions");
        assertThat(EMISSIONS.in("en", "sv")).isEqualTo("Emissions");
    }

    @Test
    void a_reader_without_the_own_language_gets_the_networks() {
        assertThat(EMISSIONS.in("da", "en")).isEqualTo("Emissions");
        assertThat(EMISSIONS.languageFor("da", "en")).isEqualTo("en");
    }

    @Test
    void a_reader_gets_the_first_language_there_is_rather_than_nothing() {
        assertThat(EMISSIONS.in("da", "de")).isEqualTo("Utsläpp");
        assertThat(EMISSIONS.languageFor("da")).isEqualTo("sv");
    }

    @Test
    void a_blank_text_counts_as_not_written() {
        var given = new HashMap<String, String>();
        given.put("sv", "  ");
        given.put("da", null);
        given.put("en", " Emissions ");

        assertThat(new Texts(given)).isEqualTo(Texts.of("en", "Emissions"));
    }

    @Test
    void a_text_written_in_no_language_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Texts(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Texts.of("sv", " "));
    }

    @Test
    void adding_a_language_leaves_the_original_alone() {
        assertThat(EMISSIONS.with("de", "Emissionen").byLanguage()).containsOnlyKeys("sv", "en", "de");
        assertThat(EMISSIONS.byLanguage()).containsOnlyKeys("sv", "en");
    }

    @Test
    void a_key_that_is_no_language_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.of("Svenska", "Utsläpp"))
                .withMessageContaining("Svenska");
        assertThatThrownBy(() -> json.readValue("{\"sv-SE\": \"Utsläpp\"}", Texts.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void is_a_plain_object_in_json_and_keeps_its_order() {
        var written = json.writeValueAsString(EMISSIONS);

        assertThat(written).isEqualTo("{\"sv\":\"Utsläpp\",\"en\":\"Emissions\"}");
        assertThat(json.readValue(written, Texts.class)).isEqualTo(EMISSIONS);
        assertThat(json.readValue(written, Texts.class).byLanguage().keySet()).containsExactly("sv", "en");
    }
}
