package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Every answer that people and programs got while something was broken. */
final class Seen {

    /** Longer than this nobody waits before a screen. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    Answer add(Answer answer) {
        answers.add(answer);
        return answer;
    }

    List<Answer> bad() {
        return answers.stream().filter(answer -> !answer.isGood()).toList();
    }

    /** Such as {@code 201 ×24, 503 ×7, no answer ×3}. */
    String summary() {
        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
        return byStatus.entrySet().stream()
                .map(entry -> (entry.getKey() == 0 ? "no answer" : entry.getKey()) + " ×" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    void assertPlain() {
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.flaw()).as(answer.toString()).isEmpty())
                .allSatisfy(answer ->
                        assertThat(answer.millis()).as(answer.toString()).isLessThan(PATIENCE.toMillis()));
    }
}
