package org.samklima.portal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.pages.Notice;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.network.Memberships.Terms;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.time.AdjustableClock;
import org.samklima.published.PeerGroup;
import org.samklima.published.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
@RecordApplicationEvents
class MembershipTests {

    @Autowired
    World world;

    @Autowired
    Members members;

    @Autowired
    Memberships memberships;

    @Autowired
    PeerGroups peerGroups;

    @Autowired
    AdjustableClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    MockMvc mvc;

    Tenant network;
    Tenant town;
    World.Person staff;
    World.Person board;

    @BeforeEach
    void a_network_and_a_town() {
        network = world.association("Klimatringen");
        town = world.municipality("Granby");
        staff = world.person("Stina Stab", network, Role.STAFF);
        board = world.person("Bo Board", network, Role.BOARD);
    }

    @Test
    void staff_find_a_tenant_in_the_directory_and_make_it_a_member_from_today() throws Exception {
        mvc.perform(get("/{tenant}/member-candidates", network.slug())
                        .with(staff.browser())
                        .param("q", town.officialCode()))
                .andExpect(content().string(containsString("value=\"" + town.slug() + "\"")));
        mvc.perform(post("/{tenant}/members", network.slug())
                        .with(staff.browser())
                        .with(csrf())
                        .param("member", town.slug()))
                .andExpect(redirectedUrl("/" + network.slug() + "/members/" + town.slug()));

        assertThat(world.ask(network, () -> members.present()))
                .extracting(Member::id)
                .containsExactly(town.id());
        assertThat(events.stream(MemberAdded.class)).containsExactly(new MemberAdded(network.id(), town.id()));
    }

    @Test
    void a_membership_that_begins_later_is_told_of_when_it_has_begun() throws Exception {
        var today = world.ask(network, () -> members.today());
        mvc.perform(post("/api/v1/{tenant}/members", network.slug())
                        .with(staff.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"slug\": \"" + town.slug() + "\", \"since\": \"" + today.plusDays(9) + "\"}"))
                .andExpect(status().isCreated());
        assertThat(events.stream(MemberAdded.class)).isEmpty();

        mvc.perform(put("/api/v1/{tenant}/members/{member}", network.slug(), town.slug())
                        .with(staff.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"since\": \"" + today + "\"}"))
                .andExpect(status().isOk());
        assertThat(events.stream(MemberAdded.class)).containsExactly(new MemberAdded(network.id(), town.id()));
    }

