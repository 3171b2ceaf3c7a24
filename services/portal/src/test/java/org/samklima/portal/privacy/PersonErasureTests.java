package org.samklima.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.MarkedPerson;
import org.samklima.portal.isolation.WholeTenant;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A person sees what is known about them, and is forgotten when they ask for it. */
@PortalTest
class PersonErasureTests {

    @Autowired
    World world;

    @Autowired
    TenantTables tables;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient portal;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());

    Tenant tenant;
    World.Person manager;
    World.Person person;

    @BeforeEach
    void a_person_who_is_named_everywhere() {
        tenant = world.association("Klimatringen");
        WholeTenant.fill(all(), tenant, world.municipality("Ekby"));
        manager = world.person("Mia Manager", tenant, Role.MANAGER);
        var unique = Long.toString(System.nanoTime(), 36);
        person = new World.Person(UUID.randomUUID(), "Vanja Märktsson" + unique, "vanja." + unique + "@example.org");
        world.join(person, tenant, Role.STAFF);
    }

    @Test
    void after_erasure_a_person_is_found_nowhere_but_in_the_named_records() throws Exception {
        MarkedPerson.writeEverywhere(
                all().stream()
                        .filter(table -> !table.name().equals("tenant_user"))
                        .toList(),
                tenant,
                person.id(),
                person.name(),
                person.email());
        var before = places();
        assertThat(before.keySet())
                .as("the person is where names can be")
                .hasSizeGreaterThan(60)
                .contains(
                        "samklima.audit_entry.actor_name",
                        "samklima.audit_entry.detail",
                        "samklima.activity_log.body",
                        "samklima.plan_change.changes",
                        "samklima.stored_file.uploaded_by",
                        "samklima.received.content",
                        "samklima.submission.submitted_by",
                        "samklima.answer.comment",
                        "samklima.tenant_user.name");
        var records = records();

        mvc.perform(post("/me/erasure-requests")
                .param("tenants", tenant.slug())
                .with(person.browser())
                .with(csrf()));
        mvc.perform(get("/{tenant}/erasures", tenant.slug()).with(manager.browser()))
                .andExpect(content().string(containsString(person.email())));
        mvc.perform(post("/{tenant}/erasures/{person}", tenant.slug(), person.id())
                        .with(manager.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(places().keySet().stream()
                        .map(place -> place.substring(0, place.lastIndexOf('.')))
                        .filter(table -> !table.equals("samklima.event_publication"))
                        .collect(Collectors.toSet()))
                .isEqualTo(before.keySet().stream()
                        .map(place -> place.substring(0, place.lastIndexOf('.')))
                        .filter(Kept.TABLES::containsKey)
                        .collect(Collectors.toSet()))
                .isSubsetOf(Kept.TABLES.keySet());
        assertThat(records()).as("records stay, byte by byte").isEqualTo(records);
        assertThat(superuser
                        .sql("SELECT body FROM samklima.activity_log WHERE tenant_id = ?")
                        .param(tenant.id())
                        .query(String.class)
                        .single())
                .as("a longer name that begins alike is somebody else's")
                .contains("not " + person.name() + "a")
                .contains("@erased.invalid");
    }

    @Test
    void who_has_left_before_can_be_forgotten_by_name_and_a_namesake_is_not() throws Exception {
        var namesake = world.person("Nils Namne", tenant, Role.STAFF);
        world.in(tenant, () -> {
            for (var author : List.of("by " + namesake.email(), "by nils@elsewhere.example")) {
                superuser
                        .sql(
                                "INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id,"
                                        + " detail) VALUES (?, gen_random_uuid(), now(), 'Nils Namne', 'x.happened', 'x', ?, '{}')")
                        .params(tenant.id(), author)
                        .update();
            }
        });

        mvc.perform(post("/{tenant}/erasures", tenant.slug())
                .param("name", "Nils Namne")
                .param("email", "nils@elsewhere.example")
                .with(manager.browser())
                .with(csrf()));

        assertThat(superuser
                        .sql(
                                "SELECT subject_id FROM samklima.audit_entry WHERE tenant_id = ? AND actor_name = 'Nils Namne'")
                        .param(tenant.id())
                        .query(String.class)
                        .list())
                .containsExactly("by " + namesake.email());
    }

    /** Documents hold names between signs of their own, which such a name has too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"'><script>x=1</script>[[${7*1}]]",
                "Anna \"Ann\" A",
                "back\\slash",
                "name",
                "null",
                "a.b*c",
                "[x]",
                "Zoë 😀 Z"
            })
    void whatever_a_name_is_made_of_documents_stay_whole(String name) throws Exception {
        var written = json.writeValueAsString(Map.of("name", "Hello " + name + ", welcome", "null", true));
        world.in(
                tenant,
                () -> superuser
                        .sql(
                                "INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id, detail)"
                                        + " VALUES (?, gen_random_uuid(), now(), ?, 'x.happened', 'x', 'whole', ?::jsonb)")
                        .params(tenant.id(), name, written)
                        .update());

        mvc.perform(post("/{tenant}/erasures", tenant.slug())
                        .param("name", name)
                        .with(manager.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        var kept = superuser
                .sql("SELECT actor_name, detail ->> 'name' said, detail ->> 'null' flag FROM samklima.audit_entry"
                        + " WHERE tenant_id = ? AND subject_id = 'whole'")
                .param(tenant.id())
                .query()
                .singleRow();
        assertThat(kept.get("flag")).isEqualTo("true");
        assertThat(kept.get("actor_name")).asString().matches("\\[[0-9a-f]{6}]");
        assertThat(kept.get("said")).asString().matches("Hello \\[[0-9a-f]{6}], welcome");
    }

    @Test
    void histories_cannot_be_rewritten_by_any_other_transaction() {
        world.in(
                tenant,
                () -> assertThat(portal.sql("UPDATE audit_entry SET actor_name = 'Nobody' WHERE tenant_id = ?")
                                .param(tenant.id())
                                .update())
                        .isZero());
    }

    @Test
    void a_person_sees_their_own_data_in_every_tenant_and_nobody_elses() throws Exception {
        var other = world.municipality("Lindby");
        world.join(person, other, Role.CONTRIBUTOR);
        var stranger = world.person("Sven Stranger", world.association("Andra ringen"), Role.MANAGER);

        mvc.perform(get("/api/v1/me/data").with(person.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account.email").value(person.email()))
                .andExpect(jsonPath("$.tenants.length()").value(2))
                .andExpect(jsonPath("$.tenants[*].found[?(@.table == 'samklima.tenant_user')].rows[*].roles[*]")
                        .value(containsInAnyOrder("STAFF", "CONTRIBUTOR")))
                .andExpect(content().string(not(containsString(manager.email()))));
        mvc.perform(get("/api/v1/me/data").with(stranger.token()))
                .andExpect(jsonPath("$.tenants.length()").value(1))
                .andExpect(content().string(not(containsString(person.name()))));
        mvc.perform(get("/me/data").with(person.browser())).andExpect(content().string(containsString("Lindby")));
        mvc.perform(post("/me/erasure-requests")
                .param("tenants", tenant.slug())
                .with(stranger.browser())
                .with(csrf()));
        assertThat(superuser
                        .sql("SELECT person_id::text FROM samklima.erasure_request WHERE tenant_id = ?")
                        .param(tenant.id())
                        .query(String.class)
                        .list())
                .as("a stranger asks for nothing here")
                .doesNotContain(stranger.id().toString());
    }

    private Map<String, Integer> places() {
        return MarkedPerson.places(person.name(), person.email(), person.id().toString());
    }

    private List<String> records() {
        return Kept.TABLES.keySet().stream()
                .flatMap(table -> superuser
                        .sql("SELECT t::text FROM " + table + " t WHERE tenant_id = ? ORDER BY 1")
                        .param(tenant.id())
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private List<TenantTables.Table> all() {
        return Tenancy.onPlatform(tables::all);
    }
}
