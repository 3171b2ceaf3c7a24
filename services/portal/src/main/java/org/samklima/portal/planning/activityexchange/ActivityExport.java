package org.samklima.portal.planning.activityexchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.Activities;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.planning.activities.ActivityLog;
import org.samklima.portal.planning.activities.LogEntry;
import org.samklima.portal.planning.activities.Surroundings;
import org.samklima.portal.planning.fields.FieldTree;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.lists.WrittenAmount;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tables.TableExport.Sheet;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes activities as a table with all that is decided about them, in the reader's words and so that {@link ActivityImport}
 * takes it back. A workbook has their logs on a second sheet.
 */
@Component
class ActivityExport {

    private final Activities activities;
    private final ActivityLog logs;
    private final Fields fields;
    private final ExchangeWords words;
    private final MessageSource messages;
    private final Clock clock;

    ActivityExport(
            Activities activities,
            ActivityLog logs,
            Fields fields,
            ExchangeWords words,
            MessageSource messages,
            Clock clock) {
        this.activities = activities;
        this.logs = logs;
        this.fields = fields;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param ids of the activities, in the order in which they shall stand
     * @param withLogs whether their logs are read, too: a CSV file has no place for them
     */
    @Transactional(readOnly = true)
    TableDownload of(Tenant tenant, List<UUID> ids, boolean withLogs, Locale language) {
        var place = new HashMap<UUID, Integer>();
        ids.forEach(id -> place.put(id, place.size()));
        var ordered = activities.all(ids).stream()
                .sorted(Comparator.comparing(activity -> Objects.requireNonNull(place.get(activity.id()))))
                .toList();
        var around = activities.surroundings();
        var tree = fields.tree();
        var sheets = new ArrayList<Sheet>();
        sheets.add(new Sheet(
                word("activityexchange.sheet", language),
                ActivityColumn.EXPORTED.stream()
                        .map(column -> words.of(column, language))
                        .toList(),
                ordered.stream()
                        .map(activity -> row(activity, around, tree, language))
                        .toList()));
        if (withLogs) {
            sheets.add(log(ordered, logs.of(ids), language));
        }
        var name = tenant.name() + " " + word("activityexchange.sheet", language) + " " + tenant.dayOf(clock.instant());
        return new TableDownload(name, sheets);
    }

    private List<@Nullable Object> row(Activity activity, Surroundings around, FieldTree tree, Locale language) {
        var plan = activity.plan();
        return Arrays.asList(
                plan.reference(),
                plan.title(),
                tree.path(plan.fieldId()),
                words.of(activity.status(), language),
                plan.startsOn(),
                plan.endsOn(),
                plan.responsible(),
                plan.partners(),
                plan.goals().stream()
                        .map(around.goals()::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")),
                WrittenAmount.unmistakable(plan.effectTonnes()),
                plan.effectAssumption(),
                plan.coBenefits().stream()
                        .map(code -> words.ofBenefit(code, language))
                        .collect(Collectors.joining("\n")),
                words.of(plan.shownPublicly(), language),
                plan.description(),
                BudgetCell.written(plan.budget(), words, language),
                MilestoneCell.written(plan.milestones()),
                activity.version());
    }

    private Sheet log(List<Activity> activities, Map<UUID, List<LogEntry>> logs, Locale language) {
        return new Sheet(
                word("activityexchange.log", language),
                Stream.of("day", "reference", "activity", "text", "figure", "unit", "author")
                        .map(column -> word("activityexchange.log." + column, language))
                        .toList(),
                activities.stream()
                        .flatMap(activity -> logs.getOrDefault(activity.id(), List.of()).stream()
                                .map(entry -> entry(activity, entry)))
                        .toList());
    }

    private static List<@Nullable Object> entry(Activity activity, LogEntry entry) {
        var note = entry.note();
        return Arrays.asList(
                note.happenedOn(),
                activity.plan().reference(),
                activity.title(),
                note.body(),
                note.figure(),
                note.figureUnit(),
                entry.author());
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
