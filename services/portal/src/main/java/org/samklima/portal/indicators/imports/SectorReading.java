package org.samklima.portal.indicators.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.imports.ImportPlan.PlannedValue;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.TableRow;

/**
 * Understands which sector a figure is of, in files that give a sector and its parts, and the totals of both: the whole, each
 * sector of the indicator's list once, and nothing twice.
 */
final class SectorReading {

    private static final String WHOLE = "";

    private final ImportPlan plan;
    private final Catalogue catalogue;
    private final Map<String, Map<String, Optional<Sector>>> called = new HashMap<>();

    SectorReading(ImportPlan plan, Catalogue catalogue) {
        this.plan = plan;
        this.catalogue = catalogue;
    }

    /**
     * The sector's code; empty for the whole.
     *
     * @throws PassedOver if what the row holds is counted in another row
     * @throws Misread if it is of a sector that the indicator's list does not have
     */
    String sector(TableRow row, Indicator indicator, PlannedValue value) throws Misread, PassedOver {
        var list = catalogue.sectorListOf(indicator);
        if (value.sector() != null) {
            return known(row, value.column(), list, indicator, value.sector());
        }
        var sector = text(row, plan.sector());
        var part = text(row, plan.subSector());
        if (sector.isEmpty() && part.isEmpty()) {
            return WHOLE;
        }
        boolean isAllSectors = plan.totalWords().contains(sector);
        if (list.isEmpty()) {
            return undivided(row, indicator, sector, part, isAllSectors);
        }
        if (!plan.fileSectors().isAll(part)) {
            return part(row, list.get(), sector, part);
        }
        if (isAllSectors) {
            return whole();
        }
        if (called(list.get(), sector).isEmpty()
                && plan.fileSectors().partsOf(sector).stream()
                        .anyMatch(one -> called(list.get(), one).isPresent())) {
            throw new PassedOver(RowKind.SUM_OF_PARTS);
        }
        return known(row, plan.sector().orElse(value.column()), list, indicator, sector);
    }

    /** Of what is not divided only the whole is taken, provided that the file has it. */
    private String undivided(TableRow row, Indicator indicator, String sector, String part, boolean isAllSectors)
            throws Misread, PassedOver {
        boolean isWhole =
                (isAllSectors || sector.isEmpty()) && plan.fileSectors().isAll(part);
        if (isWhole) {
            return whole();
        }
        if (plan.fileSectors().hasWhole()) {
            throw new PassedOver(RowKind.PART);
        }
        throw new Misread(Misread.problem(
                row, plan.sector().or(plan::subSector).orElseThrow(), "without-sectors", indicator.code(), sector));
    }

    /** A part of a sector is a sector itself where the list has it; else it must be in the sector's own row. */
    private String part(TableRow row, SectorList list, String sector, String part) throws Misread, PassedOver {
        var own = called(list, part);
        if (own.isPresent()) {
            return own.get().code();
        }
        if (plan.fileSectors().hasTotalOf(sector) || plan.totalWords().contains(sector)) {
            throw new PassedOver(RowKind.PART);
        }
        throw new Misread(Misread.problem(row, plan.subSector().orElseThrow(), "part-without-total", part, sector));
    }

    private String whole() throws PassedOver {
        if (!plan.takesWhole()) {
            throw new PassedOver(RowKind.WHOLE_LEFT_OUT);
        }
        return WHOLE;
    }

    private String known(TableRow row, Column column, Optional<SectorList> list, Indicator indicator, String written)
            throws Misread {
        if (list.isEmpty()) {
            throw new Misread(Misread.problem(row, column, "without-sectors", indicator.code(), written));
        }
        return called(list.get(), written)
                .orElseThrow(() -> new Misread(Misread.problem(row, column, "unknown-sector", written)))
                .code();
    }

    private Optional<Sector> called(SectorList list, String written) {
        return called.computeIfAbsent(list.code(), none -> new HashMap<>()).computeIfAbsent(written, list::called);
    }

    private static String text(TableRow row, Optional<Column> column) {
        return column.map(present -> row.cell(present.index()).text()).orElse("");
    }
}
