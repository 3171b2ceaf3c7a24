package org.samklima.portal.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Extension;
import org.samklima.portal.reporting.Round;
import org.samklima.portal.reporting.RoundPlan;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.reporting.Rounds;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An association's rounds, as data. */
@TenantApi
@Allowed({Role.STAFF, Role.MANAGER})
@Tag(name = "Rounds", description = "What an association asks of its members: one form, one year, one deadline.")
class RoundApi {

    private final Rounds rounds;
    private final Forms forms;

    RoundApi(Rounds rounds, Forms forms) {
        this.rounds = rounds;
        this.forms = forms;
    }

    /**
     * A round to plan.
     *
     * @param form code of one of the association's forms
     * @param formVersion null for its latest
     * @param reminderDays null for the usual ones, 14 and 3 days before the deadline
     */
    record Plan(
            @NotNull String form,
            @Nullable Integer formVersion,
            @NotNull String name,
            int year,
            @NotNull LocalDate opensOn,
            @NotNull LocalDate deadline,
            boolean signOffRequired,
            @Nullable List<Integer> reminderDays,
            @NotNull String contact) {}

    record Data(
            UUID id,
            String name,
            UUID formId,
            int formVersion,
            int year,
            RoundState state,
            LocalDate opensOn,
            LocalDate deadline,
            ZoneId timeZone,
            boolean signOffRequired,
            List<Integer> reminderDays,
            String contact,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt) {

        static Data of(Round round, Tenant tenant) {
            return new Data(
                    round.id(),
                    round.name(),
                    round.formId(),
                    round.formVersion(),
                    round.year(),
                    round.state(),
                    round.opensOn(),
                    round.deadline(),
                    tenant.timeZone(),
                    round.signOffRequired(),
                    round.reminderDays(),
                    round.contact(),
                    round.openedAt(),
                    round.closedAt());
        }
    }

    /** @param member null for all members */
    record LaterDeadline(
            @Nullable UUID member,
            @NotNull LocalDate deadline,
            @NotNull String reason) {}

    record Granted(@Nullable UUID member, LocalDate deadline, String reason, String grantedBy, Instant grantedAt) {

        static Granted of(Extension extension) {
            return new Granted(
                    extension.memberId(),
                    extension.deadline(),
                    extension.reason(),
                    extension.grantedBy(),
                    extension.grantedAt());
        }
    }

    @GetMapping("/rounds")
    @Allowed({Role.STAFF, Role.MANAGER, Role.BOARD})
    @Operation(summary = "All rounds", description = "The newest year first.")
    List<Data> all(Tenant tenant) {
        return rounds.all().stream().map(round -> Data.of(round, tenant)).toList();
    }

    @GetMapping("/rounds/{id}")
    @Allowed({Role.STAFF, Role.MANAGER, Role.BOARD})
    @Operation(summary = "One round")
    Data get(Tenant tenant, @PathVariable UUID id) {
        return Data.of(rounds.get(id), tenant);
    }

    @PostMapping("/rounds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Plan a round",
            description =
                    "It opens by itself on its opening day, in the association's time zone. The deadline day counts in"
                            + " full. 404 if there is no such form, 409 if the form has a round for that year, 422 if the plan cannot be.")
    Data plan(Tenant tenant, @Valid @RequestBody Plan plan) {
        return Data.of(rounds.plan(read(plan)), tenant);
    }

    @PutMapping("/rounds/{id}")
    @Operation(summary = "Change the plan of a round", description = "409 once it has opened.")
    Data change(Tenant tenant, @PathVariable UUID id, @Valid @RequestBody Plan plan) {
        rounds.change(id, read(plan));
        return Data.of(rounds.get(id), tenant);
    }

    @DeleteMapping("/rounds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Drop a planned round", description = "409 once it has opened.")
    void drop(@PathVariable UUID id) {
        rounds.drop(id);
    }

    @PostMapping("/rounds/{id}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Open a round now",
            description =
                    "A report appears in every present member's own tenant within seconds. 409 if it has opened before.")
    void open(@PathVariable UUID id) {
        rounds.open(id);
    }

    @PostMapping("/rounds/{id}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a round now", description = "It does not open again. 409 if it is not open.")
    void close(@PathVariable UUID id) {
        rounds.close(id);
    }

    @GetMapping("/rounds/{id}/extensions")
    @Allowed({Role.STAFF, Role.MANAGER, Role.BOARD})
    @Operation(summary = "Every later deadline ever granted in a round", description = "Oldest first.")
    List<Granted> extensions(@PathVariable UUID id) {
        rounds.get(id);
        return rounds.extensions(id).stream().map(Granted::of).toList();
    }

    @PostMapping("/rounds/{id}/extensions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Grant a later deadline",
            description =
                    "For all members, or for one; for one also after the round has closed. 404 for whoever is no member"
                            + " today, 422 if the day is not a later one or there is no reason.")
    void extend(@PathVariable UUID id, @Valid @RequestBody LaterDeadline later) {
        if (later.member() == null) {
            rounds.extend(id, later.deadline(), later.reason());
        } else {
            rounds.extendFor(id, later.member(), later.deadline(), later.reason());
        }
    }

    private RoundPlan read(Plan plan) {
        var form = forms.find(plan.form()).orElseThrow(Problem::notFound);
        return new RoundPlan(
                form.id(),
                plan.formVersion() == null ? form.latestVersion() : plan.formVersion(),
                plan.name(),
                plan.year(),
                plan.opensOn(),
                plan.deadline(),
                plan.signOffRequired(),
                plan.reminderDays() == null ? RoundPlan.USUAL_REMINDERS : plan.reminderDays(),
                plan.contact());
    }
}
