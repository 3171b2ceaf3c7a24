package org.samklima.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.MarkedPerson;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.isolation.WholeTenant;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Before somebody is erased for ever, a manager reads what that touches, what it leaves, and why. */
@PortalTest
class ErasurePreviewTests {

    @Autowired
    World world;

    @Autowired
    TenantTables tables;

    @Autowired
    ErasurePreview preview;

    @Autowired
    Erasure erasure;

    @Autowired
    MockMvc mvc;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());

    Tenant tenant;
    World.Person manager;
    World.Person person;

    @BeforeEach
    void somebody_who_works_here() {
        tenant = world.association("Klimatringen");
        manager = world.person("Mia Manager", tenant, Role.MANAGER);
        person = world.person("Vanja Märktsson", tenant, Role.STAFF);
    }

    @Test
    void every_table_has_a_name_that_people_understand() {
        assertThat(all()).filteredOn(table -> Area.of(table) == Area.ELSEWHERE).isEmpty();
    }

    @Test
    void it_says_beforehand_what_erasing_then_does() {
        namedEverywhere();
        var said = world.ask(tenant, () -> preview.of(person.id()));
        var before = rows();

        world.ask(tenant, () -> erasure.erase(person.id()));

        var after = rows();
        Map<Area, Long> gone = new EnumMap<>(Area.class);
        Map<Area, Long> changed = new EnumMap<>(Area.class);
        before.keySet().removeIf(table -> table.name().equals("tenant_archive_part")); // goes with its archive
        before.forEach((table, rows) -> rows.forEach((key, row) -> {
            var now = after.get(table).get(key);
            if (now == null) {
                gone.merge(Area.of(table), 1L, Long::sum);
            } else if (!now.equals(row)) {
                changed.merge(Area.of(table), 1L, Long::sum);
            }
        }));
        assertThat(gone).isEqualTo(said.goes()).containsKeys(Area.ACCESS, Area.MAIL, Area.ARCHIVES);
        assertThat(changed).isEqualTo(said.marked()).hasSizeGreaterThan(6);
        assertThat(said.kept().keySet())
                .isEqualTo(Kept.TABLES.keySet().stream()
                        .map(name -> name.substring(name.indexOf('.') + 1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void looking_changes_nothing_and_is_for_managers_alone() throws Exception {
        namedEverywhere();
        var before = SampleRows.fingerprint(tenant.id());

        mvc.perform(get("/{tenant}/erasures/{person}", tenant.slug(), person.id())
                        .with(manager.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Inskickade rapporter")))
                .andExpect(content().string(containsString("Radera Vanja Märktsson för alltid</button>")));
        mvc.perform(get("/{tenant}/erasures/{person}", tenant.slug(), person.id())
                        .with(person.browser()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/{tenant}/erasure-previews", tenant.slug())
                        .param("name", person.name())
                        .with(person.browser())
                        .with(csrf()))
                .andExpect(status().isForbidden());

        assertThat(SampleRows.fingerprint(tenant.id())).isEqualTo(before);
    }

    @Test
    void a_name_is_shown_with_what_stands_around_it_so_that_nobody_erases_a_word() throws Exception {
        log("Möte med Ros Ek om träden", "x");

        mvc.perform(look("Ros Ek", ""))
                .andExpect(content().string(containsString("Möte med <mark>Ros Ek</mark> om träden")))
                .andExpect(content().string(containsString("value=\"Ros Ek\"")));
        superuser
                .sql("INSERT INTO samklima.tenant_archive (tenant_id, id, state, requested_by, requested_at)"
                        + " VALUES (?, gen_random_uuid(), 'DONE', 'Mia', now())")
                .param(tenant.id())
                .update();
        mvc.perform(look("Nils Ingenstans", "nils@example.org"))
                .andExpect(
                        content().string(allOf(containsString("finns ingenstans"), not(containsString("btn-danger")))));
        mvc.perform(look("Ek", "")).andExpect(flash().attributeExists("notice"));
    }

    @Test
    void a_name_is_found_however_a_document_writes_it() {
        WholeTenant.fill(all(), tenant, world.municipality("Ekby"));
        for (var document : List.of(
                "{\"by\": \"said\\nVanja M\\u00e4rktsson, twice\"}",
                "{\"by\": [\"Vanja Märktsson\"]}",
                "{\"mail\": \"" + person.email().toUpperCase() + "\"}",
                "{\"Vanja M\": 1, \"id\": \"" + person.id() + "\"}")) {
            superuser
                    .sql("UPDATE samklima.received SET content = ?::json WHERE tenant_id = ?")
                    .params(document, tenant.id())
                    .update();
            assertThat(world.ask(tenant, () -> preview.of(person.id())).kept())
                    .as(document)
                    .containsKey("received");
        }
    }

    @Test
    void the_address_of_somebody_who_works_here_leads_to_them_and_not_to_somebody_who_left() throws Exception {
        mvc.perform(look("Vanja", person.email().toUpperCase()))
                .andExpect(content().string(containsString("/erasures/" + person.id() + "\"")));
        mvc.perform(post("/{tenant}/erasures", tenant.slug())
                .param("name", "Vanja")
                .param("email", person.email())
                .with(manager.browser())
                .with(csrf()));

        assertThat(WholeTenant.count("samklima.tenant_user", tenant.id())).isEqualTo(2);
        assertThat(actions()).doesNotContain("person.erased");
    }

    @Test
    void the_last_manager_reads_why_they_cannot_be_erased() throws Exception {
        mvc.perform(get("/{tenant}/erasures/{person}", tenant.slug(), manager.id())
                        .with(manager.browser()))
                .andExpect(content().string(not(containsString("btn-danger"))))
                .andExpect(content().string(containsString("sista administratören")));
    }

    @Test
    void an_address_that_is_a_part_of_another_one_is_somebody_elses() {
        log("Skriv till ek@example.org eller till lars.ek@example.org, inte ek@example.org.au.", "Ros Ek");

        world.ask(tenant, () -> erasure.erase("Ros Ek", "ek@example.org"));

        assertThat(superuser
                        .sql(
                                "SELECT detail ->> 'text' FROM samklima.audit_entry WHERE tenant_id = ? AND action = 'x.happened'")
                        .param(tenant.id())
                        .query(String.class)
                        .single())
                .matches("Skriv till [0-9a-f]{6}@erased\\.invalid eller till lars\\.ek@example\\.org,"
                        + " inte ek@example\\.org\\.au\\.");
    }

    @Test
    void who_has_asked_can_take_it_back() throws Exception {
        mvc.perform(post("/me/erasure-requests")
                .param("tenants", tenant.slug())
                .with(person.browser())
                .with(csrf()));
        mvc.perform(get("/{tenant}/erasures", tenant.slug()).with(manager.browser()))
                .andExpect(content().string(containsString("/erasures/" + person.id())));

        mvc.perform(post("/me/erasure-withdrawals")
                .param("tenant", tenant.slug())
                .with(person.browser())
                .with(csrf()));

        mvc.perform(get("/{tenant}/erasures", tenant.slug()).with(manager.browser()))
                .andExpect(content().string(not(containsString("/erasures/" + person.id()))));
        assertThat(actions()).contains("erasure.asked", "erasure.taken-back");
    }

    @Test
    void whoever_takes_on_a_name_does_not_get_to_see_what_belongs_to_it() throws Exception {
        log("secret of Mia", "Mia Manager");
        superuser
                .sql("UPDATE samklima.audit_entry SET actor_id = ? WHERE tenant_id = ? AND actor_name = 'Mia Manager'")
                .params(manager.id(), tenant.id())
                .update();
        var named = world.person("Mia Manager", tenant, Role.STAFF);
        mvc.perform(get("/api/v1/me/data").with(named.token()))
                .andExpect(content().string(containsString(named.email())))
                .andExpect(content().string(not(containsString("secret of Mia"))));
        mvc.perform(get("/api/v1/me/data").with(manager.token()))
                .andExpect(content().string(containsString("secret of Mia")));

        superuser
                .sql("DELETE FROM samklima.tenant_user WHERE tenant_id = ? AND person_id = ?")
                .params(tenant.id(), manager.id())
                .update();
        mvc.perform(get("/api/v1/me/data").with(named.token()))
                .andExpect(content().string(not(containsString("secret of Mia"))));
    }

    private org.springframework.test.web.servlet.RequestBuilder look(String name, String email) {
        return post("/{tenant}/erasure-previews", tenant.slug())
                .param("name", name)
                .param("email", email)
                .with(manager.browser())
                .with(csrf());
    }

    private void namedEverywhere() {
        WholeTenant.fill(all(), tenant, world.municipality("Ekby"));
        MarkedPerson.writeEverywhere(
                all().stream()
                        .filter(table -> !table.name().equals("tenant_user"))
                        .toList(),
                tenant,
                person.id(),
                person.name(),
                person.email());
        superuser
                .sql("UPDATE samklima.outgoing_mail SET recipient = ? WHERE tenant_id = ?")
                .params(person.email(), tenant.id())
                .update();
    }

    private void log(String text, String actor) {
        superuser
                .sql(
                        "INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id, detail)"
                                + " VALUES (?, gen_random_uuid(), now(), ?, 'x.happened', 'x', ?, jsonb_build_object('text', ?::text))")
                .params(tenant.id(), actor, text, text)
                .update();
    }

    private List<String> actions() {
        return superuser
                .sql("SELECT action FROM samklima.audit_entry WHERE tenant_id = ?")
                .param(tenant.id())
                .query(String.class)
                .list();
    }

    /** By table and key. */
    private Map<TenantTables.Table, Map<String, String>> rows() {
        Map<TenantTables.Table, Map<String, String>> rows = new HashMap<>();
        for (var table : all()) {
            Map<String, String> ofTable = new HashMap<>();
            superuser
                    .sql("SELECT concat_ws('/', " + String.join(", ", table.key()) + ") AS key, t::text AS row FROM "
                            + table.fullName() + " t WHERE tenant_id = ?")
                    .param(tenant.id())
                    .query(row -> {
                        ofTable.put(row.getString("key"), row.getString("row"));
                    });
            rows.put(table, ofTable);
        }
        return rows;
    }

    private List<TenantTables.Table> all() {
        return Tenancy.onPlatform(tables::all);
    }
}
