package org.samklima.portal.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.samklima.portal.tenancy.TenantTables;

/**
 * What an archive says of itself, in {@code archive.json}.
 *
 * @param format version of the format of archives
 * @param tenant whose it is
 * @param tables in the order in which their rows can be added
 * @param leftOut tables that are not in it, each with its reason
 */
record Manifest(
        int format, UUID tenant, Instant exportedAt, long files, List<Rows> tables, Map<String, String> leftOut) {

    /** The one that is written, and the only one that is read. */
    static final int FORMAT = 1;

    private static final String FILE_TYPE = "bytea";

    static final String FILE = "archive.json";
    static final String TENANT = "tenant.json";
    static final String OTHERS = "organisations.json";

    /** @throws RuntimeException if anything is missing, or a table is there twice */
    Manifest {
        tables = List.copyOf(tables);
        if (tables.stream().map(Rows::table).distinct().count() < tables.size()) {
            throw new IllegalArgumentException("A table is there twice");
        }
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * One table's rows, a line of JSON for each.
     *
     * @param columns with their types, as PostgreSQL writes them
     * @param sha256 of the file's bytes, in hexadecimal
     */
    record Rows(String table, long rows, Map<String, String> columns, String sha256) {

        Rows {
            Objects.requireNonNull(table);
            Objects.requireNonNull(sha256);
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        /** Columns whose bytes stand in files of their own. */
        List<String> files() {
            return columns.entrySet().stream()
                    .filter(column -> column.getValue().equals(FILE_TYPE))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        String file() {
            return fileOf(table);
        }
    }

    static String fileOf(String table) {
        return "tables/" + table + ".jsonl";
    }

    static boolean isFile(TenantTables.Column column) {
        return column.type().equals(FILE_TYPE);
    }
}
