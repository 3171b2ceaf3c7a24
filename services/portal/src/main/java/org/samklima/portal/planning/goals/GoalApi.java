package org.samklima.portal.planning.goals;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.goals.GoalData.CourseData;
import org.samklima.portal.problem.Problem;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Goals, as data. */
@TenantApi
@Allowed
class GoalApi {

    private final Goals goals;
    private final GoalChanges changes;
    private final Standings standings;
    private final GoalWords words;

    GoalApi(Goals goals, GoalChanges changes, Standings standings, GoalWords words) {
        this.goals = goals;
        this.changes = changes;
        this.standings = standings;
        this.words = words;
    }

    /**
     * The goals with where they stand, the oldest first.
     *
     * @param archived those that were put away instead of those that are pursued
     * @param field id of a field of action that they belong to
     */
    @GetMapping("/goals")
    List<GoalData> all(
            Tenant tenant,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam @Nullable UUID field,
            Locale language) {
        var shown = goals.all().stream()
                .filter(goal -> goal.isArchived() == archived)
                .filter(goal -> field == null || field.equals(goal.terms().field()))
                .toList();
        var standing = standings.of(shown);
        return shown.stream()
                .map(goal -> GoalData.of(
                        goal,
                        Objects.requireNonNull(standing.get(goal.id())),
                        words,
                        language,
                        tenant.defaultLanguage()))
                .toList();
    }

    @GetMapping("/goals/{id}")
    GoalData one(Tenant tenant, @PathVariable UUID id, Locale language) {
        return data(tenant, goals.find(id).orElseThrow(Problem::notFound), language);
    }

    /** What a goal's chart is drawn from: observations, path, trend and scenario. 404 for a milestone. */
    @GetMapping("/goals/{id}/course")
    CourseData course(@PathVariable UUID id) {
        return goals.find(id)
                .flatMap(goal -> standings.of(goal).measured())
                .map(CourseData::of)
                .orElseThrow(Problem::notFound);
    }

    /** A new goal. 422 says the first thing about it that cannot be. */
    @PostMapping("/goals")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    GoalData add(Tenant tenant, @RequestBody GoalInput goal, Locale language) {
        return data(tenant, changes.add(goal.terms()), language);
    }

    /**
     * Another text, target or decision. 409 if somebody else has changed it since.
     *
     * @param lockVersion of the goal that was changed
     */
    @PutMapping("/goals/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    GoalData change(
            Tenant tenant,
            @PathVariable UUID id,
            @RequestParam int lockVersion,
            @RequestBody GoalInput goal,
            Locale language) {
        return data(tenant, changes.change(id, lockVersion, goal.terms()), language);
    }

    /** Puts it away: it is kept, and no longer among those that are pursued. */
    @PutMapping("/goals/{id}/archive")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    GoalData archive(Tenant tenant, @PathVariable UUID id, Locale language) {
        return data(tenant, changes.archive(id), language);
    }

    /** Takes it out of the archive again. */
    @DeleteMapping("/goals/{id}/archive")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    GoalData restore(Tenant tenant, @PathVariable UUID id, Locale language) {
        return data(tenant, changes.restore(id), language);
    }

    /** Removes it. 409 if a submitted report refers to it or activities serve it: then it can be archived. */
    @DeleteMapping("/goals/{id}")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        changes.remove(id);
    }

    private GoalData data(Tenant tenant, Goal goal, Locale language) {
        return GoalData.of(goal, standings.of(goal), words, language, tenant.defaultLanguage());
    }
}
