package org.samklima.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The portal and the public overview, each a JVM of its own. Here stands all that configures them on this machine. */
final class Applications {

    private static final String LOOPBACK = "127.0.0.1";

    /** Quick to start, which is not quick to run: a program that measures asks for others. */
    private static final List<String> JVM_OPTIONS =
            List.of(System.getProperty("applications.options", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                    .split(" "));

    private final Settings settings;
    private final DataFolder data;
    private final Secrets secrets;

    Applications(Settings settings, DataFolder data, Secrets secrets) {
        this.settings = settings;
        this.data = data;
        this.secrets = secrets;
    }

    Child startPortal() throws IOException {
        return startPortal("portal", settings.portalPort(), settings.watching().portalPort());
    }

    /** One more of the same portal, as behind a load balancer. */
    Child startPortal(String name, int port) throws IOException {
        return startPortal(name, port, 0);
    }

    private Child startPortal(String name, int port, int managementPort) throws IOException {
        return start(
                name,
                "org.samklima.portal.PortalApplication",
                settings.portalJar(),
                "640m",
                managementPort,
                Map.ofEntries(
                        Map.entry("SERVER_PORT", String.valueOf(port)),
                        Map.entry("SAMKLIMA_ADDRESS", LOOPBACK),
                        Map.entry("SAMKLIMA_DATABASE_URL", settings.databaseUrl("samklima")),
                        Map.entry("SAMKLIMA_DATABASE_PORTAL_PASSWORD", secrets.of("portal")),
                        Map.entry("SAMKLIMA_IDENTITY_ISSUER", settings.issuer().toString()),
                        Map.entry("SAMKLIMA_IDENTITY_PORTAL_SECRET", secrets.of("portal-client")),
                        Map.entry("SAMKLIMA_IDENTITY_ADMIN_SECRET", secrets.of("admin-client")),
                        Map.entry("SAMKLIMA_PORTAL_URL", settings.portal().toString()),
                        Map.entry("SAMKLIMA_OVERVIEW_URL", settings.overview().toString()),
                        Map.entry("SAMKLIMA_MAIL_HOST", LOOPBACK),
                        Map.entry("SAMKLIMA_MAIL_PORT", String.valueOf(settings.smtpPort())),
                        // Everybody here comes from one address, and a few people's programs make the whole network.
                        Map.entry("SAMKLIMA_LIMITS_ENABLED", "false"),
                        Map.entry("SAMKLIMA_DEMONSTRATION", String.valueOf(settings.demonstration()))));
    }

    Child startOverview() throws IOException {
        return start(
                "overview",
                "org.samklima.overview.OverviewApplication",
                settings.overviewJar(),
                "384m",
                settings.watching().overviewPort(),
                Map.of(
                        "SERVER_PORT", String.valueOf(settings.overviewPort()),
                        "SERVER_ADDRESS", LOOPBACK,
                        "SAMKLIMA_OVERVIEW_PORT", String.valueOf(settings.overviewPort()),
                        "SAMKLIMA_DATABASE_URL", settings.databaseUrl("samklima"),
                        "SAMKLIMA_DATABASE_OVERVIEW_PASSWORD", secrets.of("overview")));
    }

    /** Where a Boot application says that it is ready: at its management port, if it has one. */
    static URI readiness(URI application, int managementPort) {
        return (managementPort > 0 ? URI.create("http://localhost:" + managementPort) : application)
                .resolve("/actuator/health/readiness");
    }

    URI portalReadiness() {
        return readiness(settings.portal(), settings.watching().portalPort());
    }

    URI overviewReadiness() {
        return readiness(settings.overview(), settings.watching().overviewPort());
    }

    private Child start(
            String name, String mainClass, Path jar, String heap, int managementPort, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", classPath(jar), mainClass));
        var process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        process.environment().putAll(settings.watching().environment(managementPort));
        return Child.start(name, process, data);
    }

    /** The build notes beside each jar what it needs. */
    private static String classPath(Path jar) throws IOException {
        return jar + System.getProperty("path.separator") + Files.readString(jar.resolveSibling("class-path"));
    }
}
