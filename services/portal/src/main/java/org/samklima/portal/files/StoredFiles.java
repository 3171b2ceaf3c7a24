package org.samklima.portal.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of the bound tenant. They are never changed: whoever wants another one stores another one. */
@Component
public class StoredFiles {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores it under the bound person's name, in the transaction of whatever it is attached to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile store(CheckedFile file) {
        var picture = file.picture();
        var stored = new StoredFile(
                Ids.next(),
                file.name(),
                file.kind().mediaType(),
                file.content().length,
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                Tenancy.actor().name(),
                clock.instant());
        jdbc.sql("INSERT INTO stored_file (tenant_id, id, name, media_type, size, content, width, height, preview,"
                        + " uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        stored.id(),
                        stored.name(),
                        stored.mediaType(),
                        stored.size(),
                        file.content(),
                        stored.width(),
                        stored.height(),
                        picture == null ? null : picture.preview(),
                        stored.uploadedBy(),
                        OffsetDateTime.now(clock)))
                .update();
        return stored;
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public StoredFile get(UUID id) {
        return all(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Those of them that there are, the oldest first. */
    @Transactional(readOnly = true)
    public List<StoredFile> all(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT id, name, media_type, size, width, height, uploaded_by, uploaded_at FROM stored_file"
                        + " WHERE tenant_id = ? AND id = ANY (?) ORDER BY id")
                .params(Tenancy.tenantId(), ids.toArray(UUID[]::new))
                .query(StoredFiles::file)
                .list();
    }

    /** @throws Problem if there is no such file */
    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return bytes("content", id).orElseThrow(Problem::notFound);
    }

    /**
     * A picture, small.
     *
     * @throws Problem if there is no such picture
     */
    @Transactional(readOnly = true)
    public byte[] preview(UUID id) {
        return bytes("preview", id).orElseThrow(Problem::notFound);
    }

    /** For ever; whatever it was attached to has let go of it before, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM stored_file WHERE tenant_id = ? AND id = ANY (?)")
                    .params(Tenancy.tenantId(), ids.toArray(UUID[]::new))
                    .update();
        }
    }

    private Optional<byte[]> bytes(String column, UUID id) {
        return jdbc.sql("SELECT " + column + " FROM stored_file WHERE tenant_id = ? AND id = ? AND " + column
                        + " IS NOT NULL")
                .params(Tenancy.tenantId(), id)
                .query(byte[].class)
                .optional();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
