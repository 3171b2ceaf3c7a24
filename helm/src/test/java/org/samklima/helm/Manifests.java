package org.samklima.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Set;

/** Reads objects into Kubernetes' own types, and refuses what these do not know: a misspelt field is an error here. */
final class Manifests {

    /** Kinds of the Prometheus operator, of which there are no types at hand. */
    private static final Set<String> UNTYPED = Set.of("ServiceMonitor", "PrometheusRule");

    private static final KubernetesSerialization KINDS = new KubernetesSerialization();
    private static final ObjectMapper LENIENT = new ObjectMapper();
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {

                /** The types would keep what they do not know. */
                @Override
                public Boolean hasAnySetter(Annotated method) {
                    return false;
                }
            });

    private Manifests() {}

    /** @throws IllegalArgumentException if the kind or a field is none of Kubernetes' */
    static HasMetadata typed(Map<?, ?> object) {
        var apiVersion = String.valueOf(object.get("apiVersion"));
        var kind = String.valueOf(object.get("kind"));
        if (UNTYPED.contains(kind)) {
            return LENIENT.convertValue(object, GenericKubernetesResource.class);
        }
        var type = KINDS.getRegisteredKubernetesResource(apiVersion, kind);
        if (type == null) {
            throw new IllegalArgumentException("Kubernetes has no " + apiVersion + " " + kind);
        }
        return (HasMetadata) STRICT.convertValue(object, type);
    }
}
