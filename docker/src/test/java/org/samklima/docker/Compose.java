package org.samklima.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** One of the two compose files, read as YAML. */
record Compose(Path file, Map<String, Service> services) {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    static Compose base() {
        return read("compose.yaml");
    }

    static Compose demonstration() {
        return read("compose.override.yaml");
    }

    private static Compose read(String name) {
        Map<String, Map<String, Map<String, Object>>> content = new Yaml().load(text(name));
        var services = new TreeMap<String, Service>();
        content.get("services").forEach((service, settings) -> services.put(service, new Service(service, settings)));
        return new Compose(FOLDER.resolve(name), services);
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What {@code .env} sets. */
    static Set<String> settings() {
        return text(".env")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
    }

    static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    record Service(String name, Map<String, Object> settings) {

        String image() {
            return String.valueOf(settings.get("image"));
        }

        boolean isOurs() {
            return image().startsWith("samklima/");
        }

        /** Without the name of whoever keeps it. */
        String program() {
            return image().replaceFirst("samklima/([a-z]+):.*", "$1");
        }

        boolean isJob() {
            return "no".equals(settings.get("restart"));
        }

        Map<String, String> environment() {
            var variables = new TreeMap<String, String>();
            part("environment").forEach((name, value) -> variables.put(name, String.valueOf(value)));
            return variables;
        }

        List<String> list(String key) {
            var value = settings.get(key);
            if (value == null) {
                return List.of();
            }
            return value instanceof List<?> many
                    ? new ArrayList<>(many.stream().map(String::valueOf).toList())
                    : List.of(String.valueOf(value));
        }

        Map<String, Object> part(String key) {
            return asMap(settings.getOrDefault(key, Map.of()));
        }

        Set<String> waitsFor() {
            return part("depends_on").keySet();
        }

        /** As {@code 512m}, or null. */
        Object memoryLimit() {
            return asMap(asMap(part("deploy").getOrDefault("resources", Map.of()))
                            .getOrDefault("limits", Map.of()))
                    .get("memory");
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> asMap(Object value) {
            return (Map<String, Object>) value;
        }
    }
}
