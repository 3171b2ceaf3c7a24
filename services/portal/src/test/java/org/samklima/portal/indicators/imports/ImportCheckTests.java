package org.samklima.portal.indicators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.ObservationKey;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.imports.ImportSubjects.Subject;
import org.samklima.portal.indicators.imports.ObservationMapping.OnExisting;
import org.samklima.portal.indicators.imports.ObservationMapping.OnUnknownMember;
import org.samklima.portal.indicators.imports.ObservationMapping.RowCondition;
import org.samklima.portal.indicators.imports.ObservationMapping.RowCondition.Comparison;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.NumberStyle;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.published.NotationKey;

class ImportCheckTests {

    private static final Known EKBY = new Known(UUID.randomUUID(), "0101", "Ekby");
    private static final Known VIK = new Known(UUID.randomUUID(), "0102", "Björkvik");
    private static final SourceDetails SOURCE = new SourceDetails("Riksdata", "2025", "https://example.org");

    private static final ImportSubjects MEMBERS =
            new ImportSubjects(List.of(new Subject(EKBY, false), new Subject(VIK, false)), false);

    private final List<RowProblem> allProblems = new ArrayList<>();

    @Test
    void a_file_by_code_and_year_needs_no_mapping_but_its_source() {
        var check = check("""
                municipality_code,year,tonnes_co2e
                0101,1990,118276
                102,1990,107274.5
                """, mapping());

        assertThat(check.report().isImportable()).isTrue();
        assertThat(check.entries())
                .extracting(ImportCheck.Entry::key)
                .containsExactly(
                        new ObservationKey(EKBY.id(), "ghg-total", "", 1990),
                        new ObservationKey(VIK.id(), "ghg-total", "", 1990));
        assertThat(check.entries().getLast().figure()).isEqualTo(new Figure.Value(new BigDecimal("107274.5")));
    }

