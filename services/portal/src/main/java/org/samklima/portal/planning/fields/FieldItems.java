package org.samklima.portal.planning.fields;

import java.util.List;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.planning.history.PlanItems;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The fields of action as parts of the plan. */
@Component
class FieldItems implements PlanItems {

    private final Fields fields;
    private final Figures figures;
    private final Tenants tenants;

    FieldItems(Fields fields, Figures figures, Tenants tenants) {
        this.fields = fields;
        this.figures = figures;
        this.tenants = tenants;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<PlanItem> all() {
        var tree = fields.tree();
        var names = names();
        return tree.inOrder().stream()
                .map(branch -> item(branch.field(), tree, names))
                .toList();
    }

    /** In the tenant's own language: the history is the same for all who read it. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    SectorNames names() {
        var language = tenants.get(Tenancy.tenantId()).defaultLanguage();
        return new SectorNames(figures.overview().catalogue(), language, language);
    }

    /** @param tree in which the field stands, or stood */
    static PlanItem item(Field field, FieldTree tree, SectorNames names) {
        var siblings = tree.children(field.parent()).stream().map(Field::id).toList();
        return PlanItem.of(PlanItem.Kind.FIELD, field.id(), field.name())
                .with("parent", tree.path(field.parent()))
                .with("place", siblings.indexOf(field.id()) + 1)
                .with("sectors", field.sectors().stream().map(names::fullName).toList());
    }
}
