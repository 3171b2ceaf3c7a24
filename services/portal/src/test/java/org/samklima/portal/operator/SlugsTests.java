package org.samklima.portal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTests {

    @ParameterizedTest
    @CsvSource({
        "Åmål,           SE, amal",
        "Ängelby,        SE, angelby",
        "Upplands Granby,SE, upplands-granby",
        "Ærøby,          DK, aeroby",
        "Høje-Søby,      DK, hoje-soby",
        "Süderbröl,      DE, suederbroel",
        "Süderbröl,      SE, suederbrol",
        "Weißbach,       DE, weissbach",
        "Łódźby,         PL, lodzby",
        "  'St. Ö/Norra' ,SE, st-o-norra"
    })
    void a_name_becomes_an_address(String name, String country, String slug) {
        assertThat(Slugs.of(name, country)).isEqualTo(slug);
    }

    @Test
    void a_name_in_other_letters_suggests_nothing() {
        assertThat(Slugs.of("Київ", "UA")).isEmpty();
    }

    @Test
    void a_very_long_name_is_cut_to_what_the_directory_holds() {
        var slug = Slugs.of("x".repeat(61) + " y".repeat(50), "SE");

        assertThat(slug).hasSizeLessThanOrEqualTo(62);
        assertThat(Slugs.FORM.matcher(slug).matches()).isTrue();
        assertThat(Slugs.free(slug, Set.of(slug)::contains))
                .hasSizeLessThanOrEqualTo(62)
                .endsWith("-2");
    }

    @Test
    void a_taken_address_gets_the_next_free_number() {
        assertThat(Slugs.free("granby", Set.of()::contains)).isEqualTo("granby");
        assertThat(Slugs.free("granby", Set.of("granby", "granby-2")::contains)).isEqualTo("granby-3");
    }
}
