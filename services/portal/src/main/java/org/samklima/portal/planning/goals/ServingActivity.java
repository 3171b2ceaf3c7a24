package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity that serves a goal, as the goal's page shows it.
 *
 * @param page below the tenant, as {@code activities/…}
 * @param state key of the words for its state
 * @param tone of the badge: good, running, warning, bad or neutral
 * @param responsible blank where nobody is named
 * @param effectTonnes expected effect in tonnes of CO₂e a year; null where nobody has estimated it
 */
public record ServingActivity(
        UUID id,
        String title,
        String page,
        String state,
        String tone,
        String responsible,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal effectTonnes) {}
