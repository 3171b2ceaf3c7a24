package org.samklima.portal.growing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.reminders.MorningOfAll;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * What 10, 1,000 and 10,000 tenants in one database cost: space, pages of the same few tenants, migrations, memory, and the morning
 * on which every tenant's reminders are due. The database grows; a page whose work never changes is measured along with the others,
 * and tells how busy the machine was. Run as docs/scaling.md tells.
 */
@PortalTest
final class TenantsBenchmark {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("benchmark.tenants", "10,1000,10000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 25);
    private static final int WARMING_UP = 15;

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    /** Something to look at, and who looks. */
    private record Look(String address, RequestPostProcessor reader) {}

    public static void main(String[] args) throws Exception {
        var benchmark = new TenantsBenchmark();
        new TestContextManager(TenantsBenchmark.class).prepareTestInstance(benchmark);
        benchmark.run();
        System.exit(0);
    }

    private void run() throws Exception {
        var network = SmallNetwork.make(world, beans);
        var looks = looks(network);
        var many = new ManyTenants(TestDatabase.shared().superuser());
        var morning = new MorningOfAll(beans, superuser);
        note("whole changelog on an empty database, s", seconds(Migrations.onEmpty()));
        for (int size : SIZES) {
            var grown = System.nanoTime();
            int tenants = many.growTo(
                    size, network.municipality().id(), network.association().id());
            System.out.printf("%d tenants made in %.0f s%n", tenants, (System.nanoTime() - grown) / 1e9);
            note("tenants", "%,d".formatted(tenants));
            space();
            pages(looks);
            cache();
            migrations();
            note("reminder jobs made at a start, s", seconds(morning.scheduleMissing()));
            morning(morning, looks.get("home of a member"), tenants);
        }
        print();
    }

    private Map<String, Look> looks(SmallNetwork network) {
        var member = "/" + network.municipality().slug();
        var association = "/" + network.association().slug();
        var coordinator = network.coordinator().browser();
        var staff = network.staff().browser();
        var operator = world.operatorBrowser();
        var looks = new LinkedHashMap<String, Look>();
        looks.put("page that asks the database nothing", new Look("/operator/new-tenant", operator));
        looks.put("home of a member", new Look(member, coordinator));
        looks.put(
                "section of a report",
                new Look(member + "/reports/" + network.report() + "/sections/transport", coordinator));
        looks.put("list of activities", new Look(member + "/activities", coordinator));
        looks.put(
                "board of an association of 9", new Look(association + "/rounds/" + network.round() + "/board", staff));
        looks.put("operator's list of tenants", new Look("/operator/tenants", operator));
        looks.put(
                "operator's search for one",
                new Look("/operator/tenants?q=" + network.municipality().slug(), operator));
        return looks;
    }

    private void space() {
        note("database, MB", megabytes("pg_database_size('samklima')"));
        for (var table : List.of("answer", "observation", "activity_log")) {
            note(table + ", rows", "%,d".formatted(number("SELECT count(*) FROM samklima." + table)));
            note(
                    table + ", MB without and with indexes",
                    megabytes("pg_table_size('samklima." + table + "')") + " / "
                            + megabytes("pg_total_relation_size('samklima." + table + "')"));
            note(
                    table + ", pages read for one row by its key",
                    String.valueOf(Migrations.pagesForOneRow(superuser, table)));
        }
    }

    private void pages(Map<String, Look> looks) throws Exception {
        var times = new LinkedHashMap<String, List<Long>>();
        for (int round = -WARMING_UP; round < ROUNDS; round++) {
            for (var look : looks.entrySet()) {
                long took = timed(look.getValue());
                if (round >= 0) {
                    times.computeIfAbsent(look.getKey(), _ -> new ArrayList<>()).add(took);
                }
            }
        }
        times.forEach((name, all) -> note(name + ", ms", "%.1f".formatted(median(all) / 1e6)));
    }

    private long timed(Look look) throws Exception {
        long start = System.nanoTime();
        mvc.perform(get(look.address).with(look.reader)).andExpect(status().isOk());
        return System.nanoTime() - start;
    }

    /** Every path's first segment is looked up: what that costs the first time, and what remembering all of them takes. */
    private void cache() {
        var tenants = beans.getBean(Tenants.class);
        var slugs = superuser
                .sql("SELECT slug FROM samklima.tenant")
                .query(String.class)
                .list();
        long before = usedAfterCollection();
        long start = System.nanoTime();
        slugs.forEach(slug -> tenants.bySlug(slug).orElseThrow());
        long first = System.nanoTime() - start;
        start = System.nanoTime();
        slugs.forEach(slug -> tenants.bySlug(slug).orElseThrow());
        long second = System.nanoTime() - start;
        note(
                "looking up a tenant, µs: first, then",
                "%.0f, %.2f".formatted(first / 1e3 / slugs.size(), second / 1e3 / slugs.size()));
        note(
                "portal's heap, MB: before, with all tenants looked up",
                "%.0f, %.0f".formatted(before / 1e6, usedAfterCollection() / 1e6));
    }

    private static long usedAfterCollection() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void migrations() throws SQLException {
        note("migration with nothing to do, s", seconds(Migrations.again()));
        Migrations.additive(superuser).forEach((what, took) -> note(what + ", s", seconds(took)));
    }

    private void morning(MorningOfAll morning, Look look, int tenants) throws Exception {
        var during = new ArrayList<Long>();
        var looking = Thread.ofPlatform().start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    during.add(timed(look));
                    Thread.sleep(100);
                }
            } catch (Exception over) {
                // The morning is over.
            }
        });
        var took = morning.passes();
        looking.interrupt();
        looking.join();
        note("a morning's reminders of all, s", seconds(took));
        note("… by tenant, ms", "%.1f".formatted(took.toNanos() / 1e6 / tenants));
        note("… home of a member meanwhile, ms", "%.1f".formatted(median(during) / 1e6));
    }

    private void note(String what, String value) {
        lines.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
        System.out.println(what + ": " + value);
    }

    private void print() {
        System.out.println(
                "| | " + String.join(" | ", SIZES.stream().map("%,d"::formatted).toList()) + " |");
        System.out.println("|---|" + "---:|".repeat(SIZES.size()));
        lines.forEach((what, values) -> System.out.println("| " + what + " | " + String.join(" | ", values) + " |"));
    }

    private String megabytes(String size) {
        return "%.1f".formatted(number("SELECT " + size) / 1048576.0);
    }

    private long number(String sql) {
        return superuser.sql(sql).query(Long.class).single();
    }

    private static String seconds(Duration duration) {
        return "%.2f".formatted(duration.toMillis() / 1e3);
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
