package org.samklima.helm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cluster of the tests says about itself: its version, its kinds, and that it checks fields itself. */
final class Discovery {

    private static final Map<String, Map<String, String>> KINDS = Map.of(
            "/api/v1",
                    Map.of(
                            "configmaps", "ConfigMap",
                            "persistentvolumeclaims", "PersistentVolumeClaim",
                            "pods", "Pod",
                            "secrets", "Secret",
                            "serviceaccounts", "ServiceAccount",
                            "services", "Service"),
            "/apis/apps/v1", Map.of("deployments", "Deployment", "statefulsets", "StatefulSet"),
            "/apis/autoscaling/v2", Map.of("horizontalpodautoscalers", "HorizontalPodAutoscaler"),
            "/apis/batch/v1", Map.of("cronjobs", "CronJob", "jobs", "Job"),
            "/apis/monitoring.coreos.com/v1",
                    Map.of("prometheusrules", "PrometheusRule", "servicemonitors", "ServiceMonitor"),
            "/apis/networking.k8s.io/v1", Map.of("ingresses", "Ingress", "networkpolicies", "NetworkPolicy"),
            "/apis/policy/v1", Map.of("poddisruptionbudgets", "PodDisruptionBudget"));

    private Discovery() {}

    /** @return null where there is nothing */
    static @Nullable Object answer(String path) {
        return switch (path) {
            case "/version" -> Map.of("major", "1", "minor", "31", "gitVersion", Chart.KUBERNETES);
            case "/api" -> Map.of("kind", "APIVersions", "versions", List.of("v1"));
            case "/apis" -> Map.of("kind", "APIGroupList", "apiVersion", "v1", "groups", groups());
            case "/openapi/v3" -> Map.of("paths", schemas());
            default ->
                path.startsWith("/openapi/v3/")
                        ? schema(path.substring("/openapi/v3".length()))
                        : KINDS.containsKey(path) ? resources(path) : null;
        };
    }

    /** The kind of the objects of a collection. */
    static String kind(String collection) {
        var kinds = KINDS.get(collection.substring(0, collection.indexOf("/namespaces/")));
        return String.valueOf(kinds.get(collection.substring(collection.lastIndexOf('/') + 1)));
    }

    static String apiVersion(String path) {
        var parts = path.split("/");
        return parts[1].equals("api") ? parts[2] : parts[2] + "/" + parts[3];
    }

    private static List<Map<String, Object>> groups() {
        var groups = new ArrayList<Map<String, Object>>();
        for (var path : KINDS.keySet()) {
            if (path.startsWith("/apis/")) {
                var parts = path.split("/");
                var version = Map.of("groupVersion", apiVersion(path), "version", parts[3]);
                groups.add(Map.of("name", parts[2], "versions", List.of(version), "preferredVersion", version));
            }
        }
        return groups;
    }

    private static Map<String, Object> resources(String path) {
        var resources = new ArrayList<Map<String, Object>>();
        KINDS.getOrDefault(path, Map.of())
                .forEach((plural, kind) -> resources.add(Map.of(
                        "name",
                        plural,
                        "singularName",
                        kind.toLowerCase(Locale.ROOT),
                        "namespaced",
                        true,
                        "kind",
                        kind,
                        "verbs",
                        List.of("create", "delete", "get", "list", "patch", "update", "watch"))));
        return Map.of(
                "kind",
                "APIResourceList",
                "apiVersion",
                "v1",
                "groupVersion",
                apiVersion(path),
                "resources",
                resources);
    }

    private static Map<String, Object> schemas() {
        var schemas = new HashMap<String, Object>();
        for (var path : KINDS.keySet()) {
            schemas.put(path.substring(1), Map.of("serverRelativeURL", "/openapi/v3" + path));
        }
        return schemas;
    }

    /** No schema, only that a patch knows the parameter by which fields are checked: Helm then leaves that to the server. */
    private static @Nullable Object schema(String path) {
        if (!KINDS.containsKey(path)) {
            return null;
        }
        var version = path.substring(path.lastIndexOf('/') + 1);
        var group = path.startsWith("/apis/") ? path.split("/")[2] : "";
        var paths = new HashMap<String, Object>();
        KINDS.getOrDefault(path, Map.of())
                .forEach((plural, kind) -> paths.put(
                        path + "/namespaces/{namespace}/" + plural + "/{name}",
                        Map.of(
                                "patch",
                                Map.of(
                                        "parameters",
                                        List.of(Map.of("name", "fieldValidation", "in", "query")),
                                        "responses",
                                        Map.of(),
                                        "x-kubernetes-group-version-kind",
                                        Map.of("group", group, "version", version, "kind", kind)))));
        return Map.of("openapi", "3.0.0", "info", Map.of("title", "", "version", ""), "paths", paths);
    }
}
