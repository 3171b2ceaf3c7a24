package org.samklima.pages.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The message bundles of a service, and the keys of all bundles on its class path. */
final class Bundles {

    private static final List<String> SUFFIXES = List.of("", "_sv", "_da", "_de");
    private static final Pattern NAME = Pattern.compile("([a-z][a-z-]*)(_[a-z]{2})?\\.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private final TreeMap<String, TreeMap<String, Words>> modules = new TreeMap<>();

    static Bundles in(Path folder) {
        var bundles = new Bundles();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                bundles.add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundles;
    }

    private void add(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("Not a message bundle: " + file);
        }
        try (var in = Files.newInputStream(file)) {
            modules.computeIfAbsent(name.group(1), module -> new TreeMap<>())
                    .put(name.group(2) == null ? "" : name.group(2), Words.read(in));
        }
    }

    Stream<String> ownKeys() {
        return modules.values().stream()
                .map(languages -> languages.getOrDefault("", new Words()))
                .flatMap(words -> words.keys().stream());
    }

    Set<String> everyModule() {
        return everyKey().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
    }

    Set<String> everyKey() {
        var keys = new TreeSet<String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                try (var in = file.getInputStream()) {
                    keys.addAll(Words.read(in).keys());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    /** Where a language lacks a word, has one too many, leaves one blank, or takes other arguments than English. */
    List<String> differences() {
        var problems = new ArrayList<String>();
        modules.forEach((module, languages) -> {
            var english = languages.getOrDefault("", new Words());
            for (var suffix : SUFFIXES) {
                var words = languages.getOrDefault(suffix, new Words());
                var file = module + suffix + ".properties";
                words.twice.forEach(key -> problems.add(file + " has " + key + " twice"));
                missing(english, words).forEach(key -> problems.add(file + " lacks " + key));
                missing(words, english).forEach(key -> problems.add(file + " has " + key + ", which English lacks"));
                words.keys().forEach(key -> check(file, module, key, words.get(key), english.get(key), problems));
            }
        });
        return problems;
    }

    private static Set<String> missing(Words expected, Words actual) {
        var missing = new TreeSet<>(expected.keys());
        missing.removeAll(actual.keys());
        return missing;
    }

    private static void check(
            String file, String module, String key, String text, @Nullable String english, List<String> problems) {
        if (!key.startsWith(module + ".")) {
            problems.add(file + ": " + key + " does not begin with " + module);
        }
        if (text.isBlank()) {
            problems.add(file + ": " + key + " is blank");
        }
        if (english != null && !arguments(text).equals(arguments(english))) {
            problems.add(file + ": " + key + " takes " + arguments(text) + ", English " + arguments(english));
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Messages that are no {@link MessageFormat}, or that have an apostrophe which it would swallow. */
    List<String> malformed() {
        var problems = new ArrayList<String>();
        modules.forEach((module, languages) ->
                languages.forEach((suffix, words) -> words.keys().forEach(key -> {
                    var text = words.get(key);
                    if (text.replace("''", "").replaceAll("'[{}]+'", "").contains("'")) {
                        problems.add(module + suffix + ".properties: an apostrophe is written twice: " + key);
                    }
                    try {
                        new MessageFormat(text);
                    } catch (IllegalArgumentException e) {
                        problems.add(module + suffix + ".properties: " + key + ": " + e.getMessage());
                    }
                })));
        return problems;
    }

    /** One file; remembers which keys it has twice. */
    private static final class Words {

        private final TreeMap<String, String> texts = new TreeMap<>();
        private final List<String> twice = new ArrayList<>();

        static Words read(InputStream in) throws IOException {
            var words = new Words();
            new Properties() {
                @Override
                public @Nullable Object put(Object key, Object text) {
                    if (words.texts.put((String) key, (String) text) != null) {
                        words.twice.add((String) key);
                    }
                    return null;
                }
            }.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        }

        Set<String> keys() {
            return texts.keySet();
        }

        @Nullable String get(String key) {
            return texts.get(key);
        }
    }
}
