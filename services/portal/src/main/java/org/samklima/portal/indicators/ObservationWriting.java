package org.samklima.portal.indicators;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes many figures at once; the driver sends a batch as statements of many rows. */
@Component
public class ObservationWriting {

    static final String UPSERT =
            "INSERT INTO observation (tenant_id, subject_id, indicator_code, sector_code, year, origin, value, notation,"
                    + " explanation, source_id, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (tenant_id, subject_id, indicator_code, sector_code, year, origin) DO UPDATE SET"
                    + " value = excluded.value, notation = excluded.notation, explanation = excluded.explanation,"
                    + " source_id = excluded.source_id, entered_by = excluded.entered_by, entered_at = excluded.entered_at";

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    ObservationWriting(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param progress hears how many have been written so far */
    @Transactional(propagation = Propagation.MANDATORY)
    public void all(List<Observation> observations, IntConsumer progress) {
        for (int from = 0; from < observations.size(); from += BATCH) {
            var batch = observations.subList(from, Math.min(from + BATCH, observations.size()));
            jdbc.batchUpdate(
                    UPSERT,
                    batch.stream()
                            .map(observation -> row(observation).toArray())
                            .toList());
            progress.accept(from + batch.size());
        }
    }

    static List<@Nullable Object> row(Observation observation) {
        var noted = observation.figure() instanceof Figure.Noted figure ? figure : null;
        return Arrays.asList(
                Tenancy.tenantId(),
                observation.subject(),
                observation.indicator(),
                Objects.requireNonNullElse(observation.sector(), ""),
                observation.year(),
                observation.origin().name(),
                observation.figure().value().orElse(null),
                noted == null ? null : noted.key().name(),
                noted == null ? observation.explanation() : noted.explanation(),
                observation.source().id(),
                observation.enteredBy(),
                OffsetDateTime.ofInstant(observation.enteredAt(), ZoneOffset.UTC));
    }
}
