package org.samklima.portal.planning.activitylists;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;

/**
 * How long the lists of activities take as they grow: towns of 200, 2,000 and 10,000 activities in one database, asked in turn
 * in short rounds for whole pages and files, so that a noisy machine is as noisy for all. Run as docs/benchmark.md tells.
 */
@PortalTest
final class ActivityListsBenchmark {

    private static final int PORTION = 500;

    private static final List<Integer> SIZES = List.of(200, 2_000, 10_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 25);
    private static final int ROUNDS_OF_FILES = Math.max(1, ROUNDS / 5);
    private static final int WARMING_UP = 5;

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private record Town(Tenant tenant, World.Person reader, UUID field, UUID goal) {}

    /** What is asked for; the query may name the town's field and goal. */
    private enum Look {
        LIST("/activities"),
        LIST_BY_BUDGET("/activities?sort=-planned"),
        LAST_PAGE("/activities?page=9999"),
        BOARD("/activities/board"),
        TIMELINE("/activities/timeline"),
        FILTER("/activities?q=path&field=%s&goal=%s&status=ONGOING&late=true"),
        CSV("/activities/file?format=CSV"),
        XLSX("/activities/file?format=XLSX");

        private final String address;

        Look(String address) {
            this.address = address;
        }

        int rounds() {
            return address.contains("/file") ? ROUNDS_OF_FILES : ROUNDS;
        }
    }

    public static void main(String[] args) throws Exception {
        var benchmark = new ActivityListsBenchmark();
        new TestContextManager(ActivityListsBenchmark.class).prepareTestInstance(benchmark);
        benchmark.run();
        System.exit(0);
    }

    private void run() throws Exception {
        var towns = new LinkedHashMap<Integer, Town>();
        for (int size : SIZES) {
            towns.put(size, town(size));
        }
        analyze();
        System.out.println("| look | 200 | 2,000 | 10,000 | 2,000 / 200 | 10,000 / 200 |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (var look : Look.values()) {
            print(look, measured(look, towns));
        }
    }

    /** As the database does by itself, some time after much has changed. */
    private static void analyze() throws SQLException {
        try (var connection = TestDatabase.shared().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private Map<Integer, List<Long>> measured(Look look, Map<Integer, Town> towns) throws Exception {
        var times = new LinkedHashMap<Integer, List<Long>>();
        for (int round = -WARMING_UP; round < look.rounds(); round++) {
            for (var town : towns.entrySet()) {
                long took = timed(look, town.getValue());
                if (round >= 0) {
                    times.computeIfAbsent(town.getKey(), _ -> new ArrayList<>()).add(took);
                }
            }
        }
        return times;
    }

    private long timed(Look look, Town town) throws Exception {
        var address = "/" + town.tenant.slug() + look.address.formatted(town.field, town.goal);
        long start = System.nanoTime();
        mvc.perform(get(URI.create(address)).with(town.reader.browser())).andExpect(status().isOk());
        return System.nanoTime() - start;
    }

    private static void print(Look look, Map<Integer, List<Long>> times) {
        var medians = SIZES.stream().map(size -> median(times.get(size))).toList();
        System.out.println("| %s | %.1f ms | %.1f ms | %.1f ms | %.2f | %.2f |"
                .formatted(
                        look.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        medians.get(0) / 1e6,
                        medians.get(1) / 1e6,
                        medians.get(2) / 1e6,
                        medians.get(1) / medians.get(0),
                        medians.get(2) / medians.get(0)));
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private Town town(int activities) {
        var town = world.municipality("Town of " + activities);
        var reader = world.person("Karin Ek", town, Role.COORDINATOR);
        world.in(town, () -> fill(town.id(), reader.id(), activities));
        var field = one(town, "SELECT id FROM plan_field WHERE tenant_id = ? AND position = 1");
        var goal = one(town, "SELECT id FROM goal WHERE tenant_id = ? LIMIT 1");
        return new Town(town, reader, field, goal);
    }

    private UUID one(Tenant town, String sql) {
        return world.ask(
                town, () -> jdbc.sql(sql).param(town.id()).query(UUID.class).single());
    }

    private void fill(UUID town, UUID person, int activities) {
        jdbc.sql("INSERT INTO plan_field (tenant_id, id, name, position)"
                        + " SELECT :town, gen_random_uuid(), 'Field ' || n, n FROM generate_series(1, 20) n")
                .param("town", town)
                .update();
        jdbc.sql("INSERT INTO goal (tenant_id, id, kind, title, due_on, created_at, changed_at)"
                        + " SELECT :town, gen_random_uuid(), 'MILESTONE', 'Goal ' || n, current_date, now(), now()"
                        + " FROM generate_series(1, 10) n")
                .param("town", town)
                .update();
        jdbc.sql(
                        "INSERT INTO activity (tenant_id, id, reference, title, description, field_id, status, starts_on, ends_on,"
                                + " responsible_id, responsible, effect_tonnes, shown_publicly, last_logged_on, created_at, changed_at)"
                                + " SELECT :town, gen_random_uuid(), 'T' || n, 'Cycle path number ' || n, repeat('What is to be done. ', 15),"
                                + " (SELECT id FROM plan_field WHERE tenant_id = :town AND position = 1 + n % 20),"
                                + " (ARRAY['NOT_STARTED', 'ONGOING', 'COMPLETED', 'POSTPONED', 'CANCELLED'])[1 + n % 5],"
                                + " current_date - 900 + n % 700, current_date - 100 + n % 900,"
                                + " CASE WHEN n % 4 = 0 THEN :person END, CASE WHEN n % 4 = 0 THEN 'Karin Ek' ELSE 'Office ' || n % 30 END,"
                                + " n % 500, n % 2 = 0, current_date - n % 400, now(), now() FROM generate_series(1, :n) n")
                .param("town", town)
                .param("person", person)
                .param("n", activities)
                .update();
        parts(
                town,
                activities,
                "INSERT INTO activity_goal SELECT :town, id, (SELECT id FROM goal WHERE tenant_id = :town LIMIT 1)"
                        + " FROM activity WHERE tenant_id = :town AND effect_tonnes < 300");
        parts(
                town,
                activities,
                "INSERT INTO activity_budget (tenant_id, activity_id, id, year, kind, planned, spent)"
                        + " SELECT :town, id, gen_random_uuid(), y, 'INVESTMENT', 1000 + effect_tonnes, effect_tonnes"
                        + " FROM activity, generate_series(2025, 2027) y WHERE tenant_id = :town");
        parts(
                town,
                activities,
                "INSERT INTO activity_log (tenant_id, activity_id, id, happened_on, body, author, written_at)"
                        + " SELECT :town, id, gen_random_uuid(), last_logged_on - n, 'Something was done.', 'Karin Ek', now()"
                        + " FROM activity, generate_series(0, 3) n WHERE tenant_id = :town");
    }

    /** In portions: a statement may take no longer than people would wait. */
    private void parts(UUID town, int activities, String sql) {
        for (int from = 1; from <= activities; from += PORTION) {
            jdbc.sql(sql + " AND substr(reference, 2)::int BETWEEN :from AND :to")
                    .param("town", town)
                    .param("from", from)
                    .param("to", from + PORTION - 1)
                    .update();
        }
    }
}
