package org.samklima.standalone.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Answers that a member could give, made from a report form (docs/report-form-file.md). The same seed gives the same
 * answers; the ambition decides how often they are the ones that give points.
 */
public final class InventedAnswers {

    private static final String MUNICIPALITY = "municipality";

    private final Random random;
    private final double ambition;
    private final int year;
    private final Map<String, Map<String, Object>> given = new LinkedHashMap<>();

    /**
     * @param ambition from 0, hardly anything done, to 1, everything
     * @param year of the round
     */
    public InventedAnswers(long seed, double ambition, int year) {
        this.random = new Random(seed);
        this.ambition = ambition;
        this.year = year;
    }

    /** By the code of the question: every question that is put to a municipality and shown to it, indicators excepted. */
    public Map<String, Map<String, Object>> to(JsonNode form) {
        for (var section : form.path("sections")) {
            for (var question : section.path("questions")) {
                if (isPut(section) && isPut(question) && isShown(question.path("shownOnlyIf"))) {
                    answer(question)
                            .ifPresent(answer -> given.put(question.path("code").asString(), answer));
                }
            }
        }
        return given;
    }

    /** An amount for every indicator that is asked for: for those that nobody has observed. */
    public Map<String, Map<String, Object>> figures(JsonNode form) {
        var figures = new LinkedHashMap<String, Map<String, Object>>();
        for (var section : form.path("sections")) {
            for (var question : section.path("questions")) {
                if (question.path("kind").asString().equals("indicator")) {
                    var amount = BigDecimal.valueOf(10_000L + random.nextInt(50_000));
                    figures.put(question.path("code").asString(), Map.of("type", "amount", "value", amount));
                }
            }
        }
        return figures;
    }

    private static boolean isPut(JsonNode part) {
        var kinds = part.path("memberKinds");
        return kinds.isMissingNode()
                || kinds.valueStream().anyMatch(kind -> kind.asString().equals(MUNICIPALITY));
    }

    private boolean isShown(JsonNode condition) {
        if (condition.isMissingNode()) {
            return true;
        }
        var answer = given.get(condition.path("question").asString());
        if (answer == null) {
            return false;
        }
        if (condition.has("says")) {
            return answer.get("yes").equals(condition.path("says").asString().equals("yes"));
        }
        if (condition.has("chose")) {
            var chosen = answer.containsKey("option") ? List.of(answer.get("option")) : (List<?>) answer.get("options");
            return condition.path("chose").valueStream().anyMatch(option -> chosen.contains(option.asString()));
        }
        return condition.has("answered") || holds(condition, (BigDecimal) answer.get("value"));
    }

    private static boolean holds(JsonNode condition, BigDecimal value) {
        return (!condition.has("equalTo")
                        || value.compareTo(condition.path("equalTo").decimalValue()) == 0)
                && (!condition.has("atLeast")
                        || value.compareTo(condition.path("atLeast").decimalValue()) >= 0)
                && (!condition.has("moreThan")
                        || value.compareTo(condition.path("moreThan").decimalValue()) > 0)
                && (!condition.has("atMost")
                        || value.compareTo(condition.path("atMost").decimalValue()) <= 0)
                && (!condition.has("lessThan")
                        || value.compareTo(condition.path("lessThan").decimalValue()) < 0);
    }

    private Optional<Map<String, Object>> answer(JsonNode question) {
        return switch (question.path("kind").asString()) {
            case "yes-no" ->
                Optional.of(
                        Map.of("type", "yes-no", "yes", question.path("gate").asBoolean() || succeeds()));
            case "one-of" -> Optional.of(Map.of("type", "one-of", "option", option(question)));
            case "several-of" -> Optional.of(Map.of("type", "several-of", "options", options(question)));
            case "number" -> Optional.of(Map.of("type", "amount", "value", number(question, 0, 200)));
            case "percentage" -> Optional.of(Map.of("type", "amount", "value", number(question, 0, 100)));
            case "text" ->
                Optional.of(Map.of("type", "text", "text", "Vi gör det tillsammans med skolorna och energibolaget."));
            case "date" ->
                Optional.of(Map.of("type", "date", "date", "%d-0%d-15".formatted(year - 1, 1 + random.nextInt(9))));
            case "evidence" ->
                Optional.of(Map.of(
                        "type", "evidence",
                        "link",
                                "https://example.org/decisions/"
                                        + question.path("code").asString(),
                        "reference", "KS " + (year - 1) + "/" + (100 + random.nextInt(800))));
            default -> Optional.empty();
        };
    }

    private boolean succeeds() {
        return random.nextDouble() < ambition;
    }

    private String option(JsonNode question) {
        var options = question.path("options").valueStream().toList();
        var chosen = question.path("gate").asBoolean()
                ? options.stream()
                        .filter(option -> option.path("meetsRequirement").asBoolean())
                        .findFirst()
                        .orElseThrow()
                : options.get(random.nextInt(options.size()));
        return chosen.path("code").asString();
    }

    private List<String> options(JsonNode question) {
        var ticked = new ArrayList<String>();
        var none = new ArrayList<String>();
        for (var option : question.path("options")) {
            if (option.path("exclusive").asBoolean()) {
                none.add(option.path("code").asString());
            } else if (succeeds()) {
                ticked.add(option.path("code").asString());
            }
        }
        if (ticked.isEmpty()) {
            return List.of(
                    none.isEmpty()
                            ? question.path("options").path(0).path("code").asString()
                            : none.getFirst());
        }
        return ticked;
    }

    private BigDecimal number(JsonNode question, int least, int most) {
        double lowest = question.path("min").asDouble(least);
        double to = question.path("max").asDouble(Math.max(lowest + most, most));
        double from = Math.clamp(least, Math.min(lowest, to), to);
        var value = from + (Math.min(to, from + most) - from) * random.nextDouble();
        return BigDecimal.valueOf(value).setScale(question.path("decimals").asInt(0), RoundingMode.HALF_UP);
    }
}
