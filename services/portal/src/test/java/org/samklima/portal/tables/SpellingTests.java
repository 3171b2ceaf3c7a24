package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTests {

    @Test
    void case_accents_and_punctuation_do_not_count() {
        assertThat(Spelling.fold("Malung-Sälen")).isEqualTo(Spelling.fold("MALUNG  SALEN"));
        assertThat(Spelling.fold("Solrød")).isEqualTo("solrod");
    }

    @Test
    void vowels_are_the_same_in_each_of_their_spellings() {
        assertThat(Spelling.foldVowels("Aarlund")).isEqualTo(Spelling.foldVowels("Årlund"));
        assertThat(Spelling.foldVowels("Oester Mühle")).isEqualTo(Spelling.foldVowels("Øster Muehle"));
        assertThat(Spelling.foldVowels("Nærby")).isEqualTo(Spelling.foldVowels("Närby"));
    }
}
