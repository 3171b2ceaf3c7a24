package org.samklima.portal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.portal.tenancy.TenantTables.Column;
import org.samklima.portal.tenancy.TenantTables.Table;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything that the bound tenant has into one ZIP file, row by row: only one attached file is in memory at a time. */
@Component
class ArchiveWriter {

    private static final int FETCHED_AT_ONCE = 500;

    private final TenantTables tables;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ArchiveWriter(TenantTables tables, Tenants tenants, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.tables = tables;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Told after each table. */
    interface Progress {

        void at(int tables, int of, long rows);
    }

    /** Of one moment, so the transaction must be of the isolation level {@code REPEATABLE READ}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Manifest write(OutputStream out, Progress progress) {
        var taken = LeftOut.without(tables.all());
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            writeJson(zip, Manifest.TENANT, DirectoryLine.of(tenants.get(Tenancy.tenantId())));
            writeJson(zip, Manifest.OTHERS, others(taken));
            List<Manifest.Rows> written = new ArrayList<>();
            long files = 0;
            for (var table : taken) {
                var entry = rows(zip, table);
                files += files(zip, table);
                written.add(entry);
                progress.at(
                        written.size(),
                        taken.size(),
                        written.stream().mapToLong(Manifest.Rows::rows).sum());
            }
            var manifest =
                    new Manifest(Manifest.FORMAT, Tenancy.tenantId(), clock.instant(), files, written, LeftOut.TABLES);
            writeJson(zip, Manifest.FILE, manifest);
            return manifest;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Manifest.Rows rows(ZipOutputStream zip, Table table) throws IOException {
        var sha = sha256();
        var lines = new DigestOutputStream(zip, sha);
        long[] count = {0};
        zip.putNextEntry(new ZipEntry(Manifest.fileOf(table.fullName())));
        jdbc.sql("SELECT row_to_json(r)::text FROM (SELECT " + asJson(table) + " FROM " + table.fullName()
                        + " WHERE tenant_id = ? ORDER BY " + String.join(", ", table.key()) + ") r")
                .withFetchSize(FETCHED_AT_ONCE)
                .param(Tenancy.tenantId())
                .query(row -> {
                    count[0]++;
                    writing(() -> lines.write((row.getString(1) + "\n").getBytes(StandardCharsets.UTF_8)));
                });
        zip.closeEntry();
        Map<String, String> columns = table.columns().stream()
                .collect(Collectors.toMap(Column::name, Column::type, (a, _) -> a, LinkedHashMap::new));
        return new Manifest.Rows(
                table.fullName(), count[0], columns, HexFormat.of().formatHex(sha.digest()));
    }

    /** A document stays the text it is, because receipts are made of it; bytes stand in a file of their own. */
    private static String asJson(Table table) {
        return table.columns().stream()
                .map(column -> switch (column.type()) {
                    case "json" -> column.name() + "::text AS " + column.name();
                    case "bytea" ->
                        "CASE WHEN " + column.name() + " IS NOT NULL THEN " + fileName(table, column) + " END AS "
                                + column.name();
                    default -> column.name();
                })
                .collect(Collectors.joining(", "));
    }

    /**
     * SQL for the path of the file that holds a column's bytes; made of the row's key, so there are no two of it, and of the
     * bytes' SHA-256, so that whoever reads the row knows what they have to be.
     */
    private static String fileName(Table table, Column column) {
        return "'files/" + table.name() + "/' || concat_ws('/', "
                + table.key().stream().skip(1).map(key -> key + "::text").collect(Collectors.joining(", ")) + ", '"
                + column.name() + "') || '.' || encode(sha256(" + column.name() + "), 'hex')";
    }

    private long files(ZipOutputStream zip, Table table) throws IOException {
        long files = 0;
        for (var column : table.columns().stream().filter(Manifest::isFile).toList()) {
            long[] count = {0};
            jdbc.sql("SELECT " + fileName(table, column) + ", " + column.name() + " FROM " + table.fullName()
                            + " WHERE tenant_id = ? AND " + column.name() + " IS NOT NULL")
                    .withFetchSize(1)
                    .param(Tenancy.tenantId())
                    .query(row -> {
                        count[0]++;
                        writing(() -> file(zip, row));
                    });
            files += count[0];
        }
        return files;
    }

    private static void file(ZipOutputStream zip, ResultSet row) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(row.getString(1)));
        zip.write(row.getBytes(2));
        zip.closeEntry();
    }

    /** Every other organisation that any row names: elsewhere it may have another id, or not be there yet. */
    private List<DirectoryLine> others(List<Table> taken) {
        var named = new TreeSet<UUID>();
        for (var table : taken) {
            table.columns().stream()
                    .filter(column ->
                            column.type().equals("uuid") && !column.name().equals("tenant_id"))
                    .forEach(column -> named.addAll(jdbc.sql("SELECT DISTINCT t.id FROM " + table.fullName()
                                    + " r JOIN tenant t ON t.id = r." + column.name() + " WHERE r.tenant_id = ?")
                            .param(Tenancy.tenantId())
                            .query(UUID.class)
                            .list()));
        }
        named.remove(Tenancy.tenantId());
        return tenants.all(named).stream().map(DirectoryLine::of).toList();
    }

    private void writeJson(ZipOutputStream zip, String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        zip.closeEntry();
    }

    private interface Writing {
        void run() throws IOException, SQLException;
    }

    private static void writing(Writing writing) throws SQLException {
        try {
            writing.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
