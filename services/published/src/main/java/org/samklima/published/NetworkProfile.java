package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a network presents itself to the public. Document kind {@value #KIND}, subject {@value #SUBJECT}; the highest
 * version counts.
 *
 * @param id the network's tenant
 * @param slug the network's part of an address; unique on the platform
 * @param languages language codes the network writes in, its preferred order
 * @param defaultLanguage one of {@code languages}
 * @param accentColour as {@code #rrggbb}
 * @param contact an e-mail address, or an address on the web
 * @param ranking how much of a ranking the network wants shown; {@link Ranking#BEST_HALF} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkProfile(
        UUID id,
        String slug,
        Texts name,
        List<String> languages,
        String defaultLanguage,
        String accentColour,
        ZoneId timeZone,
        @Nullable Texts description,
        @Nullable String contact,
        @Nullable Ranking ranking) {

    public static final String KIND = "network";
    public static final String SUBJECT = "profile";

    public NetworkProfile {
        languages = Lists.copy(languages);
        ranking = ranking == null ? Ranking.BEST_HALF : ranking;
        if (!accentColour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("An accent colour is #rrggbb, not " + accentColour);
        }
    }
}
