package org.samklima.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.yesNo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.network.Member;
import org.samklima.published.Edition;
import org.samklima.published.NotationKey;
import org.samklima.published.Ranking;
import org.samklima.published.Texts;

class EditionChangesTests {

    private final Sample sample = new Sample(form(yesNo("plan", "2"), yesNo("budget", "1")));
    private Member ekby;
    private Member lindby;
    private Edition before;

    @BeforeEach
    void publishFirstVersion() {
        ekby = sample.member("Ekby");
        lindby = sample.member("Lindby");
        for (int year = 2020; year < 2026; year++) {
            sample.observed(ekby, null, year, "100");
            sample.observed(lindby, "waste", year, "7");
        }
        sample.reported(ekby, answers("plan", true, "budget", false));
        sample.statements.add(new Draft.ChosenStatement("sample.plan", null));
        sample.statements.add(new Draft.ChosenStatement("sample.budget", null));
        before = edition(1, "Klimatåret");
    }

    @Test
    void an_edition_published_again_unaltered_has_no_changes() {
        assertThat(EditionChanges.between(before, edition(2, "Klimatåret"))).isEmpty();
    }

    @Test
    void a_corrected_figure_is_named_with_its_member_its_year_and_both_values() {
        replace(ekby, null, 2024, "90.5");

        assertThat(changes())
                .containsExactly(new Change(
                        "figure", List.of("Ekby", Texts.of("sv", "co2"), 2024, number("100"), number("90.5"), "")));
    }

    @Test
    void a_figure_of_a_sector_says_which_and_one_that_became_a_gap_or_a_key_says_so() {
        replace(lindby, "waste", 2024, null);
        sample.observations.add(
                new Observed(lindby.id(), "co2", "waste", 2026, null, NotationKey.NE, "Later", "smhi", false));

        assertThat(changes())
                .contains(
                        new Change(
                                "figure.sector",
                                List.of(
                                        "Lindby",
                                        Texts.of("sv", "co2"),
                                        2024,
                                        number("7"),
                                        number(null),
                                        Texts.of("sv", "Avfall"))),
                        new Change(
                                "figure.sector",
                                List.of(
                                        "Lindby",
                                        Texts.of("sv", "co2"),
                                        2026,
                                        number(null),
                                        "NE",
                                        Texts.of("sv", "Avfall"))));
    }

    @Test
    void many_corrected_figures_are_counted_instead_of_listed() {
        for (int year = 2020; year < 2026; year++) {
            replace(ekby, null, year, "99");
        }

        assertThat(changes()).contains(new Change("figures", List.of(Texts.of("sv", "co2"), 6, 1)));
    }

    @Test
    void a_report_that_came_later_and_a_changed_answer_name_the_member() {
        sample.reported(ekby, answers("plan", true, "budget", true));
        sample.reported(lindby, answers("plan", false));

        assertThat(changes())
                .contains(
                        new Change("reports.added", List.of(1, "Lindby", 0)),
                        new Change("answers", List.of(1, "Ekby", 0)),
                        new Change("scores", List.of(1, "Ekby", 0)));
    }

    @Test
    void a_statement_whose_figure_changed_tells_both_figures() {
        sample.reported(lindby, answers("plan", false));

        assertThat(changes())
                .contains(new Change(
                        "statement.value",
                        List.of(
                                Texts.of("sv", "sample.plan"),
                                new Change.Figure(new BigDecimal("1"), Change.Figure.Style.PERCENT, 1),
                                new Change.Figure(new BigDecimal("0.5"), Change.Figure.Style.PERCENT, 1))));
    }

    @Test
    void a_statement_on_more_answers_with_the_same_share_says_that_its_basis_changed() {
        sample.reported(lindby, answers("plan", true));

        assertThat(changes()).contains(new Change("statement.basis", List.of(Texts.of("sv", "sample.plan"))));
    }

    @Test
    void statements_added_removed_reworded_and_reordered_are_told() {
        sample.statements.clear();
        sample.statements.add(new Draft.ChosenStatement("sample.budget", Texts.of("sv", "har en budget")));
        sample.statements.add(new Draft.ChosenStatement("figures.co2.sum", null));

        assertThat(changes())
                .extracting(Change::key)
                .containsExactly("statement.added", "statement.removed", "statement.text");

        sample.statements.clear();
        sample.statements.add(new Draft.ChosenStatement("sample.budget", null));
        sample.statements.add(new Draft.ChosenStatement("sample.plan", null));

        assertThat(changes()).extracting(Change::key).containsExactly("statement.order");
    }

    @Test
    void members_who_joined_left_or_moved_group_are_named_the_first_five_of_them() {
        for (var name : List.of("A", "B", "C", "D", "E", "F", "G")) {
            sample.member(name);
        }
        sample.peerGroups = Set.of();

        assertThat(changes())
                .contains(
                        new Change("members.added", List.of(7, "A, B, C, D, E", 2)),
                        new Change("members.peer-group", List.of(2, "Ekby, Lindby", 0)));

        sample.members.remove(lindby);

        assertThat(changes()).contains(new Change("members.removed", List.of(1, "Lindby", 0)));
    }

    @Test
    void a_question_taken_back_is_told_once_and_not_as_changed_answers() {
        sample.withheld = Set.of("sample.budget");
        sample.statements.removeLast();

        assertThat(changes()).extracting(Change::key).containsExactly("statement.removed", "question.removed");
    }

    @Test
    void title_introduction_and_ranking_are_told() {
        sample.ranking = Ranking.ALL;

        assertThat(EditionChanges.between(before, edition(2, "Klimatåret, rättat")))
                .extracting(Change::key)
                .containsExactly("title", "ranking");
    }

    @Test
    void whatever_else_differs_does_not_go_by_unsaid() {
        sample.observations.replaceAll(observed -> observed.year() == 2024 && observed.sector() == null
                ? new Observed(observed.member(), "co2", null, 2024, observed.value(), null, "Checked", "smhi", false)
                : observed);

        assertThat(changes()).containsExactly(new Change("other", List.of()));
    }

    private List<Change> changes() {
        return EditionChanges.between(before, edition(2, "Klimatåret"));
    }

    private Edition edition(int version, String title) {
        return sample.assembly()
                .edition(
                        version,
                        Instant.EPOCH.plusSeconds(version),
                        Texts.of("sv", title),
                        Texts.of("sv", "Så gick det."),
                        List.of(),
                        finding -> Texts.of("sv", finding.code()));
    }

    private void replace(Member member, String sector, int year, String value) {
        sample.observations.removeIf(observed -> observed.member().equals(member.id()) && observed.year() == year);
        if (value != null) {
            sample.observed(member, sector, year, value);
        }
    }

    private static Change.Figure number(String value) {
        return new Change.Figure(value == null ? null : new BigDecimal(value), Change.Figure.Style.NUMBER, 0);
    }
}
