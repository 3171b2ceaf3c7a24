package org.samklima.portal.planning.communication.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.Party;
import org.samklima.portal.planning.communication.WheelChanges;
import org.samklima.portal.planning.communication.WheelPoint;
import org.samklima.portal.planning.communication.YearWheel;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the communication plan rests on, as data: its glossary of parties, and the year wheel. */
@TenantApi
@Allowed({Role.COORDINATOR, Role.STAFF})
class GlossaryApi {

    private final Glossary glossary;
    private final YearWheel wheel;
    private final WheelChanges changes;

    GlossaryApi(Glossary glossary, YearWheel wheel, WheelChanges changes) {
        this.glossary = glossary;
        this.wheel = wheel;
        this.changes = changes;
    }

    /**
     * Who is meant by a name in the plan.
     *
     * @param aliases how else it is written there
     * @param people of the tenant who stand behind it
     */
    record PartyData(
            UUID id, String name, List<String> aliases, String description, Set<UUID> people, int lockVersion) {

        static PartyData of(Party party) {
            return new PartyData(
                    party.id(),
                    party.name(),
                    party.text().aliases(),
                    party.text().description(),
                    party.people(),
                    party.lockVersion());
        }
    }

    record NewParty(
            @Nullable String name,
            @Nullable List<String> aliases,
            @Nullable String description,
            @Nullable Set<UUID> people,
            @Nullable Integer lockVersion) {

        Party.Text text() {
            return Party.Text.of(name, Objects.requireNonNullElse(aliases, List.of()), description);
        }

        Set<UUID> chosen() {
            return Objects.requireNonNullElse(people, Set.of());
        }
    }

    /**
     * A point of the year wheel: a day of a month, every year.
     *
     * @param lockVersion to be sent back with a change
     */
    record PointData(UUID id, String name, int month, int day, int lockVersion) {

        static PointData of(WheelPoint point) {
            return new PointData(
                    point.id(),
                    point.name(),
                    point.day().getMonthValue(),
                    point.day().getDayOfMonth(),
                    point.lockVersion());
        }
    }

    /** @param lockVersion of the point that is changed; a new one has none */
    record NewPoint(
            @Nullable String name,
            int month,
            int day,
            @Nullable Integer lockVersion) {}

    /** The parties in their order. */
    @GetMapping("/glossary-parties")
    @Allowed
    List<PartyData> parties() {
        return glossary.all().stream().map(PartyData::of).toList();
    }

    /** Adds a party at the end. 409 if there is one of that name. */
    @PostMapping("/glossary-parties")
    @ResponseStatus(HttpStatus.CREATED)
    PartyData add(@RequestBody NewParty party) {
        return PartyData.of(glossary.add(party.text(), party.chosen()));
    }

    /** Changes a party. 409 if it has changed since it was read, or another one has that name. */
    @PutMapping("/glossary-parties/{id}")
    PartyData change(@PathVariable UUID id, @RequestBody NewParty party) {
        return PartyData.of(
                glossary.change(id, party.text(), party.chosen(), Objects.requireNonNullElse(party.lockVersion(), 0)));
    }

    @DeleteMapping("/glossary-parties/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        glossary.remove(id);
    }

    /** The points of the year wheel in the order of the year. */
    @GetMapping("/year-wheel-points")
    @Allowed
    List<PointData> points() {
        return wheel.points().stream().map(PointData::of).toList();
    }

    /** Adds a point; tasks of rows that go by the wheel follow. */
    @PostMapping("/year-wheel-points")
    @ResponseStatus(HttpStatus.CREATED)
    PointData addPoint(@RequestBody NewPoint point) {
        return PointData.of(changes.add(Objects.requireNonNullElse(point.name(), ""), point.month(), point.day()));
    }

    /** Changes a point; tasks that nobody has touched move along. 409 if it has changed since it was read. */
    @PutMapping("/year-wheel-points/{id}")
    PointData changePoint(@PathVariable UUID id, @RequestBody NewPoint point) {
        return PointData.of(changes.change(
                id,
                Objects.requireNonNullElse(point.name(), ""),
                point.month(),
                point.day(),
                Objects.requireNonNullElse(point.lockVersion(), 0)));
    }

    /** Removes a point, and its tasks that nobody has touched. */
    @DeleteMapping("/year-wheel-points/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePoint(@PathVariable UUID id) {
        changes.remove(id);
    }
}
