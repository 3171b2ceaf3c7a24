package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where figures come from.
 *
 * @param code unique in the edition
 * @param official true for official statistics; false for what a member entered itself
 * @param version version or method of the statistics
 * @param year the year the source was published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        String code,
        Texts name,
        boolean official,
        @Nullable String version,
        @Nullable Integer year,
        @Nullable String url) {

    public Source {
        WebAddress.check(url);
    }
}
