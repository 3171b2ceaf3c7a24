package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.Basis;
import org.samklima.published.Ranking;
import org.samklima.published.Texts;

/**
 * What the secretariat has chosen for the edition of a year. Holds choices only, never a figure or an answer: those are
 * taken when the edition is shown or published. A list that is absent is empty.
 *
 * @param correction what the next version corrects, in the network's own words; the computed changes follow it
 * @param statements in the order in which they shall stand
 * @param forms codes of the forms whose rounds of the year are in the edition
 * @param indicators in the order in which they shall stand
 * @param population code of the indicator that counts inhabitants
 * @param withheld questions that stay unpublished although their form marks them as public, as {@code form.question}
 * @param peerGroups codes of the peer groups shown
 * @param basis which reports count; accepted ones only where nothing is said
 * @param scores whether scores are published
 * @param ranking how much of a ranking the public sees; none where nothing is said
 * @param description of the network, and where to reach it
 */
record Draft(
        @Nullable Texts title,
        @Nullable Texts introduction,
        @Nullable Texts correction,
        List<ChosenStatement> statements,
        Set<String> forms,
        List<ChosenIndicator> indicators,
        @Nullable String population,
        Set<String> withheld,
        Set<String> peerGroups,
        Basis basis,
        boolean scores,
        Ranking ranking,
        @Nullable Texts description,
        @Nullable String contact) {

    Draft {
        statements = statements == null ? List.of() : List.copyOf(statements);
        forms = forms == null ? Set.of() : Set.copyOf(forms);
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        withheld = withheld == null ? Set.of() : Set.copyOf(withheld);
        peerGroups = peerGroups == null ? Set.of() : Set.copyOf(peerGroups);
        basis = basis == null ? Basis.ACCEPTED : basis;
        ranking = ranking == null ? Ranking.NONE : ranking;
    }

    /**
     * A statement that stands in the edition.
     *
     * @param code of a finding
     * @param text the network's own words; none for the proposed ones
     */
    record ChosenStatement(String code, @Nullable Texts text) {}

    /**
     * An indicator that stands in the edition.
     *
     * @param fromYear the first year shown; none for all there are
     * @param toYear the last year shown; none for all there are
     * @param baselineYear from which change is counted
     * @param targetYear with {@code targetChange}, where the network is going together
     * @param targetChange asked for since the baseline, as a fraction: −0.63 is 63 % less
     */
    record ChosenIndicator(
            String code,
            @Nullable Integer fromYear,
            @Nullable Integer toYear,
            @Nullable Integer baselineYear,
            @Nullable Integer targetYear,
            @Nullable BigDecimal targetChange) {

        boolean holds(int year) {
            return (fromYear == null || fromYear <= year) && (toYear == null || year <= toYear);
        }
    }

    Optional<ChosenIndicator> indicator(String code) {
        return indicators.stream().filter(chosen -> chosen.code().equals(code)).findFirst();
    }

    boolean withholds(String form, String question) {
        return withheld.contains(form + "." + question);
    }

    /** The same without what was said of the version that has now been published. */
    Draft corrected() {
        return new Draft(
                title,
                introduction,
                null,
                statements,
                forms,
                indicators,
                population,
                withheld,
                peerGroups,
                basis,
                scores,
                ranking,
                description,
                contact);
    }
}
