package org.samklima.helm;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All objects of a release. */
record Rendered(List<HasMetadata> objects) {

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The one of its kind that belongs to a component. */
    <T extends HasMetadata> T the(Class<T> kind, String component) {
        var found = all(kind).stream()
                .filter(object -> component.equals(component(object)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size() + " objects of the kind " + kind.getSimpleName() + " for " + component);
        }
        return found.getFirst();
    }

    /** What runs: portal, overview, migration, test, and the servers of a trial with their backups. */
    List<Workload> workloads() {
        return objects.stream().flatMap(Rendered::workload).toList();
    }

    Workload workload(String component) {
        return workloads().stream()
                .filter(workload -> workload.component().equals(component))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing runs as " + component));
    }

    static String component(HasMetadata object) {
        return Objects.requireNonNullElse(
                labels(object.getMetadata().getLabels()).get("app.kubernetes.io/component"), "");
    }

    private static Stream<Workload> workload(HasMetadata object) {
        return switch (object) {
            case Deployment it -> Stream.of(Workload.of(it, it.getSpec().getTemplate()));
            case StatefulSet it -> Stream.of(Workload.of(it, it.getSpec().getTemplate()));
            case Job it -> Stream.of(Workload.of(it, it.getSpec().getTemplate()));
            case CronJob it ->
                Stream.of(
                        Workload.of(it, it.getSpec().getJobTemplate().getSpec().getTemplate()));
            case Pod it -> Stream.of(new Workload(it, labels(it.getMetadata().getLabels()), it.getSpec()));
            default -> Stream.empty();
        };
    }

    private static Map<String, String> labels(@org.jspecify.annotations.Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }
}
