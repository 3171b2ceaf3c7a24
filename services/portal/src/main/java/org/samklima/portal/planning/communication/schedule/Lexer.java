package org.samklima.portal.planning.communication.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.schedule.Moment.Unit;
import org.samklima.portal.planning.communication.schedule.Token.Kind;

/** Cuts what somebody typed into pieces that mean something, from the left, the most telling way to read first. */
final class Lexer {

    private static final String YEAR = "(?:19|20|21)\\d\\d";
    private static final String NTH = "(?:\\.|:[ae]|st|nd|rd|th)?";

    private final List<Rule> rules = new ArrayList<>();

    private interface Reading {
        /** Null if this is not it after all, as the 31st of February. */
        @Nullable Token read(MatchResult found);
    }

    private record Rule(Pattern pattern, Reading reading) {}

    Lexer() {
        rule("(YEAR)-(\\d\\d)-(\\d\\d)", found -> day(found, number(found, 1), number(found, 2), number(found, 3)));
        rule(
                "(\\d{1,2})[./] ?(\\d{1,2})(?:\\.? |[./-] ?)(YEAR)",
                found -> day(found, number(found, 3), number(found, 2), number(found, 1)));
        rule(
                "(\\d{1,2})\\.(\\d{1,2})\\.(\\d\\d)",
                found -> day(found, 2000 + number(found, 3), number(found, 2), number(found, 1)));
        rule(
                "(\\d{1,2})NTH (?:of )?(MONTH)\\.?(?:,? (YEAR))?",
                found -> day(found, year(found, 3), Words.month(found.group(2)), number(found, 1)));
        rule(
                "(MONTH) (\\d{1,2})(?:st|nd|rd|th)?(?:, ?(YEAR))?",
                found -> day(found, year(found, 3), Words.month(found.group(1)), number(found, 2)));
        rule("(YEAR)[- ]?q([1-4])(?! ?YEAR)", found -> moment(found, Unit.QUARTER, number(found, 1), number(found, 2)));
        rule("(YEAR)-(0[1-9]|1[0-2])", found -> moment(found, Unit.MONTH, number(found, 1), number(found, 2)));
        rule("(?:q|k|kvt\\.?|QUARTER) ?(\\d{1,2})", found -> moment(found, Unit.QUARTER, null, number(found, 1)));
        rule("(\\d)NTH ?(?:QUARTER|q)", found -> moment(found, Unit.QUARTER, null, number(found, 1)));
        rule("(ORDINAL) (?:QUARTER)", found -> moment(found, Unit.QUARTER, null, Words.ordinal(found.group(1))));
        rule("h([12])", found -> moment(found, Unit.HALF, null, number(found, 1)));
        rule("([12])NTH ?(?:HALF)", found -> moment(found, Unit.HALF, null, number(found, 1)));
        rule("(ORDINAL) (?:HALF)", found -> moment(found, Unit.HALF, null, Words.ordinal(found.group(1))));
        rule("(?:WEEK) ?(\\d{1,2})", found -> moment(found, Unit.WEEK, null, number(found, 1)));
        frequencies();
        rule("(MONTH)\\.?", found -> moment(found, Unit.MONTH, null, Words.month(found.group(1))));
        rule("(SEASON)", found -> moment(found, Unit.SEASON, null, Words.season(found.group(1))));
        kind(Words.ONGOING, Kind.ONGOING);
        kind(Words.AD_HOC, Kind.AD_HOC);
        kind(Words.YEAR_WHEEL, Kind.YEAR_WHEEL);
        kind(Words.ONWARDS, Kind.ONWARDS);
        kind(Words.EVERY, Kind.EVERY);
        kind(Words.FROM, Kind.FROM);
        kind(Words.TO, Kind.TO);
        kind(Words.AND, Kind.AND);
        rule("(YEAR)", found -> numbered(Kind.YEAR, found, number(found, 1)));
        rule("(\\d{1,2})\\.?", found -> numbered(Kind.NUMBER, found, number(found, 1)));
        kind(Words.FILLER, Kind.FILLER);
    }

    private void frequencies() {
        Words.FREQUENCIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(words -> rule(
                        "(?:" + words.getKey() + ")(?: COUNTED)?",
                        found -> times(found, words.getValue(), words.getValue(), 1)));
        var per =
                "(?: ?(?:om|i|per|pr\\.?|à|pro|im|in der|a|an|each|every|hvert|hver|varje|jedes|jeden|jede|/) ?(PER)|(?: EVERY))?";
        rule("(?:once|einmal)" + per, found -> times(found, 1, 1, per(found.group(1))));
        rule("(?:twice|zweimal)" + per, found -> times(found, 2, 2, per(found.group(1))));
        rule("(NUMBER)mal" + per, found -> times(found, value(found, 1), value(found, 1), per(found.group(2))));
        var count = "(NUMBER)(?: ?(?:-|/|til|till|bis|to|eller|oder|or) ?(NUMBER))?";
        rule(count + " (?:GO)(?!\\w)" + per, found -> often(found, 1, per(found.group(3))));
        rule("(\\d{1,3})(?:-(\\d{1,3}))?(?:GO)(?!\\w)" + per, found -> often(found, 1, per(found.group(3))));
        rule(
                count + " (?:årlige?|årliga|jährliche[nrs]?|annual|yearly)(?: \\w+){0,2}? COUNTED",
                found -> often(found, 1, 1));
        rule(count + " (?:[\\w-]+ ){0,2}COUNTED" + per, found -> often(found, 1, per(found.group(3))));
        rule(count + " ?/ ?(?:år|jahr|year)", found -> often(found, 1, 1));
        rule(
                count + " (?:om året|per år|pr\\.? år|årligt|årligen|im jahr|pro jahr|jährlich|a year|per year)",
                found -> often(found, 1, 1));
    }

