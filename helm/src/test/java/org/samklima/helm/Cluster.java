package org.samklima.helm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As much of a Kubernetes API server as Helm needs: it keeps objects, refuses fields that Kubernetes does not know, and
 * remembers what was changed, in order. Nothing runs in it; whether a job succeeds is said by the test. One serves all
 * tests, each in a namespace of its own, at the address in the file that KUBECONFIG names.
 */
final class Cluster {

    private static final Pattern OBJECT =
            Pattern.compile("(/api/v1|/apis/[^/]+/[^/]+)/namespaces/([^/]+)/([a-z]+)(?:/([^/]+))?");
    private static final long WATCHED_MILLIS = 20;

    private static final Cluster ONLY = start();

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> objects = new ConcurrentSkipListMap<>();
    private final List<Created> created = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final Set<String> namespacesWhereJobsFail = ConcurrentHashMap.newKeySet();

    static Cluster running() {
        return ONLY;
    }

    private static Cluster start() {
        try {
            var cluster = new Cluster();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("cluster-", 0).factory()));
            server.createContext("/", cluster::answer);
            server.start();
            Files.writeString(Path.of(System.getenv("KUBECONFIG")), """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: test, user: {}}]
                contexts: [{name: test, context: {cluster: test, user: test}}]
                """.formatted(
                            server.getAddress().getPort()));
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From now on every new job of the namespace ends at once, well or badly. */
    void letJobs(String namespace, boolean succeed) {
        if (succeed) {
            namespacesWhereJobsFail.remove(namespace);
        } else {
            namespacesWhereJobsFail.add(namespace);
        }
    }

    private record Created(String namespace, HasMetadata object) {}

    /** All that was ever created in a namespace, in order, whether it is still there or not; Helm's own record left out. */
    List<HasMetadata> created(String namespace) {
        return created.stream()
                .filter(creation -> creation.namespace().equals(namespace))
                .map(Created::object)
                .toList();
    }

    /** What there is in a namespace now, of a kind. */
    <T extends HasMetadata> List<T> present(Class<T> kind, String namespace) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().contains("/namespaces/" + namespace + "/"))
                .filter(object -> !object.getKey().contains("/sh.helm.release."))
                .map(object -> Manifests.typed(json.convertValue(object.getValue(), Map.class)))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What was created, changed or deleted in a namespace, in order: {@code POST jobs/x-migration}. */
    List<String> changes(String namespace) {
        var prefix = namespace + " ";
        return changes.stream()
                .filter(change -> change.startsWith(prefix) && !change.contains("/sh.helm.release."))
                .map(change -> change.substring(prefix.length()))
                .toList();
    }

    void forgetChanges(String namespace) {
        changes.removeIf(change -> change.startsWith(namespace + " "));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var object = OBJECT.matcher(path);
            if (object.matches()) {
                answer(exchange, object.group(2), object.group(3), object.group(4));
            } else {
                found(exchange, Discovery.answer(path), path);
            }
        } catch (IllegalArgumentException unknown) {
            refuse(exchange, 422, "Invalid", String.valueOf(unknown.getMessage()));
        }
    }

    private void answer(HttpExchange exchange, String namespace, String plural, @Nullable String name)
            throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                if (name == null) {
                    list(exchange, path);
                } else {
                    found(exchange, objects.get(path), path);
                }
            }
            case "POST" -> {
                var created = read(exchange);
                var key = path + "/" + created.at("/metadata/name").asText();
                if (objects.containsKey(key)) {
                    refuse(exchange, 409, "AlreadyExists", key + " already exists");
                    return;
                }
                var object = Manifests.typed(json.convertValue(created, Map.class));
                if (!key.contains("/sh.helm.release.")) {
                    this.created.add(new Created(namespace, object));
                }
                created.withObject("/metadata").put("namespace", namespace).put("resourceVersion", "1");
                end(created, plural, !namespacesWhereJobsFail.contains(namespace));
                objects.put(key, created);
                note(namespace, "POST", plural, created.at("/metadata/name").asText());
                send(exchange, 201, created);
            }
            case "PUT" -> {
                objects.put(path, read(exchange));
                note(namespace, "PUT", plural, String.valueOf(name));
                send(exchange, 200, objects.get(path));
            }
            case "PATCH" -> {
                var patched = objects.get(path).deepCopy();
                Patch.merge(patched, read(exchange));
                Manifests.typed(json.convertValue(patched, Map.class));
                objects.put(path, patched);
                note(namespace, "PATCH", plural, String.valueOf(name));
                send(exchange, 200, patched);
            }
            case "DELETE" -> {
                var deleted = objects.remove(path);
                if (deleted != null) {
                    note(namespace, "DELETE", plural, String.valueOf(name));
                }
                found(exchange, deleted, path);
            }
            default -> refuse(exchange, 405, "MethodNotAllowed", path);
        }
    }

    private static void end(ObjectNode created, String plural, boolean well) {
        if (plural.equals("jobs")) {
            created.withObject("/status")
                    .withArray("conditions")
                    .addObject()
                    .put("type", well ? "Complete" : "Failed")
                    .put("status", "True")
                    .put("reason", "Test");
        } else if (plural.equals("pods")) {
            created.withObject("/status").put("phase", well ? "Succeeded" : "Failed");
        }
    }

    private void list(HttpExchange exchange, String path) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("watch=")) {
            watch(exchange);
            return;
        }
        var items = objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(path + "/"))
                .map(Map.Entry::getValue)
                .filter(object -> Selector.of(query).matches(object))
                .toList();
        send(
                exchange,
                200,
                Map.of(
                        "kind",
                        Discovery.kind(path) + "List",
                        "apiVersion",
                        Discovery.apiVersion(path),
                        "metadata",
                        Map.of("resourceVersion", "1"),
                        "items",
                        items));
    }

    /** Nothing changes by itself here: what there was to see stood in the list. */
    private static void watch(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        try {
            Thread.sleep(WATCHED_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String namespace, String method, String plural, String name) {
        changes.add(namespace + " " + method + " " + plural + "/" + name);
    }

    private ObjectNode read(HttpExchange exchange) throws IOException {
        var content = exchange.getRequestBody().readAllBytes();
        var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        return type.contains("protobuf") ? ProtobufSecret.read(content) : (ObjectNode) json.readTree(content);
    }

    private void found(HttpExchange exchange, @Nullable Object object, String path) throws IOException {
        if (object == null) {
            refuse(exchange, 404, "NotFound", path + " not found");
        } else {
            send(exchange, 200, object);
        }
    }

    private void refuse(HttpExchange exchange, int status, String reason, String message) throws IOException {
        send(
                exchange,
                status,
                Map.of(
                        "kind",
                        "Status",
                        "apiVersion",
                        "v1",
                        "status",
                        "Failure",
                        "reason",
                        reason,
                        "message",
                        message,
                        "code",
                        status));
    }

    private void send(HttpExchange exchange, int status, Object content) throws IOException {
        var bytes = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
