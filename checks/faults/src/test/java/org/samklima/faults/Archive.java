package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that a tenant has, as somebody fetched it: docs/tenant-archive.md. */
final class Archive {

    private static final String MANIFEST = "archive.json";
    private static final String TENANT = "tenant.json";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Archive(byte[] content) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    private JsonNode manifest() {
        return read(MANIFEST);
    }

    private JsonNode read(String file) {
        assertThat(files).containsKey(file);
        return Person.JSON.readTree(files.get(file));
    }

    /** That every file is there, is what its checksum says, and has as many lines as it should. */
    Archive assertWhole() throws NoSuchAlgorithmException {
        for (var table : manifest().path("tables")) {
            var name = "tables/" + table.path("table").asString() + ".jsonl";
            assertThat(files).containsKey(name);
            var content = files.get(name);
            var sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertThat(sha).as(name).isEqualTo(table.path("sha256").asString());
            assertThat(new String(content, StandardCharsets.UTF_8).lines())
                    .as(name)
                    .hasSize(table.path("rows").asInt());
        }
        return this;
    }

    /** How many rows each table has; of those that have any. */
    Map<String, Long> rows() {
        return manifest()
                .path("tables")
                .valueStream()
                .filter(table -> table.path("rows").asLong() > 0)
                .collect(Collectors.toMap(
                        table -> table.path("table").asString(),
                        table -> table.path("rows").asLong()));
    }

    /** The same of a town that nobody knows here. */
    byte[] asOf(String id, String slug, String name, String code) throws IOException {
        var manifest = (ObjectNode) manifest();
        manifest.put("tenant", id);
        var tenant = (ObjectNode) read(TENANT);
        tenant.put("id", id).put("slug", slug).put("name", name).put("officialCode", code);
        var changed = new LinkedHashMap<>(files);
        changed.put(MANIFEST, Person.JSON.writeValueAsBytes(manifest));
        changed.put(TENANT, Person.JSON.writeValueAsBytes(tenant));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : changed.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
