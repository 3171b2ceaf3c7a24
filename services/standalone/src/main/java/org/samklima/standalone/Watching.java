package org.samklima.standalone;

import java.util.HashMap;
import java.util.Map;

/**
 * What an operator would see of the applications: {@code docs/operations.md}. Left out, there is none of it.
 *
 * @param portalPort for the portal's health and metrics; 0 for none
 * @param overviewPort for the overview's; 0 for none
 * @param traces where traces are taken by OTLP over HTTP; empty for none
 * @param tracesShare how many requests are traced, from 0 to 1
 * @param logFormat {@code ecs} or {@code logstash} for JSON; empty for text
 */
record Watching(int portalPort, int overviewPort, String traces, String tracesShare, String logFormat) {

    static Watching fromSystemProperties() {
        return new Watching(
                Integer.getInteger("portal.management.port", 0),
                Integer.getInteger("overview.management.port", 0),
                System.getProperty("traces", ""),
                System.getProperty("traces.share", "1"),
                System.getProperty("log.format", ""));
    }

    /** What the application that has this management port is told. */
    Map<String, String> environment(int managementPort) {
        var environment = new HashMap<>(Map.of(
                "SAMKLIMA_TRACES_ENDPOINT", traces,
                "SAMKLIMA_TRACES_SHARE", tracesShare,
                "SAMKLIMA_LOG_FORMAT", logFormat));
        if (managementPort > 0) {
            environment.put("SAMKLIMA_MANAGEMENT_PORT", String.valueOf(managementPort));
        }
        return environment;
    }
}
