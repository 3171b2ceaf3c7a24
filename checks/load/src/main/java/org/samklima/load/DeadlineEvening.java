package org.samklima.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.Cookie;
import static io.gatling.javaapi.http.HttpDsl.addCookie;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.samklima.load.LoadSettings.Place;

/**
 * The last evening: everybody answers, and submits in its last third, the more the later. Beside them the secretariat watches its board
 * and the public reads the overview.
 */
public final class DeadlineEvening extends Simulation {

    private static final double LAST_PART = 1.0 / 3;
    private static final Duration ARRIVING = Duration.ofSeconds(20);
    private static final Duration LATER_AT_MOST = Duration.ofMinutes(2);
    private static final Duration LOOK_AT_BOARD = Duration.ofSeconds(10);

    private final Evening.Stage stage = Evening.stage();
    private final LoadSettings settings = stage.settings();
    private final long began = System.nanoTime();

    public DeadlineEvening() {
        setUp(members(), secretariat(stage, this::isOn), readers(stage, settings.evening()))
                .protocols(browser(stage))
                .maxDuration(settings.evening().plus(LATER_AT_MOST));
    }

    private PopulationBuilder members() {
        var work = new MemberAtWork(stage.acknowledged());
        var fed = stage.cast().participants().stream()
                .map(participant -> MemberAtWork.fed(participant, stage.signIns()))
                .toList();
        return scenario("members")
                .feed(listFeeder(fed).queue())
                .exec(work.arrives())
                .exec(session -> session.set("until", submitsAt()))
                .exec(asLongAs(DeadlineEvening::isWorking).on(work.answers(_ -> "", _ -> settings.pause())))
                .exec(work.submits())
                .injectOpen(rampUsers(fed.size()).during(ARRIVING));
    }

    private long submitsAt() {
        double share = 1
                - LAST_PART
                + LAST_PART * Math.sqrt(ThreadLocalRandom.current().nextDouble());
        return began + (long) (settings.evening().toNanos() * share);
    }

    /** Nobody submits before everything is answered. */
    private static boolean isWorking(Session session) {
        return session.getInt("pass") == 1 || System.nanoTime() < session.getLong("until");
    }

    private boolean isOn() {
        return System.nanoTime() - began < settings.evening().toNanos();
    }

    static PopulationBuilder secretariat(Evening.Stage stage, BooleanSupplier isOn) {
        return scenario("secretariat")
                .exec(addCookie(Cookie("samklima", stage.signIns().session(Network.SLUG))
                        .withDomain("localhost")
                        .withPath("/")))
                .exec(asLongAs(_ -> isOn.getAsBoolean())
                        .on(exec(http("board")
                                        .get("/" + Network.SLUG + "/rounds/"
                                                + stage.cast().round() + "/board")
                                        .check(status().is(200)))
                                .pause(LOOK_AT_BOARD)))
                .injectOpen(atOnceUsers(1));
    }

    static PopulationBuilder readers(Evening.Stage stage, Duration howLong) {
        var pages = stage.pages().stream()
                .map(page -> Map.<String, Object>of("page", page))
                .toList();
        return scenario("readers")
                .feed(listFeeder(pages).random())
                .exec(http("overview page").get("#{page}").check(status().is(200)))
                .injectOpen(
                        constantUsersPerSec(stage.settings().readersPerSecond()).during(howLong));
    }

    static HttpProtocolBuilder browser(Evening.Stage stage) {
        return http.baseUrl(stage.settings().address(Place.PORTAL).toString())
                .acceptHeader("text/html,application/xhtml+xml")
                .acceptLanguageHeader("en")
                .acceptEncodingHeader("gzip")
                .redirectNamingStrategy((_, name, _) -> name.equals("submit") ? "receipt" : name + " again")
                .shareConnections();
    }
}
