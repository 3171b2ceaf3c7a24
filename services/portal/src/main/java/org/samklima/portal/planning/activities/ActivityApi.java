package org.samklima.portal.planning.activities;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Activities, as data. */
@TenantApi
@Allowed
@Tag(name = "Activities", description = "What is done for the climate: the tenant's own activities and their log.")
class ActivityApi {

    private final Activities activities;

    ActivityApi(Activities activities) {
        this.activities = activities;
    }

    /**
     * An activity.
     *
     * @param version grows with each change; to be given back with the next one
     * @param lateSince the day that passed without what it was the last day for; null if it is not late
     * @param lastLoggedOn the newest day in its log
     */
    record ActivityData(
            UUID id,
            int version,
            @JsonUnwrapped ActivityPlan plan,
            @Nullable LocalDate lateSince,
            @Nullable LocalDate lastLoggedOn,
            Instant createdAt,
            Instant changedAt) {

        static ActivityData of(Activity activity, LocalDate today) {
            return new ActivityData(
                    activity.id(),
                    activity.version(),
                    activity.plan(),
                    activity.lateSince(today),
                    activity.lastLoggedOn(),
                    activity.createdAt(),
                    activity.changedAt());
        }
    }

    record NewStatus(@Nullable ActivityStatus status) {}

    /** @param on the day; null for today */
    record Reached(@Nullable LocalDate on) {}

    /** One activity, with its budget and its milestones. */
    @GetMapping("/activities/{id}")
    ActivityData one(@PathVariable UUID id) {
        return data(activities.get(id));
    }

    /** Adds an activity. 422 if something in it makes no sense: the answer says what. */
    @PostMapping("/activities")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.CREATED)
    ActivityData add(@RequestBody ActivityPlan plan) {
        return data(activities.add(plan));
    }

    /**
     * Puts all that is planned of an activity anew; its status stays where none is given. 409 if it was changed since.
     *
     * @param version of the activity that was looked at
     */
    @PutMapping("/activities/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ActivityData change(@PathVariable UUID id, @RequestParam int version, @RequestBody ActivityPlan plan) {
        return data(activities.change(id, version, plan));
    }

    /** Changes the status alone. 409 if that cannot follow on the present one. */
    @PutMapping("/activities/{id}/status")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ActivityData become(@PathVariable UUID id, @RequestBody NewStatus wanted) {
        if (wanted.status() == null) {
            throw Problem.invalid("activities.flaw.status-missing");
        }
        return data(activities.become(id, wanted.status()));
    }

    /** A milestone is reached. 409 if it was before, 422 if that day is still to come. */
    @PutMapping("/activities/{id}/milestones/{milestone}/reached")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ActivityData reach(
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @RequestBody(required = false) @Nullable Reached reached) {
        var on = reached == null || reached.on() == null ? today() : reached.on();
        return data(activities.reach(id, milestone, on));
    }

    /** A milestone is not reached after all. 409 if it was not. */
    @DeleteMapping("/activities/{id}/milestones/{milestone}/reached")
    @Allowed({Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR})
    ActivityData reopen(@PathVariable UUID id, @PathVariable UUID milestone) {
        return data(activities.reopen(id, milestone));
    }

    /** Removes an activity with its log and its files. 409 if a report that was submitted refers to it: cancel it instead. */
    @DeleteMapping("/activities/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        activities.remove(id);
    }

    private ActivityData data(Activity activity) {
        return ActivityData.of(activity, today());
    }

    private LocalDate today() {
        return activities.today();
    }
}
