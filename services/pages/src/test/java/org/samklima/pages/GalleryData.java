package org.samklima.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.ChartData.Series;

/** Invented figures of invented municipalities, the same on every run. */
final class GalleryData {

    static final List<String> SECTORS = List.of(
            "Transporter",
            "Industri (energi + processer)",
            "Jordbruk",
            "El och fjärrvärme",
            "Arbetsmaskiner",
            "Egen uppvärmning av bostäder och lokaler",
            "Utrikes transporter",
            "Produktanvändning",
            "Avfall (inkl. avlopp)");

    static final List<String> MEMBERS = List.of(
            "Nyby", "Granvik", "Insjön", "Björklunda", "Strandhamn", "Ängsholm", "Övre Sjötorp med Lillåns bruk");

    private static final Locale SWEDISH = Locale.of("sv");

    private GalleryData() {}

    static ChartData lines() {
        var years = IntStream.rangeClosed(2000, 2030).boxed().toList();
        return ChartData.lines(SWEDISH, "Utsläppen i Nyby har minskat med 34 % sedan 2000")
                .of("Utsläpp av växthusgaser", "ton", 0)
                .over("År", years.stream().map(String::valueOf).toList())
                .with(Series.measured(
                        "Nyby", years.stream().map(GalleryData::measured).toList()))
                .with(Series.peers(
                        "Kommungruppens medelvärde",
                        years.stream().map(GalleryData::peers).toList()))
                .with(Series.target(
                        "Väg till målet 2030",
                        years.stream().map(GalleryData::path).toList()))
                .from("Nationella emissionsdatabasen, 2026")
                .named("nyby-utslapp");
    }

    private static @Nullable BigDecimal measured(int year) {
        boolean unknown = year > 2024 || year == 2007 || year == 2008;
        return unknown ? null : tonnes(95_000 - (year - 2000) * 1_346 + 2_400 * Math.sin(year));
    }

    private static @Nullable BigDecimal peers(int year) {
        return year > 2024 ? null : tonnes(88_000 - (year - 2000) * 900 + 1_500 * Math.cos(year * 0.7));
    }

    private static @Nullable BigDecimal path(int year) {
        return year == 2000 ? tonnes(95_000) : year == 2030 ? tonnes(38_000) : null;
    }

    static ChartData stacked(boolean areas) {
        var years = IntStream.rangeClosed(2010, 2024).boxed().toList();
        var title = "Transporterna står för mer än en tredjedel av utsläppen";
        var chart = (areas ? ChartData.stackedAreas(SWEDISH, title) : ChartData.stackedBars(SWEDISH, title))
                .of("Utsläpp efter sektor", "ton", 0)
                .over("År", years.stream().map(String::valueOf).toList())
                .from("Nationella emissionsdatabasen, 2026")
                .named("nyby-sektorer");
        for (int sector = 0; sector < SECTORS.size(); sector++) {
            double size = 30_000 / (sector + 1.0);
            chart = chart.with(Series.measured(
                    SECTORS.get(sector),
                    years.stream()
                            .map(year -> tonnes(size * (1 - (year - 2010) * 0.02)))
                            .toList()));
        }
        return chart;
    }

    static ChartData bars() {
        var values = new ArrayList<@Nullable BigDecimal>(List.of(
                new BigDecimal("2.9"),
                new BigDecimal("3.4"),
                new BigDecimal("3.6"),
                new BigDecimal("4.1"),
                new BigDecimal("5.8"),
                new BigDecimal("7.25")));
        values.add(null);
        return ChartData.bars(SWEDISH, "Nyby släpper ut minst per invånare i kommungruppen")
                .of("Utsläpp per invånare 2024", "ton", 1)
                .over("Kommun", MEMBERS)
                .with(Series.measured("Utsläpp per invånare", values))
                .highlighting(List.of("Nyby"))
                .from("Nationella emissionsdatabasen, 2026")
                .named("jamforelse");
    }

    static ChartData dots() {
        int members = 290;
        var names = IntStream.rangeClosed(1, members)
                .mapToObj(number -> number == 77 ? "Nyby" : "Kommun " + number)
                .toList();
        var values = IntStream.rangeClosed(1, members)
                .mapToObj(number -> new BigDecimal(5 + 2.2 * Math.sin(number * 12.9898) + 1.6 * Math.cos(number * 4.1))
                        .setScale(2, RoundingMode.HALF_UP))
                .toList();
        return ChartData.dots(SWEDISH, "Hälften av medlemmarna släpper ut mindre än 5 ton per invånare")
                .of("Utsläpp per invånare 2024", "ton", 1)
                .over("Kommun", names)
                .with(Series.measured("Utsläpp per invånare", new ArrayList<@Nullable BigDecimal>(values)))
                .highlighting(List.of("Nyby"))
                .from("Nationella emissionsdatabasen, 2026")
                .named("alla-medlemmar");
    }

    private static BigDecimal tonnes(double value) {
        return BigDecimal.valueOf(Math.round(value));
    }
}
