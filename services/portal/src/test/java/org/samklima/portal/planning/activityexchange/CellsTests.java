package org.samklima.portal.planning.activityexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.pages.Languages;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activities.BudgetKind;
import org.samklima.portal.planning.activities.BudgetLine;
import org.samklima.portal.planning.activities.Milestone;
import org.samklima.portal.planning.lists.WrittenAmount;
import org.samklima.portal.planning.lists.WrittenDay;
import org.samklima.portal.problem.Problem;
import org.springframework.context.support.ResourceBundleMessageSource;

class CellsTests {

    private static final ExchangeWords WORDS = words();

    private static ExchangeWords words() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/planning", "messages/activityexchange");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ExchangeWords(messages);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-01, 2026-05-01",
        "1.5.2026,   2026-05-01, 2026-05-01",
        "01/05/2026, 2026-05-01, 2026-05-01",
        "2026-02,    2026-02-01, 2026-02-28",
        "2/2024,     2024-02-01, 2024-02-29",
        "Q2 2026,    2026-04-01, 2026-06-30",
        "2026 K4,    2026-10-01, 2026-12-31",
        "2026,       2026-01-01, 2026-12-31",
        "31.2.2026,,",
        "2026-13,,",
        "next year,,",
        "1.5.26,,",
    })
    void days_are_read_as_people_write_them_and_of_a_longer_time_its_edges(
            String text, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null) {
            assertThatThrownBy(() -> WrittenDay.first(text)).isInstanceOf(Problem.class);
        } else {
            assertThat(WrittenDay.first(text)).isEqualTo(first);
            assertThat(WrittenDay.last(text)).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Status 2013,        2013",
        "Sachstand 2015/2016, 2016",
        "Läget 2017 / 2018,  2018",
        "Läget 2017/18,      2018",
        "2019–2021 in short, 2021",
        "planned,            ",
        "Room 12345,         ",
    })
    void a_title_names_the_latest_of_its_years(String title, @Nullable Integer year) {
        assertThat(WrittenDay.inWords(title).map(LocalDate::getYear).orElse(null))
                .isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234|1234",
                "1 234,5|1234.5",
                "1,234.5|1234.5",
                "0,5|0.5",
                "–|",
                "1.234|!",
                "many|!",
                "50 %|!",
                "-3|-3"
            })
    void amounts_that_could_be_two_things_are_refused(String text, @Nullable String amount) {
        if ("!".equals(amount)) {
            assertThatThrownBy(() -> WrittenAmount.read(text)).isInstanceOf(Problem.class);
        } else {
            assertThat(WrittenAmount.read(text)).isEqualTo(amount == null ? null : new BigDecimal(amount));
        }
    }

    @Test
    void a_budget_is_read_back_in_any_language_as_it_was_written() {
        var budget = List.of(
                new BudgetLine(2026, BudgetKind.INVESTMENT, "State (grant; A/B): 2", amount("1234.567"), null),
                new BudgetLine(2026, BudgetKind.WORKING_TIME, "", null, amount("0.5")),
                new BudgetLine(2027, BudgetKind.OPERATION, "EU", amount("1000000"), amount("0")));

        for (var language : Languages.SUPPORTED) {
            assertThat(BudgetCell.read(BudgetCell.written(budget, WORDS, language), WORDS))
                    .as("%s", language)
                    .isEqualTo(budget);
        }
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026", "2026 magic: 1", "investment: 1", "2026 investment: 1.234", "2026 investment: a / b"})
    void a_line_that_is_no_budget_is_refused(String text) {
        assertThatThrownBy(() -> BudgetCell.read(text, WORDS)).isInstanceOf(Problem.class);
    }

    @Test
    void milestones_are_read_back_as_they_were_written() {
        var milestones = List.of(
                new Milestone(null, "Plan: adopted → at last", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 12)),
                new Milestone(null, "Built", LocalDate.of(2027, 1, 31), null));

        assertThat(MilestoneCell.read(MilestoneCell.written(milestones))).isEqualTo(milestones);
        assertThatThrownBy(() -> MilestoneCell.read("Built")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Pågår, ONGOING",
        "GENNEMFØRT, COMPLETED",
        "läuft, ONGOING",
        "on hold, POSTPONED",
        "nicht begonnen, NOT_STARTED",
        "#01873B,"
    })
    void a_status_is_known_by_its_words_in_four_languages(String word, @Nullable ActivityStatus status) {
        assertThat(WORDS.status(word).orElse(null)).isEqualTo(status);
    }
}
