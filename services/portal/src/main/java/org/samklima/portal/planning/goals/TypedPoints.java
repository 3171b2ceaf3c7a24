package org.samklima.portal.planning.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.forms.TypedInput;
import org.samklima.portal.planning.goals.GoalForm.YearRow;
import org.samklima.portal.planning.goals.GoalInput.Point;

/** Understands years with their values, where several are typed. */
record TypedPoints(TypedInput typed) {

    private static final Pattern LINE = Pattern.compile("(\\d{4})[\\s:;,]+(\\S.*)");

    /** Rows in which nothing stands are left out. */
    List<Point> rows(String field, @Nullable List<YearRow> rows) {
        return YearRow.given(rows).stream()
                .map(row -> new Point(typed.year(field, row.year()), typed.number(field, row.value())))
                .toList();
    }

    /** A year and a value on each line, as they are pasted from a spreadsheet. */
    List<Point> lines(String field, @Nullable String text) {
        var points = new ArrayList<Point>();
        for (var line : text == null ? List.<String>of() : text.lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            var parts = LINE.matcher(line.strip());
            if (parts.matches()) {
                points.add(new Point(Integer.valueOf(parts.group(1)), typed.number(field, parts.group(2))));
            } else {
                typed.reject(field, "goals.invalid.not-a-line", line);
            }
        }
        return points;
    }
}
