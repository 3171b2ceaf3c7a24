package org.samklima.portal.archive;

import java.util.List;
import java.util.Map;
import org.samklima.portal.tenancy.TenantTables;

/** What no archive holds, each table with its reason. Everything else that a tenant has is in it. */
final class LeftOut {

    static final Map<String, String> TABLES = Map.of(
            "samklima.calendar_feed",
                    "addresses that open calendars of this deployment; people make new ones elsewhere",
            "samklima.reminder", "who was reminded when, and links that work only here",
            "samklima.outgoing_mail", "mail that this deployment sends or has sent",
            "samklima.tenant_archive", "the archives themselves",
            "samklima.tenant_archive_part", "the archives themselves");

    private LeftOut() {}

    /** Of all tables those whose rows are taken along. */
    static List<TenantTables.Table> without(List<TenantTables.Table> all) {
        return all.stream()
                .filter(table -> !TABLES.containsKey(table.fullName()))
                .toList();
    }
}
