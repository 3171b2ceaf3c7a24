package org.samklima.portal.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.people.MyTenants;
import org.samklima.portal.people.Workplace;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantKind;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who holds the token, where they work, and what waits for them there. */
@RestController
class MeApi {

    private final MyTenants myTenants;
    private final Due due;
    private final Recent recent;

    MeApi(MyTenants myTenants, Due due, Recent recent) {
        this.myTenants = myTenants;
        this.due = due;
        this.recent = recent;
    }

    /** @param operator whether this person runs the platform; says nothing about any tenant */
    record Me(UUID id, String name, @Nullable String email, boolean operator, List<Place> tenants) {}

    record Place(UUID id, String slug, String name, TenantKind kind, Set<Role> roles) {

        static Place of(Workplace workplace) {
            var tenant = workplace.tenant();
            return new Place(tenant.id(), tenant.slug(), tenant.name(), tenant.kind(), workplace.roles());
        }
    }

    /** The person behind the token, and every tenant they work in with their roles there. */
    @GetMapping("/api/v1/me")
    Me me(Authentication authentication) {
        var person = SignedIn.of(authentication);
        var places = myTenants.of(person.person()).stream().map(Place::of).toList();
        return new Me(person.person(), person.name(), person.email(), person.operator(), places);
    }

    /**
     * What is due for somebody.
     *
     * @param due soonest first
     * @param changes of the last two weeks, newest first; at most ten
     */
    record Agenda(List<DueThing> due, List<Change> changes) {}

    /**
     * Something to do.
     *
     * @param tenant slug of where it is due
     * @param kind a DEADLINE that somebody counts on, or a HINT that is never late
     * @param askedBy who waits for it; null for the tenant's own plan
     * @param deadline its last day, which counts in full in the time zone; of a hint its first
     * @param path of its page, from the root of the portal
     */
    record DueThing(
            String tenant,
            DueItem.Kind kind,
            String what,
            @Nullable String askedBy,
            LocalDate deadline,
            ZoneId timeZone,
            DueLine.Soon soon,
            String path) {

        static DueThing of(DueLine line) {
            var item = line.item();
            return new DueThing(
                    line.tenant().slug(),
                    item.kind(),
                    item.what(),
                    item.askedBy(),
                    item.deadline(),
                    item.zone(),
                    line.soon(),
                    line.href());
        }
    }

    /** @param path of the page that shows it, from the root of the portal */
    record Change(
            String tenant,
            Instant at,
            String what,
            @Nullable String by,
            String path) {

        static Change of(Recent.Line line) {
            var item = line.item();
            return new Change(line.tenant().slug(), item.at(), item.what(), item.by(), line.href());
        }
    }

    /** What is due for the person behind the token, and what changed lately, in every tenant they work in. */
    @GetMapping("/api/v1/me/due")
    Agenda due(Authentication authentication, Locale language) {
        var person = SignedIn.of(authentication);
        var workplaces = myTenants.of(person.person());
        return new Agenda(
                due.in(workplaces, person, language).stream().map(DueThing::of).toList(),
                recent.in(workplaces, person, language).stream().map(Change::of).toList());
    }
}
