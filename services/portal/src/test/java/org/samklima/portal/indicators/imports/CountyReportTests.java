package org.samklima.portal.indicators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.imports.ImportSubjects.Subject;
import org.samklima.portal.indicators.imports.ObservationMapping.Totals;
import org.samklima.portal.indicators.imports.ObservationMapping.Totals.Whole;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.tables.ReadingOptions;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.published.Texts;

class CountyReportTests {

    private static final Known EKBY = new Known(UUID.randomUUID(), "0101", "Ekby");
    private static final Known VIK = new Known(UUID.randomUUID(), "0102", "Björkvik kommun");
    private static final Known REGION = new Known(UUID.randomUUID(), "01", "Region Viken");
    private static final Known NAMESAKE = new Known(UUID.randomUUID(), "02", "Region Norrby");

    private static final byte[] FILE = CountyReport.of(counties());
    private static final int PARTS = 15;
    private static final int ROWS_OF_A_PLACE = 1 + 9 + PARTS;

    private static Map<String, List<String>> counties() {
        var counties = new LinkedHashMap<String, List<String>>();
        counties.put("Vikens län", List.of("Ekby", "Björkvik", "Utby"));
        counties.put("Norrbys län", List.of("Norrby", "Söderby"));
        return counties;
    }

    @Test
    void the_report_is_recognised_and_needs_no_word_from_its_user() {
        var table =
                TableFile.of("lansrapport.xlsx", FILE, TableLimits.defaults()).read(ReadingOptions.AUTOMATIC);

        var mapping = MappingGuess.complete(ObservationMapping.EMPTY, table, false);

        assertThat(mapping.columns())
                .containsOnly(
                        Map.entry("sector", "#1"),
                        Map.entry("sub-sector", "#2"),
                        Map.entry("county", "#3"),
                        Map.entry("member-name", "#4"));
        assertThat(mapping.values())
                .extracting(ObservationMapping.ValueColumn::column, ObservationMapping.ValueColumn::year)
                .containsExactly(tuple("#5", 1990), tuple("#6", 2000), tuple("#7", 2005), tuple("#8", 2022));
        assertThat(mapping.indicator()).isEqualTo("co2-sector");
        assertThat(mapping.origin()).isEqualTo(Origin.OFFICIAL);
        assertThat(mapping.source().name()).contains("SMHI");
        assertThat(mapping.source().version()).isEqualTo("Länsrapport, 2024-04-18");
    }

