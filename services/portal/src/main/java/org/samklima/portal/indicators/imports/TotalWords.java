package org.samklima.portal.indicators.imports;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.portal.tables.Spelling;

/** The words by which a file says "all of them" in the place of a place, a sector or a sub-sector. */
final class TotalWords {

    /** What statistics in our languages write; a chosen word takes their place. */
    private static final Set<String> USUAL = folded(Stream.of(
            "Alla",
            "Alla sektorer",
            "Samtliga",
            "Totalt",
            "Total",
            "Summa",
            "Riket",
            "Hela landet",
            "Alle",
            "Alle sektorer",
            "I alt",
            "Hele landet",
            "Insgesamt",
            "Gesamt",
            "Summe",
            "Alle Sektoren",
            "All",
            "All sectors",
            "Sum",
            "Whole country"));

    private final Set<String> words;

    private TotalWords(Set<String> words) {
        this.words = words;
    }

    /** @param chosen none for the usual ones */
    static TotalWords of(Collection<String> chosen) {
        return chosen.isEmpty() ? new TotalWords(USUAL) : new TotalWords(folded(chosen.stream()));
    }

    boolean contains(String text) {
        return words.contains(Spelling.fold(text));
    }

    private static Set<String> folded(Stream<String> words) {
        return words.map(Spelling::fold).collect(Collectors.toUnmodifiableSet());
    }
}
