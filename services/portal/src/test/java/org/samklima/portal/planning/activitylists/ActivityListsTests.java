package org.samklima.portal.planning.activitylists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.pages.Notice;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.people.People;
import org.samklima.portal.planning.PlanScene;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@PortalTest
class ActivityListsTests {

    @Autowired
    ApplicationContext beans;

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private PlanScene scene;

    @BeforeEach
    void a_town() {
        scene = new PlanScene(beans);
    }

    @Test
    void activities_are_filtered_by_everything_that_the_address_says() throws Exception {
        var goal = scene.goal("Cycling doubles; by 2030");
        scene.has("""
                reference|title|field|status|responsible|goals|description|public
                T1|Cycle path|Transport / Cycling|ongoing|karin ek|Cycling doubles; by 2030||yes
                """);
        scene.has("""
                reference;title;field;status;responsible;description;public
                T2;Buses;Transport;completed;Roads office;runs on biogas;no
                E1;Solar roofs;Energy;ongoing;;;no
                X1;Odds and ends;;cancelled;;;no
                """);
        var transport = field("Transport");

        expect("?field=" + transport, contains("T1", "T2"));
        expect("?field=" + field("Cycling"), contains("T1"));
        expect("?field=-", contains("X1"));
        expect("?goal=" + goal, contains("T1"));
        expect("?goal=-", contains("E1", "T2", "X1"));
        expect("?responsible=" + scene.coordinator().id(), contains("T1"));
        expect("?responsible=me", contains("T1"));
        expect("?responsible=Roads office", contains("T2"));
        expect("?responsible=-", contains("E1", "X1"));
        expect("?status=ONGOING&status=CANCELLED", contains("E1", "T1", "X1"));
        expect("?shown=true", contains("T1"));
        expect("?q=BIOGAS", contains("T2"));
        expect("?field=" + transport + "&status=ONGOING&q=path", contains("T1"));
        expect("?field=" + UUID.randomUUID(), empty());
        expect("?field=nonsense&status=NONSENSE&late=perhaps&shown=?&page=x&sort=x", contains("E1", "T1", "T2", "X1"));
    }

    @Test
    void late_is_the_same_to_the_filter_as_to_the_activity() throws Exception {
        var days = new String[] {
            "", scene.today().minusDays(1).toString(), scene.today().toString()
        };
        var rows = Arrays.stream(ActivityStatus.values())
                .flatMap(status -> Stream.of(days)
                        .flatMap(starts -> Stream.of(days)
                                .filter(ends -> starts.isEmpty() || ends.isEmpty() || starts.compareTo(ends) <= 0)
                                .map(ends -> status + "|" + starts + "|" + ends)))
                .toList();
        scene.has(IntStream.range(0, rows.size())
                .mapToObj(number -> "R" + number + "|Activity " + number + "|" + rows.get(number))
                .collect(Collectors.joining("\n", "reference|title|status|start|end\n", "\n")));
        var late = IntStream.range(0, rows.size())
                .filter(number -> isLate(rows.get(number).split("\\|", -1)))
                .mapToObj(number -> "R" + number)
                .toList();

        assertThat(late).hasSizeBetween(5, rows.size() - 5);
        list("?late=true")
                .andExpect(jsonPath("$.late").value(late.size()))
                .andExpect(jsonPath("$.activities[*].reference", containsInAnyOrder(late.toArray())));
    }

    private boolean isLate(String[] row) {
        var starts = row[1].isEmpty() ? null : LocalDate.parse(row[1]);
        var ends = row[2].isEmpty() ? null : LocalDate.parse(row[2]);
        return ActivityStatus.valueOf(row[0]).lateSince(starts, ends, scene.today()) != null;
    }

