package org.samklima.portal.closing;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** @param timeToComeBack proposed to the operator between closing a tenant and erasing it */
@ConfigurationProperties("samklima.retention.closed-tenants")
record ClosingProperties(@DefaultValue("90d") Period timeToComeBack) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ClosingProperties.class)
    static class Enabled {}
}
