package org.samklima.portal.indicators.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row of a file, or worth knowing about it. Kept as JSON with the import's report, said in the reader's
 * language.
 *
 * @param row its number in the file
 * @param column letter of the column, null where the whole row is meant
 * @param key of the message
 * @param arguments of the message
 */
record RowProblem(int row, @Nullable String column, String key, List<String> arguments) {

    RowProblem {
        arguments = List.copyOf(arguments);
    }

    /** What the API calls it: the key's last part. */
    String code() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
