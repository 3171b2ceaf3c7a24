package org.samklima.portal.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.network.Memberships.Terms;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.PeerGroup;
import org.samklima.published.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
@RecordApplicationEvents
class MemberImportTests {

    private static final LocalDate MAY_DAY = LocalDate.of(2019, 5, 1);

    @Autowired
    World world;

    @Autowired
    Members members;

    @Autowired
    Memberships memberships;

    @Autowired
    PeerGroups peerGroups;

    @Autowired
    ApplicationEvents events;

    @Autowired
    MockMvc mvc;

    Tenant network;
    Tenant one;
    Tenant two;
    World.Person staff;

    /** The directory is everybody's, so the names of one test must not be those of another. */
    @BeforeEach
    void a_network_and_two_towns() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        network = world.association("Klimatringen");
        one = world.municipality("Ängby " + mark);
        two = world.municipality("Tvåby " + mark);
        staff = world.person("Stina Stab", network, Role.STAFF);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() throws Exception {
        api("kod;grupp\n%s;Små\n%s;Små\n".formatted(one.officialCode(), two.officialCode()), true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(2))
                .andExpect(jsonPath("$.rows[0].what").value(one.name()));

        assertThat(world.ask(network, () -> members.all())).isEmpty();
        assertThat(world.ask(network, members::peerGroups)).isEmpty();
        assertThat(events.stream(MemberAdded.class)).isEmpty();
    }

    @Test
    void members_join_by_code_or_by_name_with_their_peer_group_and_their_day() throws Exception {
        api(
                        "Kommunkod;Kommun;Kommungrupp;Medlem sedan\n%s;;Små kommuner;2019-05-01\n;%s kommun;små kommuner;1.5.2019\n"
                                .formatted(one.officialCode(), two.name()),
                        false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(true));

        assertThat(world.ask(network, () -> members.present()))
                .extracting(Member::id, Member::peerGroup, Member::since)
                .containsExactlyInAnyOrder(
                        tuple(one.id(), "sma-kommuner", MAY_DAY), tuple(two.id(), "sma-kommuner", MAY_DAY));
        assertThat(world.ask(network, members::peerGroups))
                .containsExactly(new PeerGroup("sma-kommuner", Texts.of("sv", "Små kommuner")));
        assertThat(events.stream(MemberAdded.class)).hasSize(2);
    }

    @Test
    void of_a_list_only_those_are_announced_who_are_members_today() throws Exception {
        var today = world.ask(network, () -> members.today());
        api(
                        "kod;medlem sedan\n%s;%s\n%s;%s\n"
                                .formatted(one.officialCode(), today, two.officialCode(), today.plusDays(1)),
                        false)
                .andExpect(jsonPath("$.imported").value(true));

        assertThat(events.stream(MemberAdded.class)).containsExactly(new MemberAdded(network.id(), one.id()));
    }

