package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many there are: one decides, nodes can be emptied, and the database has a connection for each. */
class ScalingTests {

    @ParameterizedTest
    @CsvSource({"external,portal", "external,overview", "large,portal", "large,overview"})
    void kubernetes_decides_how_many_and_the_deployment_does_not_contradict(String values, String component) {
        var deployment = Chart.with(values).the(Deployment.class, component);
        var autoscaler =
                Chart.with(values).the(HorizontalPodAutoscaler.class, component).getSpec();

        assertThat(deployment.getSpec().getReplicas()).isNull();
        assertThat(autoscaler.getScaleTargetRef().getKind()).isEqualTo("Deployment");
        assertThat(autoscaler.getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(autoscaler.getMinReplicas()).isLessThan(autoscaler.getMaxReplicas());
        assertThat(Chart.with(values)
                        .workload(component)
                        .container()
                        .getResources()
                        .getRequests())
                .as("a share of what is requested needs a request")
                .containsKey("cpu");
    }

    @Test
    void without_autoscaling_the_deployment_decides_and_a_single_one_has_no_budget_that_would_keep_its_node() {
        var trial = Chart.with("trial");

        assertThat(trial.all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(trial.all(PodDisruptionBudget.class)).isEmpty();
        assertThat(trial.the(Deployment.class, "portal").getSpec().getReplicas())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"external,portal,1", "external,overview,1", "large,portal,3", "large,overview,2"})
    void of_the_least_there_are_one_may_always_move(String values, String component, int minAvailable) {
        var budget =
                Chart.with(values).the(PodDisruptionBudget.class, component).getSpec();

        assertThat(budget.getMinAvailable().getIntVal())
                .isEqualTo(minAvailable)
                .isLessThan(Chart.with(values)
                        .the(HorizontalPodAutoscaler.class, component)
                        .getSpec()
                        .getMinReplicas());
        assertThat(budget.getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
    }

    @ParameterizedTest
    @CsvSource({"external,portal", "external,overview"})
    void an_upgrade_takes_none_away_before_another_is_ready_and_spreads_them(String values, String component) {
        var spec = Chart.with(values).the(Deployment.class, component).getSpec();

        assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
                .isZero();
        assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge().getIntVal())
                .isEqualTo(1);
        assertThat(spec.getTemplate().getSpec().getTopologySpreadConstraints())
                .extracting(TopologySpreadConstraint::getTopologyKey)
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @Test
    void the_database_has_a_connection_for_all_that_there_may_be_during_an_upgrade() {
        int portal = Settings.of("portal").number("maximum-pool-size");
        int overview = Settings.of("overview").number("maximum-pool-size");
        int needed = (6 + 1) * portal + (10 + 1) * overview + 10;

        assertThatCode(() -> withConnections(needed)).doesNotThrowAnyException();
        assertThatThrownBy(() -> withConnections(needed - 1))
                .hasMessageContaining("database.maxConnections")
                .hasMessageContaining("take " + needed);
    }

    private static void withConnections(int connections) {
        Chart.helm()
                .template()
                .withName(Chart.RELEASE)
                .withKubeVersion(Chart.KUBERNETES)
                .withValuesFile(Chart.values("external"))
                .set("database.maxConnections", connections)
                .call();
    }
}
