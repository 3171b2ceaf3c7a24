package org.samklima.overview.invented;

import static org.samklima.overview.invented.InventedNetwork.texts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Direction;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.Figures;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.samklima.published.NotationKey;
import org.samklima.published.Remark;
import org.samklima.published.Sector;
import org.samklima.published.SectorList;
import org.samklima.published.Source;
import org.samklima.published.Target;
import org.samklima.published.Texts;

/** Figures as official statistics have them: gaps, true zeros, notation keys, and a member's own here and there. */
final class InventedFigures {

    private static final int LAST_YEAR = 2024;
    private static final Texts NONE = texts("st", "stk.", "Stück", "pcs");

    private final List<Member> members;
    private final List<Integer> years;
    private final int indicators;
    private final SplittableRandom random;

    InventedFigures(List<Member> members, int years, int indicators, SplittableRandom random) {
        this.members = members.stream()
                .filter(member -> member.kind() == MemberKind.MUNICIPALITY)
                .toList();
        this.years = Stream.concat(
                        Stream.of(1990, 2000, 2005),
                        IntStream.rangeClosed(LAST_YEAR - years + 4, LAST_YEAR).boxed())
                .toList();
        this.indicators = indicators;
        this.random = random;
    }

    Figures figures() {
        var list = new ArrayList<Indicator>();
        var tables = new ArrayList<FigureTable>();
        list.add(emissions());
        List<Sector> sectors = sectors();
        tables.add(emissionsTable(null, 1));
        for (int i = 0; i < sectors.size(); i++) {
            tables.add(emissionsTable(sectors.get(i).code(), (i + 1) / 45.0));
        }
        for (int i = 1; i < indicators - 1; i++) {
            list.add(other(i));
            tables.add(table("indicator-" + i, null, "survey", year -> 35 + random.nextInt(6000) / 100.0, 2));
        }
        list.add(indicator(
                "population",
                texts("Invånare", "Indbyggere", "Einwohner", "Inhabitants"),
                NONE,
                Direction.NEUTRAL,
                false));
        tables.add(population());
        return new Figures(
                list,
                List.of(new SectorList(
                        "nine", texts("Nio sektorer", "Ni sektorer", "Neun Sektoren", "Nine sectors"), sectors)),
                List.of(
                        new Source(
                                "emissions-database",
                                texts(
                                        "Utsläppsdatabasen",
                                        "Emissionsdatabasen",
                                        "Emissionsdatenbank",
                                        "Emissions database"),
                                true,
                                "2026.1",
                                2026,
                                "https://statistics.example/emissions"),
                        new Source(
                                "survey",
                                texts("Kommunenkäten", "Kommuneundersøgelsen", "Kommunalumfrage", "Municipal survey"),
                                true,
                                null,
                                2025,
                                null),
                        new Source(
                                "own",
                                texts(
                                        "Kommunens egen uppgift",
                                        "Kommunens egen oplysning",
                                        "Eigene Angabe",
                                        "The municipality’s own figure"),
                                false,
                                null,
                                null,
                                null)),
                "population",
                tables);
    }

    private static Indicator emissions() {
        return new Indicator(
                "emissions",
                texts(
                        "Utsläpp av växthusgaser",
                        "Udledning af drivhusgasser",
                        "Treibhausgasemissionen",
                        "Greenhouse gas emissions"),
                texts(
                        "Utsläpp inom kommunens gränser.",
                        "Udledning inden for kommunens grænser.",
                        "Emissionen innerhalb der Gemeindegrenzen.",
                        "Emissions within the municipality."),
                texts("ton CO₂e", "ton CO₂e", "t CO₂e", "t CO₂e"),
                0,
                Direction.LOWER_IS_BETTER,
                "nine",
                true,
                1990,
                new Target(1990, 2030, new BigDecimal("-0.63")));
    }

    private static Indicator other(int number) {
        return indicator(
                "indicator-" + number,
                texts(
                        "Fossilfria resor " + number,
                        "Fossilfri rejser " + number,
                        "Fossilfreie Wege " + number,
                        "Fossil-free trips " + number),
                texts("%", "%", "%", "%"),
                Direction.HIGHER_IS_BETTER,
                false);
    }

    private static Indicator indicator(
            String code, Texts name, Texts unit, Direction direction, boolean perInhabitant) {
        int decimals = code.equals("population") ? 0 : 1;
        return new Indicator(code, name, null, unit, decimals, direction, null, perInhabitant, null, null);
    }

