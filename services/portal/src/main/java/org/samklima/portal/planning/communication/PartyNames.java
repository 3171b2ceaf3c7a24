package org.samklima.portal.planning.communication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parties of the glossary in what the plan says. A name is found as a whole word, also in the genitive and with the
 * article that Nordic languages put behind a noun ("Klimaråd", "Klimarådet", "Klimarådets"). Names of up to three letters
 * are found only as they are written, so that HE is no he; what stands in brackets behind a name is another way to write it.
 */
public final class PartyNames {

    private static final int SHORT = 3;
    private static final int LONG = 6;
    private static final String ENDINGS = "(?:'?s|en|et|n|t|ens|ets|erne|ene|erna)?";
    private static final Pattern IN_BRACKETS = Pattern.compile("(?<name>[^(]+)\\((?<other>[^()]+)\\)\\s*");
    private static final Pattern ARTICLE = Pattern.compile("(?<bare>.{4,})(?:et|en)");

    private final List<Name> names;

    private record Name(Party party, String written, Pattern pattern) {}

    /**
     * A piece of a text.
     *
     * @param party whom it names; null for the text between names
     */
    public record Part(String text, @Nullable Party party) {}

    public PartyNames(List<Party> parties) {
        names = parties.stream()
                .flatMap(party -> ways(party).map(way -> new Name(party, way, pattern(way))))
                .sorted(Comparator.comparingInt((Name name) -> name.written.length())
                        .reversed())
                .toList();
    }

    private static Stream<String> ways(Party party) {
        var ways = new LinkedHashSet<String>();
        Stream.concat(Stream.of(party.name()), party.text().aliases().stream()).forEach(name -> {
            ways.add(name);
            var bracketed = IN_BRACKETS.matcher(name);
            if (bracketed.matches()) {
                ways.add(bracketed.group("name").strip());
                ways.add(bracketed.group("other").strip());
            }
        });
        return ways.stream().filter(way -> !way.isEmpty());
    }

    private static Pattern pattern(String name) {
        if (name.length() <= SHORT) {
            return Pattern.compile(whole(Pattern.quote(name)), Pattern.UNICODE_CHARACTER_CLASS);
        }
        var bare = ARTICLE.matcher(name);
        var stem = name.length() >= LONG && bare.matches() ? bare.group("bare") : name;
        return Pattern.compile(
                whole(Pattern.quote(stem) + ENDINGS),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String whole(String pattern) {
        return "(?<!\\w)" + pattern + "(?!\\w)";
    }

    /** The text in pieces; put together again they are the text. The longest name that fits is the one that is meant. */
    public List<Part> in(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            var found = next(text, at);
            if (found == null) {
                break;
            }
            if (found.start > at) {
                parts.add(new Part(text.substring(at, found.start), null));
            }
            parts.add(new Part(text.substring(found.start, found.end), found.party));
            at = found.end;
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), null));
        }
        return parts;
    }

    /** Whom the text names. */
    public Set<Party> named(String text) {
        var named = new LinkedHashSet<Party>();
        in(text).forEach(part -> {
            if (part.party != null) {
                named.add(part.party);
            }
        });
        return named;
    }

    private record Found(int start, int end, Party party) {}

    private @Nullable Found next(String text, int from) {
        Found next = null;
        for (var name : names) {
            var matcher = name.pattern.matcher(text);
            if (matcher.find(from) && (next == null || matcher.start() < next.start)) {
                next = new Found(matcher.start(), matcher.end(), name.party);
            }
        }
        return next;
    }
}
