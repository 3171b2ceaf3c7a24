package org.samklima.overview.invented;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Direction;
import org.samklima.published.Edition;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.Figures;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.samklima.published.NetworkProfile;
import org.samklima.published.Remark;
import org.samklima.published.RoundResult;
import org.samklima.published.Source;
import org.samklima.published.Texts;

/** An edition of a few figures that a test writes out itself: emissions and population, nothing else. */
public final class SmallEdition {

    private final List<Integer> years;
    private final Map<String, FigureRow> emissions = new LinkedHashMap<>();
    private final Map<String, FigureRow> population = new TreeMap<>();

    private SmallEdition(List<Integer> years) {
        this.years = years;
    }

    public static SmallEdition of(Integer... years) {
        return new SmallEdition(List.of(years));
    }

    /** Adds a member with its emissions of each year. */
    public SmallEdition member(String key, @Nullable String... values) {
        return member(key, List.of(), values);
    }

    public SmallEdition member(String key, @Nullable String first, @Nullable String second, Remark remark) {
        return member(key, List.of(remark), first, second);
    }

    private SmallEdition member(String key, List<Remark> remarks, @Nullable String... values) {
        emissions.put(key, new FigureRow(key, null, decimals(values), remarks));
        return this;
    }

    public SmallEdition population(String key, @Nullable String... values) {
        population.put(key, new FigureRow(key, null, decimals(values), List.of()));
        return this;
    }

    private static List<@Nullable BigDecimal> decimals(@Nullable String... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? null : new BigDecimal(value))
                .toList();
    }

    public ReadableEdition read() {
        return new ReadableEdition(edition());
    }

    public Edition edition() {
        return of(InventedNetwork.small().profile());
    }

    /** The edition as one of this network. */
    public Edition of(NetworkProfile network) {
        return new Edition(
                Edition.FORMAT,
                network,
                2025,
                1,
                Instant.parse("2026-03-01T09:00:00Z"),
                Texts.of("sv", "Klimatåret 2025"),
                Texts.of("sv", "Så gick det."),
                List.of(),
                List.of(),
                emissions.keySet().stream()
                        .map(key -> new Member(
                                key, UUID.nameUUIDFromBytes(key.getBytes()), key, null, MemberKind.MUNICIPALITY, null))
                        .toList(),
                new Figures(
                        List.of(indicator("emissions", true, 1990), indicator("population", false, null)),
                        List.of(),
                        List.of(
                                new Source("official", Texts.of("sv", "Statistik"), true, null, null, null),
                                new Source("own", Texts.of("sv", "Egen uppgift"), false, null, null, null)),
                        "population",
                        List.of(table("emissions", emissions), table("population", population))),
                new RoundResult(List.of(), List.of()),
                List.of());
    }

    private FigureTable table(String indicator, Map<String, FigureRow> rows) {
        return new FigureTable(indicator, null, years, "official", new ArrayList<>(rows.values()));
    }

    private static Indicator indicator(String code, boolean perInhabitant, @Nullable Integer baselineYear) {
        return new Indicator(
                code,
                Texts.of("sv", code),
                null,
                Texts.of("sv", "ton"),
                0,
                Direction.LOWER_IS_BETTER,
                null,
                perInhabitant,
                baselineYear,
                null);
    }
}
