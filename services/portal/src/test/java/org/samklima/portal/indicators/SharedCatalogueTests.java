package org.samklima.portal.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.published.NotationKey;
import org.samklima.published.Texts;

class SharedCatalogueTests {

    private static final SharedCatalogue SHARED = SharedCatalogue.shipped();

    @Test
    void every_word_of_it_exists_in_four_languages() {
        var words = Stream.concat(
                SHARED.indicators().stream()
                        .flatMap(indicator -> Stream.of(indicator.name(), indicator.definition(), indicator.unit())),
                SHARED.sectorLists().stream()
                        .flatMap(list -> Stream.concat(
                                Stream.of(list.name()), list.sectors().stream().map(Sector::name))));

        assertThat(words)
                .allSatisfy(text ->
                        assertThat(text.byLanguage().keySet()).containsExactlyInAnyOrder("sv", "da", "de", "en"));
    }

    @Test
    void codes_are_unique_and_lead_somewhere() {
        assertThat(SHARED.indicators()).extracting(Indicator::code).doesNotHaveDuplicates();
        assertThat(SHARED.indicators())
                .filteredOn(indicator -> indicator.sectorList() != null)
                .allMatch(indicator ->
                        SHARED.findSectorList(indicator.sectorList()).isPresent());
        assertThat(SHARED.find(SharedCatalogue.POPULATION)).isPresent();
    }

    @Test
    void what_is_derived_is_not_among_what_is_stored() {
        assertThat(SHARED.find("ghg-per-inhabitant")).isEmpty();
    }

    @Test
    void swedens_nine_sectors_are_mapped_to_the_protocol() {
        var swedish = SHARED.findSectorList("se-official").orElseThrow();
        var protocol = SHARED.findSectorList("gpc").orElseThrow().sectors().stream()
                .map(Sector::gpc)
                .toList();

        assertThat(swedish.sectors()).hasSize(9);
        assertThat(swedish.sectors())
                .allSatisfy(sector -> assertThat(List.of(sector.gpc().split(", ")))
                        .allMatch(code -> protocol.stream()
                                .anyMatch(known -> known.equals(code) || known.startsWith(code + "."))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waste",
                "Avfall (inkl. avlopp)",
                "Avfall (inkl.avlopp)",
                "AVFALL",
                "Affald (inkl. spildevand)",
                "Waste (including wastewater)"
            })
    void a_sector_is_known_by_code_name_and_other_spellings(String written) {
        var swedish = SHARED.findSectorList("se-official").orElseThrow();

        assertThat(swedish.called(written)).map(Sector::code).hasValue("waste");
    }

    @Test
    void a_sector_is_not_guessed_from_a_part_of_its_name() {
        var swedish = SHARED.findSectorList("se-official").orElseThrow();

        assertThat(swedish.called("Alla")).isEmpty();
        assertThat(swedish.called("Uppvärmning")).isEmpty();
    }

    @Test
    void a_figure_has_a_plausible_value_or_a_key_with_an_explanation() {
        assertThatThrownBy(() -> new Figure.Value(new BigDecimal("1e12"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figure.Noted(NotationKey.NE, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Figure.Noted(NotationKey.NE, "no data").value()).isEmpty();
        assertThat(new Figure.Value(BigDecimal.ZERO).value()).hasValue(BigDecimal.ZERO);
    }

    @Test
    void codes_fit_into_an_address() {
        assertThatThrownBy(() -> new SectorList("Not a code", Texts.of("en", "x"), List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
