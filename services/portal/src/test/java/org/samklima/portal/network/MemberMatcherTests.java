package org.samklima.portal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.network.MemberMatcher.Match;

class MemberMatcherTests {

    private static final Known UPPER = member("0114", "Övre Väsby");
    private static final Known ISLE = member("0980", "Sandön");
    private static final Known SUND = member("0120", "Sund");
    private static final Known SUNDS = member("0121", "Sunds");
    private static final Known WITHOUT_CODE = new Known(UUID.randomUUID(), null, "Aarlund");

    private final MemberMatcher matcher = new MemberMatcher(List.of(UPPER, ISLE, SUND, SUNDS, WITHOUT_CODE));

    @ParameterizedTest
    @ValueSource(strings = {"0114", "114", " 0114 ", "00114"})
    void leading_zeros_of_a_code_do_not_count(String code) {
        assertThat(matcher.byCode(code)).isEqualTo(new Match.Found(UPPER, true));
    }

    @Test
    void an_unknown_code_finds_nobody() {
        assertThat(matcher.byCode("1140")).isEqualTo(new Match.Unknown(null));
        assertThat(matcher.byCode("0")).isEqualTo(new Match.Unknown(null));
    }

    @ParameterizedTest
    @CsvSource({
        "Övre Väsby, Övre Väsby",
        "ÖVRE-VÄSBY, Övre Väsby",
        "Ovre Vasby, Övre Väsby",
        "Oevre Vaesby, Övre Väsby",
        "Övre Väsby kommun, Övre Väsby",
        "Övre Väsbys kommun, Övre Väsby",
        "Region Sandön, Sandön",
        "Årlund Kommune, Aarlund",
        "Stadt Aarlund, Aarlund",
        "Sunds, Sunds",
    })
    void a_name_is_known_in_its_spellings(String written, String expected) {
        assertThat(matcher.byName(written))
                .isInstanceOfSatisfying(
                        Match.Found.class,
                        found -> assertThat(found.member().name()).isEqualTo(expected));
    }

    @Test
    void where_two_names_fit_none_is_taken() {
        assertThat(matcher.byName("Sunds kommun"))
                .isInstanceOfSatisfying(
                        Match.Ambiguous.class,
                        match -> assertThat(match.names()).containsExactlyInAnyOrder("Sund", "Sunds"));
    }

    @Test
    void letters_that_differ_only_by_their_marks_may_tell_two_members_apart() {
        var plain = member("1", "Malo");
        var withRing = member("2", "Målo");
        var both = new MemberMatcher(List.of(plain, withRing));

        assertThat(both.byName("MALO")).isEqualTo(new Match.Found(plain, true));
        assertThat(both.byName("Målo kommun")).isEqualTo(new Match.Found(withRing, true));
        assertThat(both.byName("Maalo")).isInstanceOf(Match.Ambiguous.class);
        assertThat(new MemberMatcher(List.of(withRing)).byName("Malo")).isEqualTo(new Match.Found(withRing, false));
    }

    @Test
    void members_of_one_code_or_one_name_are_not_told_apart_by_guessing() {
        var twins = new MemberMatcher(List.of(member("1", "Nyköping"), member("01", "Nykøping")));

        assertThat(twins.byCode("1")).isInstanceOf(Match.Ambiguous.class);
        assertThat(twins.byName("Nykoping")).isInstanceOf(Match.Ambiguous.class);
    }

    @Test
    void a_near_miss_is_pointed_out_and_not_taken() {
        assertThat(matcher.byName("Sandön kommunn")).isEqualTo(new Match.Unknown(null));
        assertThat(matcher.byName("Sandåns")).isEqualTo(new Match.Unknown(null));
        assertThat(matcher.byName("Sandömn")).isEqualTo(new Match.Unknown("Sandön"));
        assertThat(matcher.byName("Alla")).isEqualTo(new Match.Unknown(null));
    }

    private static Known member(String code, String name) {
        return new Known(UUID.randomUUID(), code, name);
    }
}
