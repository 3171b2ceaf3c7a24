package org.samklima.overview.shelf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.samklima.published.Edition;
import org.samklima.published.NetworkProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The documents of schema {@code published} that this application shows. */
@Repository
class PublishedDocuments {

    private final JdbcClient database;
    private final JsonMapper json;

    PublishedDocuments(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A document never changes under its key: one that was withdrawn and published again has another moment. */
    record Key(UUID network, String kind, String subject, int version, Instant publishedAt) {}

    /** All there is, without its content: one query over the primary key's few rows. */
    Set<Key> keys() {
        return database.sql("""
                     SELECT tenant_id, kind, subject, version, published_at
                     FROM published.document WHERE kind IN (:kinds)
                     """)
                .param("kinds", Set.of(NetworkProfile.KIND, Edition.KIND))
                .query((row, _) -> new Key(
                        row.getObject("tenant_id", UUID.class),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getInt("version"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .set();
    }

    /**
     * @throws org.springframework.dao.EmptyResultDataAccessException if it was withdrawn meanwhile
     * @throws tools.jackson.core.JacksonException if the content is not what the contract says
     */
    <T> T read(Key key, Class<T> type) {
        byte[] content = database.sql("""
                     SELECT convert_to(content::text, 'UTF8') FROM published.document
                     WHERE tenant_id = :network AND kind = :kind AND subject = :subject AND version = :version
                     """)
                .param("network", key.network())
                .param("kind", key.kind())
                .param("subject", key.subject())
                .param("version", key.version())
                .query(byte[].class)
                .single();
        return json.readValue(content, type);
    }
}
