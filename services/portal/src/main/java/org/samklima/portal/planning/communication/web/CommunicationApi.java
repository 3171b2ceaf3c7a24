package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListAnswer;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PlanImport;
import org.samklima.portal.planning.communication.Titles;
import org.samklima.portal.planning.communication.Titles.Title;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.samklima.portal.planning.communication.web.EntryData.Days;
import org.samklima.portal.planning.communication.web.EntryData.NewRow;
import org.samklima.portal.planning.communication.web.EntryData.Row;
import org.samklima.portal.planning.communication.web.EntryData.Understood;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** The communication plan, as data. */
@TenantApi
@Allowed({Role.COORDINATOR, Role.STAFF})
class CommunicationApi {

    private final CommunicationPlan plan;
    private final Titles titles;
    private final PlanPage page;
    private final PlanImport imports;
    private final ListAnswer.Words words;

    CommunicationApi(CommunicationPlan plan, Titles titles, PlanPage page, PlanImport imports, ListAnswer.Words words) {
        this.plan = plan;
        this.titles = titles;
        this.page = page;
        this.imports = imports;
        this.words = words;
    }

    /** @param titles of the two tables, by phase */
    record Plan(Map<Phase, String> titles, List<Row> entries) {}

    record Text(@Nullable String text) {}

    /** @param place in its table, from 1 */
    record Position(@Nullable Integer place) {}

    /** The titles of both tables, and their rows in order. */
    @GetMapping("/communication-plan")
    @Allowed
    Plan plan(Locale language) {
        return new Plan(page.titles(language), EntryData.rows(plan.entries()));
    }

    /** Names the tables; a blank title, or one left out, gives the product's own back. */
    @PutMapping("/communication-plan/titles")
    Map<Phase, String> name(@RequestBody Map<Phase, String> wanted, Locale language) {
        var now = titles.all();
        titles.name(Map.of(
                Phase.LAUNCH, named(wanted, now, Phase.LAUNCH),
                Phase.IMPLEMENTATION, named(wanted, now, Phase.IMPLEMENTATION)));
        return page.titles(language);
    }

    private static Title named(Map<Phase, String> wanted, Map<Phase, Title> now, Phase phase) {
        return new Title(
                Objects.requireNonNullElse(wanted.get(phase), ""),
                Objects.requireNonNull(now.get(phase)).lockVersion());
    }

    /** What would be understood of a when, without saving anything. */
    @PostMapping("/communication-readings")
    @Allowed
    Understood read(@RequestBody Text when) {
        return Understood.of(ScheduleReading.of(Objects.requireNonNullElse(when.text(), "")));
    }

    /** Adds a row at the end of its table. 422 without a stakeholder, or where something is too long. */
    @PostMapping("/communication-entries")
    @ResponseStatus(HttpStatus.CREATED)
    Row add(@RequestBody NewRow row) {
        return Row.of(plan.add(row.text()));
    }

    @GetMapping("/communication-entries/{id}")
    @Allowed
    Row one(@PathVariable UUID id) {
        return Row.of(plan.get(id));
    }

    /** Changes a row. 409 if it has changed since it was read. */
    @PutMapping("/communication-entries/{id}")
    Row change(@PathVariable UUID id, @RequestBody NewRow row) {
        return Row.of(plan.change(id, row.text(), row.version()));
    }

    /** Says how the when of a row is to be understood; its text stays. 409 if it has changed since it was read. */
    @PutMapping("/communication-entries/{id}/days")
    Row understand(@PathVariable UUID id, @RequestBody Days days) {
        return Row.of(plan.understand(id, days.schedule(plan.get(id)), days.version()));
    }

    /** Moves a row within its table. */
    @PutMapping("/communication-entries/{id}/position")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable UUID id, @RequestBody Position position) {
        plan.move(id, Objects.requireNonNullElse(position.place(), Integer.MAX_VALUE));
    }

    /** Removes a row with all its tasks, also those that were done. */
    @DeleteMapping("/communication-entries/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        plan.remove(id);
    }

    /**
     * Takes rows from a list (CSV or XLSX), all or none. 422 if a row is wrong, and then nothing is imported.
     *
     * @param mapping from plan-phase, stakeholder, message, channel, effect, when, responsible-party and days-by-hand to the
     *     heading of the column, or to its place as in #3; without it the headings tell
     * @param phase of rows that name none
     * @param dryRun only says what would happen
     */
    @PostMapping(path = "/communication-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ListAnswer> importList(
            @RequestPart MultipartFile file,
            @RequestPart(required = false) @Nullable Map<String, String> mapping,
            @RequestParam(defaultValue = "LAUNCH") Phase phase,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Locale language) {
        var upload = ListUpload.ofProgram(file, mapping, PlanImport.ROLES);
        var report = dryRun ? imports.tryOut(upload, phase) : imports.carryOut(upload, phase);
        return words.answer(report, dryRun, language);
    }
}
