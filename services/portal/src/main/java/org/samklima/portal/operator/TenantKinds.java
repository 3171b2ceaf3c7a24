package org.samklima.portal.operator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tenancy.TenantKind;

/** The words by which lists name the kind of a tenant, in the languages of the product. */
final class TenantKinds {

    private static final Map<TenantKind, Set<String>> WORDS = Map.of(
            TenantKind.MUNICIPALITY, Set.of("municipality", "kommun", "kommune", "gemeinde", "stadt", "city"),
            TenantKind.REGION, Set.of("region", "landkreis", "kreis", "county"),
            TenantKind.ASSOCIATION, Set.of("association", "forening", "verein", "network", "natverk", "netzwerk"));

    private TenantKinds() {}

    static Optional<TenantKind> of(String word) {
        var folded = Spelling.fold(word);
        return WORDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
