package org.samklima.portal.privacy;

import java.util.Map;
import org.samklima.portal.tenancy.TenantTables;

/**
 * Where a person's name stays although they asked to be erased, each table with its reason. They are records of official acts:
 * the law that lets a person be erased leaves them (article 17, paragraph 3, letters b and d of the GDPR). docs/privacy.md
 * says it at length.
 */
final class Kept {

    static final Map<String, String> TABLES = Map.of(
            "samklima.received",
                    "what an organisation submitted, with who sent it: the receiver's record, sealed by a receipt",
            "samklima.submission", "the sender's own record of the same act",
            "samklima.report", "who signed a report off, with the reference of the minutes",
            "samklima.review", "the association's decision on what it received, with who decided",
            "samklima.report_review", "the member's copy of that decision",
            "samklima.plan_version", "a plan as it was decided",
            "samklima.shelf", "what an association has published for its members; a new version can leave a name out",
            "published.document", "what has been published for everybody; a new edition can leave a name out");

    private Kept() {}

    static boolean isKept(TenantTables.Table table) {
        return TABLES.containsKey(table.fullName());
    }
}
