package org.samklima.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to start, from system properties; {@code services/standalone/pom.xml} holds the defaults.
 *
 * @param data where everything is kept between starts
 * @param fresh whether to forget what is there
 * @param demonstration whether to make the demonstration network
 * @param watching what there is to see of the applications besides their pages
 */
record Settings(
        int overviewPort,
        int portalPort,
        int keycloakPort,
        int mailPort,
        int smtpPort,
        int databasePort,
        Path data,
        boolean fresh,
        boolean demonstration,
        Watching watching,
        Path portalJar,
        Path overviewJar,
        Path keycloakZip) {

    static Settings fromSystemProperties() {
        return new Settings(
                port("overview.port"),
                port("portal.port"),
                port("keycloak.port"),
                port("mail.port"),
                port("smtp.port"),
                port("database.port"),
                Path.of(required("data")).toAbsolutePath().normalize(),
                !required("fresh").equals("false"),
                !required("demonstration").equals("false"),
                Watching.fromSystemProperties(),
                Path.of(required("portal.jar")),
                Path.of(required("overview.jar")),
                Path.of(required("keycloak.zip")));
    }

    /** By the name of the property that changes it. */
    Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("overview.port", overviewPort);
        ports.put("portal.port", portalPort);
        ports.put("keycloak.port", keycloakPort);
        ports.put("mail.port", mailPort);
        ports.put("smtp.port", smtpPort);
        ports.put("database.port", databasePort);
        return ports;
    }

    URI overview() {
        return URI.create("http://localhost:" + overviewPort);
    }

    URI portal() {
        return URI.create("http://localhost:" + portalPort);
    }

    URI mail() {
        return URI.create("http://localhost:" + mailPort);
    }

    /** The realm that people sign in to. */
    URI issuer() {
        return URI.create("http://localhost:" + keycloakPort + "/realms/samklima");
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://localhost:" + databasePort + "/" + database;
    }

    private static int port(String property) {
        var value = required(property);
        try {
            int port = Integer.parseInt(value);
            if (port < 1 || port > 65_535) {
                throw new NumberFormatException();
            }
            return port;
        } catch (NumberFormatException wrong) {
            throw new CannotStart("-D%s must be a port from 1 to 65535, but is '%s'.".formatted(property, value));
        }
    }

    private static String required(String property) {
        var value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new CannotStart("The property " + property + " is missing; start with ./mvnw -Pstandalone.");
        }
        return value;
    }
}
