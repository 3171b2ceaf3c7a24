package org.samklima.overview.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.Selection;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;

/**
 * Who is compared: up to six members one by one, those similar to one, a peer group, or everybody of a kind.
 *
 * @param chosen members named one by one, in the order they were named
 * @param similarTo the member whose likes these are; null otherwise
 * @param group code of the peer group; null otherwise
 * @param members all of them, as indices in the edition
 */
record Compared(
        ReadableEdition edition,
        List<Member> chosen,
        @Nullable Member similarTo,
        @Nullable String group,
        MemberKind kind,
        int[] members) {

    static final int MOST = 6;

    static Compared of(ReadableEdition edition, List<String> members, String group, String similar, String kind) {
        Choices choices = new Choices(edition);
        MemberKind known = choices.kind(kind);
        int[] chosen = members.stream()
                .map(member -> find(edition, member))
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        if (chosen.length > 0) {
            List<Member> named =
                    Arrays.stream(chosen).mapToObj(edition.members()::get).toList();
            return new Compared(edition, named, null, null, known, chosen);
        }
        Integer like = edition.indexOf(similar);
        if (like != null) {
            int[] likes = IntStream.concat(
                            IntStream.of(like),
                            edition.similarTo(like, MOST - 1).stream().mapToInt(Integer::intValue))
                    .toArray();
            return new Compared(edition, List.of(), edition.members().get(like), null, known, likes);
        }
        String peers = choices.group(group);
        return new Compared(edition, List.of(), null, peers, known, edition.members(new Selection(known, peers)));
    }

    /** By key, or by the name as people type it. */
    private static @Nullable Integer find(ReadableEdition edition, String member) {
        Integer index = edition.indexOf(member);
        return index != null
                ? index
                : IntStream.range(0, edition.members().size())
                        .filter(i -> plain(edition.members().get(i).name()).equals(plain(member)))
                        .boxed()
                        .findFirst()
                        .orElse(null);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    void describe(Query query) {
        query.with("member", chosen.stream().map(Member::key).toList())
                .with("similar", similarTo == null ? null : similarTo.key())
                .with("group", group)
                .with("kind", chosen.isEmpty() && kind != edition.leadingKind() ? kind.name() : null);
    }

    /** Few enough to tell apart in one chart over time. */
    public boolean isSingle() {
        return !chosen.isEmpty() || similarTo != null;
    }

    public boolean isFull() {
        return chosen.size() == MOST;
    }
}
