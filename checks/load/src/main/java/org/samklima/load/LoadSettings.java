package org.samklima.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How much load, and where everything listens; {@code checks/load/pom.xml} holds the defaults.
 *
 * @param ports the first of the ports, all of them on loopback
 * @param data where the network is kept between runs, so that it is founded once
 * @param fresh whether to found it anew
 * @param members municipalities that report
 * @param reported how many of them stand in the published edition that is read
 * @param evening from the first saved answer to the last
 * @param pause of a member between two saved answers, on average
 * @param readersPerSecond who open a page of the public overview
 * @param steps pauses that the staircase tries, one after the other
 * @param step how long each
 * @param pool database connections of the portal
 * @param results where the report goes
 */
record LoadSettings(
        int ports,
        Path data,
        boolean fresh,
        int members,
        int reported,
        Duration evening,
        Duration pause,
        double readersPerSecond,
        List<Duration> steps,
        Duration step,
        int pool,
        Path results) {

    static LoadSettings fromSystemProperties() {
        return new LoadSettings(
                Integer.getInteger("load.ports"),
                Path.of(System.getProperty("load.data")).toAbsolutePath(),
                Boolean.getBoolean("load.fresh"),
                Integer.getInteger("load.members"),
                Integer.getInteger("load.reported"),
                seconds(60 * Double.parseDouble(System.getProperty("load.minutes"))),
                seconds(Double.parseDouble(System.getProperty("load.pause"))),
                Double.parseDouble(System.getProperty("load.readers")),
                Arrays.stream(System.getProperty("load.steps").split(","))
                        .map(Double::parseDouble)
                        .map(LoadSettings::seconds)
                        .toList(),
                seconds(Double.parseDouble(System.getProperty("load.step"))),
                Integer.getInteger("load.pool"),
                Path.of(System.getProperty("load.results")));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    int port(Place place) {
        return ports + place.ordinal();
    }

    URI address(Place place) {
        return URI.create("http://localhost:" + port(place));
    }

    URI issuer() {
        return address(Place.KEYCLOAK).resolve("/realms/samklima");
    }

    /** What listens somewhere, in the order of the ports. */
    enum Place {
        OVERVIEW,
        PORTAL,
        KEYCLOAK,
        MAIL,
        SMTP,
        DATABASE,
        STANDBY,
        OVERVIEW_AT_STANDBY
    }
}
