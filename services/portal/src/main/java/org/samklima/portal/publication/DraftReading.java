package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.Basis;
import org.samklima.portal.publication.DraftCheck.Fault;
import org.samklima.published.Ranking;
import org.samklima.published.Texts;

/** Understands an {@link EditionForm}: a draft, or everything in it that cannot be understood or cannot stand. */
final class DraftReading {

    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d{1,6}([.,]\\d{1,4})?");

    private final EditionForm form;
    private final List<Fault> faults = new ArrayList<>();

    private DraftReading(EditionForm form) {
        this.form = form;
    }

    /** @param draft as far as it was understood; not to be saved while there are faults */
    record Result(Draft draft, List<Fault> faults) {}

    static Result of(EditionForm form) {
        var reading = new DraftReading(form);
        var draft = reading.draft();
        return new Result(draft, reading.faults.isEmpty() ? DraftCheck.faults(draft) : List.copyOf(reading.faults));
    }

    private Draft draft() {
        var withheld = new LinkedHashSet<>(form.offered());
        withheld.removeAll(form.shown());
        return new Draft(
                texts(form.title()),
                texts(form.introduction()),
                texts(form.correction()),
                form.statements().stream()
                        .map(field -> new Draft.ChosenStatement(field.code(), texts(field.text())))
                        .toList(),
                form.forms(),
                indicators(),
                form.population().isEmpty() ? null : form.population(),
                withheld,
                form.peerGroups(),
                choice(Basis.class, "basis", form.basis(), Basis.ACCEPTED),
                form.scores(),
                choice(Ranking.class, "ranking", form.ranking(), Ranking.NONE),
                texts(form.description()),
                form.contact().isEmpty() ? null : form.contact());
    }

    private static @Nullable Texts texts(Map<String, String> byLanguage) {
        return byLanguage.values().stream().allMatch(String::isBlank) ? null : new Texts(byLanguage);
    }

    private List<Draft.ChosenIndicator> indicators() {
        return form.indicators().stream()
                .filter(EditionForm.IndicatorField::chosen)
                .sorted(Comparator.comparing(field -> field.code().equals(form.first()), Comparator.reverseOrder()))
                .map(this::indicator)
                .toList();
    }

    private Draft.ChosenIndicator indicator(EditionForm.IndicatorField field) {
        return new Draft.ChosenIndicator(
                field.code(),
                year("from." + field.code(), field.from()),
                year("to." + field.code(), field.to()),
                year("baseline." + field.code(), field.baseline()),
                year("targetYear." + field.code(), field.targetYear()),
                percent("targetChange." + field.code(), field.targetChange()));
    }

    private @Nullable Integer year(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.matches("\\d{4}")) {
            return Integer.valueOf(typed);
        }
        faults.add(Fault.of(field, "year"));
        return null;
    }

    /** Per cent as typed, to a fraction. */
    private @Nullable BigDecimal percent(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (NUMBER.matcher(typed).matches()) {
            return new BigDecimal(typed.replace('−', '-').replace(',', '.')).movePointLeft(2);
        }
        faults.add(Fault.of(field, "percent"));
        return null;
    }

    private <E extends Enum<E>> E choice(Class<E> type, String field, String typed, E otherwise) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(typed)) {
                return constant;
            }
        }
        faults.add(Fault.of(field, "choice"));
        return otherwise;
    }
}
