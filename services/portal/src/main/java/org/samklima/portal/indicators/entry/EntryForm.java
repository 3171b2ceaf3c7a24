package org.samklima.portal.indicators.entry;

import java.util.ArrayList;
import java.util.List;
import org.samklima.portal.indicators.SourceDetails;
import org.springframework.util.MultiValueMap;

/**
 * Several figures as somebody types them, in rows: {@code year}, {@code sector}, {@code seen}, {@code value} and {@code
 * explanation} of each in turn. What is entered or changed gets the one source; what is left as it was keeps its own.
 */
record EntryForm(List<Row> rows, String sourceName, String sourceVersion, String sourceUrl) {

    static final int MOST_ROWS = 130;

    /**
     * A row.
     *
     * @param sector code; empty for the whole
     * @param seen when the own figure was entered that the page showed; empty if it showed none
     * @param value a number as the reader's language writes it, or a notation key
     */
    record Row(int year, String sector, String seen, String value, String explanation) {

        boolean isBlank() {
            return value.isEmpty() && explanation.isEmpty();
        }
    }

    static EntryForm from(MultiValueMap<String, String> typed) {
        List<Row> rows = new ArrayList<>();
        int count = Math.min(typed.getOrDefault("year", List.of()).size(), MOST_ROWS);
        for (int i = 0; i < count; i++) {
            var year = at(typed, "year", i);
            rows.add(new Row(
                    year.matches("\\d{1,6}") ? Integer.parseInt(year) : 0,
                    at(typed, "sector", i),
                    at(typed, "seen", i),
                    at(typed, "value", i),
                    at(typed, "explanation", i)));
        }
        return new EntryForm(
                rows, at(typed, "sourceName", 0), at(typed, "sourceVersion", 0), at(typed, "sourceUrl", 0));
    }

    private static String at(MultiValueMap<String, String> typed, String name, int index) {
        var values = typed.getOrDefault(name, List.of());
        return index < values.size() && values.get(index) != null
                ? values.get(index).replace("\r\n", "\n").strip()
                : "";
    }

    SourceDetails source() {
        return new SourceDetails(sourceName, sourceVersion, sourceUrl);
    }
}
