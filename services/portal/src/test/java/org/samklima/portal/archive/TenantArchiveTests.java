package org.samklima.portal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.closing.Closings;
import org.samklima.portal.isolation.WholeTenant;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A tenant leaves with everything and arrives somewhere else, where another database stands. */
@PortalTest
class TenantArchiveTests {

    static Elsewhere elsewhere;

    @Autowired
    World world;

    @Autowired
    TenantTables tables;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Closings closings;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());
    final Actor operator = new Actor(UUID.randomUUID(), "Olle Operator", Set.of());

    Tenant association;
    Tenant member;
    World.Person manager;

    @BeforeAll
    static void another_deployment() {
        elsewhere = new Elsewhere("elsewhere");
    }

    @BeforeEach
    void a_tenant_with_something_in_every_table() {
        association = world.association("Klimatringen");
        member = world.municipality("Ekby");
        WholeTenant.fill(all(), association, member);
        manager = world.person("Mia Manager", association, Role.MANAGER);
        world.in(association, this::whatIsHardToCarry);
    }

    @Autowired
    JdbcClient jdbc;

    /** Every byte, every kind of space, figures with zeros at their end, rows that refer to rows after them. */
    private void whatIsHardToCarry() {
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        jdbc.sql("INSERT INTO stored_file (tenant_id, id, name, media_type, size, content, uploaded_by, uploaded_at)"
                        + " VALUES (?, ?, 'Öland: \"år\" \\ 2024.csv', 'text/csv', 256, ?, 'Mia', now())")
                .params(association.id(), UUID.randomUUID(), bytes)
                .update();
        jdbc.sql("INSERT INTO shelf (tenant_id, kind, subject, version, content, published_at)"
                        + " VALUES (?, 'x', 'hard', 1, ?::json, now())")
                .params(association.id(), "{ \"b\" : 1.50,\n\t\"a\":\"\\u00e5 \\\\ 🌍\", \"b\": null }")
                .update();
        jdbc.sql(
                        "INSERT INTO activity (tenant_id, id, title, description, status, effect_tonnes, co_benefits, created_at,"
                                + " changed_at) VALUES (?, ?, ?, ?, 'ONGOING', 1.500, ?, now(), 'epoch')")
                .params(
                        association.id(),
                        UUID.randomUUID(),
                        "Tab\there \u2028 'quoted'",
                        "line\nline\r\n",
                        new String[] {"a,b", "{c}", "\"d\"", ""})
                .update();
        var child = new UUID(1, 1);
        var parent = new UUID(2, 2);
        jdbc.sql("INSERT INTO plan_field (tenant_id, id, name, position) VALUES (?, ?, 'parent', 1)")
                .params(association.id(), parent)
                .update();
        jdbc.sql("INSERT INTO plan_field (tenant_id, id, parent_id, name, position) VALUES (?, ?, ?, 'child', 1)")
                .params(association.id(), child, parent)
                .update();
    }

    @Test
    void every_table_of_tenants_is_in_the_archive_or_named_with_its_reason() throws Exception {
        var written = archive();
        var inIt = new TreeSet<>(LeftOut.TABLES.keySet());
        try (var file = ArchiveFile.open(written, new tools.jackson.databind.json.JsonMapper())) {
            assertThat(file.manifest().tables())
                    .allSatisfy(rows -> assertThat(rows.rows())
                            .as(rows.table())
                            .isEqualTo(WholeTenant.count(rows.table(), association.id())
                                    - (rows.table().equals("samklima.audit_entry") ? 1 : 0))
                            .isPositive());
            file.manifest()
                    .tables()
                    .forEach(rows -> assertThat(inIt.add(rows.table())).isTrue());
            assertThat(file.manifest().leftOut()).isEqualTo(LeftOut.TABLES);
        }
        assertThat(inIt)
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().map(TenantTables.Table::fullName).toList());
    }

    @Test
    void it_arrives_in_another_deployment_with_nothing_changed() throws Exception {
        var file = archive();
        var looked = elsewhere.arrivals.look(file, "", Arrivals.PeopleBy.ID);
        assertThat(looked.founded()).isTrue();
        assertThat(looked.added()).extracting(Tenant::name).containsExactly("Ekby");
        assertThat(elsewhere
                        .superuser
                        .sql("SELECT count(*) FROM samklima.tenant WHERE id = ?")
                        .param(association.id())
                        .query(Integer.class)
                        .single())
                .as("a dry run writes nothing")
                .isZero();

        elsewhere.arrivals.letIn(file, "", Arrivals.PeopleBy.ID, operator);

        assertThat(rows(elsewhere.superuser, "id = ?", "samklima.tenant", association.id()))
                .hasSize(1);
        for (var table : LeftOut.without(all())) {
            var name = table.fullName();
            var without = name.equals("samklima.audit_entry")
                    ? "tenant_id = ? AND action NOT IN ('tenant-archive.fetched', 'tenant.arrived')"
                    : "tenant_id = ?";
            assertThat(rows(elsewhere.superuser, without, name, association.id()))
                    .as(name)
                    .isNotEmpty()
                    .isEqualTo(rows(superuser, without, name, association.id()));
        }
    }

    @Test
    void it_does_not_arrive_twice_and_says_why() throws Exception {
        var file = archive();
        elsewhere.arrivals.letIn(file, "", Arrivals.PeopleBy.ID, operator);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> elsewhere.arrivals.letIn(file, "", Arrivals.PeopleBy.ID, operator))
                .satisfies(problem -> assertThat(problem.messageKey()).isEqualTo("archive.not-empty"));
    }

    @Test
    void people_are_found_by_their_address_and_an_organisation_by_its_official_code() throws Exception {
        var account = elsewhere.accounts.open(manager.email(), manager.name(), java.util.Locale.ENGLISH);
        var memberThere = UUID.randomUUID();
        elsewhere
                .superuser
                .sql("INSERT INTO samklima.tenant (id, slug, name, kind, country, official_code, languages, time_zone,"
                        + " accent_colour, created_at) VALUES (?, ?, 'Ekby', 'MUNICIPALITY', 'SE', ?, '{sv}',"
                        + " 'Europe/Stockholm', '#0b5d4b', now())")
                .params(memberThere, "ekby-" + memberThere, member.officialCode())
                .update();

        var arrival = elsewhere.arrivals.letIn(archive(), "", Arrivals.PeopleBy.EMAIL, operator);

        assertThat(arrival.added()).isEmpty();
        assertThat(elsewhere
                        .superuser
                        .sql("SELECT person_id FROM samklima.tenant_user WHERE tenant_id = ? AND email = ?")
                        .params(association.id(), manager.email())
                        .query(UUID.class)
                        .single())
                .isEqualTo(account);
        assertThat(elsewhere
                        .superuser
                        .sql("SELECT member_id FROM samklima.membership WHERE tenant_id = ?")
                        .param(association.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(memberThere);
        assertThat(rows(elsewhere.superuser, "tenant_id = ?", "samklima.received", association.id())
                        .getFirst())
                .contains(memberThere.toString());
        assertThat(rows(elsewhere.superuser, "tenant_id = ?", "samklima.shelf", association.id()))
                .as("documents stay the text they were")
                .isEqualTo(rows(superuser, "tenant_id = ?", "samklima.shelf", association.id()));
    }

    @Test
    void a_damaged_archive_or_one_that_does_not_fit_is_refused_and_leaves_nothing() throws Exception {
        var file = archive();
        var manifest = new String(entries(file).get("archive.json"), StandardCharsets.UTF_8);
        assertThat(refusal(with(file, "tables/samklima.activity.jsonl", "{}\n")))
                .isEqualTo("archive.damaged");
        var attached = entries(file).keySet().stream()
                .filter(name -> name.startsWith("files/stored_file/"))
                .findFirst()
                .orElseThrow();
        assertThat(refusal(with(file, attached, "other bytes"))).isEqualTo("archive.damaged");
        assertThat(looked(with(file, attached, "other bytes"))).isEqualTo("archive.damaged");
        assertThat(refusal(cutOff(file))).isEqualTo("archive.none");
        assertThat(refusal(with(file, "archive.json", manifest.replace("\"format\" : 1", "\"format\" : 2"))))
                .isEqualTo("archive.format-unknown");
        assertThat(refusal(with(file, "archive.json", manifest.replace("effect_tonnes", "effect_kilograms"))))
                .isEqualTo("archive.newer");
        assertThat(refusal(with(file, "archive.json", manifest.replace("\"title\" : \"text\",", ""))))
                .isEqualTo("archive.older");
        assertThat(refusal(Files.writeString(folder.resolve("text.zip"), "no archive")))
                .isEqualTo("archive.none");
        assertThat(refusal(with(file, "archive.json", "{\"format\": 1, \"tables\": [{\"table\": null}]}")))
                .isEqualTo("archive.none");
        var tenant = new String(entries(file).get("tenant.json"), StandardCharsets.UTF_8);
        for (var wrong :
                List.of("{}", tenant.replace("Europe/Stockholm", "Mars"), tenant.replace("\"SE\"", "\"se'--\""))) {
            assertThat(refusal(with(file, "tenant.json", wrong))).isEqualTo("archive.damaged");
        }
        assertThat(rows(elsewhere.superuser, "id = ?", "samklima.tenant", association.id()))
                .isEmpty();
    }

    @Test
    void rows_that_name_another_tenant_become_the_arriving_ones_own() throws Exception {
        var victim = UUID.randomUUID();
        var file = archive();
        var name = "tables/samklima.received.jsonl";
        var letter = new String(entries(file).get(name), StandardCharsets.UTF_8);
        var forged = letter.replace("\"tenant_id\":\"" + association.id(), "\"tenant_id\":\"" + victim);
        assertThat(forged).isNotEqualTo(letter);
        var forgery = with(file, name, forged);
        var manifest = new String(entries(file).get("archive.json"), StandardCharsets.UTF_8);
        elsewhere.arrivals.letIn(
                with(forgery, "archive.json", manifest.replace(sha256(letter), sha256(forged))),
                "",
                Arrivals.PeopleBy.ID,
                operator);

        assertThat(rows(elsewhere.superuser, "tenant_id = ?", "samklima.received", victim))
                .isEmpty();
        assertThat(rows(elsewhere.superuser, "tenant_id = ?", "samklima.received", association.id()))
                .hasSize(1);
    }

    /** Half a minute of a compressed nothing would otherwise be gigabytes in the portal's memory. */
    @Test
    void an_archive_that_was_made_to_fill_the_memory_is_refused() throws Exception {
        var file = archive();
        var manifest = new String(entries(file).get("archive.json"), StandardCharsets.UTF_8);
        var line = "{\"tenant_id\":\"" + association.id() + "\",\"name\":\"" + "x".repeat(1_000_000) + "\"}\n";
        var bomb = line.repeat(40);
        var name = "tables/samklima.plan_field.jsonl";
        var forged = manifest.replace(sha256(new String(entries(file).get(name), StandardCharsets.UTF_8)), sha256(bomb))
                .replaceFirst("(\"samklima.plan_field\",\\s*\"rows\" : )\\d+", "$140");
        assertThat(forged).contains("\"rows\" : 40,");

        assertThat(refusal(with(with(file, name, bomb), "archive.json", forged)))
                .isEqualTo("archive.damaged");
        assertThat(rows(elsewhere.superuser, "id = ?", "samklima.tenant", association.id()))
                .isEmpty();
    }

    @Test
    void nothing_that_opens_this_deployment_is_in_it() {
        assertThat(LeftOut.without(all()))
                .flatExtracting(TenantTables.Table::columns)
                .extracting(TenantTables.Column::name)
                .noneMatch(name -> name.matches(".*(token|secret|password|unsubscribe|_hash).*"));
    }

    @Test
    void a_tenant_that_was_erased_comes_back_with_its_archive_as_it_was() throws Exception {
        var file = archive();
        var before = everything();
        mvc.perform(post("/operator/tenants/{slug}/closing", association.slug())
                .param("eraseOn", LocalDate.now().plusDays(90).toString())
                .with(world.operatorBrowser())
                .with(csrf()));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> arrivals.letIn(file, "", Arrivals.PeopleBy.ID, operator))
                .satisfies(problem -> assertThat(problem.messageKey()).isEqualTo("archive.closed"));
        superuser
                .sql("UPDATE samklima.tenant SET erase_on = current_date WHERE id = ?")
                .param(association.id())
                .update();
        closings.eraseDue();
        assertThat(everything()).isNotEqualTo(before);

        assertThat(arrivals.look(file, "", Arrivals.PeopleBy.ID).returns()).isTrue();
        arrivals.letIn(file, "", Arrivals.PeopleBy.ID, operator);

        assertThat(everything()).isEqualTo(before);
        mvc.perform(get("/{tenant}", association.slug()).with(manager.browser()))
                .andExpect(status().isOk());
    }

    private List<String> everything() {
        return LeftOut.without(all()).stream()
                .filter(table -> !table.name().equals("audit_entry"))
                .flatMap(table -> rows(superuser, "tenant_id = ?", table.fullName(), association.id()).stream())
                .toList();
    }

    @Test
    void only_a_manager_takes_everything_along_and_the_trail_says_so() throws Exception {
        var staff = world.person("Stina Staff", association, Role.STAFF);
        mvc.perform(post("/{tenant}/archives", association.slug())
                        .with(staff.browser())
                        .with(csrf()))
                .andExpect(status().isForbidden());

        archive();

        assertThat(superuser
                        .sql(
                                "SELECT action FROM samklima.audit_entry WHERE tenant_id = ? AND actor_name = 'Mia Manager'"
                                        + " ORDER BY id")
                        .param(association.id())
                        .query(String.class)
                        .list())
                .containsExactly("tenant-archive.requested", "tenant-archive.fetched");
    }

    @Test
    void the_operator_looks_at_an_archive_before_letting_its_tenant_in() throws Exception {
        var file = new MockMultipartFile("file", "a.zip", "application/zip", Files.readAllBytes(archive()));
        mvc.perform(multipart("/operator/arrivals")
                        .file(file)
                        .param("people", "ID")
                        .param("slug", "elsewhere")
                        .with(world.operatorBrowser())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("value=\"elsewhere\"")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("value=\"ID\" selected")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("samklima.")));
        mvc.perform(post("/api/v1/operator/arrivals")
                        .contentType("application/zip")
                        .content("no archive")
                        .with(world.operatorToken()))
                .andExpect(status().isUnprocessableContent());
    }

    private String looked(Path file) {
        try {
            elsewhere.arrivals.look(file, "", Arrivals.PeopleBy.ID);
            return "looked at";
        } catch (Problem problem) {
            return problem.messageKey();
        }
    }

    private Path cutOff(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        return Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String refusal(Path file) {
        try {
            elsewhere.arrivals.letIn(file, "", Arrivals.PeopleBy.ID, operator);
            return "let in";
        } catch (Problem problem) {
            return problem.messageKey();
        }
    }

    /** Asked for and fetched by the manager, as a program does it. */
    private Path archive() throws Exception {
        var asked = mvc.perform(
                        post("/api/v1/{tenant}/archives", association.slug()).with(manager.token()))
                .andExpect(status().isAccepted())
                .andReturn();
        var id = com.jayway.jsonpath.JsonPath.<String>read(asked.getResponse().getContentAsString(), "$.id");
        var patience = Instant.now().plus(Duration.ofSeconds(20));
        while (!state(id).equals("DONE")) {
            assertThat(Instant.now()).isBefore(patience);
            assertThat(state(id)).isNotEqualTo("FAILED");
            Thread.sleep(50);
        }
        var fetched = mvc.perform(get("/api/v1/{tenant}/archives/{id}/content", association.slug(), id)
                        .with(manager.token()))
                .andExpect(status().isOk())
                .andExpect(request().asyncNotStarted())
                .andReturn();
        return Files.write(folder.resolve(id + ".zip"), fetched.getResponse().getContentAsByteArray());
    }

    private String state(String id) throws Exception {
        var answer = mvc.perform(get("/api/v1/{tenant}/archives/{id}", association.slug(), id)
                        .with(manager.token()))
                .andReturn();
        return com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), "$.state");
    }

    private List<TenantTables.Table> all() {
        return Tenancy.onPlatform(tables::all);
    }

    private static List<String> rows(JdbcClient where, String condition, String table, UUID tenant) {
        return where.sql("SELECT t::text FROM " + table + " t WHERE " + condition + " ORDER BY 1")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** The same archive with another text in one of its files. */
    private Path with(Path file, String name, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries(file).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getKey().equals(name) ? text.getBytes(StandardCharsets.UTF_8) : entry.getValue());
            }
        }
        return Files.write(Files.createTempFile(folder, "changed", ".zip"), out.toByteArray());
    }
}
