package org.samklima.portal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of a workbook, which its cells refer to by number. */
final class SharedStrings {

    /** Readings of Asian characters, which spreadsheets show above the text. */
    private static final String PHONETIC = "rPh";

    private final List<String> texts = new ArrayList<>();

    private SharedStrings() {}

    static SharedStrings of(Optional<Xml> part, TableLimits limits) {
        var strings = new SharedStrings();
        if (part.isPresent()) {
            try (var xml = part.get()) {
                while (xml.next()) {
                    if (xml.atStart("si")) {
                        strings.texts.add(text(xml, limits));
                    }
                }
            }
        }
        return strings;
    }

    /** @throws UnreadableTable where the workbook refers to a text that it does not have */
    String get(String number) {
        try {
            int index = Integer.parseInt(number);
            if (index >= 0 && index < texts.size()) {
                return texts.get(index);
            }
        } catch (NumberFormatException e) {
            throw new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
        }
        throw new UnreadableTable(TableFault.BROKEN_WORKBOOK);
    }

    private static String text(Xml xml, TableLimits limits) {
        try {
            return xml.text(limits.cellLength(), PHONETIC);
        } catch (Xml.TextTooLong e) {
            throw new UnreadableTable(e, TableFault.CELL_TOO_LONG, 0, "?", limits.cellLength());
        }
    }
}
