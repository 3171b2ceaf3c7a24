package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With every file of values the chart becomes objects that Kubernetes knows and that find one another. */
class RenderingTests {

    @Test
    void helm_finds_nothing_to_complain_about() {
        var lint = Chart.helm().lint().strict().call();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void objects_are_named_once_and_stand_in_the_namespace_of_the_release(String values) {
        var objects = Chart.with(values).objects();

        assertThat(objects).extracting(RenderingTests::identity).doesNotHaveDuplicates();
        assertThat(objects).allSatisfy(object -> {
            assertThat(object.getMetadata().getNamespace()).as(identity(object)).isEqualTo(values);
            assertThat(object.getMetadata().getLabels())
                    .as(identity(object))
                    .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                    .containsEntry("app.kubernetes.io/part-of", "samklima")
                    .containsEntry("app.kubernetes.io/managed-by", "Helm");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void selectors_select_the_pods_of_their_component_and_no_others(String values) {
        var rendered = Chart.with(values);
        for (var object : rendered.objects()) {
            var selector = selector(object);
            if (!selector.isEmpty() && !Rendered.component(object).equals("nothing-else")) {
                assertThat(rendered.workloads().stream()
                                .filter(workload -> workload.labels().entrySet().containsAll(selector.entrySet()))
                                .map(Workload::component))
                        .as(identity(object))
                        .containsExactly(Rendered.component(object));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "trial", "large"})
    void services_and_ingresses_lead_to_ports_that_somebody_listens_on(String values) {
        var rendered = Chart.with(values);
        for (var service : rendered.all(Service.class)) {
            var ports =
                    rendered.workload(Rendered.component(service)).container().getPorts();
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(ports)
                            .extracting("name")
                            .contains(port.getTargetPort().getStrVal()));
        }
        for (var ingress : rendered.all(Ingress.class)) {
            var service = rendered.the(Service.class, Rendered.component(ingress));
            for (var path : ingress.getSpec().getRules().getFirst().getHttp().getPaths()) {
                assertThat(path.getBackend().getService().getName())
                        .isEqualTo(service.getMetadata().getName());
                assertThat(service.getSpec().getPorts())
                        .extracting("name")
                        .contains(path.getBackend().getService().getPort().getName());
            }
        }
    }

    @Test
    void every_host_is_reached_by_tls_only_and_keycloak_shows_one_realm_and_no_administration() {
        var ingresses = Chart.with("trial").all(Ingress.class);

        assertThat(ingresses)
                .extracting(ingress -> ingress.getSpec().getTls().getFirst().getHosts()
                        + " " + ingress.getSpec().getTls().getFirst().getSecretName() + " "
                        + ingress.getSpec().getRules().getFirst().getHttp().getPaths().stream()
                                .map(path -> path.getPath())
                                .toList())
                .containsExactlyInAnyOrder(
                        "[samklima.example.org] here-samklima-portal-tls [/]",
                        "[klimat.example.org] here-samklima-overview-tls [/]",
                        "[id.example.org] here-samklima-keycloak-tls [/realms/samklima, /resources]");
        assertThat(ingresses)
                .allSatisfy(ingress -> assertThat(
                                ingress.getSpec().getRules().getFirst().getHost())
                        .isEqualTo(
                                ingress.getSpec().getTls().getFirst().getHosts().getFirst()));
    }

    @Test
    void images_are_of_the_version_that_is_built_here() {
        var version = System.getProperty("samklima.version");

        assertThat(Chart.with("trial").workloads())
                .extracting(workload -> workload.container().getImage())
                .contains(
                        "samklima/portal:" + version,
                        "samklima/overview:" + version,
                        "samklima/migration:" + version,
                        "samklima/keycloak:" + version);
    }

    @Test
    void what_an_operator_sets_arrives() {
        var large = Chart.with("large");
        var portal = large.workload("portal");

        assertThat(portal.container().getImage()).isEqualTo("registry.example.org/climate/samklima/portal:1.2.3");
        assertThat(portal.pod().getImagePullSecrets()).extracting("name").containsExactly("registry");
        assertThat(portal.pod().getPriorityClassName()).isEqualTo("important");
        assertThat(portal.pod().getNodeSelector()).containsEntry("kubernetes.io/arch", "amd64");
        assertThat(portal.pod().getTolerations()).extracting("key").containsExactly("dedicated");
        assertThat(portal.pod().getAffinity().getNodeAffinity()).isNotNull();
        assertThat(portal.labels()).containsEntry("example.org/tier", "web").containsEntry("team", "climate");
        assertThat(portal.environment()).containsEntry("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=70");
        var ingress = large.the(Ingress.class, "portal");
        assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
        assertThat(ingress.getSpec().getTls().getFirst().getSecretName()).isEqualTo("samklima-example-org");
        assertThat(ingress.getMetadata().getAnnotations())
                .containsKeys("cert-manager.io/cluster-issuer", "nginx.ingress.kubernetes.io/proxy-body-size");
    }

    private static String identity(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    private static Map<String, String> selector(HasMetadata object) {
        return switch (object) {
            case Deployment it -> it.getSpec().getSelector().getMatchLabels();
            case StatefulSet it -> it.getSpec().getSelector().getMatchLabels();
            case Service it -> it.getSpec().getSelector();
            case NetworkPolicy it -> it.getSpec().getPodSelector().getMatchLabels();
            case PodDisruptionBudget it -> it.getSpec().getSelector().getMatchLabels();
            default -> Map.of();
        };
    }
}
