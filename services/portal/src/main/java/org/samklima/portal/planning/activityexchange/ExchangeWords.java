package org.samklima.portal.planning.activityexchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.samklima.pages.Languages;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activities.BudgetKind;
import org.samklima.portal.planning.activities.CoBenefit;
import org.samklima.portal.tables.Spelling;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Codes by the words of all languages, and the words by the codes: a list may come from anybody. */
@Component
class ExchangeWords {

    private static final String OTHERS = "/planning/words.properties";
    private static final String STATUS = "planning.value.status.";
    private static final String BENEFIT = "planning.value.coBenefits.";
    private static final String KIND = "activityexchange.kind.";
    private static final String SHOWN = "activityexchange.shown.";

    private final MessageSource messages;
    private final Map<String, ActivityStatus> statuses = new HashMap<>();
    private final Map<String, BudgetKind> kinds = new HashMap<>();
    private final Map<String, CoBenefit> benefits = new HashMap<>();
    private final Map<String, Boolean> shown = new HashMap<>();

    ExchangeWords(MessageSource messages) {
        this.messages = messages;
        var others = others();
        for (var status : ActivityStatus.values()) {
            learn(statuses, status, STATUS + status, status.name(), others);
        }
        for (var kind : BudgetKind.values()) {
            learn(kinds, kind, KIND + kind, kind.name(), others);
        }
        for (var benefit : CoBenefit.values()) {
            learn(benefits, benefit, BENEFIT + benefit, benefit.name(), others);
        }
        for (var yes : new Boolean[] {true, false}) {
            learn(shown, yes, SHOWN + yes, yes.toString(), others);
        }
    }

    private <T> void learn(Map<String, T> words, T meaning, String key, String code, Properties others) {
        words.put(Spelling.fold(code), meaning);
        Languages.SUPPORTED.forEach(
                language -> words.put(Spelling.fold(messages.getMessage(key, null, language)), meaning));
        Arrays.stream(others.getProperty(code, "").split(";"))
                .map(Spelling::fold)
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.putIfAbsent(word, meaning));
    }

    private static Properties others() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(ExchangeWords.class.getResourceAsStream(OTHERS), OTHERS);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }

    Optional<ActivityStatus> status(String word) {
        return Optional.ofNullable(statuses.get(Spelling.fold(word)));
    }

    Optional<BudgetKind> kind(String word) {
        return Optional.ofNullable(kinds.get(Spelling.fold(word)));
    }

    Optional<CoBenefit> benefit(String word) {
        return Optional.ofNullable(benefits.get(Spelling.fold(word)));
    }

    Optional<Boolean> shown(String word) {
        return Optional.ofNullable(shown.get(Spelling.fold(word)));
    }

    String of(ActivityStatus status, Locale language) {
        return messages.getMessage(STATUS + status, null, language);
    }

    String of(BudgetKind kind, Locale language) {
        return messages.getMessage(KIND + kind, null, language);
    }

    String of(boolean shownPublicly, Locale language) {
        return messages.getMessage(SHOWN + shownPublicly, null, language);
    }

    String ofBenefit(String code, Locale language) {
        return messages.getMessage(BENEFIT + code, null, language);
    }

    /** What a column is called. */
    String of(ActivityColumn column, Locale language) {
        return messages.getMessage(column.heading(), null, language);
    }
}
