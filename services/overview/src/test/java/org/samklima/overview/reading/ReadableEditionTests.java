package org.samklima.overview.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samklima.overview.invented.InventedNetwork;
import org.samklima.overview.invented.SmallEdition;
import org.samklima.published.Edition;
import org.samklima.published.Indicator;
import org.samklima.published.MemberKind;
import org.samklima.published.NotationKey;
import org.samklima.published.Remark;

class ReadableEditionTests {

    private static final Selection ALL = new Selection(MemberKind.MUNICIPALITY, null);

    @Test
    void an_edition_comes_out_of_memory_exactly_as_it_was_published() {
        Edition edition = InventedNetwork.small().edition(2025, 1);

        assertThat(new ReadableEdition(edition).published()).isEqualTo(edition);
    }

    @Test
    void years_without_observation_are_gaps_and_true_zeros_stay_zeros() {
        var edition = SmallEdition.of(1990, 2000, 2024)
                .member("granviken", "10.5", null, "0")
                .read();

        assertThat(edition.figure("emissions", null, 0, 2000).isGap()).isTrue();
        assertThat(edition.figure("emissions", null, 0, 1995).isGap()).isTrue();
        assertThat(edition.figure("emissions", null, 0, 2024).value()).isEqualTo("0");
        assertThat(edition.figure("emissions", null, 0, 1990).value()).isEqualTo("10.5");
    }

    @Test
    void the_change_since_the_baseline_is_that_of_the_sums_over_members_that_have_both() {
        var edition = SmallEdition.of(1990, 2024)
                .member("granviken", "400.25", "200")
                .member("alvfors", "599.75", "463")
                .member("only-then", "5000", null)
                .member("only-now", null, "7000")
                .read();

        Change change = edition.change(emissions(edition), edition.members(ALL));

        assertThat(change.baseline()).isEqualByComparingTo("1000");
        assertThat(change.latest()).isEqualByComparingTo("663");
        assertThat(change.share()).isEqualByComparingTo("-0.337");
        assertThat(change.counted()).isEqualTo(2);
    }

    @Test
    void a_notation_key_never_enters_a_sum_as_zero() {
        var edition = SmallEdition.of(1990, 2024)
                .member("granviken", "100", "50")
                .member("alvfors", "100", null, new Remark(2024, NotationKey.NE, null, "Ej mätt", null))
                .read();

        assertThat(edition.change(emissions(edition), edition.members(ALL)).share())
                .isEqualByComparingTo("-0.5");
        assertThat(edition.comparison(emissions(edition), null, 2024, edition.members(ALL))
                        .summary())
                .isEqualTo(new Summary(1, new BigDecimal("50"), new BigDecimal("50")));
        assertThat(edition.figure("emissions", null, 1, 2024).notation()).isEqualTo(NotationKey.NE);
    }

    @Test
    void without_a_population_of_the_same_year_there_is_no_figure_per_inhabitant() {
        var edition = SmallEdition.of(1990, 2024)
                .member("granviken", "100", "50")
                .population("granviken", null, "25")
                .read();

        assertThat(edition.perInhabitant(emissions(edition), null, 0, 1990)).isNull();
        assertThat(edition.perInhabitant(emissions(edition), null, 0, 2024)).isEqualByComparingTo("2");
    }

    @Test
    void where_nobody_lives_there_is_no_figure_per_inhabitant() {
        var edition = SmallEdition.of(1990, 2024)
                .member("granviken", "100", "50")
                .population("granviken", "0", "0")
                .read();

        assertThat(edition.perInhabitant(emissions(edition), null, 0, 2024)).isNull();
    }

    @Test
    void the_same_quotient_of_different_figures_ties() {
        var edition = SmallEdition.of(1990, 2024)
                .member("granviken", "1", "15.03")
                .member("alvfors", "1", "5.01")
                .population("granviken", null, "3")
                .population("alvfors", null, "1")
                .read();

        assertThat(edition.comparison(emissions(edition), null, 2024, edition.members(ALL))
                        .entries())
                .extracting(Comparison.Entry::rankPerInhabitant)
                .containsExactly(1, 1);
    }

    @Test
    void a_region_is_never_compared_with_municipalities() {
        var edition = new ReadableEdition(InventedNetwork.small().edition(2025, 1));

        assertThat(edition.leadingKind()).isEqualTo(MemberKind.MUNICIPALITY);
        assertThat(edition.members(ALL)).hasSize(16);
        assertThat(edition.members(new Selection(MemberKind.REGION, null))).hasSize(1);
    }

    @Test
    void members_are_chosen_by_peer_group() {
        var edition = new ReadableEdition(InventedNetwork.small().edition(2025, 1));

        int[] large = edition.members(new Selection(MemberKind.MUNICIPALITY, "large"));

        assertThat(Arrays.stream(large).mapToObj(edition.members()::get))
                .isNotEmpty()
                .allMatch(member -> "large".equals(member.peerGroup()));
    }

    @Test
    void similar_members_are_those_nearest_in_proportion_of_inhabitants() {
        var edition = SmallEdition.of(1990, 2024)
                .member("us", null, "1")
                .member("twice", null, "1")
                .member("half-less-a-bit", null, "1")
                .member("unknown", null, "1")
                .population("us", null, "1000")
                .population("twice", null, "2000")
                .population("half-less-a-bit", null, "501")
                .read();

        assertThat(edition.similarTo(0, 6)).isEqualTo(List.of(2, 1));
        assertThat(edition.similarTo(3, 6)).isEmpty();
    }

    @Test
    void a_corrected_figure_keeps_the_official_one() {
        var edition = SmallEdition.of(1990, 2024)
                .member(
                        "granviken",
                        "1",
                        "12",
                        new Remark(2024, null, "own", "Värmeverket saknades", new BigDecimal("10")))
                .read();

        Figure figure = edition.figure("emissions", null, 0, 2024);

        assertThat(figure.isMembersOwn()).isTrue();
        assertThat(figure.value()).isEqualByComparingTo("12");
        assertThat(figure.replaced()).isEqualByComparingTo("10");
        assertThat(edition.figure("emissions", null, 0, 1990).isMembersOwn()).isFalse();
    }

    private static Indicator emissions(ReadableEdition edition) {
        return edition.indicator("emissions").orElseThrow();
    }
}
