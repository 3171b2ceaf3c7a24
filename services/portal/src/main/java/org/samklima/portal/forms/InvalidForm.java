package org.samklima.portal.forms;

import java.util.List;
import java.util.stream.Collectors;

/** A report form that makes no sense, with every reason why. */
public class InvalidForm extends IllegalArgumentException {

    private final transient List<Problem> problems;

    InvalidForm(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.pointer() + ": " + problem.key() + " " + problem.arguments())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
