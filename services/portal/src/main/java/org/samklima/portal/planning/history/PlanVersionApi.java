package org.samklima.portal.planning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The plan and its frozen versions, as data. */
@TenantApi
@Allowed
class PlanVersionApi {

    private final PlanVersions versions;

    PlanVersionApi(PlanVersions versions) {
        this.versions = versions;
    }

    /** A version with all that it holds. */
    record Frozen(PlanVersion version, List<PlanItem> items) {}

    /** The plan as it is now: fields of action, goals, activities, communication. */
    @GetMapping("/plan")
    List<PlanItem> today() {
        return versions.today();
    }

    /** The latest first, without their content. */
    @GetMapping("/plan/versions")
    List<PlanVersion> all() {
        return versions.all();
    }

    /** Keeps the plan as it is now. 409 while there is no plan; 422 without a name, or with half a decision. */
    @PostMapping("/plan/versions")
    @Allowed({Role.COORDINATOR, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    PlanVersion freeze(@RequestBody PlanVersions.Occasion occasion) {
        int number = versions.freeze(occasion);
        return versions.find(number).orElseThrow(Problem::notFound);
    }

    @GetMapping("/plan/versions/{number}")
    Frozen one(@PathVariable int number) {
        return new Frozen(versions.find(number).orElseThrow(Problem::notFound), versions.content(number));
    }

    /**
     * What became different since a version.
     *
     * @param with the later version; without it the plan as it is now
     */
    @GetMapping("/plan/versions/{number}/comparison")
    PlanComparison compare(@PathVariable int number, @RequestParam @Nullable Integer with) {
        return PlanComparison.of(versions.content(number), with == null ? versions.today() : versions.content(with));
    }
}
