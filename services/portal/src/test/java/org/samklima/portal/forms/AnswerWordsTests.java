package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.samklima.pages.Languages;
import org.samklima.portal.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What is said of wrong answers, as it is read. */
@PortalTest
class AnswerWordsTests {

    @Autowired
    MessageSource messages;

    @Test
    void every_error_is_said_in_every_language() {
        var errors = AnswerTests.wrongAnswers()
                .map(arguments -> (AnswerError) arguments.get()[2])
                .toList();
        assertThat(errors).isNotEmpty();
        for (var language : Languages.SUPPORTED) {
            assertThat(errors)
                    .allSatisfy(error ->
                            assertThat(said(error, language)).isNotBlank().doesNotContain("{", "}", "#"));
        }
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        var tooLarge = AnswerError.of("above-maximum", new BigDecimal("1234.5"));
        assertThat(said(tooLarge, Locale.GERMAN)).isEqualTo("Die Zahl ist größer als 1.234,5.");
        assertThat(said(tooLarge, Locale.ENGLISH)).isEqualTo("The number is greater than 1,234.5.");
    }

    @Test
    void decimals_are_said_by_how_many_there_may_be() {
        assertThat(said(AnswerError.of("too-many-decimals", 0), Locale.ENGLISH)).isEqualTo("Give a whole number.");
        assertThat(said(AnswerError.of("too-many-decimals", 1), Locale.ENGLISH)).isEqualTo("Give at most one decimal.");
        assertThat(said(AnswerError.of("too-many-decimals", 2), Locale.ENGLISH)).isEqualTo("Give at most 2 decimals.");
    }

    private String said(AnswerError error, Locale language) {
        return messages.getMessage(error.key(), error.arguments().toArray(), language);
    }
}
