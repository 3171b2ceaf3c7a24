package org.samklima.standalone.watching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus' language asks for: metrics, the labels it selects them by, and the labels it groups and
 * joins by. Reads the language's tokens, so that neither a function nor a text is taken for a metric.
 */
public final class PromQl {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|#[^\\n]*|(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)|(?<range>\\[[^\\]]*])"
                    + "|(?<number>\\d[\\w.]*)|(?<name>[a-zA-Z_:$][\\w:$]*)|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^(){},=<>@.])");

    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan", "atan2");

    private final List<String> tokens = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private final Set<String> grouping = new HashSet<>();

    /** {@code label="value"}, or with another of the four operators. */
    public record Match(String label, String operator, String value) {}

    public record Selector(String metric, List<Match> matches) {}

    private PromQl(String expression) {
        var token = TOKEN.matcher(expression);
        int end = 0;
        while (token.find()) {
            if (token.start() != end) {
                throw new IllegalArgumentException("Not understood at " + expression.substring(end));
            }
            end = token.end();
            if (isMeant(token)) {
                tokens.add(token.group());
            }
        }
        if (end != expression.length()) {
            throw new IllegalArgumentException("Not understood at " + expression.substring(end));
        }
        read();
    }

    public static PromQl of(String expression) {
        return new PromQl(expression);
    }

    private static boolean isMeant(Matcher token) {
        return token.group("text") != null || token.group("name") != null || token.group("sign") != null;
    }

    public List<Selector> selectors() {
        return List.copyOf(selectors);
    }

    /** Labels that are grouped or joined by. */
    public Set<String> grouping() {
        return Set.copyOf(grouping);
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (GROUPING.contains(token) && next(i).equals("(")) {
                int close = tokens.subList(i, tokens.size()).indexOf(")") + i;
                tokens.subList(i + 2, close).stream()
                        .filter(part -> !part.equals(","))
                        .forEach(grouping::add);
                i = close;
            } else if (isMetric(i)) {
                i = selector(i);
            }
        }
    }

    /** A function stands before its arguments; an aggregation may have its labels in between: {@code sum by (job) (…)}. */
    private boolean isMetric(int i) {
        return isName(tokens.get(i))
                && !WORDS.contains(tokens.get(i))
                && !GROUPING.contains(tokens.get(i))
                && !next(i).equals("(")
                && !Set.of("by", "without").contains(next(i));
    }

    /** @return the index of its last token */
    private int selector(int start) {
        var matches = new ArrayList<Match>();
        int end = start;
        if (next(start).equals("{")) {
            end = start + 2;
            while (!tokens.get(end).equals("}")) {
                matches.add(new Match(tokens.get(end), tokens.get(end + 1), unquoted(tokens.get(end + 2))));
                end += tokens.get(end + 3).equals(",") ? 4 : 3;
            }
        }
        selectors.add(new Selector(tokens.get(start), List.copyOf(matches)));
        return end;
    }

    private String next(int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1) : "";
    }

    private boolean isName(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_' || token.charAt(0) == ':';
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }
}
