package org.samklima.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's browser reduced to what signing in needs: it keeps cookies, follows redirects and submits a page's form. It
 * sends cookies marked Secure to loopback, as real browsers do and Java's own cookie handler does not.
 */
public final class HttpBrowser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private static final int MOST_REDIRECTS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Predicate<URI> visits;
    private HttpResponse<String> page;
    private URI address;

    public HttpBrowser() {
        this(_ -> true);
    }

    /** A browser that stops where it is sent to an address that it does not visit. */
    public HttpBrowser(Predicate<URI> visits) {
        this.visits = visits;
    }

    /** Goes there, and on to wherever it is redirected. */
    public HttpBrowser open(URI address) throws IOException, InterruptedException {
        return send(request(address).GET());
    }

    /** Submits the page's first form with these fields beside its hidden ones. */
    public HttpBrowser submit(Map<String, String> fields) throws IOException, InterruptedException {
        var form = FORM.matcher(text());
        if (!form.find()) {
            throw new IllegalStateException("No form on " + address() + ":\n" + text());
        }
        var all = new LinkedHashMap<String, String>();
        HIDDEN.matcher(text()).results().forEach(field -> all.put(field.group(1), field.group(2)));
        all.putAll(fields);
        return post(address().resolve(form.group(1).replace("&amp;", "&")), all);
    }

    /** Follows the page's first link of this text. */
    public HttpBrowser follow(String text) throws IOException, InterruptedException {
        var link = Pattern.compile("<a[^>]*href=\"([^\"]+)\"[^>]*>\\s*" + Pattern.quote(text))
                .matcher(text());
        if (!link.find()) {
            throw new IllegalStateException("No link " + text + " on " + address() + ":\n" + text());
        }
        return open(address().resolve(link.group(1).replace("&amp;", "&")));
    }

    public HttpBrowser post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Where it is: also where it was sent to and would not go. */
    public URI address() {
        return address;
    }

    public int status() {
        return page.statusCode();
    }

    public String text() {
        return page.body();
    }

    /** What a site keeps with the browser under this name. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    private HttpBrowser send(HttpRequest.Builder request) throws IOException, InterruptedException {
        page = http.send(request.build(), BodyHandlers.ofString());
        address = page.uri();
        keepCookies();
        for (var redirects = 0; page.statusCode() / 100 == 3; redirects++) {
            if (redirects == MOST_REDIRECTS) {
                throw new IllegalStateException("Sent around in circles, now to " + address());
            }
            address = address.resolve(page.headers().firstValue("Location").orElseThrow());
            if (!visits.test(address)) {
                return this;
            }
            page = http.send(request(address).GET().build(), BodyHandlers.ofString());
            keepCookies();
        }
        return this;
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void keepCookies() {
        for (var header : page.headers().allValues("Set-Cookie")) {
            var pair = header.split(";", 2)[0].split("=", 2);
            if (header.contains("Max-Age=0") || pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
