package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two people, or one with two pages, do the same at two portals in the same moment. */
@Order(7)
class TwoPortalsTests {

    private World world;
    private Oracle oracle;
    private final Seen seen = new Seen();

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        oracle = new Oracle(world);
    }

    @AfterEach
    void heal() throws Exception {
        world.heal();
    }

    @Test
    @Order(1)
    void a_report_that_is_submitted_at_both_is_received_once() throws Exception {
        var evening = Evening.in(world);
        var outcomes = new ArrayList<Reporter.Outcome>();
        for (int number = 0; number < World.MEMBERS; number++) {
            int member = number;
            var reporter =
                    new Reporter(world.coordinator(member), World.slug(member), tries -> world.first.address(), seen);
            var report = reporter.begin(evening.round());
            reporter.answer(report);
            var answers = atBoth(portal -> world.coordinator(member)
                    .send(
                            portal.address(),
                            "POST",
                            World.slug(member) + "/reports/" + report + "/submission",
                            Map.of("version", 1)));
            assertThat(statuses(answers)).containsExactly(201, 409);
            outcomes.add(new Reporter.Outcome(World.slug(member), report, receipt(answers)));
        }
        var settled = oracle.awaitSettled(Duration.ofMinutes(3));
        seen.assertPlain();
        Results.add(new Results.Row(
                "two portals at once",
                "each of " + World.MEMBERS + " reports is submitted at both in the same moment",
                oracle.assertEachOnce(evening.round(), outcomes),
                null,
                settled,
                "201 and 409, every time"));
    }

    @Test
    @Order(2)
    void a_round_that_is_planned_at_both_is_there_once() throws Exception {
        int year = 2100 + ThreadLocalRandom.current().nextInt(50);
        var form = oracle.texts("SELECT code FROM samklima.report_form LIMIT 1").getFirst();
        var answers = atBoth(portal -> world.staff.send(
                portal.address(),
                "POST",
                World.NETWORK + "/rounds",
                Map.of(
                        "form",
                        form,
                        "name",
                        "Samma runda",
                        "year",
                        year,
                        "opensOn",
                        World.today().plusDays(10).toString(),
                        "deadline",
                        World.today().plusDays(30).toString(),
                        "signOffRequired",
                        false,
                        "contact",
                        world.staff.email())));
        assertThat(statuses(answers)).containsExactly(201, 409);
        assertThat(oracle.number("SELECT count(*) FROM samklima.round WHERE year = " + year))
                .isEqualTo(1);
        Results.add(new Results.Row(
                "two portals at once", "the same round is planned at both", 1, null, null, "201 and 409"));
    }

    @Test
    @Order(3)
    void an_edition_that_is_published_at_both_has_one_version() throws Exception {
        var publishing = new Publishing(world, oracle);
        UUID round = publishing.closedRound();
        var answers = atBoth(portal -> publishing.publish(portal, round));
        assertThat(statuses(answers)).containsExactly(201, 409);
        assertThat(publishing.versions(round)).isEqualTo(1);
        Results.add(new Results.Row(
                "two portals at once", "an edition is published at both", 1, null, null, "201 and 409"));
    }

    private List<Answer> atBoth(Function<Machine, Answer> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.of(world.first, world.second)
                    .map(portal -> CompletableFuture.supplyAsync(() -> seen.add(request.apply(portal)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.toList());
        }
    }

    private static String receipt(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer ->
                        Person.JSON.readTree(answer.body()).path("receipt").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> statuses(List<Answer> answers) {
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.flaw()).as(answer.toString()).isEmpty());
        return answers.stream().map(Answer::status).sorted().toList();
    }
}
