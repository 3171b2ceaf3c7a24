package org.samklima.telemetry;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Says in Spring Boot's words what the operator says in ours. What is left out is off and costs nothing: without an address
 * for traces there is no tracer, and statements are not watched.
 *
 * <ul>
 *   <li>{@code SAMKLIMA_MANAGEMENT_PORT}: health with its details, and metrics, have this port to themselves; beside the pages
 *       health is one word
 *   <li>{@code SAMKLIMA_MANAGEMENT_ADDRESS}: which the port listens at; this machine only if left out
 *   <li>{@code SAMKLIMA_TRACES_ENDPOINT}: takes traces by OTLP over HTTP
 *   <li>{@code SAMKLIMA_TRACES_SHARE}: how many requests are traced, from 0 to 1
 *   <li>{@code SAMKLIMA_LOG_FORMAT}: {@code ecs} or {@code logstash} for JSON, a line each
 * </ul>
 */
class OperatorSettings implements EnvironmentPostProcessor {

    private static final String TRACERS = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
            + ".OpenTelemetryTracingAutoConfiguration,"
            + "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var settings = new HashMap<String, Object>();
        settings.put("management.metrics.tags.application", "${spring.application.name}");
        settings.put(
                "management.metrics.distribution.slo.http.server.requests",
                "25ms,50ms,100ms,250ms,500ms,1s,2500ms,5s,10s");
        // Of every filter and every tick of a clock there is nothing to tell.
        settings.put("management.observations.enable.spring.security", false);
        settings.put("management.observations.enable.tasks.scheduled", false);
        settings.put("management.metrics.enable.jdbc.query", false);
        management(environment.getProperty("SAMKLIMA_MANAGEMENT_PORT"), settings);
        traces(environment.getProperty("SAMKLIMA_TRACES_ENDPOINT"), settings);
        logs(environment.getProperty("SAMKLIMA_LOG_FORMAT"), settings);
        environment.getPropertySources().addLast(new MapPropertySource("operator", settings));
    }

    private static void management(String port, Map<String, Object> settings) {
        settings.put("management.endpoint.health.probes.enabled", true);
        settings.put("management.endpoints.web.discovery.enabled", false);
        if (StringUtils.hasText(port)) {
            settings.put("management.server.port", port);
            settings.put("management.server.address", "${SAMKLIMA_MANAGEMENT_ADDRESS:127.0.0.1}");
            settings.put("management.endpoints.web.exposure.include", "health,prometheus");
            settings.put("management.endpoint.health.show-details", "always");
        } else {
            settings.put("management.endpoints.web.exposure.include", "health");
        }
    }

    private static void traces(String endpoint, Map<String, Object> settings) {
        settings.put("management.otlp.metrics.export.enabled", false);
        if (StringUtils.hasText(endpoint)) {
            settings.put("management.opentelemetry.tracing.export.otlp.endpoint", endpoint);
            settings.put("management.tracing.sampling.probability", "${SAMKLIMA_TRACES_SHARE:0.1}");
            // A caller from outside may not decide what is traced, nor hang its own data to our spans.
            settings.put("management.tracing.baggage.enabled", false);
            settings.put("management.opentelemetry.resource-attributes.service.namespace", "samklima");
            settings.put("spring.task.execution.propagate-context", true);
            settings.put("jdbc.includes", "query");
        } else {
            settings.put("management.opentelemetry.enabled", false);
            settings.put("management.tracing.export.enabled", false);
            settings.put("jdbc.datasource-proxy.enabled", false);
            settings.put("spring.autoconfigure.exclude", TRACERS);
        }
    }

    private static void logs(String format, Map<String, Object> settings) {
        if (StringUtils.hasText(format)) {
            settings.put("logging.structured.format.console", format);
            settings.put("logging.structured.json.customizer", WithoutValues.class.getName());
        }
        // Says what stood in a row that broke a rule; whoever handles the failure logs it without.
        settings.put("logging.level.org.hibernate.orm.jdbc.error", "off");
    }
}
