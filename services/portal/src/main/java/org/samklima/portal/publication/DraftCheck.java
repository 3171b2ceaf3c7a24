package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Texts;

/** What a draft must keep to, wherever it comes from. */
final class DraftCheck {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_STATEMENT = 500;
    private static final int LONGEST_CONTACT = 300;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final BigDecimal MOST_CHANGE = BigDecimal.TEN;
    private static final int MOST_DECIMALS = 6;
    private static final Pattern CONTACT = Pattern.compile("[^@\\s]+@[^@\\s]+|https?://\\S+");

    private final List<Fault> faults = new ArrayList<>();

    private DraftCheck() {}

    /**
     * Something that cannot stand.
     *
     * @param field the name of the field it stands in
     * @param key of the message
     */
    record Fault(String field, String key, List<Object> arguments) {

        static Fault of(String field, String reason, Object... arguments) {
            return new Fault(field, "publication.fault." + reason, List.of(arguments));
        }

        public Object[] argumentArray() {
            return arguments.toArray();
        }
    }

    static List<Fault> faults(Draft draft) {
        var check = new DraftCheck();
        check.length("title", draft.title(), LONGEST_TITLE);
        check.length("introduction", draft.introduction(), LONGEST_TEXT);
        check.length("correction", draft.correction(), LONGEST_TEXT);
        check.length("description", draft.description(), LONGEST_TEXT);
        draft.statements().forEach(chosen -> check.length("text." + chosen.code(), chosen.text(), LONGEST_STATEMENT));
        check.contact(draft.contact());
        draft.indicators().forEach(check::indicator);
        check.once(
                "statement",
                draft.statements().stream().map(Draft.ChosenStatement::code).toList());
        check.once(
                "indicator",
                draft.indicators().stream().map(Draft.ChosenIndicator::code).toList());
        return check.faults;
    }

    private void length(String field, @Nullable Texts texts, int longest) {
        if (texts != null) {
            texts.byLanguage().forEach((language, text) -> {
                if (text.length() > longest) {
                    fault(field + "." + language, "too-long", longest);
                }
            });
        }
    }

    private void contact(@Nullable String contact) {
        if (contact != null
                && (contact.length() > LONGEST_CONTACT
                        || !CONTACT.matcher(contact).matches())) {
            fault("contact", "contact");
        }
    }

    private void once(String field, List<String> codes) {
        if (codes.stream().distinct().count() < codes.size()) {
            fault(field, "twice");
        }
    }

    private void indicator(Draft.ChosenIndicator chosen) {
        var code = chosen.code();
        year("from." + code, chosen.fromYear());
        year("to." + code, chosen.toYear());
        year("baseline." + code, chosen.baselineYear());
        year("targetYear." + code, chosen.targetYear());
        if (chosen.fromYear() != null && chosen.toYear() != null && chosen.toYear() < chosen.fromYear()) {
            fault("to." + code, "years-reversed");
        }
        target(chosen);
    }

    private void target(Draft.ChosenIndicator chosen) {
        var year = chosen.targetYear();
        var change = chosen.targetChange();
        var baseline = chosen.baselineYear();
        if (year == null && change == null) {
            return;
        }
        if (year == null || change == null || baseline == null) {
            fault("targetYear." + chosen.code(), "target-incomplete");
        } else if (year <= baseline) {
            fault("targetYear." + chosen.code(), "target-before-baseline");
        }
        if (change != null && (change.abs().compareTo(MOST_CHANGE) > 0 || change.scale() > MOST_DECIMALS)) {
            fault("targetChange." + chosen.code(), "percent");
        }
    }

    private void year(String field, @Nullable Integer year) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            fault(field, "year");
        }
    }

    private void fault(String field, String reason, Object... arguments) {
        faults.add(Fault.of(field, reason, arguments));
    }
}
