package org.samklima.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the migration job is told, as the services are told theirs: by environment variables, and by files named like the
 * variable in {@code /run/secrets/samklima/}, so that a password need not stand in an environment.
 */
final class JobSettings {

    private final Map<String, String> environment;
    private final Path secrets;

    private JobSettings(Map<String, String> environment) {
        this.environment = environment;
        this.secrets = Path.of(environment.getOrDefault("SAMKLIMA_SECRETS", "/run/secrets/samklima"));
    }

    static JobSettings of(Map<String, String> environment) {
        return new JobSettings(environment);
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(() -> new Missing("The environment variable " + name + " is missing, and so is the file "
                        + secrets.resolve(name) + "."));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(environment.get(name)).or(() -> file(name)).filter(value -> !value.isBlank());
    }

    /** A last line break is no part of a password: editors put it there. */
    private Optional<String> file(String name) {
        var file = secrets.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).replaceFirst("\\R\\z", ""))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The secret " + file + " cannot be read", unreadable);
        }
    }

    /** Without this the job cannot begin. */
    static final class Missing extends RuntimeException {

        Missing(String message) {
            super(message);
        }
    }
}