    @Test
    void quiet_is_what_goes_on_without_an_entry_for_six_months_and_has_not_just_begun() throws Exception {
        var long_ago = scene.today().minusYears(1);
        var lately = scene.today().minusMonths(2);
        scene.has("""
                reference;title;status;start;responsible;log;logged on
                A;Silent;ongoing;%1$s;Karin Ek;;
                B;Told of lately;ongoing;%1$s;Karin Ek;News;%2$s
                C;Told of long ago;ongoing;%1$s;Karin Ek;News;%1$s
                D;Just begun;ongoing;%2$s;Karin Ek;;
                E;Just entered;ongoing;;Karin Ek;;
                F;Entered long ago;ongoing;;Karin Ek;;
                G;Over;completed;%1$s;Karin Ek;;
                H;Begun long ago and just entered;ongoing;%1$s;Karin Ek;;
                I;Told of six months ago;ongoing;%1$s;Karin Ek;News;%3$s
                """.formatted(long_ago, lately, scene.today().minusMonths(6)));
        for (var entered : List.of("A", "D", "F")) {
            scene.set(entered, "created_at", Timestamp.valueOf(long_ago.atStartOfDay()));
        }

        expect("?quiet=true", contains("A", "C", "F", "I"));
        mvc.perform(get(scene.api("/reminders/preview"))
                        .with(scene.coordinator().token()))
                .andExpect(jsonPath(
                        "$.hints[*].what",
                        containsInAnyOrder(
                                containsString("Silent"),
                                containsString("Told of long ago"),
                                containsString("Entered long ago"),
                                containsString("Told of six months ago"))));
    }

    @Test
    void sums_are_over_what_is_shown_and_say_how_many_have_no_figure() throws Exception {
        scene.has("""
                reference|title|status|effect|budget
                A|One|ongoing|12.5|"2026 investment: 100 / 40
                2027 operation: 50 / –"
                B|Two|ongoing|0|2026 operation: – / 7
                C|Three|completed||
                D|Four|cancelled|1000|2026 drift: 5 / 5
                """);

        list("").andExpect(jsonPath("$.totals.activities").value(4))
                .andExpect(jsonPath("$.totals.planned.value").value(155))
                .andExpect(jsonPath("$.totals.planned.having").value(2))
                .andExpect(jsonPath("$.totals.planned.missing").value(2))
                .andExpect(jsonPath("$.totals.spent.value").value(52))
                .andExpect(jsonPath("$.totals.effect.value").value(12.5))
                .andExpect(jsonPath("$.totals.effect.having").value(2))
                .andExpect(jsonPath("$.totals.effect.missing").value(1));
        list("?status=COMPLETED")
                .andExpect(jsonPath("$.totals.planned.value").isEmpty())
                .andExpect(jsonPath("$.totals.planned.missing").value(1))
                .andExpect(jsonPath("$.counts.ONGOING").value(2));
        page("/activities?status=COMPLETED")
                .andExpect(content().string(containsString("no activity has a figure, one has none")));
    }

    @Test
    void lists_are_sorted_as_people_count_and_write_with_what_is_missing_last() throws Exception {
        scene.has("""
                reference|title|end|effect|budget
                T10|Åkrar|2027-01-01|5|2026 drift: 9 / –
                T2|Zebror||20|
                |Ängar|2026-01-01||2026 drift: 10 / –
                T1.10|Örter|||
                T1.9|Alar|||
                """);

        expect("?sort=reference", contains("T1.9", "T1.10", "T2", "T10", ""));
        expect("?sort=-reference", contains("T10", "T2", "T1.10", "T1.9", ""));
        list("?sort=title", "sv")
                .andExpect(jsonPath("$.activities[*].title", contains("Alar", "Zebror", "Åkrar", "Ängar", "Örter")));
        list("?sort=title", "de")
                .andExpect(jsonPath("$.activities[*].title", contains("Åkrar", "Alar", "Ängar", "Örter", "Zebror")));
        expect("?sort=-effect", contains("T2", "T10", "T1.9", "", "T1.10"));
        expect("?sort=planned", contains("T10", "", "T1.9", "T1.10", "T2"));
        expect("?sort=end", contains("", "T10", "T1.9", "T1.10", "T2"));
    }

