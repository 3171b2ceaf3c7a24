package org.samklima.portal.planning.communication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tables.TableExport.Sheet;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The communication plan as a list to take along, such as {@link PlanImport} takes back; with its glossary and its tasks. */
@Component
public class PlanFile {

    private final MessageSource messages;
    private final PhaseNames phases;

    PlanFile(MessageSource messages, PhaseNames phases) {
        this.messages = messages;
        this.phases = phases;
    }

    /** The rows first; in a workbook the glossary follows. */
    public TableDownload plan(
            Tenant tenant, LocalDate today, List<Entry> entries, List<Party> parties, Locale language) {
        var name = word("communication.title", language);
        return new TableDownload(
                fileName(tenant, name, today),
                List.of(
                        new Sheet(name, headings(language), rows(entries, language)),
                        new Sheet(
                                word("communication.glossary", language),
                                List.of(
                                        word("communication.party.name", language),
                                        word("communication.party.aliases", language),
                                        word("communication.party.description", language)),
                                parties.stream()
                                        .map(party -> List.of(
                                                party.name(),
                                                String.join(", ", party.text().aliases()),
                                                party.text().description()))
                                        .toList())));
    }

    private List<String> headings(Locale language) {
        return PlanImport.ROLES.stream()
                .map(role -> word("lists.role." + role.name(), language))
                .toList();
    }

    private List<List<String>> rows(List<Entry> entries, Locale language) {
        return entries.stream()
                .map(entry -> Stream.of(
                                Stream.of(phases.in(language, entry.text().phase())),
                                entry.text().columns().values().stream(),
                                Stream.of(
                                        entry.schedule().byHand()
                                                ? String.join(
                                                        "; ", entry.schedule().codes())
                                                : ""))
                        .flatMap(part -> part)
                        .toList())
                .toList();
    }

    public TableDownload tasks(Tenant tenant, LocalDate today, List<PlanTask> tasks, Locale language) {
        return TableDownload.of(
                fileName(tenant, word("communication.tasks", language), today),
                Stream.of(
                                "communication.task.due",
                                "communication.stakeholder",
                                "communication.message",
                                "communication.channel",
                                "communication.responsible",
                                "communication.task.done-on",
                                "communication.task.done-by",
                                "communication.task.note")
                        .map(key -> word(key, language))
                        .toList(),
                tasks.stream().map(PlanFile::row).toList());
    }

    private static List<@Nullable Object> row(PlanTask task) {
        return Arrays.asList(
                task.dueOn(),
                task.text().stakeholder(),
                task.text().message(),
                task.text().channel(),
                task.text().responsible(),
                task.doneOn(),
                task.doneBy(),
                task.note());
    }

    /** So that it is found again among downloads: whose it is, what it is, and of which day. */
    public static String fileName(Tenant tenant, String what, LocalDate today) {
        return tenant.name() + " " + what + " " + today;
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
