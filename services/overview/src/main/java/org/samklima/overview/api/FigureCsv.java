package org.samklima.overview.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Figure;
import org.samklima.overview.reading.Grid;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.Sector;
import org.samklima.published.Source;

/**
 * All figures of an edition as comma-separated values (RFC 4180): UTF-8, decimal points, one figure to a line. A gap has
 * no line; a notation key has one without a value.
 */
final class FigureCsv {

    private static final String HEADER =
            "indicator,sector,member_key,member_code,member_name,year,value,unit,notation,source,official,"
                    + "replaced_value,explanation\r\n";

    private final ReadableEdition edition;
    private final Writer lines;

    private FigureCsv(ReadableEdition edition, Writer lines) {
        this.edition = edition;
        this.lines = lines;
    }

    static void write(ReadableEdition edition, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(HEADER);
        var csv = new FigureCsv(edition, writer);
        for (Indicator indicator : edition.indicators()) {
            csv.grid(indicator, null);
            for (Sector sector : edition.sectors(indicator)) {
                csv.grid(indicator, sector.code());
            }
        }
        writer.flush();
    }

    private void grid(Indicator indicator, @Nullable String sector) throws IOException {
        Grid grid = edition.grid(indicator.code(), sector);
        if (grid == null) {
            return;
        }
        String unit = indicator.unit().in(edition.network().defaultLanguage());
        int[] years = grid.years();
        for (int member = 0; member < edition.members().size(); member++) {
            for (int year : years) {
                Figure figure = edition.figure(indicator.code(), sector, member, year);
                if (!figure.isGap()) {
                    line(indicator, sector, edition.members().get(member), year, figure, unit);
                }
            }
        }
    }

    private void line(Indicator indicator, @Nullable String sector, Member member, int year, Figure figure, String unit)
            throws IOException {
        Source source = figure.source();
        write(
                indicator.code(),
                sector,
                member.key(),
                member.officialCode(),
                text(member.name()),
                year,
                number(figure.value()),
                text(unit),
                figure.notation(),
                source == null ? null : source.code(),
                source == null ? null : source.official(),
                number(figure.replaced()),
                text(figure.explanation()));
    }

    private void write(@Nullable Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                lines.write(',');
            }
            Object cell = cells[i];
            if (cell != null) {
                lines.write(quoted(cell.toString()));
            }
        }
        lines.write("\r\n");
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(character -> "\",\r\n".indexOf(character) >= 0)
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    private static @Nullable String number(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    /** What people wrote must not become a formula where somebody opens the file. */
    private static @Nullable String text(@Nullable String written) {
        return written != null && !written.isEmpty() && "=+-@\t\r".indexOf(written.charAt(0)) >= 0
                ? "'" + written
                : written;
    }
}
