package org.samklima.portal.archive;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.tenancy.Tenant;

/**
 * What importing an archive does, or would do.
 *
 * @param tenant it becomes
 * @param founded whether that tenant is new; else it is in the directory already, and empty
 * @param returns whether it has been here before, and was erased
 * @param rows of each table, those without any left out
 * @param known other organisations that the archive names and that are here, by their ids in the archive
 * @param added other organisations that come into the directory, without people or content
 * @param people how many work in it
 * @param accounts ids of their accounts here, by their ids in the archive; empty where ids are kept
 * @param newAccounts whose account has to be opened
 */
record Arrival(
        Tenant tenant,
        boolean founded,
        boolean returns,
        Map<String, Long> rows,
        Map<UUID, Tenant> known,
        List<Tenant> added,
        int people,
        Map<UUID, UUID> accounts,
        List<ArchiveFile.Person> newAccounts) {

    public long rowCount() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
