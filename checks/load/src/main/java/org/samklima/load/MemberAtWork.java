package org.samklima.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.Cookie;
import static io.gatling.javaapi.http.HttpDsl.addCookie;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * A coordinator with the report open in a browser: turns to the next section, answers its questions one by one as the page's
 * script sends them, and submits. What failed is looked at again and sent again, as a person would.
 */
final class MemberAtWork {

    private static final String TOKEN = "name=\"_csrf\" value=\"([^\"]+)\"";
    private static final String REVISIONS = "name=\"([^\"]+)\\.revision\" value=\"(\\d+)\"";

    private final Acknowledged acknowledged;

    MemberAtWork(Acknowledged acknowledged) {
        this.acknowledged = acknowledged;
    }

    static Map<String, Object> fed(Participant participant, SignIns signIns) {
        return Map.of(
                "participant",
                participant,
                "base",
                "/" + participant.slug() + "/reports/" + participant.report(),
                "slug",
                participant.slug(),
                "cookie",
                signIns.session(participant.slug()));
    }

    ChainBuilder arrives() {
        return exec(addCookie(
                        Cookie("samklima", "#{cookie}").withDomain("localhost").withPath("/")))
                .exec(session ->
                        session.set("next", 0).set("pass", 1).set("section", "").set("step", ""))
                .exec(http("home").get("/#{slug}"))
                .exec(http("list of reports").get("/#{slug}/reports"))
                .exec(http("report").get("#{base}"))
                .exec(Session::markAsSucceeded);
    }

    /**
     * Saves one answer.
     *
     * @param step what is added to the names of the requests
     * @param pause before the next one, on average
     */
    ChainBuilder answers(Function<Session, String> step, Function<Session, Duration> pause) {
        return exec(session -> session.set("step", step.apply(session)))
                .exec(MemberAtWork::turnToNext)
                .exec(doIf(session -> session.getBoolean("turned"))
                        .then(exec(http("section page#{step}")
                                        .get("#{base}/sections/#{section}")
                                        .check(status().is(200))
                                        .check(regex(TOKEN).saveAs("token"))
                                        .check(regex(REVISIONS)
                                                .captureGroups(2)
                                                .findAll()
                                                .saveAs("revisions")))
                                .exec(this::seen)))
                .exec(doIf(session -> !session.getString("section").isEmpty())
                        .then(exec(http("save answer#{step}")
                                        .post("#{base}/answers/#{question}")
                                        .header("HX-Request", "true")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .body(StringBody(this::typed))
                                        .check(status().is(200))
                                        .check(substring("class=\"saved\""))
                                        .check(regex("\\.revision\" value=\"(\\d+)\"")
                                                .saveAs("revision")))
                                .exec(this::saved)))
                .pause(session -> exponential(pause.apply(session)));
    }

    private static Session turnToNext(Session session) {
        var answer = answer(session);
        boolean turned = !answer.section().equals(session.getString("section"));
        return session.set("turned", turned)
                .set("section", answer.section())
                .set("question", answer.question())
                .remove("revision");
    }

    private Session seen(Session session) {
        if (session.isFailed()) {
            return session.markAsSucceeded().set("section", "");
        }
        var report = participant(session).report();
        for (var found : session.<List<Object>>get("revisions")) {
            var pair = found instanceof List<?> list ? list : null;
            var question = pair == null ? tuple(found, "_1") : pair.get(0).toString();
            var revision = pair == null ? tuple(found, "_2") : pair.get(1).toString();
            acknowledged.seen(new Acknowledged.Place(report, question), Integer.parseInt(revision));
        }
        return session.remove("revisions");
    }

    private static String tuple(Object pair, String part) {
        try {
            return pair.getClass().getMethod(part).invoke(pair).toString();
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }

    private String typed(Session session) {
        var answer = answer(session);
        var code = answer.question() + ".";
        var body = new StringBuilder();
        add(body, "_csrf", session.getString("token"));
        answer.fields().forEach((field, values) -> values.forEach(value -> add(body, code + field, value)));
        add(body, code + "comment", comment(session));
        add(body, code + "revision", String.valueOf(acknowledged.revision(place(session))));
        add(body, code + "was", "");
        acknowledged.unanswered(place(session));
        return body.toString();
    }

    private static void add(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Tells a later answer from an earlier one. */
    private static String comment(Session session) {
        return session.getInt("pass") == 1 ? "" : "Once more: " + session.getInt("pass");
    }

    private Session saved(Session session) {
        if (session.isFailed()) {
            return session.markAsSucceeded().set("section", "");
        }
        acknowledged.answer(place(session), Integer.parseInt(session.getString("revision")), comment(session));
        int next = session.getInt("next") + 1;
        return next < participant(session).answers().size()
                ? session.set("next", next)
                : session.set("next", 0).set("pass", session.getInt("pass") + 1);
    }

    /** Looks once more, confirms and gets the receipt. */
    ChainBuilder submits() {
        return exec(http("check").get("#{base}/check").check(status().is(200)))
                .exec(http("before submitting")
                        .get("#{base}/submission")
                        .check(css("input[name=version]", "value").saveAs("version"))
                        .check(regex(TOKEN).saveAs("token")))
                .exec(session -> {
                    acknowledged.submits(participant(session).report());
                    return session;
                })
                .exec(http("submit")
                        .post("#{base}/submission")
                        .formParam("_csrf", "#{token}")
                        .formParam("version", "#{version}")
                        .check(status().is(200))
                        .check(css(".receipt-number").saveAs("receipt")))
                .exec(session -> {
                    if (!session.isFailed()) {
                        acknowledged.receipt(participant(session).report(), session.getString("receipt"));
                    }
                    return session;
                });
    }

    private static Participant participant(Session session) {
        return session.get("participant");
    }

    private static Participant.TypedAnswer answer(Session session) {
        return participant(session).answers().get(session.getInt("next"));
    }

    private static Acknowledged.Place place(Session session) {
        return new Acknowledged.Place(
                participant(session).report(), answer(session).question());
    }

    private static Duration exponential(Duration mean) {
        double pause =
                -mean.toMillis() * Math.log(1 - ThreadLocalRandom.current().nextDouble());
        return Duration.ofMillis(Math.min(Math.round(pause), 4 * mean.toMillis()));
    }
}
