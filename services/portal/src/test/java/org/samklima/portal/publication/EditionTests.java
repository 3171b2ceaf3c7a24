package org.samklima.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.evaluation.EvaluationScene;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.Edition;
import org.samklima.published.NetworkProfile;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class EditionTests {

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private final JdbcClient overview = JdbcClient.create(TestDatabase.shared().as("overview"));

    private EvaluationScene scene;
    private Tenant ekby;

    @BeforeEach
    void closeRound() {
        var sample = new Sample(form(yesNo("plan", "2"), freeText("worries", 500)), "worries");
        scene = new EvaluationScene(world, beans, sample.form);
        ekby = scene.reported("Ekby", answers("plan", true, "worries", "Kept between us"));
        scene.accept(ekby, 1);
        scene.reported("Lindby", answers("plan", false));
        scene.close();
    }

    @Test
    void what_is_published_is_what_the_public_reads_and_nothing_that_was_kept() throws Exception {
        save("Klimatåret", "sample.plan").andExpect(status().isOk());
        publish(null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(1));

        var edition = read(1);
        assertThat(edition.title().in("sv")).isEqualTo("Klimatåret");
        assertThat(edition.members()).extracting(member -> member.name()).containsExactly("Ekby", "Lindby");
        assertThat(edition.round().reports()).as("only accepted reports").hasSize(1);
        assertThat(edition.statements().getFirst().holds()).isEqualTo(1);
        assertThat(edition.statements().getFirst().answered()).isEqualTo(1);
        assertThat(edition.statements().getFirst().members()).isEqualTo(2);
        assertThat(document(Edition.KIND, "2026", 1)).doesNotContain("worries", "Kept between us");
        assertThat(json.readValue(document(NetworkProfile.KIND, NetworkProfile.SUBJECT, 1), NetworkProfile.class))
                .isEqualTo(edition.network());
        assertThat(scene.reporting().round(scene.round()).state()).isEqualTo(RoundState.PUBLISHED);
    }

    @Test
    void the_preview_is_the_document_that_is_published() throws Exception {
        save("Klimatåret", "sample.plan");
        var previewed = json.readTree(mvc.perform(
                        get(scene.api("/edition/preview")).with(scene.staff().token()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        publish(previewed.get("fingerprint").stringValue()).andExpect(status().isCreated());

        var published = read(1);
        assertThat(EditionChanges.content(json.treeToValue(previewed.get("edition"), Edition.class)))
                .isEqualTo(EditionChanges.content(published));
    }

    @Test
    void nothing_is_published_that_has_changed_since_it_was_looked_at() throws Exception {
        save("Klimatåret", "sample.plan");

        publish("0123456789").andExpect(status().isConflict());
        assertThat(documents()).isZero();
    }

    @Test
    void an_open_round_a_missing_title_and_an_unsaved_draft_stand_in_the_way() throws Exception {
        publish(null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("publication.obstacle.no-draft"));
        save(" ", "sample.plan");
        publish(null).andExpect(jsonPath("$.code").value("publication.obstacle.no-title"));

        var open = new EvaluationScene(world, beans, form(yesNo("plan", "1")));
        save(open, "Too early").andExpect(status().isOk());
        mvc.perform(post(open.api("/edition/publication")).with(open.staff().token()))
                .andExpect(jsonPath("$.code").value("publication.obstacle.round-open"));
        assertThat(documents()).isZero();
    }

    @Test
    void a_correction_is_the_next_version_and_says_what_differs_and_the_first_one_stays_as_it_was() throws Exception {
        save("Klimatåret", "sample.plan");
        publish(null);
        var first = document(Edition.KIND, "2026", 1);
        publish(null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("publication.obstacle.unchanged"));

        save("Klimatåret, rättat", "sample.plan");
        publish(null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.changes[0].en").value("The title is worded anew."))
                .andExpect(jsonPath("$.changes[0].sv").value("Rubriken är omskriven."));

        assertThat(document(Edition.KIND, "2026", 1)).isEqualTo(first);
        assertThat(read(2).changes()).hasSize(1);
        assertThat(versions(NetworkProfile.KIND))
                .as("the profile says nothing new")
                .containsExactly(1);
    }

    @Test
    void a_withdrawn_version_is_gone_and_its_number_never_returns() throws Exception {
        save("Klimatåret", "sample.plan");
        publish(null);
        mvc.perform(delete(scene.api("/edition/versions/1")).with(scene.staff().token()))
                .andExpect(status().isNoContent());

        assertThat(versions(Edition.KIND)).isEmpty();
        assertThat(scene.reporting().round(scene.round()).state()).isEqualTo(RoundState.CLOSED);
        mvc.perform(delete(scene.api("/edition")).with(scene.staff().token())).andExpect(status().isNotFound());

        publish(null).andExpect(jsonPath("$.version").value(2));
        assertThat(versions(Edition.KIND)).containsExactly(2);
    }

    @Test
    void of_two_who_publish_at_once_one_publishes() throws Exception {
        save("Klimatåret", "sample.plan");
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> publishAt(start));
            var other = threads.submit(() -> publishAt(start));
            assertThat(new int[] {one.get(), other.get()}).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(versions(Edition.KIND)).containsExactly(1);
    }

    private int publishAt(CyclicBarrier start) throws Exception {
        start.await();
        return publish(null).andReturn().getResponse().getStatus();
    }

    @Test
    void of_two_who_save_the_same_draft_the_later_is_told_and_nothing_of_the_first_is_lost() throws Exception {
        save("The first", "sample.plan");

        mvc.perform(put(scene.api("/edition"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(draft(0, "The second", "sample.plan"))
                        .with(scene.staff().token()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("publication.draft.overtaken"));
        mvc.perform(get(scene.api("/edition")).with(scene.staff().token()))
                .andExpect(jsonPath("$.draft.title.sv").value("The first"));
    }

    @Test
    void what_is_published_cannot_be_altered_nor_anything_be_published_or_withdrawn_in_anothers_name()
            throws Exception {
        save("Klimatåret", "sample.plan");
        publish(null);
        var other = world.association("Andra ringen");

        refused(
                scene.association(),
                "UPDATE published.document SET content = '{}' WHERE tenant_id = ?",
                "permission denied");
        refused(
                other,
                "INSERT INTO published.document (tenant_id, kind, subject, version, content, published_at)"
                        + " VALUES (?, 'edition', '2026', 9, '{}', now())",
                "row-level security");
        world.in(
                other,
                () -> assertThat(jdbc.sql("DELETE FROM published.document WHERE tenant_id = ?")
                                .param(scene.association().id())
                                .update())
                        .isZero());
        assertThat(versions(Edition.KIND)).containsExactly(1);
    }

    @Test
    void the_overview_reads_what_is_published_and_can_do_nothing_else() throws Exception {
        save("Klimatåret", "sample.plan");
        publish(null);

        assertThat(versions(Edition.KIND)).containsExactly(1);
        assertThat(overview.sql("SELECT has_table_privilege('published.document', 'INSERT, UPDATE, DELETE, TRUNCATE')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        for (var table : List.of("samklima.edition_draft", "samklima.review", "samklima.received")) {
            assertThatThrownBy(
                            () -> overview.sql("SELECT * FROM " + table).query().listOfRows())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_page_adds_moves_and_removes_statements_without_scripts_and_keeps_what_was_typed() throws Exception {
        page("0", "add", "sample.plan").andExpect(redirectedUrl(scene.page("/edition#statements")));

        mvc.perform(get(scene.page("/edition")).with(scene.staff().browser()).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Typed title")))
                .andExpect(content().string(containsString("1 of the 1 that answered, of 2 members")));
        page("1", "remove", "sample.plan", "sample.plan");
        mvc.perform(get(scene.api("/edition")).with(scene.staff().token()))
                .andExpect(jsonPath("$.draft.statements[*].code").isEmpty())
                .andExpect(jsonPath("$.draft.title.sv").value("Typed title"));
        page("2", "add", "sample.plan");
        mvc.perform(get(scene.page("/edition/preview?member=" + ekby.slug()))
                        .with(scene.staff().browser())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 of the 1 that answered, of 2 members")))
                .andExpect(content().string(not(containsString("Kept between us"))));
    }

    @Test
    void what_cannot_be_understood_comes_back_as_it_was_typed_and_nothing_is_saved() throws Exception {
        mvc.perform(post(scene.page("/edition"))
                        .param("lockVersion", "0")
                        .param("title.sv", "<script>alert(1)</script>")
                        .param("contact", "nowhere")
                        .param("basis", "ACCEPTED")
                        .param("ranking", "NONE")
                        .with(scene.staff().browser())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("nowhere")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(not(containsString("<script>alert(1)"))));
        mvc.perform(get(scene.api("/edition")).with(scene.staff().token()))
                .andExpect(jsonPath("$.lockVersion").value(0));
    }

    @Test
    void an_edition_leaves_as_open_data() throws Exception {
        save("Klimatåret", "sample.plan");
        publish(null);
        var path = scene.page("/edition/versions/1/open-data");

        var answers = new String(file(path + "/csv?table=ANSWERS"), StandardCharsets.UTF_8);
        assertThat(answers.lines()).hasSize(2).last().asString().contains("Ekby", "sample,plan,true");
        assertThat(json.readValue(file(path + "/json"), Edition.class)).isEqualTo(read(1));
        assertThat(file(path + "/xlsx")).startsWith('P', 'K');
    }

    @Test
    void the_board_reads_and_does_not_publish_and_another_associations_round_is_not_found() throws Exception {
        save("Klimatåret", "sample.plan");
        var board = scene.board();
        mvc.perform(get(scene.page("/edition")).with(board.browser())).andExpect(status().isOk());
        mvc.perform(post(scene.api("/edition/publication")).with(board.token())).andExpect(status().isForbidden());

        var other = new EvaluationScene(world, beans, form(yesNo("plan", "1")));
        var forged = "/" + other.association().slug() + "/rounds/" + scene.round() + "/edition";
        mvc.perform(get(forged).with(other.staff().browser())).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1" + forged + "/publication").with(other.staff().token()))
                .andExpect(status().isNotFound());
    }

    /** @param statements that stand on the page already */
    private ResultActions page(String lockVersion, String button, String code, String... statements) throws Exception {
        return mvc.perform(post(scene.page("/edition"))
                .param("lockVersion", lockVersion)
                .param("title.sv", "Typed title")
                .param("introduction.sv", "Typed introduction")
                .param("form", "sample")
                .param("offered", "sample.plan")
                .param("question", "sample.plan")
                .param("statement", statements)
                .param("basis", "ACCEPTED")
                .param("ranking", "NONE")
                .param(button, code)
                .with(scene.staff().browser())
                .with(csrf()));
    }

    private ResultActions save(String title, String statement) throws Exception {
        var lockVersion = json.readTree(mvc.perform(
                                get(scene.api("/edition")).with(scene.staff().token()))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .get("lockVersion")
                .intValue();
        return mvc.perform(put(scene.api("/edition"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(draft(lockVersion, title, statement))
                .with(scene.staff().token()));
    }

    private ResultActions save(EvaluationScene other, String title) throws Exception {
        return mvc.perform(put(other.api("/edition"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(draft(0, title, "sample.plan"))
                .with(other.staff().token()));
    }

    private static String draft(int lockVersion, String title, String statement) {
        var written = title.isBlank() ? "null" : "{\"sv\": \"" + title + "\"}";
        return """
                {"lockVersion": %d, "draft": {"title": %s, "introduction": {"sv": "Så gick det."},
                 "statements": [{"code": "%s"}], "forms": ["sample"], "scores": true}}""".formatted(lockVersion, written, statement);
    }

    private ResultActions publish(@Nullable String fingerprint) throws Exception {
        MockHttpServletRequestBuilder request =
                post(scene.api("/edition/publication")).with(scene.staff().token());
        return mvc.perform(
                fingerprint == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON)
                                .content("{\"fingerprint\": \"" + fingerprint + "\"}"));
    }

    private byte[] file(String path) throws Exception {
        return mvc.perform(get(path).with(scene.staff().browser()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Edition read(int version) {
        return json.readValue(document(Edition.KIND, "2026", version), Edition.class);
    }

    /** As the overview reads it. */
    private String document(String kind, String subject, int version) {
        return overview.sql("SELECT content FROM published.document"
                        + " WHERE tenant_id = ? AND kind = ? AND subject = ? AND version = ?")
                .params(scene.association().id(), kind, subject, version)
                .query(String.class)
                .single();
    }

    private List<Integer> versions(String kind) {
        return overview.sql("SELECT version FROM published.document WHERE tenant_id = ? AND kind = ? ORDER BY version")
                .params(scene.association().id(), kind)
                .query(Integer.class)
                .list();
    }

    private int documents() {
        return versions(Edition.KIND).size() + versions(NetworkProfile.KIND).size();
    }

    private void refused(Tenant as, String sql, String why) {
        assertThatThrownBy(() -> world.in(
                        as, () -> jdbc.sql(sql).param(scene.association().id()).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(why);
    }
}
