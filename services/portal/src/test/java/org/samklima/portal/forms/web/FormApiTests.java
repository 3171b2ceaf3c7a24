package org.samklima.portal.forms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class FormApiTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    private Tenant network;
    private World.Person staff;

    @BeforeEach
    void aNetwork() {
        network = world.association("Klimatringen");
        staff = world.person("Siv Staff", network, Role.STAFF);
    }

    @Test
    void a_form_is_imported_listed_and_exported_as_it_came() throws Exception {
        var file = FormFile.write(ShippedForms.climateTest());
        var imported = perform(importing(file));
        assertThat(imported.getStatus()).isEqualTo(201);
        assertThat(json(imported).get("version").intValue()).isEqualTo(1);

        var listed = json(perform(get(path("/report-forms")))).get(0);
        assertThat(listed.get("code").stringValue()).isEqualTo("climate-test");
        assertThat(listed.get("title").get("sv").stringValue()).isEqualTo("Klimattestet");

        var one = path("/report-forms/" + listed.get("id").stringValue());
        assertThat(json(perform(get(one))).get("versions").size()).isEqualTo(1);
        assertThat(perform(get(one + "/versions/1")).getContentAsByteArray()).isEqualTo(file);
        assertThat(perform(get(one + "/versions/2")).getStatus()).isEqualTo(404);
    }

    @Test
    void the_same_file_again_makes_no_version() throws Exception {
        var file = FormFile.write(Ask.form(Ask.yesNo("plan", "1")));
        perform(importing(file));
        var again = perform(importing(file));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(json(again).get("changed").booleanValue()).isFalse();
        assertThat(json(again).get("version").intValue()).isEqualTo(1);
    }

    @Test
    void a_dry_run_tells_the_version_and_saves_nothing() throws Exception {
        perform(importing(FormFile.write(Ask.form(Ask.yesNo("plan", "1")))));
        var tried = perform(
                importing(FormFile.write(Ask.form(Ask.yesNo("plan", "2")))).param("dryRun", "true"));
        assertThat(tried.getStatus()).isEqualTo(200);
        assertThat(json(tried).get("version").intValue()).isEqualTo(2);
        assertThat(json(tried).get("saved").booleanValue()).isFalse();
        assertThat(json(perform(get(path("/report-forms"))))
                        .get(0)
                        .get("latestVersion")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void every_flaw_is_told_with_its_pointer_in_the_readers_language() throws Exception {
        var file =
                "{\"format\":\"samklima-report-form/1\",\"code\":\"Stor\",\"title\":5,\"languages\":[\"sv\"],\"sections\":[]}";
        var refused = perform(importing(file.getBytes(StandardCharsets.UTF_8)).header("Accept-Language", "sv"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        var flaws = json(refused).get("flaws");
        assertThat(flaws.valueStream().map(flaw -> flaw.get("pointer").stringValue()))
                .containsExactlyInAnyOrder("/code", "/title", "/sections");
        assertThat(flaws.valueStream().map(flaw -> flaw.get("detail").stringValue()))
                .contains("Minst 1 måste anges.");
        assertThat(json(perform(get(path("/report-forms")))).size()).isZero();
    }

    @Test
    void a_body_without_end_is_not_read_beyond_the_limit() throws Exception {
        var refused = perform(importing(new byte[FormFile.LARGEST + 1000]));
        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(json(refused).get("flaws").get(0).get("code").stringValue()).isEqualTo("forms.flaw.file-too-large");
    }

    @Test
    void the_board_may_not_import() throws Exception {
        var board = world.person("Bo Board", network, Role.BOARD);
        var response = mvc.perform(
                        importing(FormFile.write(ShippedForms.quickCheck())).with(board.token()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void the_schema_is_open_to_everybody() throws Exception {
        var response =
                mvc.perform(get("/api/v1/report-form-schema")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/schema+json");
        assertThat(json(response).get("$schema").stringValue()).contains("2020-12");
    }

    private MockHttpServletRequestBuilder importing(byte[] file) {
        return post(path("/report-forms"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(file);
    }

    private String path(String rest) {
        return "/api/v1/" + network.slug() + rest;
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(staff.token())).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
