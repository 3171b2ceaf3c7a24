package org.samklima.portal.planning.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.tenancy.Ids;

class PartyNamesTests {

    private static final PartyNames NAMES = new PartyNames(List.of(
            party("Klimakontor"),
            party("Havneby Erhverv (HE)"),
            party("Klimarådet"),
            party("Sammenspil"),
            party("Grønt Forum", "Forummet", "Erhverv")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HE + Klimakontor              | Havneby Erhverv (HE), Klimakontor
            Ledelsen; klimakontor         | Klimakontor
            Havneby Erhverv               | Havneby Erhverv (HE)
            Klimaråd                      | Klimarådet
            Klimarådets møder             | Klimarådet
            Sammenspils møder             | Sammenspil
            Forummet, Klimakontoret       | Grønt Forum, Klimakontor
            Erhverv og landbrug           | Grønt Forum
            """)
    void a_name_is_found_as_plans_write_it(String text, String named) {
        assertThat(NAMES.named(text).stream().map(Party::name).collect(Collectors.joining(", ")))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"'he og hun'", "'Hele byen'", "'Klimarådgivning'", "'Klimakontorer'", "'Erhvervslivet'", "''"})
    void a_word_that_only_begins_alike_is_no_name(String text) {
        assertThat(NAMES.named(text)).isEmpty();
    }

    @Test
    void the_pieces_are_the_text() {
        var text = "Mail, HE nyhedsbreve;\nKlimarådets møde (Klimakontor)";

        var parts = NAMES.in(text);

        assertThat(parts.stream().map(PartyNames.Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(parts).filteredOn(part -> part.party() != null).hasSize(3);
    }

    private static Party party(String name, String... aliases) {
        return new Party(Ids.next(), new Party.Text(name, List.of(aliases), ""), Set.of(), 0);
    }
}
