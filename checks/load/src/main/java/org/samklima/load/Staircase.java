package org.samklima.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** The same members answer quicker and quicker, step by step, until something gives way. Nobody submits. */
public final class Staircase extends Simulation {

    private static final Duration ARRIVING = Duration.ofSeconds(15);

    private final Evening.Stage stage = Evening.stage();
    private final LoadSettings settings = stage.settings();
    private final long began = System.nanoTime();
    private final Duration all =
            ARRIVING.plus(settings.step().multipliedBy(settings.steps().size()));

    public Staircase() {
        stage.probe().marks(this::name);
        setUp(members(), DeadlineEvening.secretariat(stage, this::isOn), DeadlineEvening.readers(stage, all))
                .protocols(DeadlineEvening.browser(stage))
                .maxDuration(all.plusSeconds(20));
    }

    private PopulationBuilder members() {
        var work = new MemberAtWork(stage.acknowledged());
        var fed = stage.cast().participants().stream()
                .map(participant -> MemberAtWork.fed(participant, stage.signIns()))
                .toList();
        return scenario("members")
                .feed(listFeeder(fed).queue())
                .exec(work.arrives())
                .exec(asLongAs(_ -> isOn()).on(work.answers(_ -> " " + name(), _ -> pause())))
                .injectOpen(rampUsers(fed.size()).during(ARRIVING));
    }

    private boolean isOn() {
        return System.nanoTime() - began < all.toNanos();
    }

    /** People who have just arrived belong to the first step, which is easy. */
    private int index() {
        long since = System.nanoTime() - began - ARRIVING.toNanos();
        return (int) Math.clamp(
                since / settings.step().toNanos(), 0, settings.steps().size() - 1);
    }

    private Duration pause() {
        return settings.steps().get(index());
    }

    private String name() {
        return "every " + pause().toMillis() / 1e3 + " s";
    }
}
