package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Prometheus and Grafana get what stands in the chart's folders, under the names that the alert rules know. */
class MonitoringTests {

    @ParameterizedTest
    @ValueSource(strings = {"portal", "overview"})
    void metrics_are_read_at_the_management_port_under_the_name_that_the_rules_know(String component) {
        var monitor = the("ServiceMonitor", component);

        assertThat(monitor.getMetadata().getLabels()).containsEntry("release", "prometheus");
        assertThat(monitor.<Map<String, Object>>get("spec", "selector", "matchLabels"))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(Chart.with("large")
                                .the(Service.class, component)
                                .getMetadata()
                                .getLabels())
                        .containsEntry(name, String.valueOf(value)));
        Map<String, Object> endpoint =
                monitor.<List<Map<String, Object>>>get("spec", "endpoints").getFirst();
        assertThat(endpoint).containsEntry("port", "management").containsEntry("path", "/actuator/prometheus");
        assertThat(String.valueOf(endpoint.get("relabelings")))
                .contains("targetLabel=job", "replacement=samklima-" + component);
    }

    @Test
    void the_alert_rules_are_those_of_the_file() throws Exception {
        var file = Chart.FOLDER.resolve("alerts/samklima.yaml");
        Map<String, Object> rules = new Yaml().load(Files.readString(file));

        assertThat(the("PrometheusRule", "rules").<Object>get("spec")).isEqualTo(rules);
    }

    @Test
    void the_dashboard_is_that_of_the_file() throws Exception {
        var map = Chart.with("large").the(ConfigMap.class, "dashboard");

        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        assertThat(map.getData())
                .containsEntry("samklima.json", Files.readString(Chart.FOLDER.resolve("dashboards/samklima.json")));
    }

    @Test
    void none_of_it_is_made_where_there_is_no_prometheus_operator() {
        assertThat(Chart.with("external").all(GenericKubernetesResource.class)).isEmpty();
    }

    private static GenericKubernetesResource the(String kind, String component) {
        return Chart.with("large").all(GenericKubernetesResource.class).stream()
                .filter(object -> object.getKind().equals(kind))
                .filter(object -> Rendered.component(object).equals(component))
                .findFirst()
                .orElseThrow();
    }
}
