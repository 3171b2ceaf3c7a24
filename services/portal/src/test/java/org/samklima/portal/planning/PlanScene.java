package org.samklima.portal.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

/** A town with a plan, written as a list and imported as one. */
public final class PlanScene {

    private final World world;
    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tenant town;
    private final World.Person coordinator;

    public PlanScene(ApplicationContext beans) {
        world = beans.getBean(World.class);
        mvc = beans.getBean(MockMvc.class);
        jdbc = beans.getBean(JdbcClient.class);
        clock = beans.getBean(Clock.class);
        town = world.municipality("Granviken");
        coordinator = world.person("Karin Ek", town, Role.COORDINATOR);
    }

    public Tenant town() {
        return town;
    }

    public World.Person coordinator() {
        return coordinator;
    }

    /** Where the town is. */
    public LocalDate today() {
        return town.dayOf(clock.instant());
    }

    public String page(String path) {
        return "/" + town.slug() + path;
    }

    public String api(String path) {
        return "/api/v1/" + town.slug() + path;
    }

    /** The town has these activities from now on; fields of action that they name are made. */
    public void has(String list) {
        try {
            imported(list.getBytes(UTF_8), Map.of("dryRun", "false", "createFields", "true"), Map.of())
                    .andExpect(status().isOk());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * @param parameters of the request
     * @param parts of the request, which become JSON
     */
    public ResultActions imported(byte[] list, Map<String, String> parameters, Map<String, Map<String, String>> parts)
            throws Exception {
        return imported(coordinator, list, parameters, parts);
    }

    public ResultActions imported(
            World.Person by, byte[] list, Map<String, String> parameters, Map<String, Map<String, String>> parts)
            throws Exception {
        var request = multipart(api("/activity-imports"))
                .file(new MockMultipartFile("file", "plan", "application/octet-stream", list));
        for (var part : parts.entrySet()) {
            request.file(new MockMultipartFile(
                    part.getKey(), "", "application/json", JsonMapper.shared().writeValueAsBytes(part.getValue())));
        }
        parameters.forEach(request::param);
        return mvc.perform(request.with(by.token()).header("Accept-Language", "en"));
    }

    public UUID goal(String title) {
        var id = Ids.next();
        world.in(
                town,
                () -> jdbc.sql("INSERT INTO goal (tenant_id, id, kind, title, due_on, created_at, changed_at)"
                                + " VALUES (?, ?, 'MILESTONE', ?, ?, now(), now())")
                        .params(town.id(), id, title, today().plusYears(3))
                        .update());
        return id;
    }

    /** What one activity has in a column. */
    public <T> T of(String reference, String column, Class<T> type) {
        return world.ask(
                town,
                () -> jdbc.sql("SELECT " + column + " FROM activity WHERE tenant_id = ? AND reference = ?")
                        .params(town.id(), reference)
                        .query(type)
                        .single());
    }

    public void set(String reference, String column, Object value) {
        world.in(
                town,
                () -> jdbc.sql("UPDATE activity SET " + column + " = ? WHERE tenant_id = ? AND reference = ?")
                        .params(value, town.id(), reference)
                        .update());
    }
}
