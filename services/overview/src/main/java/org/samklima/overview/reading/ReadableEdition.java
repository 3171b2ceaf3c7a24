package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Edition;
import org.samklima.published.FigureTable;
import org.samklima.published.Figures;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.samklima.published.MemberReport;
import org.samklima.published.NetworkProfile;
import org.samklima.published.Remark;
import org.samklima.published.Sector;
import org.samklima.published.Source;
import org.samklima.published.Target;

/**
 * A published edition in memory: words as they came, figures as grids of numbers. Immutable, safe to share between
 * threads. Members are known by their index in the edition's list.
 */
public final class ReadableEdition {

    private final Edition words;
    private final Map<String, Integer> memberIndex;
    private final Map<String, Indicator> indicators;
    private final Map<String, MemberReport> reports;
    private final Map<GridKey, Grid> grids = new LinkedHashMap<>();
    private final MemberKind leadingKind;

    private record GridKey(String indicator, @Nullable String sector) {}

    public ReadableEdition(Edition edition) {
        Figures figures = edition.figures();
        words = withTables(edition, List.of());
        memberIndex = IntStream.range(0, edition.members().size())
                .boxed()
                .collect(Collectors.toMap(i -> edition.members().get(i).key(), Function.identity()));
        indicators = figures.indicators().stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        reports =
                edition.round().reports().stream().collect(Collectors.toMap(MemberReport::member, Function.identity()));
        List<String> sources = figures.sources().stream().map(Source::code).toList();
        for (FigureTable table : figures.tables()) {
            grids.put(
                    new GridKey(table.indicator(), table.sector()),
                    new Grid(table, edition.members().size(), memberIndex::get, sources::indexOf));
        }
        leadingKind = mostOf(edition.members());
    }

