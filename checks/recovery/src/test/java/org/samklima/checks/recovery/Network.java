package org.samklima.checks.recovery;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/**
 * What is in the cluster: the product's own database with tenants and their work, and Keycloak's with an account for each
 * tenant's manager, whom the product's rows name by the account's id. So both have to come back from one moment.
 */
final class Network {

    static final int TENANTS = 300;
    static final String PASSWORD_OF_KEYCLOAK = "keycloak";

    private Network() {}

    /** Databases, roles and schema; the realm comes with Keycloak's first start. */
    static void prepare(Cluster cluster) throws SQLException {
        DatabaseRoles.prepare(cluster::superuser, new DatabaseRoles.Passwords("owner", "portal", "overview"));
        DatabaseRoles.prepareKeycloak(cluster::superuser, PASSWORD_OF_KEYCLOAK);
        var owner = new org.postgresql.ds.PGSimpleDataSource();
        owner.setUrl("jdbc:postgresql://localhost:" + cluster.port() + "/" + DatabaseRoles.DATABASE);
        owner.setUser("owner");
        owner.setPassword("owner");
        Migration.run(owner);
    }

    /** @param managers the account of tenant n is that of {@code n@example.org} */
    static void fill(Cluster cluster, Map<String, UUID> managers) throws SQLException, IOException {
        var people = managers.entrySet().stream()
                .map(manager -> "(%s, '%s'::uuid)"
                        .formatted(
                                manager.getKey()
                                        .substring(0, manager.getKey().indexOf('@')),
                                manager.getValue()))
                .collect(Collectors.joining(", "));
        cluster.run(DatabaseRoles.DATABASE, """
                INSERT INTO samklima.tenant (id, slug, name, kind, country, languages, time_zone, accent_colour, created_at)
                SELECT md5('t' || n)::uuid, 't' || n, 'Town ' || n, 'MUNICIPALITY', 'SE', '{sv}', 'Europe/Stockholm',
                    '#0b5d4b', now() FROM generate_series(1, %1$d) n;
                INSERT INTO samklima.tenant_user (tenant_id, person_id, name, email, roles, since)
                SELECT md5('t' || n)::uuid, account, 'Person ' || n, n || '@example.org', '{MANAGER}', now()
                FROM (VALUES %2$s) AS manager (n, account);
                INSERT INTO samklima.activity (tenant_id, id, title, description, status, created_at, changed_at)
                SELECT md5('t' || (n %% %1$d + 1))::uuid, md5('a' || n)::uuid, 'Activity ' || n, repeat('What we did. ', 40),
                    'ONGOING', now(), now() FROM generate_series(1, 60000) n;
                INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id, detail)
                SELECT md5('t' || (n %% %1$d + 1))::uuid, md5('e' || n)::uuid, now(), 'Person', 'activity.changed', 'activity',
                    n::text, '{"name": "Activity"}' FROM generate_series(1, 200000) n;
                INSERT INTO samklima.stored_file
                    (tenant_id, id, name, media_type, size, content, uploaded_by, uploaded_at)
                SELECT md5('t' || (n %% %1$d + 1))::uuid, md5('f' || n)::uuid, n || '.pdf', 'application/pdf', 102400,
                    (SELECT string_agg(sha512((n || '/' || part)::text::bytea), '') FROM generate_series(1, 1600) part),
                    'Person', now() FROM generate_series(1, 1500) n;
                """.formatted(TENANTS, people));
    }

    /** Something more in both databases at once, told apart by its number. */
    static void work(Cluster cluster, Identity identity, int number) throws SQLException {
        cluster.run(
                DatabaseRoles.DATABASE,
                "INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id, detail)"
                        + " VALUES (md5('t1')::uuid, gen_random_uuid(), now(), 'Worker', 'work.done', 'work', '"
                        + number
                        + "', '{}')");
        identity.account("new" + number + "@example.org");
    }

    /** The highest number of {@link #work} that is there, in both databases the same. */
    static int newestWork(Cluster cluster) throws SQLException {
        var here = cluster.ask(
                DatabaseRoles.DATABASE,
                "SELECT coalesce(max(subject_id::int), 0) FROM samklima.audit_entry WHERE action = 'work.done'");
        var accounts = cluster.ask(
                DatabaseRoles.KEYCLOAK,
                "SELECT coalesce(max(substring(email FROM '^new([0-9]+)@')::int), 0) FROM user_entity");
        if (!here.equals(accounts)) {
            throw new AssertionError("Portal and Keycloak come from different moments: " + here + " and " + accounts);
        }
        return Integer.parseInt(here);
    }

    /** In how many tenants the person has a place; it is one for everybody who is known. */
    static int places(Cluster cluster, UUID person) throws SQLException {
        return Integer.parseInt(cluster.ask(
                DatabaseRoles.DATABASE,
                "SELECT count(*) FROM samklima.tenant_user WHERE person_id = '" + person + "'"));
    }
}
