package org.samklima.portal.indicators.definitions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.published.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the tenant's own indicators mean, and the lists that divide them, as data. */
@TenantApi
@Allowed({Role.MANAGER, Role.STAFF, Role.COORDINATOR})
class DefinitionApi {

    private final OwnIndicators indicators;
    private final OwnSectorLists sectorLists;

    DefinitionApi(OwnIndicators indicators, OwnSectorLists sectorLists) {
        this.indicators = indicators;
        this.sectorLists = sectorLists;
    }

    /**
     * An indicator of the tenant's own; what is not said is neutral.
     *
     * @param code kept for ever; left out where it stands in the address
     * @param lockVersion of the definition that was read before; left out, whatever is there now is changed
     */
    record Definition(
            @Nullable String code,
            @Nullable Texts name,
            @Nullable Texts definition,
            @Nullable Texts unit,
            @Nullable Integer decimals,
            @Nullable Direction direction,
            @Nullable String sectorList,
            @Nullable Boolean perInhabitant,
            @Nullable Integer lockVersion) {

        Indicator indicator(@Nullable String code) {
            if (name == null) {
                throw Problem.invalid("indicators.definition.no-name");
            }
            if (unit == null) {
                throw Problem.invalid("indicators.definition.no-unit");
            }
            try {
                return new Indicator(
                        Objects.requireNonNullElse(code, ""),
                        name,
                        definition == null ? name : definition,
                        unit,
                        Objects.requireNonNullElse(decimals, 0),
                        Objects.requireNonNullElse(direction, Direction.NEITHER),
                        sectorList,
                        Boolean.TRUE.equals(perInhabitant),
                        false);
            } catch (IllegalArgumentException impossible) {
                throw Problem.invalid("indicators.new.impossible", String.valueOf(impossible.getMessage()));
            }
        }
    }

    /**
     * The tenant's own indicator, to be changed.
     *
     * @param figures how many there are; unit and sector list stay as they are once there is one
     */
    record Edited(Indicator indicator, int lockVersion, int figures) {}

    /**
     * A sector list of the tenant's own.
     *
     * @param code kept for ever; left out where it stands in the address
     * @param lockVersion as with an indicator
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnList(
            @Nullable String code,
            @Nullable Texts name,
            @Nullable List<@Nullable OwnSector> sectors,
            @Nullable Integer lockVersion) {

        OwnList {
            sectors = Objects.requireNonNullElse(sectors, List.of());
        }

        SectorList list(@Nullable String code) {
            if (name == null) {
                throw Problem.invalid("indicators.definition.no-name");
            }
            try {
                return new SectorList(
                        Objects.requireNonNullElse(code, ""),
                        name,
                        sectors == null
                                ? List.of()
                                : sectors.stream().map(OwnSector::sector).toList(),
                        false);
            } catch (IllegalArgumentException impossible) {
                throw Problem.invalid("indicators.new.impossible", String.valueOf(impossible.getMessage()));
            }
        }
    }

    /** @param gpc sectors of the Global Protocol that it belongs to, separated by commas */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnSector(
            @Nullable String code,
            @Nullable Texts name,
            @Nullable String gpc) {

        private static Sector sector(@Nullable OwnSector sector) {
            if (sector == null || sector.name == null) {
                throw Problem.invalid("indicators.definition.no-name");
            }
            return new Sector(Objects.requireNonNullElse(sector.code, ""), sector.name, sector.gpc, List.of());
        }
    }

    /** 409 if the code is taken. */
    @PostMapping("/indicators")
    @ResponseStatus(HttpStatus.CREATED)
    void add(@RequestBody Definition indicator) {
        indicators.add(indicator.indicator(indicator.code()));
    }

    /** An indicator of the tenant's own with what a change needs to know; 404 for a shared one. */
    @GetMapping("/indicators/{code}/definition")
    Edited one(@PathVariable String code) {
        var edited = indicators.get(code);
        return new Edited(edited.indicator(), edited.lockVersion(), edited.figures());
    }

    /**
     * Changes what the indicator is called and how it is shown. 409 if it was changed since {@code lockVersion}; 422 if there
     * are figures and they would mean something else.
     */
    @PutMapping("/indicators/{code}")
    Edited change(@PathVariable String code, @RequestBody Definition changed) {
        var lockVersion = changed.lockVersion() == null ? indicators.get(code).lockVersion() : changed.lockVersion();
        indicators.change(changed.indicator(code), lockVersion);
        return one(code);
    }

    /** 409 if there are figures, or something is measured by it. */
    @DeleteMapping("/indicators/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code) {
        indicators.remove(code);
    }

    /** 409 if the code is taken. */
    @PostMapping("/sector-lists")
    @ResponseStatus(HttpStatus.CREATED)
    void add(@RequestBody OwnList list) {
        sectorLists.add(list.list(list.code()));
    }

    /** The tenant's own list; 404 for a shared one. */
    @GetMapping("/sector-lists/{code}")
    OwnList list(@PathVariable String code) {
        var edited = sectorLists.get(code);
        return new OwnList(
                code,
                edited.list().name(),
                edited.list().sectors().stream()
                        .map(sector -> new OwnSector(sector.code(), sector.name(), sector.gpc()))
                        .toList(),
                edited.lockVersion());
    }

    /** Changes the list. 409 if it was changed since {@code lockVersion}; 422 if there are figures by other sectors. */
    @PutMapping("/sector-lists/{code}")
    OwnList change(@PathVariable String code, @RequestBody OwnList changed) {
        var lockVersion = changed.lockVersion() == null ? sectorLists.get(code).lockVersion() : changed.lockVersion();
        sectorLists.change(changed.list(code), lockVersion);
        return list(code);
    }

    /** 409 if an indicator is divided by it. */
    @DeleteMapping("/sector-lists/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeList(@PathVariable String code) {
        sectorLists.remove(code);
    }
}