    private static MemberKind mostOf(List<Member> members) {
        var counts = new EnumMap<MemberKind, Integer>(MemberKind.class);
        members.forEach(member -> counts.merge(member.kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(MemberKind.MUNICIPALITY);
    }

    private static Edition withTables(Edition edition, List<FigureTable> tables) {
        Figures figures = edition.figures();
        return new Edition(
                edition.format(),
                edition.network(),
                edition.year(),
                edition.version(),
                edition.publishedAt(),
                edition.title(),
                edition.introduction(),
                edition.changes(),
                edition.peerGroups(),
                edition.members(),
                new Figures(
                        figures.indicators(), figures.sectorLists(), figures.sources(), figures.population(), tables),
                edition.round(),
                edition.statements());
    }

    public EditionId id() {
        return new EditionId(words.year(), words.version());
    }

    /** Everything but the figures, whose tables are empty here. */
    public Edition words() {
        return words;
    }

    /** The document as it was published, figures included. */
    public Edition published() {
        List<String> sources =
                words.figures().sources().stream().map(Source::code).toList();
        return withTables(
                words,
                grids.entrySet().stream()
                        .map(grid -> grid.getValue()
                                .published(
                                        grid.getKey().indicator(), grid.getKey().sector(), members(), sources))
                        .toList());
    }

    public NetworkProfile network() {
        return words.network();
    }

    public List<Member> members() {
        return words.members();
    }

    /** Index of the member with this key, if it has one. */
    public @Nullable Integer indexOf(String key) {
        return memberIndex.get(key);
    }

    /** The kind that most members are of: what is compared unless somebody asks otherwise. */
    public MemberKind leadingKind() {
        return leadingKind;
    }

    public int[] members(Selection selection) {
        return IntStream.range(0, members().size())
                .filter(member -> selection.holds(members().get(member)))
                .toArray();
    }

    /** In the order in which they are shown. */
    public List<Indicator> indicators() {
        return List.copyOf(indicators.values());
    }

    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** The sectors an indicator is divided into and has figures for. */
    public List<Sector> sectors(Indicator indicator) {
        return words.figures().sectorLists().stream()
                .filter(list -> list.code().equals(indicator.sectorList()))
                .flatMap(list -> list.sectors().stream())
                .filter(sector -> grids.containsKey(new GridKey(indicator.code(), sector.code())))
                .toList();
    }

    /** Null for a member that has not reported, or whose report is not accepted. */
    public @Nullable MemberReport report(String member) {
        return reports.get(member);
    }

    /** The figures of an indicator or of a sector of it; null if there are none. */
    public @Nullable Grid grid(String indicator, @Nullable String sector) {
        return grids.get(new GridKey(indicator, sector));
    }

    public Figure figure(String indicator, @Nullable String sector, int member, int year) {
        Grid grid = grid(indicator, sector);
        if (grid == null) {
            return Figure.NONE;
        }
        BigDecimal value = grid.value(member, year);
        Remark remark = grid.remark(member, year);
        if (value == null && remark == null) {
            return Figure.NONE;
        }
        Source source = source(grid, member, remark);
        return remark == null
                ? new Figure(value, null, source, null, null)
                : new Figure(value, remark.notation(), source, remark.explanation(), remark.replaced());
    }

    private Source source(Grid grid, int member, @Nullable Remark remark) {
        List<Source> sources = words.figures().sources();
        if (remark != null && remark.source() != null) {
            return sources.stream()
                    .filter(source -> source.code().equals(remark.source()))
                    .findFirst()
                    .orElseThrow();
        }
        return sources.get(grid.source(member));
    }

    /** Whether an indicator is shown per inhabitant. */
    public boolean hasPerInhabitant(Indicator indicator) {
        return indicator.perInhabitant() && population() != null;
    }

    private @Nullable Grid population() {
        String code = words.figures().population();
        return code == null ? null : grid(code, null);
    }

    /** Inhabitants in a year; null where nobody counted. */
    public @Nullable BigDecimal population(int member, int year) {
        Grid population = population();
        return population == null ? null : population.value(member, year);
    }

    /**
     * Value / population of the same year, sixteen significant digits.
     *
     * @return null without a value, without a population for that very year, and where nobody lives
     */
    public @Nullable BigDecimal perInhabitant(Indicator indicator, @Nullable String sector, int member, int year) {
        Grid grid = grid(indicator.code(), sector);
        if (grid == null || !indicator.perInhabitant()) {
            return null;
        }
        BigDecimal value = grid.value(member, year);
        BigDecimal inhabitants = population(member, year);
        return value == null || inhabitants == null || inhabitants.signum() == 0
                ? null
                : value.divide(inhabitants, MathContext.DECIMAL64);
    }

    public Comparison comparison(Indicator indicator, @Nullable String sector, int year, int[] members) {
        return Comparison.of(this, indicator, sector, year, members);
    }

    /** Null where no member has both the baseline year and a later one. */
    public @Nullable Change change(Indicator indicator, int[] members) {
        Grid grid = grid(indicator.code(), null);
        return grid == null || indicator.baselineYear() == null
                ? null
                : Change.since(indicator.baselineYear(), grid, members);
    }

    /** A member's path to the network's target; null without a target, or without a figure for the baseline year. */
    public @Nullable TargetPath path(Indicator indicator, int member) {
        Target target = indicator.target();
        Grid grid = grid(indicator.code(), null);
        if (target == null || grid == null) {
            return null;
        }
        BigDecimal baseline = grid.value(member, target.baselineYear());
        return baseline == null ? null : TargetPath.from(baseline, target);
    }

    /** The members of the same kind whose number of inhabitants is nearest in proportion, nearest first. */
    public List<Integer> similarTo(int member, int howMany) {
        Grid population = population();
        Integer year = population == null ? null : population.latestYear(member);
        if (year == null) {
            return List.of();
        }
        double own = Math.log(population(member, year).doubleValue());
        return IntStream.of(members(new Selection(members().get(member).kind(), null)))
                .filter(other -> other != member && population(other, year) != null)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        other -> Math.abs(Math.log(population(other, year).doubleValue()) - own)))
                .limit(howMany)
                .toList();
    }
}