    @Test
    void nobody_becomes_a_member_twice_and_no_network_its_own() throws Exception {
        world.membership(network, town);

        for (var slug : new String[] {town.slug(), network.slug()}) {
            mvc.perform(post("/api/v1/{tenant}/members", network.slug())
                            .with(staff.token())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"slug\": \"" + slug + "\"}"))
                    .andExpect(status().is4xxClientError());
        }
        assertThat(world.ask(network, () -> members.all())).hasSize(1);
    }

    @Test
    void an_end_is_visible_and_counts_from_the_day_after() throws Exception {
        world.membership(network, town);
        var today = world.ask(network, () -> members.today());

        mvc.perform(post("/{tenant}/members/{member}", network.slug(), town.slug())
                        .with(staff.browser())
                        .with(csrf())
                        .param("since", today.toString())
                        .param("until", today.plusDays(30).toString()))
                .andExpect(flash().attribute("notice", Notice.success("network.changed", "Granby")));

        mvc.perform(get("/{tenant}/members/{member}", network.slug(), town.slug())
                        .with(board.browser())
                        .header("Accept-Language", "sv"))
                .andExpect(content().string(containsString("<dt>Medlem till</dt>")));
        assertThat(world.ask(network, () -> members.present(today.plusDays(30))))
                .hasSize(1);
        assertThat(world.ask(network, () -> members.present(today.plusDays(31))))
                .isEmpty();
    }

    @Test
    void a_membership_that_would_end_before_it_begins_comes_back_as_typed() throws Exception {
        world.membership(network, town);

        mvc.perform(post("/{tenant}/members/{member}", network.slug(), town.slug())
                        .with(staff.browser())
                        .with(csrf())
                        .header("Accept-Language", "en")
                        .param("since", "2026-05-01")
                        .param("until", "2026-04-30"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("cannot end before"), containsString("value=\"2026-04-30\""))));
    }

    @Test
    void whoever_left_can_come_back() {
        world.membership(network, town);
        var today = world.ask(network, () -> members.today());
        world.in(
                network, () -> memberships.change(town.id(), new Terms(null, today.minusYears(2), today.minusDays(1))));
        assertThat(world.ask(network, () -> members.present())).isEmpty();

        world.in(network, () -> memberships.add(town, new Terms(null, today, null)));

        assertThat(world.ask(network, () -> members.present())).singleElement().satisfies(member -> {
            assertThat(member.since()).isEqualTo(today);
            assertThat(member.until()).isNull();
        });
    }

    @Test
    void the_networks_own_midnight_decides_who_is_a_member_today() {
        var lastDay = LocalDate.of(2027, 3, 31);
        world.membership(network, town);
        world.in(network, () -> memberships.change(town.id(), new Terms(null, LocalDate.of(2020, 1, 1), lastDay)));
        try {
            clock.set(
                    lastDay.atTime(23, 58).atZone(ZoneId.of("Europe/Stockholm")).toInstant());
            assertThat(world.ask(network, () -> members.present())).hasSize(1);
            clock.set(Instant.parse("2027-03-31T22:00:00Z"));
            assertThat(world.ask(network, () -> members.present())).isEmpty();
        } finally {
            clock.reset();
        }
    }

    @Test
    void the_board_sees_members_and_changes_none() throws Exception {
        world.membership(network, town);

        mvc.perform(get("/{tenant}/members", network.slug()).with(board.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("member-candidates"))));
        mvc.perform(post("/{tenant}/members", network.slug())
                        .with(board.browser())
                        .with(csrf())
                        .param("member", town.slug()))
                .andExpect(status().isForbidden());
        mvc.perform(put("/api/v1/{tenant}/members/{member}", network.slug(), town.slug())
                        .with(board.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_tenant_that_is_no_member_is_not_found_among_them() throws Exception {
        mvc.perform(get("/{tenant}/members/{member}", network.slug(), town.slug())
                        .with(staff.browser()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/{tenant}/members/{member}", network.slug(), "nobody-at-all")
                        .with(staff.token()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_list_is_filtered_and_sorted_by_its_address() throws Exception {
        var island = world.municipality("Öby");
        var coast = world.municipality("Kustby");
        world.in(network, () -> peerGroups.save(new PeerGroup("coast", Texts.of("sv", "Kusten"))));
        world.membership(network, town, island);
        world.in(network, () -> memberships.add(coast, new Terms("coast", members.today(), null)));

        assertThat(list("sort=-name")).containsSubsequence(">Öby<", ">Kustby<", ">Granby<");
        assertThat(list("q=OBY")).contains(">Öby<").doesNotContain(">Granby<");
        assertThat(list("group=coast")).contains(">Kustby<").doesNotContain(">Granby<");
        assertThat(list("group=-")).contains(">Granby<").doesNotContain(">Kustby<");
        assertThat(list("show=LEFT")).doesNotContain(">Granby<");
    }

    @Test
    void the_list_costs_the_same_number_of_statements_however_long_it_is() throws Exception {
        world.membership(network, town);
        list(""); // What is cached is cached from now on.
        int ofOne = QueryCount.of(() -> list(""));
        world.membership(
                network,
                IntStream.range(0, 40)
                        .mapToObj(number -> world.municipality("By"))
                        .toArray(Tenant[]::new));

        assertThat(QueryCount.of(() -> list(""))).isEqualTo(ofOne).isPositive();
    }

    @Test
    void the_api_tells_who_is_a_member_on_a_day() throws Exception {
        world.membership(network, town);
        world.in(
                network,
                () -> memberships.change(
                        town.id(), new Terms(null, LocalDate.of(2020, 1, 1), LocalDate.of(2021, 12, 31))));

        mvc.perform(get("/api/v1/{tenant}/members", network.slug()).with(staff.token()))
                .andExpect(jsonPath("$.length()").value(0));
        mvc.perform(get("/api/v1/{tenant}/members", network.slug())
                        .with(staff.token())
                        .param("on", "2021-12-31"))
                .andExpect(jsonPath("$[*].slug").value(contains(town.slug())));
    }

    @Test
    void a_member_sees_its_networks_by_page_and_by_api() throws Exception {
        world.membership(network, town);
        var coordinator = world.person("Klas Koordinator", town, Role.COORDINATOR);

        mvc.perform(get("/{tenant}/networks", town.slug()).with(coordinator.browser()))
                .andExpect(content().string(containsString("Klimatringen")));
        mvc.perform(get("/api/v1/{tenant}/networks", town.slug()).with(coordinator.token()))
                .andExpect(jsonPath("$[0].slug").value(network.slug()))
                .andExpect(jsonPath("$[0].present").value(true));
    }

    @Test
    void a_peer_group_has_a_name_in_each_of_the_networks_languages() throws Exception {
        mvc.perform(post("/{tenant}/peer-groups", network.slug())
                        .with(staff.browser())
                        .with(csrf())
                        .param("name-sv", "Större städer")
                        .param("name-en", "Larger towns"))
                .andExpect(status().is3xxRedirection());

        assertThat(world.ask(network, members::peerGroups))
                .containsExactly(new PeerGroup(
                        "storre-stader", Texts.of("sv", "Större städer").with("en", "Larger towns")));
    }

    @Test
    void a_peer_group_is_removed_only_while_nobody_is_in_it() throws Exception {
        world.in(network, () -> peerGroups.save(new PeerGroup("coast", Texts.of("sv", "Kusten"))));
        world.in(network, () -> memberships.add(town, new Terms("coast", members.today(), null)));

        mvc.perform(post("/{tenant}/peer-groups/coast/removal", network.slug())
                        .with(staff.browser())
                        .with(csrf()))
                .andExpect(flash().attribute("notice", Notice.error("network.peer-group-used", "Kusten")));
        assertThat(world.ask(network, members::peerGroups)).hasSize(1);

        world.in(network, () -> memberships.change(town.id(), new Terms(null, members.today(), null)));
        mvc.perform(post("/{tenant}/peer-groups/coast/removal", network.slug())
                        .with(staff.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(world.ask(network, members::peerGroups)).isEmpty();
    }

    private String list(String query) throws Exception {
        return mvc.perform(get("/" + network.slug() + "/members?" + query).with(staff.browser()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
