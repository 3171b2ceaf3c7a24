package org.samklima.portal.indicators.imports;

import java.util.Optional;
import java.util.Set;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.tables.Spelling;

/** How a file says whether a figure is official statistics or somebody's own: as we write it ourselves. */
final class OriginWords {

    private static final Set<String> OFFICIAL = Set.of("official", "officiell", "officiel", "amtlich", "offiziell");
    private static final Set<String> OWN = Set.of("own", "egen", "eigen", "eigene");

    private OriginWords() {}

    /** Empty where nothing is said, or something else. */
    static Optional<Origin> read(String text) {
        var folded = Spelling.fold(text);
        if (OFFICIAL.contains(folded)) {
            return Optional.of(Origin.OFFICIAL);
        }
        return OWN.contains(folded) ? Optional.of(Origin.OWN) : Optional.empty();
    }
}
