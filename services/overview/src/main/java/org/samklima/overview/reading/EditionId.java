package org.samklima.overview.reading;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which edition of a network: its year and its version; written {@code 2025.2}. */
public record EditionId(int year, int version) implements Comparable<EditionId> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})\\.(\\d{1,6})");
    private static final Comparator<EditionId> ORDER =
            Comparator.comparingInt(EditionId::year).thenComparingInt(EditionId::version);

    /** Empty for any text that is not a year and a version. */
    public static Optional<EditionId> parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new EditionId(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(EditionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "." + version;
    }
}
