package org.samklima.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the other tests lean on: an object that Kubernetes would not understand is no object. */
class ManifestsTests {

    @Test
    void a_field_that_kubernetes_does_not_know_is_refused_however_deep_it_stands() {
        assertThat(Manifests.typed(deployment("readOnlyRootFilesystem"))).isInstanceOf(Deployment.class);
        assertThatThrownBy(() -> Manifests.typed(deployment("readOnlyRootFileSystem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void a_kind_that_kubernetes_does_not_know_is_refused() {
        assertThatThrownBy(() -> Manifests.typed(Map.of("apiVersion", "apps/v1", "kind", "Deploymint")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifests.typed(Map.of("apiVersion", "extensions/v1beta1", "kind", "Ingress2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Object> deployment(String field) {
        var container = Map.of("name", "a", "securityContext", Map.of(field, true));
        return Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                Map.of("name", "a"),
                "spec",
                Map.of("template", Map.of("spec", Map.of("containers", List.of(container)))));
    }
}
