package org.samklima.portal.network;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Sorting;
import org.samklima.portal.tables.Spelling;

/**
 * Which members a list shows.
 *
 * @param q found in the name or the official code; blank for all
 * @param group code of a peer group, {@value #NO_GROUP} for those without one, blank for all
 * @param show those of today, those who left, those to come, or all
 */
record MemberFilter(String q, String group, Show show) {

    static final String NO_GROUP = "-";

    static final List<String> COLUMNS = List.of("name", "kind", "code", "group", "since", "until");

    enum Show {
        PRESENT,
        LEFT,
        COMING,
        ALL
    }

    MemberFilter {
        q = Optional.ofNullable(q).orElse("").strip();
        group = Optional.ofNullable(group).orElse("");
        show = Optional.ofNullable(show).orElse(Show.PRESENT);
    }

    List<Member> of(List<Member> members, LocalDate today) {
        return members.stream()
                .filter(member -> isShown(member, today))
                .filter(member -> group.isEmpty()
                        || group.equals(Optional.ofNullable(member.peerGroup()).orElse(NO_GROUP)))
                .filter(member -> isFound(member))
                .toList();
    }

    private boolean isShown(Member member, LocalDate today) {
        return switch (show) {
            case PRESENT -> member.isPresent(today);
            case LEFT -> member.hasLeft(today);
            case COMING -> today.isBefore(member.since());
            case ALL -> true;
        };
    }

    private boolean isFound(Member member) {
        return Spelling.fold(member.name()).contains(Spelling.fold(q))
                || Optional.ofNullable(member.officialCode()).orElse("").contains(q);
    }

    /** Whatever is missing comes last in either direction; ties stay in the order of names. */
    static List<Member> sorted(List<Member> members, Sorting sorting, Map<String, String> groupNames, Locale language) {
        Comparator<String> alphabet = Collator.getInstance(language)::compare;
        var words = Comparator.nullsLast(direction(alphabet, sorting));
        Comparator<@Nullable LocalDate> days = Comparator.nullsLast(direction(LocalDate::compareTo, sorting));
        Comparator<Member> order =
                switch (sorting.column()) {
                    case "kind" -> Comparator.comparing(member -> member.kind().name(), words);
                    case "code" -> Comparator.comparing(Member::officialCode, words);
                    case "group" -> Comparator.comparing(member -> groupNames.get(member.peerGroup()), words);
                    case "since" -> Comparator.comparing(Member::since, days);
                    case "until" -> Comparator.comparing(Member::until, days);
                    default -> Comparator.comparing(Member::name, words);
                };
        return members.stream().sorted(order).toList();
    }

    private static <T> Comparator<T> direction(Comparator<T> order, Sorting sorting) {
        return sorting.descending() ? order.reversed() : order;
    }
}
