package org.samklima.portal.indicators.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samklima.portal.network.MemberMatcher;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.network.MemberMatcher.Match;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tables.TableRow;

/** Understands whom each row is about: a member, by code or name; a region, by its county; or an area larger than those. */
final class PlaceReading {

    private final ImportPlan plan;
    private final ImportSubjects subjects;
    private final MemberMatcher places;
    private final Map<String, Optional<Known>> regions = new HashMap<>();

    PlaceReading(ImportPlan plan, ImportSubjects subjects) {
        this.plan = plan;
        this.subjects = subjects;
        this.places = subjects.places(plan.county().isPresent());
    }

    /**
     * Whom the row is about. Code and name must not contradict each other.
     *
     * @throws PassedOver if it is about a whole county or all places, which is nobody here
     * @throws AboutSomebodyElse if it is about nobody here
     */
    Known subject(TableRow row) throws Misread, PassedOver {
        if (plan.memberCode().isEmpty() && plan.memberName().isEmpty()) {
            return ourselves();
        }
        var name = text(row, plan.memberName());
        if (plan.place() != null) {
            return calledOtherwise(row, name, plan.place());
        }
        if (!name.isEmpty() && plan.totalWords().contains(name)) {
            return region(row);
        }
        if (plan.memberCode().isPresent()) {
            return byCode(row, plan.memberCode().get(), name);
        }
        return found(row, plan.memberName().orElseThrow(), name, places.byName(name), name);
    }

    private Known ourselves() {
        return subjects.all().getFirst().known();
    }

    /** Where the importing tenant has said what it is called, nothing else counts. */
    private Known calledOtherwise(TableRow row, String name, String place) throws Misread, PassedOver {
        boolean isTotal = plan.totalWords().contains(name);
        var county = text(row, plan.county());
        if (isSame(name, place) || (isTotal && isSame(county, place))) {
            return ourselves();
        }
        if (isTotal) {
            throw total(county);
        }
        var column = plan.memberName().or(plan::memberCode).orElseThrow();
        throw new AboutSomebodyElse(Misread.problem(row, column, "unknown-member", name), name);
    }

    private static boolean isSame(String one, String other) {
        return Spelling.fold(one).equals(Spelling.fold(other));
    }

    private Known region(TableRow row) throws PassedOver {
        var county = text(row, plan.county());
        if (plan.memberCode().isPresent() && places.byCode(text(row, plan.memberCode())) instanceof Match.Found found) {
            return found.member();
        }
        var region = plan.totalWords().contains(county)
                ? Optional.<Known>empty()
                : regions.computeIfAbsent(county, subjects::region);
        return region.orElseThrow(() -> total(county));
    }

    private PassedOver total(String county) {
        return new PassedOver(
                county.isEmpty() || plan.totalWords().contains(county) ? RowKind.COUNTRY_TOTAL : RowKind.COUNTY_TOTAL);
    }

    private Known byCode(TableRow row, Column column, String name) throws Misread {
        var code = text(row, plan.memberCode());
        var byCode = found(row, column, code, places.byCode(code), name.isEmpty() ? code : name);
        if (!name.isEmpty()
                && places.byName(name) instanceof Match.Found byName
                && byName.literally()
                && !byName.member().equals(byCode)) {
            throw new Misread(
                    Misread.problem(row, plan.memberName().orElseThrow(), "contradiction", byCode.name(), name));
        }
        return byCode;
    }

    /** What the row calls them, if it was taken for a member's name though it is not spelt like it. */
    Optional<String> bentName(TableRow row) {
        if (plan.place() != null || plan.memberName().isEmpty()) {
            return Optional.empty();
        }
        var name = text(row, plan.memberName());
        if (plan.totalWords().contains(name)) {
            return Optional.of(text(row, plan.county())).filter(county -> !county.isEmpty());
        }
        return plan.memberCode().isEmpty() && places.byName(name) instanceof Match.Found found && !found.literally()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Known found(TableRow row, Column column, String written, Match match, String name) throws Misread {
        if (written.isEmpty()) {
            throw new Misread(Misread.problem(row, column, "no-member"));
        }
        return switch (match) {
            case Match.Found found -> found.member();
            case Match.Ambiguous(var names) ->
                throw new Misread(Misread.problem(row, column, "ambiguous-member", written, String.join(", ", names)));
            case Match.Unknown(var nearest) ->
                throw new AboutSomebodyElse(
                        nearest == null
                                ? Misread.problem(row, column, "unknown-member", written)
                                : Misread.problem(row, column, "unknown-member-near", written, nearest),
                        name);
        };
    }

    private static String text(TableRow row, Optional<Column> column) {
        return column.map(present -> row.cell(present.index()).text()).orElse("");
    }
}
