package org.samklima.portal.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.samklima.portal.evaluation.Basis;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observations.Extent;
import org.samklima.portal.network.Members;
import org.samklima.portal.reporting.Round;
import org.samklima.published.MemberKind;
import org.samklima.published.PeerGroup;
import org.samklima.published.Ranking;
import org.springframework.stereotype.Component;

/**
 * What the secretariat finds when it opens the page of a year for the first time: the choices of the year before, or else
 * every indicator that has figures, every public question, no scores and no ranking.
 */
@Component
class FirstDraft {

    /** The shared indicator that counts inhabitants. */
    private static final String POPULATION = "population";

    private final Drafts drafts;
    private final Forms forms;
    private final Members members;
    private final IndicatorCatalogue catalogue;

    FirstDraft(Drafts drafts, Forms forms, Members members, IndicatorCatalogue catalogue) {
        this.drafts = drafts;
        this.forms = forms;
        this.members = members;
        this.catalogue = catalogue;
    }

    /**
     * @param ofYear every round of the year, the one that the page was opened from first
     * @param extents how much there is of each indicator
     */
    Draft of(List<Round> ofYear, Map<String, Extent> extents) {
        int year = ofYear.getFirst().year();
        var chosen = compatibleForms(ofYear);
        return drafts.lastBefore(year)
                .map(earlier -> again(earlier.draft(), chosen))
                .orElseGet(() -> new Draft(
                        null,
                        null,
                        null,
                        List.of(),
                        chosen,
                        indicators(extents),
                        extents.containsKey(POPULATION) ? POPULATION : null,
                        Set.of(),
                        members.peerGroups().stream().map(PeerGroup::code).collect(Collectors.toSet()),
                        Basis.ACCEPTED,
                        false,
                        Ranking.NONE,
                        null,
                        null));
    }

    private static Draft again(Draft earlier, Set<String> forms) {
        return new Draft(
                null,
                null,
                null,
                earlier.statements(),
                forms,
                earlier.indicators(),
                earlier.population(),
                earlier.withheld(),
                earlier.peerGroups(),
                earlier.basis(),
                earlier.scores(),
                earlier.ranking(),
                earlier.description(),
                earlier.contact());
    }

    /** A member stands in an edition with one report: forms that ask the same kind of member exclude each other. */
    private Set<String> compatibleForms(List<Round> ofYear) {
        var chosen = new LinkedHashSet<String>();
        var asked = new HashSet<MemberKind>();
        for (var round : ofYear) {
            var form = forms.get(round.formId(), round.formVersion());
            var kinds = kinds(form);
            if (kinds.stream().noneMatch(asked::contains)) {
                asked.addAll(kinds);
                chosen.add(form.code());
            }
        }
        return chosen;
    }

    static Set<MemberKind> kinds(ReportForm form) {
        var kinds = new HashSet<MemberKind>();
        for (var kind : MemberKind.values()) {
            if (!form.sectionsFor(kind).isEmpty()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private List<Draft.ChosenIndicator> indicators(Map<String, Extent> extents) {
        var chosen = new ArrayList<Draft.ChosenIndicator>();
        for (var indicator : catalogue.read().indicators()) {
            var extent = extents.get(indicator.code());
            if (extent != null) {
                var baseline = indicator.direction() == Direction.NEITHER || extent.firstYear() == extent.lastYear()
                        ? null
                        : extent.firstYear();
                chosen.add(new Draft.ChosenIndicator(indicator.code(), null, null, baseline, null, null));
            }
        }
        return chosen;
    }
}
