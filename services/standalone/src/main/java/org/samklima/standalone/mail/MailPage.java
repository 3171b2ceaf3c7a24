package org.samklima.standalone.mail;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows the caught mails, newest first, in the reader's language. What stands in them is text here, whatever it claims to be. */
final class MailPage {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.of("sv"), Locale.of("da"), Locale.GERMAN);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final CaughtMails mails;

    MailPage(CaughtMails mails) {
        this.mails = mails;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isThisMachine(header(exchange, "Host"))) {
                exchange.sendResponseHeaders(403, -1); // another site's page, under a name of its own for this machine
            } else {
                switch (exchange.getRequestURI().getPath()) {
                    case "/" -> send(exchange, "text/html; charset=utf-8", page(language(exchange)));
                    case "/mail.css" -> send(exchange, "text/css", resource("/mail/mail.css"));
                    default -> exchange.sendResponseHeaders(404, -1);
                }
            }
        }
    }

    static boolean isThisMachine(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private String page(Locale language) throws IOException {
        var words = ResourceBundle.getBundle(
                "messages.standalone",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var html = new StringBuilder("""
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s – Samklima</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/mail.css"></head>
                <body><main><h1>%s</h1><p>%s</p>
                """.formatted(
                        language.getLanguage(),
                        word(words, "title"),
                        word(words, "title"),
                        word(words, "explanation", CaughtMails.KEPT)));
        var caught = mails.newestFirst();
        if (caught.isEmpty()) {
            html.append("<p>").append(word(words, "none")).append("</p>");
        }
        caught.forEach(mail -> html.append(article(mail, words, language)));
        return html.append("</main></body></html>").toString();
    }

    private static String article(CaughtMail mail, ResourceBundle words, Locale language) {
        return """
                <article><h2>%s</h2>
                <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>
                <pre>%s</pre></article>
                """.formatted(
                        escape(mail.subject()),
                        word(words, "from"),
                        escape(mail.from()),
                        word(words, "to"),
                        escape(mail.to()),
                        word(words, "sent"),
                        date(mail.sent(), language),
                        withLinks(mail.text()));
    }

    private static String word(ResourceBundle words, String key, Object... arguments) {
        return escape(MessageFormat.format(words.getString("standalone.mail." + key), arguments));
    }

    private static String date(@Nullable Instant instant, Locale language) {
        return instant == null
                ? ""
                : escape(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(language)
                        .format(instant.atZone(ZoneId.systemDefault())));
    }

    private static String withLinks(String text) {
        var html = new StringBuilder();
        var links = LINK.matcher(text);
        int done = 0;
        while (links.find()) {
            var link = escape(links.group());
            html.append(escape(text.substring(done, links.start())))
                    .append("<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(link, link));
            done = links.end();
        }
        return html.append(escape(text.substring(done))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Locale language(HttpExchange exchange) {
        try {
            var wanted = Locale.LanguageRange.parse(header(exchange, "Accept-Language"));
            return Objects.requireNonNullElse(Locale.lookup(wanted, LANGUAGES), Locale.ENGLISH);
        } catch (IllegalArgumentException none) {
            return Locale.ENGLISH;
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(MailPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", type);
        headers.add(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.add("Referrer-Policy", "no-referrer");
        headers.add("Cross-Origin-Opener-Policy", "same-origin");
        headers.add("Cross-Origin-Resource-Policy", "same-origin");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
