package org.samklima.checks.recovery;

import java.io.IOException;
import java.sql.SQLException;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/**
 * What is in the cluster: the product's own database with tenants and their work, and beside it one named as Keycloak's, with
 * an account for every person. The second stands for Keycloak's own: what matters is that both come back from one moment.
 */
final class Network {

    static final int TENANTS = 300;

    private Network() {}

    static void fill(Cluster cluster) throws SQLException, IOException {
        DatabaseRoles.prepare(cluster::superuser, new DatabaseRoles.Passwords("owner", "portal", "overview"));
        var owner = new org.postgresql.ds.PGSimpleDataSource();
        owner.setUrl("jdbc:postgresql://localhost:" + cluster.port() + "/" + DatabaseRoles.DATABASE);
        owner.setUser("owner");
        owner.setPassword("owner");
        Migration.run(owner);
        cluster.run("postgres", "CREATE DATABASE keycloak");
        cluster.run(
                "keycloak",
                "CREATE TABLE user_entity (id text PRIMARY KEY, email text UNIQUE, created_timestamp bigint)");
        cluster.run(
                "keycloak",
                "INSERT INTO user_entity SELECT md5(n::text)::uuid::text, n || '@example.org', n"
                        + " FROM generate_series(1, 3000) n");
        cluster.run(DatabaseRoles.DATABASE, """
                INSERT INTO samklima.tenant (id, slug, name, kind, country, languages, time_zone, accent_colour, created_at)
                SELECT md5('t' || n)::uuid, 't' || n, 'Town ' || n, 'MUNICIPALITY', 'SE', '{sv}', 'Europe/Stockholm',
                    '#0b5d4b', now() FROM generate_series(1, %1$d) n;
                INSERT INTO samklima.tenant_user (tenant_id, person_id, name, email, roles, since)
                SELECT md5('t' || (n %% %1$d + 1))::uuid, md5(n::text)::uuid, 'Person ' || n, n || '@example.org',
                    '{MANAGER}', now() FROM generate_series(1, 3000) n;
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
                """.formatted(TENANTS));
    }

    /** Something more in both databases at once, told apart by its number. */
    static void work(Cluster cluster, int number) throws SQLException {
        cluster.run(
                DatabaseRoles.DATABASE,
                "INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id, detail)"
                        + " VALUES (md5('t1')::uuid, gen_random_uuid(), now(), 'Worker', 'work.done', 'work', '"
                        + number
                        + "', '{}')");
        cluster.run(
                "keycloak",
                "INSERT INTO user_entity VALUES (gen_random_uuid()::text, 'new" + number + "@example.org', " + number
                        + ")");
    }

    /** The highest number of {@link #work} that is there, in both databases the same. */
    static int newestWork(Cluster cluster) throws SQLException {
        var here = cluster.ask(
                DatabaseRoles.DATABASE,
                "SELECT coalesce(max(subject_id::int), 0) FROM samklima.audit_entry WHERE action = 'work.done'");
        var accounts = cluster.ask(
                "keycloak", "SELECT coalesce(max(created_timestamp), 0) FROM user_entity WHERE email LIKE 'new%'");
        if (!here.equals(accounts)) {
            throw new AssertionError("Portal and Keycloak come from different moments: " + here + " and " + accounts);
        }
        return Integer.parseInt(here);
    }
}
