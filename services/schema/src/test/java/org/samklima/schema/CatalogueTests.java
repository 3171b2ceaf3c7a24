package org.samklima.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds every table to the rules of tenancy by asking the catalogue, so that a new table cannot escape them. */
class CatalogueTests {

    /** Anything else without a tenant fails the build. */
    private static final Map<String, String> WITHOUT_TENANT = Map.of(
            "tenant", "the directory: a path's first segment is looked up here before there is a tenant",
            "event_publication", "Spring Modulith's registry: tenant and ids only, read before a tenant is bound",
            "spring_session", "a session belongs to a person, who may work in several tenants",
            "spring_session_attributes", "part of a session",
            "tally", "numbers over all tenants: each counted behind its own wall, only the sums are kept",
            "scheduled_tasks", "db-scheduler's queue: tenant and ids only, read before a tenant is bound",
            "databasechangelog", "Liquibase's own; the portal cannot read it",
            "databasechangeloglock", "Liquibase's own; the portal cannot read it");

    /** Where the portal may do less than read and write its own tenant's rows. */
    private static final Map<String, String> RIGHTS_OF_THE_PORTAL = Map.ofEntries(
            Map.entry("samklima.tenant", "INSERT,SELECT,UPDATE"),
            Map.entry("samklima.audit_entry", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.received", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.submission", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.report_review", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.review", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.shelf", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.report_form_version", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.stored_file", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.plan_change", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.plan_version", "DELETE,INSERT,SELECT"),
            Map.entry("published.document", "DELETE,INSERT,SELECT"),
            Map.entry("samklima.databasechangelog", ""),
            Map.entry("samklima.databasechangeloglock", ""));

    /** Where no row is ever removed but with its whole tenant, or (histories) after years. */
    private static final List<String> KEPT_UNTIL_ERASURE =
            List.of("audit_entry", "plan_change", "plan_version", "received", "report_review", "review", "submission");

    /** What may be changed in rows that never change otherwise: the names of people who are to be forgotten. */
    private static final List<String> FORGETS_PERSONS = List.of(
            "audit_entry.actor_id",
            "audit_entry.actor_name",
            "audit_entry.detail",
            "audit_entry.subject_id",
            "plan_change.actor_id",
            "plan_change.actor_name",
            "plan_change.changes",
            "plan_change.title",
            "report_form_version.created_by",
            "stored_file.name",
            "stored_file.uploaded_by");

    private static final String HAS_TENANT =
            "EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')";

    private final JdbcClient catalogue = JdbcClient.create(TestDatabase.shared().superuser());

    @Test
    void every_table_carries_its_tenant_or_is_named_here_with_the_reason_why_not() {
        assertThat(tables("NOT EXISTS (SELECT FROM pg_attribute a"
                        + " WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull)"))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_TENANT.keySet().stream()
                        .map("samklima."::concat)
                        .toList());
    }

    @Test
    void every_table_with_a_tenant_enforces_row_level_security_on_its_owner_too() {
        assertThat(tables("(NOT c.relrowsecurity OR NOT c.relforcerowsecurity) AND " + HAS_TENANT))
                .isEmpty();
    }

    @Test
    void every_table_with_a_tenant_has_a_policy() {
        assertThat(tables("NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AND " + HAS_TENANT))
                .isEmpty();
    }

    @Test
    void every_key_of_a_table_with_a_tenant_begins_with_the_tenant() {
        assertThat(strings("""
                SELECT i.indexrelid::regclass::text
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                WHERE n.nspname IN ('samklima', 'published') AND i.indisunique AND i.indkey[0] <> a.attnum""")).isEmpty();
    }

    @Test
    void every_foreign_key_between_tables_with_a_tenant_pairs_the_tenants_first() {
        assertThat(strings("""
                SELECT k.conrelid::regclass || ': ' || k.conname FROM pg_constraint k
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'tenant_id'
                JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attname = 'tenant_id'
                WHERE k.contype = 'f' AND (k.conkey[1] <> a.attnum OR k.confkey[1] <> r.attnum)""")).isEmpty();
    }

    @Test
    void the_portal_owns_nothing_and_may_do_no_more_than_it_must() {
        for (var table : tables("true")) {
            assertThat(rights("portal", table))
                    .as(table)
                    .isEqualTo(RIGHTS_OF_THE_PORTAL.getOrDefault(table, "DELETE,INSERT,SELECT,UPDATE"));
        }
        assertThat(strings("SELECT rolname FROM pg_roles WHERE rolname IN ('owner', 'portal', 'overview')"
                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"))
                .isEmpty();
        assertThat(tables("pg_get_userbyid(c.relowner) <> 'owner'")).isEmpty();
    }

    @Test
    void what_nobody_can_remove_goes_only_with_its_tenant_and_says_so_in_a_policy_that_no_other_can_widen() {
        assertThat(strings("SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
                        + " WHERE p.polname = 'kept_until_erasure' AND p.polcmd = 'd' AND NOT p.polpermissive"))
                .containsExactlyInAnyOrderElementsOf(KEPT_UNTIL_ERASURE);
    }

    @Test
    void in_rows_that_never_change_a_persons_name_may_be_forgotten_and_nothing_else_changed() {
        assertThat(strings("""
                SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('samklima', 'published') AND c.relkind = 'r' AND a.attnum > 0
                  AND has_column_privilege('portal', c.oid, a.attnum, 'UPDATE')
                  AND NOT has_table_privilege('portal', c.oid, 'UPDATE')""")).containsExactlyInAnyOrderElementsOf(FORGETS_PERSONS);
        assertThat(strings("SELECT DISTINCT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
                        + " WHERE p.polname = 'forgets_persons' AND p.polcmd = 'w' AND NOT p.polpermissive"))
                .containsExactlyInAnyOrderElementsOf(FORGETS_PERSONS.stream()
                        .map(column -> column.substring(0, column.indexOf('.')))
                        .distinct()
                        .toList());
    }

    @Test
    void the_overview_reads_the_published_shelf_and_nothing_else() {
        for (var table : tables("true")) {
            assertThat(rights("overview", table)).as(table).isEqualTo(table.startsWith("published.") ? "SELECT" : "");
        }
        assertThat(strings("SELECT has_schema_privilege('overview', 'samklima', 'USAGE')::text"))
                .containsExactly("false");
    }

    @Test
    void views_see_with_the_eyes_of_who_asks_and_no_function_sees_with_its_owners() {
        assertThat(strings("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('samklima', 'published') AND c.relkind IN ('v', 'm')
                  AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false)
                UNION ALL
                SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname IN ('samklima', 'published') AND p.prosecdef""")).isEmpty();
    }

    @Test
    void there_are_no_global_sequences() {
        assertThat(strings("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE relkind = 'S' AND n.nspname IN ('samklima', 'published')"))
                .isEmpty();
    }

    private List<String> tables(String condition) {
        return strings(
                "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"
                        + " AND c.relkind IN ('r', 'p', 'f') AND " + condition);
    }

    private List<String> strings(String query) {
        return catalogue.sql(query).query(String.class).list();
    }

    private String rights(String role, String table) {
        return catalogue
                .sql("""
                SELECT coalesce(string_agg(privilege, ',' ORDER BY privilege), '')
                FROM unnest(ARRAY['DELETE', 'INSERT', 'SELECT', 'UPDATE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
                WHERE has_table_privilege(:role, :table, privilege)""")
                .param("role", role)
                .param("table", table)
                .query(String.class)
                .single();
    }
}
