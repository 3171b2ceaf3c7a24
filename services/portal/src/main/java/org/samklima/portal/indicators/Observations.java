package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.published.NotationKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures that the bound tenant keeps: an association its members' official ones, a municipality its own. Lists are in
 * the order of sector and year.
 */
@Repository
public class Observations {

    private static final String SELECT =
            "SELECT o.*, s.name, s.version, s.url, s.file_name, s.row_count, s.imported_at FROM observation o"
                    + " JOIN source s ON s.tenant_id = o.tenant_id AND s.id = o.source_id WHERE o.tenant_id = ?";
    private static final String ORDER = " ORDER BY o.indicator_code, o.sector_code, o.year, o.subject_id, o.origin";

    private final JdbcClient jdbc;

    Observations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything known about these indicators, whomever it is about. */
    @Transactional(readOnly = true)
    public List<Observation> of(Collection<String> indicators) {
        return jdbc.sql(SELECT + " AND o.indicator_code = ANY (?)" + ORDER)
                .params(Tenancy.tenantId(), indicators.toArray(String[]::new))
                .query(Observations::observation)
                .list();
    }

    /** One indicator in one year, whomever it is about. */
    @Transactional(readOnly = true)
    public List<Observation> of(String indicator, int year) {
        return jdbc.sql(SELECT + " AND o.indicator_code = ? AND o.year = ?" + ORDER)
                .params(Tenancy.tenantId(), indicator, year)
                .query(Observations::observation)
                .list();
    }

    /** Everything about one subject. */
    @Transactional(readOnly = true)
    public List<Observation> about(UUID subject) {
        return jdbc.sql(SELECT + " AND o.subject_id = ?" + ORDER)
                .params(Tenancy.tenantId(), subject)
                .query(Observations::observation)
                .list();
    }

    /**
     * How much there is of an indicator.
     *
     * @param subjects how many it has figures about
     */
    public record Extent(String indicator, int subjects, int firstYear, int lastYear) {}

    /** By indicator; one without figures is not there. */
    @Transactional(readOnly = true)
    public Map<String, Extent> extents() {
        Map<String, Extent> extents = new HashMap<>();
        jdbc.sql("SELECT indicator_code AS indicator, count(DISTINCT subject_id) AS subjects, min(year) AS first_year,"
                        + " max(year) AS last_year FROM observation WHERE tenant_id = ? GROUP BY indicator_code")
                .param(Tenancy.tenantId())
                .query(Extent.class)
                .list()
                .forEach(extent -> extents.put(extent.indicator(), extent));
        return extents;
    }

    /** The years of which there is a figure, the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years(String indicator) {
        return jdbc.sql("SELECT DISTINCT year FROM observation WHERE tenant_id = ? AND indicator_code = ?"
                        + " ORDER BY year DESC")
                .params(Tenancy.tenantId(), indicator)
                .query(Integer.class)
                .list();
    }

    /** The figures of one origin that are there. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<ObservationKey, Figure> present(Origin origin, Collection<String> indicators) {
        Map<ObservationKey, Figure> figures = new HashMap<>();
        jdbc.sql("SELECT subject_id, indicator_code, sector_code, year, value, notation, explanation FROM observation"
                        + " WHERE tenant_id = ? AND indicator_code = ANY (?) AND origin = ?")
                .params(Tenancy.tenantId(), indicators.toArray(String[]::new), origin.name())
                .query(row -> {
                    figures.put(
                            new ObservationKey(
                                    row.getObject("subject_id", UUID.class),
                                    row.getString("indicator_code"),
                                    row.getString("sector_code"),
                                    row.getInt("year")),
                            figure(row));
                });
        return figures;
    }

    /** @return how many there were */
    @Transactional(propagation = Propagation.MANDATORY)
    int removeOwn(UUID subject, String indicator, Collection<OwnFigures.Place> places) {
        return jdbc.sql("DELETE FROM observation WHERE tenant_id = ? AND subject_id = ? AND indicator_code = ?"
                        + " AND origin = 'OWN' AND (year, sector_code) IN (SELECT * FROM unnest(?::int[], ?::text[]))")
                .params(
                        Tenancy.tenantId(),
                        subject,
                        indicator,
                        places.stream().map(OwnFigures.Place::year).toArray(Integer[]::new),
                        places.stream()
                                .map(place -> Objects.requireNonNullElse(place.sector(), ""))
                                .toArray(String[]::new))
                .update();
    }

    private static Observation observation(ResultSet row, int number) throws SQLException {
        var sector = row.getString("sector_code");
        return new Observation(
                row.getObject("subject_id", UUID.class),
                row.getString("indicator_code"),
                sector.isEmpty() ? null : sector,
                row.getInt("year"),
                figure(row),
                row.getString("explanation"),
                Origin.valueOf(row.getString("origin")),
                Sources.source(row, "source_id"),
                row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private static Figure figure(ResultSet row) throws SQLException {
        @Nullable BigDecimal value = row.getBigDecimal("value");
        return value != null
                ? new Figure.Value(value)
                : new Figure.Noted(NotationKey.valueOf(row.getString("notation")), row.getString("explanation"));
    }
}
