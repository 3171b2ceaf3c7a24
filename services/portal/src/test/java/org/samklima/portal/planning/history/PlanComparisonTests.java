package org.samklima.portal.planning.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanComparisonTests {

    private static final UUID BUSES = UUID.randomUUID();
    private static final UUID ROOFS = UUID.randomUUID();

    private static PlanItem buses() {
        return PlanItem.of(PlanItem.Kind.ACTIVITY, BUSES, "Electric buses")
                .with("status", "ONGOING")
                .with("effect", new BigDecimal("120.50"))
                .with("ends-on", LocalDate.of(2027, 6, 30))
                .with("partners", List.of("Bus company", "Region"));
    }

    @Test
    void what_came_what_went_and_what_became_different_are_told_apart() {
        var roofs = PlanItem.of(PlanItem.Kind.ACTIVITY, ROOFS, "Solar roofs");
        var goal = PlanItem.of(PlanItem.Kind.GOAL, UUID.randomUUID(), "Halve the emissions");
        var field = PlanItem.of(PlanItem.Kind.FIELD, UUID.randomUUID(), "Transport");

        var comparison = PlanComparison.of(
                List.of(field, buses(), roofs), List.of(field, buses().with("status", "COMPLETED"), goal));

        assertThat(comparison.added()).containsExactly(goal);
        assertThat(comparison.removed()).containsExactly(roofs);
        assertThat(comparison.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.item().id()).isEqualTo(BUSES);
            assertThat(changed.changes()).containsExactly(new FactChange("status", "ONGOING", "COMPLETED"));
        });
        assertThat(comparison.same()).isEqualTo(1);
    }

    @Test
    void a_part_with_another_name_is_still_the_same_part() {
        var renamed = new PlanItem(PlanItem.Kind.ACTIVITY, BUSES, "Buses without exhaust", buses().facts());
        assertThat(PlanComparison.of(List.of(buses()), List.of(renamed)).changed())
                .singleElement()
                .satisfies(changed -> assertThat(changed.changes())
                        .containsExactly(new FactChange("title", "Electric buses", "Buses without exhaust")));
    }

    @Test
    void a_fact_that_appears_or_disappears_is_a_change_and_an_empty_one_is_none() {
        assertThat(buses().changesTo(buses().with("partners", List.of()).with("reference", "  ")))
                .isEmpty();
        var withoutEffect =
                PlanItem.of(PlanItem.Kind.ACTIVITY, BUSES, "Electric buses").with("status", "ONGOING");
        assertThat(buses().changesTo(withoutEffect))
                .contains(new FactChange("effect", new BigDecimal("120.5"), null))
                .hasSize(3);
    }

    @Test
    void what_was_kept_and_read_back_does_not_look_changed() {
        var json = JsonMapper.shared();
        var readBack = json.readValue(json.writeValueAsString(buses()), PlanItem.class);
        assertThat(buses().changesTo(readBack)).isEmpty();
        assertThat(buses().with("effect", 1_000).changesTo(buses().with("effect", new BigDecimal("1000.00"))))
                .isEmpty();
    }
}
