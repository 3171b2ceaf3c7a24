package org.samklima.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a service reads from its environment: the placeholders in its configuration. */
record Settings(String text) {

    private static final Pattern VARIABLE = Pattern.compile("[{\"]([A-Z]+_[A-Z0-9_]+)(:?)");

    static Settings of(String service) {
        return read(Path.of("../services", service, "src/main/resources/application.yaml"));
    }

    /** What portal and overview have in common: what the operator says. */
    static Settings ofTheOperator() {
        return read(Path.of("../services/telemetry/src/main/java/org/samklima/telemetry/OperatorSettings.java"));
    }

    static Settings read(Path file) {
        try {
            return new Settings(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names of all variables. */
    Set<String> variables() {
        var names = new TreeSet<String>();
        VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** Names of the variables without which the service does not start. */
    Set<String> required() {
        var names = new TreeSet<String>();
        VARIABLE.matcher(text)
                .results()
                .filter(found -> found.group(2).isEmpty())
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    int number(String name) {
        var found = Pattern.compile("\\b" + name + ": (\\d+)").matcher(text);
        if (!found.find()) {
            throw new AssertionError("No " + name + " in\n" + text);
        }
        return Integer.parseInt(found.group(1));
    }
}
