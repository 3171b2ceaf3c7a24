package org.samklima.portal.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The indicators and sector lists that come with the product and mean the same everywhere, so that a figure entered once
 * answers every network: {@code indicators/shared.json}.
 */
public final class SharedCatalogue {

    /** Code of the indicator by which others are divided. */
    public static final String POPULATION = "population";

    private static final String FILE = "/indicators/shared.json";

    private static final SharedCatalogue SHIPPED = read();

    private final List<SectorList> sectorLists;
    private final List<Entry> indicators;

    private SharedCatalogue(List<SectorList> sectorLists, List<Entry> indicators) {
        this.sectorLists = sectorLists;
        this.indicators = indicators;
    }

    /**
     * An indicator with what its columns are called in files.
     *
     * @param headings words of which a column's heading must have one
     * @param decisive words that say it beyond doubt, so that they weigh more than any of the others: what is measured in
     *     CO₂ is never taken for CO₂e
     */
    public record Entry(Indicator indicator, List<String> headings, List<String> decisive) {}

    public static SharedCatalogue shipped() {
        return SHIPPED;
    }

    List<SectorList> sectorLists() {
        return sectorLists;
    }

    List<Indicator> indicators() {
        return indicators.stream().map(Entry::indicator).toList();
    }

    public List<Entry> entries() {
        return indicators;
    }

    public Optional<Indicator> find(String code) {
        return indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    /** The code where an indicator stands among the others. */
    int positionOf(String code) {
        return indicators().stream().map(Indicator::code).toList().indexOf(code);
    }

    public Optional<SectorList> findSectorList(String code) {
        return sectorLists.stream().filter(list -> list.code().equals(code)).findFirst();
    }

    private record File(List<ListInFile> sectorLists, List<IndicatorInFile> indicators) {}

    private record ListInFile(String code, Texts name, List<Sector> sectors) {}

    private record IndicatorInFile(
            String code,
            Texts name,
            Texts definition,
            Texts unit,
            int decimals,
            Direction direction,
            @Nullable String sectorList,
            boolean perInhabitant,
            List<String> headings,
            @Nullable List<String> decisive) {}

    private static SharedCatalogue read() {
        try (var in = Objects.requireNonNull(SharedCatalogue.class.getResourceAsStream(FILE), FILE)) {
            var file = JsonMapper.builder().build().readValue(in, File.class);
            return new SharedCatalogue(
                    file.sectorLists().stream()
                            .map(list -> new SectorList(list.code(), list.name(), list.sectors(), true))
                            .toList(),
                    file.indicators().stream()
                            .map(entry -> new Entry(
                                    indicator(entry),
                                    entry.headings(),
                                    Objects.requireNonNullElse(entry.decisive(), List.of())))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Indicator indicator(IndicatorInFile entry) {
        return new Indicator(
                entry.code(),
                entry.name(),
                entry.definition(),
                entry.unit(),
                entry.decimals(),
                entry.direction(),
                entry.sectorList(),
                entry.perInhabitant(),
                true);
    }
}
