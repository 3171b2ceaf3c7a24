package org.samklima.portal.privacy;

import java.util.Arrays;
import java.util.Set;
import org.samklima.portal.tenancy.TenantTables.Table;

/** What tables are called in front of people: {@code privacy.area.<CODE>} says it in words. */
enum Area {
    ACCESS(
            "tenant_user",
            "saved_view",
            "calendar_feed",
            "reminder",
            "reminder_setting",
            "erasure_request",
            "glossary_party_person"),
    INVITATIONS("invitation"),
    MAIL("outgoing_mail"),
    ARCHIVES("tenant_archive", "tenant_archive_part"),
    HISTORY("audit_entry", "plan_change"),
    PLAN(
            "plan_field",
            "plan_field_sector",
            "plan_version",
            "goal",
            "goal_interim",
            "goal_scenario",
            "activity",
            "activity_goal",
            "activity_milestone",
            "activity_budget",
            "activity_log"),
    COMMUNICATION(
            "communication_title", "communication_entry", "communication_task", "year_wheel_point", "glossary_party"),
    FIGURES("sector_list", "sector", "indicator", "source", "observation", "import_job"),
    FILES("stored_file", "activity_file"),
    REPORTS("report", "answer", "report_note", "submission", "report_review"),
    NETWORK(
            "peer_group",
            "membership",
            "report_form",
            "report_form_version",
            "report_form_draft",
            "round",
            "round_extension",
            "received",
            "review",
            "edition_draft",
            "shelf",
            "document"),
    /** What nobody has given a name yet; a test keeps it empty. */
    ELSEWHERE;

    private final Set<String> tables;

    Area(String... tables) {
        this.tables = Set.of(tables);
    }

    static Area of(Table table) {
        return Arrays.stream(values())
                .filter(area -> area.tables.contains(table.name()))
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
