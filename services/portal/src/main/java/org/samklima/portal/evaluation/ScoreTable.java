package org.samklima.portal.evaluation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.forms.Scoring;

/**
 * What the members' reports are worth, side by side. Each is scored as its kind of member was asked; compared are the shares,
 * so that a member with fewer questions is not behind for that.
 */
final class ScoreTable {

    private final Map<UUID, Scores> scores = new HashMap<>();
    private final Map<UUID, Integer> ranks;

    public ScoreTable(Map<UUID, FilledForm> reports) {
        reports.forEach((member, filled) -> scores.put(member, Scoring.of(filled)));
        ranks = Ranks.of(totals());
    }

    /** Empty for a member without a report. */
    public Optional<Scores> of(UUID member) {
        return Optional.ofNullable(scores.get(member));
    }

    /** 1, 2, 2, 4 by total among the members of this table; null for whom there is no total. */
    @Nullable Integer rank(UUID member) {
        return ranks.get(member);
    }

    /** The mean of the members' totals; every member counts alike. */
    Optional<Fraction> meanTotal() {
        return mean(totals().values());
    }

    /** The mean of the members' shares in one section, over those to whom it applies. */
    Optional<Fraction> mean(String section) {
        return mean(scores.values().stream()
                .flatMap(of -> of.section(section).stream())
                .flatMap(score -> score.share().stream())
                .toList());
    }

    private Map<UUID, Fraction> totals() {
        var totals = new HashMap<UUID, Fraction>();
        scores.forEach((member, of) -> of.total().ifPresent(total -> totals.put(member, total)));
        return totals;
    }

    private static Optional<Fraction> mean(Collection<Fraction> shares) {
        return shares.stream()
                .reduce(Fraction::plus)
                .map(sum -> sum.dividedBy(Fraction.of(BigDecimal.valueOf(shares.size()))));
    }
}
