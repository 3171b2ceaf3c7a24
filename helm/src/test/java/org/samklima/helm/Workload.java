package org.samklima.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Something that runs as pods. */
record Workload(HasMetadata owner, Map<String, String> labels, PodSpec pod) {

    static Workload of(HasMetadata owner, PodTemplateSpec template) {
        return new Workload(owner, template.getMetadata().getLabels(), template.getSpec());
    }

    String component() {
        return labels.getOrDefault("app.kubernetes.io/component", "");
    }

    /** The container that a pod is for. */
    Container container() {
        return pod.getContainers().getFirst();
    }

    List<Container> containers() {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    /** Variables with a value of their own, by name. */
    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        for (var variable : container().getEnv()) {
            if (variable.getValueFrom() == null) {
                environment.put(variable.getName(), variable.getValue() == null ? "" : variable.getValue());
            }
        }
        return environment;
    }

    /** What of which secret it is given, and as what: {@code database-portal/password as SAMKLIMA_…}. */
    Set<String> secrets() {
        var secrets = new TreeSet<String>();
        pod.getVolumes().forEach(volume -> addFiles(secrets, volume));
        for (var container : containers()) {
            if (!container.getEnvFrom().isEmpty()) {
                throw new AssertionError("Whole secrets or config maps in the environment of " + container.getName());
            }
            container.getEnv().forEach(variable -> addVariable(secrets, variable));
        }
        return secrets;
    }

    private static void addFiles(Set<String> secrets, Volume volume) {
        if (volume.getSecret() != null) {
            add(secrets, volume.getSecret().getSecretName(), volume.getSecret().getItems());
        }
        if (volume.getProjected() != null) {
            for (var source : volume.getProjected().getSources()) {
                add(secrets, source.getSecret().getName(), source.getSecret().getItems());
            }
        }
    }

    private static void add(Set<String> secrets, String secret, List<KeyToPath> items) {
        if (items.isEmpty()) {
            throw new AssertionError("All of the secret " + secret + ", not what is needed of it");
        }
        items.forEach(item -> secrets.add(secret + "/" + item.getKey() + " as " + item.getPath()));
    }

    private static void addVariable(Set<String> secrets, EnvVar variable) {
        if (variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null) {
            var reference = variable.getValueFrom().getSecretKeyRef();
            secrets.add(reference.getName() + "/" + reference.getKey() + " as " + variable.getName());
        }
    }
}
