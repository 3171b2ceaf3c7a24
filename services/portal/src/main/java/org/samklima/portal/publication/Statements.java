package org.samklima.portal.publication;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.evaluation.Finding.Measure;
import org.samklima.portal.forms.Fraction;
import org.samklima.published.Statement;
import org.samklima.published.Texts;

/** Writes an exact finding down as the published statement, rounded as its contract says. */
final class Statements {

    private static final int DECIMALS = 6;

    private Statements() {}

    /** @param question code, if its answers are public too; else the statement says the share and not where it is from */
    static Statement of(Finding finding, Texts text, @Nullable String question) {
        var over = finding.overTime();
        return new Statement(
                finding.code(),
                kind(finding.measure()),
                text,
                value(finding.measure(), finding.value()),
                finding.measure() == Measure.MEAN_CHANGE ? percent(text) : finding.unit(),
                finding.holds(),
                finding.counted(),
                finding.members(),
                over == null
                        ? null
                        : new Statement.OverTime(
                                over.fromYear(),
                                over.toYear(),
                                over.members(),
                                value(finding.measure(), over.before()),
                                value(finding.measure(), over.after())),
                question,
                finding.about() instanceof Finding.About.OfIndicator indicator ? indicator.indicator() : null);
    }

    private static Statement.Kind kind(Measure measure) {
        return switch (measure) {
            case SHARE -> Statement.Kind.SHARE;
            case SUM -> Statement.Kind.SUM;
            case CHANGE -> Statement.Kind.CHANGE;
            case MEAN, MEAN_CHANGE -> Statement.Kind.MEAN;
        };
    }

    /** The mean of the members' own changes is published in per cent, so that nobody takes it for the network's change. */
    private static BigDecimal value(Measure measure, Fraction value) {
        var rounded = measure == Measure.MEAN_CHANGE ? value.percent(DECIMALS) : value.rounded(DECIMALS);
        var plain = rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Texts percent(Texts text) {
        return Texts.of(text.byLanguage().keySet().iterator().next(), "%");
    }
}
