package org.samklima.portal.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class RefusedAccessTests {

    @Autowired
    MockMvc portal;

    @Autowired
    World world;

    private final Logger logger = (Logger) LoggerFactory.getLogger(RefusedAccess.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Tenant town;
    private World.Person anna;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        town = world.municipality("Ekby");
        anna = world.person("Anna Alm", town, Role.CONTRIBUTOR);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    void whoever_lacks_the_role_is_told_of_once_by_id_and_route() throws Exception {
        for (int times = 0; times < 3; times++) {
            portal.perform(get("/" + town.slug() + "/people").with(anna.browser()))
                    .andExpect(status().isForbidden());
        }

        assertThat(lines(anna)).containsExactly("Refused to " + anna.id() + ": GET /{tenant}/people (role)");
        assertThat(log.list)
                .filteredOn(
                        line -> line.getFormattedMessage().contains(anna.id().toString()))
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("tenant", town.id().toString()));
    }

    @Test
    void a_stranger_is_told_of_by_id_and_tenant_by_browser_and_token() throws Exception {
        var bo = world.person("Bo Ek");

        portal.perform(get("/" + town.slug() + "/people").with(bo.browser())).andExpect(status().isNotFound());
        portal.perform(get("/api/v1/" + town.slug() + "/people").with(bo.token()))
                .andExpect(status().isNotFound());

        assertThat(lines(bo)).containsExactly("Refused to " + bo.id() + ": tenant " + town.id() + " (no member)");
    }

    @Test
    void whoever_is_no_operator_is_told_of() throws Exception {
        portal.perform(get("/operator/tenants").with(anna.browser())).andExpect(status().isForbidden());
        portal.perform(get("/api/v1/operator/tenants").with(anna.token())).andExpect(status().isForbidden());

        assertThat(lines(anna)).containsExactly("Refused to " + anna.id() + ": GET of the operator (role)");
    }

    @Test
    void whoever_is_not_signed_in_or_asks_for_what_is_not_there_is_not() throws Exception {
        portal.perform(get("/" + town.slug() + "/people"));
        portal.perform(get("/operator/tenants"));
        portal.perform(get("/no-such-tenant").with(anna.browser())).andExpect(status().isNotFound());

        assertThat(lines(anna)).isEmpty();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("anonymous"));
    }

    private List<String> lines(World.Person person) {
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(person.id().toString()))
                .toList();
    }
}
