package org.samklima.load;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks at all processes and at the portal's connections while the load is on, several times a second. */
final class Probe {

    private static final long EVERY_MILLIS = 500;
    private static final int TICKS_PER_SECOND = 100;
    private static final List<String> PARTS = List.of("portal", "overview", "keycloak", "PostgreSQL", "generator");

    private final RunningSystem system;
    private final List<Sample> samples = new ArrayList<>();
    private Supplier<String> mark = () -> "";
    private volatile boolean on = true;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Probe(RunningSystem system) {
        this.system = system;
    }

    /**
     * @param cpuSeconds by part, since its start
     * @param residentMegabytes by part; PostgreSQL's shared memory counted once
     * @param active connections of the portal's pool in use
     * @param waiting threads of the portal that wait for a connection
     * @param waits what PostgreSQL's busy sessions wait for
     */
    record Sample(
            long nanos,
            String mark,
            Map<String, Double> cpuSeconds,
            Map<String, Double> residentMegabytes,
            int active,
            int waiting,
            Map<String, Integer> waits) {}

    /** What is noted with each sample. */
    void marks(Supplier<String> mark) {
        this.mark = mark;
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    static List<String> parts() {
        return PARTS;
    }

    void start() throws Exception {
        long portal = system.pids("org.samklima.portal.PortalApplication").getFirst();
        var jvm = VirtualMachine.attach(String.valueOf(portal));
        var address = jvm.startLocalManagementAgent();
        jvm.detach();
        var beans = JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection();
        var pool = beans.queryNames(new ObjectName("com.zaxxer.hikari:type=Pool (*"), null).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The portal shows no pool of connections"));
        var connection = system.superuser().getConnection();
        thread = Thread.ofPlatform().name("probe").daemon().start(() -> look(beans, pool, connection));
    }

    private void look(MBeanServerConnection beans, ObjectName pool, Connection database) {
        while (on) {
            try {
                samples.add(sample(beans, pool, database));
                Thread.sleep(EVERY_MILLIS);
            } catch (Exception missed) {
                Network.say("not looked at: " + missed);
            }
        }
    }

    private Sample sample(MBeanServerConnection beans, ObjectName pool, Connection database) throws Exception {
        var cpu = new TreeMap<String, Double>();
        var resident = new TreeMap<String, Double>();
        for (var part : PARTS) {
            double seconds = 0;
            double megabytes = 0;
            for (long pid : pids(part)) {
                seconds += cpuSeconds(pid);
                megabytes += resident(pid, part.equals("PostgreSQL"));
            }
            cpu.put(part, seconds);
            resident.put(part, megabytes);
        }
        return new Sample(
                System.nanoTime(),
                mark.get(),
                cpu,
                resident,
                (int) beans.getAttribute(pool, "ActiveConnections"),
                (int) beans.getAttribute(pool, "ThreadsAwaitingConnection"),
                waits(database));
    }

    private List<Long> pids(String part) {
        if (part.equals("generator")) {
            return List.of(ProcessHandle.current().pid());
        }
        return switch (part) {
            case "portal" -> system.pids("org.samklima.portal.PortalApplication");
            case "overview" -> system.pids("org.samklima.overview.OverviewApplication");
            case "keycloak" -> system.pids("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
            // The first process, and what those say that it has started.
            default ->
                Stream.concat(system.pids("/bin/postgres\0").stream(), system.pids("postgres: ").stream())
                        .distinct()
                        .toList();
        };
    }

    /** Utime and stime, of this process alone. */
    private static double cpuSeconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (double) (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double resident(long pid, boolean shared) {
        var file = Path.of("/proc", String.valueOf(pid), shared ? "smaps_rollup" : "status");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(shared ? "Pss:" : "VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static Map<String, Integer> waits(Connection database) throws SQLException {
        var waits = new TreeMap<String, Integer>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "SELECT CASE WHEN state = 'active' THEN coalesce(wait_event_type || ' ' || wait_event, 'running')"
                                + " ELSE state END, count(*) FROM pg_stat_activity WHERE usename = 'portal'"
                                + " AND state <> 'idle' GROUP BY 1")) {
            while (rows.next()) {
                waits.put(rows.getString(1), rows.getInt(2));
            }
        }
        return waits;
    }

    void stop() throws InterruptedException {
        on = false;
        thread.join();
    }
}
