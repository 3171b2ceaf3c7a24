package org.samklima.portal.lists;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Cell;
import org.samklima.portal.tables.ColumnMapping;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ReadingOptions;
import org.samklima.portal.tables.TableFault;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.portal.tables.UnreadableTable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list as it was uploaded: short enough to travel with the page between trying and importing, so that nothing is kept
 * of what is only tried.
 *
 * @param name of the file
 * @param headings of its columns, from the first on
 * @param rows as texts
 * @param guess from the name of a role to the number of its column, counted from 0
 */
public record ListFile(String name, List<String> headings, List<Row> rows, Map<String, Integer> guess) {

    /**
     * What a list may be at most: the largest country of municipalities has about 35,000, and an activity's description or budget
     * takes some ten thousand characters.
     */
    static final TableLimits LIMITS =
            new TableLimits(DataSize.ofMegabytes(10), 40_000, 100, 40_000, DataSize.ofMegabytes(100), 200, 1_000);

    private static final int LARGEST_UNPACKED = 50 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param number where the row stands in the file */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ListFile {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        guess = Map.copyOf(guess);
    }

    /**
     * Reads what was uploaded.
     *
     * @throws UnreadableTable where there is no list in it
     */
    public static ListFile read(MultipartFile upload, List<ColumnRole> roles) {
        var name = upload.getOriginalFilename() == null ? "" : upload.getOriginalFilename();
        try (var in = upload.getInputStream()) {
            return read(TableFile.receive(name, upload.getSize(), in, LIMITS), roles);
        } catch (IOException broken) {
            throw Problem.invalid("lists.upload-broken");
        }
    }

    static ListFile read(TableFile file, List<ColumnRole> roles) {
        var table = file.read(ReadingOptions.AUTOMATIC);
        var guess = new TreeMap<String, Integer>();
        var guessed = ColumnMapping.guess(table, roles);
        for (var role : roles) {
            guessed.column(table, role.name()).ifPresent(column -> guess.put(role.name(), column.index()));
        }
        var rows = new ArrayList<Row>();
        table.forEachRow(row -> rows.add(
                new Row(row.number(), row.cells().stream().map(ListFile::text).toList())));
        var headings = table.columns().stream().map(column -> column.label()).toList();
        return new ListFile(file.name(), headings, rows, guess);
    }

    /** A figure of a workbook is no text that could mean thousands: 1.234 is 1.2340. */
    private static String text(Cell cell) {
        return cell instanceof Cell.Figure(var value, var percent)
                        && !percent
                        && value.stripTrailingZeros().scale() == 3
                ? cell.text() + "0"
                : cell.text();
    }

    /** The rows by what their columns mean; a role of a column that is not there has no values. */
    public List<ListRow> rows(Map<String, Integer> columns) {
        return rows.stream()
                .map(row -> {
                    var values = new TreeMap<String, String>();
                    columns.forEach((role, column) -> {
                        var text = column < row.cells.size() ? row.cells.get(column) : "";
                        if (!text.isEmpty()) {
                            values.put(role, text);
                        }
                    });
                    return new ListRow(row.number, values);
                })
                .toList();
    }

    /**
     * Which column is meant, by its heading (upper and lower case are the same) or by its place as in {@code #3}.
     *
     * @throws UnreadableTable where there is none
     */
    int column(String headingOrPlace) {
        for (int index = 0; index < headings.size(); index++) {
            if (headings.get(index).equalsIgnoreCase(headingOrPlace.strip())
                    || ("#" + (index + 1)).equals(headingOrPlace.strip())) {
                return index;
            }
        }
        throw new UnreadableTable(TableFault.NO_SUCH_COLUMN, headingOrPlace, String.join(", ", headings));
    }

    /** As a text that a hidden field of a form can carry. */
    public String packed() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            JSON.writeValue(gzip, this);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** @throws Problem if this was not made by {@link #packed()} */
    public static ListFile unpack(String packed) {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return JSON.readValue(gzip.readNBytes(LARGEST_UNPACKED), ListFile.class);
        } catch (IOException | IllegalArgumentException | JacksonException broken) {
            throw Problem.invalid("lists.upload-broken");
        }
    }
}
