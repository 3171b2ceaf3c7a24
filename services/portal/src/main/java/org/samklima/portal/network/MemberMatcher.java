package org.samklima.portal.network;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.Spelling;

/**
 * Finds the tenant that a row is about, by its official code or by its name as statistics spell it. Where more than one
 * fits, none is taken: nothing is silently guessed.
 */
public final class MemberMatcher {

    /** What offices put before or after the name of a place. */
    private static final Set<String> TITLES = Set.of(
            "kommun kommunen kommune stad stads gemeinde stadt landeshauptstadt hansestadt kreisstadt markt region landsting municipality city town of"
                    .split(" "));

    /** Each forgives more than the one before; the first by which anybody fits decides. */
    private static final List<UnaryOperator<String>> SPELLINGS =
            List.of(MemberMatcher::lowerCase, Spelling::fold, Spelling::foldVowels);

    private final List<Known> members;
    private final Map<String, Set<Known>> byCode = new HashMap<>();
    private final List<Map<String, Set<Known>>> byName = new ArrayList<>();
    private final Map<String, Match> answered = new HashMap<>();

    /** A member as far as it matters here. */
    public record Known(UUID id, @Nullable String code, String name) {}

    /** What was found. */
    public sealed interface Match {

        /**
         * One fits.
         *
         * @param literally whether by code or by the name's own letters; else it is worth a look
         */
        record Found(Known member, boolean literally) implements Match {}

        /** More than one fits. */
        record Ambiguous(Collection<String> names) implements Match {}

        /**
         * None fits.
         *
         * @param nearest the name of a member spelt nearly so, to be pointed out and never to be taken
         */
        record Unknown(@Nullable String nearest) implements Match {}
    }

    public MemberMatcher(Collection<Known> members) {
        this.members = List.copyOf(members);
        for (var spelling : SPELLINGS) {
            Map<String, Set<Known>> index = new HashMap<>();
            for (var member : members) {
                add(index, spelling.apply(member.name()), member);
                add(index, spelling.apply(untitled(member.name())), member);
            }
            byName.add(index);
        }
        for (var member : members) {
            if (member.code() != null) {
                add(byCode, code(member.code()), member);
            }
        }
    }

    /** By the official code; spreadsheets drop leading zeros, so they do not count. */
    public Match byCode(String written) {
        var fitting = byCode.getOrDefault(code(written), Set.of());
        return fitting.isEmpty() ? new Match.Unknown(null) : match(fitting, true);
    }

    /** By the name; case, titles such as "kommun", accents and the several spellings of å, ä, ö and ü do not count. */
    public Match byName(String written) {
        return answered.computeIfAbsent(written, this::lookUp);
    }

    private Match lookUp(String written) {
        for (int i = 0; i < SPELLINGS.size(); i++) {
            Set<Known> fitting = new LinkedHashSet<>();
            for (var name : withoutTitle(written)) {
                fitting.addAll(byName.get(i).getOrDefault(SPELLINGS.get(i).apply(name), Set.of()));
            }
            if (!fitting.isEmpty()) {
                return match(fitting, i == 0);
            }
        }
        return new Match.Unknown(nearest(written));
    }

    private static Match match(Set<Known> fitting, boolean literally) {
        return fitting.size() == 1
                ? new Match.Found(fitting.iterator().next(), literally)
                : new Match.Ambiguous(fitting.stream().map(Known::name).toList());
    }

    /** The name itself; where a title stood with it also without the genitive's s: Ekbys kommun is Ekby. */
    private static List<String> withoutTitle(String written) {
        var untitled = untitled(written);
        return !untitled.equals(lowerCase(written)) && untitled.endsWith("s")
                ? List.of(untitled, untitled.substring(0, untitled.length() - 1))
                : List.of(untitled);
    }

    private static String untitled(String name) {
        var words = new ArrayList<>(List.of(lowerCase(name).split(" ")));
        words.removeIf(TITLES::contains);
        return words.isEmpty() ? lowerCase(name) : String.join(" ", words);
    }

    private static String lowerCase(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}]+", " ")
                .strip();
    }

    private static String code(String written) {
        return written.strip().replaceFirst("^0+(?=.)", "");
    }

    private @Nullable String nearest(String written) {
        var sought = Spelling.foldVowels(untitled(written));
        var near = members.stream()
                .filter(member -> differsByOne(sought, Spelling.foldVowels(untitled(member.name()))))
                .map(Known::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return near.size() == 1 ? near.iterator().next() : null;
    }

    /** Whether one letter more, less or other makes one word of the other. */
    private static boolean differsByOne(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || Math.min(one.length(), other.length()) < 3) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }

    private static void add(Map<String, Set<Known>> index, String key, Known member) {
        index.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(member);
    }
}
