package org.samklima.faults;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request brought.
 *
 * @param status 0 where there was no answer at all
 * @param type of the content
 * @param millis until it was there
 */
record Answer(String request, int status, String type, String body, long millis) {

    private static final Pattern INNARDS = Pattern.compile(
            "Exception|\\bat [a-z]+(\\.[A-Za-z$_]+){3,}|org\\.(spring|hibernate|postgresql)|Whitelabel|Tomcat");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>\\s*\\S");

    boolean isGood() {
        return status >= 200 && status < 400;
    }

    /** Nobody was there to answer: what stands before the portals would say so, or ask the other one. */
    boolean isSilence() {
        return status == 0;
    }

    /** What would puzzle whoever reads it; empty for an answer that is good, or says plainly what is wrong. */
    Optional<String> flaw() {
        if (isGood() || isSilence()) {
            return Optional.empty();
        }
        if (INNARDS.matcher(body).find()) {
            return Optional.of("tells of our innards");
        }
        if (type.startsWith("application/problem+json")) {
            return body.contains("\"detail\"") ? Optional.empty() : Optional.of("a problem without words");
        }
        if (type.startsWith("text/html")) {
            return HEADING.matcher(body).find() && body.contains("<main")
                    ? Optional.empty()
                    : Optional.of("not our page");
        }
        return Optional.of(body.isBlank() ? "empty" : "neither a page nor a problem");
    }

    @Override
    public String toString() {
        return "%s: %d %s in %d ms: %s"
                .formatted(request, status, type, millis, body.substring(0, Math.min(body.length(), 400)));
    }
}
