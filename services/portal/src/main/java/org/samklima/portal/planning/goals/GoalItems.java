package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.planning.fields.FieldTree;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.planning.history.PlanItems;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The goals as parts of the plan. */
@Component
class GoalItems implements PlanItems {

    private final Goals goals;
    private final Fields fields;
    private final Figures figures;
    private final Tenants tenants;

    GoalItems(Goals goals, Fields fields, Figures figures, Tenants tenants) {
        this.goals = goals;
        this.fields = fields;
        this.figures = figures;
        this.tenants = tenants;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<PlanItem> all() {
        var naming = naming();
        return goals.all().stream().map(naming::item).toList();
    }

    /** As things are called now, in the tenant's own language: the history is the same for all who read it. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Naming naming() {
        return new Naming(
                fields.tree(),
                figures.overview().catalogue(),
                tenants.get(Tenancy.tenantId()).defaultLanguage());
    }

    record Naming(FieldTree fields, Catalogue catalogue, String language) {

        PlanItem item(Goal goal) {
            var terms = goal.terms();
            var item = PlanItem.of(PlanItem.Kind.GOAL, goal.id(), terms.title())
                    .with("kind", terms.kind())
                    .with("field", fields.path(terms.field()))
                    .with("description", terms.description());
            var target = terms.target();
            if (target != null) {
                item = with(item, target);
            }
            var milestone = terms.milestone();
            if (milestone != null) {
                item = item.with("due-on", milestone.dueOn()).with("reached-on", milestone.reachedOn());
            }
            return item.with("decided-by", terms.decision().by())
                    .with("decided-on", terms.decision().on())
                    .with("decision-link", terms.decision().link())
                    .with("archived", goal.isArchived() ? "YES" : null);
        }

        private PlanItem with(PlanItem item, Target target) {
            return item.with("indicator", indicator(target.indicator()))
                    .with("sector", sector(target))
                    .with("per", target.per() == null ? null : indicator(target.per()))
                    .with("baseline-year", target.baselineYear())
                    .with("baseline-value", target.baselineValue())
                    .with("target-year", target.year())
                    .with("target-value", target.value())
                    .with("interim", years(target.interim()))
                    .with("scenario", years(target.scenario()));
        }

        private String indicator(String code) {
            return catalogue.find(code).map(Indicator::name).map(this::in).orElse(code);
        }

        private String sector(Target target) {
            var code = target.sector();
            return code == null
                    ? ""
                    : catalogue
                            .find(target.indicator())
                            .flatMap(catalogue::sectorListOf)
                            .flatMap(list -> list.sector(code))
                            .map(Sector::name)
                            .map(this::in)
                            .orElse(code);
        }

        private String in(Texts texts) {
            return texts.in(language);
        }

        private static List<String> years(SortedMap<Integer, BigDecimal> values) {
            return values.entrySet().stream()
                    .map(year -> year.getKey() + ": "
                            + year.getValue().stripTrailingZeros().toPlainString())
                    .toList();
        }
    }
}
