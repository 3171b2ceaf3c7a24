package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccentTests {

    @Test
    void every_colour_gets_text_that_can_be_read() {
        for (int rgb = 0; rgb <= 0xffffff; rgb += 0x0f0b07) {
            var accent = Accent.of(String.format("%06x", rgb));
            assertThat(accent.on().contrast(accent)).as("on %s", accent).isGreaterThanOrEqualTo(4.5);
            assertThat(accent.ink().contrast(accent.soft()))
                    .as("ink of %s", accent)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(accent.ink().contrast(Accent.of("ffffff")))
                    .as("ink of %s", accent)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void a_colour_that_can_be_read_stays_as_the_network_chose_it() {
        assertThat(Accent.of("0B5D4B").ink()).hasToString("#0b5d4b");
        assertThat(Accent.of("0b5d4b").on()).hasToString("#ffffff");
        assertThat(Accent.of("ffcc00").on()).hasToString("#000000");
    }

    @Test
    void contrast_is_that_of_wcag() {
        assertThat(Accent.of("000000").contrast(Accent.of("ffffff"))).isEqualTo(21.0);
        assertThat(Accent.of("777777").contrast(Accent.of("ffffff"))).isBetween(4.47, 4.49);
    }

    @Test
    void anything_but_six_hexadecimal_digits_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Accent.of("fff"));
        assertThatIllegalArgumentException().isThrownBy(() -> Accent.of("#0b5d4b"));
    }
}
