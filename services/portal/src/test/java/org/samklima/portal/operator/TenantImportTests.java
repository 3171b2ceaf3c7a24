package org.samklima.portal.operator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
class TenantImportTests {

    @Autowired
    World world;

    @Autowired
    Tenants tenants;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    /** Keeps the names and codes of one test apart from those of the others. */
    String mark;

    @BeforeEach
    void mark() {
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() throws Exception {
        api("kod;namn\n%s1;Ettby %s\n%s2;Tvåby %s\n".replace("%s", mark), true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(false))
                .andExpect(jsonPath("$.added").value(2))
                .andExpect(jsonPath("$.rows[1].row").value(3))
                .andExpect(jsonPath("$.rows[1].outcome").value("NEW"));

        assertThat(tenants.search(mark)).isEmpty();
    }

    @Test
    void an_import_creates_every_tenant_with_its_audit_trail() throws Exception {
        api("kod;namn\n%s1;Ettby %s\n%s2;Tvåby %s\n".replace("%s", mark), false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(true));

        assertThat(tenants.search(mark)).hasSize(2).allSatisfy(tenant -> {
            assertThat(tenant.kind()).isEqualTo(TenantKind.MUNICIPALITY);
            assertThat(world.ask(tenant, () -> trail.newest("", 0, 9)))
                    .extracting(entry -> entry.action())
                    .containsExactly("tenant.created");
            assertThat(world.ask(tenant, () -> inOneTransaction(tenant)))
                    .as("written by the same transaction as the tenant")
                    .isTrue();
        });
    }

    @Test
    void a_managers_invitation_stands_and_falls_with_the_tenant() throws Exception {
        api("kod;namn;e-post\n%s1;Ettby %s;mia.%s@example.org\n%s2;Tvåby %s;\n".replace("%s", mark), false)
                .andExpect(status().isOk());

        var invited = tenants.search(mark).getFirst();
        assertThat(world.ask(
                        invited,
                        () -> jdbc.sql("SELECT t.xmin = i.xmin FROM tenant t JOIN invitation i ON i.tenant_id = t.id"
                                        + " WHERE t.id = ? AND i.email = ?")
                                .params(invited.id(), "mia." + mark + "@example.org")
                                .query(Boolean.class)
                                .list()))
                .as("written by the same transaction as the tenant")
                .containsExactly(true);
        assertThat(world.ask(invited, () -> trail.newest("", 0, 9)))
                .extracting(entry -> entry.action())
                .containsExactly("person.invited", "tenant.created");
        assertThat(jdbc.sql("SELECT count(*) FROM event_publication WHERE event_type LIKE '%PersonInvited'"
                                + " AND serialized_event LIKE ?")
                        .param("%" + invited.id() + "%")
                        .query(Integer.class)
                        .single())
                .as("kept until the identity provider was told")
                .isOne();
    }

    private boolean inOneTransaction(Tenant tenant) {
        return jdbc.sql("SELECT t.xmin = e.xmin FROM tenant t JOIN audit_entry e ON e.tenant_id = t.id WHERE t.id = ?")
                .param(tenant.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void one_wrong_row_and_nothing_is_created() throws Exception {
        api(
                        "code,name,kind\n%s1,Ettby %s,\n%s2,,\n%s3,Treby %s,planet\n%s1,Ettby igen %s,\n"
                                .replace("%s", mark),
                        false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.imported").value(false))
                .andExpect(jsonPath("$.wrong").value(3))
                .andExpect(jsonPath("$.rows[1].code").value("operator.name-missing"))
                .andExpect(jsonPath("$.rows[2].code").value("operator.import.kind-unknown"))
                .andExpect(jsonPath("$.rows[3].code").value("lists.duplicate"))
                .andExpect(jsonPath("$.rows[3].message").value(containsString("2")));

        assertThat(tenants.search(mark)).isEmpty();
    }

    @Test
    void whatever_is_there_already_stays_as_it_is() throws Exception {
        api("kod;namn\n%s1;Ettby %s\n".replace("%s", mark), false);

        api("kod;namn\n%s1;Ettby stad %s\n%s2;Tvåby %s\n".replace("%s", mark), false)
                .andExpect(jsonPath("$.same").value(1))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.rows[0].code").value("operator.import.called-otherwise"));

        assertThat(tenants.search(mark)).extracting(Tenant::name).containsExactly("Ettby " + mark, "Tvåby " + mark);
    }

    @Test
    void a_column_may_name_kind_address_and_manager() throws Exception {
        var manager = world.person("Mia Manager");
        api(
                        "Kommunkod;Kommun;Typ;Adressdel;E-post\n%s1;Norrland %s;Region;norr-%s;".replace("%s", mark)
                                + manager.email() + "\n",
                        false)
                .andExpect(status().isOk());

        assertThat(tenants.search("norr-" + mark))
                .singleElement()
                .satisfies(tenant -> assertThat(tenant.kind()).isEqualTo(TenantKind.REGION));
        mvc.perform(get("/norr-" + mark).with(manager.browser())).andExpect(status().isOk());
    }

    @Test
    void leading_zeros_that_a_spreadsheet_took_come_back() throws Exception {
        api("kod;namn\n9;Nollby %s\n".replace("%s", mark), true).andExpect(status().isOk());

        assertThat(OfficialCodes.whole("114", "SE", TenantKind.MUNICIPALITY)).isEqualTo("0114");
        assertThat(OfficialCodes.whole("5515000", "DE", TenantKind.MUNICIPALITY))
                .isEqualTo("05515000");
        assertThat(OfficialCodes.whole("114", "FI", TenantKind.MUNICIPALITY)).isEqualTo("114");
        assertThat(OfficialCodes.whole("A1", "SE", TenantKind.MUNICIPALITY)).isEqualTo("A1");
    }

    @Test
    void three_hundred_rows_in_another_encoding_are_three_hundred_tenants() throws Exception {
        var list = IntStream.rangeClosed(1, 300)
                .mapToObj(number -> mark + number + ";Åby " + number + " " + mark)
                .collect(Collectors.joining("\n", "kod;namn\n", "\n"));

        api(list.getBytes(ISO_8859_1), false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(300));

        assertThat(tenants.search(mark)).hasSize(300).extracting(Tenant::name).contains("Åby 300 " + mark);
        assertThat(listed(1)).hasSize(50).first().isEqualTo("Åby 1 " + mark);
        assertThat(listed(6)).hasSize(50).doesNotContainAnyElementsOf(listed(5));
        assertThat(listed(7)).as("the nearest that is there").isEqualTo(listed(6));
    }

    /** The tenants on a page of the operator's list. */
    private List<String> listed(int page) throws Exception {
        var shown = mvc.perform(get("/operator/tenants")
                        .queryParam("q", mark)
                        .queryParam("page", String.valueOf(page))
                        .with(world.operatorBrowser()))
                .andReturn()
                .getModelAndView();
        return ((List<?>) shown.getModel().get("tenants"))
                .stream().map(tenant -> ((Tenant) tenant).name()).toList();
    }

    @Test
    void a_file_that_is_no_list_is_refused_with_advice() throws Exception {
        api("", true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("tables.fault.empty"));
        api(new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7'}, true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("tables.fault.pdf"));
    }

    @Test
    void on_the_page_the_list_is_tried_first_and_then_imported_as_it_was_tried() throws Exception {
        var tried = page(new MockMultipartFile(
                        "file",
                        "list.csv",
                        "text/csv",
                        "kod;namn\n%s1;Ettby %s\n".replace("%s", mark).getBytes(UTF_8)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(tenants.search(mark)).isEmpty();

        mvc.perform(multipart("/operator/tenant-imports")
                        .with(world.operatorBrowser())
                        .with(csrf())
                        .param("country", "SE")
                        .param("kind", "MUNICIPALITY")
                        .param("list", hidden(tried, "list"))
                        .param("column-member-code", hidden(tried, "column-member-code"))
                        .param("column-member-name", hidden(tried, "column-member-name"))
                        .param("import", "true"))
                .andExpect(redirectedUrl("/operator/tenants"));

        assertThat(tenants.search(mark))
                .singleElement()
                .satisfies(tenant -> assertThat(tenant.officialCode()).isEqualTo(mark + "1"));
    }

    @Test
    void the_page_says_what_is_wrong_with_a_file_and_with_a_list_that_was_tampered_with() throws Exception {
        page(new MockMultipartFile("file", "list.csv", "text/csv", new byte[0]))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a file first")));
        for (var forged : new String[] {"x", "AAAA", "H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA=="}) {
            mvc.perform(multipart("/operator/tenant-imports")
                            .with(world.operatorBrowser())
                            .with(csrf())
                            .header("Accept-Language", "en")
                            .param("country", "SE")
                            .param("list", forged)
                            .param("import", "true"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("did not arrive whole")));
        }
    }

    private ResultActions page(MockMultipartFile file) throws Exception {
        return mvc.perform(multipart("/operator/tenant-imports")
                .file(file)
                .with(world.operatorBrowser())
                .with(csrf())
                .header("Accept-Language", "en")
                .param("country", "SE")
                .param("kind", "MUNICIPALITY"));
    }

    private ResultActions api(String list, boolean dryRun) throws Exception {
        return api(list.getBytes(UTF_8), dryRun);
    }

    private ResultActions api(byte[] list, boolean dryRun) throws Exception {
        return mvc.perform(multipart("/api/v1/operator/tenant-imports")
                .file(new MockMultipartFile("file", "list.csv", "text/csv", list))
                .file(new MockMultipartFile("mapping", "", "application/json", "{\"country\": \"SE\"}".getBytes(UTF_8)))
                .param("dryRun", String.valueOf(dryRun))
                .with(world.operatorToken()));
    }

    static String hidden(String page, String name) {
        var field =
                Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }
}
