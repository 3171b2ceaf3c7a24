package org.samklima.overview.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Figure;
import org.samklima.overview.reading.Grid;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Indicator;
import org.samklima.published.Source;

/** Says where figures come from, for the line under each of them. */
final class Sources {

    private Sources() {}

    /** All sources of an indicator's figures over everybody, as a whole and by sector. */
    static String of(ReadableEdition edition, Indicator indicator, Visit visit) {
        var parts = new ArrayList<@Nullable String>();
        parts.add(null);
        edition.sectors(indicator).forEach(sector -> parts.add(sector.code()));
        var used = new LinkedHashSet<Source>();
        for (String part : parts) {
            for (int member = 0; member < edition.members().size(); member++) {
                used.addAll(ofMember(edition, indicator.code(), part, member));
            }
        }
        return written(List.copyOf(used), visit);
    }

    static String of(ReadableEdition edition, Indicator indicator, @Nullable String sector, int member, Visit visit) {
        return written(ofMember(edition, indicator.code(), sector, member), visit);
    }

    private static List<Source> ofMember(
            ReadableEdition edition, String indicator, @Nullable String sector, int member) {
        Grid grid = edition.grid(indicator, sector);
        var used = new LinkedHashSet<Source>();
        if (grid != null) {
            for (int year : grid.years()) {
                Figure figure = edition.figure(indicator, sector, member, year);
                if (figure.source() != null) {
                    used.add(figure.source());
                }
            }
        }
        return List.copyOf(used);
    }

    static String written(List<Source> sources, Visit visit) {
        return sources.stream().map(source -> written(source, visit)).collect(Collectors.joining("; "));
    }

    /** Name, version and year of publication. */
    static String written(Source source, Visit visit) {
        var written = new StringBuilder(visit.text(source.name()));
        if (source.version() != null) {
            written.append(", ").append(source.version());
        }
        if (source.year() != null) {
            written.append(" (").append(source.year()).append(')');
        }
        return written.toString();
    }
}
