package org.samklima.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessageSourceTests {

    @Test
    void a_bare_whole_number_is_a_year_and_a_number_is_grouped_when_asked() {
        var words = words("reporting_de.properties", "reporting.year=Bericht {0}, {0,number}, {1}");

        assertThat(words.getMessage("reporting.year", new Object[] {2024, 1.5}, Locale.of("de")))
                .isEqualTo("Bericht 2024, 2.024, 1,5");
    }

    @Test
    void an_apostrophe_is_written_twice_also_without_arguments() {
        var words = words("reporting.properties", "reporting.mine=The member''s own");

        assertThat(words.getMessage("reporting.mine", null, Locale.ENGLISH)).isEqualTo("The member's own");
    }

    @Test
    void english_stands_in_for_a_word_a_language_lacks_and_no_other_language_does() {
        var words = words("reporting.properties", "reporting.title=Report");

        assertThat(words.getMessage("reporting.title", null, Locale.of("sv"))).isEqualTo("Report");
        assertThatThrownBy(() -> words.getMessage("reporting.lost", null, Locale.of("sv")))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void two_files_may_not_claim_one_key() {
        assertThatThrownBy(() -> words("reporting.properties", "a.b=1", "forms.properties", "a.b=2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.b");
    }

    @Test
    void a_file_with_another_name_is_refused() {
        assertThatThrownBy(() -> words("Reporting_sv_SE.properties", "a.b=1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("<module>");
    }

    /** @param files names and contents in turn */
    private static MessageBundles words(String... files) {
        return new MessageBundles(new PathMatchingResourcePatternResolver() {
            @Override
            public Resource[] getResources(String pattern) {
                var resources = new Resource[files.length / 2];
                for (int index = 0; index < resources.length; index++) {
                    var name = files[2 * index];
                    resources[index] = new ByteArrayResource(files[2 * index + 1].getBytes(StandardCharsets.UTF_8)) {
                        @Override
                        public String getFilename() {
                            return name;
                        }
                    };
                }
                return resources;
            }
        });
    }
}
