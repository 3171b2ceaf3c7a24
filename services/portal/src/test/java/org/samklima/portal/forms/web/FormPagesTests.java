package org.samklima.portal.forms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.FormSummary;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@PortalTest
class FormPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Forms forms;

    private Tenant network;
    private World.Person staff;

    @BeforeEach
    void aNetwork() {
        network = world.association("Klimatringen");
        staff = world.person("Siv Staff", network, Role.STAFF);
    }

    @Test
    void a_network_without_forms_is_shown_the_first_step() throws Exception {
        var page = page(get(path("/report-forms")));
        assertThat(page).contains(path("/report-forms/import")).contains("No report form yet");
    }

    @Test
    void a_shipped_form_is_looked_at_and_taken_into_use() throws Exception {
        assertThat(page(get(path("/report-forms/import")))).contains("The climate test", "The quick check");
        var draft = redirect(post(path("/report-form-drafts/shipped")).param("code", "quick-check"));
        assertThat(page(get(draft))).contains("A new form", "Direction", "Take into use");
        var form = redirect(post(path("/report-forms")).param("draft", draft.substring(draft.lastIndexOf('/') + 1)));
        assertThat(page(get(form))).contains("Version 1, as a member will see it.", "The quick check");
        assertThat(page(get(path("/report-forms"))))
                .contains("The quick check", form)
                .doesNotContain("No report form yet");
    }

    @Test
    void an_imported_file_shows_what_it_changes_before_it_is_saved() throws Exception {
        add(Ask.form(Ask.yesNo("plan", "1"), Ask.yesNo("gone", "1")));
        var draft = upload(FormFile.write(Ask.form(Ask.percentage("plan"), Ask.yesNo("new", "1"))));
        assertThat(page(get(draft)))
                .contains(
                        "It becomes version 2",
                        "Asks for another kind of answer",
                        "New question",
                        "No longer asked",
                        "Take into use as version 2");
        assertThat(latestVersion()).isEqualTo(1);
    }

    @Test
    void the_same_file_again_cannot_be_taken_into_use() throws Exception {
        var form = Ask.form(Ask.yesNo("plan", "1"));
        add(form);
        var draft = upload(FormFile.write(form));
        assertThat(page(get(draft)))
                .contains("The file is the same as version 1")
                .doesNotContain("Take into use");
    }

    @Test
    void a_draft_can_be_dropped() throws Exception {
        var draft = upload(FormFile.write(Ask.form(Ask.yesNo("plan", "1"))));
        redirect(post(draft + "/removal"));
        assertThat(perform(get(draft)).getStatus()).isEqualTo(404);
    }

    @Test
    void whoever_was_overtaken_is_told_and_sees_the_draft_compared_anew() throws Exception {
        var draft = upload(FormFile.write(Ask.form(Ask.yesNo("plan", "3"))));
        add(Ask.form(Ask.yesNo("plan", "1")));
        var renewed = redirect(post(path("/report-forms")).param("draft", draft.substring(draft.lastIndexOf('/') + 1)));
        assertThat(renewed).isNotEqualTo(draft).contains("/report-form-drafts/");
        assertThat(page(get(renewed))).contains("It becomes version 2", "Other points");
        assertThat(latestVersion()).isEqualTo(1);
    }

    @Test
    void a_file_with_a_circle_of_conditions_is_refused_with_the_place_of_each_fault() throws Exception {
        var file = """
                {"format": "samklima-report-form/1", "code": "c", "title": {"en": "C"}, "languages": ["en"], "sections": [
                 {"code": "s", "title": {"en": "S"}, "questions": [
                  {"code": "a", "kind": "yes-no", "text": {"en": "A"}, "shownOnlyIf": {"question": "b", "says": "yes"}},
                  {"code": "b", "kind": "yes-no", "text": {"en": "B"}, "shownOnlyIf": {"question": "a", "says": "yes"}},
                  {"code": "b", "kind": "date", "text": {"en": "B"}}]}]}
                """;
        var response = perform(upload("circle.json", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString())
                .contains(
                        "The file has 2 faults.",
                        "Nothing of circle.json was saved.",
                        "Section 1, question 1",
                        "The conditions go round in a circle: a → b → a.",
                        "/sections/0/questions/2/code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "da", "de", "en"})
    void the_pages_stand_in_every_language(String language) throws Exception {
        add(ShippedForms.climateTest());
        var draft = upload(FormFile.write(changed(ShippedForms.climateTest())));
        var form = summary();
        var flawed =
                perform(upload("x.json", "{}".getBytes(StandardCharsets.UTF_8)).param("lang", language));
        assertThat(flawed.getStatus()).isEqualTo(422);
        for (var path : new String[] {
            path("/report-forms"),
            path("/report-forms/import"),
            draft,
            path("/report-forms/" + form.id() + "/versions/1")
        }) {
            assertThat(perform(get(path), language).getContentAsString())
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("??", "forms.", "{0}", "{1}");
        }
    }

    @Test
    void a_form_is_read_as_the_chosen_kind_of_member_in_the_chosen_language() throws Exception {
        add(ShippedForms.climateTest());
        var path = path("/report-forms/" + summary().id() + "/versions/1");
        assertThat(page(get(path).param("kind", "MUNICIPALITY").param("language", "de")))
                .contains("Planen und Bauen", "At most 66 points in all")
                .doesNotContain("Werden medizinische Gase");
        assertThat(page(get(path).param("kind", "REGION").param("language", "de")))
                .contains("Werden medizinische Gase")
                .doesNotContain("Planen und Bauen");
        assertThat(page(get(path).param("kind", "ASSOCIATION").param("language", "fi")))
                .contains("Planering och byggande");
    }

    @Test
    void conditions_are_said_in_words_by_the_numbers_of_the_questions() throws Exception {
        add(ShippedForms.climateTest());
        assertThat(page(get(path("/report-forms/" + summary().id() + "/versions/1"))))
                .contains(
                        "Shown only if question 1.1 is answered with yes",
                        "Shown only if the answer to question 4.1 is less than 50",
                        "Shown only if question 5.6 is answered with “Some, but it is decided when they are replaced”",
                        "Shown only if question 8.5 is answered");
    }

    @Test
    void script_in_a_text_is_shown_and_not_run() throws Exception {
        var script = "<script>alert(1)</script>";
        var question = Ask.question("plan", new Kind.FreeText(10)).question();
        add(new ReportForm(
                "sample",
                Ask.text(script),
                Ask.text(script),
                List.of("en"),
                List.of(Ask.section("s", new Ask(question)))));
        var page = page(get(path("/report-forms/" + summary().id() + "/versions/1")));
        assertThat(page).doesNotContain(script).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void the_file_that_leaves_can_come_back() throws Exception {
        add(ShippedForms.quickCheck());
        var response = perform(get(path("/report-forms/" + summary().id() + "/versions/1/file")));
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"quick-check-v1.json\"");
        assertThat(FormFile.read(response.getContentAsByteArray())).isEqualTo(ShippedForms.quickCheck());
    }

    @Test
    void the_board_reads_and_does_not_import() throws Exception {
        add(ShippedForms.quickCheck());
        var board = world.person("Bo Board", network, Role.BOARD);
        assertThat(mvc.perform(get(path("/report-forms")).with(board.browser()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(mvc.perform(get(path("/report-forms/import")).with(board.browser()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private static ReportForm changed(ReportForm form) {
        var file = new String(FormFile.write(form), StandardCharsets.UTF_8);
        return FormFile.read(file.replace("\"maxLength\": 1000", "\"maxLength\": 900")
                .replace("\"from\": 25", "\"from\": 26")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void add(ReportForm form) {
        world.in(network, () -> forms.add(form));
    }

    private FormSummary summary() {
        var found = new FormSummary[1];
        world.in(network, () -> found[0] = forms.all().getFirst());
        return found[0];
    }

    private int latestVersion() {
        return summary().latestVersion();
    }

    private String path(String rest) {
        return "/" + network.slug() + rest;
    }

    private AbstractMockHttpServletRequestBuilder<?> upload(String name, byte[] file) {
        return multipart(path("/report-form-drafts"))
                .file(new MockMultipartFile("file", name, "application/json", file));
    }

    private String upload(byte[] file) throws Exception {
        return redirect(upload("form.json", file));
    }

    private String redirect(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response = perform(request);
        assertThat(response.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response = perform(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return perform(request, "en");
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request, String language)
            throws Exception {
        return mvc.perform(request.with(staff.browser()).with(csrf()).header("Accept-Language", language))
                .andReturn()
                .getResponse();
    }
}
