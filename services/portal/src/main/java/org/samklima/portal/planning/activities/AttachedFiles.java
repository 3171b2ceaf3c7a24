package org.samklima.portal.planning.activities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.files.StoredFile;
import org.samklima.portal.files.StoredFiles;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which stored files hang on which activity, or on which entry of its log. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AttachedFiles {

    private final JdbcClient jdbc;
    private final StoredFiles files;

    AttachedFiles(JdbcClient jdbc, StoredFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** Those of the activity itself, the oldest first. */
    List<StoredFile> of(UUID activity) {
        return files.all(jdbc.sql("SELECT file_id FROM activity_file WHERE tenant_id = ? AND activity_id = ?"
                        + " AND log_entry_id IS NULL")
                .params(Tenancy.tenantId(), activity)
                .query(UUID.class)
                .list());
    }

    /** Those of the activity and of its log. */
    Set<UUID> allOf(UUID activity) {
        return new HashSet<>(jdbc.sql("SELECT file_id FROM activity_file WHERE tenant_id = ? AND activity_id = ?")
                .params(Tenancy.tenantId(), activity)
                .query(UUID.class)
                .list());
    }

    private record Link(UUID file, UUID entry) {}

    /** By entry. */
    Map<UUID, List<StoredFile>> ofEntries(UUID activity, Collection<UUID> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        var entryOf = new HashMap<UUID, UUID>();
        jdbc.sql("SELECT file_id, log_entry_id FROM activity_file WHERE tenant_id = ? AND activity_id = ?"
                        + " AND log_entry_id = ANY (?)")
                .params(Tenancy.tenantId(), activity, entries.toArray(UUID[]::new))
                .query((row, _) ->
                        new Link(row.getObject("file_id", UUID.class), row.getObject("log_entry_id", UUID.class)))
                .list()
                .forEach(link -> entryOf.put(link.file(), link.entry()));
        var byEntry = new HashMap<UUID, List<StoredFile>>();
        files.all(entryOf.keySet())
                .forEach(file -> byEntry.computeIfAbsent(entryOf.get(file.id()), _ -> new ArrayList<>())
                        .add(file));
        return byEntry;
    }

    /** @param entry of its log; null for the activity itself */
    void attach(UUID activity, @Nullable UUID entry, UUID file) {
        jdbc.sql("INSERT INTO activity_file (tenant_id, activity_id, file_id, log_entry_id) VALUES (?, ?, ?, ?)")
                .params(Arrays.asList(Tenancy.tenantId(), activity, file, entry))
                .update();
    }

    /**
     * Lets go of a file and forgets it.
     *
     * @throws Problem if it does not hang there
     */
    void detach(UUID activity, @Nullable UUID entry, UUID file) {
        int detached = jdbc.sql("DELETE FROM activity_file WHERE tenant_id = ? AND activity_id = ? AND file_id = ?"
                        + " AND log_entry_id IS NOT DISTINCT FROM ?::uuid")
                .params(Arrays.asList(Tenancy.tenantId(), activity, file, entry))
                .update();
        if (detached == 0) {
            throw Problem.notFound();
        }
        files.remove(List.of(file));
    }
}
