package org.samklima.telemetry;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.MemberPath;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Takes out of log lines what a person may have written. Exceptions of the JDK, the database and libraries quote the value
 * that they could not take: {@code For input string: "…"}, {@code Key (email)=(…)}. Their kind and place are what helps to
 * find the mistake. E-mail addresses go wherever they stand.
 */
class WithoutValues implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final Set<String> OF_EXCEPTIONS = Set.of("error.message", "error.stack_trace", "stack_trace");
    private static final Set<String> MESSAGE = Set.of("message");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}+@[\\w-]+(?:\\.[\\w-]+)*");
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'|”[^”\\n]*”|“[^”\\n]*”|«[^»\\n]*»|=\\([^)\\n]*\\)|\\[[^\\]\\n]*]");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor((path, value) -> value instanceof String text ? without(path, text) : value);
    }

    private static Object without(MemberPath path, String text) {
        var name = path.toUnescapedString();
        if (OF_EXCEPTIONS.contains(name)) {
            return values(addresses(text));
        }
        return MESSAGE.contains(name) ? addresses(text) : text;
    }

    static String addresses(String text) {
        return ADDRESS.matcher(text).replaceAll("(address)");
    }

    /** Frames of a stack trace hold none. */
    static String values(String text) {
        return QUOTED.matcher(text).replaceAll("…");
    }
}
