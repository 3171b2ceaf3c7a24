package org.samklima.portal.tables;

import java.io.Closeable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An XLSX file: which sheets it has and where their parts are. Our own reader, see {@code
 * docs/decisions/0007-reading-tables-ourselves.md}.
 */
final class Workbook implements Closeable {

    private static final String STRICT_OR_TRANSITIONAL = "/officeDocument";

    private final Parts parts;
    private final TableLimits limits;
    private final String folder;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private String sharedStrings = "";
    private String styles = "";
    private boolean since1904;

    private record Sheet(String relation, boolean visible) {}

    private Workbook(Parts parts, TableLimits limits) {
        this.parts = parts;
        this.limits = limits;
        var main = mainPart(parts);
        this.folder = main.substring(0, main.lastIndexOf('/') + 1);
        readSheets(main);
        readRelations(main);
        if (sheets.isEmpty()) {
            throw new UnreadableTable(TableFault.BROKEN_WORKBOOK);
        }
    }

    static Workbook open(byte[] content, TableLimits limits) {
        var parts = Parts.open(content, limits);
        try {
            return new Workbook(parts, limits);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    List<String> visibleSheets() {
        return sheets.entrySet().stream()
                .filter(sheet -> sheet.getValue().visible())
                .map(Map.Entry::getKey)
                .toList();
    }

    String firstSheet() {
        var visible = visibleSheets();
        return visible.isEmpty() ? sheets.keySet().iterator().next() : visible.getFirst();
    }

    String sheet(String name) {
        if (!sheets.containsKey(name)) {
            throw new UnreadableTable(TableFault.NO_SUCH_SHEET, name, String.join(", ", sheets.keySet()));
        }
        return name;
    }

    /** The rows of a sheet; the cursor closes the workbook. */
    RowCursor rows(String sheet) {
        try {
            var part = targets.getOrDefault(
                    Objects.requireNonNull(sheets.get(sheet)).relation(), "");
            var strings = SharedStrings.of(parts.find(sharedStrings), limits);
            var formats = CellFormats.of(parts.find(styles), since1904);
            return new SheetCursor(this, parts.get(part), strings, formats, limits);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static String mainPart(Parts parts) {
        var root = parts.find("_rels/.rels");
        if (root.isEmpty()) {
            throw new UnreadableTable(
                    parts.has("content.xml") && parts.has("mimetype")
                            ? TableFault.OPEN_DOCUMENT
                            : TableFault.NOT_A_WORKBOOK);
        }
        try (var xml = root.get()) {
            while (xml.next()) {
                if (xml.atStart("Relationship") && attribute(xml, "Type").endsWith(STRICT_OR_TRANSITIONAL)) {
                    return mainPart(parts, attribute(xml, "Target"));
                }
            }
        }
        throw new UnreadableTable(TableFault.NOT_A_WORKBOOK);
    }

    private static String mainPart(Parts parts, String target) {
        if (target.endsWith(".bin")) {
            throw new UnreadableTable(TableFault.BINARY_XLSB);
        }
        return target;
    }

    private void readSheets(String main) {
        try (var xml = parts.get(main)) {
            if (!xml.root().equals("workbook")) {
                throw new UnreadableTable(TableFault.NOT_A_WORKBOOK);
            }
            while (xml.next()) {
                if (xml.atStart("sheet")) {
                    var visible = attribute(xml, "state").isEmpty()
                            || attribute(xml, "state").equals("visible");
                    sheets.putIfAbsent(attribute(xml, "name"), new Sheet(attribute(xml, "id"), visible));
                } else if (xml.atStart("workbookPr")) {
                    since1904 = List.of("1", "true").contains(attribute(xml, "date1904"));
                }
            }
        }
    }

    private void readRelations(String main) {
        var file = main.substring(folder.length());
        try (var xml = parts.get(folder + "_rels/" + file + ".rels")) {
            while (xml.next()) {
                if (xml.atStart("Relationship")) {
                    var target = attribute(xml, "Target");
                    var part = target.startsWith("/") ? target : folder + target;
                    var type = attribute(xml, "Type");
                    if (type.endsWith("/sharedStrings")) {
                        sharedStrings = part;
                    } else if (type.endsWith("/styles")) {
                        styles = part;
                    } else if (type.endsWith("/worksheet")) {
                        targets.put(attribute(xml, "Id"), part);
                    }
                }
            }
        }
    }

    private static String attribute(Xml xml, String name) {
        return Objects.requireNonNullElse(xml.attribute(name), "");
    }

    @Override
    public void close() {
        parts.close();
    }
}
