package org.samklima.portal.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.UnreadableTable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A list, and which of its columns mean what.
 *
 * @param columns from the name of a role to the number of its column, counted from 0
 */
public record ListUpload(ListFile file, Map<String, Integer> columns) {

    /** Parameters of a page by which its reader says which column plays the role whose name follows. */
    static final String COLUMN = "column-";

    /** The parameter that carries the list from page to page. */
    static final String PACKED = "list";

    public ListUpload {
        columns = Map.copyOf(columns);
    }

    /**
     * From a page: a file chosen now, its columns guessed; or the one tried before, with the columns its reader chose.
     *
     * @throws UnreadableTable where there is no list in the file
     * @throws Problem where there is no file
     */
    public static ListUpload ofPage(
            @Nullable MultipartFile chosen, Map<String, String> parameters, List<ColumnRole> roles) {
        if (chosen != null && !chosen.isEmpty()) {
            var file = ListFile.read(chosen, roles);
            return new ListUpload(file, file.guess());
        }
        var packed = parameters.get(PACKED);
        if (packed == null) {
            throw Problem.invalid("lists.no-file");
        }
        var file = ListFile.unpack(packed);
        return new ListUpload(file, chosen(roles, role -> parameters.get(COLUMN + role), file::column));
    }

    /**
     * From a program: a file, and the columns by heading or place; where it names none they are guessed.
     *
     * @throws UnreadableTable where there is no list in the file, or not that column
     */
    public static ListUpload ofProgram(
            MultipartFile upload, @Nullable Map<String, String> mapping, List<ColumnRole> roles) {
        var file = ListFile.read(upload, roles);
        return new ListUpload(
                file, mapping == null || mapping.isEmpty() ? file.guess() : chosen(roles, mapping::get, file::column));
    }

    private static Map<String, Integer> chosen(
            List<ColumnRole> roles, Function<String, @Nullable String> choice, Function<String, Integer> column) {
        var columns = new HashMap<String, Integer>();
        for (var role : roles) {
            var chosen = choice.apply(role.name());
            if (chosen != null && !chosen.isBlank()) {
                columns.put(role.name(), column.apply(chosen));
            }
        }
        return columns;
    }

    public List<ListRow> rows() {
        return file.rows(columns);
    }
}
