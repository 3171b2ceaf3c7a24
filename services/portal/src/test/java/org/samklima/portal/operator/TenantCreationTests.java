package org.samklima.portal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class TenantCreationTests {

    @Autowired
    World world;

    @Autowired
    Tenants tenants;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Test
    void a_name_and_a_country_are_enough() throws Exception {
        var name = unique("Ängby");

        mvc.perform(post("/operator/tenants")
                        .with(world.operatorBrowser())
                        .with(csrf())
                        .param("kind", "MUNICIPALITY")
                        .param("name", name)
                        .param("country", "DK"))
                .andExpect(redirectedUrl("/operator/tenants/" + Slugs.of(name, "DK")));

        assertThat(named(name)).satisfies(tenant -> {
            assertThat(tenant.slug()).isEqualTo(Slugs.of(name, "DK"));
            assertThat(tenant.languages()).containsExactly("da");
            assertThat(tenant.timeZone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        });
    }

    @Test
    void its_audit_trail_begins_with_who_created_it() {
        var name = unique("Granby");
        create(name, "manager@example.org");

        assertThat(world.ask(named(name), () -> trail.newest("", 0, 10)))
                .extracting(entry -> entry.actor() + ": " + entry.action())
                .containsExactly("Olle Operator: person.invited", "Olle Operator: tenant.created");
    }

    @Test
    void its_first_manager_is_let_in_by_the_invitation() throws Exception {
        var name = unique("Granby");
        var manager = world.person("Mia Manager");
        create(name, manager.email());

        mvc.perform(get("/{tenant}/people", named(name).slug()).with(manager.browser()))
                .andExpect(status().isOk());
    }

    @Test
    void its_organisation_is_wanted_from_the_identity_provider_until_it_is_there() {
        var name = unique("Granby");
        create(name, null);

        assertThat(jdbc.sql(
                                "SELECT count(*) FROM event_publication WHERE event_type LIKE '%TenantCreated'"
                                        + " AND listener_id LIKE '%MakeOrganisation%' AND completion_date IS NULL AND serialized_event LIKE ?")
                        .param("%" + named(name).id() + "%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void two_of_one_name_get_two_addresses() {
        var name = unique("Tvillingby");
        create(name, null);
        create(name, null);

        assertThat(tenants.search(name))
                .extracting(Tenant::slug)
                .containsExactly(Slugs.of(name, "SE"), Slugs.of(name, "SE") + "-2");
    }

    @Test
    void an_address_that_is_taken_or_reserved_is_refused_and_the_form_comes_back_as_typed() throws Exception {
        var taken = world.municipality("Granby");

        mvc.perform(post("/operator/tenants")
                        .with(world.operatorBrowser())
                        .with(csrf())
                        .header("Accept-Language", "en")
                        .param("kind", "REGION")
                        .param("name", "Någonstans")
                        .param("slug", taken.slug())
                        .param("country", "SE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("Någonstans"), containsString("taken already"))));
        mvc.perform(post("/operator/tenants")
                        .with(world.operatorBrowser())
                        .with(csrf())
                        .header("Accept-Language", "en")
                        .param("kind", "REGION")
                        .param("name", "Någonstans")
                        .param("slug", "operator")
                        .param("country", "SE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("taken by the platform itself")));
    }

    @Test
    void the_form_says_at_the_field_what_is_missing() throws Exception {
        mvc.perform(post("/operator/tenants")
                        .with(world.operatorBrowser())
                        .with(csrf())
                        .header("Accept-Language", "en")
                        .param("kind", "MUNICIPALITY")
                        .param("name", " ")
                        .param("country", "SE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name\"")))
                .andExpect(content().string(containsString("Give a name")));
    }

    @Test
    void nothing_is_created_where_the_managers_address_is_none() throws Exception {
        var name = unique("Granby");

        mvc.perform(post("/api/v1/operator/tenants")
                        .with(world.operatorToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"kind": "MUNICIPALITY", "name": "%s", "country": "SE", "managerEmail": "nobody"}""".formatted(name)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("people.email-invalid"));

        assertThat(tenants.search(name)).isEmpty();
    }

    @Test
    void the_same_by_the_api() throws Exception {
        var name = unique("Nätverket");
        mvc.perform(post("/api/v1/operator/tenants")
                        .with(world.operatorToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"kind": "ASSOCIATION", "name": "%s", "country": "DE", "languages": ["de", "en"],
                                 "accentColour": "#AA3300"}""".formatted(name)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.slug").value(Slugs.of(name, "DE")))
                .andExpect(jsonPath("$.languages").value(contains("de", "en")))
                .andExpect(jsonPath("$.accentColour").value("#aa3300"));

        mvc.perform(get("/api/v1/operator/tenants").param("q", name).with(world.operatorToken()))
                .andExpect(jsonPath("$[*].name").value(contains(name)));
    }

    @Test
    void what_the_api_is_not_told_it_says() throws Exception {
        mvc.perform(post("/api/v1/operator/tenants")
                        .with(world.operatorToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("operator.kind-missing"));
    }

    @Test
    void a_manager_can_be_invited_again_later() throws Exception {
        var tenant = world.municipality("Granby");
        var manager = world.person("Mia Manager");

        mvc.perform(post("/operator/tenants/{slug}/invitations", tenant.slug())
                        .with(world.operatorBrowser())
                        .with(csrf())
                        .param("email", manager.email()))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/{tenant}", tenant.slug()).with(manager.browser())).andExpect(status().isOk());
    }

    @Test
    void the_list_finds_by_name_code_and_address_and_shows_nothing_of_what_is_inside() throws Exception {
        var tenant = world.municipality(unique("Hemliga"));
        world.person("Inga Insyn", tenant, Role.MANAGER);

        for (var word : new String[] {tenant.name().toUpperCase(), tenant.officialCode(), tenant.slug()}) {
            mvc.perform(get("/operator/tenants").param("q", word).with(world.operatorBrowser()))
                    .andExpect(
                            content().string(allOf(containsString(tenant.name()), not(containsString("Inga Insyn")))));
        }
    }

    private void create(String name, @Nullable String manager) {
        try {
            mvc.perform(post("/operator/tenants")
                            .with(world.operatorBrowser())
                            .with(csrf())
                            .param("kind", TenantKind.MUNICIPALITY.name())
                            .param("name", name)
                            .param("country", "SE")
                            .param("managerEmail", manager == null ? "" : manager))
                    .andExpect(status().is3xxRedirection());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Tenant named(String name) {
        return tenants.search(name).getFirst();
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
