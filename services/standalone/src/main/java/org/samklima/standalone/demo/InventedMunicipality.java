package org.samklima.standalone.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A municipality that does not exist, with figures that could be: emissions fall by and large, each at its own pace; some
 * years were never measured.
 *
 * @param code in the invented country's statistics; begins with 99, as no real one does
 * @param inhabitants in 2025
 * @param peerGroup its size
 * @param falling share by which its emissions fall in a year
 */
record InventedMunicipality(String code, String name, int inhabitants, String peerGroup, double falling) {

    static final List<String> SECTORS = List.of(
            "Arbetsmaskiner",
            "Avfall (inkl. avlopp)",
            "Egen uppvärmning av bostäder och lokaler",
            "El och fjärrvärme",
            "Industri (energi + processer)",
            "Jordbruk",
            "Produktanvändning",
            "Transporter",
            "Utrikes transporter");

    static final List<Integer> YEARS =
            List.of(1990, 2000, 2005, 2010, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024);

    private static final double[] SHARE_OF_SECTOR = {0.05, 0.03, 0.14, 0.09, 0.21, 0.12, 0.03, 0.31, 0.02};
    private static final double[] PACE_OF_SECTOR = {0.4, 1.8, 3.2, 1.6, 0.8, 0.2, -0.6, 0.7, -0.4};

    static List<InventedMunicipality> all() {
        return List.of(
                of(1, "Ängsvik", 148_300, 0.014),
                of(2, "Björkaryd", 92_150, 0.017),
                of(3, "Granfors", 61_480, 0.010),
                of(4, "Havsnäs", 54_020, 0.021),
                of(5, "Kvarnlunda", 41_760, 0.016),
                of(6, "Lindstad", 38_210, 0.013),
                of(7, "Mosseberga", 29_940, 0.008),
                of(8, "Norrsala", 26_330, 0.019),
                of(9, "Olskär", 21_870, 0.012),
                of(10, "Perlinge", 18_490, 0.015),
                of(11, "Rävmark", 15_120, 0.004),
                of(12, "Solhamra", 12_680, 0.022),
                of(13, "Tallmo", 9_870, 0.011),
                of(14, "Utterby", 8_240, -0.003),
                of(15, "Vintersund", 6_410, 0.018),
                of(16, "Åkershult", 4_930, 0.009));
    }

    private static InventedMunicipality of(int number, String name, int inhabitants, double falling) {
        var group = inhabitants > 50_000 ? "large" : inhabitants > 15_000 ? "middle" : "small";
        return new InventedMunicipality("99%02d".formatted(number), name, inhabitants, group, falling);
    }

    String slug() {
        return name.toLowerCase(Locale.ROOT).replace('å', 'a').replace('ä', 'a').replace('ö', 'o');
    }

    /** Inhabitants of a year; towns grow, the smallest places shrink a little. */
    int inhabitants(int year) {
        var growth = inhabitants > 15_000 ? 0.006 : -0.003;
        return (int) Math.round(inhabitants * Math.pow(1 + growth, year - 2025));
    }

    /** Tonnes CO2e of a sector; the smallest have no traffic abroad, which is a true zero. */
    double emissions(String sector, int year) {
        int index = SECTORS.indexOf(sector);
        if (index == SECTORS.size() - 1 && inhabitants < 10_000) {
            return 0;
        }
        var noise = 1 + 0.05 * new Random(code.hashCode() * 31L + index * 1009L + year).nextGaussian();
        var tonnesAHead = 7.5 + Math.floorMod(code.hashCode(), 7) * 0.6;
        var sinceThen = Math.pow(1 - falling * PACE_OF_SECTOR[index], year - 1990);
        return Math.round(100 * inhabitants * tonnesAHead * SHARE_OF_SECTOR[index] * sinceThen * noise) / 100.0;
    }

    double emissions(int year) {
        return SECTORS.stream().mapToDouble(sector -> emissions(sector, year)).sum();
    }

    /** Nobody measured here in these years: a gap, not a zero. */
    boolean measured(int year) {
        return !(name.equals("Tallmo") && year < 2005) && !(name.equals("Olskär") && year == 2017);
    }
}
