package org.samklima.portal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MembersTests {

    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    @Autowired
    World world;

    @Autowired
    Members members;

    @Autowired
    MyNetworks networks;

    @Autowired
    MemberShelf shelf;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_first_and_the_last_day_of_a_membership_count_in_full() {
        var network = world.association("Klimatnätet");
        membership(network, world.municipality("Granby"), MAY_DAY, MAY_DAY.plusDays(9));

        assertThat(world.ask(network, () -> members.present(MAY_DAY.minusDays(1))))
                .isEmpty();
        assertThat(world.ask(network, () -> members.present(MAY_DAY))).hasSize(1);
        assertThat(world.ask(network, () -> members.present(MAY_DAY.plusDays(9))))
                .hasSize(1);
        assertThat(world.ask(network, () -> members.present(MAY_DAY.plusDays(10))))
                .isEmpty();
        assertThat(world.ask(network, members::all)).hasSize(1);
    }

    @Test
    void members_are_listed_as_the_networks_first_language_orders_names() {
        var network = world.association("Klimatnätet");
        world.membership(network, world.municipality("Örby"), world.municipality("Ålby"), world.municipality("Zetaby"));

        assertThat(world.ask(network, () -> members.present()))
                .extracting(Member::name)
                .containsExactly("Zetaby", "Ålby", "Örby");
    }

    @Test
    void a_network_sees_its_own_members_only_and_not_where_it_is_a_member_itself() {
        var national = world.association("Landet");
        var european = world.association("Europa");
        var town = world.municipality("Granby");
        world.membership(european, national);
        world.membership(national, town);

        assertThat(world.ask(national, () -> members.present()))
                .extracting(Member::id)
                .containsExactly(town.id());
        assertThat(world.ask(national, () -> members.find(national.id()))).isEmpty();
    }

    @Test
    void a_member_sees_the_networks_it_belongs_to_and_those_it_left() {
        var town = world.municipality("Granby");
        var present = world.association("Alla kommuner");
        var left = world.association("Bara några");
        membership(present, town, MAY_DAY.minusYears(1), null);
        membership(left, town, MAY_DAY.minusYears(3), MAY_DAY.minusYears(2));

        assertThat(world.ask(town, networks::all))
                .extracting(network -> network.association().name(), MyNetworks.Network::present)
                .containsExactly(tuple("Alla kommuner", true), tuple("Bara några", false));
        assertThat(world.ask(town, networks::present)).hasSize(1);
        assertThat(world.ask(world.municipality("Främby"), networks::all)).isEmpty();
    }

    @Test
    void peer_groups_have_a_name_in_each_language_the_network_gave() {
        var network = world.association("Klimatnätet");
        world.in(
                network,
                () -> jdbc.sql("INSERT INTO peer_group (tenant_id, code, name) VALUES (?, 'small', ?::jsonb)")
                        .params(network.id(), """
                                {"sv": "Små kommuner", "en": "Small towns"}""")
                        .update());

        var groups = world.ask(network, members::peerGroups);

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().name())
                .isEqualTo(Texts.of("sv", "Små kommuner").with("en", "Small towns"));
    }

    /** Of these two zones at least one has another day than the database at any hour. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void the_database_too_asks_what_day_it_is_where_the_network_is(String zone) {
        var network = world.association("Klimatringen");
        var town = world.municipality("Granby");
        world.in(
                network,
                () -> jdbc.sql("UPDATE tenant SET time_zone = ? WHERE id = ?")
                        .params(zone, network.id())
                        .update());
        var today = world.ask(network, members::today);
        membership(network, town, today, today);
        world.in(network, () -> shelf.publish("notice", "greeting", 1, null, "{}"));

        assertThat(world.ask(town, () -> shelf.newest("notice"))).hasSize(1);
        assertThat(world.ask(town, networks::present)).hasSize(1);
    }

    private void membership(Tenant network, Tenant member, LocalDate since, @Nullable LocalDate until) {
        world.in(
                network,
                () -> jdbc.sql("INSERT INTO membership (tenant_id, member_id, since, until)"
                                + " VALUES (:network, :member, :since, :until)")
                        .param("network", network.id())
                        .param("member", member.id())
                        .param("since", since)
                        .param("until", until)
                        .update());
    }
}
