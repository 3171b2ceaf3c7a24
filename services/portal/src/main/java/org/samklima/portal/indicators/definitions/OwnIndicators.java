package org.samklima.portal.indicators.definitions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.IndicatorRows;
import org.samklima.portal.indicators.IndicatorUses;
import org.samklima.portal.indicators.OfficialFiguresShelf;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bound tenant defines indicators of its own. What figures mean stays true: once there is one, its indicator keeps unit and
 * sectors; its code is kept for ever.
 */
@Service
class OwnIndicators {

    private static final int AFTER_THE_SHARED = 1_000;

    private final IndicatorCatalogue catalogue;
    private final IndicatorRows rows;
    private final ObjectProvider<IndicatorUses> uses;
    private final OfficialFiguresShelf shelf;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    OwnIndicators(
            IndicatorCatalogue catalogue,
            IndicatorRows rows,
            ObjectProvider<IndicatorUses> uses,
            OfficialFiguresShelf shelf,
            Tenants tenants,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.uses = uses;
        this.shelf = shelf;
        this.tenants = tenants;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * An indicator of the tenant's own, to be edited.
     *
     * @param lockVersion how often it was changed
     * @param figures how many there are, whomever they are about
     */
    record Edited(Indicator indicator, int lockVersion, int figures) {

        public boolean isFixed() {
            return figures > 0;
        }
    }

    /** @throws Problem not found, also for what is shared */
    @Transactional(readOnly = true)
    Edited get(String code) {
        var indicator = catalogue.get(code);
        if (indicator.shared()) {
            throw Problem.notFound();
        }
        return jdbc.sql(
                        "SELECT lock_version, (SELECT count(*) FROM observation o WHERE o.tenant_id = i.tenant_id"
                                + " AND o.indicator_code = i.code) AS figures FROM indicator i WHERE tenant_id = ? AND code = ?")
                .params(Tenancy.tenantId(), code)
                .query((row, _) -> new Edited(indicator, row.getInt("lock_version"), row.getInt("figures")))
                .single();
    }

    /** @throws Problem if its code is taken, or its sector list is none */
    @Transactional
    void add(Indicator indicator) {
        if (SharedCatalogue.shipped().find(indicator.code()).isPresent()) {
            throw codeTaken(indicator);
        }
        checkSectorList(indicator);
        try {
            rows.add(indicator, AFTER_THE_SHARED);
        } catch (DuplicateKeyException taken) {
            throw codeTaken(indicator);
        }
        audit.record("indicator.added", "indicator", indicator.code(), Map.of("code", indicator.code()));
    }

    /**
     * Gives the indicator of that code another name, wording and so on.
     *
     * @param lockVersion that the editor saw
     * @throws Problem not found; conflict if somebody else changed it meanwhile; invalid if figures would mean something else
     */
    @Transactional
    void change(Indicator changed, int lockVersion) {
        int present = rows.lockedVersion(changed.code()).orElseThrow(Problem::notFound);
        var before = get(changed.code());
        if (present != lockVersion) {
            throw Problem.conflict("indicators.changed-meanwhile");
        }
        checkSectorList(changed);
        if (before.isFixed()) {
            checkMeaning(before, changed);
        }
        rows.change(changed);
        if (tenants.get(Tenancy.tenantId()).isAssociation()) {
            shelf.publish(List.of(changed.code()));
        }
        audit.record(
                "indicator.changed",
                "indicator",
                changed.code(),
                Map.of("before", before.indicator().anyName(), "after", changed.anyName()));
    }

    /** @throws Problem not found; conflict if there are figures, or anything is measured by it */
    @Transactional
    void remove(String code) {
        rows.lockedVersion(code).orElseThrow(Problem::notFound);
        var present = get(code);
        if (present.isFixed()) {
            throw Problem.conflict("indicators.removal.figures", present.figures());
        }
        if (uses.stream().anyMatch(other -> other.isUsed(code))) {
            throw Problem.conflict("indicators.removal.used");
        }
        rows.remove(code);
        audit.record(
                "indicator.removed",
                "indicator",
                code,
                Map.of("name", present.indicator().anyName()));
    }

    private void checkSectorList(Indicator indicator) {
        if (indicator.sectorList() != null
                && catalogue.read().sectorListOf(indicator).isEmpty()) {
            throw Problem.invalid("indicators.unknown-sector-list", indicator.sectorList());
        }
    }

    private static void checkMeaning(Edited before, Indicator changed) {
        if (!isSame(before.indicator().unit(), changed.unit())) {
            throw Problem.invalid(
                    "indicators.unit-fixed",
                    before.figures(),
                    before.indicator().unit().byLanguage().values().iterator().next());
        }
        if (!Objects.equals(before.indicator().sectorList(), changed.sectorList())) {
            throw Problem.invalid("indicators.sectors-fixed", before.figures());
        }
    }

    /** A unit may be written in one more language; what is written already stays. */
    private static boolean isSame(Texts before, Texts changed) {
        return before.byLanguage().entrySet().stream()
                .allMatch(text -> text.getValue().equals(changed.byLanguage().get(text.getKey())));
    }

    private static Problem codeTaken(Indicator indicator) {
        return Problem.conflict("indicators.code-taken", indicator.code());
    }
}
