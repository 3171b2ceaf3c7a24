package org.samklima.portal.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.published.Edition;
import org.samklima.published.NetworkProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public shelf, as far as the bound network stands on it. Whatever is put here may be seen by any visitor; nothing on it
 * changes, and what is withdrawn is removed.
 */
@Repository
class PublicShelf {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublicShelf(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A version that stands on the shelf. */
    record Version(int year, int version, Instant publishedAt) {}

    /** The newest year first, and of each year the newest version first. */
    @Transactional(readOnly = true)
    List<Version> editions() {
        return jdbc.sql("SELECT subject, version, published_at FROM published.document"
                        + " WHERE tenant_id = ? AND kind = ? ORDER BY subject DESC, version DESC")
                .params(Tenancy.tenantId(), Edition.KIND)
                .query((row, _) -> new Version(
                        Integer.parseInt(row.getString("subject")),
                        row.getInt("version"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The versions of a year, the newest first. */
    @Transactional(readOnly = true)
    List<Version> editions(int year) {
        return editions().stream().filter(edition -> edition.year() == year).toList();
    }

    @Transactional(readOnly = true)
    Optional<Edition> edition(int year, int version) {
        return jdbc.sql("SELECT content FROM published.document"
                        + " WHERE tenant_id = ? AND kind = ? AND subject = ? AND version = ?")
                .params(Tenancy.tenantId(), Edition.KIND, String.valueOf(year), version)
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, Edition.class));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void publish(Edition edition) {
        add(
                Edition.KIND,
                String.valueOf(edition.year()),
                edition.version(),
                json.writeValueAsString(edition),
                edition.publishedAt());
        publish(edition.network(), edition.publishedAt());
    }

    /** As the next version, if it says anything new. */
    private void publish(NetworkProfile profile, Instant at) {
        var newest = jdbc.sql("SELECT version, content FROM published.document"
                        + " WHERE tenant_id = ? AND kind = ? AND subject = ? ORDER BY version DESC LIMIT 1")
                .params(Tenancy.tenantId(), NetworkProfile.KIND, NetworkProfile.SUBJECT)
                .query((row, _) -> new Profile(
                        row.getInt("version"), json.readValue(row.getString("content"), NetworkProfile.class)))
                .optional();
        if (newest.filter(known -> known.profile.equals(profile)).isEmpty()) {
            int version = newest.map(Profile::version).orElse(0) + 1;
            add(NetworkProfile.KIND, NetworkProfile.SUBJECT, version, json.writeValueAsString(profile), at);
        }
    }

    private record Profile(int version, NetworkProfile profile) {}

    private void add(String kind, String subject, int version, String content, Instant at) {
        jdbc.sql("INSERT INTO published.document (tenant_id, kind, subject, version, content, published_at)"
                        + " VALUES (?, ?, ?, ?, ?::json, ?)")
                .params(Tenancy.tenantId(), kind, subject, version, content, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether it was there */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean withdraw(int year, int version) {
        return jdbc.sql("DELETE FROM published.document"
                                + " WHERE tenant_id = ? AND kind = ? AND subject = ? AND version = ?")
                        .params(Tenancy.tenantId(), Edition.KIND, String.valueOf(year), version)
                        .update()
                == 1;
    }
}
