package org.samklima.portal.planning.activitylists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activitylists.Tallies.Sum;
import org.samklima.portal.planning.activitylists.Tallies.Totals;

class TimelineTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Test
    void a_bar_takes_its_days_of_the_years_shown_with_both_its_ends() {
        var bar = bar("2025-01-01", "2025-12-31", ActivityStatus.COMPLETED, 2024, 2027);

        assertThat(bar.from()).isEqualTo("25.05%"); // 366 of 1461 days
        assertThat(bar.width()).isEqualTo("24.98%");
        assertThat(bar.before()).isFalse();
        assertThat(bar.after()).isFalse();
        assertThat(bar.open()).isFalse();
        assertThat(bar.lateFrom()).isNull();
    }

    @Test
    void what_reaches_beyond_the_years_shown_stops_at_the_edge_and_says_so() {
        var bar = bar("2010-01-01", "2040-12-31", ActivityStatus.ONGOING, 2024, 2027);

        assertThat(bar.from()).isEqualTo("0.00%");
        assertThat(bar.width()).isEqualTo("100.00%");
        assertThat(bar.before()).isTrue();
        assertThat(bar.after()).isTrue();
    }

    @Test
    void without_an_end_it_goes_on_and_without_dates_there_is_no_bar() {
        var open = bar("2026-01-01", null, ActivityStatus.ONGOING, 2026, 2027);

        assertThat(open.open()).isTrue();
        assertThat(open.width()).isEqualTo("100.00%");
        assertThat(open.after()).isFalse();
        assertThat(timeline(row(null, null, ActivityStatus.ONGOING), 2026, 2027)
                        .rows()
                        .getFirst()
                        .bar())
                .isNull();
    }

    @Test
    void delay_is_drawn_from_the_day_after_the_last_one_until_today() {
        var bar = bar("2025-01-01", "2025-12-31", ActivityStatus.ONGOING, 2025, 2026);

        assertThat(bar.lateFrom()).isEqualTo("50.00%");
        assertThat(bar.lateWidth()).isEqualTo("24.93%"); // 182 of 730 days
    }

    @Test
    void the_years_are_those_of_the_activities_as_far_as_they_are_near_and_always_hold_today() {
        assertThat(years("1995-01-01", "2100-12-31")).containsExactly(2011, 2046);
        assertThat(years("2024-03-01", "2029-12-31")).containsExactly(2024, 2029);
        assertThat(years("2030-01-01", "2031-12-31")).containsExactly(2026, 2031);
        assertThat(years(null, null)).containsExactly(2026, 2026);
    }

    @Test
    void there_is_never_more_than_a_phone_can_label() {
        var timeline = Timeline.of(List.of(), totals(null, null), 1990, 2200, TODAY);

        assertThat(timeline.last()).isEqualTo(2049);
        assertThat(timeline.ticks()).hasSize(60);
        assertThat(timeline.ticks().stream().filter(Timeline.Tick::labelled)).hasSize(7);
    }

    private static int[] years(@Nullable String first, @Nullable String last) {
        var timeline = Timeline.of(List.of(), totals(first, last), null, null, TODAY);
        return new int[] {timeline.first(), timeline.last()};
    }

    private static Totals totals(@Nullable String first, @Nullable String last) {
        return new Totals(0, Sum.OF_NOTHING, Sum.OF_NOTHING, Sum.OF_NOTHING, day(first), day(last));
    }

    private static Timeline.Bar bar(
            @Nullable String starts, @Nullable String ends, ActivityStatus status, int from, int until) {
        return timeline(row(starts, ends, status), from, until)
                .rows()
                .getFirst()
                .bar();
    }

    private static Timeline timeline(ActivityRow row, int from, int until) {
        return Timeline.of(List.of(row), totals(null, null), from, until, TODAY);
    }

    private static ActivityRow row(@Nullable String starts, @Nullable String ends, ActivityStatus status) {
        return new ActivityRow(
                UUID.randomUUID(),
                "T1",
                "Cycle path",
                null,
                status,
                status.lateSince(day(starts), day(ends), TODAY),
                day(starts),
                day(ends),
                "",
                null,
                false,
                null,
                null,
                null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
