package org.samklima.portal.planning.communication.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Entry;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.Party;
import org.samklima.portal.planning.communication.PartyNames;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PhaseNames;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.Titles;
import org.samklima.portal.planning.communication.WheelPoint;
import org.samklima.portal.planning.communication.YearWheel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the communication plan as its page shows it: two titled tables, and the glossary after. */
@Component
class PlanPage {

    private final CommunicationPlan plan;
    private final Titles titles;
    private final PhaseNames phases;
    private final Glossary glossary;
    private final YearWheel wheel;
    private final PlanTasks tasks;
    private final ScheduleWords words;

    PlanPage(
            CommunicationPlan plan,
            Titles titles,
            PhaseNames phases,
            Glossary glossary,
            YearWheel wheel,
            PlanTasks tasks,
            ScheduleWords words) {
        this.plan = plan;
        this.titles = titles;
        this.phases = phases;
        this.glossary = glossary;
        this.wheel = wheel;
        this.tasks = tasks;
        this.words = words;
    }

    /** @param tables of both phases, the launch first; one may have no rows */
    record View(List<Table> tables, List<Party> parties) {

        public boolean isEmpty() {
            return parties.isEmpty()
                    && tables.stream().allMatch(table -> table.rows().isEmpty());
        }
    }

    record Table(Phase phase, String title, List<Row> rows) {}

    /**
     * A row of a table.
     *
     * @param columns the texts of the columns by their names, in pieces: those that name a party of the glossary lead there
     * @param understood of when, in words; empty where that says no more than the text
     * @param next of the row's tasks that are not done; null where there is none
     */
    record Row(
            Entry entry,
            Map<String, List<PartyNames.Part>> columns,
            String understood,
            @Nullable PlanTask next,
            boolean first,
            boolean last) {}

    @Transactional(readOnly = true)
    View read(Locale language) {
        var parties = glossary.all();
        var reading = new Reading(new PartyNames(parties), wheel.points(), tasks.next(), language);
        var entries = plan.entries();
        var named = titles(language);
        return new View(
                List.of(Phase.LAUNCH, Phase.IMPLEMENTATION).stream()
                        .map(phase -> new Table(phase, named.get(phase), reading.rows(of(entries, phase))))
                        .toList(),
                parties);
    }

    /** The title of each phase's table: the tenant's, or the product's in this language. */
    @Transactional(readOnly = true)
    Map<Phase, String> titles(Locale language) {
        return titles.all().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        title -> title.getValue().title().isEmpty()
                                ? phases.title(language, title.getKey())
                                : title.getValue().title()));
    }

    static List<Entry> of(List<Entry> entries, Phase phase) {
        return entries.stream().filter(entry -> entry.text().phase() == phase).toList();
    }

    private final class Reading {

        private final PartyNames names;
        private final List<WheelPoint> points;
        private final Map<UUID, PlanTask> next;
        private final Locale language;

        Reading(PartyNames names, List<WheelPoint> points, Map<UUID, PlanTask> next, Locale language) {
            this.names = names;
            this.points = points;
            this.next = next;
            this.language = language;
        }

        List<Row> rows(List<Entry> entries) {
            return entries.stream()
                    .map(entry -> row(entry, entry == entries.getFirst(), entry == entries.getLast()))
                    .toList();
        }

        private Row row(Entry entry, boolean first, boolean last) {
            var columns = new HashMap<String, List<PartyNames.Part>>();
            entry.text().columns().forEach((column, text) -> columns.put(column, names.in(text)));
            var said = words.said(entry.schedule(), points, language);
            return new Row(
                    entry,
                    columns,
                    said.equalsIgnoreCase(entry.text().when()) ? "" : said,
                    next.get(entry.id()),
                    first,
                    last);
        }
    }
}