    @Test
    void a_file_by_name_and_sector_is_understood_and_a_true_zero_stays_one() {
        var check = check("""
                Kommun;År;Sektor;Ton CO2e
                Ekby kommun;2019;Transporter;1 234,5
                Ekby;2019;Utrikes transporter;0,0
                """, mapping());

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.entries())
                .extracting(entry -> entry.key().sector(), ImportCheck.Entry::figure)
                .containsExactly(
                        tuple("transport", new Figure.Value(new BigDecimal("1234.5"))),
                        tuple("international-transport", new Figure.Value(new BigDecimal("0.0"))));
        assertThat(check.report().indicators()).containsExactly("ghg-sector");
    }

    @Test
    void a_column_for_each_year_gives_a_figure_for_each_year_and_a_blank_gives_none() {
        var check = check("""
                Report 2024
                ;1990;2000;2010
                Kommun;CO2;CO2;CO2
                Ekby;5,5;;7,5
                Björkvik;..;6;0
                """, mapping());

        assertThat(check.entries())
                .extracting(entry -> entry.key().year())
                .containsExactlyInAnyOrder(1990, 2010, 2000, 2010);
        assertThat(check.report().counts().blank()).isEqualTo(2);
        assertThat(check.report().notes())
                .extracting(RowProblem::code, RowProblem::row, RowProblem::column)
                .containsExactly(tuple("missing", 5, "B"));
    }

    @Test
    void every_problem_is_told_with_its_row_and_column() {
        var check = check("""
                Kommunkod;Kommun;År;Sektor;Ton CO2e
                0101;Ekby;2019;Transporter;5,5
                0101;Ekby;2019;Transporter;5,5
                0199;Nowhere;2019;Transporter;1
                0101;Björkvik;2019;Jordbruk;1
                0101;Ekby;1789;Jordbruk;1
                0101;Ekby;2099;Jordbruk;1
                0101;Ekby;;Jordbruk;1
                0101;Ekby;2018;Rymdfart;1
                0101;Ekby;2018;Jordbruk;many
                0101;Ekby;2017;Jordbruk;12 %
                0101;Ekby;2016;Jordbruk;1000000000000
                ;;2016;Jordbruk;1
                0101;Ekby;2015;Jordbruk;1;x
                """, mapping());

        assertThat(check.report().isImportable()).isFalse();
        assertThat(check.report().problems())
                .extracting(RowProblem::row, RowProblem::column, RowProblem::code)
                .containsExactly(
                        tuple(3, "E", "duplicate"),
                        tuple(4, "A", "unknown-member"),
                        tuple(5, "B", "contradiction"),
                        tuple(6, "C", "year-out-of-range"),
                        tuple(7, "C", "year-out-of-range"),
                        tuple(8, "C", "no-year"),
                        tuple(9, "D", "unknown-sector"),
                        tuple(10, "E", "not-a-number"),
                        tuple(11, "E", "percentage"),
                        tuple(12, "E", "too-large"),
                        tuple(13, "A", "no-member"),
                        tuple(14, null, "too-many-fields"));
    }

    @Test
    void a_thousand_or_a_little_more_than_one_is_a_problem_until_the_style_is_chosen() {
        var file = "Kommun;År;Ton CO2e\nEkby;2019;1,234\nBjörkvik;2019;2,345\n";

        assertThat(check(file, mapping()).report().problems())
                .extracting(RowProblem::key)
                .containsOnly("tables.number.ambiguous");
        assertThat(check(file, numbers(NumberStyle.DECIMAL_COMMA))
                        .entries()
                        .getFirst()
                        .figure())
                .isEqualTo(new Figure.Value(new BigDecimal("1.234")));
        assertThat(check(file, numbers(NumberStyle.DECIMAL_POINT))
                        .entries()
                        .getFirst()
                        .figure())
                .isEqualTo(new Figure.Value(new BigDecimal("1234")));
    }

    @Test
    void notation_keys_are_kept_with_the_files_explanation_or_the_source_as_theirs() {
        var check = check("""
                Kommun;År;Ton CO2e;Kommentar
                Ekby;2019;NE;not asked for
                Ekby;2018;C;
                Ekby;2017;5;revised
                """, mapping());

        assertThat(check.entries())
                .extracting(ImportCheck.Entry::figure)
                .containsExactly(
                        new Figure.Noted(NotationKey.NE, "not asked for"),
                        new Figure.Noted(NotationKey.C, "Riksdata, 2025"),
                        new Figure.Value(new BigDecimal("5")));
        assertThat(check.entries().getLast().explanation()).isEqualTo("revised");
    }

    @Test
    void rows_about_others_may_be_left_out_and_are_named() {
        var file = "Kommun;År;Ton CO2e\nEkby;2019;1\nUtby;2019;9\nAlla;2019;9\nNorrby;2018;9\nUtby;2018;9\n";

        var report = check(file, choosing(OnExisting.REPLACE, OnUnknownMember.LEAVE_OUT, List.of()))
                .report();

        assertThat(report.isImportable()).isTrue();
        assertThat(report.counts().aboutOthers()).isEqualTo(3);
        assertThat(report.leftOutMembers()).containsExactly("Utby", "Norrby");
    }

    @Test
    void a_name_spelt_otherwise_is_taken_with_a_note() {
        var report = check("Kommun;År;Ton CO2e\nBjoerkvik;2019;1\nBjoerkvik;2018;1\nEkby kommun;2019;1\n", mapping())
                .report();

        assertThat(report.isImportable()).isTrue();
        assertThat(report.notes())
                .extracting(RowProblem::code, RowProblem::arguments)
                .containsExactly(tuple("taken-for", List.of("Bjoerkvik", "Björkvik")));
    }

    @Test
    void conditions_choose_the_rows() {
        var file = """
                Huvudsektor;Undersektor;Kommun;1990;2000
                Transporter;Alla;Ekby;5;6
                Transporter;Bussar;Ekby;1;2
                Alla;Alla;Ekby;9;9
                """;
        var conditions = List.of(
                new RowCondition("Undersektor", Comparison.IS, "alla"),
                new RowCondition("Huvudsektor", Comparison.IS_NOT, "Alla"));
        var mapping = choosing(OnExisting.REPLACE, OnUnknownMember.REPORT, conditions);

        var check = check(file, mapping.withIndicator("ghg-sector"));

        assertThat(check.report().counts().leftOut()).isEqualTo(2);
        assertThat(check.entries())
                .hasSize(2)
                .allMatch(entry -> entry.key().sector().equals("transport"));
    }

    @Test
    void what_is_there_already_is_told_apart_from_what_would_be_replaced() {
        var file = "Kommun;År;Ton CO2e\nEkby;2018;5.50\nEkby;2019;6\nEkby;2020;7\n";
        Map<ObservationKey, Figure> present = Map.of(
                key(2018), new Figure.Value(new BigDecimal("5.5")), key(2019), new Figure.Value(new BigDecimal("5.9")));

        var counts = check(file, mapping(), present).report().counts();
        assertThat(List.of(counts.same(), counts.replaced(), counts.added())).containsExactly(1, 1, 1);

        var careful = choosing(OnExisting.REPORT, OnUnknownMember.REPORT, List.of());
        assertThat(check(file, careful, present).report().problems())
                .extracting(RowProblem::row, RowProblem::code, RowProblem::arguments)
                .containsExactly(tuple(3, "would-replace", List.of("5.9", "6")));
    }

    @Test
    void a_line_under_the_table_without_figures_does_no_harm() {
        var report = check("Kommun;År;Ton CO2e\nEkby;2019;1\nKälla: Riksdata\n", mapping())
                .report();

        assertThat(report.isImportable()).isTrue();
        assertThat(report.notes()).extracting(RowProblem::code).containsExactly("too-few-fields");
    }

    @Test
    void more_problems_than_are_shown_are_counted_and_all_heard_of() {
        var file = new StringBuilder("Kommun;År;Ton CO2e\n");
        for (int i = 0; i < 300; i++) {
            file.append("Nowhere;2019;").append(i).append('\n');
        }

        var report = check(file.toString(), mapping()).report();

        assertThat(report.problemCount()).isEqualTo(300);
        assertThat(report.problems()).hasSize(ImportReport.SHOWN);
        assertThat(allProblems).hasSize(300);
    }

    @Test
    void an_indicator_may_stand_in_a_column_by_code_or_by_name() {
        var check = check("Kommun;År;Nyckeltal;Värde\nEkby;2019;population;5000\nEkby;2019;Cykelväg;12,5\n", mapping());

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.report().indicators()).containsExactly("cycle-path", "population");
    }

    @Test
    void what_has_to_be_said_is_asked_for() {
        assertProblem("Kommun;År;Ton CO2e\nEkby;2019;5\n", ObservationMapping.EMPTY, "indicators.source.missing");
        assertProblem("Kommun;År;x\nEkby;2019;5\n", mapping(), "indicators.import.no-indicator");
        assertProblem("Kommun;Ton CO2e\nEkby;5\n", mapping(), "indicators.import.no-year");
        assertProblem("Plats?;År;Ton CO2e\nEkby;2019;5\n", mapping(), "indicators.import.no-member-column");
        assertProblem("Kommun;År;Ton CO2e\nEkby;2019;x\n", mapping(), "indicators.import.no-value-column");
        assertProblem(
                "Kommun;År;Ton CO2e\nEkby;2019;5\n",
                mapping().withIndicator("nothing"),
                "indicators.import.unknown-indicator");
    }

    private void assertProblem(String file, ObservationMapping mapping, String key) {
        assertThatThrownBy(() -> check(file, mapping))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo(key));
    }

    private ImportCheck check(String file, ObservationMapping mapping) {
        return check(file, mapping, Map.of());
    }

    private ImportCheck check(String file, ObservationMapping mapping, Map<ObservationKey, Figure> present) {
        var catalogue = Catalogue.with(List.of(), List.of());
        var table = TableFile.of("figures.csv", file.getBytes(StandardCharsets.UTF_8), TableLimits.defaults())
                .read(mapping.readingOrAutomatic());
        var plan = ImportPlan.of(MappingGuess.complete(mapping, table, false), table, catalogue::find, false);
        var check = new ImportCheck(plan, catalogue, MEMBERS, present, key -> false, 2026, allProblems::add);
        table.forEachRow(check::row);
        return check;
    }

    private static ObservationKey key(int year) {
        return new ObservationKey(EKBY.id(), "ghg-total", "", year);
    }

    private static ObservationMapping mapping() {
        return choosing(OnExisting.REPLACE, OnUnknownMember.REPORT, List.of());
    }

    private static ObservationMapping numbers(NumberStyle style) {
        return new ObservationMapping(
                null, Map.of(), List.of(), null, null, style, SOURCE, null, null, List.of(), null, null, null, null);
    }

    private static ObservationMapping choosing(
            OnExisting onExisting, OnUnknownMember onUnknownMember, List<RowCondition> conditions) {
        return new ObservationMapping(
                null,
                Map.of(),
                List.of(),
                null,
                null,
                null,
                SOURCE,
                onExisting,
                onUnknownMember,
                conditions,
                null,
                null,
                null,
                null);
    }
}
