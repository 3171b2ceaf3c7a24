package org.samklima.portal.planning.activities;

import java.util.Arrays;
import java.util.Optional;

/** What else an activity is good for, besides the climate. */
public enum CoBenefit {
    HEALTH,
    AIR_QUALITY,
    NOISE,
    BIODIVERSITY,
    ECONOMY,
    JOBS,
    RESILIENCE,
    EQUITY,
    COMFORT;

    static Optional<CoBenefit> of(String code) {
        return Arrays.stream(values())
                .filter(benefit -> benefit.name().equals(code))
                .findFirst();
    }
}