    List<Token> tokens(String typed) {
        var text = plain(typed);
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            var token = at(text, at);
            if (token != null) {
                tokens.add(token);
            }
            at = token == null ? at + 1 : token.end();
        }
        return tokens;
    }

    /** As long as the text that was typed, so that places in it stay places in the other. */
    private static String plain(String typed) {
        var plain = new StringBuilder(typed.length());
        typed.chars()
                .forEach(character -> plain.append(
                        switch (character) {
                            case '–', '—', '−', '‑', '‒' -> '-';
                            case '\u00a0', '\u202f', '\u2009', '\t' -> ' ';
                            default -> Character.toLowerCase((char) character);
                        }));
        return plain.toString();
    }

    private @Nullable Token at(String text, int at) {
        char first = text.charAt(at);
        switch (first) {
            case ';', '\n', '\r', '|' -> {
                return Token.of(Kind.END, at, at + 1);
            }
            case '-' -> {
                return Token.of(Kind.TO, at, at + 1);
            }
            case '/', ',', '+', '&' -> {
                return Token.of(Kind.AND, at, at + 1);
            }
            default -> {
                if (!Character.isLetterOrDigit(first)) {
                    return null;
                }
            }
        }
        for (var rule : rules) {
            var matcher = rule.pattern.matcher(text).region(at, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt()) {
                var token = rule.reading.read(matcher.toMatchResult());
                if (token != null) {
                    return token;
                }
            }
        }
        int end = endOfWord(text, at);
        var hasFigure = text.substring(at, end).chars().anyMatch(Character::isDigit);
        return new Token(Kind.UNKNOWN, at, end, null, null, 0, hasFigure);
    }

    private static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && " ;,\n\r/+&|".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    private void kind(String words, Kind kind) {
        rule("(?:" + words + ")", found -> Token.of(kind, found.start(), found.end()));
    }

    /** Whole words only; a blank stands for one or more. */
    private void rule(String pattern, Reading reading) {
        var whole = pattern.replace("YEAR", YEAR)
                .replace("MONTH", Words.MONTH)
                .replace("NTH", NTH)
                .replace("SEASON", Words.SEASON)
                .replace("ORDINAL", Words.ORDINAL)
                .replace("QUARTER", Words.QUARTER)
                .replace("HALF", Words.HALF)
                .replace("WEEK", Words.WEEK)
                .replace("COUNTED", "(?:" + Words.COUNTED + ")")
                .replace("NUMBER", Words.NUMBER)
                .replace("EVERY", "(?:" + Words.EVERY + ")")
                .replace("PER", String.join("|", Words.PER.keySet()))
                .replace("GO", Words.GO)
                .replace(" ", "\\s+")
                .replace("\\s+?", "\\s*");
        rules.add(new Rule(
                Pattern.compile("(?:" + whole + ")(?<=[\\w.])(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS), reading));
    }

    private static Token numbered(Kind kind, MatchResult found, int number) {
        return new Token(kind, found.start(), found.end(), null, null, number, true);
    }

    private static @Nullable Token day(MatchResult found, @Nullable Integer year, int month, int day) {
        return moment(found, () -> new Moment(Unit.DAY, year, month, day));
    }

    private static @Nullable Token moment(MatchResult found, Unit unit, @Nullable Integer year, int number) {
        return moment(found, () -> Moment.of(unit, year, number));
    }

    private static @Nullable Token moment(MatchResult found, Supplier<Moment> moment) {
        try {
            return new Token(Kind.MOMENT, found.start(), found.end(), moment.get(), null, 0, true);
        } catch (IllegalArgumentException noSuchTime) {
            return null;
        }
    }

    private static @Nullable Token often(MatchResult found, int group, int aYear) {
        int least = value(found, group);
        return times(found, least, found.group(group + 1) == null ? least : value(found, group + 1), aYear);
    }

    private static @Nullable Token times(MatchResult found, int least, int most, int aYear) {
        try {
            return new Token(
                    Kind.TIMES, found.start(), found.end(), null, new Times(least * aYear, most * aYear), 0, true);
        } catch (IllegalArgumentException notSoOften) {
            return null;
        }
    }

    private static int per(@Nullable String part) {
        return part == null
                ? 1
                : Words.PER.entrySet().stream()
                        .filter(per -> part.matches(per.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(1);
    }

    private static int value(MatchResult found, int group) {
        return Words.number(found.group(group));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable Integer year(MatchResult found, int group) {
        return found.group(group) == null ? null : Integer.valueOf(found.group(group));
    }
}
