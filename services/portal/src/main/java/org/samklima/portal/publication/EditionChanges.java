package org.samklima.portal.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.published.Answer;
import org.samklima.published.Edition;
import org.samklima.published.FormOutline;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.NetworkProfile;
import org.samklima.published.Question;
import org.samklima.published.Statement;

/** What a version of an edition says otherwise than the one before: a correction never goes by unsaid. */
final class EditionChanges {

    private static final int MOST_NAMES = 5;

    private final Edition before;
    private final Edition now;
    private final List<Change> changes = new ArrayList<>();

    private EditionChanges(Edition before, Edition now) {
        this.before = before;
        this.now = now;
    }

    /** In the order in which a reader meets them; empty if the two say the same. */
    static List<Change> between(Edition before, Edition now) {
        var comparison = new EditionChanges(before, now);
        comparison.texts();
        comparison.members();
        comparison.statements();
        comparison.changes.addAll(FigureChanges.between(before, now));
        comparison.reports();
        comparison.note(!before.figures().sources().equals(now.figures().sources()), "sources");
        comparison.note(comparison.changes.isEmpty() && !content(before).equals(content(now)), "other");
        return List.copyOf(comparison.changes);
    }

    /** An edition without what every version has for itself. */
    static Edition content(Edition edition) {
        return new Edition(
                edition.format(),
                edition.network(),
                edition.year(),
                0,
                Instant.EPOCH,
                edition.title(),
                edition.introduction(),
                List.of(),
                edition.peerGroups(),
                edition.members(),
                edition.figures(),
                edition.round(),
                edition.statements());
    }

    private void texts() {
        note(!before.title().equals(now.title()), "title");
        note(!before.introduction().equals(now.introduction()), "introduction");
        note(!presentation(before.network()).equals(presentation(now.network())), "presentation");
        note(before.network().ranking() != now.network().ranking(), "ranking");
    }

    private static List<Object> presentation(NetworkProfile network) {
        return Stream.of(network.name(), network.description(), network.contact())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableList());
    }

    private void note(boolean changed, String key) {
        if (changed) {
            changes.add(Change.of(key));
        }
    }

    private void members() {
        var then = by(before.members(), Member::key);
        var today = by(now.members(), Member::key);
        names("members.added", without(today, then), Member::name);
        names("members.removed", without(then, today), Member::name);
        names(
                "members.peer-group",
                both(then, today).stream()
                        .filter(key -> !Objects.equals(
                                then.get(key).peerGroup(), today.get(key).peerGroup()))
                        .map(today::get)
                        .toList(),
                Member::name);
    }

    private void statements() {
        var then = by(before.statements(), Statement::code);
        var today = by(now.statements(), Statement::code);
        without(today, then).forEach(added -> changes.add(Change.of("statement.added", added.text())));
        without(then, today).forEach(removed -> changes.add(Change.of("statement.removed", removed.text())));
        for (var code : both(then, today)) {
            statement(then.get(code), today.get(code));
        }
        note(!List.copyOf(both(then, today)).equals(List.copyOf(both(today, then))), "statement.order");
    }

    private void statement(Statement then, Statement today) {
        if (then.value().compareTo(today.value()) != 0) {
            changes.add(Change.of("statement.value", today.text(), figure(then), figure(today)));
        } else if (!Objects.equals(then.holds(), today.holds())
                || then.answered() != today.answered()
                || then.members() != today.members()
                || !Objects.equals(then.overTime(), today.overTime())) {
            changes.add(Change.of("statement.basis", today.text()));
        }
        if (!then.text().equals(today.text())) {
            changes.add(Change.of("statement.text", today.text()));
        }
    }

    private static Change.Figure figure(Statement statement) {
        return switch (statement.kind()) {
            case SHARE, CHANGE -> new Change.Figure(statement.value(), Change.Figure.Style.PERCENT, 1);
            case SUM, MEAN -> new Change.Figure(statement.value(), Change.Figure.Style.NUMBER, 1);
        };
    }

    private void reports() {
        var names = by(
                Stream.concat(before.members().stream(), now.members().stream()).toList(), Member::key);
        Function<MemberReport, String> name =
                report -> names.get(report.member()).name();
        var then = by(before.round().reports(), MemberReport::member);
        var today = by(now.round().reports(), MemberReport::member);
        names("reports.added", without(today, then), name);
        names("reports.removed", without(then, today), name);
        var publicThen = questions(before);
        var publicToday = questions(now);
        without(publicToday, publicThen).forEach(question -> changes.add(Change.of("question.added", question.text())));
        without(publicThen, publicToday)
                .forEach(question -> changes.add(Change.of("question.removed", question.text())));
        var asked = both(publicThen, publicToday);
        names("answers", differing(then, today, report -> answers(report, asked)), name);
        names("scores", differing(then, today, EditionChanges::scores), name);
    }

    private static List<Answer> answers(MemberReport report, Set<String> questions) {
        return report.answers().stream()
                .filter(answer -> questions.contains(report.form() + "." + answer.question()))
                .toList();
    }

    private static MemberReport scores(MemberReport report) {
        return new MemberReport(report.member(), report.form(), report.sections(), report.total(), List.of());
    }

    private static List<MemberReport> differing(
            Map<String, MemberReport> then, Map<String, MemberReport> today, Function<MemberReport, Object> part) {
        return both(then, today).stream()
                .filter(member -> !part.apply(then.get(member)).equals(part.apply(today.get(member))))
                .map(today::get)
                .toList();
    }

    private static Map<String, Question> questions(Edition edition) {
        var questions = new LinkedHashMap<String, Question>();
        for (var form : edition.round().forms()) {
            for (FormOutline.Section section : form.sections()) {
                section.questions().forEach(question -> questions.put(form.code() + "." + question.code(), question));
            }
        }
        return questions;
    }

    private <T> void names(String key, Collection<T> those, Function<T, String> name) {
        if (!those.isEmpty()) {
            changes.add(named(key, those.stream().map(name).toList()));
        }
    }

    /** Arguments: how many, the first names, and how many more. */
    static Change named(String key, List<String> names) {
        var first = names.subList(0, Math.min(MOST_NAMES, names.size()));
        return Change.of(key, names.size(), String.join(", ", first), names.size() - first.size());
    }

    static <T> Map<String, T> by(Collection<T> elements, Function<T, String> code) {
        var byCode = new LinkedHashMap<String, T>();
        elements.forEach(element -> byCode.put(code.apply(element), element));
        return byCode;
    }

    static <T> List<T> without(Map<String, T> these, Map<String, T> those) {
        return these.entrySet().stream()
                .filter(element -> !those.containsKey(element.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** In the order of the first. */
    static Set<String> both(Map<String, ?> these, Map<String, ?> those) {
        var both = new LinkedHashSet<>(these.keySet());
        both.retainAll(those.keySet());
        return both;
    }
}