    private static List<Sector> sectors() {
        return List.of(
                new Sector("transport", texts("Transporter", "Transport", "Verkehr", "Transport"), "II"),
                new Sector("industry", texts("Industri", "Industri", "Industrie", "Industry"), "I.3"),
                new Sector("agriculture", texts("Jordbruk", "Landbrug", "Landwirtschaft", "Agriculture"), "V"),
                new Sector(
                        "power",
                        texts("El och fjärrvärme", "El og fjernvarme", "Strom und Fernwärme", "Power and heat"),
                        "I.4"),
                new Sector("machinery", texts("Arbetsmaskiner", "Maskiner", "Maschinen", "Machinery"), "II.5"),
                new Sector(
                        "heating",
                        texts("Egen uppvärmning", "Egen opvarmning", "Eigene Heizung", "Own heating"),
                        "I.1"),
                new Sector(
                        "products", texts("Produktanvändning", "Produktbrug", "Produktnutzung", "Product use"), "IV.2"),
                new Sector("waste", texts("Avfall", "Affald", "Abfall", "Waste"), "III"),
                new Sector(
                        "foreign",
                        texts("Utrikes transporter", "Udenrigstransport", "Auslandsverkehr", "International transport"),
                        null));
    }

    private FigureTable emissionsTable(@Nullable String sector, double share) {
        return table(
                "emissions",
                sector,
                "emissions-database",
                year -> share * 180_000 * (1 - (year - 1990) / 90.0) * (0.9 + random.nextInt(200) / 1000.0),
                2);
    }

    /** As in life, nobody knows the population of the first year everywhere. */
    private FigureTable population() {
        FigureTable all = table("population", null, "survey", year -> 30_000.0 + (year - 1990) * 50, 0);
        return new FigureTable(
                all.indicator(),
                null,
                all.years(),
                all.source(),
                IntStream.range(0, all.rows().size())
                        .mapToObj(i -> i % 4 == 0
                                ? withoutFirst(all.rows().get(i))
                                : all.rows().get(i))
                        .toList());
    }

    private static FigureRow withoutFirst(FigureRow row) {
        var values = new ArrayList<@Nullable BigDecimal>(row.values());
        values.set(0, null);
        return new FigureRow(row.member(), null, values, List.of());
    }

    private FigureTable table(
            String indicator, @Nullable String sector, String source, IntToDoubleFunction value, int decimals) {
        var rows = new ArrayList<FigureRow>();
        boolean whole = sector == null && decimals > 0;
        for (int member = 0; member < members.size(); member++) {
            double size = 2.5 * (members.size() - member) / members.size() + 0.1;
            var values = new ArrayList<@Nullable BigDecimal>();
            for (int year : years) {
                double factor = indicator.startsWith("indicator-") ? 1 : size;
                values.add(BigDecimal.valueOf(Math.round(value.applyAsDouble(year) * factor * 100), 2)
                        .setScale(decimals, RoundingMode.HALF_UP));
            }
            rows.add(new FigureRow(
                    members.get(member).key(),
                    null,
                    values,
                    whole ? special(member, values) : zeros(member, sector, values)));
        }
        return new FigureTable(indicator, sector, years, source, rows);
    }

    /** Every fifth member has a gap, every seventh a notation key, every ninth corrected the latest figure. */
    private List<Remark> special(int member, List<@Nullable BigDecimal> values) {
        int last = years.size() - 1;
        if (member % 5 == 4) {
            values.set(last - 2, null);
        }
        if (member % 7 == 6) {
            values.set(last - 1, null);
            return List.of(new Remark(years.get(last - 1), NotationKey.NE, "own", "Mätaren var ur funktion", null));
        }
        if (member % 9 == 8) {
            BigDecimal official = values.get(last);
            values.set(last, official.add(BigDecimal.TEN));
            return List.of(new Remark(years.get(last), null, "own", "Eget värmeverk saknades", official));
        }
        return List.of();
    }

    /** Some sectors do not occur everywhere: true zeros. */
    private static List<Remark> zeros(int member, @Nullable String sector, List<@Nullable BigDecimal> values) {
        if ("foreign".equals(sector) && member % 3 != 0) {
            values.replaceAll(_ -> BigDecimal.ZERO);
        }
        return List.of();
    }
}
