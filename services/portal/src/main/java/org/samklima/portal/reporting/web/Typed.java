package org.samklima.portal.reporting.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.reporting.report.GivenAnswer;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the fields of one question, as a person types and reads it: from an answer when a page is shown, from the
 * request when it comes back. Between the two, its {@link #fingerprint} tells whether the person changed anything.
 *
 * @param fields name to what stands there; empty ones are absent
 */
record Typed(Map<String, List<String>> fields) {

    static final String VALUE = "value";
    static final String KEY = "key";
    static final String EXPLANATION = "explanation";
    static final String LINK = "link";
    static final String REFERENCE = "reference";
    static final String NOT_APPLICABLE = "na";
    static final String REASON = "reason";
    static final String COMMENT = "comment";

    private static final List<String> CONTENT =
            List.of(VALUE, KEY, EXPLANATION, LINK, REFERENCE, NOT_APPLICABLE, REASON, COMMENT);

    /** The fields of a question in a request: all that begin with its code and a point. */
    static Typed from(MultiValueMap<String, String> request, String question) {
        var fields = new TreeMap<String, List<String>>();
        var prefix = question + ".";
        request.forEach((name, values) -> {
            if (name.startsWith(prefix) && isContent(name.substring(prefix.length()))) {
                put(fields, name.substring(prefix.length()), values);
            }
        });
        return new Typed(fields);
    }

    private static boolean isContent(String field) {
        return CONTENT.contains(field.split("\\.", 2)[0]);
    }

    static Typed of(@Nullable GivenAnswer given, FigureText figures) {
        var fields = new TreeMap<String, List<String>>();
        if (given != null) {
            put(fields, COMMENT, List.of(given.comment()));
            if (given.answer() != null) {
                write(given.answer(), "", figures, fields);
            }
        }
        return new Typed(fields);
    }

    private static void write(Answer answer, String place, FigureText figures, Map<String, List<String>> fields) {
        switch (answer) {
            case Answer.Amount(BigDecimal value) ->
                put(fields, VALUE + place, List.of(figures.number(value, value.scale())));
            case Answer.NoValue(var key, var explanation) -> {
                put(fields, KEY + place, List.of(key.name()));
                put(fields, EXPLANATION + place, List.of(explanation));
            }
            case Answer.YesNo(boolean yes) -> put(fields, VALUE, List.of(yes ? "yes" : "no"));
            case Answer.OneOf(String option) -> put(fields, VALUE, List.of(option));
            case Answer.SeveralOf(var options) -> put(fields, VALUE, options);
            case Answer.FreeText(String text) -> put(fields, VALUE, List.of(text));
            case Answer.Day(var date) -> put(fields, VALUE, List.of(date.toString()));
            case Answer.Evidence(var link, var reference) -> {
                put(fields, LINK, link == null ? List.of() : List.of(link));
                put(fields, REFERENCE, reference == null ? List.of() : List.of(reference));
            }
            case Answer.Table(var cells) ->
                cells.forEach(cell -> write(cell.figure(), place(cell.sector(), cell.year()), figures, fields));
            case Answer.NotApplicable(String reason) -> {
                put(fields, NOT_APPLICABLE, List.of("on"));
                put(fields, REASON, List.of(reason));
            }
        }
    }

    private static void put(Map<String, List<String>> fields, String field, List<String> values) {
        var typed = values.stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .sorted()
                .toList();
        if (!typed.isEmpty()) {
            fields.put(field, typed);
        }
    }

    /** Where a cell of a table stands: {@code value.transport.2025}. */
    static String place(String sector, int year) {
        return "." + sector + "." + year;
    }

    public String text(String field) {
        return fields.getOrDefault(field, List.of("")).getFirst();
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** Whether anything but a comment stands there. */
    public boolean isAnswered() {
        var answered = new ArrayList<>(fields.keySet());
        answered.remove(COMMENT);
        return !answered.isEmpty();
    }

    /** Equal for what reads equal. */
    public String fingerprint() {
        return Integer.toHexString(fields.hashCode());
    }
}
