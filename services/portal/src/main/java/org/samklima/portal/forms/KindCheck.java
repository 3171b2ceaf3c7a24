package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Whether a question's bounds, bands and options agree with each other and with its being a basic requirement. */
final class KindCheck {

    private final String place;
    private final Question question;
    private final List<Flaw> flaws = new ArrayList<>();

    private KindCheck(String place, Question question) {
        this.place = place;
        this.question = question;
    }

    static List<Flaw> flaws(String place, Question question) {
        var check = new KindCheck(place, question);
        switch (question.kind()) {
            case Kind.Numeric numeric -> {
                check.range(numeric.range());
                check.bands(numeric);
            }
            case Kind.IndicatorTable table -> check.range(table.range());
            case Kind.Choice choice -> check.options(choice);
            case Kind.YesNo ignored -> {}
            case Kind.FreeText ignored -> {}
            case Kind.Day ignored -> {}
            case Kind.Evidence ignored -> {}
        }
        if (question.gate() && Points.canChange(question.kind())) {
            check.report("", "gate-with-points");
        }
        return check.flaws;
    }

    private void range(Range range) {
        if (range.isEmpty()) {
            report("/min", "range-empty", range.min(), range.max());
        }
    }

    private void bands(Kind.Numeric numeric) {
        var bands = numeric.bands();
        for (int i = 0; i < bands.size(); i++) {
            var from = bands.get(i).from();
            if (i == 0) {
                reachable(numeric.range(), bands, i);
            } else if (from == null) {
                report("/bands/" + i, "band-without-beginning");
            } else if (bands.get(i - 1).from() instanceof BigDecimal previous && from.compareTo(previous) <= 0) {
                report("/bands/" + i + "/from", "bands-not-ascending", previous, from);
            } else {
                reachable(numeric.range(), bands, i);
            }
        }
    }

    /** A band that no answer can reach would raise the maximum to something that cannot be had. */
    private void reachable(Range range, List<Band> bands, int i) {
        var from = bands.get(i).from();
        var next = i + 1 < bands.size() ? bands.get(i + 1).from() : null;
        boolean beyondMax = from != null && range.max() != null && from.compareTo(range.max()) > 0;
        boolean beforeMin = next != null && range.min() != null && next.compareTo(range.min()) <= 0;
        if (beyondMax || beforeMin) {
            report("/bands/" + i, "band-out-of-reach");
        }
    }

    private void options(Kind.Choice choice) {
        boolean several = choice instanceof Kind.SeveralOf;
        for (int i = 0; i < choice.options().size(); i++) {
            var option = choice.options().get(i);
            if (option.exclusive() && !several) {
                report("/options/" + i + "/exclusive", "exclusive-in-one-of");
            }
            if (option.meetsRequirement() && !question.gate()) {
                report("/options/" + i + "/meetsRequirement", "meets-without-gate");
            }
        }
        if (question.gate() && choice.options().stream().noneMatch(Option::meetsRequirement)) {
            report("/options", "gate-never-met");
        }
    }

    private void report(String member, String reason, Object... arguments) {
        flaws.add(Flaw.of(place + member, reason, arguments));
    }
}
