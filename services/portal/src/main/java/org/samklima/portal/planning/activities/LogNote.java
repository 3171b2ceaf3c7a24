package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written into an activity's log: a text, a figure, files; at least one of them.
 *
 * @param happenedOn the day it tells of
 * @param figureUnit what the figure counts ("bicycles", "kWh")
 */
public record LogNote(
        @Nullable LocalDate happenedOn,
        String body,
        @Nullable BigDecimal figure,
        String figureUnit) {

    static final int LONGEST_BODY = 10_000;
    static final int LONGEST_UNIT = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(BudgetLine.FIRST_YEAR, 1, 1);
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

    public LogNote {
        body = Cleaned.text(body);
        figure = Cleaned.number(figure);
        figureUnit = Cleaned.line(figureUnit);
    }

    /**
     * @param files whether it has any
     * @throws InvalidInput if nothing stands there, or it makes no sense
     */
    void check(boolean files, LocalDate today) {
        var flaws = flaws(files, today);
        if (!flaws.isEmpty()) {
            throw new InvalidInput(flaws);
        }
    }

    /**
     * All that is wrong with it.
     *
     * @param files whether it has any
     */
    public List<Flaw> flaws(boolean files, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        if (body.isEmpty() && figure == null && !files) {
            flaws.add(Flaw.of("body", "log-empty"));
        }
        if (body.length() > LONGEST_BODY) {
            flaws.add(Flaw.of("body", "too-long", LONGEST_BODY, body.length()));
        }
        if (happenedOn == null) {
            flaws.add(Flaw.of("happenedOn", "log-day-missing"));
        } else if (happenedOn.isAfter(today)) {
            flaws.add(Flaw.of("happenedOn", "log-in-future", today));
        } else if (happenedOn.isBefore(FIRST_DAY)) {
            flaws.add(Flaw.of("happenedOn", "date-implausible", BudgetLine.FIRST_YEAR, today.getYear()));
        }
        checkFigure(flaws);
        return flaws;
    }

    private void checkFigure(List<Flaw> flaws) {
        if (figure != null && !Cleaned.isPlausible(figure, LARGEST)) {
            flaws.add(Flaw.of("figure", "number-implausible"));
        }
        if (figure != null && figureUnit.isEmpty()) {
            flaws.add(Flaw.of("figureUnit", "unit-missing"));
        }
        if (figure == null && !figureUnit.isEmpty()) {
            flaws.add(Flaw.of("figure", "figure-missing"));
        }
        if (figureUnit.length() > LONGEST_UNIT) {
            flaws.add(Flaw.of("figureUnit", "too-long", LONGEST_UNIT, figureUnit.length()));
        }
    }
}
