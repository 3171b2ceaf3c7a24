package org.samklima.portal.planning.activities;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.files.StoredFile;
import org.samklima.portal.planning.forms.TypedInput;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** The logs of activities and what is attached, as data. A file's content is at {@code /files/{id}}. */
@TenantApi
@Allowed
@Tag(name = "Activities")
class LogApi {

    private static final int MOST = 500;

    private final Activities activities;
    private final ActivityLog log;

    LogApi(Activities activities, ActivityLog log) {
        this.activities = activities;
        this.log = log;
    }

    /**
     * An entry as it is written.
     *
     * @param happenedOn the day it tells of; null for today
     * @param figureUnit what the figure counts
     * @param status what the activity has become with it; null for no change, and of no effect in a correction
     */
    record NewEntry(
            @Nullable LocalDate happenedOn,
            @Nullable String body,
            @Nullable BigDecimal figure,
            @Nullable String figureUnit,
            @Nullable ActivityStatus status) {

        LogNote note(LocalDate today) {
            return new LogNote(
                    happenedOn == null ? today : happenedOn,
                    TypedInput.written(body),
                    figure,
                    TypedInput.written(figureUnit));
        }
    }

    /** @param version grows with each correction; to be given back with the next one */
    record EntryData(
            UUID id,
            int version,
            LocalDate happenedOn,
            String body,
            @Nullable BigDecimal figure,
            String figureUnit,
            String author,
            Instant writtenAt,
            List<StoredFile> files) {

        static EntryData of(LogEntry entry) {
            var note = entry.note();
            return new EntryData(
                    entry.id(),
                    entry.version(),
                    Objects.requireNonNull(note.happenedOn()),
                    note.body(),
                    note.figure(),
                    note.figureUnit(),
                    entry.author(),
                    entry.writtenAt(),
                    entry.files());
        }
    }

    /** @param total how many entries there are */
    record LogData(int total, List<EntryData> entries) {}

    /**
     * An activity's log, what happened last first.
     *
     * @param limit at most 500 at a time
     */
    @GetMapping("/activities/{id}/log")
    LogData newest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long offset,
            @RequestParam(defaultValue = "100") int limit) {
        activities.get(id);
        var part = log.newest(id, Math.max(0, offset), Math.clamp(limit, 1, MOST));
        return new LogData(
                part.total(), part.entries().stream().map(EntryData::of).toList());
    }

    /** Writes an entry. 422 if nothing stands in it or its day is still to come, 409 if the status cannot follow. */
    @PostMapping(path = "/activities/{id}/log", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.CREATED)
    EntryData write(@PathVariable UUID id, @RequestBody NewEntry entry) {
        return EntryData.of(log.write(id, entry.note(today()), entry.status(), List.of()));
    }

    /** Writes an entry with pictures or files. 413 if one is larger than 25 MB, 422 if it is not what it says. */
    @PostMapping(path = "/activities/{id}/log", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.CREATED)
    EntryData write(
            @PathVariable UUID id,
            @RequestPart(required = false) @Nullable NewEntry entry,
            @RequestPart List<MultipartFile> file) {
        var written = entry == null ? new NewEntry(null, null, null, null, null) : entry;
        return EntryData.of(log.write(id, written.note(today()), written.status(), checked(file)));
    }

    /**
     * Puts an entry right; its files stay. 403 if it is somebody else's, 409 if it was corrected since.
     *
     * @param version of the entry that was looked at
     */
    @PutMapping("/activities/{id}/log/{entry}")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    EntryData correct(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @RequestParam int version,
            @RequestBody NewEntry correction) {
        return EntryData.of(log.correct(id, entry, version, correction.note(today()), List.of(), Set.of()));
    }

    /** Removes an entry and its files. 403 if it is somebody else's. */
    @DeleteMapping("/activities/{id}/log/{entry}")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID entry) {
        log.remove(id, entry);
    }

    /** What is attached to the activity itself, the oldest first. */
    @GetMapping("/activities/{id}/files")
    List<StoredFile> files(@PathVariable UUID id) {
        activities.get(id);
        return log.filesOf(id);
    }

    /** Attaches files to the activity itself. 413 if one is larger than 25 MB, 422 if it is not what it says. */
    @PostMapping(path = "/activities/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.CREATED)
    List<StoredFile> attach(@PathVariable UUID id, @RequestPart List<MultipartFile> file) {
        var checked = checked(file);
        if (checked.isEmpty()) {
            throw Problem.invalid("activities.file.none");
        }
        return log.attach(id, checked);
    }

    /** Removes a file of the activity itself. */
    @DeleteMapping("/activities/{id}/files/{file}")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void detach(@PathVariable UUID id, @PathVariable UUID file) {
        log.detach(id, file);
    }

    private static List<CheckedFile> checked(List<MultipartFile> uploads) {
        return uploads.stream().flatMap(file -> CheckedFile.of(file).stream()).toList();
    }

    private LocalDate today() {
        return activities.today();
    }
}
