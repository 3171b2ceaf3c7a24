package org.samklima.portal.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samklima.portal.closing.Closings;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantTables.Column;
import org.samklima.portal.tenancy.TenantTables.Table;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts an archive's rows into the bound tenant's tables. Whatever tenant a row names, it becomes the bound one's: PostgreSQL
 * itself makes rows of the lines, so that nothing changes on the way.
 */
class RowLoading {

    private static final int ROWS = 500;
    private static final int CHARACTERS = 1_000_000;

    /** So much of a table that refers to itself is in memory at once; of a council's fields of action there are some dozens. */
    private static final int MOST_CHARACTERS = 32_000_000;

    private final JdbcClient jdbc;
    private final ArchiveFile archive;
    private final OtherIds otherIds;

    RowLoading(JdbcClient jdbc, ArchiveFile archive, OtherIds otherIds) {
        this.jdbc = jdbc;
        this.archive = archive;
        this.otherIds = otherIds;
    }

    /** @throws Problem if a row is refused; the transaction is over then */
    long load(List<Table> tables) {
        var byName = archive.manifest().tables().stream()
                .collect(Collectors.toMap(Manifest.Rows::table, Function.identity()));
        return tables.stream()
                .filter(table -> byName.containsKey(table.fullName()))
                .mapToLong(table -> load(table, byName.get(table.fullName())))
                .sum();
    }

    private long load(Table table, Manifest.Rows rows) {
        var columns = table.columns().stream()
                .filter(column -> rows.columns().containsKey(column.name()))
                .toList();
        var files = columns.stream().filter(Manifest::isFile).map(Column::name).toList();
        var statement = statement(table, columns);
        var batch = new Batch(files.isEmpty() ? table.refersToItself() ? Integer.MAX_VALUE : ROWS : 1);
        try {
            archive.lines(rows, line -> {
                batch.lines.add(line);
                batch.characters += line.length();
                if (batch.characters > MOST_CHARACTERS) {
                    throw Problem.invalid("archive.damaged", rows.file());
                }
                if (batch.isFull()) {
                    insert(statement, batch, files);
                }
            });
            insert(statement, batch, files);
        } catch (DataIntegrityViolationException refused) {
            throw Problem.invalid(
                    "archive.row-refused",
                    table.fullName(),
                    String.valueOf(refused.getMostSpecificCause().getMessage()));
        }
        return rows.rows();
    }

    private static final class Batch {

        private final int most;
        private final List<String> lines = new ArrayList<>();
        private long characters;

        private Batch(int most) {
            this.most = most;
        }

        private boolean isFull() {
            return lines.size() >= most || (most != Integer.MAX_VALUE && characters > CHARACTERS);
        }
    }

    /**
     * Two lists of the same rows: with the ids of here, and as they came, for documents that receipts are made of are not
     * touched. What a tenant left behind when it was erased here is there already, and never changed.
     */
    private static String statement(Table table, List<Column> columns) {
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var values = columns.stream()
                .map(column -> switch (column.type()) {
                    case "json" -> "(j.came ->> '" + column.name() + "')::json";
                    case "bytea" -> ":" + column.name() + "::bytea";
                    default -> column.name().equals("tenant_id") ? ":tenant::uuid" : "r." + column.name();
                })
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table.fullName() + " (" + names + ") SELECT " + values
                + " FROM ROWS FROM (json_array_elements(:here::json), json_array_elements(:came::json)) AS j (here, came),"
                + " LATERAL json_populate_record(NULL::" + table.fullName() + ", j.here) r"
                + (Closings.STAYS.containsKey(table.fullName()) ? " ON CONFLICT DO NOTHING" : "");
    }

    private void insert(String statement, Batch batch, List<String> files) {
        if (batch.lines.isEmpty()) {
            return;
        }
        var came = batch.lines.stream().collect(Collectors.joining(",", "[", "]"));
        var insert = jdbc.sql(statement)
                .param("tenant", Tenancy.tenantId())
                .param("here", otherIds.in(came))
                .param("came", came);
        for (var file : files) {
            insert = insert.param(file, archive.file(batch.lines.getFirst(), file));
        }
        insert.update();
        batch.lines.clear();
        batch.characters = 0;
    }
}
