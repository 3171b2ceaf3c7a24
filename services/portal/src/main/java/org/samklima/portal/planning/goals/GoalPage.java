package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.ChartData;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.YearRanges;

/** A goal as its page shows it, in the reader's words. */
final class GoalPage {

    private final Goal goal;
    private final GoalStanding standing;
    private final Wording wording;
    private final int thisYear;

    GoalPage(Goal goal, GoalStanding standing, Wording wording, int thisYear) {
        this.goal = goal;
        this.standing = standing;
        this.wording = wording;
        this.thisYear = thisYear;
    }

    /**
     * A large figure.
     *
     * @param label what it is
     * @param figure already written
     * @param unit null where the figure says it
     * @param note a sentence below it
     */
    record Large(
            String label,
            String figure,
            @Nullable String unit,
            @Nullable String note) {}

    /**
     * An interim goal, or the goal itself.
     *
     * @param aim in the goal's own measure
     * @param level in the unit in which it is observed; blank where no path is known
     * @param observed that year; blank where nothing is
     * @param state key of the words for it
     */
    record Step(int year, String aim, String level, String observed, String state, String tone) {}

    /** Where we are, where the path is, where the trend leads, what is needed each year. */
    public List<Large> figures() {
        var course = standing.course();
        if (course == null || course.points().isEmpty()) {
            return List.of();
        }
        var large = new ArrayList<Large>();
        course.latest()
                .ifPresent(now -> large.add(new Large(
                        wording.word("figure.latest", now.year()),
                        wording.number(course, now.value()),
                        wording.unit(course),
                        course.path(now.year())
                                .map(path -> besidePath(course, now.value(), path))
                                .orElse(null))));
        course.neededAmount().ifPresent(amount -> large.add(needed(course, amount)));
        course.projection()
                .ifPresent(then -> large.add(new Large(
                        wording.word("figure.projection", then.year()),
                        wording.number(course, then.value()),
                        wording.unit(course),
                        besideGoal(course, then.value()))));
        return large;
    }

    private String besidePath(Course course, BigDecimal value, BigDecimal path) {
        return beside("figure.path.", course, value, path);
    }

    private String besideGoal(Course course, BigDecimal value) {
        return beside("figure.goal.", course, value, course.goal().orElseThrow().value());
    }

    /** How far a value is above or below another; in as many decimals as are shown, so that no difference of 0 is. */
    private String beside(String key, Course course, BigDecimal value, BigDecimal other) {
        var difference = value.subtract(other);
        var shown = wording.amount(course, difference.abs());
        if (shown.equals(wording.amount(course, BigDecimal.ZERO))) {
            return wording.word(key + "same");
        }
        return wording.word(key + (difference.signum() < 0 ? "below" : "above"), shown);
    }

    private Large needed(Course course, BigDecimal amount) {
        var share = course.neededShare();
        var perYear = wording.perYear(course, amount);
        var direction = amount.signum() < 0 ? "fall" : "rise";
        var percentage = course.meaning().indicator().isPercentage();
        return share.isPresent() && !percentage
                ? new Large(
                        wording.word(
                                "figure.needed." + direction, course.target().year()),
                        wording.percent(share.get()),
                        null,
                        wording.word("figure.needed.or", perYear))
                : new Large(
                        wording.word(
                                "figure.needed." + direction, course.target().year()),
                        percentage ? wording.word("points", wording.figures().number(amount.abs(), 1)) : perYear,
                        null,
                        null);
    }

    @Nullable ChartData chart(String file, @Nullable BigDecimal fall) {
        var course = standing.course();
        return course == null ? null : new GoalChart(goal.kind(), course, standing.state(), wording, fall).data(file);
    }

    public boolean mayFollowTheLaw() {
        var course = standing.course();
        return course != null && new GoalChart(goal.kind(), course, standing.state(), wording, null).mayFollowTheLaw();
    }

    /** The interim goals and the goal, in the order of their years; nothing of a milestone. */
    public List<Step> steps() {
        var course = standing.course();
        if (course == null) {
            return List.of();
        }
        var steps = new TreeMap<>(course.target().interim());
        steps.put(course.target().year(), course.target().value());
        return steps.entrySet().stream()
                .map(step -> step(course, step.getKey(), step.getValue()))
                .toList();
    }

    private Step step(Course course, int year, BigDecimal value) {
        var level = course.points().get(year);
        var observed = course.observed().values().get(year);
        var reached = course.reached(year);
        var state = reached == null ? (year >= thisYear ? "ahead" : "unknown") : reached ? "reached" : "missed";
        return new Step(
                year,
                wording.aim(goal.kind(), course, year, value),
                level == null ? "" : wording.amount(course, level),
                observed == null ? "" : wording.amount(course, observed),
                "goals.step." + state,
                Map.of("ahead", "neutral", "unknown", "neutral", "reached", "good", "missed", "bad")
                        .get(state));
    }

    /** Why there is no figure in some of the years, a sentence for each reason. */
    public List<String> missing() {
        var course = standing.course();
        if (course == null) {
            return List.of();
        }
        var observed = course.observed();
        var reasons = new ArrayList<String>();
        var gaps = observed.gaps();
        if (!gaps.isEmpty()) {
            reasons.add(wording.word("missing.gap", YearRanges.of(gaps)));
        }
        var per = course.meaning().per();
        if (per != null && !observed.undivided().isEmpty()) {
            reasons.add(wording.word(
                    "missing.undivided",
                    YearRanges.of(observed.undivided()),
                    wording.figures().text(per.name(), wording.fallback())));
        }
        observed.noted().forEach((year, noted) -> reasons.add(reason(year, noted)));
        return reasons;
    }

    private String reason(int year, Figure.Noted noted) {
        return wording.word("missing.noted", year, wording.figures().notation(noted.key()), noted.explanation());
    }

    /** What it is measured by, with its unit; blank where that is not known. */
    public String measure() {
        return standing.measured()
                .map(course -> wording.name(course) + ", " + wording.unit(course))
                .orElse("");
    }

    /** The baseline's value, and whether it was typed or observed. */
    public String baseline() {
        var course = standing.course();
        if (course == null || course.points().isEmpty()) {
            return "";
        }
        var baseline = course.baseline().orElseThrow();
        var target = course.target();
        var origin = target.baselineValue() != null
                ? "typed"
                : course.observed().values().containsKey(target.baselineYear()) ? "observed" : "scenario";
        return wording.word("baseline." + origin, baseline.year(), wording.amount(course, baseline.value()));
    }
}
