package org.samklima.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samklima.standalone.client.Session;
import tools.jackson.databind.JsonNode;

/**
 * A municipality's own climate work over the years: fields of action, goals, activities and what was logged of them, the
 * communication plan; adopted once by the council and gone on with since. By its coordinator and a colleague.
 */
final class DemoPlan {

    private final Session coordinator;
    private final Session contributor;
    private final String slug;
    private final Consumer<LocalDate> clock;
    private final int first;
    private final Map<String, String> activities = new HashMap<>();
    private LocalDate logged = LocalDate.MIN;

    /**
     * @param clock moves the demonstration to a day
     * @param first the year in which it begins
     */
    DemoPlan(Session coordinator, Session contributor, String slug, Consumer<LocalDate> clock, int first) {
        this.coordinator = coordinator;
        this.contributor = contributor;
        this.slug = slug;
        this.clock = clock;
        this.first = first;
    }

    /** In the first summer, before the council adopts it. Needs figures to measure its goals by. */
    void begin() {
        clock.accept(LocalDate.of(first, 6, 14));
        var fields = coordinator
                .post(slug + "/fields/first", Map.of())
                .valueStream()
                .map(DemoPlan::id)
                .toList();
        var halved = goal(
                "RELATIVE",
                "Utsläppen i Ängsvik ska ha halverats till 2030",
                fields.getFirst(),
                Map.of(
                        "indicator",
                        "ghg-total",
                        "baselineYear",
                        2010,
                        "targetYear",
                        2030,
                        "targetValue",
                        -50,
                        "interim",
                        List.of(Map.of("year", 2025, "value", -35))));
        var transport = goal(
                "RELATIVE",
                "Utsläppen från transporter ska minska med 60 procent",
                fields.get(1),
                Map.of(
                        "indicator",
                        "ghg-sector",
                        "sector",
                        "transport",
                        "baselineYear",
                        2010,
                        "targetYear",
                        2030,
                        "targetValue",
                        -60));
        var perHead = goal(
                "INTENSITY",
                "Högst tre ton per invånare 2030",
                fields.getFirst(),
                Map.of(
                        "indicator",
                        "ghg-total",
                        "per",
                        "population",
                        "baselineYear",
                        2010,
                        "targetYear",
                        2030,
                        "targetValue",
                        3));
        goal(
                "MILESTONE",
                "En laddplan för hela kommunen är antagen",
                fields.get(1),
                Map.of("dueOn", first + 1 + "-11-30"));
        for (var line : DemoActivities.all()) {
            activities.put(line.reference(), id(activity(line, fields, List.of(halved, transport, perHead))));
        }
        communicate();
    }

    private String goal(String kind, String title, String field, Map<String, Object> target) {
        var goal = new LinkedHashMap<String, Object>(target);
        goal.put("kind", kind);
        goal.put("title", title);
        goal.put("field", field);
        goal.put("decidedBy", "Kommunfullmäktige");
        goal.put("decidedOn", first - 1 + "-11-20");
        goal.put("decisionLink", "https://angsvik.example/protokoll/" + (first - 1) + "-11-20");
        return id(coordinator.post(slug + "/goals", goal));
    }

    private JsonNode activity(DemoActivities.Line line, List<String> fields, List<String> goals) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("reference", line.reference());
        plan.put("title", line.title());
        plan.put("description", line.description());
        plan.put("fieldId", fields.get(line.field()));
        plan.put("goals", line.goals().stream().map(goals::get).toList());
        plan.put("responsibleId", line.colleagues() ? DemoPeople.CONTRIBUTOR.id() : DemoPeople.COORDINATOR.id());
        plan.put("partners", line.partners());
        plan.put("startsOn", day(line.begins(), 1, 1));
        plan.put("endsOn", day(line.ends(), 12, 31));
        put(plan, "effectTonnes", line.tonnes());
        plan.put("effectAssumption", line.assumption());
        plan.put("coBenefits", line.coBenefits());
        plan.put("shownPublicly", line.tonnes() != null);
        plan.put("budget", budget(line));
        plan.put("milestones", List.of());
        return coordinator.post(slug + "/activities", plan);
    }

    private List<Map<String, Object>> budget(DemoActivities.Line line) {
        var budget = new ArrayList<Map<String, Object>>();
        for (int year = line.begins(); line.yearly() > 0 && year <= Math.min(line.ends(), line.begins() + 2); year++) {
            var row = new LinkedHashMap<String, Object>();
            row.put("year", first + year);
            row.put("kind", line.investment() ? "INVESTMENT" : "OPERATION");
            row.put("funder", line.funder());
            row.put("planned", line.yearly());
            if (year < 1) {
                row.put("spent", line.yearly() * 0.9);
            }
            budget.add(row);
        }
        return budget;
    }

    private static void put(Map<String, Object> plan, String name, @Nullable Object value) {
        if (value != null) {
            plan.put(name, value);
        }
    }

    private String day(int year, int month, int day) {
        return LocalDate.of(first + year, month, day).toString();
    }

    private void communicate() {
        coordinator.post(
                slug + "/glossary-parties",
                Map.of(
                        "name", "Klimatkansliet",
                        "description", "Kommunens samordnare för klimat och energi.",
                        "people", List.of(DemoPeople.COORDINATOR.id())));
        coordinator.post(
                slug + "/glossary-parties",
                Map.of(
                        "name", "Ängsvik Energi",
                        "description", "Det kommunala energibolaget, som driver fjärrvärmen.",
                        "people", List.of(DemoPeople.CONTRIBUTOR.id())));
        coordinator.post(slug + "/year-wheel-points", Map.of("name", "Budgetberedning", "month", 5, "day", 20));
        coordinator.post(slug + "/year-wheel-points", Map.of("name", "Klimatbokslut", "month", 10, "day", 15));
        DemoCommunication.rows(first).forEach(entry -> coordinator.post(slug + "/communication-entries", entry));
    }

    /** The council adopts it before the holidays. */
    void adopted() {
        clock.accept(LocalDate.of(first, 6, 18));
        coordinator.post(
                slug + "/plan/versions",
                Map.of(
                        "name", "Klimatplan " + first + "–2030",
                        "decidedBy", "Kommunfullmäktige",
                        "decidedOn", first + "-06-17",
                        "link", "https://angsvik.example/protokoll/" + first + "-06-17"));
    }

    /** What was logged on the way to a day, each entry on its own day. */
    void workedUntil(LocalDate day) {
        DemoLog.since(first).stream()
                .filter(entry -> !entry.day().isAfter(day) && activities.containsKey(entry.reference()))
                .filter(entry -> entry.day().isAfter(logged))
                .forEach(this::log);
        logged = day;
    }

    /** Most of what the communication plan asks for was done in time; what is left is the last of it. */
    void communicatedUntil(LocalDate day) {
        coordinator
                .get(slug + "/communication-tasks?until=" + day.minusDays(60))
                .forEach(task -> coordinator.put(
                        slug + "/communication-tasks/" + id(task),
                        Map.of(
                                "doneOn", task.path("dueOn").asString(),
                                "lockVersion", task.path("lockVersion").asInt())));
    }

    private void log(DemoLog.Entry entry) {
        clock.accept(entry.day());
        var body = new LinkedHashMap<String, Object>();
        body.put("happenedOn", entry.day().toString());
        body.put("body", entry.text());
        put(body, "figure", entry.figure());
        put(body, "figureUnit", entry.unit());
        put(body, "status", entry.status());
        (entry.colleague() ? contributor : coordinator)
                .post(slug + "/activities/" + activities.get(entry.reference()) + "/log", body);
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }
}
