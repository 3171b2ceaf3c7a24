package org.samklima.portal.indicators;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;

/**
 * Where figures come from, as a person says it.
 *
 * @param version of the statistics, or the method
 */
public record SourceDetails(
        @Nullable String name,
        @Nullable String version,
        @Nullable String url) {

    private static final int LONGEST = 300;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,1990}");

    public SourceDetails {
        name = stripped(name);
        version = Objects.requireNonNullElse(stripped(version), "");
        url = stripped(url);
    }

    /** @throws Problem if it has no name, or an address that leads nowhere */
    public SourceDetails checked() {
        if (name == null) {
            throw Problem.invalid("indicators.source.missing");
        }
        if (name.length() > LONGEST || Objects.requireNonNull(version).length() > LONGEST) {
            throw Problem.invalid("indicators.source.too-long", LONGEST);
        }
        if (url != null && !ADDRESS.matcher(url).matches()) {
            throw Problem.invalid("indicators.source.bad-address", url);
        }
        return this;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
