package org.samklima.portal.indicators.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.network.Member;
import org.samklima.portal.network.MemberMatcher;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;

/**
 * Whom the figures of a file may be about: an association's members, or the tenant that imports alone.
 *
 * @param ourselves whether it is the tenant alone
 */
record ImportSubjects(List<Subject> all, boolean ourselves) {

    /** What stands with the name of a county or region without being part of it. */
    private static final Set<String> TITLES = Set.of("lan", "region", "regionen", "landsting", "amt", "county");

    private static final String REGION_JOINED = "regionen";

    /** @param isRegion whether it is the region itself and no place in it, however alike they are called */
    record Subject(Known known, boolean isRegion) {}

    static ImportSubjects members(List<Member> members) {
        return new ImportSubjects(
                members.stream()
                        .map(member -> subject(member.id(), member.officialCode(), member.name(), member.kind()))
                        .toList(),
                false);
    }

    static ImportSubjects ourselves(Tenant tenant) {
        return new ImportSubjects(
                List.of(subject(tenant.id(), tenant.officialCode(), tenant.name(), tenant.kind())), true);
    }

    private static Subject subject(UUID id, @Nullable String code, String name, TenantKind kind) {
        return new Subject(new Known(id, code, name), kind == TenantKind.REGION);
    }

    /** Those whose names stand among places. Where counties have a column of their own, a region is none of the places. */
    MemberMatcher places(boolean countiesStandApart) {
        return new MemberMatcher(known(subject -> !(countiesStandApart && subject.isRegion())));
    }

    /** The region that the county is, if exactly one is called like it: {@code Vikens län} is {@code Region Viken}. */
    Optional<Known> region(String county) {
        var sought = bare(county);
        var found = known(Subject::isRegion).stream()
                .filter(region -> isCalled(bare(region.name()), sought))
                .toList();
        return found.size() == 1 && !sought.isEmpty() ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Known> known(Predicate<Subject> which) {
        return all.stream().filter(which).map(Subject::known).toList();
    }

    private static boolean isCalled(String region, String county) {
        return region.equals(county) || region.startsWith(county + " ");
    }

    /** Without titles, and without the genitive's s. */
    private static String bare(String name) {
        var words = Arrays.stream(Spelling.fold(name).split(" "))
                .filter(word -> !TITLES.contains(word))
                .collect(Collectors.joining(" "));
        var untitled =
                words.endsWith(REGION_JOINED) ? words.substring(0, words.length() - REGION_JOINED.length()) : words;
        return untitled.endsWith("s") ? untitled.substring(0, untitled.length() - 1) : untitled;
    }
}
