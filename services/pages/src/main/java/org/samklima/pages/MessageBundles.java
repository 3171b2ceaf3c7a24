package org.samklima.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The words of all modules: every {@code messages/<module>[_<language>].properties} on the class path, in UTF-8.
 *
 * <p>The file without a language is English and stands in where a language has no word. A key that no file has is an error,
 * and so is a key that two modules claim. All messages follow {@link MessageFormat}, also those without arguments, so that an
 * apostrophe is always written twice. A bare {@code {0}} writes a whole number as plain digits, because most of them are
 * years; {@code {0,number}} groups its digits.
 */
final class MessageBundles extends AbstractMessageSource {

    private static final Pattern FILE =
            Pattern.compile("(?<module>[a-z][a-z-]*)(_(?<language>[a-z]{2}))?\\.properties");

    /** How Spring's own codes for something typed that is no number, no date and the like begin. */
    private static final String UNREADABLE = "typeMismatch";

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<String, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    MessageBundles(ResourcePatternResolver resources) {
        setAlwaysUseMessageFormat(true);
        try {
            for (var file : resources.getResources("classpath*:messages/*.properties")) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Resource file) throws IOException {
        var name = FILE.matcher(String.valueOf(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("Not named <module>[_<language>].properties: " + file);
        }
        var language = name.group("language") == null ? Locale.ENGLISH.getLanguage() : name.group("language");
        var words = byLanguage.computeIfAbsent(language, key -> new HashMap<>());
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, text) -> {
            if (words.putIfAbsent((String) key, (String) text) != null) {
                throw new IllegalStateException("The message '" + key + "' stands in " + file + " and in another file");
            }
        });
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var key = code.startsWith(UNREADABLE) ? "pages.form." + code : code;
        var format = formatIn(locale, key);
        return format == null ? formatIn(Locale.ENGLISH, key) : format;
    }

    private @Nullable MessageFormat formatIn(Locale locale, String code) {
        var text = byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(code);
        if (text == null) {
            return null;
        }
        return formats.computeIfAbsent(locale.getLanguage(), language -> new ConcurrentHashMap<>())
                .computeIfAbsent(code, key -> format(text, Languages.writing(locale)));
    }

    private static MessageFormat format(String text, Locale writing) {
        var format = new MessageFormat(text, writing);
        var arguments = format.getFormats();
        for (int index = 0; index < arguments.length; index++) {
            if (arguments[index] == null) {
                format.setFormat(index, new PlainArgument(writing));
            }
        }
        return format;
    }
}
