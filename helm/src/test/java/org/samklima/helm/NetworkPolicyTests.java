package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk to whom, as whole tables: a line that appears or goes is a decision. */
class NetworkPolicyTests {

    @Test
    void beside_existing_servers() {
        assertThat(table("external"))
                .containsExactlyInAnyOrder(
                        "migration to 10.0.0.5/32:5432",
                        "migration to kube-system/kube-dns:53",
                        "overview from ingress-nginx:8080",
                        "overview from monitoring:9090",
                        "overview from test:8080,9090",
                        "overview to 10.0.0.5/32:5432",
                        "overview to kube-system/kube-dns:53",
                        "portal from ingress-nginx:8081",
                        "portal from monitoring:9090",
                        "portal from test:8081,9090",
                        "portal to 10.0.0.5/32:5432",
                        "portal to 10.0.0.6/32:443",
                        "portal to 10.0.0.7/32:587",
                        "portal to kube-system/kube-dns:53",
                        "test to kube-system/kube-dns:53",
                        "test to overview:8080",
                        "test to overview:9090",
                        "test to portal:8081",
                        "test to portal:9090");
    }

    @Test
    void in_a_trial() {
        assertThat(table("trial"))
                .containsExactlyInAnyOrder(
                        "backup to kube-system/kube-dns:53",
                        "backup to postgresql:5432",
                        "keycloak from ingress-nginx:8080",
                        "keycloak from portal:8080",
                        "keycloak from monitoring:9000",
                        "keycloak to default:1025",
                        "keycloak to kube-system/kube-dns:53",
                        "keycloak to postgresql:5432",
                        "migration to kube-system/kube-dns:53",
                        "migration to postgresql:5432",
                        "overview from ingress-nginx:8080",
                        "overview from monitoring:9090",
                        "overview from test:8080,9090",
                        "overview to kube-system/kube-dns:53",
                        "overview to postgresql:5432",
                        "portal from ingress-nginx:8081",
                        "portal from monitoring:9090",
                        "portal from test:8081,9090",
                        "portal to default:1025",
                        "portal to keycloak:8080",
                        "portal to kube-system/kube-dns:53",
                        "portal to postgresql:5432",
                        "postgresql from backup:5432",
                        "postgresql from keycloak:5432",
                        "postgresql from migration:5432",
                        "postgresql from overview:5432",
                        "postgresql from portal:5432",
                        "postgresql from restore:5432",
                        "postgresql from roles:5432",
                        "restore to kube-system/kube-dns:53",
                        "restore to postgresql:5432",
                        "roles to kube-system/kube-dns:53",
                        "roles to postgresql:5432",
                        "test to kube-system/kube-dns:53",
                        "test to overview:8080",
                        "test to overview:9090",
                        "test to portal:8081",
                        "test to portal:9090");
    }

    @Test
    void keycloak_asks_the_identity_providers_of_organisations_where_they_are_said_to_be() {
        assertThat(Chart.helm()
                        .template()
                        .withName(Chart.RELEASE)
                        .withKubeVersion(Chart.KUBERNETES)
                        .withValuesFile(Chart.values("trial"))
                        .set("networkPolicy.identityProviders[0].ipBlock.cidr", "10.0.0.9/32")
                        .call())
                .containsOnlyOnce("- to:\n        - ipBlock:\n            cidr: 10.0.0.9/32\n      ports:\n"
                        + "        - {port: 443, protocol: TCP}");
    }

    @Test
    void a_large_one_also_sends_traces_and_finds_keycloak_in_another_namespace() {
        assertThat(table("large"))
                .contains(
                        "portal to monitoring:4318",
                        "portal to identity:8080",
                        "portal to 10.0.0.0/28:6432",
                        "overview to 10.0.0.0/28:6432",
                        "portal to 10.0.0.7/32:465")
                .noneMatch(line -> line.startsWith("overview to monitoring"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void everything_else_is_closed_for_every_pod(String values) {
        var rendered = Chart.with(values);
        var closed = rendered.the(NetworkPolicy.class, "nothing-else").getSpec();

        assertThat(closed.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(closed.getIngress()).isEmpty();
        assertThat(closed.getEgress()).isEmpty();
        assertThat(rendered.workloads())
                .allSatisfy(workload -> assertThat(workload.labels())
                        .containsAllEntriesOf(closed.getPodSelector().getMatchLabels()));
        assertThat(rendered.all(NetworkPolicy.class))
                .allSatisfy(
                        policy -> assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void whoever_may_send_inside_the_release_is_let_in_and_the_other_way_round(String values) {
        var components =
                Chart.with(values).workloads().stream().map(Workload::component).collect(Collectors.toSet());
        assertThat(inside(table(values), " to ", components, false))
                .isEqualTo(inside(table(values), " from ", components, true));
    }

    private static Set<String> inside(Set<String> table, String direction, Set<String> components, boolean turned) {
        var edges = new TreeSet<String>();
        for (var line : table) {
            if (line.contains(direction)) {
                var component = line.substring(0, line.indexOf(direction));
                var peer = line.substring(line.indexOf(direction) + direction.length(), line.indexOf(':'));
                if (components.contains(peer)) {
                    for (var port : line.substring(line.indexOf(':') + 1).split(",")) {
                        edges.add((turned ? peer + ">" + component : component + ">" + peer) + ":" + port);
                    }
                }
            }
        }
        return edges;
    }

    private static Set<String> table(String values) {
        var lines = new TreeSet<String>();
        for (var policy : Chart.with(values).all(NetworkPolicy.class)) {
            var component = Rendered.component(policy);
            for (var rule : policy.getSpec().getIngress()) {
                rule.getFrom().forEach(peer -> lines.add(component + " from " + name(peer) + ports(rule.getPorts())));
                assertThat(rule.getFrom()).as("nobody named is everybody").isNotEmpty();
            }
            for (var rule : policy.getSpec().getEgress()) {
                rule.getTo().forEach(peer -> lines.add(component + " to " + name(peer) + ports(rule.getPorts())));
                assertThat(rule.getTo()).as("nobody named is everybody").isNotEmpty();
            }
        }
        return lines;
    }

    private static String ports(List<NetworkPolicyPort> ports) {
        assertThat(ports).as("no port named is every port").isNotEmpty();
        return ":"
                + ports.stream()
                        .map(port -> String.valueOf(port.getPort().getValue()))
                        .distinct()
                        .collect(Collectors.joining(","));
    }

    private static String name(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr();
        }
        var pods = peer.getPodSelector() == null
                ? Map.<String, String>of()
                : peer.getPodSelector().getMatchLabels();
        if (peer.getNamespaceSelector() == null) {
            return pods.get("app.kubernetes.io/component");
        }
        var namespace = peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
        return pods.isEmpty() ? namespace : namespace + "/" + pods.get("k8s-app");
    }
}
