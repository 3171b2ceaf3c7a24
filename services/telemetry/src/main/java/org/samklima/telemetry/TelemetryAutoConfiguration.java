package org.samklima.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.trace.Span;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Holds an application's endpoints and spans to what may be seen of it. */
@AutoConfiguration
class TelemetryAutoConfiguration {

    private static final EndpointId HEALTH = EndpointId.of("health");

    /** Where pages and management share a port there is nothing but health, whatever the exposure setting says. */
    @Bean
    @ConditionalOnManagementPort(ManagementPortType.SAME)
    EndpointFilter<ExposableWebEndpoint> onlyHealthBesideThePages() {
        return endpoint -> endpoint.getEndpointId().equals(HEALTH);
    }

    /** Looks at our own health are no visits, and statements are of interest in the trace of what they were needed for. */
    @Bean
    ObservationPredicate whatIsWorthWatching() {
        return (name, context) -> {
            if (context instanceof ServerRequestObservationContext request) {
                return !request.getCarrier().getRequestURI().startsWith("/actuator");
            }
            return !name.startsWith("jdbc.") || Span.current().getSpanContext().isSampled();
        };
    }

    /**
     * An address can be a secret (a calendar's, a link to unsubscribe) and can hold what a person searched for, so that spans
     * know it by its pattern.
     */
    @Bean
    ServerRequestObservationConvention addressesByTheirPattern() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            protected KeyValue httpUrl(ServerRequestObservationContext request) {
                return KeyValue.of("http.url", uri(request).getValue());
            }
        };
    }
}
