package org.samklima.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samklima.standalone.client.InventedAnswers;
import tools.jackson.databind.JsonNode;

/** Invented answers as they are typed into the fields of a report's pages, section by section. */
final class TypedAnswers {

    private TypedAnswers() {}

    static List<Participant.TypedAnswer> of(JsonNode form, long seed, int year) {
        var invented = new InventedAnswers(seed, 0.3 + Math.floorMod(seed, 60) / 100.0, year);
        var answers = new LinkedHashMap<>(invented.to(form));
        answers.putAll(invented.figures(form));
        var typed = new ArrayList<Participant.TypedAnswer>();
        for (var section : form.path("sections")) {
            for (var question : section.path("questions")) {
                var answer = answers.get(question.path("code").asString());
                if (answer != null) {
                    typed.add(new Participant.TypedAnswer(
                            section.path("code").asString(),
                            question.path("code").asString(),
                            fields(answer)));
                }
            }
        }
        return List.copyOf(typed);
    }

    private static Map<String, List<String>> fields(Map<String, Object> answer) {
        return switch (answer.get("type").toString()) {
            case "yes-no" -> Map.of("value", List.of((boolean) answer.get("yes") ? "yes" : "no"));
            case "one-of" -> Map.of("value", List.of(text(answer, "option")));
            case "several-of" ->
                Map.of(
                        "value",
                        ((List<?>) answer.get("options"))
                                .stream().map(Object::toString).toList());
            case "amount" -> Map.of("value", List.of(text(answer, "value")));
            case "text" -> Map.of("value", List.of(text(answer, "text")));
            case "date" -> Map.of("value", List.of(text(answer, "date")));
            case "evidence" ->
                Map.of("link", List.of(text(answer, "link")), "reference", List.of(text(answer, "reference")));
            default -> throw new IllegalArgumentException(answer.toString());
        };
    }

    private static String text(Map<String, Object> answer, String part) {
        return answer.get(part).toString();
    }
}
