package org.samklima.portal.forms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of one report; their JSON is an object of question codes and answers.
 *
 * @param byQuestion question code to answer; codes the form does not know are kept and ignored
 */
public record Answers(@JsonValue Map<String, Answer> byQuestion) {

    public static final Answers NONE = new Answers(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Answers {
        byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
    }

    public Optional<Answer> to(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** These with one given or replaced. */
    public Answers with(String question, Answer answer) {
        var changed = new LinkedHashMap<>(byQuestion);
        changed.put(question, answer);
        return new Answers(changed);
    }

    /** These with one taken back. */
    public Answers without(String question) {
        var changed = new LinkedHashMap<>(byQuestion);
        changed.remove(question);
        return new Answers(changed);
    }
}
