package org.samklima.portal.growing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.MemberKind;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An association of nine members with an open round, one of which has worked: the tenants that are looked at, and copied.
 *
 * @param municipality has activities with a log, figures and a report with answers
 */
record SmallNetwork(
        Tenant association,
        World.Person staff,
        Tenant municipality,
        World.Person coordinator,
        UUID round,
        UUID report) {

    private static final int MEMBERS = 9;

    static SmallNetwork make(World world, ApplicationContext beans) {
        var scene = new ReportingScene(world, beans);
        var members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> scene.member("Small town " + number))
                .toList();
        var town = members.getFirst();
        var coordinator = world.person("Karin Koll", town, Role.COORDINATOR, Role.MANAGER);
        var form = ShippedForms.climateTest();
        var round = scene.opened(form);
        members.forEach(member -> scene.begun(member, round));
        var report = scene.begun(town, round);
        form.sections().stream()
                .flatMap(section -> section.questions().stream()
                        .filter(question -> section.concerns(MemberKind.MUNICIPALITY, question)))
                .forEach(question ->
                        answer(question).ifPresent(answer -> scene.answer(town, report, question.code(), answer)));
        world.in(town, () -> work(beans.getBean(JdbcClient.class), town.id(), coordinator.id()));
        return new SmallNetwork(scene.association(), scene.staff(), town, coordinator, round, report);
    }

    private static Optional<Answer> answer(Question question) {
        return switch (question.kind()) {
            case Kind.YesNo _ -> Optional.of(new Answer.YesNo(true));
            case Kind.OneOf choice ->
                Optional.of(new Answer.OneOf(choice.options().getFirst().code()));
            case Kind.SeveralOf choice ->
                Optional.of(
                        new Answer.SeveralOf(List.of(choice.options().getFirst().code())));
            case Kind.FreeText _ ->
                Optional.of(new Answer.FreeText("Together with the schools and the energy company."));
            case Kind.Evidence _ -> Optional.of(new Answer.Evidence("https://example.org/decision", "KS 2025/17"));
            case Kind.Numeric _ -> Optional.of(new Answer.Amount(BigDecimal.TEN));
            default -> Optional.empty();
        };
    }

    private static void work(JdbcClient jdbc, UUID town, UUID person) {
        run(
                jdbc,
                town,
                "INSERT INTO plan_field (tenant_id, id, name, position)"
                        + " SELECT :town, uuidv7(), 'Field ' || n, n FROM generate_series(1, 8) n");
        run(
                jdbc,
                town,
                "INSERT INTO activity (tenant_id, id, reference, title, description, field_id, status, starts_on, ends_on,"
                        + " responsible_id, responsible, effect_tonnes, last_logged_on, created_at, changed_at)"
                        + " SELECT :town, uuidv7(), 'T' || n, 'Cycle path number ' || n, repeat('What is to be done. ', 15),"
                        + " (SELECT id FROM plan_field WHERE tenant_id = :town AND position = 1 + n % 8), 'ONGOING',"
                        + " current_date - 300, current_date - 20 + n, '" + person + "', 'Karin Koll', n * 10,"
                        + " current_date - n, now(), now() FROM generate_series(1, 40) n");
        run(
                jdbc,
                town,
                "INSERT INTO activity_budget (tenant_id, activity_id, id, year, kind, planned, spent)"
                        + " SELECT :town, id, uuidv7(), 2026, 'INVESTMENT', 1000, 500 FROM activity WHERE tenant_id = :town");
        run(
                jdbc,
                town,
                "INSERT INTO activity_log (tenant_id, activity_id, id, happened_on, body, author, written_at)"
                        + " SELECT :town, id, uuidv7(), last_logged_on - n, 'Something was done.', 'Karin Koll', now()"
                        + " FROM activity, generate_series(0, 1) n WHERE tenant_id = :town");
        run(
                jdbc,
                town,
                "INSERT INTO source (tenant_id, id, name, version, row_count, imported_at)" + " VALUES (:town, '" + town
                        + "', 'Own figures', '1', 60, now())");
        run(
                jdbc,
                town,
                "INSERT INTO indicator (tenant_id, code, name, definition, unit, decimals, direction, per_inhabitant, position)"
                        + " SELECT :town, 'own-' || n, '{\"en\": \"Own\"}', '{\"en\": \"Own\"}', '{\"en\": \"t\"}', 0, 'NEITHER', false, n"
                        + " FROM generate_series(1, 5) n");
        run(
                jdbc,
                town,
                "INSERT INTO observation (tenant_id, subject_id, indicator_code, year, origin, value, source_id, entered_at)"
                        + " SELECT :town, :town, 'own-' || n, year, 'OWN', year, :town, now()"
                        + " FROM generate_series(1, 5) n, generate_series(2010, 2024) year");
    }

    private static void run(JdbcClient jdbc, UUID town, String sql) {
        jdbc.sql(sql).param("town", town).update();
    }
}
