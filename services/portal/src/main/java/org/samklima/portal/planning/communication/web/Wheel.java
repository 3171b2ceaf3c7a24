package org.samklima.portal.planning.communication.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.WheelPoint;

/**
 * A year as a wheel that turns clockwise from January at the top: where its months, points and tasks are drawn. Lengths are
 * those of a drawing {@value #SIZE} wide and high.
 */
record Wheel(int year, List<Part> months, List<Mark> points, List<Dot> tasks) {

    static final int SIZE = 600;

    private static final double CENTRE = SIZE / 2.0;
    private static final double OUTER = 216;
    private static final double INNER = 168;
    private static final double POINTS = 250;
    private static final double TASKS = 148;
    private static final double BETWEEN_TASKS = 17;
    private static final int MOST_ABOVE_ONE_ANOTHER = 6;
    private static final int LISTED_OF_A_MONTH = 20;

    /**
     * A month.
     *
     * @param path of its piece of the ring
     * @param lines of its list, no more than one reads
     * @param more how many tasks are left out of the list
     * @param current whether it is this month
     */
    record Part(
            String name,
            String shortName,
            String path,
            double x,
            double y,
            List<Line> lines,
            int more,
            boolean current) {}

    /** A point of the wheel on the drawing, under the number that it has in the list. */
    record Mark(int number, WheelPoint point, LocalDate day, double x, double y, double fromX, double fromY) {}

    /** A task on the drawing; those of about the same time stand one behind the other, towards the middle. */
    record Dot(PlanTask task, String state, double x, double y) {}

    /** What a month's list says: a point with its number, or a task. */
    record Line(
            LocalDate day,
            int number,
            String text,
            @Nullable PlanTask task) {}

    static Wheel of(int year, List<WheelPoint> points, List<PlanTask> tasks, LocalDate today, Locale language) {
        var marks = marks(year, points);
        var parts = new ArrayList<Part>();
        for (var month : Month.values()) {
            parts.add(part(YearMonth.of(year, month), marks, tasks, today, language));
        }
        return new Wheel(year, parts, marks, dots(tasks, today));
    }

    private static Part part(
            YearMonth month, List<Mark> marks, List<PlanTask> tasks, LocalDate today, Locale language) {
        double from = turn(month.atDay(1));
        double to = month.getMonthValue() == 12 ? 1 : turn(month.plusMonths(1).atDay(1));
        var lines = new ArrayList<Line>();
        marks.stream()
                .filter(mark -> YearMonth.from(mark.day).equals(month))
                .forEach(mark -> lines.add(new Line(mark.day, mark.number, mark.point.name(), null)));
        var due = tasks.stream()
                .filter(task -> YearMonth.from(task.dueOn()).equals(month))
                .toList();
        due.stream().limit(LISTED_OF_A_MONTH).forEach(task -> lines.add(new Line(task.dueOn(), 0, task.title(), task)));
        lines.sort(Comparator.comparing(Line::day));
        double middle = (from + to) / 2;
        return new Part(
                month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language),
                month.getMonth()
                        .getDisplayName(TextStyle.SHORT_STANDALONE, language)
                        .replace(".", ""),
                piece(from, to),
                x(middle, (OUTER + INNER) / 2),
                y(middle, (OUTER + INNER) / 2),
                lines,
                Math.max(0, due.size() - LISTED_OF_A_MONTH),
                YearMonth.from(today).equals(month));
    }

    private static List<Mark> marks(int year, List<WheelPoint> points) {
        var marks = new ArrayList<Mark>();
        double earlier = -1;
        double reach = POINTS;
        for (var point : points) {
            var day = point.in(year);
            double turn = turn(day);
            reach = turn - earlier < 0.022 ? (reach > POINTS ? POINTS : POINTS + 30) : POINTS;
            earlier = turn;
            marks.add(new Mark(
                    marks.size() + 1, point, day, x(turn, reach), y(turn, reach), x(turn, OUTER), y(turn, OUTER)));
        }
        return marks;
    }

    private static List<Dot> dots(List<PlanTask> tasks, LocalDate today) {
        var dots = new ArrayList<Dot>();
        var behind = new HashMap<Long, Integer>();
        for (var task : tasks) {
            double turn = turn(task.dueOn());
            int place = behind.merge(Math.round(turn * 60), 1, Integer::sum) - 1;
            if (place < MOST_ABOVE_ONE_ANOTHER) {
                double reach = TASKS - place * BETWEEN_TASKS;
                dots.add(new Dot(task, state(task, today), x(turn, reach), y(turn, reach)));
            }
        }
        return dots;
    }

    private static String state(PlanTask task, LocalDate today) {
        if (task.isDone()) {
            return "done";
        }
        return task.isLate(today) ? "late" : "open";
    }

    /** How far the wheel has turned on a day: 0 at the beginning of the year, 1 at its end. */
    private static double turn(LocalDate day) {
        return (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    private static double x(double turn, double reach) {
        return rounded(CENTRE + reach * Math.sin(2 * Math.PI * turn));
    }

    private static double y(double turn, double reach) {
        return rounded(CENTRE - reach * Math.cos(2 * Math.PI * turn));
    }

    private static double rounded(double length) {
        return Math.round(length * 10) / 10.0;
    }

    private static String piece(double from, double to) {
        return "M%s %sA%s %s 0 0 1 %s %sL%s %sA%s %s 0 0 0 %s %sZ"
                .formatted(
                        x(from, OUTER),
                        y(from, OUTER),
                        OUTER,
                        OUTER,
                        x(to, OUTER),
                        y(to, OUTER),
                        x(to, INNER),
                        y(to, INNER),
                        INNER,
                        INNER,
                        x(from, INNER),
                        y(from, INNER));
    }
}
