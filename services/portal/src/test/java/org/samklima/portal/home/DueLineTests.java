package org.samklima.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;

class DueLineTests {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final Tenant TOWN = new Tenant(
            Ids.next(), "ekby", "Ekby", TenantKind.MUNICIPALITY, "SE", "0001", List.of("sv"), STOCKHOLM, "#0b5d4b");

    @ParameterizedTest
    @CsvSource({
        "2026-11-17, LATE",
        "2026-11-18, THIS_WEEK",
        "2026-11-22, THIS_WEEK",
        "2026-11-23, WITHIN_A_MONTH",
        "2026-12-18, WITHIN_A_MONTH",
        "2026-12-19, LATER"
    })
    void weeks_end_on_sunday_and_the_last_day_counts_in_full(LocalDate deadline, DueLine.Soon soon) {
        assertThat(line(item(deadline)).soon()).isEqualTo(soon);
    }

    @Test
    void a_hint_is_never_late_however_long_it_stands() {
        var hint = line(DueItem.hint("Nothing logged", WEDNESDAY.minusDays(90), STOCKHOLM, "/activities/1"));

        assertThat(hint.isLate()).isFalse();
        assertThat(hint.soon()).isEqualTo(DueLine.Soon.WORTH_A_LOOK);
    }

    @Test
    void a_deadline_ends_where_it_was_set_and_not_where_it_is_read() {
        var lateInHelsinki = Instant.parse("2026-11-18T22:30:00Z");
        var inHelsinki = new DueItem("Report", "Ringen", WEDNESDAY, ZoneId.of("Europe/Helsinki"), "/reports");

        assertThat(inHelsinki.isLate(lateInHelsinki)).isTrue();
        assertThat(item(WEDNESDAY).isLate(lateInHelsinki)).isFalse();
    }

    @Test
    void the_most_urgent_stands_first_and_nothing_is_lost() {
        var late = line(item(WEDNESDAY.minusDays(1)));
        var later = line(item(WEDNESDAY.plusDays(60)));
        var soon = line(item(WEDNESDAY));

        assertThat(DueLine.sections(List.of(later, soon, late)))
                .containsExactly(
                        new DueLine.Section(DueLine.Soon.LATE, List.of(late)),
                        new DueLine.Section(DueLine.Soon.THIS_WEEK, List.of(soon)),
                        new DueLine.Section(DueLine.Soon.LATER, List.of(later)));
    }

    private static DueItem item(LocalDate deadline) {
        return new DueItem("Report", "Ringen", deadline, STOCKHOLM, "/reports");
    }

    private static DueLine line(DueItem item) {
        return new DueLine(TOWN, item, WEDNESDAY);
    }
}
