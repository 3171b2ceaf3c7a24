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
 * taken when the edition is shown or published.
 *
 * @param correction what the next version corrects, in the network's own words; the computed changes follow it
 * @param statements in the order in which they shall stand
 * @param forms codes of the forms whose rounds of the year are in the edition
 * @param indicators in the order in which they shall stand
 * @param population code of the indicator that counts inhabitants
 * @param withheld questions that stay unpublished although their form marks them as public, as {@code form.question}
 * @param peerGroups codes of the peer groups shown
 * @param basis which reports count
 * @param scores whether scores are published
 * @param ranking how much of a ranking the public sees
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
        statements = List.copyOf(statements);
        forms = Set.copyOf(forms);
        indicators = List.copyOf(indicators);
        withheld = Set.copyOf(withheld);
        peerGroups = Set.copyOf(peerGroups);
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
     * @param toYear the last year shown
     * @param baselineYear from which change is counted
     * @param targetYear with {@code targetChange}, where the network is going together
     * @param targetChange asked for since the baseline, as a fraction: −0.63 is 63 % less
     */
    record ChosenIndicator(
            String code,
            @Nullable Integer fromYear,
            @Nullable Integer toYear,
            @Nullable Integer baselineYear,
            boolean perInhabitant,
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
}