    @Test
    void one_wrong_row_and_nothing_is_imported() throws Exception {
        api(
                        "code,name,since\n%1$s,,\n%1$s,,\n99999,,\n,Ångby %3$s,\n%2$s,%4$s,\n%2$s,,yesterday\n,,2019\n,%5$s,\n"
                                .formatted(
                                        one.officialCode(),
                                        two.officialCode(),
                                        one.name().substring(6),
                                        one.name(),
                                        network.name()),
                        false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.imported").value(false))
                .andExpect(jsonPath("$.rows[0].outcome").value("NEW"))
                .andExpect(jsonPath("$.rows[1].code").value("lists.duplicate"))
                .andExpect(jsonPath("$.rows[2].code").value("network.import.code-unknown"))
                .andExpect(jsonPath("$.rows[3].code").value("lists.duplicate"))
                .andExpect(jsonPath("$.rows[4].code").value("network.import.code-and-name-differ"))
                .andExpect(jsonPath("$.rows[5].code").value("network.day-invalid"))
                .andExpect(jsonPath("$.rows[6].code").value("network.import.nobody"));

        assertThat(world.ask(network, () -> members.all())).isEmpty();
    }

    @Test
    void a_name_nearly_right_is_pointed_out_and_not_taken() throws Exception {
        api("namn\n%s\n".formatted("Ängbyy " + one.name().substring(6)), true)
                .andExpect(jsonPath("$.rows[0].code").value("network.import.unknown-but-near"))
                .andExpect(jsonPath("$.rows[0].message").value(containsString(one.name())));
    }

    @Test
    void the_network_itself_is_no_member() throws Exception {
        var lonely = world.association("Ensamma ringen " + UUID.randomUUID());
        var its = world.person("Stina Stab", lonely, Role.STAFF);

        mvc.perform(multipart("/api/v1/{tenant}/member-imports", lonely.slug())
                        .file(file("namn\n%s\n".formatted(lonely.name()).getBytes(UTF_8)))
                        .with(its.token()))
                .andExpect(jsonPath("$.rows[0].code").value("network.not-oneself"));
    }

    @Test
    void a_member_already_there_is_left_or_brought_up_to_date_and_blank_cells_say_nothing() throws Exception {
        world.in(network, () -> peerGroups.save(new PeerGroup("coast", Texts.of("en", "Coast"))));
        world.in(network, () -> memberships.add(one, new Terms("coast", MAY_DAY, null)));
        world.in(network, () -> memberships.add(two, new Terms("coast", MAY_DAY, null)));

        api("code,group,since\n%s,,\n%s,coast,2018-01-01\n".formatted(one.officialCode(), two.officialCode()), false)
                .andExpect(jsonPath("$.same").value(1))
                .andExpect(jsonPath("$.changed").value(1));

        assertThat(world.ask(network, () -> members.present()))
                .extracting(Member::id, Member::peerGroup, Member::since)
                .containsExactlyInAnyOrder(
                        tuple(one.id(), "coast", MAY_DAY), tuple(two.id(), "coast", LocalDate.of(2018, 1, 1)));
    }

    @Test
    void whoever_left_comes_back_with_the_list_and_it_says_so() throws Exception {
        world.in(network, () -> memberships.add(one, new Terms(null, MAY_DAY, MAY_DAY.plusYears(1))));

        api("code\n%s\n".formatted(one.officialCode()), false)
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.rows[0].code").value("network.import.comes-back"));

        assertThat(world.ask(network, () -> members.present())).hasSize(1);
    }

    @Test
    void nothing_to_do_is_done_without_a_word_in_the_audit_trail() throws Exception {
        world.membership(network, one);

        api("code\n%s\n".formatted(one.officialCode()), false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(false))
                .andExpect(jsonPath("$.same").value(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "da", "de", "en"})
    void what_is_exported_can_be_imported_again_in_any_language(String language) throws Exception {
        world.in(network, () -> peerGroups.save(new PeerGroup("g1", Texts.of("sv", "Små; \"lantliga\""))));
        world.in(network, () -> memberships.add(one, new Terms("g1", MAY_DAY, null)));
        world.in(network, () -> memberships.add(two, new Terms(null, MAY_DAY, MAY_DAY.plusYears(1))));

        for (var kind : new String[] {"csv", "xlsx"}) {
            var exported = mvc.perform(get("/{tenant}/members." + kind, network.slug())
                            .with(staff.browser())
                            .header("Accept-Language", language)
                            .param("show", "ALL"))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(exported.getHeader("Content-Disposition")).contains("Klimatringen");

            api(exported.getContentAsByteArray(), true)
                    .andExpect(jsonPath("$.same").value(2))
                    .andExpect(jsonPath("$.wrong").value(0));
        }
    }

    @Test
    void columns_may_be_named_where_the_headings_do_not_tell() throws Exception {
        mvc.perform(multipart("/api/v1/{tenant}/member-imports", network.slug())
                        .file(file("x;y\n%s;Kusten\n".formatted(one.name()).getBytes(UTF_8)))
                        .file(new MockMultipartFile("mapping", "", "application/json", """
                                {"member-name": "X", "peer-group": "#2"}""".getBytes(UTF_8)))
                        .with(staff.token()))
                .andExpect(jsonPath("$.added").value(1));
        mvc.perform(multipart("/api/v1/{tenant}/member-imports", network.slug())
                        .file(file("x;y\n1;2\n".getBytes(UTF_8)))
                        .file(new MockMultipartFile("mapping", "", "application/json", """
                                {"member-name": "z"}""".getBytes(UTF_8)))
                        .with(staff.token()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("tables.fault.no-such-column"));
    }

    @Test
    void three_hundred_members_join_from_an_old_file_and_the_statements_do_not_grow_with_them() throws Exception {
        var few = IntStream.range(0, 3)
                .mapToObj(number -> world.municipality("Fåby"))
                .toList();
        var many = IntStream.range(0, 300)
                .mapToObj(number -> world.municipality("Mångby"))
                .toList();
        api(codes(few), true); // What is cached is cached from now on.
        int forFew = QueryCount.of(() -> api(codes(few), true));

        assertThat(QueryCount.of(() -> api(codes(many), true))).isEqualTo(forFew);
        api(codes(many), false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(300));
        assertThat(world.ask(network, () -> members.present())).hasSize(300);
    }

    @Test
    void a_file_that_is_no_list_is_refused_with_advice_on_the_page_too() throws Exception {
        for (var bad : new String[] {"", " \n ;\n", "%PDF-1.7", "PK\u0003\u0004 no workbook"}) {
            api(bad.getBytes(ISO_8859_1), true).andExpect(status().isUnprocessableContent());
        }
        mvc.perform(multipart("/{tenant}/member-imports", network.slug())
                        .file(file("%PDF-1.7".getBytes(UTF_8)))
                        .with(staff.browser())
                        .with(csrf())
                        .header("Accept-Language", "en"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("PDF")));
    }

    @Test
    void a_script_in_a_cell_is_shown_and_not_run() throws Exception {
        mvc.perform(multipart("/{tenant}/member-imports", network.slug())
                        .file(file("namn\n<script>alert(1)</script>\n".getBytes(UTF_8)))
                        .with(staff.browser())
                        .with(csrf()))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-01, 2019-05-01",
        "2019/5/1,   2019-05-01",
        "1.5.2019,   2019-05-01",
        "01. 05. 2019, 2019-05-01",
        "1/5/2019,   2019-05-01",
        "2019,       2019-01-01",
        "31.2.2019,",
        "1.5.19,",
        "43586,"
    })
    void days_are_read_as_people_write_them_or_not_at_all(String written, @Nullable LocalDate day) {
        if (day == null) {
            assertThatThrownBy(() -> Days.read(written)).isInstanceOf(Problem.class);
        } else {
            assertThat(Days.read(written)).isEqualTo(day);
        }
    }

    private static String codes(List<Tenant> tenants) {
        return tenants.stream().map(Tenant::officialCode).collect(Collectors.joining("\n", "kod\n", "\n"));
    }

    private ResultActions api(String list, boolean dryRun) throws Exception {
        return api(list.getBytes(UTF_8), dryRun);
    }

    private ResultActions api(byte[] list, boolean dryRun) throws Exception {
        return mvc.perform(multipart("/api/v1/{tenant}/member-imports", network.slug())
                .file(file(list))
                .param("dryRun", String.valueOf(dryRun))
                .with(staff.token()));
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "medlemmar", "application/octet-stream", content);
    }
}
