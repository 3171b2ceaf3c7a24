package org.samklima.overview.invented;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Names that sound like municipalities and are none. */
final class InventedNames {

    private static final List<String> BEGINNINGS = List.of(
            "Gran", "Älv", "Björk", "Sten", "Ek", "Ler", "Hav", "Ljung", "Tall", "Asp", "Rönn", "Lind", "Kvarn",
            "Silver", "Järn", "Glim", "Tjärn", "Vass", "Rå", "Säv", "Ör", "Hjort", "Ren", "Trast", "Lärk");
    private static final List<String> ENDINGS = List.of(
            "viken", "fors", "näs", "hult", "ås", "berga", "lunda", "sund", "torp", "mark", "vall", "holm", "dalen",
            "vad");

    private InventedNames() {}

    static List<String> some(int howMany, SplittableRandom random) {
        var names = new LinkedHashSet<String>();
        while (names.size() < howMany) {
            names.add(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())) + ENDINGS.get(random.nextInt(ENDINGS.size())));
        }
        return new ArrayList<>(names);
    }

    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