    @Test
    void every_page_sends_as_many_statements_for_a_hundred_and_twenty_activities_as_for_three() throws Exception {
        var goal = scene.goal("Less");
        scene.has(activities(0, 3));
        var pages = new String[] {
            "/activities",
            "/activities/board",
            "/activities/timeline",
            "/activities?goal=" + goal + "&q=a&late=true&quiet=true"
        };
        for (var page : pages) {
            statements(page); // what is kept between requests is read
        }
        var few = Arrays.stream(pages).mapToInt(this::statements).toArray();
        scene.has(activities(3, 120));

        assertThat(Arrays.stream(pages).mapToInt(this::statements).toArray()).isEqualTo(few);
        page("/activities?page=3").andExpect(content().string(containsString("101–120 of 120")));
        list("?page=3")
                .andExpect(jsonPath("$.activities.length()").value(20))
                .andExpect(jsonPath("$.pages").value(3));
    }

    private static String activities(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        number -> "A%1$d;Activity %1$d;Field %2$d;ongoing;2025-01-01;2026-02-01;Less;2026 drift: 1 / 1"
                                .formatted(number, number % 3))
                .collect(Collectors.joining("\n", "reference;title;field;status;start;end;goals;budget\n", "\n"));
    }

    @Test
    void a_card_of_the_board_is_moved_and_leads_back_to_the_same_board() throws Exception {
        scene.has("reference;title;status\nA;Cycle <path>;not started\nB;Buses;completed\n");
        var board = scene.page("/activities/board");
        page("/activities/board?q=cycle")
                .andExpect(content().string(containsString("Cycle &lt;path&gt;")))
                .andExpect(content().string(not(containsString("Buses"))));

        move(scene.coordinator(), "A", "ONGOING")
                .andExpect(redirectedUrl(board + "?q=cycle"))
                .andExpect(flash().attributeExists("notice"));
        assertThat(scene.of("A", "status", String.class)).isEqualTo("ONGOING");

        move(scene.coordinator(), "B", "CANCELLED").andExpect(redirectedUrl(board + "?q=cycle"));
        assertThat(scene.of("B", "status", String.class)).isEqualTo("COMPLETED");
        move(world.person("Dora Dahl", scene.town(), Role.DECISION_MAKER), "A", "COMPLETED")
                .andExpect(status().isForbidden());
        page("/activities/board", world.person("Dan Dahl", scene.town(), Role.DECISION_MAKER))
                .andExpect(content().string(not(containsString("Change status"))));
    }

    private ResultActions move(World.Person by, String reference, String to) throws Exception {
        return mvc.perform(post(scene.page("/activities/board/{id}/status?q=cycle"), id(reference))
                .param("to", to)
                .with(by.browser())
                .with(csrf()));
    }

    @Test
    void a_long_column_of_the_board_leads_to_all_of_it() throws Exception {
        scene.goal("Less");
        scene.has(activities(0, 35));

        page("/activities/board?q=activity")
                .andExpect(content().string(containsString("5 more: see all in the list")))
                .andExpect(content().string(containsString("/activities?q=activity&amp;status=ONGOING")));
    }

    @Test
    void the_timeline_says_in_words_what_it_draws() throws Exception {
        scene.has("""
                reference;title;status;start;end
                A;Late one;ongoing;%d-01-01;%s
                B;Open one;ongoing;%d-01-01;
                C;Dateless one;not started;;
                """.formatted(
                        scene.today().getYear() - 1,
                        scene.today().minusDays(2),
                        scene.today().getYear()));

        page("/activities/timeline")
                .andExpect(content().string(containsString("3 activities, one of them late.")))
                .andExpect(content()
                        .string(containsString("from 1 Jan " + scene.today().getYear())))
                .andExpect(content().string(containsString("no dates")))
                .andExpect(content().string(containsString("bar-late-hatch")));
        page("/activities/timeline?from=abc&until=99999").andExpect(status().isOk());
    }

    @Test
    void a_view_is_saved_for_oneself_or_for_everybody_and_removed_again() throws Exception {
        scene.has("reference;title;status\nA;Cycle path;ongoing\n");
        var colleague = world.person("Carl Dahl", scene.town(), Role.CONTRIBUTOR);
        var reader = world.person("Dora Dahl", scene.town(), Role.DECISION_MAKER);
        var saving = "/activities/views?q=cycle&status=ONGOING&sort=-end&shape=BOARD";

        save(scene.coordinator(), saving, "Mine", false)
                .andExpect(redirectedUrl(scene.page("/activities/board?q=cycle&status=ONGOING&sort=-end")));
        save(scene.coordinator(), saving, "Ours", true);
        save(scene.coordinator(), saving, "Mine", false).andExpect(notice("taken"));
        save(scene.coordinator(), saving, " ", false).andExpect(notice("nameless"));
        save(reader, saving, "Everybody's", true).andExpect(notice("not-for-everybody"));

        page("/activities")
                .andExpect(content().string(containsString("Mine")))
                .andExpect(content().string(containsString("Ours")));
        page("/activities", colleague)
                .andExpect(content().string(not(containsString(">Mine<"))))
                .andExpect(content().string(containsString("Ours")));
        var ours = view("Ours");
        var mine = view("Mine");
        mvc.perform(post(scene.page("/activities/views/{view}/removal"), mine)
                        .with(colleague.browser())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(delete(scene.api("/activities/views/{view}"), ours).with(reader.token()))
                .andExpect(status().isForbidden());
        mvc.perform(post(scene.page("/activities/views/{view}/removal"), ours)
                        .with(colleague.browser())
                        .with(csrf()))
                .andExpect(redirectedUrl(scene.page("/activities/board?q=cycle&status=ONGOING&sort=-end")));
        mvc.perform(get(scene.api("/activities/views")).with(scene.coordinator().token()))
                .andExpect(jsonPath("$[*].name", contains("Mine")));

        world.in(scene.town(), () -> people.remove(scene.coordinator().id()));
        await().untilAsserted(() -> assertThat(views()).isEmpty());
    }

    private List<String> views() {
        return world.ask(
                scene.town(),
                () -> jdbc.sql("SELECT name FROM saved_view WHERE tenant_id = ?")
                        .param(scene.town().id())
                        .query(String.class)
                        .list());
    }

    private static ResultMatcher notice(String key) {
        return result ->
                assertThat(((Notice) result.getFlashMap().get("notice")).key()).isEqualTo("activitylists.views." + key);
    }

    private ResultActions save(World.Person by, String path, String name, boolean everybody) throws Exception {
        return mvc.perform(post(scene.page(path))
                .param("name", name)
                .param("everybody", String.valueOf(everybody))
                .with(by.browser())
                .with(csrf()));
    }

    private UUID view(String name) {
        return world.ask(
                scene.town(),
                () -> jdbc.sql("SELECT id FROM saved_view WHERE tenant_id = ? AND name = ?")
                        .params(scene.town().id(), name)
                        .query(UUID.class)
                        .single());
    }

    @Test
    void without_activities_the_page_offers_the_first_step_and_nothing_else() throws Exception {
        page("/activities")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No activities yet")))
                .andExpect(content().string(containsString("/activities/new")))
                .andExpect(content().string(not(containsString("Download"))));
        page("/activities/board").andExpect(content().string(containsString("No activities yet")));
        page("/activities/timeline").andExpect(content().string(containsString("No activities yet")));
    }

    private void expect(String query, Matcher<?> references) throws Exception {
        list(query).andExpect(jsonPath("$.activities[*].reference").value(references));
    }

    private ResultActions list(String query) throws Exception {
        return list(query, "en");
    }

    private ResultActions list(String query, String language) throws Exception {
        return mvc.perform(get(URI.create(scene.api("/activities" + query.replace(" ", "%20"))))
                        .with(scene.coordinator().token())
                        .header("Accept-Language", language))
                .andExpect(status().isOk());
    }

    private ResultActions page(String path) throws Exception {
        return page(path, scene.coordinator());
    }

    private ResultActions page(String path, World.Person reader) throws Exception {
        return mvc.perform(
                        get(URI.create(scene.page(path))).with(reader.browser()).header("Accept-Language", "en"))
                .andExpect(status().isOk());
    }

    private int statements(String path) {
        try {
            return QueryCount.of(() -> page(path));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private UUID id(String reference) {
        return scene.of(reference, "id", UUID.class);
    }

    private UUID field(String name) {
        return world.ask(
                scene.town(),
                () -> jdbc.sql("SELECT id FROM plan_field WHERE tenant_id = ? AND name = ?")
                        .params(scene.town().id(), name)
                        .query(UUID.class)
                        .single());
    }
}
