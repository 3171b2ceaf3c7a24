package org.samklima.overview.web;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Change;
import org.samklima.overview.reading.TargetPath;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.samklima.published.Indicator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says figures in a sentence that a reader without a course understands. */
@Component
class Sentences {

    private final MessageSource messages;
    private final FigureTexts figures;

    Sentences(MessageSource messages, FigureTexts figures) {
        this.messages = messages;
        this.figures = figures;
    }

    /** "Greenhouse gas emissions: 34 % less than in 1990." */
    String change(Change change, Indicator indicator, Visit visit) {
        BigDecimal share = change.share();
        String direction = share.signum() < 0 ? "less" : share.signum() > 0 ? "more" : "same";
        return say(
                "overview.sentence.change." + direction,
                visit.language(),
                visit.text(indicator.name()),
                in(visit).percent(share.abs()),
                change.baselineYear(),
                change.latestYear());
    }

    /** "The path to 2030 asks for 6 % of today's level less every year." Empty where there is no path. */
    String path(Change change, @Nullable TargetPath path, Visit visit) {
        if (path == null) {
            return "";
        }
        int target = path.target().year();
        BigDecimal asked = path.askedPerYear(change.latestYear(), change.latest());
        if (asked == null) {
            return "";
        }
        boolean fall = path.goal().compareTo(path.baseline()) < 0;
        if (asked.signum() == 0 || asked.signum() < 0 != fall) {
            return say("overview.sentence.reached", visit.language(), target);
        }
        return say(
                fall ? "overview.sentence.path.less" : "overview.sentence.path.more",
                visit.language(),
                target,
                in(visit).percent(asked.abs(), 1));
    }

    String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    FigureText in(Visit visit) {
        return figures.in(visit.language());
    }
}
