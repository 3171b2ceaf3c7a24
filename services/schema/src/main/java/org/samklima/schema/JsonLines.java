package org.samklima.schema;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Log lines as the services write them with {@code SAMKLIMA_LOG_FORMAT}: one JSON object each, with the fields of ECS. */
final class JsonLines extends Formatter {

    /** From now on, if the operator asked for it. */
    static void writeIfAskedFor(String format) {
        if (!format.isBlank()) {
            for (var handler : Logger.getLogger("").getHandlers()) {
                handler.setFormatter(new JsonLines());
            }
        }
    }

    @Override
    public String format(LogRecord line) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("@timestamp", Instant.ofEpochMilli(line.getMillis()).toString());
        fields.put("log.level", level(line.getLevel()));
        fields.put("log.logger", String.valueOf(line.getLoggerName()));
        fields.put("service.name", "migration");
        fields.put("message", formatMessage(line));
        if (line.getThrown() != null) {
            var trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace));
            fields.put("error.type", line.getThrown().getClass().getName());
            fields.put("error.stack_trace", trace.toString());
        }
        return fields.entrySet().stream()
                .map(JsonLines::member)
                .collect(Collectors.joining(",", "{", "}" + System.lineSeparator()));
    }

    private static String level(Level level) {
        return level.intValue() >= Level.SEVERE.intValue()
                ? "ERROR"
                : level.intValue() >= Level.WARNING.intValue() ? "WARN" : "INFO";
    }

    private static String member(Map.Entry<String, String> field) {
        return quoted(field.getKey()) + ":" + quoted(field.getValue());
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').append((char) sign);
            } else if (sign < ' ') {
                quoted.append("\\u%04x".formatted(sign));
            } else {
                quoted.append((char) sign);
            }
        });
        return quoted.append('"').toString();
    }
}
