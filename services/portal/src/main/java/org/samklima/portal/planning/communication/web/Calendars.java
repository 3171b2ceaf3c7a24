package org.samklima.portal.planning.communication.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.PlanFile;
import org.samklima.portal.planning.communication.PlanTask;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tasks as a calendar (iCalendar, RFC 5545): an event for each, a whole day long, that keeps nobody from other appointments. */
@Component
class Calendars {

    static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final int DAYS_BACK = 400;
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(6);

    private final PlanTasks tasks;
    private final MessageSource messages;
    private final URI portal;

    Calendars(PlanTasks tasks, MessageSource messages, @Value("${samklima.portal-url}") URI portal) {
        this.tasks = tasks;
        this.messages = messages;
        this.portal = portal;
    }

    /**
     * The calendar of the bound tenant.
     *
     * @param person whose tasks; null for everybody's
     */
    byte[] write(Tenant tenant, @Nullable UUID person, Locale language) {
        var from = tasks.today().minusDays(DAYS_BACK);
        var shown = tasks.find(TaskFilter.ALL.ofPerson(person).dueBetween(from, null));
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar(tenant, shown, language), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    ResponseEntity<byte[]> download(Tenant tenant, @Nullable UUID person, Locale language) {
        var name = PlanFile.fileName(tenant, messages.getMessage("communication.tasks", null, language), tasks.today());
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".ics", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(write(tenant, person, language));
    }

    private Calendar calendar(Tenant tenant, List<PlanTask> shown, Locale language) {
        var calendar = new Calendar();
        var name = tenant.name() + ": " + messages.getMessage("communication.title", null, language);
        calendar.add(new ProdId("-//Samklima//Communication plan//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(
                new ParameterList(List.of(net.fortuna.ical4j.model.parameter.Value.DURATION)), BETWEEN_LOOKS));
        shown.forEach(task -> calendar.add(event(tenant, task, language)));
        return calendar;
    }

    private VEvent event(Tenant tenant, PlanTask task, Locale language) {
        var event = new VEvent(false);
        event.add(new Uid(task.id() + "@" + portal.getHost()));
        event.add(new DtStamp(seconds(task.changedAt())));
        event.add(new LastModified(seconds(task.changedAt())));
        event.add(new DtStart<>(task.dueOn()));
        event.add(new Summary(
                task.isDone()
                        ? messages.getMessage("communication.calendar.done", new Object[] {task.title()}, language)
                        : task.title()));
        event.add(new Description(description(task, language)));
        event.add(new Url(URI.create(portal + "/" + tenant.slug() + "/communication/tasks/" + task.id())));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private String description(PlanTask task, Locale language) {
        var columns = Stream.of("message", "channel", "effect", "responsible")
                .filter(column -> !task.text().columns().get(column).isEmpty())
                .map(column -> messages.getMessage("communication." + column, null, language) + ": "
                        + task.text().columns().get(column));
        var note = task.note().isEmpty() ? Stream.<String>empty() : Stream.of(task.note());
        return Stream.concat(columns, note).collect(Collectors.joining("\n"));
    }

    private static Instant seconds(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }
}
