package org.samklima.portal.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The present, unless this is a demonstration. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "samklima.demonstration", havingValue = false, matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnBooleanProperty("samklima.demonstration")
    AdjustableClock adjustableClock() {
        return new AdjustableClock();
    }
}
