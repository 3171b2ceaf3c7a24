package org.samklima.portal.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.network.MemberMatcher.Match;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenant;

/** Finds in the directory of all tenants whom a row names: at home first, and abroad where nobody at home is called so. */
final class DirectorySearch {

    private final Map<UUID, Tenant> tenants;
    private final MemberMatcher atHome;
    private final MemberMatcher abroad;

    DirectorySearch(List<Tenant> directory, String country) {
        this.tenants = directory.stream().collect(Collectors.toMap(Tenant::id, tenant -> tenant));
        this.atHome = matcher(directory, tenant -> tenant.country().equals(country));
        this.abroad = matcher(directory, tenant -> !tenant.country().equals(country));
    }

    private static MemberMatcher matcher(List<Tenant> directory, Predicate<Tenant> which) {
        return new MemberMatcher(directory.stream()
                .filter(which)
                .map(tenant -> new Known(tenant.id(), tenant.officialCode(), tenant.name()))
                .toList());
    }

    /**
     * By code, else by name.
     *
     * @throws Problem if nobody or more than one fits, or code and name mean two
     */
    Tenant find(String code, String name) {
        if (code.isEmpty() && name.isEmpty()) {
            throw Problem.invalid("network.import.nobody");
        }
        if (code.isEmpty()) {
            return tenant(byName(name), name);
        }
        return switch (byCode(code)) {
            case Match.Found found -> agreeing(found.member(), name);
            case Match.Ambiguous ambiguous -> name.isEmpty() ? tenant(ambiguous, code) : tenant(byName(name), name);
            case Match.Unknown _ -> withoutCode(code, name);
        };
    }

    /** Statistics call places in many ways; only a name that is somebody else's contradicts the code. */
    private Tenant agreeing(Known byCode, String name) {
        if (!name.isEmpty()
                && byName(name) instanceof Match.Found byName
                && !byName.member().id().equals(byCode.id())) {
            throw Problem.invalid("network.import.code-and-name-differ", byCode.name(), name);
        }
        return tenants.get(byCode.id());
    }

    /** A code that we do not know cannot contradict a tenant that has none. */
    private Tenant withoutCode(String code, String name) {
        if (!name.isEmpty()
                && byName(name) instanceof Match.Found found
                && found.member().code() == null) {
            return tenants.get(found.member().id());
        }
        throw Problem.invalid("network.import.code-unknown", code);
    }

    private Tenant tenant(Match match, String written) {
        return switch (match) {
            case Match.Found found -> tenants.get(found.member().id());
            case Match.Ambiguous ambiguous ->
                throw Problem.invalid("network.import.ambiguous", written, String.join(", ", ambiguous.names()));
            case Match.Unknown unknown
            when unknown.nearest() != null ->
                throw Problem.invalid("network.import.unknown-but-near", written, unknown.nearest());
            case Match.Unknown _ -> throw Problem.invalid("network.import.unknown", written);
        };
    }

    private Match byCode(String code) {
        var home = atHome.byCode(code);
        return home instanceof Match.Unknown ? abroad.byCode(code) : home;
    }

    private Match byName(String name) {
        var home = atHome.byName(name);
        return home instanceof Match.Unknown && abroad.byName(name) instanceof Match.Found found ? found : home;
    }
}
