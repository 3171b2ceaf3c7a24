package org.samklima.pages.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/** Words that stand in a template itself, where a reader of another language would see them. */
final class VisibleWords extends AbstractSimpleMarkupHandler {

    /** What Thymeleaf puts in the place of an element's content. */
    private static final Set<String> REPLACING = Set.of("th:text", "th:utext", "th:replace", "th:insert", "th:remove");

    private static final Set<String> SPOKEN = Set.of("alt", "aria-label", "placeholder", "title");

    private final String file;
    private final List<String> found;
    private final Deque<Boolean> replaced = new ArrayDeque<>();

    private VisibleWords(String file, List<String> found) {
        this.file = file;
        this.found = found;
    }

    static List<String> in(Path templates) {
        var found = new ArrayList<String>();
        try (var files = Files.walk(templates)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
                        .parse(Files.readString(file), new VisibleWords(file.toString(), found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return found;
    }

    @Override
    public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int column) {
        boolean here = name.equals("script") || name.equals("style") || isReplaced(attributes);
        replaced.push(here || Boolean.TRUE.equals(replaced.peek()));
        checkAttributes(attributes, line);
    }

    @Override
    public void handleStandaloneElement(
            String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
        checkAttributes(attributes, line);
    }

    @Override
    public void handleCloseElement(String name, int line, int column) {
        replaced.pop();
    }

    @Override
    public void handleAutoCloseElement(String name, int line, int column) {
        replaced.pop();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        if (!Boolean.TRUE.equals(replaced.peek())) {
            check(new String(buffer, offset, length), line);
        }
    }

    private static boolean isReplaced(@Nullable Map<String, String> attributes) {
        return attributes != null && attributes.keySet().stream().anyMatch(REPLACING::contains);
    }

    private void checkAttributes(@Nullable Map<String, String> attributes, int line) {
        if (attributes != null) {
            attributes.forEach((name, value) -> {
                if (SPOKEN.contains(name)) {
                    check(value, line);
                }
            });
        }
    }

    private void check(String text, int line) {
        var written =
                text.replaceAll("(?s)\\[\\[.*?]]", "").replaceAll("&\\w+;", "").strip();
        if (written.codePoints().anyMatch(Character::isLetter)) {
            found.add(file + ":" + line + ": " + written);
        }
    }
}
