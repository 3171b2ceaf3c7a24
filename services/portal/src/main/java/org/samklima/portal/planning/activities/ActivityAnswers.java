package org.samklima.portal.planning.activities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.PlanAnswer;
import org.samklima.portal.planning.PlanAnswers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Activities as the answer to a question of a report: what each is, where it stands, what was last logged in the year. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class ActivityAnswers implements PlanAnswers {

    /** So much of an entry tells what happened; the whole stands in the log. */
    private static final int OF_AN_ENTRY = 300;

    private final Activities activities;
    private final StoredLog log;
    private final MessageSource messages;

    ActivityAnswers(Activities activities, StoredLog log, MessageSource messages) {
        this.activities = activities;
        this.log = log;
        this.messages = messages;
    }

    @Override
    public Part part() {
        return Part.ACTIVITIES;
    }

    @Override
    public List<Choice> choices(Locale language) {
        var fields = activities.surroundings().fields();
        return activities.all().stream()
                .map(activity -> new Choice(activity.id(), called(activity), about(activity, fields, language)))
                .toList();
    }

    @Override
    public Optional<PlanAnswer> answer(List<UUID> items, int year, Locale language) {
        var byId = activities.all(items).stream().collect(Collectors.toMap(Activity::id, activity -> activity));
        if (!byId.keySet().containsAll(items) || items.isEmpty()) {
            return Optional.empty();
        }
        var logged = log.latestOf(items, year);
        var chosen = items.stream().distinct().map(byId::get).toList();
        return Optional.of(new PlanAnswer(
                items,
                chosen.stream().map(Activity::title).collect(Collectors.joining("; ")),
                chosen.stream()
                        .map(activity -> line(activity, logged.get(activity.id()), language))
                        .collect(Collectors.joining("\n")),
                null,
                null));
    }

    private String line(Activity activity, @Nullable LogNote logged, Locale language) {
        var line = activity.title() + " (" + where(activity, language) + ")";
        return logged == null || logged.body().isBlank()
                ? line
                : messages.getMessage(
                        "activities.answer.logged",
                        new Object[] {line, logged.happenedOn(), shortened(logged.body())},
                        language);
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= OF_AN_ENTRY ? line : line.substring(0, OF_AN_ENTRY - 1) + "…";
    }

    private String where(Activity activity, Locale language) {
        var status = messages.getMessage("planning.value.status." + activity.status(), null, language);
        var plan = activity.plan();
        var from = plan.startsOn() == null ? "" : String.valueOf(plan.startsOn().getYear());
        var to = plan.endsOn() == null ? "" : String.valueOf(plan.endsOn().getYear());
        var years = from.equals(to) ? from : from + "–" + to;
        return years.isEmpty() ? status : status + ", " + years;
    }

    private String about(Activity activity, Map<UUID, String> fields, Locale language) {
        var field = activity.plan().fieldId() == null
                ? null
                : fields.get(activity.plan().fieldId());
        return field == null ? where(activity, language) : field + " · " + where(activity, language);
    }

    private static String called(Activity activity) {
        var reference = activity.plan().reference();
        return reference.isEmpty() ? activity.title() : reference + " " + activity.title();
    }
}
