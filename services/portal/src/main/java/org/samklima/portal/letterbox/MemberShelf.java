package org.samklima.portal.letterbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publish, for members: immutable documents under the network's tenant, read by the network and its present members. A
 * document with an addressee is read by that member alone. A correction is a new version; withdrawing removes.
 */
@Component
public class MemberShelf {

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberShelf(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Publishes in the name of the bound tenant.
     *
     * @param addressee null for all members
     * @param content JSON
     * @throws Problem if this version is there already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String kind, String subject, int version, @Nullable UUID addressee, String content) {
        try {
            jdbc.sql("INSERT INTO shelf (tenant_id, kind, subject, version, addressee_id, content, published_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?::json, ?)")
                    .params(Arrays.asList(
                            Tenancy.tenantId(), kind, subject, version, addressee, content, OffsetDateTime.now(clock)))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Problem.conflict("letterbox.published-already");
        }
    }

    /** Takes every version of it off the shelf. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String kind, String subject) {
        jdbc.sql("DELETE FROM shelf WHERE tenant_id = ? AND kind = ? AND subject = ?")
                .params(Tenancy.tenantId(), kind, subject)
                .update();
    }

    /** The newest version of each subject that the bound tenant may read, its own and of every network it belongs to. */
    @Transactional(readOnly = true)
    public List<ShelfDocument> newest(String kind) {
        return jdbc.sql(
                        "SELECT DISTINCT ON (tenant_id, subject) tenant_id, kind, subject, version, content, published_at"
                                + " FROM shelf WHERE kind = ? ORDER BY tenant_id, subject, version DESC")
                .param(kind)
                .query(MemberShelf::document)
                .list();
    }

    /** The newest version of each subject that was addressed to the bound tenant alone, by whichever network. */
    @Transactional(readOnly = true)
    public List<ShelfDocument> addressed(String kind) {
        return jdbc.sql(
                        "SELECT DISTINCT ON (tenant_id, subject) tenant_id, kind, subject, version, content, published_at"
                                + " FROM shelf WHERE kind = ? AND addressee_id = ? ORDER BY tenant_id, subject, version DESC")
                .params(kind, Tenancy.tenantId())
                .query(MemberShelf::document)
                .list();
    }

    /** What networks put on their shelves for all members since then, in its first version: what is new, not what was corrected. */
    @Transactional(readOnly = true)
    public List<ShelfDocument> firstPublishedSince(String kind, Instant since) {
        return jdbc.sql(
                        "SELECT tenant_id, kind, subject, version, content, published_at FROM shelf"
                                + " WHERE kind = ? AND version = 1 AND addressee_id IS NULL AND tenant_id <> ? AND published_at >= ?")
                .params(kind, Tenancy.tenantId(), since.atOffset(ZoneOffset.UTC))
                .query(MemberShelf::document)
                .list();
    }

    /** How much of one kind each network addressed to the bound tenant since then, without the content. */
    @Transactional(readOnly = true)
    public List<Addressed> addressedSince(String kind, Instant since) {
        return jdbc.sql("SELECT tenant_id, count(DISTINCT subject) AS subjects, max(published_at) AS newest FROM shelf"
                        + " WHERE kind = ? AND addressee_id = ? AND published_at >= ? GROUP BY tenant_id")
                .params(kind, Tenancy.tenantId(), since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Addressed(
                        row.getObject("tenant_id", UUID.class),
                        row.getInt("subjects"),
                        row.getObject("newest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Documents that a network addressed to one member.
     *
     * @param subjects how many different ones
     * @param newest when the last of them came
     */
    public record Addressed(UUID network, int subjects, Instant newest) {}

    /** The newest version of each subject that the bound tenant has published. */
    @Transactional(readOnly = true)
    public Map<String, Integer> publishedVersions(String kind) {
        return jdbc
                .sql(
                        "SELECT subject, max(version) AS version FROM shelf WHERE tenant_id = ? AND kind = ? GROUP BY subject")
                .params(Tenancy.tenantId(), kind)
                .query((row, _) -> Map.entry(row.getString("subject"), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest version of one document of one network. */
    @Transactional(readOnly = true)
    public Optional<ShelfDocument> newest(UUID network, String kind, String subject) {
        return jdbc.sql("SELECT tenant_id, kind, subject, version, content, published_at FROM shelf"
                        + " WHERE tenant_id = ? AND kind = ? AND subject = ? ORDER BY version DESC LIMIT 1")
                .params(network, kind, subject)
                .query(MemberShelf::document)
                .optional();
    }

    private static ShelfDocument document(ResultSet row, int number) throws SQLException {
        return new ShelfDocument(
                row.getObject("tenant_id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getInt("version"),
                row.getString("content"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
