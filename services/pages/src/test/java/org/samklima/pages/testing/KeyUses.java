package org.samklima.pages.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where templates and code name keys of messages: {@code #{reporting.title}} and strings that begin with the name of a module
 * and a point. A string that ends in a point, or that only the beginning of keys matches, is put together with a state or the
 * like, and stands for all keys that begin with it.
 */
final class KeyUses {

    private final TreeMap<String, String> exact = new TreeMap<>();
    private final TreeMap<String, String> loose = new TreeMap<>();

    static KeyUses in(Path sources, Set<String> modules) {
        var key = "((?:" + String.join("|", new TreeSet<>(modules)) + ")\\.[\\w.-]*)";
        var expression = Pattern.compile("#\\{\\s*" + key + "\\s*[(}]");
        var stringInTemplate = Pattern.compile("(?:'|\\|)" + key);
        var stringInCode = Pattern.compile("\"\\{?" + key);
        var uses = new KeyUses();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".java")) {
                    uses.read(file, stringInCode, uses.loose);
                } else if (file.toString().matches(".*/templates/.*\\.(html|txt)")) {
                    uses.read(file, expression, uses.exact);
                    uses.read(file, stringInTemplate, uses.loose);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uses;
    }

    private void read(Path file, Pattern pattern, TreeMap<String, String> into) throws IOException {
        pattern.matcher(Files.readString(file)).results().forEach(use -> into.put(use.group(1), file.toString()));
    }

    List<String> unknownTo(Set<String> keys, Set<String> exceptions) {
        var unknown = new ArrayList<String>();
        exact.forEach((key, file) -> {
            if (!keys.contains(key)) {
                unknown.add(key + " in " + file);
            }
        });
        loose.forEach((key, file) -> {
            boolean known = keys.contains(key) || keys.stream().anyMatch(one -> one.startsWith(beginning(key)));
            if (!known && !exceptions.contains(key)) {
                unknown.add(key + " in " + file);
            }
        });
        return unknown;
    }

    boolean mention(String key) {
        return exact.containsKey(key)
                || loose.containsKey(key)
                || loose.keySet().stream().anyMatch(use -> key.startsWith(beginning(use)));
    }

    private static String beginning(String use) {
        return use.endsWith(".") ? use : use + ".";
    }
}
