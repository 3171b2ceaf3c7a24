package org.samklima.standalone.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.client.Session;

/**
 * Lets the invented network live two years and a half: two associations that share members, two rounds that were reported,
 * reviewed and published, and one that is open now. Everything goes through the portal's API, as the demonstration's own
 * people, while its clock is moved along.
 */
public final class DemoNetwork {

    static final String RING = "klimatringen";
    static final String LAKE = "sjonatverket";
    static final String HOME = "angsvik";

    private final Portal portal;
    private final Consumer<String> say;
    private final Session operator;

    public DemoNetwork(Portal portal, Consumer<String> say) {
        this.portal = portal;
        this.say = say;
        this.operator = portal.as(DemoPeople.OPERATOR.login());
    }

    public void live() {
        var today = LocalDate.now(ZoneOffset.UTC);
        try {
            move(LocalDate.of(today.getYear() - 2, 1, 15));
            new DemoFounding(portal, say).found();
            var rounds = new DemoRounds(portal, this::move, say);
            rounds.yearOf(today.getYear() - 2);
            var plan = planOf(today.getYear() - 1);
            rounds.yearOf(today.getYear() - 1);
            plan.workedUntil(today);
            operator.delete("operator/clock");
            plan.communicatedUntil(today);
            rounds.open(today);
            rounds.openShort(today);
        } finally {
            operator.delete("operator/clock");
        }
    }

    /** How far a system has come with it. */
    public enum Progress {
        NONE,
        INTERRUPTED,
        LIVED
    }

    /** Looks whether its first tenant and its last round are there. */
    public Progress progress() {
        if (operator.get("operator/tenants?q=" + HOME).isEmpty()) {
            return Progress.NONE;
        }
        try {
            var rounds = portal.as(DemoPeople.STAFF.login()).get(LAKE + "/rounds");
            return rounds.isEmpty() ? Progress.INTERRUPTED : Progress.LIVED;
        } catch (Portal.RefusedException notThereYet) {
            return Progress.INTERRUPTED;
        }
    }

    static Map<String, String> words(String sv, String da, String de, String en) {
        return Map.of("sv", sv, "da", da, "de", de, "en", en);
    }

    private void move(LocalDate day) {
        operator.put(
                "operator/clock",
                Map.of(
                        "now",
                        Instant.from(day.atTime(LocalTime.of(9, 0)).atOffset(ZoneOffset.UTC))
                                .toString()));
    }

    /** One of the municipalities keeps its climate work here all year. */
    private DemoPlan planOf(int first) {
        say.accept("  a municipality's own climate work");
        var plan = new DemoPlan(
                portal.as(DemoPeople.COORDINATOR.login()),
                portal.as(DemoPeople.CONTRIBUTOR.login()),
                HOME,
                this::move,
                first);
        plan.begin();
        plan.adopted();
        plan.workedUntil(LocalDate.of(first, 12, 31));
        return plan;
    }
}
