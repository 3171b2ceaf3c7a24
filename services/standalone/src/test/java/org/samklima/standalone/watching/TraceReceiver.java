package org.samklima.standalone.watching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes traces as a trace store does: by OTLP over HTTP, as protobuf. */
public final class TraceReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /**
     * A span.
     *
     * @param parent empty if it is a trace's first
     */
    public record Seen(
            String service, String trace, String id, String parent, String name, Map<String, String> attributes) {}

    public TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** The spans of a trace so far. */
    public List<Seen> of(String trace) {
        return seen.stream().filter(span -> span.trace.equals(trace)).toList();
    }

    public List<Seen> all() {
        return List.copyOf(seen);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var body = exchange.getRequestBody();
            var sent = ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(body) : body);
            for (var resource : sent.getResourceSpansList()) {
                var service = resource.getResource().getAttributesList().stream()
                        .filter(attribute -> attribute.getKey().equals("service.name"))
                        .map(attribute -> attribute.getValue().getStringValue())
                        .findFirst()
                        .orElse("");
                resource.getScopeSpansList()
                        .forEach(scope -> scope.getSpansList().forEach(span -> seen.add(seen(service, span))));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Seen seen(String service, Span span) {
        var hex = HexFormat.of();
        return new Seen(
                service,
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                span.getName(),
                span.getAttributesList().stream()
                        .collect(Collectors.toMap(
                                attribute -> attribute.getKey(),
                                attribute -> attribute.getValue().toString())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
