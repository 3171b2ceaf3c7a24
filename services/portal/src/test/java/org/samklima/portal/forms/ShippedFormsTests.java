package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.published.MemberKind.ASSOCIATION;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samklima.published.MemberKind;
import org.samklima.published.QuestionKind;
import org.samklima.published.Texts;
import tools.jackson.databind.json.JsonMapper;

class ShippedFormsTests {

    private static final int YEAR = 2026;

    private final ReportForm climateTest = ShippedForms.climateTest();

    static Stream<Named<ReportForm>> all() {
        return ShippedForms.all().stream().map(form -> Named.of(form.code(), form));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_shipped_form_stands_in_four_languages_and_in_the_shape_that_is_exported(ReportForm form) throws IOException {
        assertThat(form.languages()).containsExactlyInAnyOrder("sv", "da", "de", "en");
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/forms/" + form.code() + ".json"))) {
            assertThat(FormFile.write(form)).isEqualTo(file.readAllBytes());
        }
    }

    @Test
    void the_sections_of_the_climate_test_have_their_points_and_sum_to_66() {
        var scores = Scoring.of(new FilledForm(climateTest, YEAR, MUNICIPALITY, Answers.NONE));
        var maxima = new HashMap<String, BigDecimal>();
        scores.sections().forEach(section -> maxima.put(section.section(), section.maximum()));
        assertThat(maxima)
                .isEqualTo(Map.of(
                        "basic-requirements", new BigDecimal(0),
                        "goals-follow-up", new BigDecimal(15),
                        "organisation", new BigDecimal(5),
                        "transport", new BigDecimal(12),
                        "energy", new BigDecimal(11),
                        "planning-building", new BigDecimal(10),
                        "procurement", new BigDecimal(8),
                        "communication-cooperation", new BigDecimal(5)));
        assertThat(scores.maximum()).isEqualByComparingTo("66");
    }

    @Test
    void the_best_answers_a_municipality_can_give_reach_66_and_meet_the_requirements() {
        var best = new FilledForm(climateTest, YEAR, MUNICIPALITY, bestAnswers(climateTest));
        assertThat(Completeness.of(best).wrong()).isEmpty();
        assertThat(Completeness.of(best).missing()).isEmpty();
        assertThat(Scoring.of(best).points()).isEqualByComparingTo("66");
        assertThat(Scoring.of(best).meetsRequirements()).isTrue();
    }

    @Test
    void regions_have_four_sections_with_points_and_associations_are_not_asked() {
        var region = Scoring.of(new FilledForm(climateTest, YEAR, REGION, Answers.NONE));
        assertThat(region.sections())
                .filteredOn(section -> section.maximum().signum() > 0)
                .extracting(Scores.SectionScore::section)
                .containsExactly("goals-follow-up", "organisation", "transport", "procurement");
        assertThat(climateTest.sectionsFor(ASSOCIATION)).isEmpty();
    }

    @Test
    void the_climate_test_has_questions_of_every_kind() {
        assertThat(climateTest.questions())
                .extracting(question -> question.kind().name())
                .contains(QuestionKind.values());
    }

    @Test
    void the_quick_check_is_for_everybody_and_can_be_answered_in_full() {
        var form = ShippedForms.quickCheck();
        for (var kind : MemberKind.values()) {
            var best = new FilledForm(form, YEAR, kind, bestAnswers(form));
            assertThat(Completeness.of(best).isComplete()).isTrue();
            assertThat(Scoring.of(best).total()).contains(Fraction.of(BigDecimal.ONE));
        }
    }

    @Test
    void answers_to_the_climate_test_are_proposed_in_the_quick_check() {
        var test = new FilledForm(climateTest, YEAR, MUNICIPALITY, bestAnswers(climateTest));
        var proposed = new CarryOver(ShippedForms.quickCheck(), YEAR, MUNICIPALITY).fromOtherForm(test);
        assertThat(proposed).containsOnlyKeys("target", "plan", "budget", "emissions", "fleet", "businesses");
    }

    @ParameterizedTest
    @MethodSource("all")
    void shipped_forms_ask_for_shared_indicators_in_their_units_and_sectors(ReportForm form) throws IOException {
        var units = new HashMap<String, Object>();
        var sectors = new HashSet<String>();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/indicators/shared.json"))) {
            var shared = JsonMapper.shared().readTree(file);
            shared.get("indicators")
                    .forEach(indicator -> units.put(
                            indicator.get("code").stringValue(),
                            JsonMapper.shared().treeToValue(indicator.get("unit"), Texts.class)));
            shared.get("sectorLists")
                    .get(0)
                    .get("sectors")
                    .forEach(sector -> sectors.add(sector.get("code").stringValue()));
        }
        for (var question : form.questions()) {
            if (question.kind() instanceof Kind.Indicator indicator) {
                assertThat(units).containsEntry(indicator.indicator(), indicator.unit());
            }
            if (question.kind() instanceof Kind.IndicatorTable table) {
                assertThat(units).containsEntry(table.indicator(), table.unit());
                assertThat(table.sectors())
                        .extracting(Kind.IndicatorTable.Sector::code)
                        .hasSameElementsAs(sectors);
            }
        }
    }

    /** Of each question the answer that gives most, or any that is complete where none gives points. */
    private static Answers bestAnswers(ReportForm form) {
        var answers = Answers.NONE;
        for (var question : form.questions()) {
            answers = answers.with(question.code(), best(question.kind()));
        }
        return answers;
    }

    private static Answer best(Kind kind) {
        return switch (kind) {
            case Kind.YesNo(BigDecimal points) -> new Answer.YesNo(points.signum() >= 0);
            case Kind.OneOf(List<Option> options) ->
                new Answer.OneOf(options.stream()
                        .max((a, b) -> a.points().compareTo(b.points()) != 0
                                ? a.points().compareTo(b.points())
                                : Boolean.compare(a.meetsRequirement(), b.meetsRequirement()))
                        .orElseThrow()
                        .code());
            case Kind.SeveralOf(List<Option> options) ->
                new Answer.SeveralOf(options.stream()
                        .filter(option -> !option.exclusive())
                        .map(Option::code)
                        .toList());
            case Kind.Numeric numeric -> new Answer.Amount(best(numeric));
            case Kind.IndicatorTable table -> {
                var cells = new ArrayList<Answer.Table.Cell>();
                table.sectors()
                        .forEach(sector -> table.yearOffsets()
                                .forEach(offset -> cells.add(new Answer.Table.Cell(
                                        sector.code(), YEAR + offset, new Answer.Amount(BigDecimal.ZERO)))));
                yield new Answer.Table(cells);
            }
            case Kind.FreeText ignored -> new Answer.FreeText("Words");
            case Kind.Day ignored -> new Answer.Day(LocalDate.of(YEAR, 1, 1));
            case Kind.Evidence ignored -> new Answer.Evidence("https://example.org/decision", null);
        };
    }

    private static BigDecimal best(Kind.Numeric numeric) {
        var max = numeric.range().max();
        var candidates = Stream.of(
                        Stream.of(BigDecimal.ZERO),
                        Stream.ofNullable(max),
                        numeric.bands().stream().map(Band::from).filter(Objects::nonNull))
                .flatMap(values -> values)
                .toList();
        return candidates.stream()
                .max((a, b) -> Band.points(numeric.bands(), a).compareTo(Band.points(numeric.bands(), b)))
                .orElseThrow();
    }
}
