package org.samklima.portal.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.WholeTenant;
import org.samklima.portal.mail.Mail;
import org.samklima.portal.mail.Mails;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A tenant leaves, may come back for a while, and is erased then. */
@PortalTest
class LeavingTests {

    @Autowired
    World world;

    @Autowired
    TenantTables tables;

    @Autowired
    Closings closings;

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient portal;

    @Autowired
    MockMvc mvc;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());

    Tenant association;
    Tenant member;
    World.Person manager;

    @BeforeEach
    void a_member_with_something_in_every_table_and_a_network_that_has_its_letter() {
        association = world.association("Klimatringen");
        member = world.municipality("Ekby");
        WholeTenant.fill(all(), association, member);
        WholeTenant.fill(all(), member, world.municipality("Lindby"));
        manager = world.person("Mia Manager", member, Role.MANAGER);
    }

    @Test
    void a_manager_asks_and_the_operator_sees_it() throws Exception {
        mvc.perform(post("/{tenant}/closing", member.slug())
                        .with(manager.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/operator/tenants/{slug}/closing", member.slug()).with(world.operatorBrowser()))
                .andExpect(content().string(containsString("notice-information")));
    }

    @Test
    void a_manager_takes_the_wish_to_leave_back_and_the_operator_sees_who_wants_to_leave() throws Exception {
        ask("/{tenant}/closing");
        mvc.perform(get("/operator/tenants?q=nobody").with(world.operatorBrowser()))
                .andExpect(content().string(containsString("/" + member.slug() + "/closing")));

        ask("/{tenant}/closing/withdrawal");

        mvc.perform(get("/operator/tenants?q=nobody").with(world.operatorBrowser()))
                .andExpect(content().string(not(containsString("/" + member.slug() + "/closing"))));
        assertThat(actions(member)).contains("tenant.closing-asked", "tenant.closing-taken-back");
    }

    private void ask(String what) throws Exception {
        mvc.perform(post(what, member.slug()).with(manager.browser()).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_closed_tenant_lets_nobody_in_and_writes_to_nobody_and_is_as_it_was_when_it_opens_again() throws Exception {
        var before = everythingOf(member);
        close(LocalDate.now().plusDays(90));

        mvc.perform(get("/{tenant}", member.slug()).with(manager.browser())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/{tenant}/people", member.slug()).with(manager.token()))
                .andExpect(status().isNotFound());
        var mailBefore = WholeTenant.count("samklima.outgoing_mail", member.id());
        world.in(
                member,
                () -> mails.write(
                        new Mail("x", "privacy.mail.asked", null, List.of("x", "y")), List.of("a@example.org")));
        assertThat(WholeTenant.count("samklima.outgoing_mail", member.id())).isEqualTo(mailBefore);
        assertThat(actions(association)).contains("member.closed");
        mvc.perform(post("/operator/tenants/{slug}/invitations", member.slug())
                .param("email", "new@example.org")
                .with(world.operatorBrowser())
                .with(csrf()));
        closings.eraseDue();

        mvc.perform(post("/operator/tenants/{slug}/reopening", member.slug())
                .with(world.operatorBrowser())
                .with(csrf()));
        mvc.perform(get("/{tenant}", member.slug()).with(manager.browser())).andExpect(status().isOk());
        assertThat(everythingOf(member)).isEqualTo(before);
    }

    @Test
    void when_its_day_has_come_no_row_is_left_but_what_is_named_and_what_others_have_of_it() throws Exception {
        var received = rows("samklima.received", association.id());
        superuser
                .sql(
                        "INSERT INTO samklima.audit_entry (tenant_id, id, at, actor_name, action, subject, subject_id, detail)"
                                + " SELECT ?, gen_random_uuid(), now(), 'Mia', 'x', 'x', 'x', '{}' FROM generate_series(1, ?)")
                .params(member.id(), 2 * Closings.PORTION)
                .update();
        close(LocalDate.now().plusDays(90));
        itsDayHasCome();

        closings.eraseDue();

        assertThat(all())
                .filteredOn(table -> WholeTenant.count(table.fullName(), member.id()) > 0)
                .extracting(TenantTables.Table::fullName)
                .containsExactlyElementsOf(Closings.STAYS.keySet());
        assertThat(rows("samklima.received", association.id())).isNotEmpty().isEqualTo(received);
        assertThat(superuser
                        .sql("SELECT until FROM samklima.membership WHERE tenant_id = ? AND member_id = ?")
                        .params(association.id(), member.id())
                        .query(LocalDate.class)
                        .single())
                .isNotNull();
        assertThat(actions(association)).contains("member.ends");
        mvc.perform(post("/operator/tenants/{slug}/reopening", member.slug())
                .with(world.operatorBrowser())
                .with(csrf()));
        mvc.perform(get("/operator/tenants/{slug}/closing", member.slug()).with(world.operatorBrowser()))
                .andExpect(content().string(not(containsString("/reopening"))));
        closings.eraseDue();
        assertThat(waitingRemovals())
                .as("people and organisation are to be forgotten by the identity provider")
                .isPositive();
    }

    @Test
    void one_that_cannot_be_erased_loses_nothing_and_keeps_no_other_from_its_turn() throws Exception {
        var other = world.municipality("Övik");
        for (var leaving : List.of(member, other)) {
            close(leaving, LocalDate.now().plusDays(90));
            itsDayHasCome(leaving);
        }
        var before = everythingOf(member);
        superuser
                .sql("CREATE FUNCTION samklima.stuck() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RAISE EXCEPTION ''stuck''; END'")
                .update();
        superuser
                .sql("CREATE TRIGGER stuck BEFORE DELETE ON samklima.tenant_user FOR EACH ROW WHEN (OLD.tenant_id = '"
                        + member.id() + "') EXECUTE FUNCTION samklima.stuck()")
                .update();
        try {
            closings.eraseDue();
        } finally {
            superuser.sql("DROP FUNCTION samklima.stuck() CASCADE").update();
        }

        assertThat(everythingOf(member)).isEqualTo(before);
        assertThat(isErased(member)).isFalse();
        assertThat(isErased(other)).isTrue();
        closings.eraseDue();
        assertThat(isErased(member)).isTrue();
    }

    private boolean isErased(Tenant tenant) {
        return superuser
                .sql("SELECT erased_at IS NOT NULL FROM samklima.tenant WHERE id = ?")
                .param(tenant.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void what_nobody_can_remove_is_not_removed_from_a_tenant_that_is_not_to_be_erased() {
        for (var kept : List.of("received", "submission", "report_review", "review", "plan_version", "audit_entry")) {
            world.in(
                    member,
                    () -> assertThat(portal.sql("DELETE FROM " + kept + " WHERE tenant_id = ?")
                                    .param(member.id())
                                    .update())
                            .as(kept)
                            .isZero());
            assertThat(WholeTenant.count("samklima." + kept, member.id()))
                    .as(kept)
                    .isPositive();
        }
        assertThatThrownBy(() -> world.in(
                        member,
                        () -> portal.sql("UPDATE received SET content = '{}' WHERE tenant_id = ?")
                                .param(member.id())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private void close(LocalDate eraseOn) throws Exception {
        close(member, eraseOn);
    }

    private void close(Tenant leaving, LocalDate eraseOn) throws Exception {
        mvc.perform(post("/operator/tenants/{slug}/closing", leaving.slug())
                        .param("eraseOn", eraseOn.toString())
                        .with(world.operatorBrowser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private void itsDayHasCome() {
        itsDayHasCome(member);
    }

    private void itsDayHasCome(Tenant leaving) {
        superuser
                .sql("UPDATE samklima.tenant SET erase_on = current_date WHERE id = ?")
                .param(leaving.id())
                .update();
    }

    private int waitingRemovals() {
        return superuser
                .sql("SELECT count(*) FROM samklima.event_publication WHERE serialized_event LIKE ?"
                        + " AND (event_type LIKE '%PersonErased' OR event_type LIKE '%TenantErased')")
                .param("%" + member.id() + "%")
                .query(Integer.class)
                .single();
    }

    private List<String> everythingOf(Tenant tenant) {
        return all().stream()
                .filter(table -> !table.name().equals("audit_entry"))
                .flatMap(table -> rows(table.fullName(), tenant.id()).stream())
                .toList();
    }

    private List<String> rows(String table, UUID tenant) {
        return superuser
                .sql("SELECT t::text FROM " + table + " t WHERE tenant_id = ? ORDER BY 1")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private List<String> actions(Tenant tenant) {
        return superuser
                .sql("SELECT action FROM samklima.audit_entry WHERE tenant_id = ?")
                .param(tenant.id())
                .query(String.class)
                .list();
    }

    private List<TenantTables.Table> all() {
        return Tenancy.onPlatform(tables::all);
    }
}