    @Test
    void every_place_gets_the_whole_and_each_sector_once_and_nothing_twice() {
        var check = check(members(EKBY, VIK), ObservationMapping.EMPTY);

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.report().kinds())
                .containsOnly(
                        Map.entry(RowKind.WHOLE, 2),
                        Map.entry(RowKind.SECTOR, 18),
                        Map.entry(RowKind.PART, 2 * PARTS),
                        Map.entry(RowKind.COUNTY_TOTAL, 2 * ROWS_OF_A_PLACE),
                        Map.entry(RowKind.COUNTRY_TOTAL, ROWS_OF_A_PLACE),
                        Map.entry(RowKind.OTHER_PLACE, 3 * ROWS_OF_A_PLACE));
        assertAllRowsAreOfAKind(check);
        assertThat(check.entries()).hasSize(2 * 10 * 4);
        for (int year : CountyReport.YEARS) {
            assertThat(amount(check, EKBY, "", year)).isEqualByComparingTo(CountyReport.amountOfAll("Ekby", year));
            assertThat(sumOfSectors(check, EKBY, year)).isEqualByComparingTo(amount(check, EKBY, "", year));
        }
        assertThat(amount(check, VIK, "heating", 2022))
                .isEqualByComparingTo(
                        CountyReport.amountOfSector("Björkvik", "Egen uppärmning av bostäder och lokaler", 2022));
        assertThat(check.report().leftOutMembers()).containsExactly("Utby", "Norrby", "Söderby");
    }

    @Test
    void a_region_is_its_county_and_not_the_town_that_is_called_like_it() {
        var check = check(members(REGION, NAMESAKE), ObservationMapping.EMPTY);

        assertThat(check.report().problems()).isEmpty();
        assertThat(amount(check, REGION, "", 1990))
                .isEqualByComparingTo(counties().get("Vikens län").stream()
                        .map(one -> CountyReport.amountOfAll(one, 1990))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(amount(check, NAMESAKE, "transport", 1990))
                .isEqualByComparingTo(CountyReport.amountOfSector("Norrby", "Transporter", 1990)
                        .add(CountyReport.amountOfSector("Söderby", "Transporter", 1990)));
        assertThat(check.report().notes())
                .extracting(RowProblem::code, RowProblem::arguments)
                .containsExactly(
                        tuple("taken-for", List.of("Vikens län", "Region Viken")),
                        tuple("taken-for", List.of("Norrbys län", "Region Norrby")));
    }

    @Test
    void a_municipality_alone_takes_its_own_rows_and_is_told_of_the_others() {
        var check = check(new ImportSubjects(List.of(new Subject(VIK, false)), true), ObservationMapping.EMPTY);

        assertThat(check.report().isImportable()).isTrue();
        assertThat(check.origin()).isEqualTo(Origin.OFFICIAL);
        assertThat(check.entries())
                .hasSize(40)
                .allMatch(entry -> entry.key().subject().equals(VIK.id()));
        assertThat(check.report().kinds()).containsEntry(RowKind.OTHER_PLACE, 4 * ROWS_OF_A_PLACE);
        assertAllRowsAreOfAKind(check);
    }

    @Test
    void whoever_the_file_calls_otherwise_says_how() {
        var otherwise = new Known(UUID.randomUUID(), null, "Ekebyborna");
        var ourselves = new ImportSubjects(List.of(new Subject(otherwise, false)), true);

        assertThat(check(ourselves, ObservationMapping.EMPTY).entries()).isEmpty();
        assertThat(amount(check(ourselves, placed("ekby")), otherwise, "", 2022))
                .isEqualByComparingTo(CountyReport.amountOfAll("Ekby", 2022));
        assertThat(check(ourselves, placed("Vikens län")).report().kinds())
                .containsEntry(RowKind.WHOLE, 1)
                .containsEntry(RowKind.SECTOR, 9)
                .containsEntry(RowKind.COUNTY_TOTAL, ROWS_OF_A_PLACE);
    }

    @Test
    void what_is_not_divided_takes_the_whole_only() {
        var check = check(members(EKBY), ObservationMapping.EMPTY.withIndicator("co2-total"));

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.entries()).hasSize(4);
        assertThat(check.report().kinds())
                .containsEntry(RowKind.WHOLE, 1)
                .containsEntry(RowKind.PART, ROWS_OF_A_PLACE - 1);
        assertThat(amount(check, EKBY, "", 2005)).isEqualByComparingTo(CountyReport.amountOfAll("Ekby", 2005));
    }

    @Test
    void a_list_that_has_the_parts_takes_those_and_leaves_out_their_sum() {
        var list = new SectorList(
                "vehicles",
                Texts.of("sv", "Fordon"),
                List.of(
                        sector("cars", "Personbilar"),
                        sector("lorries", "Tunga lastbilar"),
                        sector("rail", "Järnväg"),
                        sector("power", "El och fjärrvärme")),
                false);
        var indicator = new Indicator(
                "co2-vehicles",
                Texts.of("sv", "Fordon"),
                Texts.of("sv", "Fordon"),
                Texts.of("sv", "ton"),
                0,
                Direction.LOWER_IS_BETTER,
                "vehicles",
                false,
                false);
        var catalogue = Catalogue.with(List.of(indicator), List.of(list));

        var check = check(members(EKBY), leavingOutTheWhole().withIndicator("co2-vehicles"), catalogue);

        assertThat(check.entries())
                .extracting(entry -> entry.key().sector())
                .containsOnly("cars", "lorries", "rail", "power");
        assertThat(check.report().kinds())
                .containsEntry(RowKind.SECTOR, 4)
                .containsEntry(RowKind.SUM_OF_PARTS, 1)
                .containsEntry(RowKind.WHOLE_LEFT_OUT, 1)
                .containsEntry(RowKind.WRONG, 7);
        assertThat(check.report().problems()).extracting(RowProblem::code).containsOnly("unknown-sector");
    }

    @Test
    void a_part_is_left_out_only_where_its_sector_is_in_the_file() {
        var check = check(
                "Huvudsektor;Undersektor;Kommun;1990\nTransporter;Personbilar;Ekby;5\nJordbruk;Alla;Ekby;7\n",
                members(EKBY),
                ObservationMapping.EMPTY
                        .withIndicator("co2-sector")
                        .orElse(
                                new SourceDetails("Riksdata", null, null),
                                ObservationMapping.OnUnknownMember.REPORT,
                                Origin.OFFICIAL));

        assertThat(check.report().problems())
                .extracting(RowProblem::row, RowProblem::column, RowProblem::code)
                .containsExactly(tuple(2, "B", "part-without-total"));
    }

    private static void assertAllRowsAreOfAKind(ImportCheck check) {
        assertThat(check.report().kinds().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(check.report().counts().rows());
    }

    private static BigDecimal sumOfSectors(ImportCheck check, Known subject, int year) {
        return check.entries().stream()
                .filter(entry -> entry.key().subject().equals(subject.id()))
                .filter(entry ->
                        entry.key().year() == year && !entry.key().sector().isEmpty())
                .map(entry -> entry.figure().value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(ImportCheck check, Known subject, String sector, int year) {
        return check.entries().stream()
                .filter(entry -> entry.key().subject().equals(subject.id()))
                .filter(entry ->
                        entry.key().year() == year && entry.key().sector().equals(sector))
                .map(entry -> entry.figure().value().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private static ImportSubjects members(Known... members) {
        var regions = Set.of(REGION, NAMESAKE);
        return new ImportSubjects(
                List.of(members).stream()
                        .map(member -> new Subject(member, regions.contains(member)))
                        .collect(Collectors.toCollection(ArrayList::new)),
                false);
    }

    private static Sector sector(String code, String name) {
        return new Sector(code, Texts.of("sv", name), null, List.of());
    }

    private static ObservationMapping placed(String place) {
        return new ObservationMapping(
                null, null, null, null, null, null, null, null, null, null, null, null, place, null);
    }

    private static ObservationMapping leavingOutTheWhole() {
        return new ObservationMapping(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Totals(List.of("Alla"), Whole.LEAVE_OUT),
                null,
                null);
    }

    private static ImportCheck check(ImportSubjects subjects, ObservationMapping mapping) {
        return check(subjects, mapping, Catalogue.with(List.of(), List.of()));
    }

    private static ImportCheck check(ImportSubjects subjects, ObservationMapping mapping, Catalogue catalogue) {
        return check(TableFile.of("lansrapport.xlsx", FILE, TableLimits.defaults()), subjects, mapping, catalogue);
    }

    private static ImportCheck check(String file, ImportSubjects subjects, ObservationMapping mapping) {
        return check(
                TableFile.of("report.csv", file.getBytes(StandardCharsets.UTF_8), TableLimits.defaults()),
                subjects,
                mapping,
                Catalogue.with(List.of(), List.of()));
    }

    private static ImportCheck check(
            TableFile file, ImportSubjects subjects, ObservationMapping mapping, Catalogue catalogue) {
        var table = file.read(ReadingOptions.AUTOMATIC);
        var plan = ImportPlan.of(
                MappingGuess.complete(mapping, table, subjects.ourselves()),
                table,
                catalogue::find,
                subjects.ourselves());
        var check = new ImportCheck(plan, catalogue, subjects, Map.of(), key -> false, 2026, problem -> {});
        table.forEachRow(check::row);
        return check;
    }
}
