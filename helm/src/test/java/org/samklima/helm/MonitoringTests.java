package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    void prometheus_in_compose_knows_them_by_the_same_names() throws Exception {
        Map<String, List<Map<String, Object>>> settings =
                new Yaml().load(Files.readString(Path.of("../docker/prometheus.yml")));

        assertThat(settings.get("scrape_configs"))
                .extracting(job -> job.get("job_name"))
                .containsExactlyInAnyOrder("samklima-portal", "samklima-overview");
    }

    @Test
    void the_alert_rules_are_those_of_the_file() throws Exception {
        var file = Chart.FOLDER.resolve("alerts/samklima.yaml");
        Map<String, Object> rules = new Yaml().load(Files.readString(file));

        assertThat(the("PrometheusRule", "rules").<Object>get("spec")).isEqualTo(rules);
    }

    @Test
    void where_the_database_is_the_charts_own_its_volumes_are_watched_too() {
        var trial = Chart.with("trial");
        var claims = Stream.concat(
                        trial.all(StatefulSet.class).stream()
                                .filter(set ->
                                        !set.getSpec().getVolumeClaimTemplates().isEmpty())
                                .map(set -> "data-" + set.getMetadata().getName() + "-0"),
                        trial.all(PersistentVolumeClaim.class).stream()
                                .map(claim -> claim.getMetadata().getName()))
                .toList();
        var watched = "{namespace=\"default\", persistentvolumeclaim=~\"" + String.join("|", claims) + "\"}";

        assertThat(claims).hasSize(2);
        assertThat(rules("trial"))
                .contains("kubelet_volume_stats_available_bytes" + watched + " / kubelet_volume_stats_capacity_bytes"
                        + watched + " < 0.15");
        assertThat(rules("external")).isNotEmpty().noneMatch(rule -> rule.contains("kubelet_"));
    }

    /** The expressions of all rules that a Prometheus operator would get. */
    private static List<String> rules(String values) {
        var objects = Chart.helm()
                .template()
                .withName(Chart.RELEASE)
                .withNamespace("default")
                .withKubeVersion(Chart.KUBERNETES)
                .withValuesFile(Chart.values(values))
                .set("monitoring.rules.enabled", true)
                .call();
        return Stream.of(objects.split("(?m)^---$"))
                .filter(object -> object.contains("kind: PrometheusRule"))
                .map(object -> new Yaml().<Map<String, Map<String, Object>>>load(object))
                .flatMap(rule -> ((List<Map<String, Object>>) rule.get("spec").get("groups")).stream())
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .map(rule -> String.valueOf(rule.get("expr")))
                .toList();
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
