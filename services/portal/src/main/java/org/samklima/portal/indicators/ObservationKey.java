package org.samklima.portal.indicators;

import java.util.Objects;
import java.util.UUID;

/**
 * What a figure is of, official and own ones apart.
 *
 * @param sector code of the sector, empty for the whole
 */
public record ObservationKey(UUID subject, String indicator, String sector, int year) {

    public static ObservationKey of(Observation observation) {
        return new ObservationKey(
                observation.subject(),
                observation.indicator(),
                Objects.requireNonNullElse(observation.sector(), ""),
                observation.year());
    }
}
