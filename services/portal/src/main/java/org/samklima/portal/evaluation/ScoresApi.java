package org.samklima.portal.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The scores of a round, as data. */
@TenantApi
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class ScoresApi {

    private final ReceivedRounds rounds;

    ScoresApi(ReceivedRounds rounds) {
        this.rounds = rounds;
    }

    /**
     * A member's scores.
     *
     * @param rank among the members asked for: 1, 2, 2, 4; absent where nothing could be earned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberScores(
            UUID member,
            String name,
            int version,
            boolean accepted,
            @Nullable Integer rank,
            ScoreSummary scores) {}

    /**
     * The scores of a round.
     *
     * @param meanTotal the mean of the members' totals as a fraction; absent if there is none
     * @param missing members without a report that counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoundScores(Basis basis, @Nullable BigDecimal meanTotal, List<MemberScores> members, List<UUID> missing) {}

    /** Scores by section and in total; filtered and sorted by the same parameters as the page. */
    @GetMapping("/rounds/{round}/scores")
    RoundScores scores(@PathVariable UUID round, ScoreView view) {
        var list = ScoreList.of(rounds.get(round), view);
        return new RoundScores(
                view.basis(),
                list.meanTotal().map(ScoreSummary::rounded).orElse(null),
                list.rows().stream()
                        .map(row -> new MemberScores(
                                row.member().id(),
                                row.member().name(),
                                row.version(),
                                row.accepted(),
                                row.rank(),
                                ScoreSummary.of(row.scores())))
                        .toList(),
                list.missing().stream().map(member -> member.id()).toList());
    }
}
