package org.samklima.portal.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a workbook's number formats make of its numbers: a number is a day or a percentage only by its format. */
final class CellFormats {

    private enum Kind {
        PLAIN,
        PERCENT,
        DAY
    }

    /** Formats that every workbook has without declaring them (ECMA-376 part 1, 18.8.30). */
    private static final Set<String> BUILT_IN_PERCENT = Set.of("9", "10");

    private static final Set<String> BUILT_IN_DAY = Set.of("14", "15", "16", "17", "22");

    /** A workbook stores binary fractions: 5475.19 as 5475.1899999999996. Spreadsheets show no more than 15 digits. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    private static final int MOST_DIGITS = 40;

    private final List<Kind> byStyle = new ArrayList<>();
    private final LocalDate dayZero;

    private CellFormats(boolean since1904) {
        // 1900 was no leap year, but is one to spreadsheets: day numbers from March 1900 on are one too high.
        this.dayZero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    static CellFormats of(Optional<Xml> styles, boolean since1904) {
        var formats = new CellFormats(since1904);
        if (styles.isPresent()) {
            try (var xml = styles.get()) {
                formats.read(xml);
            }
        }
        return formats;
    }

    private void read(Xml xml) {
        Map<String, String> codes = new HashMap<>();
        boolean inCells = false;
        while (xml.next()) {
            if (xml.atStart("numFmt")) {
                codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
            } else if (xml.atStart("cellXfs") || xml.atEnd("cellXfs")) {
                inCells = !inCells;
            } else if (inCells && xml.atStart("xf")) {
                var id = attribute(xml, "numFmtId");
                byStyle.add(kind(id, codes.getOrDefault(id, "")));
            }
        }
    }

    /** @throws UnreadableTable where it is no number */
    Cell number(String stored, String style) {
        BigDecimal value;
        try {
            value = new BigDecimal(stored);
        } catch (NumberFormatException e) {
            throw new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
        }
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.scale() > 10 * MOST_DIGITS) {
            return new Cell.Broken(Cell.Broken.Reason.ERROR_VALUE, stored);
        }
        if (value.precision() > AS_SHOWN.getPrecision()) {
            value = value.round(AS_SHOWN).stripTrailingZeros();
        }
        return switch (kind(style)) {
            case PLAIN -> new Cell.Figure(value, false);
            case PERCENT -> new Cell.Figure(value.movePointRight(2), true);
            case DAY -> new Cell.Day(dayZero.plusDays(value.longValue()));
        };
    }

    private Kind kind(String style) {
        try {
            int index = style.isEmpty() ? 0 : Integer.parseInt(style);
            return index >= 0 && index < byStyle.size() ? byStyle.get(index) : Kind.PLAIN;
        } catch (NumberFormatException e) {
            throw new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
        }
    }

    private static Kind kind(String id, String code) {
        // Quoted text, escaped characters, colours and locales in a format say nothing about the number.
        var bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "").toLowerCase(Locale.ROOT);
        if (BUILT_IN_PERCENT.contains(id) || bare.contains("%")) {
            return Kind.PERCENT;
        }
        boolean day = bare.contains("y") || bare.contains("d");
        return BUILT_IN_DAY.contains(id) || day ? Kind.DAY : Kind.PLAIN;
    }

    private static String attribute(Xml xml, String name) {
        return Objects.requireNonNullElse(xml.attribute(name), "");
    }
}
