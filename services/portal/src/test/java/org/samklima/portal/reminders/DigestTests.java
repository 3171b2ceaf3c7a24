package org.samklima.portal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samklima.portal.home.DueItem;
import org.samklima.portal.home.DueLine;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;

class DigestTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Tenant TOWN = new Tenant(
            Ids.next(), "ekby", "Ekby", TenantKind.MUNICIPALITY, "SE", "0001", List.of("sv"), ZONE, "#0b5d4b");

    @Test
    void it_tells_what_is_late_and_what_ends_within_the_days_that_day_included() {
        var longLate = due("Long late", TODAY.minusDays(300));
        var last = due("On the last day looked at", TODAY.plusDays(14));
        var after = due("A day after it", TODAY.plusDays(15));

        var digest = Digest.of(List.of(longLate, last, after), 14, TODAY);

        assertThat(digest.late()).containsExactly(longLate);
        assertThat(digest.due()).containsExactly(last);
        assertThat(digest.until()).isEqualTo(TODAY.plusDays(14));
    }

    @Test
    void what_is_near_is_news_once_and_once_more_when_it_is_late() {
        var item = due("Report", TODAY);
        var told = Digest.of(List.of(item), 14, TODAY).keys();
        var tomorrow = new DueLine(TOWN, item.item(), TODAY.plusDays(1));

        assertThat(Digest.of(List.of(item), 14, TODAY).hasNewsSince(Set.of())).isTrue();
        assertThat(Digest.of(List.of(item), 14, TODAY).hasNewsSince(told)).isFalse();
        assertThat(Digest.of(List.of(tomorrow), 14, TODAY.plusDays(1)).hasNewsSince(told))
                .isTrue();
    }

    @Test
    void a_moved_deadline_is_news_and_what_was_done_is_none() {
        var told = Digest.of(List.of(due("Report", TODAY), due("Other", TODAY)), 14, TODAY)
                .keys();

        assertThat(Digest.of(List.of(due("Report", TODAY.plusDays(7))), 14, TODAY)
                        .hasNewsSince(told))
                .isTrue();
        assertThat(Digest.of(List.of(due("Report", TODAY)), 14, TODAY).hasNewsSince(told))
                .isFalse();
    }

    @Test
    void a_hint_stands_apart_from_its_day_on() {
        var hint = line(DueItem.hint("Nothing logged", TODAY.minusDays(3), ZONE, "/activities/1"));
        var notYet = line(DueItem.hint("Nothing logged", TODAY.plusDays(30), ZONE, "/activities/2"));

        var digest = Digest.of(List.of(hint, notYet), 14, TODAY);

        assertThat(digest.hints()).containsExactly(hint);
        assertThat(digest.late()).isEmpty();
        assertThat(digest.due()).isEmpty();
    }

    private static DueLine due(String what, LocalDate deadline) {
        return line(new DueItem(what, "Ringen", deadline, ZONE, "/" + what));
    }

    private static DueLine line(DueItem item) {
        return new DueLine(TOWN, item, TODAY);
    }
}
